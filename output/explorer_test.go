package output

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"pgregory.net/rapid"

	"dateline/graph"
)

// explored is the data of the explorer as its script gets them.
type explored struct {
	Title, Summary string
	Kinds          []string
	Sources        []seenSource
	Names          []seenName
	Events         []seenEvent
	Ties           []seenTie
}

func explore(t *testing.T, g *graph.Graph, o Options) (d explored) {
	t.Helper()
	if err := json.Unmarshal(write(t, Format{Write: ExplorerData}, g, o), &d); err != nil {
		t.Fatal(err)
	}
	return d
}

// TestExplorerData: everything in the graph is there, and every place in a text leads to the words that it should.
func TestExplorerData(t *testing.T) {
	g := autumn(t)
	g.Sources[1].Text = "“Über 𝄞 – naïve”\n" + g.Sources[1].Text // bytes and units part ways
	for _, seen := range evidenceOf(g) {
		if seen.Source == g.Sources[1].ID {
			shift := len("“Über 𝄞 – naïve”\n")
			seen.Start, seen.End, seen.Trigger.Start, seen.Trigger.End = seen.Start+shift, seen.End+shift, seen.Trigger.Start+shift, seen.Trigger.End+shift
		}
	}
	d := explore(t, g, Options{})
	if len(d.Events) != len(g.Events) || len(d.Names) != len(g.Entities) || len(d.Sources) != len(g.Sources) || len(d.Ties) == 0 {
		t.Fatalf("%d events, %d names, %d sources, %d ties", len(d.Events), len(d.Names), len(d.Sources), len(d.Ties))
	}
	byID := map[string]*graph.Event{}
	for i := range g.Events {
		byID[g.Events[i].ID] = &g.Events[i]
	}
	for _, e := range d.Events {
		for i, p := range e.Seen {
			text := utf16.Encode([]rune(d.Sources[p.Source].Text))
			want := byID[e.ID].Seen[i]
			if got := string(utf16.Decode(text[p.Start:p.End])); got != want.Quote {
				t.Errorf("%s: sentence %q, want %q", e.ID, got, want.Quote)
			}
			from, to := want.Trigger.Start-want.Start, want.Trigger.End-want.Start
			if got := string(utf16.Decode(text[p.From:p.To])); got != want.Quote[from:to] {
				t.Errorf("%s: trigger %q, want %q", e.ID, got, want.Quote[from:to])
			}
		}
	}
}

// evidenceOf is all evidence of events and relations.
func evidenceOf(g *graph.Graph) (all []*graph.Evidence) {
	for i := range g.Events {
		for k := range g.Events[i].Seen {
			all = append(all, &g.Events[i].Seen[k])
		}
	}
	for i := range g.Relations {
		for k := range g.Relations[i].Seen {
			all = append(all, &g.Relations[i].Seen[k])
		}
	}
	return all
}

// TestExplorerWithoutText: a graph that was read from YAML has quotes and no text; the quotes stand in.
func TestExplorerWithoutText(t *testing.T) {
	g := autumn(t)
	for i := range g.Sources {
		g.Sources[i].Text = ""
	}
	for _, e := range explore(t, g, Options{}).Events {
		for _, p := range e.Seen {
			if p.Quote == "" || p.Start != 0 || p.End != len(utf16.Encode([]rune(p.Quote))) || p.From >= p.To {
				t.Errorf("%s: %+v", e.ID, p)
			}
		}
	}
}

// TestExplorerTies: one tie for each pair, with every event once.
func TestExplorerTies(t *testing.T) {
	seen := map[[2]int]bool{}
	for _, tie := range explore(t, autumn(t), Options{}).Ties {
		key := [2]int{tie.A, tie.B}
		if tie.A >= tie.B || seen[key] || !slices.IsSorted(tie.Events) || len(slices.Compact(slices.Clone(tie.Events))) != len(tie.Events) {
			t.Errorf("tie %+v", tie)
		}
		seen[key] = true
	}
}

// TestHostileExplorer: the page has the structure that it has for harmless text, whatever the articles say.
func TestHostileExplorer(t *testing.T) {
	f, _ := Lookup("html")
	want, _ := outline(t, write(t, f, autumn(t), Options{Title: "x"}))
	page := write(t, f, attacked(t, hostile), Options{Title: "x" + hostile[len(hostile)/2]})
	if got, _ := outline(t, page); !slices.Equal(got, want) {
		t.Errorf("hostile text changed the structure of the page: %d elements, want %d", len(got), len(want))
	}
	d := explore(t, attacked(t, hostile), Options{})
	for _, e := range d.Events {
		for _, r := range e.Label {
			if r < ' ' || r >= 0x202a && r <= 0x202e {
				t.Errorf("control character %U in a label", r)
			}
		}
	}
	for _, s := range d.Sources {
		if s.URL != "" {
			t.Errorf("hostile origin became the address %q", s.URL)
		}
	}
}

// TestRuler: units are those of UTF-16, and showing a text does not move them.
func TestRuler(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Repeat(rapid.StringOf(rapid.RuneFrom([]rune("aé€𝄞\n\x01\u202e"))).Draw(t, "text"), rapid.IntRange(1, 90).Draw(t, "times"))
		r, shown := newRuler(text), utf16.Encode([]rune(showText(text)))
		units := 0
		for i, c := range text {
			if got := r.units(i); got != units {
				t.Fatalf("byte %d is unit %d, want %d", i, got, units)
			}
			units += unitsOf(c)
		}
		if r.units(len(text)) != units || len(shown) != units || r.units(len(text)+9) != units || r.units(-1) != 0 {
			t.Fatalf("%d units, shown %d, want %d", r.units(len(text)), len(shown), units)
		}
	})
}

// TestSpread: every name has a place of its own, the same each time; linked names are nearer than others.
func TestSpread(t *testing.T) {
	const n = 300
	var links [][2]int
	for i := range n {
		links = append(links, [2]int{i, i / 10 * 10}) // 30 stars
	}
	weights := make([]int, n)
	for i := range weights {
		weights[i] = 1 + i%10
	}
	places := spread(n, links, weights)
	if !slices.Equal(places, spread(n, links, weights)) {
		t.Error("two runs gave different places")
	}
	seen := map[point]bool{}
	var near, far, pairs float64
	for i, p := range places {
		if math.IsNaN(p.X) || math.IsNaN(p.Y) || seen[p] {
			t.Errorf("place %v of %d", p, i)
		}
		seen[p] = true
		hub, other := places[i/10*10], places[(i+150)%n]
		near += length(p.X-hub.X, p.Y-hub.Y)
		far += length(p.X-other.X, p.Y-other.Y)
		pairs++
	}
	if near/pairs*3 > far/pairs {
		t.Errorf("linked names are %.0f apart, others %.0f", near/pairs, far/pairs)
	}
}

// BenchmarkSpread: layouts must not hold a page up.
func BenchmarkSpread(b *testing.B) {
	for _, n := range []int{1000, 10000} {
		links, weights := make([][2]int, n), make([]int, n)
		for i := range n {
			links[i] = [2]int{i, i * 7919 % n}
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				spread(n, links, weights)
			}
		})
	}
}
