package names

import (
	"dateline/extract/names"
	"dateline/extract/neural/kernel"
	"dateline/extract/train/dense"
)

// netBatch is the numbers of one step, a row of zeros before each sentence and after the last.
type netBatch struct {
	rows    int
	parts   []dense.Part // a sentence each
	gaps    []int        // rows between sentences
	real    []int        // rows that hold words
	sets    [][]uint32
	input   [][]int32
	vector  []int
	habit   []int
	buf     []int32
	vectors []float32                      // rows × dims
	x       [names.NetLayers + 1][]float32 // input of each convolution, output of the last
	t       [names.NetLayers][]float32     // what each convolution adds, before the mask
	mask    [names.NetLayers + 2][]float32 // of the first layer, of each convolution, of y
	y       []float32                      // what the labels are read from
	scores  []float32
	dx, dy  []float32
	enter   []float32 // gradient of the first layer
}

// load lays the sentences out in rows and hides words.
func (t *netTrainer) load(b *netBatch, pieces []int) {
	b.rows = 1
	b.parts, b.gaps, b.real, b.sets, b.habit = b.parts[:0], append(b.gaps[:0], 0), b.real[:0], b.sets[:0], b.habit[:0]
	b.input, b.vector, b.buf = b.input[:0], b.vector[:0], b.buf[:0]
	for _, k := range pieces {
		p := &t.pieces[k]
		habit := p.habit
		if t.random.Float64() < t.DropHabit {
			habit = 0
		}
		b.parts, b.sets = append(b.parts, dense.Part{Row: b.rows, Len: len(p.key)}), append(b.sets, p.sets)
		for i := range p.key {
			b.vector = append(b.vector, t.word(b, p, i))
			b.real, b.habit = append(b.real, b.rows+i), append(b.habit, habit)
		}
		b.rows += len(p.key) + 1
		b.gaps = append(b.gaps, b.rows-1)
	}
}

// word adds the rows of word i, some of them hidden, and gives its vector.
func (t *netTrainer) word(b *netBatch, p *netPiece, i int) (vector int) {
	row, vector := t.find(p.key[i])
	if row >= names.FirstWord && t.random.Float64() < t.DropWord+0.5/float64(1+t.count[p.key[i]]) {
		row = names.Rare
		if vector < 0 || t.random.Float64() < t.DropAll {
			row, vector = names.Unknown, -1
		}
	}
	drop := t.DropTag
	if p.told {
		drop = (1 + drop) / 2
	}
	from := len(b.buf)
	b.buf = append(b.buf, row)
	for _, r := range p.rows[i] {
		if !names.OfSyntax(r) || t.random.Float64() >= drop {
			b.buf = append(b.buf, r)
		}
	}
	b.input = append(b.input, b.buf[from:len(b.buf):len(b.buf)])
	return vector
}

// forward computes everything up to the scores of the labels.
func (t *netTrainer) forward(b *netBatch) {
	t.first(b)
	for i := range t.conv {
		t.convolve(b, i)
	}
	n, x, last := b.rows, b.x[names.NetLayers], names.NetLayers+1
	state := t.recur.Forward(t.kind, x, n, b.parts)
	b.y, b.mask[last] = dense.Zeros(b.y, n*width), dense.Dropout(b.mask[last], n*width, t.DropConv, t.random)
	for j, m := range b.mask[last] {
		b.y[j] = (x[j] + state[j]) * m
	}
	b.scores = dense.Zeros(b.scores, n*outputs)
	kernel.Fill(b.scores, t.outBias.W)
	t.kind.Mul(b.scores, outputs, kernel.Left{Data: b.y, Row: width, Col: 1}, t.out.Packed, n, outputs, width)
}

// first computes the first layer.
func (t *netTrainer) first(b *netBatch) {
	n := b.rows
	b.vectors, b.x[0] = dense.Zeros(b.vectors, n*dims), dense.Zeros(b.x[0], n*first)
	for k, at := range b.real {
		x := b.x[0][at*first:][:first]
		copy(x, t.bias.W)
		for j, v := range t.habit.W[b.habit[k]*first:][:first] {
			x[j] += v
		}
		for _, r := range b.input[k] {
			for j, v := range t.rows.Row(r) {
				x[j] += v
			}
		}
		copy(b.vectors[at*dims:], t.vectors.row(b.vector[k]))
	}
	t.kind.Mul(b.x[0], first, kernel.Left{Data: b.vectors, Row: dims, Col: 1}, t.project.Packed, n, first, dims)
	b.mask[0] = dense.Dropout(b.mask[0], n*first, t.DropFirst, t.random)
	for i, x := range b.x[0] {
		b.x[0][i] = max(x, 0) * b.mask[0][i]
	}
	b.clear(b.x[0], first)
}

// convolve computes convolution i; all but the first add to what goes in.
func (t *netTrainer) convolve(b *netBatch, i int) {
	n, in := b.rows, names.InWidth(i)
	inner := n - 2
	b.t[i], b.x[i+1] = dense.Zeros(b.t[i], n*width), dense.Zeros(b.x[i+1], n*width)
	b.mask[i+1] = dense.Dropout(b.mask[i+1], n*width, t.DropConv, t.random)
	out := b.t[i][width:][:inner*width]
	kernel.Fill(out, t.convBias[i].W)
	t.kind.Mul(out, width, kernel.Left{Data: b.x[i], Row: in, Col: 1}, t.conv[i].Packed, inner, width, 3*in)
	if i > 0 {
		copy(b.x[i+1], b.x[i])
	}
	for j, x := range b.t[i] {
		b.x[i+1][j] += max(x, 0) * b.mask[i+1][j]
	}
	b.clear(b.x[i+1], width)
}

// clear makes the rows between sentences zero.
func (b *netBatch) clear(x []float32, wide int) {
	for _, row := range b.gaps {
		clear(x[row*wide:][:wide])
	}
}

// backward computes all gradients from those of the scores.
func (t *netTrainer) backward(b *netBatch) {
	n := b.rows
	b.dy = dense.Zeros(b.dy, n*width)
	t.out.AddGradient(t.kind, b.y, width, b.scores, n)
	dense.AddColumns(t.outBias.G, b.scores[:n*outputs])
	t.kind.Mul(b.dy, width, kernel.Left{Data: b.scores, Row: outputs, Col: 1}, t.out.Turned, n, width, outputs)
	for j, m := range b.mask[names.NetLayers+1] {
		b.dy[j] *= m
	}
	b.clear(b.dy, width)
	t.recur.Backward(t.kind, b.x[names.NetLayers], b.dy, n, b.parts)
	b.clear(b.dy, width)
	for i := names.NetLayers - 1; i >= 0; i-- {
		t.unconvolve(b, i)
	}
	t.unfirst(b)
}

// unconvolve takes dy through convolution i; what leaves the first one goes to enter.
func (t *netTrainer) unconvolve(b *netBatch, i int) {
	n, in, to := b.rows, names.InWidth(i), b.dy
	inner := n - 2
	b.dx = dense.Zeros(b.dx, n*width)
	for j, x := range b.t[i] {
		if x > 0 {
			b.dx[j] = b.dy[j] * b.mask[i+1][j]
		}
	}
	b.clear(b.dx, width)
	t.conv[i].AddGradient(t.kind, b.x[i], in, b.dx[width:], inner)
	dense.AddColumns(t.convBias[i].G, b.dx)
	if i == 0 {
		b.enter = dense.Zeros(b.enter, n*first)
		to = b.enter
	}
	t.kind.Mul(to[in:], in, kernel.Left{Data: b.dx, Row: width, Col: 1}, t.conv[i].Turned, inner, in, 3*width)
	b.clear(to, in)
}

// unfirst takes the gradient through the first layer.
func (t *netTrainer) unfirst(b *netBatch) {
	for j, x := range b.x[0] {
		if x <= 0 {
			b.enter[j] = 0
		} else {
			b.enter[j] *= b.mask[0][j]
		}
	}
	t.project.AddGradient(t.kind, b.vectors, dims, b.enter, b.rows)
	dense.AddColumns(t.bias.G, b.enter)
	for k, at := range b.real {
		d := b.enter[at*first:][:first]
		g := t.habit.G[b.habit[k]*first:][:first]
		for j, x := range d {
			g[j] += x
		}
		for _, r := range b.input[k] {
			t.rows.Add(r, d)
		}
	}
}
