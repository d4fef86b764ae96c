package neural

import (
	"math"

	net "dateline/extract/neural"
	"dateline/extract/neural/kernel"
)

// walk is what the parser saw and did in one batch, a row for each move it had to choose.
type walk struct {
	sums   [][net.Sums]int32
	hidden []float32 // × hidden
	d      []float32 // gradient of the scores, × Outputs
	dh     []float32
	state  net.State
	gold   goldTree
	good   []int
}

// walkAll lets the parser go through all sentences and keeps the gradients of its scores.
func (t *trainer) walkAll(b *batch, sentences []int, scale float32) {
	w := &b.walk
	w.sums, w.hidden, w.d = w.sums[:0], w.hidden[:0], w.d[:0]
	for s, k := range sentences {
		tokens := t.samples[k].Tokens
		w.gold.load(tokens, t.labels)
		w.state.Reset(len(tokens))
		words := int32(net.Static + b.starts[s]*slots)
		for !w.state.Done() {
			move := net.Shift
			if len(w.state.Stack) > 0 {
				move = t.choose(b, words, scale)
			}
			w.state.Make(move)
		}
		for i := range tokens {
			b.arcs++
			if w.state.Head[i] == w.gold.head[i] && (w.gold.head[i] < 0 || w.state.Label[i] == w.gold.label[i]) {
				b.right++
			}
		}
	}
}

// choose scores the moves, learns, and goes on with the parser's own choice or, now and then, with a good one.
func (t *trainer) choose(b *batch, words int32, scale float32) int {
	w := &b.walk
	var sum [net.Sums]int32
	var h [kernel.Hidden]float32
	var scores [kernel.Outputs]float32
	w.state.Sum(&sum, words)
	t.kind.Gather(&h, b.slots, sum[:])
	t.kind.Dense(&scores, (*[kernel.Outputs]float32)(t.moveBias.w), h[:], t.moves.w)
	guess := w.state.Best(&scores, len(t.names))
	w.good = w.gold.good(w.good[:0], &w.state, len(t.names))
	best := w.good[0]
	for _, m := range w.good {
		if scores[m] > scores[best] {
			best = m
		}
	}
	b.loss += t.moveLoss(&w.state, &scores, w.good, scale)
	w.sums = append(w.sums, sum)
	w.hidden = append(w.hidden, h[:]...)
	w.d = append(w.d, scores[:]...)
	if guess != best && t.random.Float64() > t.Explore {
		return best
	}
	return guess
}

// moveLoss is minus the logarithm of the good moves' probability; scores become its gradient.
func (t *trainer) moveLoss(s *net.State, scores *[kernel.Outputs]float32, good []int, scale float32) float64 {
	shift, left, right := s.Legal()
	var p [kernel.Outputs]float64
	top := float32(-1e30)
	legal := func(from, n int, ok bool) {
		for i := from; i < from+n; i++ {
			if ok {
				p[i] = 1
				top = max(top, scores[i])
			}
		}
	}
	legal(net.Left, len(t.names), left)
	legal(net.Right, len(t.names), right)
	legal(net.Shift, 1, shift)
	var all, fine float64
	for i := range p {
		if p[i] != 0 {
			p[i] = math.Exp(float64(scores[i] - top))
			all += p[i]
		}
	}
	for _, m := range good {
		fine += p[m]
	}
	fine = max(fine, 1e-30)
	for i := range p {
		scores[i] = scale * float32(p[i]/all)
	}
	for _, m := range good {
		scores[m] -= scale * float32(p[m]/fine)
	}
	return math.Log(all / fine)
}

// unwalk takes the gradients of the scores back to the parser's rows.
func (t *trainer) unwalk(b *batch) {
	w := &b.walk
	n := len(w.sums)
	b.dslots = zeros(b.dslots, net.Static+b.rows*slots)
	if n == 0 {
		return
	}
	t.gradient(b, t.moves, w.hidden, hidden, w.d, n)
	columns(t.moveBias.g, w.d)
	w.dh = zeros(w.dh, n*hidden)
	t.kind.Mul(w.dh, hidden, kernel.Left{Data: w.d, Row: kernel.Outputs, Col: 1}, t.moves.turn, n, hidden, kernel.Outputs)
	for i := range w.sums {
		h, d := w.hidden[i*hidden:][:hidden], w.dh[i*hidden:][:hidden]
		for j := range h {
			if h[j] <= 0 {
				d[j] = 0
			}
		}
		for _, at := range w.sums[i] {
			row := b.dslots[at : at+hidden]
			for j, v := range d {
				row[j] += v
			}
		}
	}
}
