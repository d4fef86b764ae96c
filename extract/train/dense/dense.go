// Package dense holds what small networks are learned with: matrices with their gradients, tables of rows of which a few
// are used at a time, and the step of Adam. Learning runs in one goroutine and its only random numbers come from the
// caller, so one seed gives the same bytes on machines of one kind.
package dense

import (
	"math"
	"math/rand/v2"

	"dateline/extract/neural/kernel"
)

// Matrix is a table of numbers that is learned, with its gradient and, for products, its packed forms.
type Matrix struct {
	Rows, Cols int
	W, G       []float32 // row by row
	// Packed is W, Turned its transpose, as kernel.Mul wants its right side; Pack makes them.
	Packed, Turned []float32
	right          []float32 // packed right side of a gradient's product
	m, v           []float32
	sum            []float64
	sums           int
}

// NewMatrix makes a matrix of normally distributed numbers with the given spread, 0 for zeros.
func NewMatrix(rows, cols int, spread float64, r *rand.Rand) *Matrix {
	n := rows * cols
	p := &Matrix{Rows: rows, Cols: cols, W: make([]float32, n), G: make([]float32, n), m: make([]float32, n), v: make([]float32, n)}
	p.fill(spread, r)
	return p
}

func (p *Matrix) fill(spread float64, r *rand.Rand) {
	if spread == 0 {
		return
	}
	for i := range p.W {
		p.W[i] = float32(r.NormFloat64() * spread)
	}
}

// Pack makes the packed forms. A convolution of width parts has its parts one above the other; in the turned form they
// stand in reverse, so that the gradient of its input is a convolution too. Rows/parts must be a multiple of
// kernel.Panel for the turned form to be made.
func (p *Matrix) Pack(parts int) {
	p.Packed = kernel.Pack(p.Packed[:0], p.W, p.Cols, p.Rows, p.Cols)
	height := p.Rows / parts
	p.Turned = p.Turned[:0]
	if height%kernel.Panel != 0 {
		return
	}
	for j := 0; j < height; j += kernel.Panel {
		for part := parts - 1; part >= 0; part-- {
			for c := range p.Cols {
				for i := range kernel.Panel {
					p.Turned = append(p.Turned, p.W[(part*height+j+i)*p.Cols+c])
				}
			}
		}
	}
}

// AddGradient adds xᵀ·d to the gradient. x has n rows of p.Rows numbers that begin row numbers apart, and overlap where
// that is less; d has n rows of p.Cols.
func (p *Matrix) AddGradient(kind kernel.Kind, x []float32, row int, d []float32, n int) {
	p.right = kernel.Pack(p.right[:0], d, p.Cols, n, p.Cols)
	kind.Mul(p.G, p.Cols, kernel.Left{Data: x, Row: 1, Col: row}, p.right, p.Rows, p.Cols, n)
}

// Keep adds W as it stands to the mean.
func (p *Matrix) Keep() {
	if p.sum == nil {
		p.sum = make([]float64, len(p.W))
	}
	for i, x := range p.W {
		p.sum[i] += float64(x)
	}
	p.sums++
}

// Mean is the mean of what was kept, W itself if nothing was.
func (p *Matrix) Mean() []float32 {
	if p.sums == 0 {
		return p.W
	}
	mean := make([]float32, len(p.W))
	for i, x := range p.sum {
		mean[i] = float32(x / float64(p.sums))
	}
	return mean
}

// Step moves W against the gradient and clears that.
func (p *Matrix) Step(a *Adam) { a.update(p.W, p.G, p.m, p.v) }

// Table is a matrix whose rows are used a few at a time; only rows with a gradient move.
type Table struct {
	Matrix
	slot    []int32 // place of a row's gradient, -1 if it has none
	touched []int32
}

// NewTable makes a table of normally distributed numbers with the given spread.
func NewTable(rows, cols int, spread float64, r *rand.Rand) *Table {
	n := rows * cols
	t := &Table{slot: make([]int32, rows)}
	t.Matrix = Matrix{Rows: rows, Cols: cols, W: make([]float32, n), m: make([]float32, n), v: make([]float32, n)}
	t.fill(spread, r)
	for i := range t.slot {
		t.slot[i] = -1
	}
	return t
}

// Row is row i.
func (t *Table) Row(i int32) []float32 { return t.W[int(i)*t.Cols : (int(i)+1)*t.Cols] }

// Add adds d to the gradient of row i.
func (t *Table) Add(i int32, d []float32) {
	if t.slot[i] < 0 {
		t.slot[i] = int32(len(t.touched))
		t.touched = append(t.touched, i)
		for range t.Cols {
			t.G = append(t.G, 0)
		}
	}
	g := t.G[int(t.slot[i])*t.Cols:][:len(d)]
	for k, x := range d {
		g[k] += x
	}
}

// Step moves the rows that have a gradient against it and clears it.
func (t *Table) Step(a *Adam) {
	for k, i := range t.touched {
		from, to := int(i)*t.Cols, (int(i)+1)*t.Cols
		a.update(t.W[from:to], t.G[k*t.Cols:(k+1)*t.Cols], t.m[from:to], t.v[from:to])
		t.slot[i] = -1
	}
	t.touched, t.G = t.touched[:0], t.G[:0]
}

// Adam is the state of learning that all tables share (Kingma and Ba, 2015, "Adam: A Method for Stochastic
// Optimization", algorithm 1; the second decay is 0.99, as batches are small).
type Adam struct {
	step       int
	alpha, eps float32
	scale      float32 // of the gradient, for clipping
}

const (
	beta1 = 0.9
	beta2 = 0.99
)

// Steps is how many steps were begun.
func (a *Adam) Steps() int { return a.step }

// Next begins a step at the given rate; gradients whose norm is above clip are made shorter.
func (a *Adam) Next(rate, norm, clip float64) {
	a.step++
	n := float64(a.step)
	a.alpha, a.eps = float32(rate*math.Sqrt(1-math.Pow(beta2, n))/(1-math.Pow(beta1, n))), 1e-8
	a.scale = 1
	if norm > clip {
		a.scale = float32(clip / norm)
	}
}

func (a *Adam) update(w, g, m, v []float32) {
	for i := range w {
		d := g[i] * a.scale
		m[i] += (1 - beta1) * (d - m[i])
		v[i] += (1 - beta2) * (d*d - v[i])
		w[i] -= a.alpha * m[i] / (float32(math.Sqrt(float64(v[i]))) + a.eps)
		g[i] = 0
	}
}

// Square is the sum of the squares of g.
func Square(g []float32) float64 {
	var s float32
	for _, x := range g {
		s += x * x
	}
	return float64(s)
}
