package neural

import (
	net "dateline/extract/neural"
	"dateline/extract/neural/kernel"
	"dateline/extract/train/dense"
)

// gradient adds xᵀ·d to the gradient of p; x has p.Rows columns per row (rows overlap where row < p.Rows).
func (t *trainer) gradient(b *batch, p *dense.Matrix, x []float32, row int, d []float32, n int) {
	b.packed = kernel.Pack(b.packed[:0], d, p.Cols, n, p.Cols)
	t.kind.Mul(p.G, p.Cols, kernel.Left{Data: x, Row: 1, Col: row}, b.packed, p.Rows, p.Cols, n)
}

// backward computes all gradients from those of the gathered rows.
func (t *trainer) backward(b *batch) {
	n := b.rows
	kind := t.kind
	b.dy = dense.Zeros(b.dy, n*width)
	words := b.dslots[net.Static:]
	t.gradient(b, t.slots, b.y, width, words, n)
	kind.Mul(b.dy, width, kernel.Left{Data: words, Row: slots, Col: 1}, t.slots.Turned, n, width, slots)
	for j, v := range b.dslots[:net.Static] {
		t.static.G[j] += v
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
	dense.AddColumns(t.bias.G, b.dy)
	for k, row := range b.real {
		d := b.dy[row*width:][:width]
		for _, r := range b.input[k] {
			t.rows.Add(r, d)
		}
	}
}

// unscan takes dy through the recurrence: dy becomes the gradient of the last convolution's output.
func (t *trainer) unscan(b *batch) {
	n := b.rows
	b.dgate = dense.Zeros(b.dgate, n*gates)
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
	dense.AddColumns(t.gateBias.G, b.dgate)
	t.kind.Mul(b.dy, width, kernel.Left{Data: b.dgate, Row: gates, Col: 1}, t.gates.Turned, n, width, gates)
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
	b.dx = dense.Zeros(b.dx, n*width)
	for _, row := range b.real {
		for j := row * width; j < (row+1)*width; j++ {
			if b.t[i][j] > 0 {
				b.dx[j] = b.dy[j] * b.mask[i+1][j]
			}
		}
	}
	inner := n - 2
	t.gradient(b, t.conv[i], b.x[i], width, b.dx[width:], inner)
	dense.AddColumns(t.convBias[i].G, b.dx)
	t.kind.Mul(b.dy[width:], width, kernel.Left{Data: b.dx, Row: width, Col: 1}, t.conv[i].Turned, inner, width, 3*width)
	for r, k := 0, 0; r < n; r++ {
		if k < len(b.real) && b.real[k] == r {
			k++
			continue
		}
		clear(b.dy[r*width:][:width])
	}
}
