package neural

import (
	"math"

	net "dateline/extract/neural"
	"dateline/extract/neural/kernel"
	"dateline/extract/train/dense"
)

// walk is what parser and tagger saw and did in one batch.
type walk struct {
	moves, tags reading
	state       net.State
	gold        goldTree
	good        []int
}

// reading is what one of them gathered, for each choice a list of rows, and the gradient of the scores.
type reading struct {
	at     []int32
	ends   []int     // of each list
	hidden []float32 // × hidden
	d      []float32 // × Outputs
	dh     []float32
}

func (r *reading) clear() {
	r.at, r.ends, r.hidden, r.d = r.at[:0], r.ends[:0], r.hidden[:0], r.d[:0]
}

// add keeps what was gathered from the rows that were appended to at.
func (r *reading) add(hidden, d []float32) {
	r.ends = append(r.ends, len(r.at))
	r.hidden = append(r.hidden, hidden...)
	r.d = append(r.d, d...)
}

// walkAll lets the parser go through all sentences and keeps the gradients of its scores.
func (t *trainer) walkAll(b *batch, sentences []int, scale float32) {
	w := &b.walk
	w.moves.clear()
	w.tags.clear()
	word := 0
	for s, k := range sentences {
		tokens := t.samples[k].Tokens
		w.gold.load(tokens, t.labels)
		w.state.Reset(len(tokens))
		words := int32(net.Static + b.parts[s].Row*slots)
		for !w.state.Done() {
			move := net.Shift
			if len(w.state.Stack) > 0 {
				move = t.choose(b, words, scale)
			}
			w.state.Make(move)
		}
		t.tagAll(b, b.tags[word:word+len(tokens)], words, scale)
		word += len(tokens)
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
	var h [kernel.Hidden]float32
	var scores [kernel.Outputs]float32
	from := len(w.moves.at)
	w.moves.at = w.state.MoveRows(w.moves.at, words)
	t.kind.Gather(&h, b.slots, w.moves.at[from:])
	t.kind.Dense(&scores, (*[kernel.Outputs]float32)(t.moveBias.W), h[:], t.moves.W)
	guess := w.state.Best(&scores, len(t.names))
	w.good = w.gold.good(w.good[:0], &w.state, len(t.names))
	best := w.good[0]
	for _, m := range w.good {
		if scores[m] > scores[best] {
			best = m
		}
	}
	b.loss += t.moveLoss(&w.state, &scores, w.good, scale)
	w.moves.add(h[:], scores[:])
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

// tagAll reads the classes of a sentence off the tree that the parser made, and learns.
func (t *trainer) tagAll(b *batch, gold []int32, words int32, scale float32) {
	w := &b.walk
	before := -1
	var h [kernel.Hidden]float32
	var scores [kernel.Outputs]float32
	for i, want := range gold {
		from := len(w.tags.at)
		w.tags.at = w.state.TagRows(w.tags.at, i, before, words)
		t.kind.Gather(&h, b.slots, w.tags.at[from:])
		t.kind.Dense(&scores, (*[kernel.Outputs]float32)(t.tagBias.W), h[:], t.tagging.W)
		s := scores[:len(t.tags)]
		before = net.Top(s)
		b.loss += softmax(s, int(want))
		for j := range s {
			s[j] *= scale
		}
		clear(scores[len(s):])
		w.tags.add(h[:], scores[:])
	}
}

// unwalk takes the gradients of all scores back to the rows of the slots.
func (t *trainer) unwalk(b *batch) {
	b.dslots = dense.Zeros(b.dslots, net.Static+b.rows*slots)
	t.unread(b, &b.walk.moves, t.moves, t.moveBias)
	t.unread(b, &b.walk.tags, t.tagging, t.tagBias)
}

// unread takes the gradients of the scores back to the rows that were gathered.
func (t *trainer) unread(b *batch, r *reading, p, bias *dense.Matrix) {
	n := len(r.ends)
	if n == 0 {
		return
	}
	p.AddGradient(t.kind, r.hidden, hidden, r.d, n)
	dense.AddColumns(bias.G, r.d)
	r.dh = dense.Zeros(r.dh, n*hidden)
	t.kind.Mul(r.dh, hidden, kernel.Left{Data: r.d, Row: kernel.Outputs, Col: 1}, p.Turned, n, hidden, kernel.Outputs)
	from := 0
	for i, to := range r.ends {
		h, d := r.hidden[i*hidden:][:hidden], r.dh[i*hidden:][:hidden]
		for j := range h {
			if h[j] <= 0 {
				d[j] = 0
			}
		}
		for _, at := range r.at[from:to] {
			row := b.dslots[at : at+hidden]
			for j, v := range d {
				row[j] += v
			}
		}
		from = to
	}
}
