package graph

import (
	"cmp"
	"maps"
	"math"
	"slices"
)

// Burst is a run of weeks in which much more happened than usual.
type Burst struct {
	From   Date `json:"from"` // a Monday
	To     Date `json:"to"`   // a Sunday
	Events int  `json:"events"`
	// Names are those who take part most often beyond their usual share, at most burstNames.
	Names []string `json:"names,omitempty"`
	Event string   `json:"event,omitempty"` // label of the weightiest
}

// burstNames is how many names tell what a burst is about.
const burstNames = 4

// leastBurst is how many events a week of a burst has at least, and unusual how many standard deviations more than the
// mean week between the first and the last.
const leastBurst, unusual = 3, 2

// bursts finds weeks by the events of g that happened and whose day is known.
func bursts(g *Graph, names map[string]string) (all []Burst) {
	weeks := map[Date][]*Event{}
	var first, last Date
	for i := range g.Events {
		t := g.Events[i].When.Best()
		if t.Grain != Day || t.Open() || !g.Events[i].happened() {
			continue
		}
		w := WeekOf(t.First).First
		weeks[w] = append(weeks[w], &g.Events[i])
		if !first.Known() || w.Before(first) {
			first = w
		}
		if !last.Known() || last.Before(w) {
			last = w
		}
	}
	if !first.Known() {
		return nil
	}
	limit := burstLimit(weeks, float64(last.DaysSince(first)/7+1))
	var starts []Date
	for w, es := range weeks {
		if float64(len(es)) >= limit {
			starts = append(starts, w)
		}
	}
	slices.SortFunc(starts, Date.Compare)
	var inside [][]*Event
	for _, w := range starts {
		if n := len(all); n > 0 && all[n-1].To.AddDays(1) == w {
			all[n-1].To, inside[n-1] = w.AddDays(6), append(inside[n-1], weeks[w]...)
			continue
		}
		all, inside = append(all, Burst{From: w, To: w.AddDays(6)}), append(inside, slices.Clone(weeks[w]))
	}
	usual := takingPart(slices.Concat(slices.Collect(maps.Values(weeks))...))
	for i := range all {
		all[i].about(inside[i], usual, names)
	}
	return all
}

// burstLimit is how many events a week of a burst has at least, of n weeks.
func burstLimit(weeks map[Date][]*Event, n float64) float64 {
	sum, squares := 0, 0 // whole numbers: their sum does not depend on the order
	for _, es := range weeks {
		sum += len(es)
		squares += len(es) * len(es)
	}
	mean := float64(sum) / n
	return max(leastBurst, mean+unusual*math.Sqrt(max(0, float64(squares)/n-mean*mean)))
}

// takingPart counts in how many of the events each entity takes part.
func takingPart(events []*Event) map[string]int {
	n := map[string]int{}
	for _, e := range events {
		agents, others := e.participants()
		for _, id := range append(agents, others...) {
			n[id]++
		}
	}
	return n
}

// about says who and what the events of a burst are about; usual is in how many events of all weeks each takes part.
func (b *Burst) about(events []*Event, usual map[string]int, names map[string]string) {
	b.Events = len(events)
	here := takingPart(events)
	ids := slices.Sorted(maps.Keys(here))
	more := func(id string) float64 { return float64(here[id]) * float64(here[id]) / float64(usual[id]) }
	slices.SortStableFunc(ids, func(x, y string) int { return cmp.Compare(more(y), more(x)) })
	for _, id := range ids[:min(len(ids), burstNames)] {
		if here[id] > 1 {
			b.Names = append(b.Names, names[id])
		}
	}
	best := slices.MaxFunc(events, func(x, y *Event) int { return cmp.Or(cmp.Compare(x.Weight(), y.Weight()), cmp.Compare(y.ID, x.ID)) })
	b.Event = best.Label
}
