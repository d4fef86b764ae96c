package graph

import (
	"cmp"
	"math"
	"slices"
)

// Contacts are the events in which both entities take part, by time, the undated ones last: the first and the last are
// their first and last contact as far as the articles tell.
func Contacts(g *Graph, a, b string) (events []*Event) {
	for i := range g.Events {
		agents, others := g.Events[i].participants()
		if all := append(agents, others...); slices.Contains(all, a) && slices.Contains(all, b) {
			events = append(events, &g.Events[i])
		}
	}
	slices.SortStableFunc(events, func(x, y *Event) int { return cmp.Or(x.When.Best().Compare(y.When.Best()), cmp.Compare(x.ID, y.ID)) })
	return events
}

// Step is one event on a way from entity to entity.
type Step struct {
	From, To string // IDs
	Event    *Event
}

// TimePath is a way from one entity to another along events each of which may lie after the one before it, so that word,
// money or a germ could have gone that way; of all such ways one that arrives first. It is nil if there is none. Only
// events that happened, with a day, a week or a month, count, in the order of their first days (Kempe, Kleinberg and
// Kumar, "Connectivity and inference problems for temporal networks", 2002).
func TimePath(g *Graph, from, to string) (way []Step) {
	var events []*Event
	for i := range g.Events {
		if e := &g.Events[i]; e.Status == Happened && narrow(e.When.Time) {
			events = append(events, e)
		}
	}
	slices.SortStableFunc(events, func(x, y *Event) int {
		return cmp.Or(x.When.Time.First.Compare(y.When.Time.First), cmp.Compare(x.ID, y.ID))
	})
	by := map[string]Step{from: {}}
	for i := 0; i < len(events); {
		n := i
		for n < len(events) && events[n].When.Time.First == events[i].When.Time.First {
			n++
		}
		for more := true; more; { // within a day in any order
			more = false
			for _, e := range events[i:n] {
				more = reachBy(by, e) || more
			}
		}
		i = n
	}
	if _, ok := by[to]; !ok || from == to {
		return nil
	}
	for id := to; id != from; id = by[id].From {
		way = append(way, by[id])
	}
	slices.Reverse(way)
	return way
}

// reachBy adds those who take part in e with somebody who is reached.
func reachBy(by map[string]Step, e *Event) (more bool) {
	for _, p := range e.pairs() {
		for _, way := range [][2]string{{p.from, p.to}, {p.to, p.from}} {
			_, here := by[way[0]]
			_, there := by[way[1]]
			if here && !there {
				by[way[1]] = Step{way[0], way[1], e}
				more = true
			}
		}
	}
	return more
}

// Matrix counts in how many events each two of the entities take part together; 0 in the diagonal.
func Matrix(g *Graph, ids []string) [][]int {
	at := make(map[string]int, len(ids))
	m := make([][]int, len(ids))
	for i, id := range ids {
		at[id], m[i] = i, make([]int, len(ids))
	}
	for i := range g.Events {
		agents, others := g.Events[i].participants()
		all := append(agents, others...)
		for k, a := range all {
			x, ok := at[a]
			for _, b := range all[k+1:] {
				if y, too := at[b]; ok && too {
					m[x][y]++
					m[y][x]++
				}
			}
		}
	}
	return m
}

// Burst is a run of weeks in which much more happened than usual.
type Burst struct {
	From   Date `json:"from"` // a Monday
	To     Date `json:"to"`   // a Sunday
	Events int  `json:"events"`
}

// leastBurst is how many events a week of a burst has at least, and unusual how many standard deviations more than the
// mean week between the first and the last.
const leastBurst, unusual = 3, 2

// bursts finds weeks by the events of g that happened and whose day is known.
func bursts(g *Graph) (all []Burst) {
	weeks := map[Date]int{}
	var first, last Date
	for i := range g.Events {
		t := g.Events[i].When.Time
		if t.Grain != Day || t.Open() || g.Events[i].Status != Happened {
			continue
		}
		w := WeekOf(t.First).First
		weeks[w]++
		if !first.Known() || w.Before(first) {
			first = w
		}
		if !last.Known() || w.After(last) {
			last = w
		}
	}
	if !first.Known() {
		return nil
	}
	n, sum, squares := float64(last.DaysSince(first)/7+1), 0.0, 0.0
	for _, k := range weeks {
		sum += float64(k)
		squares += float64(k) * float64(k)
	}
	mean := sum / n
	limit := max(leastBurst, mean+unusual*math.Sqrt(max(0, squares/n-mean*mean)))
	var starts []Date
	for w, k := range weeks {
		if float64(k) >= limit {
			starts = append(starts, w)
		}
	}
	slices.SortFunc(starts, Date.Compare)
	for _, w := range starts {
		if n := len(all); n > 0 && all[n-1].To.AddDays(1) == w {
			all[n-1].To, all[n-1].Events = w.AddDays(6), all[n-1].Events+weeks[w]
			continue
		}
		all = append(all, Burst{w, w.AddDays(6), weeks[w]})
	}
	return all
}
