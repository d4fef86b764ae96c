package parser_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"dateline/data"
	"dateline/extract"
	"dateline/extract/parser"
	"dateline/extract/segment"
	"dateline/extract/tagger"
)

// read divides, tags and parses a text.
func read(t testing.TB, text string) (*extract.Document, extract.Stage) {
	s, err := segment.New(data.Files)
	if err != nil {
		t.Fatal(err)
	}
	g, err := tagger.New(data.Files)
	if err != nil {
		t.Fatal(err)
	}
	p, err := parser.New(data.Files)
	if err != nil {
		t.Fatal(err)
	}
	d := &extract.Document{Text: text}
	if err := (extract.Pipeline{s.Stage(), g.Stage(), p.Stage()}).Run(d); err != nil {
		t.Fatal(err)
	}
	return d, p.Stage()
}

// TestTrees shows trees of simple sentences: relation(head, dependent), in the order of the dependents.
func TestTrees(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The ministers met in Ankara.", "det(ministers,The) nsubj(met,ministers) root(met) case(Ankara,in) obl(met,Ankara) punct(met,.)"},
		{"The bridge was closed by police.", "det(bridge,The) nsubj:pass(closed,bridge) aux:pass(closed,was) root(closed) " +
			"case(police,by) obl:agent(closed,police) punct(closed,.)"},
		{"She said that he had left.", "nsubj(said,She) root(said) mark(left,that) nsubj(left,he) aux(left,had) ccomp(said,left) punct(said,.)"},
		{"Go", "root(Go)"},
	} {
		d, _ := read(t, c.text)
		var got []string
		for i, w := range d.Tokens {
			if w.Head < 0 {
				got = append(got, fmt.Sprintf("%s(%s)", w.Rel, d.Word(i)))
			} else {
				got = append(got, fmt.Sprintf("%s(%s,%s)", w.Rel, d.Word(w.Head), d.Word(i)))
			}
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("got  %s\nwant %s", s, c.want)
		}
	}
}

// TestOneRoot checks that every sentence, however odd its words and tags, gets a tree with one root.
func TestOneRoot(t *testing.T) {
	p, err := parser.New(data.Files)
	if err != nil {
		t.Fatal(err)
	}
	stage := p.Stage()
	rapid.Check(t, func(t *rapid.T) {
		d := &extract.Document{}
		for range rapid.IntRange(1, 4).Draw(t, "sentences") {
			from := len(d.Tokens)
			for range rapid.IntRange(1, 60).Draw(t, "words") {
				start := len(d.Text)
				d.Text += rapid.SampledFrom([]string{"a", ",", "Ankara", "é", "that", ".", "is", "and"}).Draw(t, "word")
				d.Tokens = append(d.Tokens, extract.Token{
					Span: extract.Span{Start: start, End: len(d.Text)}, Head: 99,
					UPOS: rapid.SampledFrom([]string{"NOUN", "VERB", "ADP", "PUNCT", "", "?"}).Draw(t, "upos"),
				})
			}
			d.Sentences = append(d.Sentences, extract.Sentence{Range: extract.Range{From: from, To: len(d.Tokens)}})
		}
		if err := stage.Run(d); err != nil {
			t.Fatal(err)
		}
		for _, s := range d.Sentences {
			checkTree(t, d, s.Range)
		}
	})
}

// checkTree fails unless each token of r reaches the one root of r by its heads.
func checkTree(t *rapid.T, d *extract.Document, r extract.Range) {
	roots := 0
	for i := r.From; i < r.To; i++ {
		w := d.Tokens[i]
		if w.Head < 0 {
			roots++
		}
		if (w.Rel == "root") != (w.Head < 0) || w.Rel == "" || w.Head >= 0 && !r.Has(w.Head) {
			t.Fatalf("token %d has head %d and relation %q", i, w.Head, w.Rel)
		}
		steps := 0
		for at := i; at >= 0; at = d.Tokens[at].Head {
			if steps++; steps > r.Len() {
				t.Fatalf("token %d lies on a circle", i)
			}
		}
	}
	if roots != 1 {
		t.Fatalf("%d roots", roots)
	}
}

// TestAgain checks that parsing is a function of the text and needs no memory the second time.
func TestAgain(t *testing.T) {
	d, stage := read(t, strings.Repeat("The old bridge over the harbour was closed on Monday, officials said. ", 30))
	before := append([]extract.Token(nil), d.Tokens...)
	if n := testing.AllocsPerRun(10, func() { stage.Run(d) }); n > 2 {
		t.Errorf("%v allocations for %d tokens", n, len(d.Tokens))
	}
	for i := range before {
		if before[i] != d.Tokens[i] {
			t.Fatalf("token %d was %v, became %v", i, before[i], d.Tokens[i])
		}
	}
}

func BenchmarkParser(b *testing.B) {
	d, stage := read(b, strings.Repeat("The old bridge over the harbour was closed on Monday, officials said. ", 100))
	for b.Loop() {
		stage.Run(d)
	}
	b.ReportMetric(float64(len(d.Tokens)*b.N)/b.Elapsed().Seconds(), "tokens/s")
}
