package graph

import (
	"errors"
	"slices"
	"testing"
)

// world is a few articles with ties a–b–c–d and one event that two tell.
func world() *Graph {
	g := Merge(
		articleOf("1", "Anna|meet|Bela|2015-11-15|in the hall", "Bela|call|Carl|2015-11-16|at night"),
		articleOf("2", "Carl|pay|Dora|2015-11-17|in cash", "Anna|meet|Bela|2015-11-15|in a hall of mirrors"),
		articleOf("3", "Dora|leave|town||at last"))
	for i := range g.Sources {
		g.Sources[i].Published = DayOf(Date{2015, 11, 20 + i})
	}
	return Unify(g)
}

func labels(g *Graph) (all []string) {
	for _, e := range g.Events {
		all = append(all, e.Label)
	}
	slices.Sort(all)
	return all
}

func TestMatters(t *testing.T) {
	g := world()
	all := Matters(g)
	if got := all[0]; got.Reason != "told by 2 articles, 1 of them later; Anna is in 2; it opens 2" {
		t.Errorf("%+v", got)
	}
	if got := labels(Select(g, Query{Top: 1})); !slices.Equal(got, []string{"Anna meet Bela"}) {
		t.Errorf("top 1: %v", got)
	}
}

func TestAsked(t *testing.T) {
	g := world()
	for _, c := range []struct {
		name string
		q    Query
		want []string
	}{
		{"min sources", Query{MinSources: 2}, []string{"Anna meet Bela"}},
		{"around a", Query{Around: []string{"Anna"}, Steps: 1}, []string{"Anna meet Bela"}},
		{"two steps around a", Query{Around: []string{"Anna"}, Steps: 2}, []string{"Anna meet Bela", "Bela call Carl"}},
		{"around d", Query{Around: []string{"Dora"}, Steps: 1}, []string{"Carl pay Dora", "Dora leave town"}},
		{"where", Query{Places: []string{"Anna"}}, nil},
		{"by ID", Query{Names: []string{"person/dora"}}, []string{"Carl pay Dora", "Dora leave town"}},
	} {
		p := Select(g, c.q)
		if got := labels(p); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
		if err := p.Check(); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	if ids, err := Find(g, "carl"); err != nil || !slices.Equal(ids, []string{"person/carl"}) {
		t.Errorf("carl: %v, %v", ids, err)
	}
	if _, err := Find(g, "Egon"); !errors.As(err, new(ErrNobody)) {
		t.Errorf("Egon: %v", err)
	}
}
