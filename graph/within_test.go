package graph

import (
	"strings"
	"testing"
)

// TestWithin: a place that lies in the other keeps no two events apart, and the nearer one stays.
func TestWithin(t *testing.T) {
	in := map[string]string{}
	table := "# id\tname\tothers\tcountry\nplace/oslo\tOslo\t\tplace/norway\t700\nplace/asia\tAsia\t\t\tcontinent\n"
	if err := ReadWithin(strings.NewReader(table), in); err != nil || len(in) != 1 {
		t.Fatalf("%v, %v", in, err)
	}
	at := func(source, name string, more ...Relation) *Graph {
		g := told(source, "Anna", "meet", "Olga", "2015-11-15", Happened)
		seen := []Evidence{{Source: source, Quote: "Anna", End: 4, Trigger: Span{0, 4}}}
		for _, n := range []string{"Norway", "Oslo", "Bergen"} {
			g.Entities = append(g.Entities, Entity{ID: n, Name: n, Kind: Place, Keys: []string{"known:place/" + Slug(n)}, Seen: seen})
		}
		g.Events[0].Place, g.Relations = name, more
		return g
	}
	tie := Relation{ID: "r1", Type: "located-in", From: "Bergen", To: "Norway", Seen: at("a", "").Events[0].Seen}
	for _, c := range []struct {
		name string
		a, b *Graph
		want string // place of the one event, empty if there are two
	}{
		{"by the lexicon", at("a", "Norway"), at("b", "Oslo"), "oslo"},
		{"the other way round", at("a", "Oslo"), at("b", "Norway"), "oslo"},
		{"by what an article says", at("a", "Norway", tie), at("b", "Bergen"), "bergen"},
		{"two cities", at("a", "Oslo"), at("b", "Bergen"), ""},
		{"not known to lie there", at("a", "Norway"), at("b", "Bergen"), ""},
	} {
		g := UnifyBy(Merge(c.a, c.b), Judgement{Within: in})
		if err := g.Check(); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		place := ""
		if len(g.Events) == 1 {
			place = g.Events[0].Place
		}
		if !strings.HasSuffix(place, c.want) || c.want == "" && place != "" {
			t.Errorf("%s: at %q, want %q", c.name, place, c.want)
		}
	}
}
