package neural

import (
	net "dateline/extract/neural"
	"dateline/extract/neural/kernel"
)

// gradient adds xᵀ·d to the gradient of p; x has p.rows columns per row (rows overlap where row < p.rows).
func (t *trainer) gradient(b *batch, p *matrix, x []float32, row int, d []float32, n int) {
	b.packed = kernel.Pack(b.packed[:0], d, p.cols, n, p.cols)
	t.kind.Mul(p.g, p.cols, kernel.Left{Data: x, Row: 1, Col: row}, b.packed, p.rows, p.cols, n)
}

// columns adds the sums of d's columns to g.
func columns(g, d []float32) {
	for len(d) > 0 {
		for j := range g {
			g[j] += d[j]
		}
		d = d[len(g):]
	}
}

// backward computes all gradients from those of the gathered rows.
func (t *trainer) backward(b *batch) {
	n := b.rows
	kind := t.kind
	b.dy = zeros(b.dy, n*width)
	words := b.dslots[net.Static:]
	t.gradient(b, t.slots, b.y, width, words, n)
	kind.Mul(b.dy, width, kernel.Left{Data: words, Row: slots, Col: 1}, t.slots.turn, n, width, slots)
	for j, v := range b.dslots[:net.Static] {
		t.static.g[j] += v
	}
	for j, m := range b.mask[net.Layers+1] {
		b.dy[j] *= m
	}
	t.unscan(b)
	for i := net.Layers - 1; i >= 0; i-- {
		t.unconvolve(b, i)
	}
	for _, row := range b.real {
		for j := row * width; j < (row+1)*width; j++ {
			if b.first[j] <= 0 {
				b.dy[j] = 0
			} else {
				b.dy[j] *= b.mask[0][j]
			}
		}
	}
	t.gradient(b, t.project, b.vectors, dims, b.dy, n)
	columns(t.bias.g, b.dy)
	for k, row := range b.real {
		d := b.dy[row*width:][:width]
		for _, r := range b.input[k] {
			t.rows.add(r, d)
		}
	}
}

// unscan takes dy through the recurrence: dy becomes the gradient of the last convolution's output.
func (t *trainer) unscan(b *batch) {
	n := b.rows
	b.dgate = zeros(b.dgate, n*gates)
	var carry [half]float32
	for s, start := range b.starts {
		last := start + b.lens[s] - 1
		clear(carry[:])
		for row := last; row >= start; row-- {
			b.unstep(&carry, row, row-1, 0)
		}
		clear(carry[:])
		for row := start; row <= last; row++ {
			b.unstep(&carry, row, row+1, half)
		}
	}
	x := b.x[net.Layers]
	t.gradient(b, t.gates, x, width, b.dgate, n)
	columns(t.gateBias.g, b.dgate)
	t.kind.Mul(b.dy, width, kernel.Left{Data: b.dgate, Row: gates, Col: 1}, t.gates.turn, n, width, gates)
}

func (b *batch) unstep(carry *[half]float32, row, from, at int) {
	g, d := b.gate[row*gates+2*at:][:2*half], b.dgate[row*gates+2*at:][:2*half]
	old, dy := b.state[from*width+at:][:half], b.dy[row*width+at:][:half]
	for j := range half {
		dh := dy[j] + carry[j]
		keep := kernel.Gate(g[half+j])
		d[j] = dh * (1 - keep)
		size := 1 + max(g[half+j], -g[half+j])
		d[half+j] = dh * (old[j] - g[j]) * 0.5 / (size * size)
		carry[j] = dh * keep
	}
}

// unconvolve takes dy through convolution i.
func (t *trainer) unconvolve(b *batch, i int) {
	n := b.rows
	b.dx = zeros(b.dx, n*width)
	for _, row := range b.real {
		for j := row * width; j < (row+1)*width; j++ {
			if b.t[i][j] > 0 {
				b.dx[j] = b.dy[j] * b.mask[i+1][j]
			}
		}
	}
	inner := n - 2
	t.gradient(b, t.conv[i], b.x[i], width, b.dx[width:], inner)
	columns(t.convBias[i].g, b.dx)
	t.kind.Mul(b.dy[width:], width, kernel.Left{Data: b.dx, Row: width, Col: 1}, t.conv[i].turn, inner, width, 3*width)
	for r, k := 0, 0; r < n; r++ {
		if k < len(b.real) && b.real[k] == r {
			k++
			continue
		}
		clear(b.dy[r*width:][:width])
	}
}
