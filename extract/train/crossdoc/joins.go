package crossdoc

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"dateline/extract"
	"dateline/graph"
)

// Join is two sentences that a graph takes to tell of one event or, where they come from Apart, of two, for a person to
// judge.
type Join struct {
	A, B   *graph.Event // the same event in one that comes from Joins
	At, To graph.Evidence
	Text   string // both on lines of their own, with what each source made of them
}

// Joins draws, with a seed, n events that several words tell of, and of each two of these words: from different articles
// where there are such. Copies of one article are left out, since what they share says nothing.
func Joins(g *graph.Graph, n int, seed uint64) (out []Join) {
	rnd := rand.New(rand.NewPCG(seed, 0))
	origin := origins(g)
	for _, i := range rnd.Perm(len(g.Events)) {
		if len(out) == n {
			break
		}
		e := &g.Events[i]
		at := e.Seen[rnd.IntN(len(e.Seen))]
		best := -1
		for _, k := range rnd.Perm(len(e.Seen)) {
			switch v := &e.Seen[k]; {
			case v.Source == at.Source && v.Trigger == at.Trigger || v.Source != at.Source && origin[v.Source] == origin[at.Source]:
			case best < 0 || e.Seen[best].Source == at.Source:
				best = k
			}
		}
		if best >= 0 {
			out = append(out, newJoin(g, e, e, at, e.Seen[best]))
		}
	}
	return out
}

// Apart draws, with a seed, n pairs of events of different articles, no copies of each other, that did not become one
// although they have type or verb and somebody who takes part in common, and times that do not exclude each other.
func Apart(g *graph.Graph, n int, seed uint64) (out []Join) {
	rnd := rand.New(rand.NewPCG(seed, 0))
	origin := origins(g)
	like := map[string][]int{}
	keys := make([][]string, len(g.Events))
	for i := range g.Events {
		e := &g.Events[i]
		for _, r := range e.Roles {
			if r.Entity != "" && (r.Name == "agent" || r.Name == "patient") && e.When.Time.Known() {
				keys[i] = append(keys[i], e.Lemma+" "+r.Entity)
				if e.Type != "" {
					keys[i] = append(keys[i], e.Type+" "+r.Entity)
				}
			}
		}
		for _, k := range keys[i] {
			like[k] = append(like[k], i)
		}
	}
	for _, i := range rnd.Perm(len(g.Events)) {
		if len(out) == n {
			break
		}
		a := &g.Events[i]
		var others []int
		for _, k := range keys[i] {
			for _, j := range like[k] {
				b := &g.Events[j]
				if i != j && origin[a.Seen[0].Source] != origin[b.Seen[0].Source] && a.When.Time.Overlaps(b.When.Time) {
					others = append(others, j)
				}
			}
		}
		if len(others) > 0 {
			b := &g.Events[others[rnd.IntN(len(others))]]
			out = append(out, newJoin(g, a, b, a.Seen[0], b.Seen[0]))
		}
	}
	return out
}

// origins leads from each source to the one that it copies, itself where it is its own.
func origins(g *graph.Graph) map[string]string {
	of := make(map[string]string, len(g.Sources))
	for i := range g.Sources {
		s := &g.Sources[i]
		if of[s.ID] = s.CopyOf; s.CopyOf == "" {
			of[s.ID] = s.ID
		}
	}
	return of
}

func newJoin(g *graph.Graph, a, b *graph.Event, at, to graph.Evidence) Join {
	var s strings.Builder
	fmt.Fprintf(&s, "%s %s: %s\n  %s", a.ID, a.When.Words(), a.Label, told(g, a, &at))
	if a != b {
		fmt.Fprintf(&s, "%s %s: %s\n", b.ID, b.When.Words(), b.Label)
	}
	fmt.Fprintf(&s, "  %s", told(g, b, &to))
	for _, why := range a.Why {
		if a == b && (len(a.Seen) == 2 || strings.Contains(why, at.Source) && strings.Contains(why, to.Source)) {
			fmt.Fprintf(&s, "    %s\n", why)
		}
	}
	return Join{a, b, at, to, s.String()}
}

// told is a sentence with its trigger in brackets, the day of the article, and what the article makes of it.
func told(g *graph.Graph, e *graph.Event, v *graph.Evidence) string {
	published := ""
	if i, ok := slices.BinarySearchFunc(g.Sources, v.Source, func(s graph.Source, id string) int { return strings.Compare(s.ID, id) }); ok {
		published = g.Sources[i].Published.String()
	}
	words := v.Quote
	if from, to := v.Trigger.Start-v.Start, v.Trigger.End-v.Start; 0 <= from && from <= to && to <= len(words) {
		words = words[:from] + "[" + words[from:to] + "]" + words[to:]
	}
	return fmt.Sprintf("%s (%s): %s\n", v.Source, published, extract.Fold(words))
}
