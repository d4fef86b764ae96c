package graph

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// corpus makes n article graphs like those of a news desk: each names about ten entities, some of them in every third
// article, and tells of about fifteen events.
func corpus(n int) []*Graph {
	r := rand.New(rand.NewPCG(1, 2))
	gs := make([]*Graph, n)
	for i := range gs {
		gs[i] = article(r, i, n)
	}
	return gs
}

func article(r *rand.Rand, i, n int) *Graph {
	var text strings.Builder
	day := DateOf(16000 + i%700)
	g := &Graph{Sources: []Source{{ID: fmt.Sprintf("article-%05d", i), Title: "A title of some length", Origin: "articles/x.txt", Published: DayOf(day), PublishedFrom: "text"}}}
	id := g.Sources[0].ID
	for k := range 10 {
		who := r.IntN(1+n/2) + 20
		if k < 3 {
			who = r.IntN(10)
		}
		name := fmt.Sprintf("Person%d Name%d", who, who*7919%n)
		e := Entity{ID: fmt.Sprintf("e%d", k), Name: name, Kind: Person, Aliases: []string{name[:strings.IndexByte(name, ' ')]}, Keys: []string{KeyOf(Person, name)}}
		for range 3 {
			start := text.Len()
			text.WriteString(name + " ")
			e.Seen = append(e.Seen, Evidence{Source: id, Sentence: k, Start: start, End: start + len(name), Trigger: Span{start, start + len(name)}, Quote: name, By: "names"})
		}
		g.Entities = append(g.Entities, e)
	}
	for k := range 15 {
		start := text.Len()
		quote := fmt.Sprintf("Sentence %d tells of a meeting that somebody had with somebody else in the afternoon of %d.", k, r.IntN(1e6))
		text.WriteString(quote + "\n")
		g.Events = append(g.Events, Event{ID: fmt.Sprintf("v%d", k), Type: []string{"CONSULT", "ASSAULT", ""}[r.IntN(3)], Lemma: []string{"meet", "attack", "say"}[r.IntN(3)],
			Trigger: "tells", Label: quote[:40], When: When{Time: DayOf(day.AddDays(-r.IntN(3))), Reason: "the day before"}, Status: Happened,
			Roles: []Role{{Name: "agent", Entity: fmt.Sprintf("e%d", r.IntN(4))}, {Name: "patient", Entity: fmt.Sprintf("e%d", r.IntN(10))}, {Name: "topic", Text: "the weather of the day"}},
			Seen:  []Evidence{{Source: id, Sentence: k, Start: start, End: start + len(quote), Trigger: Span{start + 12, start + 17}, Quote: quote, By: "events/consult.yaml:12"}}})
		if k > 0 && k%5 == 0 {
			g.Relations = append(g.Relations, Relation{ID: fmt.Sprintf("r%d", k), Type: Before, From: fmt.Sprintf("v%d", k-1), To: fmt.Sprintf("v%d", k), Seen: g.Events[k].Seen})
		}
	}
	g.Sources[0].Text = text.String()
	g.Sources[0].Hash = HashOf(text.String())
	return g
}

// BenchmarkMerge shows that the cost of an article does not grow with their number.
func BenchmarkMerge(b *testing.B) {
	for _, n := range []int{1000, 2000, 4000} {
		gs := corpus(n)
		for _, step := range []struct {
			name string
			do   func() *Graph
		}{{"Merge", func() *Graph { return Merge(gs...) }}, {"Unify", nil}, {"Order", nil}} {
			do := step.do
			if do == nil {
				g := Merge(gs...)
				do = func() *Graph { return Unify(g) }
				if step.name == "Order" {
					do = func() *Graph { Order(g); return g }
				}
			}
			b.Run(fmt.Sprintf("%s/articles=%d", step.name, n), func(b *testing.B) {
				for b.Loop() {
					do()
				}
				b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/float64(n), "µs/article")
			})
		}
	}
}

// BenchmarkRead and its partner tell how fast files are read and written.
func BenchmarkRead(b *testing.B) {
	g := Merge(corpus(500)...)
	for name, encode := range map[string]func(*bytes.Buffer) error{
		"YAML": func(w *bytes.Buffer) error { return g.EncodeYAML(w, EncodeOptions{}) },
		"JSON": func(w *bytes.Buffer) error { return g.EncodeJSON(w, EncodeOptions{WithText: true}) },
	} {
		var w bytes.Buffer
		if err := encode(&w); err != nil {
			b.Fatal(err)
		}
		data := bytes.Clone(w.Bytes())
		b.Run("encode"+name, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				w.Reset()
				if err := encode(&w); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run("read"+name, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Read(bytes.NewReader(data)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
