package graph

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// texts are what the articles of anyArticle say; evidence points at their words.
var texts = []string{
	"Obama met Putin in Antalya. They talked.",
	"Barack Obama met Vladimir Putin. Putin talked.",
	"Mr Putin told Obama no.",
}

// people are names with the keys that go with them; some share one.
var people = []Entity{
	{Name: "Barack Obama", Kind: Person, Keys: []string{"known:person/barack-obama", "person:barack obama"}},
	{Name: "Obama", Kind: Person, Aliases: []string{"President Obama"}, Keys: []string{"person:obama"}},
	{Name: "B. Obama", Kind: Person, Aliases: []string{"Obama"}, Keys: []string{"known:person/barack-obama", "person:obama"}},
	{Name: "Vladimir Putin", Kind: Person, Keys: []string{"person:vladimir putin"}, Why: []string{"title"}},
	{Name: "V. Putin", Kind: Person, Aliases: []string{"Putin", "Vladimir Putin"}, Keys: []string{"person:v putin", "person:vladimir putin"}},
	{Name: "Antalya", Kind: Place, Keys: []string{"place:antalya"}},
	{Name: "Antalya", Kind: Organization, Keys: []string{"organization:antalya"}},
	{Name: "ANTALYA", Kind: Organization, Keys: []string{"organization:antalya", "place:antalya"}},
}

// anyArticle draws a graph as assemble makes them: local IDs, one source, a few facts out of a small world, so that
// several articles have much in common.
func anyArticle() *rapid.Generator[*Graph] {
	return rapid.Custom(func(t *rapid.T) *Graph {
		text := rapid.SampledFrom(texts).Draw(t, "text")
		s := Source{ID: rapid.SampledFrom([]string{"1", "2"}).Draw(t, "source"), Text: text, Hash: HashOf(text),
			Title: rapid.SampledFrom([]string{"", "A", "B"}).Draw(t, "title"), Published: anyDay().Draw(t, "published"), PublishedFrom: "text"}
		if rapid.Bool().Draw(t, "no text") {
			s.Text = ""
		}
		g := &Graph{Sources: []Source{s}}
		for i := range rapid.IntRange(1, 5).Draw(t, "entities") {
			e := rapid.SampledFrom(people).Draw(t, "entity")
			e.ID, e.Seen = fmt.Sprint("e", i), anySeen(t, s.ID, text)
			if e.Name == "Obama" && rapid.Bool().Draw(t, "local") {
				e.Keys = []string{"person:obama@" + s.ID}
			}
			g.Entities = append(g.Entities, e)
		}
		for i := range rapid.IntRange(0, 4).Draw(t, "events") {
			g.Events = append(g.Events, anyEvent(t, g, fmt.Sprint("v", i), text))
		}
		for i := range rapid.IntRange(0, 3).Draw(t, "relations") {
			r := Relation{ID: fmt.Sprint("r", i), Type: "before", When: When{Time: anyDay().Draw(t, "when")}, Seen: anySeen(t, s.ID, text)}
			ids := func() string { return rapid.SampledFrom(g.Entities).Draw(t, "end").ID }
			if len(g.Events) > 1 && rapid.Bool().Draw(t, "of events") {
				ids = func() string { return rapid.SampledFrom(g.Events).Draw(t, "end").ID }
			}
			if r.From, r.To = ids(), ids(); r.From != r.To {
				g.Relations = append(g.Relations, r)
			}
		}
		return g
	})
}

func anyDay() *rapid.Generator[Time] {
	d := Date{2015, 11, 15}
	return rapid.SampledFrom([]Time{{}, DayOf(d), DayOf(d.AddDays(1)), MonthOf(2015, 11), YearOf(2015), Since(DayOf(d)), StretchOf(d, d.AddDays(3))})
}

func anySeen(t *rapid.T, source, text string) (es []Evidence) {
	words := strings.Fields(text)
	for range rapid.IntRange(1, 2).Draw(t, "seen") {
		w := rapid.SampledFrom(words).Draw(t, "word")
		at := strings.Index(text, w)
		es = append(es, Evidence{Source: source, Start: at, End: at + len(w), Trigger: Span{at, at + 1}, Quote: w,
			By: rapid.SampledFrom([]string{"a", "b"}).Draw(t, "by"), Score: rapid.SampledFrom([]float64{0, 0.5}).Draw(t, "score")})
	}
	return tidyEvidence(es)
}

// anyWhen is a day, or a time before it that is likely that day.
func anyWhen(t *rapid.T) When {
	w := When{Time: anyDay().Draw(t, "when"), Sure: rapid.SampledFrom(Surenesses()).Draw(t, "sure"),
		Reason: rapid.SampledFrom([]string{"", "said so"}).Draw(t, "reason")}
	if rapid.Bool().Draw(t, "open") {
		w.Time = Until(w.Time)
		if rapid.Bool().Draw(t, "guessed") {
			w.Likely = w.Time.Last
		}
	}
	return w
}

func anyEvent(t *rapid.T, g *Graph, id, text string) Event {
	e := Event{ID: id, Type: rapid.SampledFrom([]string{"CONSULT", "ASSAULT", ""}).Draw(t, "type"), Lemma: rapid.SampledFrom([]string{"meet", "talk"}).Draw(t, "lemma"),
		Trigger: "met", Status: rapid.SampledFrom([]Status{Happened, Denied}).Draw(t, "status"), Label: rapid.SampledFrom([]string{"A met B", "Mr A met B", strings.Repeat("x", 100)}).Draw(t, "label"),
		When: anyWhen(t), Seen: anySeen(t, g.Sources[0].ID, text)}
	entity := func(label string) string { return rapid.SampledFrom(g.Entities).Draw(t, label).ID }
	for range rapid.IntRange(0, 3).Draw(t, "roles") {
		r := Role{Name: rapid.SampledFrom([]string{"agent", "patient", "topic"}).Draw(t, "role")}
		if r.Text = rapid.SampledFrom([]string{"", "the men", "The men", "peace"}).Draw(t, "words"); r.Text == "" || rapid.Bool().Draw(t, "named") {
			r.Entity = entity("participant")
		}
		e.Roles = append(e.Roles, r)
	}
	if rapid.Bool().Draw(t, "placed") {
		e.Place = entity("place")
	}
	if rapid.Bool().Draw(t, "attributed") {
		e.Attribution = []Attribution{{Source: entity("says"), Verb: "said"}}
		e.Quantities = []Quantity{{What: "killed", Value: rapid.SampledFrom([]float64{7, 9}).Draw(t, "killed")}}
		e.Conflicts = []string{"x"}
	}
	return e
}

func TestMergeLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b, c := anyArticle().Draw(t, "a"), anyArticle().Draw(t, "b"), anyArticle().Draw(t, "c")
		all := Merge(a, b, c)
		if err := all.Check(); err != nil {
			t.Fatal(err)
		}
		for name, g := range map[string]*Graph{
			"(a b) c":     Merge(Merge(a, b), c),
			"a (b c)":     Merge(a, Merge(b, c)),
			"(a c) b":     Merge(Merge(a, c), b),
			"c b a":       Merge(c, b, a),
			"abc abc":     Merge(all, all),
			"abc":         Merge(all),
			"b abc a":     Merge(b, all, a),
			"(a b) (b c)": Merge(Merge(a, b), Merge(b, c)),
		} {
			if diff := cmp.Diff(all, g); diff != "" {
				t.Fatalf("a b c and %s differ:\n%s", name, diff)
			}
		}
	})
}

// TestBothWays: profits that rose are not those that fell, though both are earnings.
func TestBothWays(t *testing.T) {
	g := articleOf("a", "exports|rise|two percent||in May", "exports|fall|two percent||in April", "exports|rise|two percent||as was said")
	for i := range g.Events {
		g.Events[i].Type, g.Events[i].Label = "EARN", "exports changed"
	}
	if n := len(Merge(g).Events); n != 2 {
		t.Errorf("%d events, want 2", n)
	}
}
