package output

import (
	"fmt"
	"slices"
	"testing"
)

// TestRanks: the weightiest name is in the middle, what hangs on it is on both sides, nothing farther away than its
// links say.
func TestRanks(t *testing.T) {
	for _, c := range []struct {
		name  string
		links [][2]int // the first node is the weightiest
		want  []int
	}{
		{"star", [][2]int{{0, 1}, {0, 2}, {3, 0}, {4, 0}}, []int{0, 1, -1, 1, -1}},
		{"chain", [][2]int{{0, 1}, {1, 2}, {2, 3}}, []int{0, 1, 2, 3}},
		{"a long branch against two short ones", [][2]int{{0, 1}, {1, 2}, {0, 3}, {0, 4}}, []int{0, 1, 2, -1, -1}},
		{"ring", [][2]int{{0, 1}, {1, 2}, {2, 3}, {3, 0}}, []int{0, 1, 2, -1}},
		{"alone", nil, []int{0}},
	} {
		part := &chart{}
		for i := range c.want {
			part.Nodes = append(part.Nodes, &node{Name: fmt.Sprint(i), Rank: i})
		}
		for _, l := range c.links {
			part.Links = append(part.Links, &link{From: part.Nodes[l[0]], To: part.Nodes[l[1]]})
		}
		got := part.ranks()
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
		for i, e := range (manner{Turned: (*chart).centred}).ends(part) {
			if got[e[0]] > got[e[1]] {
				t.Errorf("%s: link %d leads back", c.name, i)
			}
		}
	}
}

// TestGround: the ground of a cluster holds its names and keeps off what is beside it.
func TestGround(t *testing.T) {
	box := func(x, y float64) rect { return rect{point{x, y}, 20, 10} }
	var corners []point
	for _, r := range []rect{box(0, 0), box(100, 0), box(0, 100), box(30, 30)} {
		corners = append(corners, r.corners()...)
	}
	g := hull(corners)
	if len(g) != 5 || g.area() != 8200 {
		t.Errorf("%d corners around %.0f: %v", len(g), g.area(), g)
	}
	for _, c := range []struct {
		at    rect
		apart bool
	}{{box(50, 20), false}, {box(100, 100), true}, {box(140, 0), true}, {box(118, 0), false}, {box(0, -40), true}} {
		if got := g.apart(c.at.corners(), 5); got != c.apart {
			t.Errorf("%v: apart %v", c.at, got)
		}
	}
}
