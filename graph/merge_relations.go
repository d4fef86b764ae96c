package graph

import (
	"cmp"
	"slices"
	"strings"
)

// relations unites relations with the same type, ends and time; of states between entities, which articles tell as of
// their day, those that hold when told are one over all such days, and so are those that are over by then. A relation
// whose ends became one is dropped: it says nothing any more.
func (m *merger) relations() []Relation {
	at := map[string]int{}
	var all []Relation
	var ids, keys []string
	for gi, g := range m.in {
		for i := range g.Relations {
			r, ok := m.relation(&g.Relations[i], gi)
			if !ok {
				continue
			}
			k := r.key()
			if j, old := at[k]; old {
				all[j].When = all[j].lasting(r.When)
				all[j].Seen = append(all[j].Seen, r.Seen...)
				continue
			}
			at[k] = len(all)
			all, keys = append(all, r), append(keys, k)
		}
	}
	for i := range all {
		ids = append(ids, all[i].idOf())
	}
	distinct(ids, keys)
	for i := range all {
		all[i].ID = ids[i]
		all[i].Seen = tidyEvidence(all[i].Seen)
	}
	slices.SortFunc(all, func(a, b Relation) int { return cmp.Compare(a.ID, b.ID) })
	return all
}

// relation copies a relation of graph gi with the new IDs of its ends, which are two entities or two events.
func (m *merger) relation(r *Relation, gi int) (Relation, bool) {
	c, names := *r, m.names[gi]
	c.From = cmp.Or(names.entities[r.From], names.events[r.From])
	c.To = cmp.Or(names.entities[r.To], names.events[r.To])
	c.When.Time = c.When.Time.Normal()
	c.Seen = m.evidence(nil, r.Seen, gi)
	return c, c.From != c.To && c.From != "" && c.To != ""
}

// state tells whether r is between entities; else it is between events.
func (r *Relation) state() bool { return !strings.HasPrefix(r.From, "event/") }

// key is the same for relations that are one.
func (r *Relation) key() string {
	when := r.When.Time.String()
	if r.state() {
		when = r.side()
	}
	return strings.Join([]string{r.Type, r.From, r.To, when}, "\n")
}

// side says of a state that it is over by a time, or began by one; empty where it holds or nothing is said.
func (r *Relation) side() string {
	switch t := r.When.Time; {
	case !t.Open():
		return ""
	case t.Last.Known():
		return "past"
	}
	return "since"
}

// lasting is when both what r says and the same relation told at another time hold: a state from the first to the last
// day that either is told for.
func (r *Relation) lasting(w When) When {
	s, t := r.When.Time, w.Time
	both := r.When.over(w)
	if !r.state() || s == t || !s.Known() || !t.Known() {
		return both
	}
	first, last := s.First, s.Last
	if t.First.Before(first) {
		first = t.First
	}
	if last.Before(t.Last) {
		last = t.Last
	}
	both.Reason, both.Likely = least(r.When.Reason, w.Reason), Date{}
	both.Time = Time{First: first, Last: last, Grain: Stretch}
	if s.Open() {
		both.Time.Grain = Day
	}
	both.Time = both.Time.Normal()
	return both
}

// idOf is "relation/", the type, and the slugs of both ends; of events, which have long ones, a number made from them.
func (r *Relation) idOf() string {
	ends := slugOf(r.From) + "+" + slugOf(r.To)
	if strings.HasPrefix(r.From, "event/") || strings.HasPrefix(r.To, "event/") {
		ends = short(r.From + "\n" + r.To)
	} else {
		ends = joinSlugs([]string{ends})
	}
	id := "relation/" + Slug(r.Type) + "/" + ends
	switch {
	case !r.state() && r.When.Time.Known():
		id += "/" + idTime(r.When.Time)
	case r.state() && r.side() != "":
		id += "/" + r.side()
	}
	return id
}
