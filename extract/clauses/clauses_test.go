package clauses_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"dateline/data"
	"dateline/extract"
	"dateline/extract/clauses"
	"dateline/extract/rules"
	"dateline/extract/train"
)

var update = flag.Bool("update", false, "rewrite the expected output")

// TestClauses reads trees that were checked by hand, so that it tests clause finding and not the parser of the day.
func TestClauses(t *testing.T) {
	for _, name := range []string{"clauses", "control"} {
		t.Run(name, func(t *testing.T) { golden(t, "testdata/"+name, write) })
	}
}

// golden compares what write tells of the clauses of the trees in file name.conllu with name.golden.
func golden(t *testing.T, name string, write func(*strings.Builder, *extract.Document)) {
	articles, err := train.ReadTreebank(name + ".conllu")
	if err != nil {
		t.Fatal(err)
	}
	set, err := rules.Load(data.Files)
	if err != nil {
		t.Fatal(err)
	}
	finder, err := clauses.New(set, data.Files)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, a := range articles {
		if err := finder.Stage().Run(a.Doc); err != nil {
			t.Fatal(err)
		}
		write(&b, a.Doc)
	}
	if *update {
		if err := os.WriteFile(name+".golden", []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name + ".golden")
	if err != nil {
		t.Fatal(err)
	}
	if got := b.String(); got != string(want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func write(b *strings.Builder, d *extract.Document) {
	sentence := -1
	for _, c := range d.Clauses {
		if c.Sentence != sentence {
			sentence = c.Sentence
			fmt.Fprintf(b, "%s\n", d.String(d.Sentences[sentence].Range))
		}
		fmt.Fprintf(b, "  %s %s", c.Lemma, c.Tense)
		for _, f := range []struct {
			on   bool
			name string
		}{{c.Passive, "passive"}, {c.Perfect, "perfect"}, {c.Progress, "progress"}, {c.Negated, "negated"}, {c.Modal != "", c.Modal}, {c.Mark != "", "«" + c.Mark + "»"}} {
			if f.on {
				b.WriteString(" " + f.name)
			}
		}
		if c.Parent >= 0 {
			fmt.Fprintf(b, " (%s of %s)", c.Link, d.Clauses[c.Parent].Lemma)
		}
		for _, a := range c.Args {
			fmt.Fprintf(b, " | %s", a.Slot)
			if a.Case != "" {
				b.WriteString(":" + a.Case)
			}
			b.WriteString(" " + d.String(a.At))
		}
		b.WriteString("\n")
	}
}

// TestHostileTrees runs the stage over trees no parser would make: chains, stars and everything a verb.
func TestHostileTrees(t *testing.T) {
	set, err := rules.Load(data.Files)
	if err != nil {
		t.Fatal(err)
	}
	finder, err := clauses.Open(set, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, head := range []func(i int) int{func(i int) int { return i - 1 }, func(int) int { return 0 }} {
		for _, rel := range []string{"conj", "ccomp", "nmod", "acl:relcl", "xcomp", "nsubj", "obl"} {
			d := &extract.Document{Text: strings.Repeat("a ", 400)}
			for i := range 400 {
				tok := extract.Token{Span: extract.Span{Start: 2 * i, End: 2*i + 1}, UPOS: "VERB", XPOS: "VBD", Lemma: "a", Head: head(i), Rel: rel}
				if i == 0 {
					tok.Head, tok.Rel = -1, "root"
				}
				if i%3 == 1 {
					tok.UPOS = "NOUN"
				}
				d.Tokens = append(d.Tokens, tok)
			}
			d.Sentences = []extract.Sentence{{Range: extract.Range{From: 0, To: 400}, Span: extract.Span{Start: 0, End: 799}}}
			if err := finder.Stage().Run(d); err != nil {
				t.Fatal(err)
			}
			for _, c := range d.Clauses {
				for _, a := range c.Args {
					if a.At.From >= a.At.To || a.At.To > 400 {
						t.Fatalf("%s: argument %+v is no range", rel, a)
					}
				}
			}
		}
	}
}
