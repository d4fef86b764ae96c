package dense

import (
	"math"
	"math/rand/v2"

	"dateline/extract/neural/kernel"
)

// Recurrence is one gated recurrence in each direction, as kernel.Kind.Recur runs it, while it is learned.
type Recurrence struct {
	// Weights lead from the input, kernel.Both numbers a row, to the gates; Bias is added.
	Weights, Bias *Matrix
	gates, dgates []float32
	state         []float32
}

// NewRecurrence makes one whose cells begin with memories of all lengths.
func NewRecurrence(random *rand.Rand) *Recurrence {
	r := &Recurrence{
		Weights: NewMatrix(kernel.Both, kernel.Gates, math.Sqrt(1/float64(kernel.Both)), random),
		Bias:    NewMatrix(1, kernel.Gates, 0, random),
	}
	for j := range kernel.Lanes {
		keep := 6 * float32(j) / kernel.Lanes
		r.Bias.W[kernel.Lanes+j], r.Bias.W[3*kernel.Lanes+j] = keep, keep
	}
	return r
}

// Part is a sentence in a batch: its first row and how many rows it has. Rows before and after it are gaps.
type Part struct{ Row, Len int }

// Forward gives the states of the n rows of x; those of gaps are 0. They are good until the next call.
func (r *Recurrence) Forward(kind kernel.Kind, x []float32, n int, parts []Part) []float32 {
	r.gates, r.state = Zeros(r.gates, n*kernel.Gates), Zeros(r.state, n*kernel.Both)
	kernel.Fill(r.gates, r.Bias.W)
	kind.Mul(r.gates, kernel.Gates, kernel.Left{Data: x, Row: kernel.Both, Col: 1}, r.Weights.Packed, n, kernel.Gates, kernel.Both)
	for _, p := range parts {
		for i := range p.Len {
			row, back := p.Row+i, p.Row+p.Len-1-i
			r.step(row, row-1, 0)
			r.step(back, back+1, kernel.Lanes)
		}
	}
	return r.state
}

func (r *Recurrence) step(row, from, at int) {
	g := r.gates[row*kernel.Gates+2*at:][:2*kernel.Lanes]
	h, old := r.state[row*kernel.Both+at:][:kernel.Lanes], r.state[from*kernel.Both+at:][:kernel.Lanes]
	for j := range h {
		h[j] = g[j] + kernel.Gate(g[kernel.Lanes+j])*(old[j]-g[j])
	}
}

// Backward takes dy, the gradient of the states that Forward gave, on to that of x, which it adds to dy; the gradients of
// the weights are added to theirs.
func (r *Recurrence) Backward(kind kernel.Kind, x, dy []float32, n int, parts []Part) {
	r.dgates = Zeros(r.dgates, n*kernel.Gates)
	var carry [kernel.Lanes]float32
	for _, p := range parts {
		last := p.Row + p.Len - 1
		clear(carry[:])
		for row := last; row >= p.Row; row-- {
			r.unstep(&carry, dy, row, row-1, 0)
		}
		clear(carry[:])
		for row := p.Row; row <= last; row++ {
			r.unstep(&carry, dy, row, row+1, kernel.Lanes)
		}
	}
	r.Weights.AddGradient(kind, x, kernel.Both, r.dgates, n)
	AddColumns(r.Bias.G, r.dgates)
	kind.Mul(dy, kernel.Both, kernel.Left{Data: r.dgates, Row: kernel.Gates, Col: 1}, r.Weights.Turned, n, kernel.Both, kernel.Gates)
}

func (r *Recurrence) unstep(carry *[kernel.Lanes]float32, dy []float32, row, from, at int) {
	g, d := r.gates[row*kernel.Gates+2*at:][:2*kernel.Lanes], r.dgates[row*kernel.Gates+2*at:][:2*kernel.Lanes]
	old, dy := r.state[from*kernel.Both+at:][:kernel.Lanes], dy[row*kernel.Both+at:][:kernel.Lanes]
	for j := range dy {
		dh := dy[j] + carry[j]
		keep := kernel.Gate(g[kernel.Lanes+j])
		d[j] = dh * (1 - keep)
		size := 1 + max(g[kernel.Lanes+j], -g[kernel.Lanes+j])
		d[kernel.Lanes+j] = dh * (old[j] - g[j]) * 0.5 / (size * size)
		carry[j] = dh * keep
	}
}
