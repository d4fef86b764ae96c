package coref

import (
	"reflect"
	"strings"
	"testing"

	"dateline/graph"
)

// people is a graph of Ann Berg in two articles, and a Berg without a first name in one of them.
func people() *graph.Graph {
	seen := func(source, text, words string) graph.Evidence {
		at := strings.Index(text, words)
		return graph.Evidence{Source: source, Start: at, End: at + len(words), Quote: words, Trigger: graph.Span{Start: at, End: at + len(words)}}
	}
	one, two := "Yesterday Ann Berg sailed.", "Berg is home, said Mr Berg."
	return graph.Merge(&graph.Graph{
		Sources: []graph.Source{{ID: "one", Text: one}, {ID: "two", Text: two}},
		Entities: []graph.Entity{
			{ID: "e1", Name: "Ann Berg", Kind: graph.Person, Keys: []string{"person:ann berg"}, Seen: []graph.Evidence{seen("one", one, "Ann Berg"), seen("two", two, "Berg")}},
			{ID: "e2", Name: "Berg", Kind: graph.Person, Keys: []string{"person:berg@two"}, Seen: []graph.Evidence{{Source: "two", Start: 23, End: 27, Quote: "Berg", Trigger: graph.Span{Start: 23, End: 27}}}},
		},
	})
}

func TestPairs(t *testing.T) {
	g := people()
	pairs := Pairs(g, 5, 1)
	if len(pairs) != 1 || pairs[0].A.Source == pairs[0].B.Source {
		t.Fatalf("pairs %v", pairs)
	}
	if got, want := Shown(g, g.Entities[0].Seen[0]), "one: Yesterday [Ann Berg] sailed."; got != want {
		t.Errorf("shown %q, want %q", got, want)
	}
	if again := Pairs(g, 5, 1); !reflect.DeepEqual(pairs, again) {
		t.Error("the same seed draws other pairs")
	}
}

func TestPersons(t *testing.T) {
	parts := Persons(people(), 5, 1)
	if len(parts) != 1 || parts[0].Entity.Name != "Ann Berg" || len(parts[0].Others) != 1 || parts[0].Others[0].Name != "Berg" {
		t.Fatalf("%+v", parts)
	}
}
