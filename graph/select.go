package graph

import (
	"slices"
	"strings"
)

// Query says which events are asked for; an event must fit all that is set. The zero Query asks for all.
type Query struct {
	Names    []string // an entity with one of these names, or parts of names in whole words, takes part or is the place
	Text     string   // stands in the label, a quote or a role, whatever the case
	From, To Date     // the time, as far as known, has a day in From…To; undated events do not fit
	Types    []string // one of these types, or lemmas where the event has no type
	Statuses []Status // one of these
	Sources  []string // told by one of these sources
	Events   []string // one of these, by ID
	Places   []string // it happened at, or led to or from, an entity with one of these names
	// MinSources is how many independent articles tell it at least.
	MinSources int
	// Around and Steps ask for what happened between entities that are at most Steps ties away from one with one of these
	// names: with 1, between it and its neighbours, and among these.
	Around []string
	Steps  int
	// Top is how many events are taken, those that matter most; see Matters. 0 takes all.
	Top int
}

// Select is the part of g that q asks for: the events that fit, the entities, sources and relations that go with
// them, and, where names are asked for, the entities with these names and their relations. It shares its lists with g.
func Select(g *Graph, q Query) *Graph {
	f := filter{Query: q, named: namedBy(g, q.Names), placed: namedBy(g, q.Places)}
	f.Text = strings.ToLower(q.Text)
	f.chosen = make(map[string]bool, len(q.Events))
	for _, id := range q.Events {
		f.chosen[id] = true
	}
	if len(q.Around) > 0 {
		f.near = around(g, namedBy(g, q.Around), q.Steps)
	}
	var events []Event
	for i := range g.Events {
		if f.fits(&g.Events[i]) {
			events = append(events, g.Events[i])
		}
	}
	if len(events) == len(g.Events) && len(q.Names)+len(q.Around) == 0 && (q.Top == 0 || q.Top >= len(events)) {
		return &Graph{g.Sources, g.Entities, g.Events, g.Relations} // with articles that tell of nothing
	}
	also := func(e *Entity) bool { return f.named[e.ID] }
	p := part(g, events, also, nil)
	if q.Top > 0 && q.Top < len(events) {
		kept := top(p, q.Top)
		events = slices.DeleteFunc(slices.Clone(events), func(e Event) bool { return !kept[e.ID] })
		p = part(p, events, also, nil)
	}
	return p
}

// filter is a Query with the entities that its names mean, by ID, and its events as a set.
type filter struct {
	Query
	named, placed, near, chosen map[string]bool
}

// namedBy are the entities with one of the names, among their aliases too, or with one of them as ID.
func namedBy(g *Graph, names []string) map[string]bool {
	ids := map[string]bool{}
	var wanted []string
	for _, n := range names {
		if strings.Contains(n, "/") {
			ids[n] = true
			continue
		}
		if f := fold(n, ' '); f != "" {
			wanted = append(wanted, " "+f+" ")
		}
	}
	for i := range g.Entities {
		e := &g.Entities[i]
		for _, s := range append([]string{e.Name}, e.Aliases...) {
			s = " " + fold(s, ' ') + " "
			if slices.ContainsFunc(wanted, func(w string) bool { return strings.Contains(s, w) }) {
				ids[e.ID] = true
			}
		}
	}
	return ids
}

func (q *filter) fits(e *Event) bool {
	return (len(q.Names) == 0 || q.named[e.Place] || slices.ContainsFunc(e.Roles, func(r Role) bool { return q.named[r.Entity] })) &&
		(len(q.Places) == 0 || q.placed[e.Place] || slices.ContainsFunc(e.Roles, func(r Role) bool { return q.placed[r.Entity] && ofPlace(r.Name) })) &&
		(q.From == Date{} && q.To == Date{} || e.When.Time.Overlaps(Time{First: q.From, Last: q.To})) &&
		(len(q.Types) == 0 || slices.ContainsFunc(q.Types, func(t string) bool { return strings.EqualFold(t, e.what()) })) &&
		(len(q.Statuses) == 0 || slices.Contains(q.Statuses, e.Status)) &&
		(len(q.Sources) == 0 || slices.ContainsFunc(e.Seen, func(v Evidence) bool { return slices.Contains(q.Sources, v.Source) })) &&
		(len(q.Events) == 0 || q.chosen[e.ID]) && (q.Text == "" || e.says(q.Text)) && e.Articles >= q.MinSources && (q.near == nil || e.among(q.near))
}

// ofPlace tells whether a role is that of a place.
func ofPlace(role string) bool { return role == "place" || role == "origin" || role == "destination" }

// among tells whether entities take part in e, and all that do are in the set.
func (e *Event) among(ids map[string]bool) bool {
	agents, others := e.participants()
	all := append(agents, others...)
	return len(all) > 0 && !slices.ContainsFunc(all, func(id string) bool { return !ids[id] })
}

// says tells whether text, in lower case, stands in the event's words.
func (e *Event) says(text string) bool {
	has := func(s string) bool { return strings.Contains(strings.ToLower(s), text) }
	return has(e.Label) || slices.ContainsFunc(e.Roles, func(r Role) bool { return has(r.Text) }) ||
		slices.ContainsFunc(e.Seen, func(v Evidence) bool { return has(v.Quote) })
}

// part is g with these events, and with the entities, relations and sources that they need or also wants; without the
// relations that drop, if it is not nil, refuses.
func part(g *Graph, events []Event, also func(*Entity) bool, drop func(*Relation) bool) *Graph {
	needed := map[string]bool{}
	for i := range events {
		events[i].needs(needed)
	}
	p := &Graph{Events: events}
	for i := range g.Entities {
		if e := &g.Entities[i]; needed[e.ID] || also(e) {
			needed[e.ID] = true
			p.Entities = append(p.Entities, *e)
			sourcesIn(needed, e.Seen)
		}
	}
	for i := range g.Relations {
		if r := &g.Relations[i]; needed[r.From] && needed[r.To] && (drop == nil || !drop(r)) {
			p.Relations = append(p.Relations, *r)
			sourcesIn(needed, r.Seen)
		}
	}
	for i := range g.Sources { // a copy needs what it copies, for the counts
		if s := &g.Sources[i]; s.CopyOf != "" && needed["source "+s.ID] {
			needed["source "+s.CopyOf] = true
		}
	}
	for i := range g.Sources {
		if needed["source "+g.Sources[i].ID] {
			p.Sources = append(p.Sources, g.Sources[i])
		}
	}
	return p
}

// needs notes the event and all that it names.
func (e *Event) needs(ids map[string]bool) {
	ids[e.ID] = true
	if e.Place != "" {
		ids[e.Place] = true
	}
	for _, r := range e.Roles {
		ids[r.Entity] = true
	}
	for _, a := range e.Attribution {
		ids[a.Source] = true
	}
	delete(ids, "")
	sourcesIn(ids, e.Seen)
}

// sourcesIn notes the sources of evidence, apart from the IDs of facts.
func sourcesIn(ids map[string]bool, es []Evidence) {
	for _, e := range es {
		ids["source "+e.Source] = true
	}
}
