package graph

import "testing"

// TestSubEvents follows a part of an event: it goes with the event that this one becomes, and is left out with either.
func TestSubEvents(t *testing.T) {
	article := func(source, when string) *Graph {
		g, part := told(source, "Obama", "meet", "Putin", when, Happened), told(source, "Obama", "meet", "Putin", when, Happened).Events[0]
		part.ID, part.Lemma, part.Type, part.Label, part.Roles = "v2", "speak", "", "Obama spoke", part.Roles[:1]
		g.Events = append(g.Events, part)
		g.Relations = []Relation{{ID: "r1", Type: SubEvent, From: "v2", To: "v1", Seen: part.Seen}}
		return g
	}
	g := Unify(Merge(article("a", "2015-11-15"), article("b", "2015-11")))
	if err := g.Check(); err != nil {
		t.Fatal(err)
	}
	if len(g.Events) != 2 || len(g.Relations) != 1 || len(g.Relations[0].Seen) != 2 {
		t.Fatalf("%d events, ties %v", len(g.Events), g.Relations)
	}
	r, lemma := &g.Relations[0], map[string]string{}
	for _, e := range g.Events {
		lemma[e.ID] = e.Lemma
	}
	if r.Type != SubEvent || lemma[r.From] != "speak" || lemma[r.To] != "meet" {
		t.Errorf("%s from %s to %s", r.Type, r.From, r.To)
	}
	if p := Select(g, Query{Events: []string{r.From, r.To}}); len(p.Relations) != 1 {
		t.Error("the tie is lost where both events are asked for")
	}
	if p := Select(g, Query{Events: []string{r.From}}); len(p.Relations) != 0 {
		t.Error("a tie to an event that was not asked for")
	}
}
