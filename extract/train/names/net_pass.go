package names

import (
	"dateline/extract/names"
	"dateline/extract/neural/kernel"
	"dateline/extract/train/dense"
)

// netBatch is the numbers of one step, a row of zeros before each sentence and after the last.
type netBatch struct {
	rows    int
	starts  []int // row of each sentence's first word
	gaps    []int // rows between sentences
	real    []int // rows that hold words
	sets    [][]uint32
	input   [][]int32
	vector  []int
	habit   []int
	buf     []int32
	vectors []float32                      // rows × dims
	x       [names.NetLayers + 1][]float32 // input of each convolution, output of the last
	t       [names.NetLayers][]float32     // what each convolution adds, before the mask
	mask    [names.NetLayers + 1][]float32 // of the first layer, of each convolution
	scores  []float32
	packed  []float32
	dx, dy  []float32
}

// load lays the sentences out in rows and hides words.
func (t *netTrainer) load(b *netBatch, pieces []int) {
	b.rows = 1
	b.starts, b.gaps, b.real, b.sets, b.habit = b.starts[:0], append(b.gaps[:0], 0), b.real[:0], b.sets[:0], b.habit[:0]
	b.input, b.vector, b.buf = b.input[:0], b.vector[:0], b.buf[:0]
	for _, k := range pieces {
		p := &t.pieces[k]
		habit := p.habit
		if t.random.Float64() < t.DropHabit {
			habit = 0
		}
		b.starts, b.sets = append(b.starts, b.rows), append(b.sets, p.sets)
		for i, key := range p.key {
			row, vector := t.find(key)
			if row >= names.FirstWord && t.random.Float64() < t.DropWord+0.5/float64(1+t.count[key]) {
				row = names.Rare
				if vector < 0 || t.random.Float64() < t.DropAll {
					row, vector = names.Unknown, -1
				}
			}
			from := len(b.buf)
			b.buf = append(append(b.buf, row), p.rows[i]...)
			b.input = append(b.input, b.buf[from:len(b.buf):len(b.buf)])
			b.vector, b.real, b.habit = append(b.vector, vector), append(b.real, b.rows+i), append(b.habit, habit)
		}
		b.rows += len(p.key) + 1
		b.gaps = append(b.gaps, b.rows-1)
	}
}

// forward computes everything up to the scores of the labels.
func (t *netTrainer) forward(b *netBatch) {
	n := b.rows
	b.vectors, b.x[0] = dense.Zeros(b.vectors, n*dims), dense.Zeros(b.x[0], n*width)
	for k, row := range b.real {
		x := b.x[0][row*width:][:width]
		copy(x, t.bias.W)
		for j, v := range t.habit.W[b.habit[k]*width:][:width] {
			x[j] += v
		}
		for _, r := range b.input[k] {
			for j, v := range t.rows.Row(r) {
				x[j] += v
			}
		}
		copy(b.vectors[row*dims:], t.vectors.row(b.vector[k]))
	}
	t.kind.Mul(b.x[0], width, kernel.Left{Data: b.vectors, Row: dims, Col: 1}, t.project.Packed, n, width, dims)
	b.mask[0] = dense.Dropout(b.mask[0], n*width, t.DropFirst, t.random)
	for i, x := range b.x[0] {
		b.x[0][i] = max(x, 0) * b.mask[0][i]
	}
	b.clear(b.x[0])
	inner := n - 2
	for i := range t.conv {
		b.t[i], b.x[i+1] = dense.Zeros(b.t[i], n*width), dense.Zeros(b.x[i+1], n*width)
		b.mask[i+1] = dense.Dropout(b.mask[i+1], n*width, t.DropConv, t.random)
		out := b.t[i][width:]
		for r := range inner {
			copy(out[r*width:], t.convBias[i].W)
		}
		t.kind.Mul(out, width, kernel.Left{Data: b.x[i], Row: width, Col: 1}, t.conv[i].Packed, inner, width, 3*width)
		for j, x := range b.x[i] {
			b.x[i+1][j] = x + max(b.t[i][j], 0)*b.mask[i+1][j]
		}
		b.clear(b.x[i+1])
	}
	b.scores = dense.Zeros(b.scores, n*outputs)
	for r := range n {
		copy(b.scores[r*outputs:], t.outBias.W)
	}
	t.kind.Mul(b.scores, outputs, kernel.Left{Data: b.x[names.NetLayers], Row: width, Col: 1}, t.out.Packed, n, outputs, width)
}

// clear makes the rows between sentences zero.
func (b *netBatch) clear(x []float32) {
	for _, row := range b.gaps {
		clear(x[row*width:][:width])
	}
}

// gradient adds xᵀ·d to the gradient of p; x has p.Rows columns per row (rows overlap where row < p.Rows).
func (t *netTrainer) gradient(b *netBatch, p *dense.Matrix, x []float32, row int, d []float32, n int) {
	b.packed = kernel.Pack(b.packed[:0], d, p.Cols, n, p.Cols)
	t.kind.Mul(p.G, p.Cols, kernel.Left{Data: x, Row: 1, Col: row}, b.packed, p.Rows, p.Cols, n)
}

// backward computes all gradients from those of the scores.
func (t *netTrainer) backward(b *netBatch) {
	n := b.rows
	inner := n - 2
	b.dy = dense.Zeros(b.dy, n*width)
	t.gradient(b, t.out, b.x[names.NetLayers], width, b.scores, n)
	dense.AddColumns(t.outBias.G, b.scores[:n*outputs])
	t.kind.Mul(b.dy, width, kernel.Left{Data: b.scores, Row: outputs, Col: 1}, t.out.Turned, n, width, outputs)
	for i := names.NetLayers - 1; i >= 0; i-- {
		b.dx = dense.Zeros(b.dx, n*width)
		for j, x := range b.t[i] {
			if x > 0 {
				b.dx[j] = b.dy[j] * b.mask[i+1][j]
			}
		}
		b.clear(b.dx)
		t.gradient(b, t.conv[i], b.x[i], width, b.dx[width:], inner)
		dense.AddColumns(t.convBias[i].G, b.dx)
		t.kind.Mul(b.dy[width:], width, kernel.Left{Data: b.dx, Row: width, Col: 1}, t.conv[i].Turned, inner, width, 3*width)
		b.clear(b.dy)
	}
	for j, x := range b.x[0] {
		if x <= 0 {
			b.dy[j] = 0
		} else {
			b.dy[j] *= b.mask[0][j]
		}
	}
	t.gradient(b, t.project, b.vectors, dims, b.dy, n)
	dense.AddColumns(t.bias.G, b.dy)
	for k, row := range b.real {
		d := b.dy[row*width:][:width]
		g := t.habit.G[b.habit[k]*width:][:width]
		for j, x := range d {
			g[j] += x
		}
		for _, r := range b.input[k] {
			t.rows.Add(r, d)
		}
	}
}
