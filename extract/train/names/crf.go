package names

import (
	"math"

	"dateline/extract/names"
)

// crf is the loss of a whole sentence's labels: a conditional random field (Lafferty, McCallum and Pereira, 2001,
// "Conditional Random Fields") over the paths that BILOU allows. A word whose label is not known for certain has a set of
// labels; the loss is then that of all paths through the sets (Tsuboi et al., 2008, "Training Conditional Random Fields
// Using Incomplete Annotations", section 3).
type crf struct {
	before [names.Labels][]uint8 // labels that may stand before each label
	moves  [names.Labels * names.Labels]float64
	e      []float64 // exponents of the scores, each word's largest 1
	gold   []float64 // those of the labels in the sets, else 0
	alpha  []float64
}

func newCRF() *crf {
	c := &crf{}
	for b := range names.Labels {
		for a := range names.Labels {
			if names.Follows(a, b) {
				c.before[b] = append(c.before[b], uint8(a))
			}
		}
	}
	return c
}

// set takes the scores of moves.
func (c *crf) set(moves []float32) {
	for i, m := range moves {
		c.moves[i] = math.Exp(float64(m))
	}
}

// gradient turns the scores of a sentence, stride apart, into the gradient of its loss, adds that of the moves to dmoves,
// and returns the loss. sets[i] has a bit for each label that word i may have.
func (c *crf) gradient(scores []float32, stride int, sets []uint32, dmoves []float32) float64 {
	c.e, c.gold = c.e[:0], c.gold[:0]
	for i, set := range sets {
		row := scores[i*stride:][:stride]
		top := row[0]
		for _, s := range row[:names.Labels] {
			top = max(top, s)
		}
		for l, s := range row[:names.Labels] {
			e := math.Exp(float64(s - top))
			c.e = append(c.e, e)
			if set>>l&1 == 0 {
				e = 0
			}
			c.gold = append(c.gold, e)
		}
		clear(row)
	}
	gold := c.pass(c.gold, scores, stride, dmoves, -1)
	if math.IsInf(gold, -1) {
		return 0 // no path through the sets
	}
	return c.pass(c.e, scores, stride, dmoves, 1) - gold
}

// pass is the forward-backward algorithm: it adds sign times the probability of each label and move to the gradients, and
// returns the logarithm of the sum over all paths.
func (c *crf) pass(e []float64, scores []float32, stride int, dmoves []float32, sign float32) float64 {
	const labels = names.Labels
	n := len(e) / labels
	c.alpha = append(c.alpha[:0], make([]float64, len(e))...)
	log := 0.0
	for i := range n {
		now := c.alpha[i*labels:][:labels]
		var sum float64
		for l := range now {
			x := 0.0
			if i > 0 {
				old := c.alpha[(i-1)*labels:][:labels]
				for _, p := range c.before[l] {
					x += old[p] * c.moves[int(p)*labels+l]
				}
			} else if names.Follows(0, l) {
				x = 1
			}
			now[l] = x * e[i*labels+l]
			if i < n-1 || names.Follows(l, 0) {
				sum += now[l]
			}
		}
		if sum == 0 {
			return math.Inf(-1)
		}
		for l := range now {
			now[l] /= sum
		}
		log += math.Log(sum)
	}
	var beta, old [labels]float64
	for l := range beta {
		if names.Follows(l, 0) {
			beta[l] = 1
		}
	}
	for i := n - 1; ; i-- {
		now := c.alpha[i*labels:][:labels]
		var sum float64
		for l, a := range now {
			sum += a * beta[l]
		}
		for l, a := range now {
			scores[i*stride+l] += sign * float32(a*beta[l]/sum)
		}
		if i == 0 {
			return log
		}
		c.unstep(&old, &beta, e[i*labels:][:labels], c.alpha[(i-1)*labels:][:labels], dmoves, sign)
		beta, old = old, [labels]float64{}
	}
}

// unstep takes beta one word back, into old, and adds the probabilities of the moves between the two words.
func (c *crf) unstep(old, beta *[names.Labels]float64, e, alpha []float64, dmoves []float32, sign float32) {
	const labels = names.Labels
	var sum, top float64
	for l, b := range beta {
		if b *= e[l]; b == 0 {
			continue
		}
		for _, p := range c.before[l] {
			v := b * c.moves[int(p)*labels+l]
			old[p] += v
			sum += v * alpha[p]
		}
	}
	for l, b := range beta {
		if b *= e[l]; b == 0 {
			continue
		}
		for _, p := range c.before[l] {
			dmoves[int(p)*labels+l] += sign * float32(b*c.moves[int(p)*labels+l]*alpha[p]/sum)
		}
	}
	for _, b := range old {
		top = max(top, b)
	}
	for l := range old {
		old[l] /= top
	}
}
