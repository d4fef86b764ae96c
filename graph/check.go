package graph

import (
	"fmt"
	"slices"
)

// Check tells whether g holds to what the comments of its types promise; all faults come at once, as Faults without
// places, each beginning with the ID of what is wrong. Every graph that Merge returns passes.
func (g *Graph) Check() error {
	c := checker{g: g, sources: map[string]*Source{}, entities: map[string]bool{}, events: map[string]bool{}}
	checkIDs(&c, "sources", g.Sources, func(s *Source) string { return s.ID })
	checkIDs(&c, "entities", g.Entities, func(e *Entity) string { return e.ID })
	checkIDs(&c, "events", g.Events, func(e *Event) string { return e.ID })
	checkIDs(&c, "relations", g.Relations, func(r *Relation) string { return r.ID })
	for i := range g.Sources {
		c.sources[g.Sources[i].ID] = &g.Sources[i]
	}
	for i := range g.Entities {
		c.entities[g.Entities[i].ID] = true
	}
	for i := range g.Events {
		c.events[g.Events[i].ID] = true
	}
	c.checkSources()
	c.checkEntities()
	for i := range g.Events {
		c.checkEvent(&g.Events[i])
	}
	for i := range g.Relations {
		c.checkRelation(&g.Relations[i])
	}
	c.checkCounts()
	return c.faults.err()
}

type checker struct {
	g                *Graph
	sources          map[string]*Source
	entities, events map[string]bool
	faults           Faults
}

// want notes a fault of the thing with an ID where ok does not hold.
func (c *checker) want(ok bool, id, format string, args ...any) {
	if !ok {
		c.faults = append(c.faults, fmt.Sprintf("%s: %s", id, fmt.Sprintf(format, args...)))
	}
}

// checkIDs wants IDs that are there, sorted and different.
func checkIDs[T any](c *checker, what string, xs []T, id func(*T) string) {
	for i := range xs {
		c.want(id(&xs[i]) != "", what, "number %d has no ID", i+1)
		if i > 0 {
			a, b := id(&xs[i-1]), id(&xs[i])
			c.want(a != b, b, "is there twice")
			c.want(a <= b, b, "stands behind %s: %s are not sorted", a, what)
		}
	}
}

func (c *checker) checkSources() {
	for i := range c.g.Sources {
		s := &c.g.Sources[i]
		c.want(s.Published.Valid(), s.ID, "published %+v is no time", s.Published)
		c.want(s.Hash == "" || s.Text == "" || s.Hash == HashOf(s.Text), s.ID, "hash does not fit the text")
		c.want(s.CopyOf == "" || c.sources[s.CopyOf] != nil && s.CopyOf != s.ID, s.ID, "is a copy of %q, which is no other source", s.CopyOf)
	}
}

func (c *checker) checkEntities() {
	owner := map[string]string{}
	for i := range c.g.Entities {
		e := &c.g.Entities[i]
		c.want(slices.Contains(kinds, e.Kind), e.ID, "type %q is not known", e.Kind)
		c.want(len(e.Keys) > 0 && sorted(e.Keys), e.ID, "keys are missing, or not sorted")
		c.want(sorted(e.Aliases) && !slices.Contains(e.Aliases, e.Name), e.ID, "aliases are not sorted, or hold the name")
		c.want(sorted(e.Why), e.ID, "why is not sorted")
		for _, k := range e.Keys {
			c.want(owner[k] == "", e.ID, "has the key %q, as %s has", k, owner[k])
			owner[k] = e.ID
		}
		c.checkEvidence(e.ID, e.Seen)
	}
}

// sorted tells whether ss rise, so that none is there twice.
func sorted(ss []string) bool {
	for i := 1; i < len(ss); i++ {
		if ss[i-1] >= ss[i] {
			return false
		}
	}
	return true
}

// Statuses are all statuses of events.
func Statuses() []Status { return slices.Clone(statuses) }

var statuses = []Status{Happened, Planned, Possible, Denied, Cancelled, Reported, Unknown}

func (c *checker) checkEvent(e *Event) {
	c.want(e.When.Valid(), e.ID, "when %+v is no time", e.When)
	c.want(slices.Contains(statuses, e.Status), e.ID, "status %q is not known", e.Status)
	c.want(e.Order >= 0, e.ID, "order %d is below 0", e.Order)
	for _, r := range e.Roles {
		c.want(slices.Contains(roleNames, r.Name), e.ID, "role %q is not known", r.Name)
		c.want(r.Entity != "" || r.Text != "", e.ID, "%s is neither entity nor text", r.Name)
		c.want(r.Entity == "" || c.entities[r.Entity], e.ID, "%s %q is no entity", r.Name, r.Entity)
	}
	c.want(e.Place == "" || c.entities[e.Place], e.ID, "place %q is no entity", e.Place)
	for _, a := range e.Attribution {
		c.want(a.Source == "" || c.entities[a.Source], e.ID, "attribution to %q, which is no entity", a.Source)
	}
	for _, q := range e.Quantities {
		c.want(q.Source == "" || c.entities[q.Source], e.ID, "a number by %q, which is no entity", q.Source)
		c.want(q.AtMost == 0 || q.AtLeast <= q.AtMost, e.ID, "at least %v is more than at most %v", q.AtLeast, q.AtMost)
	}
	c.want(sorted(e.Conflicts) && sorted(e.Why), e.ID, "conflicts or why are not sorted")
	c.checkEvidence(e.ID, e.Seen)
}

func (c *checker) checkRelation(r *Relation) {
	c.want(r.Type != "", r.ID, "has no type")
	c.want(c.entities[r.From] && c.entities[r.To] || c.events[r.From] && c.events[r.To], r.ID,
		"its ends %q and %q are not two entities or two events", r.From, r.To)
	c.want(r.From != r.To, r.ID, "both ends are %q", r.From)
	c.want(r.When.Valid(), r.ID, "when %+v is no time", r.When)
	c.checkEvidence(r.ID, r.Seen)
}

func (c *checker) checkEvidence(id string, es []Evidence) {
	c.want(len(es) > 0, id, "has no evidence")
	for i, e := range es {
		at := fmt.Sprintf("evidence %d", i+1)
		if i > 0 {
			c.want(samePlace(es[i-1], e) < 0, id, "%s is not sorted, or there twice", at)
		}
		if !(0 <= e.Start && e.Start <= e.Trigger.Start && e.Trigger.Start <= e.Trigger.End && e.Trigger.End <= e.End) {
			c.want(false, id, "%s: trigger %d–%d does not lie in %d–%d", at, e.Trigger.Start, e.Trigger.End, e.Start, e.End)
		}
		if e.Cue != (Span{}) && !(e.Start <= e.Cue.Start && e.Cue.Start < e.Cue.End && e.Cue.End <= e.End) {
			c.want(false, id, "%s: cue %d–%d does not lie in %d–%d", at, e.Cue.Start, e.Cue.End, e.Start, e.End)
			continue
		}
		s := c.sources[e.Source]
		switch {
		case s == nil:
			c.want(false, id, "%s: source %q is not there", at, e.Source)
		case s.Text == "":
			c.want(len(e.Quote) == e.End-e.Start, id, "%s: quote has %d bytes, not %d", at, len(e.Quote), e.End-e.Start)
		default:
			c.want(e.End <= len(s.Text) && s.Text[e.Start:e.End] == e.Quote, id, "%s: quote is not bytes %d–%d of %s", at, e.Start, e.End, e.Source)
		}
	}
}

// checkCounts wants the numbers that Merge would fill in.
func (c *checker) checkCounts() {
	fresh := Graph{Sources: c.g.Sources, Entities: slices.Clone(c.g.Entities), Events: slices.Clone(c.g.Events)}
	fresh.count()
	for i, e := range c.g.Entities {
		f := fresh.Entities[i]
		c.want(e.Mentions == f.Mentions, e.ID, "mentions is %d, not %d", e.Mentions, f.Mentions)
		c.want(e.Sources == f.Sources, e.ID, "sources is %d, not %d", e.Sources, f.Sources)
	}
	for i, e := range c.g.Events {
		c.want(e.Articles == fresh.Events[i].Articles, e.ID, "articles is %d, not %d", e.Articles, fresh.Events[i].Articles)
	}
}
