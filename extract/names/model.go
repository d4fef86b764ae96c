package names

import (
	"fmt"
	"io/fs"

	"dateline/extract"
	"dateline/extract/lexicon"
	"dateline/extract/linear"
)

// Path is where the model lies in the data folder.
const Path = "models/names.bin"

// Model is the learned tagger of names. It is safe for use by many goroutines.
type Model struct {
	Features
	rows  linear.Rows // of width 32; the first Labels columns count
	moves []int32
}

// open reads the model.
func open(files fs.FS, lex *lexicon.Lexicon) (*Model, error) {
	b, err := fs.ReadFile(files, Path)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", Path, err)
	}
	m, err := Decode(b, lex)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", Path, err)
	}
	return m, nil
}

// Decode opens a model file that Encode made. The model points into b, which must not change.
func Decode(b []byte, lex *lexicon.Lexicon) (*Model, error) {
	f, err := linear.Open(b)
	if err != nil {
		return nil, err
	}
	m := &Model{}
	m.Lex = lex
	if m.rows, err = f.Rows("rows"); err != nil {
		return nil, err
	}
	if m.Clusters, err = f.Dict("clusters"); err != nil {
		return nil, err
	}
	moves, err := f.Numbers("moves")
	if err != nil {
		return nil, err
	}
	if m.rows.Width != 32 || len(moves) != Labels*Labels {
		return nil, fmt.Errorf("model has %d columns and %d moves, want 32 and %d", m.rows.Width, len(moves), Labels*Labels)
	}
	m.moves = make([]int32, len(moves))
	for i, v := range moves {
		m.moves[i] = int32(v)
	}
	return m, nil
}

// Encode writes a model file: rows of 32 weights for 2^bits features, the scores of moves, and the clusters.
func Encode(bits int, rows []int8, moves []int32, words []uint64, paths []uint32) []byte {
	var b linear.Builder
	b.Rows("rows", bits, 32, rows)
	list := make([]uint32, len(moves))
	for i, v := range moves {
		list[i] = uint32(v)
	}
	b.Numbers("moves", list)
	b.Dict("clusters", words, paths)
	return b.File()
}

// Find gives the names in d, in order.
func (m *Model) Find(d *extract.Document, w *Words) []Span {
	var (
		out    []Span
		scores []int32
		labels []uint8
		feats  []uint64
		rows   []uint32
		sum    [32]int32
	)
	dec := NewDecoder(m.moves)
	for _, s := range d.Sentences {
		n := s.Len()
		scores = scores[:0]
		for i := s.From; i < s.To; i++ {
			feats = w.At(feats[:0], i, s.From, s.To)
			rows = rows[:0]
			for _, h := range feats {
				rows = append(rows, m.rows.Row(h))
			}
			m.rows.Sum(rows, sum[:])
			scores = append(scores, sum[:Labels]...)
		}
		labels = append(labels[:0], make([]uint8, n)...)
		dec.Best(scores, labels)
		from := len(out)
		out = Spans(labels, s.From, out)
		for k := from; k < len(out); k++ {
			out[k].Margin = margin(scores, labels, s.From, out[k])
		}
	}
	return out
}

// margin is how far the labels of a name lie above O, on average over its words.
func margin(scores []int32, labels []uint8, from int, s Span) int32 {
	var sum int32
	for i := s.From - from; i < s.To-from; i++ {
		sum += scores[i*Labels+int(labels[i])] - scores[i*Labels]
	}
	return sum / int32(s.To-s.From)
}
