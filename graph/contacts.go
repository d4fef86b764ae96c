package graph

import (
	"cmp"
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

// happened tells whether e is told as a fact, be it by a source that the article quotes.
func (e *Event) happened() bool { return e.Status == Happened || e.Status == Reported }

// FirstLast are the first and the last of events that happened and have a day, a week or a month, nil where none has. An
// event that may have been at any time up to a day is no first contact.
func FirstLast(events []*Event) (first, last *Event) {
	for _, e := range events {
		t := e.When.Best()
		if !e.happened() || t.Open() || !narrow(t) {
			continue
		}
		if first == nil || t.First.Before(first.When.Best().First) {
			first = e
		}
		if last == nil || last.When.Best().Last.Before(t.Last) {
			last = e
		}
	}
	return first, last
}

// Contact is what two entities did together or to each other.
type Contact struct {
	A      string   `json:"a"` // ID; A < B
	B      string   `json:"b"`
	Names  []string `json:"names"`  // of both
	Events int      `json:"events"` // that happened, both taking part
	// First and Last are the times of the first and last of them that have one, in EDTF; empty where none has.
	First string `json:"first,omitempty"`
	Last  string `json:"last,omitempty"`
	// Cooperation and Conflict are how many of them are the one or the other, after the first digit of Code.Quad.
	Cooperation int `json:"cooperation"`
	Conflict    int `json:"conflict"`
}

// contacts are those of all pairs, places aside; those with the most events come first.
func contacts(g *Graph, names map[string]string) (all []Contact) {
	places := map[string]bool{}
	for i := range g.Entities {
		places[g.Entities[i].ID] = g.Entities[i].Kind == Place
	}
	events := map[[2]string][]*Event{}
	for i := range g.Events {
		e := &g.Events[i]
		if !e.happened() {
			continue
		}
		for _, p := range e.pairs() {
			if k := p.key(); !places[k[0]] && !places[k[1]] {
				events[k] = append(events[k], e)
			}
		}
	}
	for k, es := range events {
		c := Contact{A: k[0], B: k[1], Names: []string{names[k[0]], names[k[1]]}, Events: len(es)}
		if first, last := FirstLast(es); first != nil {
			c.First, c.Last = first.When.Best().String(), last.When.Best().String()
		}
		for _, e := range es {
			c.Cooperation += b2i(e.Quad == 1 || e.Quad == 2)
			c.Conflict += b2i(e.Quad == 3 || e.Quad == 4)
		}
		all = append(all, c)
	}
	slices.SortFunc(all, func(a, b Contact) int {
		return cmp.Or(cmp.Compare(b.Events, a.Events), cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B))
	})
	return all
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
