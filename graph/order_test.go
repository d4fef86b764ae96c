package graph

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// chain makes a graph of events from lines "id when > id > id": each before the next.
func chain(lines ...string) *Graph {
	g := &Graph{}
	when := map[string]When{}
	for _, l := range lines {
		last := ""
		for part := range strings.SplitSeq(l, ">") {
			f := strings.Fields(part)
			if _, old := when[f[0]]; !old {
				when[f[0]] = When{}
			}
			if len(f) > 1 {
				when[f[0]] = whenOf(f[1])
			}
			if last != "" {
				g.Relations = append(g.Relations, Relation{ID: last + f[0], Type: Before, From: last, To: f[0], Seen: make([]Evidence, 1)})
			}
			last = f[0]
		}
	}
	for id, w := range when {
		g.Events = append(g.Events, Event{ID: id, When: w})
	}
	slices.SortFunc(g.Events, func(a, b Event) int { return strings.Compare(a.ID, b.ID) })
	return g
}

// whenOf reads EDTF; a day with "?" is the likely one until then.
func whenOf(s string) When {
	t, err := ParseTime(s)
	if err != nil {
		panic(err)
	}
	if strings.HasSuffix(s, "?") {
		return When{Time: Until(DayOf(t.Last)), Likely: t.Last, Sure: Likely}
	}
	return When{Time: t}
}

func TestOrder(t *testing.T) {
	for _, c := range []struct {
		name, in, want string // lines parted by ";", then "id=order" of all events
		contradictions int
	}{
		{"by date", "a 2015-10-01;b 2015-09-30;c 2015-09", "a=3 b=2 c=1", 0},
		{"same time", "a 2015-09-30;b 2015-09-30~;c 2015-10", "a=1 b=1 c=2", 0},
		{"no date, no relation", "a;b 2015", "a=0 b=1", 0},
		{"between", "a 2015-09-01 > u > b 2015-09-30;c 2015-09-02", "a=1 b=4 c=3 u=2", 0},
		{"before the first", "u > v > a 2015-09-30;c 2015-09-29", "a=4 c=1 u=2 v=3", 0},
		{"after one that comes before", "u > a 2015-09-30;u > w;x > w", "a=3 u=1 w=4 x=2", 0},
		{"two after one", "a 2015 > u;a > v", "a=1 u=2 v=3", 0},
		{"same time, told apart", "a 2015-09-30 > b 2015-09-30", "a=1 b=2", 0},
		{"coarse after fine", "b 2015-09-30 > a 2015-09", "a=2 b=1", 0},
		{"nothing leads to a date", "u > v;a 2015", "a=1 u=0 v=0", 0},
		{"dates say the reverse", "a 2015-10-01 > b 2015-09-30", "a=2 b=1", 1},
		{"dates say the reverse over another", "a 2015-10-01 > u > b 2015-09-30", "a=2 b=1 u=3", 1},
		{"on the likely day", "a 2015-10-01;b 2015-09-30?;c 2015-09-29", "a=3 b=2 c=1", 0},
		{"a likely day gives way", "a 2015-10-01? > b 2015-09-30;c 2015-09-29", "a=2 b=3 c=1", 0},
		{"a likely day gives way over another", "a 2015-10-01? > u > b 2015-09-30;c 2015-09-29", "a=2 b=4 c=1 u=3", 0},
		{"told before it happened", "a 2015-10-01 > b 2015-09-30?", "a=2 b=1", 1},
		{"a circle", "a 2015-10-01 > u > v > u", "a=1 u=2 v=3", 1},
	} {
		g := chain(strings.Split(c.in, ";")...)
		lines := Order(g)
		var got []string
		for _, e := range g.Events {
			got = append(got, fmt.Sprintf("%s=%d", e.ID, e.Order))
		}
		if s := strings.Join(got, " "); s != c.want || len(lines) != c.contradictions {
			t.Errorf("%s: %s, want %s; %q", c.name, s, c.want, lines)
		}
	}
}

// A contradiction names both sentences, and both events know of it.
func TestContradiction(t *testing.T) {
	g := chain("a 2015-10-01 > b 2015-09-30")
	for i, q := range []string{"On 1 October he left.", "On 30 September she came."} {
		g.Events[i].Label, g.Events[i].Seen = q[:4], []Evidence{{Source: "s", Quote: q}}
	}
	g.Relations[0].Seen = []Evidence{{Source: "s", Quote: "She came after he had left."}}
	lines := Order(g)
	want := "“On 1” (s) is said to be before “On 3” (s), but the dates say the reverse: “She came after he had left.” against “On 1 October he left.” against “On 30 September she came.”"
	if len(lines) != 1 || lines[0] != want {
		t.Fatalf("got %q, want %q", lines, want)
	}
	for _, e := range g.Events {
		if len(e.Conflicts) != 1 || e.Conflicts[0] != want {
			t.Errorf("%s has the conflicts %q", e.ID, e.Conflicts)
		}
	}
	g = chain("a > b > c > a")
	g.Relations[0].Seen = []Evidence{{Quote: "First a, then b."}}
	g.Relations[2].Seen = []Evidence{{Quote: "First c, then a."}}
	if lines := Order(g); len(lines) != 1 || !strings.Contains(lines[0], "others say the reverse") {
		t.Errorf("a circle gives %q", lines)
	}
}

func TestOrderLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := &Graph{}
		n := rapid.IntRange(1, 12).Draw(t, "n")
		for i := range n {
			g.Events = append(g.Events, Event{ID: fmt.Sprint("v", 10+i), When: anyWhen(t)})
		}
		for range rapid.IntRange(0, 14).Draw(t, "relations") {
			a, b := rapid.IntRange(0, n-1).Draw(t, "a"), rapid.IntRange(0, n-1).Draw(t, "b")
			g.Relations = append(g.Relations, Relation{Type: Before, From: g.Events[a].ID, To: g.Events[b].ID, Seen: make([]Evidence, 1)})
		}
		lines := Order(g)
		order := map[string]int{}
		for _, e := range g.Events {
			order[e.ID] = e.Order
			if e.When.Time.Known() && e.Order == 0 {
				t.Fatalf("%s has a date and no order", e.ID)
			}
		}
		wrong := 0
		seen := map[string]bool{}
		for _, r := range g.Relations {
			a, b := order[r.From], order[r.To]
			if k := r.From + r.To; r.From != r.To && a > 0 && b > 0 && a >= b && !seen[k] {
				seen[k] = true
				wrong++
			}
		}
		if wrong > len(lines) {
			t.Fatalf("%d relations do not hold, but only %q", wrong, lines)
		}
		if len(g.Relations) == 0 {
			for _, a := range g.Events {
				for _, b := range g.Events {
					if a.Order > 0 && b.Order > 0 && a.When.Best().Precedes(b.When.Best()) && a.Order >= b.Order {
						t.Fatalf("%v before %v", b, a)
					}
				}
			}
		}
	})
}

// BenchmarkOrder puts 30,000 events in order, 3,000 of them in one long chain.
func BenchmarkOrder(b *testing.B) {
	g := &Graph{}
	for i := range 30000 {
		g.Events = append(g.Events, Event{ID: fmt.Sprintf("v%06d", i), When: When{Time: DayOf(DateOf(i % 9000))}})
		if i%10 == 0 && i > 0 {
			g.Relations = append(g.Relations, Relation{Type: Before, From: g.Events[i-10].ID, To: g.Events[i].ID, Seen: make([]Evidence, 1)})
		}
	}
	for b.Loop() {
		Order(g)
	}
}
