package output

import (
	"bytes"
	"fmt"
	"math"
	"strings"
	"sync"
	"testing"
	"time"

	"dateline/graph"
)

// shape makes a graph of n people from pairs of numbers, one event for each.
func shape(n int, pairs [][2]int) *graph.Graph {
	g := &graph.Graph{}
	id := func(i int) string { return fmt.Sprintf("person/%05d", i) }
	for i := range n {
		g.Entities = append(g.Entities, graph.Entity{ID: id(i), Name: fmt.Sprintf("Person Number %d", i), Kind: graph.Person})
	}
	for i, p := range pairs {
		day := graph.Date{Year: 2015, Month: 1 + i%12, Day: 1 + i%28}
		g.Events = append(g.Events, graph.Event{ID: fmt.Sprintf("event/%05d", i), Label: "they met", Trigger: "met", Lemma: "meet", Articles: 1 + i%3,
			When: graph.When{Time: graph.DayOf(day)}, Status: graph.Happened, Seen: []graph.Evidence{{Source: "a"}},
			Roles: []graph.Role{{Name: "agent", Entity: id(p[0])}, {Name: "patient", Entity: id(p[1])}}})
	}
	return g
}

// TestMapShapes: whatever the shape of the graph, there is a whole map of a part that can be read.
func TestMapShapes(t *testing.T) {
	chain, star, clique, parallel, pairs, random := [][2]int{}, [][2]int{}, [][2]int{}, [][2]int{}, [][2]int{}, [][2]int{}
	seed := uint32(1)
	next := func(n int) int { seed = seed*1664525 + 1013904223; return int(seed>>8) % n }
	for i := range 2000 {
		chain = append(chain, [2]int{i, i + 1})
		star = append(star, [2]int{0, i + 1})
		parallel = append(parallel, [2]int{i % 2, 1 - i%2})
		pairs = append(pairs, [2]int{2 * i % 2000, 2*i%2000 + 1})
		if a, b := next(300), next(300); a != b {
			random = append(random, [2]int{a, b})
		}
	}
	for i := range 40 {
		for k := range i {
			clique = append(clique, [2]int{i, k})
		}
	}
	for name, list := range map[string][][2]int{"chain": chain, "star": star, "clique": clique, "parallel": parallel, "pairs": pairs, "random": random} {
		g := shape(2001, list)
		c := newChart(g, Options{})
		f, _ := Lookup("svg")
		svg := write(t, f, g, Options{})
		if p := inspect(t, svg); p.names != len(c.Nodes) || p.links != len(c.Links) || p.names == 0 || p.names > readableNodes || p.links > readableLinks {
			t.Errorf("%s: %d names, %d links", name, p.names, p.links)
		}
		if left := c.leftOut(); (left != "") != (name != "parallel") || !strings.Contains(string(svg), left) {
			t.Errorf("%s: left out: %q", name, left)
		}
	}
}

// TestMapRoom: no name is wider than its shape, no two shapes or labels stand on each other, no line runs through a label.
func TestMapRoom(t *testing.T) {
	c, p, err := plot(newChart(autumn(t), Options{}), Place)
	if err != nil {
		t.Fatal(err)
	}
	type box struct {
		what string
		rect
	}
	var lines [][]point
	for _, path := range p.Paths {
		lines = append(lines, sample(path))
	}
	var boxes []box
	for i, n := range c.Nodes {
		w, h, lines := n.box()
		size, bold := n.nodeSize()
		for _, line := range lines {
			if textWidth(line, size, bold)+8 > w {
				t.Errorf("%q does not fit", line)
			}
		}
		boxes = append(boxes, box{n.Name, rect{p.Nodes[i], w, h}})
	}
	for i, l := range c.Links {
		w, h := l.labelBox()
		words := rect{p.Words[i], w - 8, h - 4}
		boxes = append(boxes, box{strings.Join(l.label(), " "), words})
		if crossings(words, lines, i) > 0 {
			t.Errorf("a line runs through %q", l.label())
		}
	}
	for i, a := range boxes {
		if a.at.X-a.w/2 < -1 || a.at.Y-a.h/2 < -1 || a.at.X+a.w/2 > p.W+1 || a.at.Y+a.h/2 > p.H+1 {
			t.Errorf("%q stands outside the picture", a.what)
		}
		for _, b := range boxes[:i] {
			if math.Abs(a.at.X-b.at.X) < (a.w+b.w)/2 && math.Abs(a.at.Y-b.at.Y) < (a.h+b.h)/2 {
				t.Errorf("%q and %q overlap", a.what, b.what)
			}
		}
	}
}

// TestLinkLabel: one event with its day, several with their number and the months between.
func TestLinkLabel(t *testing.T) {
	c := newChart(autumn(t), Options{})
	got := map[string]string{}
	for _, l := range c.Links {
		got[l.From.Name+" > "+l.To.Name] = strings.Join(l.label(), " · ")
	}
	for pair, want := range map[string]string{
		"Vladimir Putin > Barack Obama":      "met, talks +4 · Sep – Nov 2015",
		"Vladimir Putin > Bashar al-Assad":   "received · 21 Oct 2015",
		"François Hollande > G20 summit":     "cancelled · 15 Nov 2015",
		"Vladimir Putin > François Hollande": "offered, visit (planned) · 17–26 Nov 2015",
	} {
		if got[pair] != want {
			t.Errorf("%s: %q, want %q", pair, got[pair], want)
		}
	}
}

// TestLastingTies: a state is drawn as a link of its own kind.
func TestLastingTies(t *testing.T) {
	g := shape(2, nil)
	g.Relations = []graph.Relation{{ID: "r", Type: "head-of", From: g.Entities[0].ID, To: g.Entities[1].ID, Seen: []graph.Evidence{{Source: "a"}}}}
	c := newChart(g, Options{})
	if len(c.Links) != 1 || c.Links[0].status() != lasting || c.Links[0].label()[0] != "head of" || !c.Links[0].Forward {
		t.Errorf("links %+v", c.Links)
	}
}

// TestMapRandom: thirty graphs of 10 to 50,000 names each have a whole map, in time; sixteen at once do not disturb
// each other.
func TestMapRandom(t *testing.T) {
	if testing.Short() {
		t.Skip("big graphs take their time")
	}
	seed := uint32(7)
	next := func(n int) int { seed = seed*1664525 + 1013904223; return int(seed>>8) % n }
	var some *graph.Graph
	for i := range 30 {
		n := int(10 * math.Pow(100, float64(i)/28)) // 10 … 1,000
		if i == 29 {
			n = 50_000
		}
		var pairs [][2]int
		for range n * 3 / 2 {
			if a, b := next(1+next(n)), next(n); a != b { // some have many links, most have few
				pairs = append(pairs, [2]int{a, b})
			}
		}
		g := shape(n, pairs)
		begin := time.Now()
		f, _ := Lookup("svg")
		p := inspect(t, write(t, f, g, Options{}))
		if took := time.Since(begin); took > 10*time.Second {
			t.Errorf("%d names took %v", n, took)
		}
		if c := newChart(g, Options{}); p.names != len(c.Nodes) || p.links != len(c.Links) || p.names == 0 {
			t.Errorf("%d names: %d and %d links drawn, want %d and %d", n, p.names, p.links, len(c.Nodes), len(c.Links))
		}
		if i == 20 {
			some = g
		}
	}
	want := write(t, Format{Write: Map}, some, Options{})
	var all sync.WaitGroup
	for range 16 {
		all.Go(func() {
			if got := write(t, Format{Write: Map}, some, Options{}); !bytes.Equal(got, want) {
				t.Error("maps drawn at once differ")
			}
		})
	}
	all.Wait()
}

// TestMapSize: with betweenness, the one whom all ways lead over is the largest name, however little is told of it.
func TestMapSize(t *testing.T) {
	pairs := [][2]int{{1, 2}, {2, 3}, {2, 4}}
	for range 20 {
		pairs = append(pairs, [2]int{0, 1})
	}
	g := shape(5, pairs)
	for size, want := range map[string]string{"": "Person Number 1", "weight": "Person Number 1", SizeBetweenness: "Person Number 2"} {
		c := newChart(g, Options{Size: size})
		for _, n := range c.Nodes {
			if (n.Rank == 0) != (n.Name == want) || n.Rank == 0 && n.Part != 1 {
				t.Errorf("%q: %s has place %d, %.2f", size, n.Name, n.Rank, n.Part)
			}
		}
		if told := strings.HasPrefix(c.leftOut()+" ", sizeTold); told != (size == SizeBetweenness) {
			t.Errorf("%q: told %q", size, c.leftOut())
		}
	}
}
