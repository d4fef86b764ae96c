package names

import (
	"io/fs"
	"slices"
	"strings"
	"testing"

	"dateline/data"
	"dateline/extract"
	"dateline/extract/lexicon"
	"dateline/extract/neural/kernel"
	"dateline/extract/segment"
)

// builtIn is the model that ships.
func builtIn(t testing.TB) *Model {
	t.Helper()
	lex, err := lexicon.Open(data.Files)
	if err != nil {
		t.Fatal(err)
	}
	m, err := open(data.Files, lex)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// samples are the sample articles, in tokens and sentences.
func samples(t testing.TB) (out []*extract.Document) {
	t.Helper()
	seg, err := segment.New(data.Files)
	if err != nil {
		t.Fatal(err)
	}
	files, _ := fs.Glob(data.Files, "samples/*.txt")
	for _, name := range files {
		text, err := fs.ReadFile(data.Files, name)
		if err != nil {
			t.Fatal(err)
		}
		d := &extract.Document{Text: string(text), Paragraphs: []extract.Paragraph{{Span: extract.Span{End: len(text)}}}}
		if err := seg.Stage().Run(d); err != nil {
			t.Fatal(err)
		}
		out = append(out, d)
	}
	return out
}

// TestTwins reads the samples with assembly and with plain Go: the same names come out.
func TestTwins(t *testing.T) {
	m := builtIn(t)
	if m.net == nil {
		t.Fatal("the model has no network")
	}
	for _, d := range samples(t) {
		w := m.Read(d)
		m.net.kind = kernel.Best()
		a := m.Find(d, w)
		m.net.kind = kernel.Plain
		b := m.Find(d, w)
		same := slices.EqualFunc(a, b, func(x, y Span) bool { return x.From == y.From && x.To == y.To && x.Type == y.Type })
		if len(a) == 0 || !same {
			t.Errorf("%.40q: %d names, plain %d", d.Text, len(a), len(b))
		}
	}
}

// TestLongSentence reads a text without full stops: pieces of it are labelled one after the other.
func TestLongSentence(t *testing.T) {
	m := builtIn(t)
	d := &extract.Document{Text: strings.Repeat("Ann Lee met Kofi Annan in Geneva and ", 400)}
	at := 0
	for word := range strings.FieldsSeq(d.Text) {
		d.Tokens = append(d.Tokens, extract.Token{Span: extract.Span{Start: at, End: at + len(word)}})
		at += len(word) + 1
	}
	all := extract.Range{To: len(d.Tokens)}
	d.Sentences = []extract.Sentence{{Range: all, Span: d.Span(all)}}
	found := m.Find(d, m.Read(d))
	if len(found) < 1150 || len(found) > 1250 {
		t.Errorf("%d names, want about 1200", len(found))
	}
	for i, s := range found {
		if s.From >= s.To || s.To > len(d.Tokens) || i > 0 && s.From < found[i-1].To {
			t.Fatalf("span %d is %+v", i, s)
		}
	}
}

// BenchmarkFind tells how fast the two readers are together.
func BenchmarkFind(b *testing.B) {
	m, docs := builtIn(b), samples(b)
	words := 0
	for b.Loop() {
		for _, d := range docs {
			m.Find(d, m.Read(d))
			words += len(d.Tokens)
		}
	}
	b.ReportMetric(float64(words)/b.Elapsed().Seconds(), "words/s")
}
