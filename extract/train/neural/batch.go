package neural

import (
	"math"

	net "dateline/extract/neural"
	"dateline/extract/neural/kernel"
	"dateline/extract/train/dense"
)

const (
	width  = net.Width
	hidden = net.Hidden
	slots  = net.WordRows * hidden
)

// batch is the numbers of one step, a row of zeros before each sentence and after the last.
type batch struct {
	rows    int
	parts   []dense.Part // a sentence each
	input   [][net.InputRows]int32
	vector  []int // index of the static vector, -1 for none
	real    []int // rows that hold words
	tags    []int32
	vectors []float32                 // rows × dims
	first   []float32                 // before dropout
	x       [net.Layers + 1][]float32 // input of each convolution, output of the last
	t       [net.Layers][]float32     // what each convolution adds, before the mask
	mask    [net.Layers + 2][]float32 // of first, of each t, of y
	y       []float32
	slots   []float32 // static rows, then words
	dx, dy  []float32
	dslots  []float32
	walk    walk
	loss    float64
	right   int
	arcs    int
}

// forward computes everything up to the rows that parser and tagger gather.
func (t *trainer) forward(b *batch) {
	n := b.rows
	inner := n - 2
	kind := t.kind
	b.vectors = dense.Zeros(b.vectors, n*dims)
	b.first = dense.Zeros(b.first, n*width)
	for k, row := range b.real {
		x := b.first[row*width:][:width]
		copy(x, t.bias.W)
		for _, r := range b.input[k] {
			for j, v := range t.rows.Row(r) {
				x[j] += v
			}
		}
		copy(b.vectors[row*dims:], t.vectors.row(b.vector[k]))
	}
	kind.Mul(b.first, width, kernel.Left{Data: b.vectors, Row: dims, Col: 1}, t.project.Packed, n, width, dims)
	b.x[0] = dense.Zeros(b.x[0], n*width)
	b.mask[0] = dense.Dropout(b.mask[0], n*width, t.DropFirst, t.random)
	for _, row := range b.real {
		for j := row * width; j < (row+1)*width; j++ {
			b.x[0][j] = max(b.first[j], 0) * b.mask[0][j]
		}
	}
	for i := range net.Layers {
		b.t[i] = dense.Zeros(b.t[i], n*width)
		b.x[i+1] = dense.Zeros(b.x[i+1], n*width)
		b.mask[i+1] = dense.Dropout(b.mask[i+1], n*width, t.DropConv, t.random)
		out := b.t[i][width:]
		for r := range inner {
			copy(out[r*width:], t.convBias[i].W)
		}
		kind.Mul(out, width, kernel.Left{Data: b.x[i], Row: width, Col: 1}, t.conv[i].Packed, inner, width, 3*width)
		for _, row := range b.real {
			for j := row * width; j < (row+1)*width; j++ {
				b.x[i+1][j] = b.x[i][j] + max(b.t[i][j], 0)*b.mask[i+1][j]
			}
		}
	}
	t.scan(b)
	left := kernel.Left{Data: b.y, Row: width, Col: 1}
	b.slots = dense.Zeros(b.slots, net.Static+n*slots)
	copy(b.slots, t.static.W)
	kind.Mul(b.slots[net.Static:], slots, left, t.slots.Packed, n, slots, width)
}

// scan is the recurrence; y is what comes out, after dropout.
func (t *trainer) scan(b *batch) {
	n := b.rows
	x := b.x[net.Layers]
	state := t.recur.Forward(t.kind, x, n, b.parts)
	b.y = dense.Zeros(b.y, n*width)
	b.mask[net.Layers+1] = dense.Dropout(b.mask[net.Layers+1], n*width, t.DropLast, t.random)
	mask := b.mask[net.Layers+1]
	for _, row := range b.real {
		for j := row * width; j < (row+1)*width; j++ {
			b.y[j] = (x[j] + state[j]) * mask[j]
		}
	}
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
