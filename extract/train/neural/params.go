package neural

import (
	"math"
	"math/rand/v2"

	"dateline/extract/neural/kernel"
)

// matrix is a table of numbers that is learned by Adam (Kingma and Ba, 2015, "Adam: A Method for Stochastic
// Optimization"), with its gradient and, for products, its packed forms.
type matrix struct {
	rows, cols   int
	w, g, m, v   []float32
	sum          []float64 // over the last steps, for the mean
	packed, turn []float32 // w and its transposed form, packed
}

func newMatrix(rows, cols int, spread float64, r *rand.Rand) *matrix {
	n := rows * cols
	p := &matrix{
		rows: rows, cols: cols, w: make([]float32, n), g: make([]float32, n), m: make([]float32, n), v: make([]float32, n),
		sum: make([]float64, n),
	}
	if spread > 0 {
		for i := range p.w {
			p.w[i] = float32(r.NormFloat64() * spread)
		}
	}
	return p
}

// pack makes the packed forms. The transposed form of a convolution has its parts in reverse, so that the gradient
// of its input is a convolution too.
func (p *matrix) pack(parts int) {
	p.packed = kernel.Pack(p.packed[:0], p.w, p.cols, p.rows, p.cols)
	if p.rows/parts%kernel.Panel != 0 {
		return
	}
	height := p.rows / parts
	p.turn = p.turn[:0]
	for j := 0; j < height; j += kernel.Panel {
		for part := parts - 1; part >= 0; part-- {
			for c := range p.cols {
				for i := range kernel.Panel {
					p.turn = append(p.turn, p.w[(part*height+j+i)*p.cols+c])
				}
			}
		}
	}
}

// adam is the state of learning that all tables share.
type adam struct {
	step       int
	alpha, eps float32
	scale      float32 // of the gradient, for clipping
}

const (
	beta1 = 0.9
	beta2 = 0.99
)

// next begins a step.
func (a *adam) next(rate, norm, clip float64) {
	a.step++
	n := float64(a.step)
	fix := math.Sqrt(1-math.Pow(beta2, n)) / (1 - math.Pow(beta1, n))
	a.alpha, a.eps = float32(rate*fix), 1e-8
	a.scale = 1
	if norm > clip {
		a.scale = float32(clip / norm)
	}
}

// update moves w against the gradient and clears it.
func (a *adam) update(w, g, m, v []float32) {
	for i := range w {
		d := g[i] * a.scale
		m[i] += (1 - beta1) * (d - m[i])
		v[i] += (1 - beta2) * (d*d - v[i])
		w[i] -= a.alpha * m[i] / (float32(math.Sqrt(float64(v[i]))) + a.eps)
		g[i] = 0
	}
}

func square(g []float32) (sum float64) {
	var s float32
	for _, x := range g {
		s += x * x
	}
	return float64(s)
}

// table is a matrix whose rows are used a few at a time.
type table struct {
	matrix
	slot    []int32 // place of a row's gradient, -1 if it has none
	touched []int32
}

func newTable(rows, cols int, spread float64, r *rand.Rand) *table {
	t := &table{slot: make([]int32, rows)}
	n := rows * cols
	t.matrix = matrix{rows: rows, cols: cols, w: make([]float32, n), m: make([]float32, n), v: make([]float32, n), sum: make([]float64, n)}
	for i := range t.w {
		t.w[i] = float32(r.NormFloat64() * spread)
	}
	for i := range t.slot {
		t.slot[i] = -1
	}
	return t
}

func (t *table) row(i int32) []float32 { return t.w[int(i)*t.cols : (int(i)+1)*t.cols] }

// add adds d to the gradient of row i.
func (t *table) add(i int32, d []float32) {
	if t.slot[i] < 0 {
		t.slot[i] = int32(len(t.touched))
		t.touched = append(t.touched, i)
		for range t.cols {
			t.g = append(t.g, 0)
		}
	}
	g := t.g[int(t.slot[i])*t.cols:][:len(d)]
	for k, x := range d {
		g[k] += x
	}
}

func (t *table) update(a *adam) {
	for k, i := range t.touched {
		from := int(i) * t.cols
		to := from + t.cols
		a.update(t.w[from:to], t.g[k*t.cols:(k+1)*t.cols], t.m[from:to], t.v[from:to])
		t.slot[i] = -1
	}
	t.touched, t.g = t.touched[:0], t.g[:0]
}
