package names

import (
	"fmt"
	"io/fs"
	"math"
	"sync"

	"dateline/extract"
	"dateline/extract/lexicon"
	"dateline/extract/linear"
)

// Path is where the model lies in the data folder.
const Path = "models/names.bin"

// Model is the learned tagger of names. It is safe for use by many goroutines.
type Model struct {
	Features
	rows    linear.Rows // of width 32; the first Labels columns count
	moves   []int32
	net     *Net // nil if the model has none
	finders sync.Pool
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
	net, extra, err := openNet(f)
	if err == nil && len(extra) == len(m.moves) {
		m.net = net
		for i, v := range extra {
			m.moves[i] += points(math.Float32frombits(v))
		}
	}
	m.finders.New = func() any { return &search{dec: NewDecoder(m.moves)} }
	return m, nil
}

// Linear are the parts of the linear reader.
type Linear struct {
	Bits  int    // the table has 2^Bits rows
	Rows  []int8 // of 32 weights
	Moves []int32
	Words []uint64 // hashes of words, with their clusters
	Paths []uint32
}

// Encode writes a model file; net may be nil.
func Encode(l Linear, net *NetParts) []byte {
	var b linear.Builder
	b.Rows("rows", l.Bits, 32, l.Rows)
	list := make([]uint32, len(l.Moves))
	for i, v := range l.Moves {
		list[i] = uint32(v)
	}
	b.Numbers("moves", list)
	b.Dict("clusters", l.Words, l.Paths)
	if net != nil {
		net.encode(&b)
	}
	return b.File()
}

// Find gives the names in d, in order.
func (m *Model) Find(d *extract.Document, w *Words) []Span {
	f := m.finders.Get().(*search)
	defer m.finders.Put(f)
	f.out = nil
	f.begin()
	for _, s := range d.Sentences {
		for from := s.From; from < s.To; from += longest {
			r := extract.Range{From: from, To: min(from+longest, s.To)}
			if m.net != nil {
				m.net.add(&f.batch, w, r)
			} else {
				f.pieces = append(f.pieces, piece{r, 1})
			}
		}
		if f.rows > batchWords {
			m.finish(d, f, w)
		}
	}
	m.finish(d, f, w)
	return f.out
}

// search is the working memory of Find.
type search struct {
	batch
	dec    *Decoder
	points []int32
	labels []uint8
	feats  []uint64
	slots  []uint32
	out    []Span
}

// What the tagger of words, which has seen other texts, may say: common is what a common noun has against being a name,
// pair what proper nouns side by side have for it. Both were chosen on development data.
const (
	common = 200
	pair   = 300
)

// proper tells whether token i of r is a proper noun with a capital that is no title.
func (w *Words) proper(d *extract.Document, r extract.Range, i int) bool {
	return r.Has(i) && w.cap[i] && d.Tokens[i].UPOS == "PROPN" && d.Tokens[i].End-d.Tokens[i].Start > 1 && w.known[i]&(knownTitle|knownHonorific) == 0
}

// Knows tells whether the network has seen word i before.
func (m *Model) Knows(w *Words, i int) bool {
	if m.net == nil {
		return true
	}
	_, ok := m.net.words.Get(w.keys[i])
	return ok
}

// finish finds the names of the batch and empties it.
func (m *Model) finish(d *extract.Document, f *search, w *Words) {
	if m.net != nil && len(f.pieces) > 0 {
		m.net.run(&f.batch)
	}
	for _, p := range f.pieces {
		m.find(d, f, w, p)
	}
	f.begin()
}

// find finds the names of one piece.
func (m *Model) find(d *extract.Document, f *search, w *Words, p piece) {
	var sum [32]int32
	f.points = f.points[:0]
	for i := p.From; i < p.To; i++ {
		f.feats = w.At(f.feats[:0], i, p.From, p.To)
		f.slots = f.slots[:0]
		for _, h := range f.feats {
			f.slots = append(f.slots, m.rows.Row(h))
		}
		m.rows.Sum(f.slots, sum[:])
		if m.net != nil {
			for l, x := range f.of(p, i-p.From) {
				sum[l] += points(x)
			}
		}
		switch {
		case d.Tokens[i].UPOS == "NOUN":
			sum[0] += common
		case w.style[i] == stylePlain && w.proper(d, p.Range, i) && (w.proper(d, p.Range, i-1) || w.proper(d, p.Range, i+1)):
			sum[0] -= pair
		}
		f.points = append(f.points, sum[:Labels]...)
	}
	f.labels = append(f.labels[:0], make([]uint8, p.Len())...)
	f.dec.Best(f.points, f.labels)
	from := len(f.out)
	f.out = Spans(f.labels, p.From, f.out)
	for k := from; k < len(f.out); k++ {
		f.out[k].Margin = margin(f.points, f.labels, p.From, f.out[k])
	}
}

// margin is how far the labels of a name lie above O, on average over its words.
func margin(scores []int32, labels []uint8, from int, s Span) int32 {
	var sum int32
	for i := s.From - from; i < s.To-from; i++ {
		sum += scores[i*Labels+int(labels[i])] - scores[i*Labels]
	}
	return sum / int32(s.To-s.From)
}
