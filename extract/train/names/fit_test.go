package names

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"dateline/data"
	"dateline/extract/lexicon"
	"dateline/extract/names"
	"dateline/extract/segment"
	"dateline/graph"
)

func tools(t *testing.T) (*segment.Segmenter, *lexicon.Lexicon) {
	t.Helper()
	lex, err := lexicon.Open(data.Files)
	if err != nil {
		t.Fatal(err)
	}
	seg, err := segment.Open(data.Files, nil)
	if err != nil {
		t.Fatal(err)
	}
	return seg, lex
}

const tiny = `President	B-PER
Ann	I-PER
Lee	I-PER
visited	O
Oslo	B-LOC
.	O

The	O
Harbour	B-ORG
Union	I-ORG
thanked	O
Bob	B-PER
Gray	I-PER
and	O
Iraqis	O
.	O
`

func sample(t *testing.T) (Sample, *lexicon.Lexicon) {
	t.Helper()
	name := filepath.Join(t.TempDir(), "tiny.conll")
	if err := os.WriteFile(name, []byte(tiny), 0o600); err != nil {
		t.Fatal(err)
	}
	seg, lex := tools(t)
	sentences, err := corpus{Name: "tiny", Tag: 1, Types: uner}.file(name)
	if err != nil {
		t.Fatal(err)
	}
	s, err := newReader(seg, lex).article("tiny", sentences)
	if err != nil {
		t.Fatal(err)
	}
	return s, lex
}

// TestArticle checks that titles come off, and that peoples come in.
func TestArticle(t *testing.T) {
	s, _ := sample(t)
	want := []struct {
		text string
		kind graph.Kind
	}{{"Ann Lee", graph.Person}, {"Oslo", graph.Place}, {"Harbour Union", graph.Organization}, {"Bob Gray", graph.Person}, {"Iraqis", graph.Group}}
	if len(s.Gold) != len(want) {
		t.Fatalf("%d names: %v", len(s.Gold), s.Gold)
	}
	for i, g := range s.Gold {
		if got := s.Doc.String(rangeOf(g)); got != want[i].text || names.Types[g.Type] != want[i].kind {
			t.Errorf("%s %s, want %v", names.Types[g.Type], got, want[i])
		}
	}
}

// TestFit checks that the tagger learns what it is shown, and that the same samples give the same bytes.
func TestFit(t *testing.T) {
	s, lex := sample(t)
	o := Options{Epochs: 10, Bits: 10, Log: func(string, ...any) {}}
	model, err := Fit([]Sample{s}, lex, Clusters{}, nil, o)
	if err != nil {
		t.Fatal(err)
	}
	again, err := Fit([]Sample{s}, lex, Clusters{}, nil, o)
	if err != nil || !bytes.Equal(model, again) {
		t.Errorf("a second run gave another model, %v", err)
	}
	m, err := names.Decode(model, lex)
	if err != nil {
		t.Fatal(err)
	}
	found := m.Find(s.Doc, m.Read(s.Doc))
	if len(found) != len(s.Gold) {
		t.Errorf("found %v, want %v", found, s.Gold)
	}
	for _, cut := range []int{0, 10, len(model) / 2} {
		if _, err := names.Decode(model[:cut], lex); err == nil {
			t.Errorf("a model cut to %d bytes was opened", cut)
		}
	}
}

// TestFitNet learns the network alone, without a linear reader: it too learns what it is shown, the same each time.
func TestFitNet(t *testing.T) {
	s, lex := sample(t)
	s.Kinds = 15
	net := DefaultNet()
	net.Epochs, net.Habit, net.Rate = 40, "tiny", 1e-2
	net.DropWord, net.DropFirst, net.DropConv, net.DropHabit = 0, 0, 0, 0
	o := Options{Bits: 10, Net: net, Log: func(string, ...any) {}}
	v := NewVectors([]string{"oslo", "bergen"}, [][]float32{unit(append([]float32{1}, make([]float32, 99)...)), unit(append([]float32{1, .1}, make([]float32, 98)...))})
	var last []byte
	for range 2 {
		model, err := Fit([]Sample{s}, lex, Clusters{}, v, o)
		if err != nil {
			t.Fatal(err)
		}
		if last != nil && !bytes.Equal(model, last) {
			t.Error("a second run gave another model")
		}
		last = model
	}
	m, err := names.Decode(last, lex)
	if err != nil {
		t.Fatal(err)
	}
	if found := m.Find(s.Doc, m.Read(s.Doc)); len(found) != len(s.Gold) {
		t.Errorf("found %v, want %v", found, s.Gold)
	}
}

// TestSplit checks that words of like vectors share the beginning of their path.
func TestSplit(t *testing.T) {
	at := func(x, y float32) []float32 { return unit(append([]float32{x, y}, make([]float32, 98)...)) }
	vectors := [][]float32{at(1, 0), at(1, .1), at(0, 1), at(.1, 1)}
	paths := []uint32{1, 1, 1, 1}
	split(vectors, []int{0, 1, 2, 3}, paths, 2)
	if paths[0]>>1 != paths[1]>>1 || paths[2]>>1 != paths[3]>>1 || paths[0]>>1 == paths[2]>>1 {
		t.Error(paths)
	}
}
