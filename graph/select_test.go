package graph

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// anyMerged draws the merged graph of a few articles.
func anyMerged() *rapid.Generator[*Graph] {
	return rapid.Custom(func(t *rapid.T) *Graph {
		return Merge(rapid.SliceOfN(anyArticle(), 1, 4).Draw(t, "articles")...)
	})
}

// inside wants that part passes Check and holds nothing that whole lacks.
func inside(t *rapid.T, part, whole *Graph) {
	if err := part.Check(); err != nil {
		t.Fatal(err)
	}
	ids := whole.ids()
	for id := range part.ids() {
		if !ids[id] {
			t.Fatalf("%s is new", id)
		}
	}
}

func (g *Graph) ids() map[string]bool {
	ids := map[string]bool{}
	for _, s := range g.Sources {
		ids["source "+s.ID] = true
	}
	for _, e := range g.Entities {
		ids[e.ID] = true
	}
	for _, e := range g.Events {
		ids[e.ID] = true
	}
	for _, r := range g.Relations {
		ids[r.ID] = true
	}
	return ids
}

func TestSelectLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := anyMerged().Draw(t, "g")
		if diff := cmp.Diff(g.ids(), Select(g, Query{}).ids()); diff != "" {
			t.Fatalf("the zero Query leaves something out:\n%s", diff)
		}
		q := Query{
			Names:    rapid.SampledFrom([][]string{nil, {"Obama"}, {"putin", "nobody"}}).Draw(t, "names"),
			Text:     rapid.SampledFrom([]string{"", "MET"}).Draw(t, "text"),
			From:     rapid.SampledFrom([]Date{{}, {2015, 11, 16}}).Draw(t, "from"),
			Types:    rapid.SampledFrom([][]string{nil, {"consult", "meet"}}).Draw(t, "types"),
			Statuses: rapid.SampledFrom([][]Status{nil, {Denied}}).Draw(t, "statuses"),
			Sources:  rapid.SampledFrom([][]string{nil, {"1"}}).Draw(t, "sources"),
		}
		part := Select(g, q)
		inside(t, part, g)
		for _, e := range part.Events {
			if len(q.Statuses) > 0 && e.Status != Denied || q.From.Known() && e.When.Time.Last.Known() && e.When.Time.Last.Before(q.From) {
				t.Fatalf("%+v does not fit %+v", e, q)
			}
		}
		if diff := cmp.Diff(part, Select(part, q)); diff != "" {
			t.Fatalf("selecting twice differs:\n%s", diff)
		}
	})
}

func TestTrimLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := anyMerged().Draw(t, "g")
		l := Limits{rapid.IntRange(0, 5).Draw(t, "nodes"), rapid.IntRange(0, 5).Draw(t, "edges")}
		part, left := Trim(g, l)
		inside(t, part, g)
		n := NewNetwork(part)
		pairs := len(duosOf(n.Ties()))
		if l.Nodes > 0 && len(n.Entities()) > l.Nodes || l.Edges > 0 && pairs > l.Edges {
			t.Fatalf("%d entities and %d pairs, limits %+v", len(n.Entities()), pairs, l)
		}
		all := NewNetwork(g)
		if len(duosOf(all.Ties())) != pairs+left.Pairs || len(part.Events)+left.Events != len(g.Events) {
			t.Fatalf("left out %+v does not add up", left)
		}
		if l == (Limits{}) && left.Pairs != 0 {
			t.Fatalf("no limits, but %+v is left out", left)
		}
	})
}

func TestNetwork(t *testing.T) {
	role := func(name, id string) Role { return Role{Name: name, Entity: id} }
	g := &Graph{
		Entities: []Entity{{ID: "person/a"}, {ID: "person/b"}, {ID: "person/c"}, {ID: "place/p"}, {ID: "person/z"}},
		Events: []Event{
			{ID: "event/1", Roles: []Role{role("agent", "person/b"), role("agent", "person/a")}},
			{ID: "event/2", Roles: []Role{role("agent", "person/a"), role("patient", "person/b")}},
			{ID: "event/3", Roles: []Role{role("agent", "person/c"), role("topic", "person/z")}, Place: "place/p"},
			{ID: "event/4", Roles: []Role{role("agent", "person/c"), role("recipient", "person/b")}, Place: "place/p"},
		},
		Relations: []Relation{{ID: "relation/1", From: "person/c", To: "place/p"}, {ID: "relation/2", Type: Before, From: "event/1", To: "event/2"}},
	}
	n := NewNetwork(g)
	var got []string
	for _, x := range n.Ties() {
		got = append(got, strings.Join(slices.Concat([]string{x.From, x.To}, x.Events, x.Relations), " "))
	}
	want := []string{"person/a person/b event/1 event/2", "person/c person/b event/4", "person/c place/p event/3 relation/1"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if e, ties := n.Order(); e != 4 || ties != 3 {
		t.Errorf("%d entities and %d ties", e, ties)
	}
	if p := n.Path("person/a", "place/p"); !slices.Equal(p, []string{"person/a", "person/b", "person/c", "place/p"}) {
		t.Errorf("path %v", p)
	}
	if n.Path("person/a", "person/z") != nil || n.Path("nobody", "person/a") != nil || n.Tie("person/b", "person/a") != nil || n.Tie("person/a", "person/b").Mutual {
		t.Error("ties that are not there")
	}
	if len(n.Of("person/b")) != 2 {
		t.Errorf("ties of b: %v", n.Of("person/b"))
	}
}
