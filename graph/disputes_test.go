package graph

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// counted is an article that tells of one crash with so many killed.
func counted(source, published, number string, n float64) *Graph {
	g := articleOf(source, "the crane|crush|pilgrims|2015-09-11|in Mecca and killed "+number)
	g.Sources[0].Published, _ = ParseTime(published)
	g.Entities = []Entity{{ID: "c", Name: "Mecca", Kind: Place, Keys: []string{"place:mecca"}, Seen: []Evidence{g.Events[0].Seen[0]}}}
	g.Events[0].Roles = append(g.Events[0].Roles, Role{Name: "recipient", Entity: "c"})
	g.Events[0].Quantities = []Quantity{{What: "killed", Value: n}}
	return g
}

// TestToll: a toll that grew is one dispute with its history, in the order of publication.
func TestToll(t *testing.T) {
	g := Unify(Merge(counted("z", "2015-09-11", "62", 62), counted("a", "2015-09-13", "107", 107), counted("m", "2015-09-15", "111", 111)))
	if len(g.Events) != 1 {
		t.Fatalf("%d events", len(g.Events))
	}
	e := g.Events[0]
	if diff := cmp.Diff([]string{"killed: 62 (z), then 107 (a), then 111 (m)"}, e.Conflicts); diff != "" {
		t.Error(diff)
	}
	if len(e.Disputes) != 1 || len(e.Disputes[0].Sides) != 3 || e.Disputes[0].Sides[2].Quote != "the crane crush pilgrims in Mecca and killed 111." {
		t.Errorf("%+v", e.Disputes)
	}
	more := Unify(Merge(g, counted("n", "2015-09-14", "109", 109)))
	if diff := cmp.Diff([]string{"killed: 62 (z), then 107 (a), then 109 (n), then 111 (m)"}, more.Events[0].Conflicts); diff != "" {
		t.Error("one article more:\n" + diff)
	}
}

// TestDisputes: what one thing alone keeps apart is a contradiction of both.
func TestDisputes(t *testing.T) {
	first := "in the northern port of Harstad while ferries from Tromso waited outside the flooded harbour"
	then := "near flooded Harstad , its northern port , as ferries waited off Tromso outside the harbour"
	more := "Kari Moe|open|the shelter||for stranded families beside the old Harstad lighthouse"
	again := "Kari Moe|shelter|stranded families||beside the old lighthouse of Harstad"
	others := []*Graph{articleOf("x", "a chef|fry|eggs||with thyme"), articleOf("y", "a bank|raise|rates||by a quarter point")}
	for _, c := range []struct {
		name, a, b string
		status     Status
		want       []string
	}{
		{"date", "a storm|kill|four sailors|2015-11-15|" + first, "a storm|kill|four sailors|2015-11-16|" + then, Happened, []string{"15 November 2015 (a) or 16 November 2015 (b)"}},
		{"weeks between", "a storm|kill|four sailors|2015-11-15|" + first, "a storm|kill|four sailors|2015-12-16|" + then, Happened, nil},
		{"happened", "a storm|kill|four sailors||" + first, "a storm|kill|four sailors||" + then, Denied, []string{"happened (a) or denied (b)"}},
		{"actor", "Anna Berg|rescue|four sailors||" + first, "Olga Lund|rescue|four sailors||" + then, Happened, []string{"actor: Anna Berg (a) or Olga Lund (b)"}},
	} {
		b := articleOf("b", c.b, again)
		b.Events[0].Status = c.status
		g := Unify(Merge(append(others, articleOf("a", c.a, more), b)...))
		var got []string
		for _, e := range g.Events {
			got = append(got, e.Conflicts...)
		}
		if diff := cmp.Diff(c.want, set(got)); diff != "" {
			t.Errorf("%s:\n%s", c.name, diff)
		}
	}
}
