package graph

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// barbell is two triangles, a b c and x y z, joined by c–x; the ties are meetings, a day apart.
func barbell() *Graph {
	var lines []string
	for i, p := range []string{"Abe Bea", "Bea Cid", "Abe Cid", "Cid Xan", "Xan Yen", "Yen Zoe", "Xan Zoe"} {
		lines = append(lines, fmt.Sprintf("%s|meet|%s|2015-11-%02d|for lunch", p[:3], p[4:], i+1))
	}
	return Merge(articleOf("1", lines...))
}

func TestStats(t *testing.T) {
	g := barbell()
	s := NewStats(g)
	between := map[string]float64{}
	for _, a := range s.Actors {
		between[a.ID] = a.Betweenness
	}
	// Of 20 ordered pairs without it, 12 lead over c: from a and b to x, y, z, and back.
	if math.Abs(between["person/cid"]-0.6) > 1e-9 || between["person/abe"] != 0 {
		t.Errorf("betweenness %v", between)
	}
	var got [][]string
	for _, c := range s.Communities {
		slices.Sort(c.Members)
		got = append(got, c.Members)
	}
	want := [][]string{{"person/abe", "person/bea", "person/cid"}, {"person/xan", "person/yen", "person/zoe"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestContacts(t *testing.T) {
	g := barbell()
	if c := Contacts(g, "person/abe", "person/bea"); len(c) != 1 || c[0].Label != "Abe meet Bea" {
		t.Errorf("%v", c)
	}
	var way []string
	for _, s := range TimePath(g, "person/abe", "person/zoe") {
		way = append(way, s.Event.Label)
	}
	if !slices.Equal(way, []string{"Abe meet Cid", "Cid meet Xan", "Xan meet Zoe"}) && !slices.Equal(way, []string{"Abe meet Bea", "Bea meet Cid", "Cid meet Xan", "Xan meet Yen", "Yen meet Zoe"}) {
		t.Errorf("way %v", way)
	}
	if back := TimePath(g, "person/zoe", "person/abe"); back != nil {
		t.Errorf("a way against time: %v", back)
	}
	if m := Matrix(g, []string{"person/abe", "person/bea", "person/zoe"}); !slices.Equal(m[0], []int{0, 1, 0}) || m[2][0] != 0 {
		t.Errorf("%v", m)
	}
}

func TestBursts(t *testing.T) {
	var lines []string
	for i := range 6 {
		lines = append(lines, fmt.Sprintf("Abe|call|a%d|2015-11-1%d|late", i, i%3+6))
	}
	for m := range 9 {
		lines = append(lines, fmt.Sprintf("Abe|write|b%d|2015-%02d-03|late", m, m+1))
	}
	g := Merge(articleOf("1", lines...))
	b := bursts(g, g.names())
	if len(b) != 1 || b[0].Events != 6 || b[0].From != (Date{2015, 11, 16}) {
		t.Errorf("%v", b)
	}
	if len(b) == 1 && (!slices.Equal(b[0].Names, []string{"Abe"}) || !strings.HasPrefix(b[0].Event, "Abe call")) {
		t.Errorf("about %q, %q", b[0].Names, b[0].Event)
	}
}

// TestContact: what did not happen, or may have been at any time, is no contact of a day.
func TestContact(t *testing.T) {
	g := Merge(articleOf("1", "Abe|meet|Bea|2015-11-03|in the park", "Abe|call|Bea|2015-11-09|late", "Abe|write|Bea|../2015-11-20|often", "Abe|leave|Bea|2015-12-01|alone"))
	for i := range g.Events {
		if g.Events[i].Lemma == "leave" {
			g.Events[i].Status = Planned
		}
	}
	got := contacts(g, g.names())
	if len(got) != 1 || got[0].Events != 3 || got[0].First != "2015-11-03" || got[0].Last != "2015-11-09" {
		t.Errorf("%+v", got)
	}
}

func TestModularity(t *testing.T) {
	// Two triangles and a tie of equal weights: 6 of 7 ties lie inside, half of all ends in each: 6/7 - 1/2.
	if got := NewStats(barbell()).Modularity; math.Abs(got-(6.0/7-0.5)) > 0.01 {
		t.Errorf("%f", got)
	}
}

func TestStatsLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := anyMerged().Draw(t, "g")
		s := NewStats(g)
		if diff := cmp.Diff(s, NewStats(Merge(g))); diff != "" {
			t.Fatal(diff)
		}
		members := 0
		for _, c := range s.Communities {
			members += len(c.Members)
		}
		if members != len(s.Actors) {
			t.Fatalf("%d members, %d actors", members, len(s.Actors))
		}
		for _, a := range s.Actors {
			if a.Betweenness < 0 || a.Betweenness > 1 || a.Degree == 0 {
				t.Fatalf("%+v", a)
			}
		}
	})
}
