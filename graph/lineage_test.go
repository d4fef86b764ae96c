package graph

import (
	"slices"
	"testing"
)

func TestLineage(t *testing.T) {
	source := func(id, publisher, of, text string, day int) Source {
		return Source{ID: id, Publisher: publisher, CopyOf: of, Text: text, Published: DayOf(Date{2015, 11, day})}
	}
	g := &Graph{Sources: []Source{
		source("a", "Post", "w", "A storm hit. Write to us.", 18), source("b", "Post", "w", "A storm hit. It killed four.\nPeople fled.", 17),
		source("w", "Wire", "", "A storm hit. It killed four.\nMany fled.", 16), source("x", "Post", "", "Else.", 16),
	}}
	all := Lineage(g, "a")
	var ids []string
	for _, v := range all {
		ids = append(ids, v.Source)
	}
	if !slices.Equal(ids, []string{"w", "b", "a"}) || !slices.Equal(all[2].Added, []string{"Write to us"}) || !slices.Equal(all[2].Dropped, []string{"It killed four", "Many fled"}) {
		t.Errorf("%+v", all)
	}
	if n := len(Lineage(g, "x")); n != 1 || Lineage(g, "gone") != nil {
		t.Errorf("x has %d versions", n)
	}
	if got := Publishers(g, []Evidence{{Source: "a"}, {Source: "w"}, {Source: "x"}}); !slices.Equal(got, []string{"Post", "Wire"}) {
		t.Errorf("publishers %v", got)
	}
}
