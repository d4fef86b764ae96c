package neural

import (
	"math"

	net "dateline/extract/neural"
	"dateline/extract/neural/kernel"
)

const (
	width  = net.Width
	half   = width / 2
	gates  = net.Gates
	hidden = net.Hidden
	slots  = net.WordRows * hidden
)

// batch is the numbers of one step, a row of zeros before each sentence and after the last.
type batch struct {
	rows    int
	starts  []int // row of each sentence's first word
	lens    []int
	input   [][net.InputRows]int32
	vector  []int // index of the static vector, -1 for none
	real    []int // rows that hold words
	tags    []int32
	vectors []float32                 // rows × dims
	first   []float32                 // before dropout
	x       [net.Layers + 1][]float32 // input of each convolution, output of the last
	t       [net.Layers][]float32     // what each convolution adds, before the mask
	mask    [net.Layers + 2][]float32 // of first, of each t, of y
	gate    []float32
	state   []float32 // of the recurrence, rows × width
	y       []float32
	slots   []float32 // static rows, then words
	packed  []float32 // of the right side of a gradient's product
	dx, dy  []float32
	dgate   []float32
	dslots  []float32
	walk    walk
	loss    float64
	right   int
	arcs    int
}

func zeros(list []float32, n int) []float32 {
	if cap(list) < n {
		return make([]float32, n)
	}
	list = list[:n]
	clear(list)
	return list
}

// forward computes everything up to the rows that parser and tagger gather.
func (t *trainer) forward(b *batch) {
	n := b.rows
	inner := n - 2
	kind := t.kind
	b.vectors = zeros(b.vectors, n*dims)
	b.first = zeros(b.first, n*width)
	for k, row := range b.real {
		x := b.first[row*width:][:width]
		copy(x, t.bias.w)
		for _, r := range b.input[k] {
			for j, v := range t.rows.row(r) {
				x[j] += v
			}
		}
		copy(b.vectors[row*dims:], t.vectors.row(b.vector[k]))
	}
	kind.Mul(b.first, width, kernel.Left{Data: b.vectors, Row: dims, Col: 1}, t.project.packed, n, width, dims)
	b.x[0] = zeros(b.x[0], n*width)
	b.mask[0] = t.drop(b.mask[0], n*width, t.DropFirst)
	for _, row := range b.real {
		for j := row * width; j < (row+1)*width; j++ {
			b.x[0][j] = max(b.first[j], 0) * b.mask[0][j]
		}
	}
	for i := range net.Layers {
		b.t[i] = zeros(b.t[i], n*width)
		b.x[i+1] = zeros(b.x[i+1], n*width)
		b.mask[i+1] = t.drop(b.mask[i+1], n*width, t.DropConv)
		out := b.t[i][width:]
		for r := range inner {
			copy(out[r*width:], t.convBias[i].w)
		}
		kind.Mul(out, width, kernel.Left{Data: b.x[i], Row: width, Col: 1}, t.conv[i].packed, inner, width, 3*width)
		for _, row := range b.real {
			for j := row * width; j < (row+1)*width; j++ {
				b.x[i+1][j] = b.x[i][j] + max(b.t[i][j], 0)*b.mask[i+1][j]
			}
		}
	}
	t.scan(b)
	left := kernel.Left{Data: b.y, Row: width, Col: 1}
	b.slots = zeros(b.slots, net.Static+n*slots)
	copy(b.slots, t.static.w)
	kind.Mul(b.slots[net.Static:], slots, left, t.slots.packed, n, slots, width)
}

// scan is the recurrence; y is what comes out, after dropout.
func (t *trainer) scan(b *batch) {
	n := b.rows
	x := b.x[net.Layers]
	b.gate = zeros(b.gate, n*gates)
	for r := range n {
		copy(b.gate[r*gates:], t.gateBias.w)
	}
	t.kind.Mul(b.gate, gates, kernel.Left{Data: x, Row: width, Col: 1}, t.gates.packed, n, gates, width)
	b.state = zeros(b.state, n*width)
	b.y = zeros(b.y, n*width)
	b.mask[net.Layers+1] = t.drop(b.mask[net.Layers+1], n*width, t.DropLast)
	for s, start := range b.starts {
		for i := range b.lens[s] {
			row, back := start+i, start+b.lens[s]-1-i
			t.step(b, row, row-1, 0)
			t.step(b, back, back+1, half)
		}
	}
	mask := b.mask[net.Layers+1]
	for _, row := range b.real {
		for j := row * width; j < (row+1)*width; j++ {
			b.y[j] = (x[j] + b.state[j]) * mask[j]
		}
	}
}

func (t *trainer) step(b *batch, row, from, at int) {
	g := b.gate[row*gates+2*at:][:2*half]
	h, old := b.state[row*width+at:][:half], b.state[from*width+at:][:half]
	for j := range half {
		h[j] = g[j] + kernel.Gate(g[half+j])*(old[j]-g[j])
	}
}

// drop makes a mask of numbers 0 and 1/(1-p).
func (t *trainer) drop(mask []float32, n int, p float64) []float32 {
	if cap(mask) < n {
		mask = make([]float32, n)
	}
	mask = mask[:n]
	limit := uint64(p * 256)
	keep := float32(256 / float64(256-limit))
	for i := 0; i < n; i += 8 {
		bits := t.random.Uint64()
		for j := i; j < min(i+8, n); j++ {
			mask[j] = keep
			if bits&255 < limit {
				mask[j] = 0
			}
			bits >>= 8
		}
	}
	return mask
}

// softmax turns scores into probabilities less 1 at the gold place, and returns the loss.
func softmax(s []float32, gold int) float64 {
	top := s[0]
	for _, v := range s {
		top = max(top, v)
	}
	var sum float32
	for i, v := range s {
		s[i] = float32(math.Exp(float64(v - top)))
		sum += s[i]
	}
	for i := range s {
		s[i] /= sum
	}
	loss := -math.Log(max(float64(s[gold]), 1e-12))
	s[gold]--
	return loss
}
