package graph

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	dgraph "github.com/dominikbraun/graph"
)

// Before is the type of relations that put one event before another.
const Before = "before"

// Order fills Event.Order of all events of g from their dates and from the relations of type Before between them:
// events are numbered from 1 in the order of time, those of the same time alike. An event without a date takes its place
// right after the last event that is said to be before it, or else right before the first one after it; it gets 0 where
// nothing leads to a date. Relations that contradict a date or each other are left out and returned, a line each, the
// one with more evidence staying; a contradiction is never fatal.
func Order(g *Graph) (contradictions []string) {
	o := newOrder(g)
	for i := range g.Events {
		g.Events[i].Order = 0
		if t := g.Events[i].When.Time; t.Known() && !o.tied[i] {
			o.at[i] = moment{time: t}
		}
	}
	contradictions = o.wrong
	for _, part := range o.parts() {
		contradictions = append(contradictions, o.settle(part)...)
	}
	var placed []int
	for i := range g.Events {
		if o.at[i].time.Known() {
			placed = append(placed, i)
		}
	}
	slices.SortFunc(placed, func(a, b int) int {
		return cmp.Or(o.at[a].compare(o.at[b]), cmp.Compare(b2i(!o.own(a)), b2i(!o.own(b))), cmp.Compare(a, b))
	})
	n := 0
	for k, i := range placed {
		if k == 0 || !o.own(i) || o.at[placed[k-1]].compare(o.at[i]) != 0 {
			n++
		}
		g.Events[i].Order = n
	}
	slices.Sort(contradictions)
	return contradictions
}

// moment is a place in the timeline: that of a time, or so many steps after it, or before it where steps is negative.
// The zero moment is none.
type moment struct {
	time  Time
	steps int
}

func (m moment) compare(n moment) int {
	return cmp.Or(m.time.sameTime().Compare(n.time.sameTime()), cmp.Compare(m.steps, n.steps))
}

// sameTime is t without what does not part one time from another.
func (t Time) sameTime() Time { return Time{First: t.First, Last: t.Last, Clock: t.Clock} }

// tie is one event before another, by indices in Graph.Events, and how much evidence says so.
type tie struct{ from, to, weight int }

// own tells whether event i stands at its own date: only such can be at the same time.
func (o *order) own(i int) bool { return o.at[i].steps == 0 && o.g.Events[i].When.Time.Known() }

// order is one call of Order.
type order struct {
	g    *Graph
	ties []tie
	tied []bool   // whether an event is part of ties
	at   []moment // of each event
	// wrong are the ties that the dates of their own ends contradict: left out before they can close a circle.
	wrong []string
}

func newOrder(g *Graph) *order {
	o := &order{g: g, tied: make([]bool, len(g.Events)), at: make([]moment, len(g.Events))}
	index := make(map[string]int, len(g.Events))
	for i := range g.Events {
		index[g.Events[i].ID] = i
	}
	weight := map[[2]int]int{}
	for i := range g.Relations {
		r := &g.Relations[i]
		if r.Type != Before {
			continue
		}
		a, okA := index[r.From]
		b, okB := index[r.To]
		if okA && okB && a != b {
			weight[[2]int{a, b}] += len(r.Seen)
		}
	}
	for k, w := range weight {
		a, b := k[0], k[1]
		if g.Events[b].When.Time.Precedes(g.Events[a].When.Time) {
			o.wrong = append(o.wrong, o.line(a, b, "the dates say the reverse"))
			continue
		}
		o.ties = append(o.ties, tie{a, b, w})
		o.tied[a], o.tied[b] = true, true
	}
	slices.SortFunc(o.ties, func(a, b tie) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to))
	})
	return o
}

// parts are the ties cut into those that hang together, so that each graph stays small.
func (o *order) parts() [][]tie {
	var u union
	for range o.g.Events {
		u.add()
	}
	for _, t := range o.ties {
		u.join(t.from, t.to)
	}
	index := map[int]int{}
	var parts [][]tie
	for _, t := range o.ties {
		root := u.find(t.from)
		i, ok := index[root]
		if !ok {
			i = len(parts)
			index[root] = i
			parts = append(parts, nil)
		}
		parts[i] = append(parts[i], t)
	}
	return parts
}

// settle gives the events of one part their moments. The graph of dominikbraun/graph refuses ties that would close a
// circle (PreventCycles) and sorts what is left.
func (o *order) settle(part []tie) (contradictions []string) {
	d := dgraph.New(dgraph.IntHash, dgraph.Directed(), dgraph.PreventCycles())
	before, after := map[int][]int{}, map[int][]int{}
	for _, t := range part {
		_ = d.AddVertex(t.from) // fails only if it is there
		_ = d.AddVertex(t.to)
		if err := d.AddEdge(t.from, t.to); errors.Is(err, dgraph.ErrEdgeCreatesCycle) {
			contradictions = append(contradictions, o.line(t.from, t.to, "others say the reverse"))
			continue
		}
		before[t.to] = append(before[t.to], t.from)
		after[t.from] = append(after[t.from], t.to)
	}
	sorted, err := dgraph.StableTopologicalSort(d, func(a, b int) bool { return a < b })
	if err != nil {
		panic(err) // PreventCycles has let a circle through
	}
	for _, i := range sorted {
		contradictions = append(contradictions, o.dated(i, before)...)
	}
	for o.spread(sorted, before, after) {
	}
	return contradictions
}

// dated places event i if it has a date, or comes after one that has a place. Ties to events that can only be later by
// their dates are left out of before.
func (o *order) dated(i int, before map[int][]int) (contradictions []string) {
	own := o.g.Events[i].When.Time
	m := moment{time: own}
	kept := before[i][:0]
	for _, p := range before[i] {
		if own.Known() && own.Precedes(o.at[p].time) {
			contradictions = append(contradictions, o.line(p, i, "the dates say the reverse"))
			continue
		}
		kept = append(kept, p)
	}
	before[i] = kept
	o.at[i] = o.afterAll(m, kept)
	return contradictions
}

// afterAll is m, or the first moment after all events given that have one.
func (o *order) afterAll(m moment, before []int) moment {
	for _, p := range before {
		if q := o.at[p]; q.time.Known() && (!m.time.Known() || m.compare(q) <= 0) {
			m = moment{q.time, q.steps + 1}
		}
	}
	return m
}

// spread places events without a date next to those that follow them, then those that come after these. It tells
// whether it placed any.
func (o *order) spread(sorted []int, before, after map[int][]int) (any bool) {
	for _, i := range slices.Backward(sorted) {
		if o.at[i].time.Known() {
			continue
		}
		for _, s := range after[i] {
			if !slices.Contains(before[s], i) {
				continue // left out as contradictory
			}
			if q := o.at[s]; q.time.Known() && (!o.at[i].time.Known() || q.compare(o.at[i]) <= 0) {
				o.at[i] = moment{q.time, q.steps - 1}
				any = true
			}
		}
	}
	for _, i := range sorted {
		if !o.at[i].time.Known() {
			o.at[i] = o.afterAll(moment{}, before[i])
			any = any || o.at[i].time.Known()
		}
	}
	return any
}

func (o *order) line(a, b int, why string) string {
	return fmt.Sprintf("%s is said to be before %s, but %s", o.g.Events[a].told(), o.g.Events[b].told(), why)
}

// told is the event as a message names it: what happened and who tells it, or its ID where that is not known.
func (e *Event) told() string {
	if e.Label == "" || len(e.Seen) == 0 {
		return e.ID
	}
	return fmt.Sprintf("“%s” (%s)", e.Label, e.Seen[0].Source)
}
