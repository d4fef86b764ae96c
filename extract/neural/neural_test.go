package neural_test

import (
	"fmt"
	"io/fs"
	"reflect"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"dateline/data"
	"dateline/extract"
	"dateline/extract/neural"
	"dateline/extract/neural/kernel"
)

func open(t testing.TB, kind kernel.Kind) *neural.Net {
	t.Helper()
	b, err := fs.ReadFile(data.Files, neural.ModelFile)
	if err != nil {
		t.Fatal(err)
	}
	n, err := neural.Open(b, kind, nil)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// document makes tokens of what stands between blanks, a mark at a word's end apart, and sentences of lines.
func document(text string) *extract.Document {
	d := &extract.Document{Text: text}
	at := 0
	for line := range strings.Lines(text) {
		from := len(d.Tokens)
		for word := range strings.FieldsSeq(line) {
			i := at + strings.Index(text[at:], word)
			at = i + len(word)
			last, size := utf8.DecodeLastRuneInString(word)
			if size == len(word) || !strings.ContainsRune(".,;:!?", last) {
				size = 0
			}
			d.Tokens = append(d.Tokens, extract.Token{Span: extract.Span{Start: i, End: at - size}})
			if size > 0 {
				d.Tokens = append(d.Tokens, extract.Token{Span: extract.Span{Start: at - size, End: at}})
			}
		}
		if r := (extract.Range{From: from, To: len(d.Tokens)}); r.Len() > 0 {
			d.Sentences = append(d.Sentences, extract.Sentence{Range: r, Span: d.Span(r)})
		}
	}
	return d
}

// samples are the sample articles cut into about 2,000 lines of many lengths.
func samples(t testing.TB) *extract.Document {
	files, _ := fs.Glob(data.Files, "samples/*.txt")
	var b strings.Builder
	for _, n := range []int{5, 8, 12} {
		for _, name := range files {
			text, err := fs.ReadFile(data.Files, name)
			if err != nil {
				t.Fatal(err)
			}
			words := strings.Fields(string(text))
			for ; len(words) > n; words = words[n:] {
				b.WriteString(strings.Join(words[:n], " ") + "\n")
			}
		}
	}
	return document(b.String())
}

func run(t testing.TB, n *neural.Net, d *extract.Document) {
	t.Helper()
	if err := n.Stage().Run(d); err != nil {
		t.Fatal(err)
	}
}

// trees tells whether each sentence has one root and no circle.
func trees(d *extract.Document) error {
	for k, s := range d.Sentences {
		roots := 0
		for i := s.From; i < s.To; i++ {
			steps := 0
			for h := i; h >= 0; h = d.Tokens[h].Head {
				if steps++; steps > s.Len() || !s.Has(h) {
					return fmt.Errorf("sentence %d: no way from token %d to the root", k, i)
				}
				if s.Len() > 5000 {
					break
				}
			}
			if t := d.Tokens[i]; t.Head < 0 {
				roots++
			} else if t.UPOS == "" || t.Rel == "" {
				return fmt.Errorf("token %d has no tag or no relation", i)
			}
		}
		if roots != 1 {
			return fmt.Errorf("sentence %d has %d roots", k, roots)
		}
	}
	return nil
}

// TestNoAllocation reads a document again and again.
func TestNoAllocation(t *testing.T) {
	n, d := open(t, kernel.Best()), samples(t)
	stage := n.Stage()
	run(t, n, d)
	if got := testing.AllocsPerRun(2, func() { _ = stage.Run(d) }); got > 2 {
		t.Errorf("%g allocations for %d sentences", got, len(d.Sentences))
	}
}

// TestOrder reads many documents at once, and each gives what it gives alone.
func TestOrder(t *testing.T) {
	n := open(t, kernel.Best())
	text := "The ferry left Piraeus on Monday.\nIts pilot, who had seen the storm, said nothing.\n"
	want := document(text)
	run(t, n, want)
	var wait sync.WaitGroup
	for k := range 8 {
		wait.Go(func() {
			for i := range 10 {
				d := document(strings.Repeat(text, 1+(i+k)%5))
				_ = n.Stage().Run(d)
				if !reflect.DeepEqual(d.Tokens[:len(want.Tokens)], want.Tokens) {
					t.Error("another tree in other company")
					return
				}
			}
		})
	}
	wait.Wait()
}

// TestHostile gives the network what no newspaper prints.
func TestHostile(t *testing.T) {
	n := open(t, kernel.Best())
	for name, text := range map[string]string{
		"empty":       "",
		"one word":    "Yes",
		"long word":   strings.Repeat("a", 1e6),
		"no end":      strings.Repeat("the ship and ", 33000),
		"marks":       strings.Repeat(". ! ? ; ", 300),
		"emoji":       strings.Repeat("🚢 🌊 ", 200),
		"scripts":     "Корабль ушёл 船は出た السفينة غادرت",
		"combining":   strings.Repeat("e\u0301\u0301\u0301 ", 100),
		"zero widths": "\u200b \ufeff \u00ad",
		"not UTF-8":   "\xff\xfe \xc3",
	} {
		d := document(text)
		run(t, n, d)
		if err := trees(d); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestDamage cuts the model short.
func TestDamage(t *testing.T) {
	b, err := fs.ReadFile(data.Files, neural.ModelFile)
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range []int{0, 7, 100, 2000, len(b) / 2, len(b) - 1} {
		if _, err := neural.Open(b[:n:n], kernel.Plain, nil); err == nil {
			t.Errorf("a model of %d bytes opens", n)
		}
	}
}

func BenchmarkOpen(b *testing.B) {
	for b.Loop() {
		open(b, kernel.Best())
	}
}

func BenchmarkStage(b *testing.B) {
	for _, kind := range []kernel.Kind{kernel.Plain, kernel.Best()} {
		b.Run(map[kernel.Kind]string{kernel.Plain: "plain", kernel.AVX2: "avx2"}[kind], func(b *testing.B) {
			n, d := open(b, kind), samples(b)
			for b.Loop() {
				run(b, n, d)
			}
			b.ReportMetric(float64(len(d.Tokens))*float64(b.N)/b.Elapsed().Seconds(), "words/s")
		})
	}
}

// TestAcronyms reads "IS" as a name where the article says what it is short for, and as a verb elsewhere.
func TestAcronyms(t *testing.T) {
	n, err := neural.New(data.Files, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, word, want string }{
		{"Islamic State fled .\nIt was a war in which IS jihadists have thrived .\n", "IS", "PROPN"},
		{"The jihadists fled .\nThe fort IS lost .\n", "IS", "AUX"},
		{"The World Health Organization met .\nThe WHO said that the outbreak was over .\n", "WHO", "PROPN"},
		{"ISLAMIC STATE FLED .\nTHE FORT IS LOST .\n", "IS", "AUX"},
	} {
		d := document(c.text)
		run(t, n, d)
		for i, k := range d.Tokens {
			if d.Word(i) == c.word && k.UPOS != c.want {
				t.Errorf("%q: %s is %s, not %s", c.text, c.word, k.UPOS, c.want)
			}
		}
	}
}
