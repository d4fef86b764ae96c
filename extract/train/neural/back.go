package neural

import (
	net "dateline/extract/neural"
	"dateline/extract/neural/kernel"
	"dateline/extract/train/dense"
)

// backward computes all gradients from those of the gathered rows.
func (t *trainer) backward(b *batch) {
	n := b.rows
	kind := t.kind
	b.dy = dense.Zeros(b.dy, n*width)
	words := b.dslots[net.Static:]
	t.slots.AddGradient(kind, b.y, width, words, n)
	kind.Mul(b.dy, width, kernel.Left{Data: words, Row: slots, Col: 1}, t.slots.Turned, n, width, slots)
	for j, v := range b.dslots[:net.Static] {
		t.static.G[j] += v
	}
	for j, m := range b.mask[net.Layers+1] {
		b.dy[j] *= m
	}
	t.recur.Backward(kind, b.x[net.Layers], b.dy, n, b.parts)
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
	t.project.AddGradient(kind, b.vectors, dims, b.dy, n)
	dense.AddColumns(t.bias.G, b.dy)
	for k, row := range b.real {
		d := b.dy[row*width:][:width]
		for _, r := range b.input[k] {
			t.rows.Add(r, d)
		}
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
	t.conv[i].AddGradient(t.kind, b.x[i], width, b.dx[width:], inner)
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
