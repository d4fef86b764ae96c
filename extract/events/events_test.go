package events_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"dateline/data"
	"dateline/extract"
	"dateline/extract/clauses"
	"dateline/extract/events"
	"dateline/extract/rules"
	"dateline/extract/train"
	"dateline/graph"
)

var update = flag.Bool("update", false, "rewrite the expected output")

// kinds are what the names of the test sentences are; any other proper noun is a person.
var kinds = map[string]graph.Kind{
	"Paris": graph.Place, "Mali": graph.Place, "Antalya": graph.Place, "Geneva": graph.Place, "Kiev": graph.Place, "Raqqa": graph.Place,
	"Russia": graph.Place, "Moscow": graph.Place,
}

// TestEvents runs over the hand-checked trees of the clause tests, with each proper noun a mention and no dates.
func TestEvents(t *testing.T) {
	articles, err := train.ReadTreebank("../clauses/testdata/clauses.conllu")
	if err != nil {
		t.Fatal(err)
	}
	set, err := rules.Load(data.Files)
	if err != nil {
		t.Fatal(err)
	}
	reader, err := clauses.New(set, data.Files)
	if err != nil {
		t.Fatal(err)
	}
	finder, err := events.New(set, data.Files)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, a := range articles {
		d := a.Doc
		d.Published = graph.DayOf(graph.Date{Year: 2015, Month: 11, Day: 16})
		for i := range d.Tokens {
			if d.Tokens[i].UPOS == "PROPN" {
				at := extract.Range{From: i, To: i + 1}
				kind := kinds[d.Word(i)]
				if kind == "" {
					kind = graph.Person
				}
				d.Mentions = append(d.Mentions, extract.Mention{At: at, Head: i, Kind: kind, Form: extract.Name, Name: d.Word(i), Same: len(d.Mentions)})
			}
		}
		for _, s := range []extract.Stage{reader.Stage(), finder.Stage()} {
			if err := s.Run(d); err != nil {
				t.Fatal(err)
			}
		}
		write(&b, d)
	}
	const golden = "testdata/events.golden"
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got := b.String(); got != string(want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func write(b *strings.Builder, d *extract.Document) {
	sentence := -1
	for _, e := range d.Events {
		if e.Sentence != sentence {
			sentence = e.Sentence
			fmt.Fprintf(b, "%s\n", d.String(d.Sentences[sentence].Range))
		}
		fmt.Fprintf(b, "  %s %s %q %s", e.Type, e.Status, e.Label, e.When.EDTF())
		for _, r := range e.Roles {
			fmt.Fprintf(b, " | %s %s", r.Name, r.Text)
		}
		if e.Place >= 0 {
			fmt.Fprintf(b, " | in %s", d.Mentions[e.Place].Name)
		}
		for _, s := range e.Attribution {
			fmt.Fprintf(b, " | %s: %s", s.Verb, s.Text)
		}
		for _, q := range e.Quantities {
			fmt.Fprintf(b, " | %s %g…%g", q.What, q.AtLeast, q.AtMost)
		}
		b.WriteString("\n")
	}
}
