package graph

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	dgraph "github.com/dominikbraun/graph"
)

// Before is the type of relations that put one event before another.
const Before = "before"

// Order fills Event.Order of all events of g from their dates and from the relations of type Before between them:
// events are numbered from 1 in the order of time, those of the same time alike. An event without a date takes its place
// right after the last event that is said to be before it, or else right before the first one after it; it gets 0 where
// nothing leads to a date. A day that is only likely gives way to what is said about the order.
//
// Relations that contradict a date or each other are left out, the one with more evidence staying. Each contradiction is
// returned as a line with both sentences, and stands among the Conflicts of both events; it is never fatal.
func Order(g *Graph) (contradictions []string) {
	o := newOrder(g)
	for i := range g.Events {
		g.Events[i].Order = 0
		if t := g.Events[i].When.Best(); t.Known() && !o.tied[i] {
			o.at[i] = moment{time: t}
		}
	}
	for _, part := range o.parts() {
		o.settle(part)
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
	slices.Sort(o.wrong)
	return o.wrong
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

// tie is one event before another, by indices in Graph.Events, how much evidence says so, and a sentence of it.
type tie struct {
	from, to, weight int
	quote            string
}

// own tells whether event i stands at its own date: only such can be at the same time.
func (o *order) own(i int) bool { return o.at[i].steps == 0 && o.g.Events[i].When.Time.Known() }

// order is one call of Order.
type order struct {
	g    *Graph
	ties []tie
	tied []bool   // whether an event is part of ties
	at   []moment // of each event
	// loose are the events whose likely day what follows them contradicts: placed as if they had no date.
	loose []bool
	wrong []string // contradictions; those of a tie with the dates of its own ends are left out before they can close a circle
}

func newOrder(g *Graph) *order {
	o := &order{g: g, tied: make([]bool, len(g.Events)), at: make([]moment, len(g.Events)), loose: make([]bool, len(g.Events))}
	index := make(map[string]int, len(g.Events))
	for i := range g.Events {
		index[g.Events[i].ID] = i
	}
	ties := map[[2]int]tie{}
	for i := range g.Relations {
		r := &g.Relations[i]
		if r.Type != Before {
			continue
		}
		a, okA := index[r.From]
		b, okB := index[r.To]
		if !okA || !okB || a == b {
			continue
		}
		t := tie{a, b, ties[[2]int{a, b}].weight + len(r.Seen), ties[[2]int{a, b}].quote}
		for _, v := range r.Seen {
			t.quote = least(t.quote, v.Quote)
		}
		ties[[2]int{a, b}] = t
	}
	for _, t := range ties {
		if o.hard(t.to).Precedes(o.hard(t.from)) {
			o.contradict(t, "the dates say the reverse", o.datedBy(t.from, t.quote), o.datedBy(t.to, t.quote))
			continue
		}
		o.ties = append(o.ties, t)
		o.tied[t.from], o.tied[t.to] = true, true
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

// hard is what is certain of the time of event i: of a likely day, that it is not after the article that tells it.
func (o *order) hard(i int) Time {
	w := o.g.Events[i].When
	if w.Sure == Likely {
		return Until(w.Time)
	}
	return w.Time
}

// settle gives the events of one part their moments. The graph of dominikbraun/graph refuses ties that would close a
// circle (PreventCycles) and sorts what is left.
func (o *order) settle(part []tie) {
	d := dgraph.New(dgraph.IntHash, dgraph.Directed(), dgraph.PreventCycles())
	before, after := map[int][]tie{}, map[int][]int{}
	for _, t := range part {
		_ = d.AddVertex(t.from) // fails only if it is there
		_ = d.AddVertex(t.to)
		if err := d.AddEdge(t.from, t.to); errors.Is(err, dgraph.ErrEdgeCreatesCycle) {
			o.contradict(t, "others say the reverse", o.reverse(d, t, before))
			continue
		}
		before[t.to] = append(before[t.to], t)
		after[t.from] = append(after[t.from], t.to)
	}
	sorted, err := dgraph.StableTopologicalSort(d, func(a, b int) bool { return a < b })
	if err != nil {
		panic(err) // PreventCycles has let a circle through
	}
	o.loosen(sorted, after)
	for _, i := range sorted {
		o.dated(i, before)
	}
	for o.spread(sorted, before, after) {
	}
}

// reverse is a sentence that puts t.to before t.from, by the first tie of a chain that leads from one to the other.
func (o *order) reverse(d dgraph.Graph[int, int], t tie, before map[int][]tie) string {
	path, err := dgraph.ShortestPath(d, t.to, t.from)
	if err != nil || len(path) < 2 {
		return ""
	}
	for _, b := range before[path[1]] {
		if b.from == path[0] {
			return b.quote
		}
	}
	return ""
}

// loosen finds the likely days that lie after the last possible day of an event that follows.
func (o *order) loosen(sorted []int, after map[int][]int) {
	latest := map[int]Date{}
	for _, i := range slices.Backward(sorted) {
		last := o.hard(i).Last
		for _, s := range after[i] {
			if l := latest[s]; l.Known() && (!last.Known() || l.Before(last)) {
				last = l
			}
		}
		latest[i] = last
		o.loose[i] = last.Known() && last.Before(o.g.Events[i].When.Likely)
	}
}

// dated places event i if it has a date, or comes after one that has a place. Ties to events that can only be later by
// their dates are left out of before.
func (o *order) dated(i int, before map[int][]tie) {
	m := moment{time: o.g.Events[i].When.Best()}
	if o.loose[i] {
		m = moment{}
	}
	kept := before[i][:0]
	for _, t := range before[i] {
		if own := o.hard(i); own.Known() && own.Precedes(o.at[t.from].time) {
			o.contradict(t, "the dates say the reverse", o.datedBy(t.from, t.quote), o.datedBy(t.to, t.quote))
			continue
		}
		kept = append(kept, t)
	}
	before[i] = kept
	o.at[i] = o.afterAll(m, kept)
}

// afterAll is m, or the first moment after all events given that have one.
func (o *order) afterAll(m moment, before []tie) moment {
	for _, t := range before {
		if q := o.at[t.from]; q.time.Known() && (!m.time.Known() || m.compare(q) <= 0) {
			m = moment{q.time, q.steps + 1}
		}
	}
	return m
}

// spread places events without a date next to those that follow them, then those that come after these. It tells
// whether it placed any.
func (o *order) spread(sorted []int, before map[int][]tie, after map[int][]int) (any bool) {
	for _, i := range slices.Backward(sorted) {
		if o.at[i].time.Known() {
			continue
		}
		for _, s := range after[i] {
			if !slices.ContainsFunc(before[s], func(t tie) bool { return t.from == i }) {
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

// datedBy is the sentence that tells event i, empty if it is quote.
func (o *order) datedBy(i int, quote string) string {
	if seen := o.g.Events[i].Seen; len(seen) > 0 && seen[0].Quote != quote {
		return seen[0].Quote
	}
	return ""
}

// contradict notes that tie t is left out, with its sentence and those that speak against it.
func (o *order) contradict(t tie, why string, against ...string) {
	a, b := &o.g.Events[t.from], &o.g.Events[t.to]
	line := fmt.Sprintf("%s is said to be before %s, but %s", a.told(), b.told(), why)
	sign := ": "
	for _, q := range append([]string{t.quote}, against...) {
		if q != "" {
			line += sign + "“" + strings.Join(strings.Fields(q), " ") + "”"
			sign = " against "
		}
	}
	a.Conflicts = set(append(slices.Clone(a.Conflicts), line))
	b.Conflicts = set(append(slices.Clone(b.Conflicts), line))
	o.wrong = append(o.wrong, line)
}

// told is the event as a message names it: what happened and who tells it, or its ID where that is not known.
func (e *Event) told() string {
	if e.Label == "" || len(e.Seen) == 0 {
		return e.ID
	}
	return fmt.Sprintf("“%s” (%s)", e.Label, e.Seen[0].Source)
}
