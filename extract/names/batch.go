package names

import (
	"dateline/extract"
	"dateline/extract/neural/kernel"
)

// batchWords is how many words go through the network at once, unless one piece is longer; longest is where a sentence is
// cut, so that memory stays bounded on text without full stops.
const (
	batchWords = 192
	longest    = 512
)

// batch is the working memory of the network: a row of zeros before each piece of text and after the last.
type batch struct {
	pieces []piece
	rows   int
	in     []float32 // rows × RowWidth
	x, t   []float32 // rows × NetWidth
	gates  []float32 // of the words, rows as x has them less the first
	scores []float32 // likewise
	own    []int32   // the words' own rows
	ids    []int32
}

// piece is a sentence, or a part of one that is too long.
type piece struct {
	extract.Range
	row int // of its first word
}

func (b *batch) begin() {
	b.pieces, b.rows = b.pieces[:0], 1
	b.in = kernel.Grow(b.in[:0], RowWidth)
}

// add puts the words of r into the batch.
func (n *Net) add(b *batch, w *Words, r extract.Range) {
	b.pieces = append(b.pieces, piece{r, b.rows})
	b.in = kernel.Grow(b.in, (r.Len()+1)*RowWidth)
	b.own = n.look(b.own[:0], w.keys[r.From:r.To])
	for i := r.From; i < r.To; i++ {
		x := b.in[b.rows*RowWidth:][:RowWidth]
		copy(x, n.bias)
		b.ids = w.Rows(append(b.ids[:0], b.own[i-r.From]), i)
		for _, id := range b.ids {
			n.kind.AddRow(x, n.rows[int(id)*RowWidth:][:RowWidth], n.scales[id])
		}
		n.kind.Relu(x, x)
		b.rows++
	}
	b.rows++
}

// look appends the words' own rows. Looking up many in one short loop lets the processor wait for them at once.
func (n *Net) look(out []int32, keys []uint64) []int32 {
	for _, key := range keys {
		row := uint32(Unknown)
		if k, ok := n.words.Get(key); ok && int(k) < len(n.scales) {
			row = k
		}
		out = append(out, int32(row))
	}
	return out
}

// run computes the scores of all words in the batch.
func (n *Net) run(b *batch) {
	inner := b.rows - 2
	b.x, b.t = kernel.Grow(b.x[:0], b.rows*NetWidth), kernel.Grow(b.t[:0], inner*NetWidth)
	in := b.in
	for i := range n.conv {
		n.conv[i].apply(n.kind, b.t, in, InWidth(i), inner)
		n.kind.AddRelu(b.x[NetWidth:][:inner*NetWidth], b.t)
		for _, p := range b.pieces {
			clear(b.x[(p.row-1)*NetWidth:][:NetWidth])
		}
		in = b.x
	}
	words := b.x[NetWidth:]
	b.gates = kernel.Grow(b.gates[:0], inner*kernel.Gates)
	n.gates.apply(n.kind, b.gates, words, NetWidth, inner)
	for _, p := range b.pieces {
		n.kind.Recur(b.x[p.row*NetWidth:], b.gates[(p.row-1)*kernel.Gates:], p.Len())
	}
	b.scores = kernel.Grow(b.scores[:0], inner*NetOutputs)
	n.out.apply(n.kind, b.scores, words, NetWidth, inner)
}

// apply sets out to n rows of in times the weights, plus the bias. Rows of in begin row numbers apart and overlap where a
// convolution reads its neighbours.
func (l *layer) apply(kind kernel.Kind, out, in []float32, row, n int) {
	wide := len(l.bias)
	kernel.Fill(out, l.bias)
	kind.Mul(out, wide, kernel.Left{Data: in, Row: row, Col: 1}, l.weights, n, wide, len(l.weights)/wide)
}

// of are the scores of word i of piece p.
func (b *batch) of(p piece, i int) []float32 {
	return b.scores[(p.row-1+i)*NetOutputs:][:Labels]
}
