package neural

import (
	"dateline/extract"
	"dateline/extract/neural/kernel"
)

// batchWords is how many words are worked on at once, unless one sentence is longer; longest is where a sentence is cut
// for the network, so that memory stays bounded on text without full stops. The parts come together again in the tree.
const (
	batchWords = 192
	longest    = 512
)

// scratch is the working memory of one Run. The rows of all matrices stand for the words of a batch; one row of zeros
// before each part and after the last keeps convolutions from looking over the border.
type scratch struct {
	words  Words
	parts  []part
	rows   int
	x, t   []float32 // rows × Width
	gates  []float32 // rows × Gates
	slots  []float32 // the static rows, then those of each word
	state  State
	at     []int32
	hidden [kernel.Hidden]float32
	scores [kernel.Outputs]float32
	// acronyms are those with a long form in the document.
	acronyms []*acronym
}

// part is a sentence, or a piece of one that is too long.
type part struct {
	extract.Range
	row int // of its first word
}

func (n *Net) newScratch() *scratch {
	return &scratch{slots: append([]float32(nil), n.static...)}
}

// begin empties the batch.
func (s *scratch) begin() {
	s.parts, s.rows = s.parts[:0], 1
	s.x = kernel.Grow(s.x[:0], Width)
}

// add puts a part into the batch: its words become rows of x.
func (n *Net) add(s *scratch, text string, tokens []extract.Token, r extract.Range) {
	s.parts = append(s.parts, part{r, s.rows})
	s.words.Load(text, tokens[r.From:r.To])
	s.replace(text, tokens[r.From:r.To])
	s.x = kernel.Grow(s.x, (r.Len()+1)*Width)
	for i, rows := range s.words.Rows {
		rows[0] = Unknown
		if w, ok := n.words.Get(s.words.Key[i]); ok && int(w) < len(n.scales) {
			rows[0] = int32(w)
		}
		x := s.x[(s.rows+i)*Width:][:Width]
		copy(x, n.bias)
		for _, row := range rows {
			n.kind.AddRow(x, n.rows[int(row)*Width:][:Width], n.scales[row])
		}
		n.kind.Relu(x, x)
	}
	s.rows += r.Len() + 1
}

// sized is a list of n numbers with any content.
func sized(list []float32, n int) []float32 {
	if cap(list) < n {
		return make([]float32, n, 2*n)
	}
	return list[:n]
}

// encode runs the network over the batch: x becomes what tags and moves are read from.
func (n *Net) encode(s *scratch) {
	inner := s.rows - 2 // all but the first and the last row
	s.t = sized(s.t, s.rows*Width)
	for i := range n.conv {
		t := s.t[:inner*Width]
		kernel.Fill(t, n.conv[i].bias)
		n.kind.Mul(t, Width, kernel.Left{Data: s.x, Row: Width, Col: 1}, n.conv[i].weights, inner, Width, 3*Width)
		n.kind.AddRelu(s.x[Width:][:inner*Width], t)
		s.clearBorders()
	}
	s.gates = sized(s.gates, inner*Gates)
	kernel.Fill(s.gates, n.gates.bias)
	n.kind.Mul(s.gates, Gates, kernel.Left{Data: s.x[Width:], Row: Width, Col: 1}, n.gates.weights, inner, Gates, Width)
	for _, p := range s.parts {
		n.kind.Recur(s.x[p.row*Width:], s.gates[(p.row-1)*Gates:], p.Len())
	}
	n.read(s)
}

func (s *scratch) clearBorders() {
	for _, p := range s.parts {
		clear(s.x[(p.row-1)*Width:][:Width])
	}
}

// read computes the rows that parser and tagger gather.
func (n *Net) read(s *scratch) {
	inner := s.rows - 2
	from, size := len(n.static), inner*WordRows*Hidden
	if cap(s.slots) < from+size {
		s.slots = append(make([]float32, 0, from+2*size), s.slots[:from]...)
	}
	s.slots = s.slots[:from+size]
	words := s.slots[from:]
	clear(words)
	x := kernel.Left{Data: s.x[Width:], Row: Width, Col: 1}
	n.kind.Mul(words, WordRows*Hidden, x, n.slots, inner, WordRows*Hidden, Width)
}
