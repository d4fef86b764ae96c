package output

import (
	"strings"
	"testing"

	"dateline/graph"
)

// TestPart: what is only a part of all that is known says so, and counts only the articles that tell of it.
func TestPart(t *testing.T) {
	g := shape(3, [][2]int{{0, 1}, {1, 2}})
	g.Sources = []graph.Source{{ID: "a"}, {ID: "b"}}
	for _, c := range []struct {
		part, want string
	}{
		{"", "2 events from 2 articles · 1 January to 2 February 2015"},
		{"with Person Number 1", "2 events from 1 article · 1 January to 2 February 2015 · only with Person Number 1"},
	} {
		if got := summary(g, Options{Part: c.part}); got != c.want {
			t.Errorf("%q: %s", c.part, got)
		}
		f, _ := Lookup("svg")
		if svg := string(write(t, f, g, Options{Part: c.part})); !strings.Contains(svg, c.want) {
			t.Errorf("%q: not in the map", c.part)
		}
	}
}
