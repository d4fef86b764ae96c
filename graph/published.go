package graph

import (
	"cmp"
	"slices"
	"strings"
)

// InferPublished narrows the time of publication of the sources of which it is not known, from sources that tell the
// same: a copy is not older than the original, and who tells of an event that another source dates wrote after it. Two
// events are taken for the same here if they share type, or verb, and two or more participants, and no second date is told
// of such an event. What comes of it is flagged as inferred, with the reason; what was found is never touched.
func InferPublished(g *Graph) {
	p := inference{g: g, open: map[string]*Source{}, found: map[string]*Source{}}
	for i := range g.Sources {
		s := &g.Sources[i]
		if !s.Published.Known() || s.PublishedFrom == PublishedInferred {
			p.open[s.ID] = s
		} else {
			p.found[s.ID] = s
		}
	}
	if len(p.open) == 0 {
		return
	}
	for i := range g.Sources {
		if s := &g.Sources[i]; p.open[s.ID] != nil && p.found[s.CopyOf] != nil {
			of := p.found[s.CopyOf]
			s.notBefore(of.Published.First, "it is a copy of "+of.ID)
		}
	}
	dated := p.dated()
	for i := range g.Events {
		p.raise(&g.Events[i], dated)
	}
}

// inference is one call of InferPublished.
type inference struct {
	g           *Graph
	open, found map[string]*Source // without and with a date of publication of their own, by ID
}

// dated are the events of which a dated source tells the date, by what makes two the same; nil where they differ.
func (p *inference) dated() map[string]*Event {
	all := map[string]*Event{}
	for i := range p.g.Events {
		e := &p.g.Events[i]
		k := sameKey(e)
		if k == "" || e.Status != Happened || !e.When.dates() || p.teller(e) == "" {
			continue
		}
		if old, twice := all[k]; twice && (old == nil || old.When.Time != e.When.Time) {
			e = nil
		}
		all[k] = e
	}
	return all
}

// dates tells whether w is a time that the text, or the user, gives, and not open.
func (w When) dates() bool {
	return w.Sure.Rank() >= Inferred.Rank() && w.Time.First.Known() && w.Time.Last.Known()
}

// teller is the first source with a date of its own that tells e, empty if there is none.
func (p *inference) teller(e *Event) string {
	for _, v := range e.Seen {
		if p.found[v.Source] != nil {
			return v.Source
		}
	}
	return ""
}

// raise takes over what event e says of its undated sources.
func (p *inference) raise(e *Event, dated map[string]*Event) {
	if e.Status != Happened {
		return
	}
	as := dated[sameKey(e)]
	if e.When.dates() && p.teller(e) != "" {
		as = e
	}
	if as == nil {
		return
	}
	for _, v := range e.Seen {
		if s := p.open[v.Source]; s != nil {
			s.notBefore(as.When.Time.First, "it tells “"+e.Label+"”, dated by "+p.teller(as))
		}
	}
}

// notBefore takes over day as the first that s can be of, unless that says nothing new or cannot be.
func (s *Source) notBefore(day Date, why string) {
	t := s.Published
	if !day.Known() || t.First.Known() && !t.First.Before(day) || t.Last.Known() && t.Last.Before(day) {
		return
	}
	t.First = day
	if t.Last.Known() {
		t.Grain = Within
	} else {
		t.Grain = Day
	}
	s.Published, s.PublishedFrom = t.Normal(), PublishedInferred
	reasons := []string{"not before " + day.String() + ": " + why}
	for r := range strings.SplitSeq(s.PublishedWhy, "; ") {
		if r != "" && !strings.HasPrefix(r, "not before") {
			reasons = append(reasons, r)
		}
	}
	s.PublishedWhy = strings.Join(reasons, "; ")
}

// sameKey is what two tellings of one event share, empty where too little is known of it.
func sameKey(e *Event) string {
	var who []string
	for _, r := range e.Roles {
		if r.Entity != "" && roleRank(r.Name) < core {
			who = append(who, r.Entity)
		}
	}
	if who = set(who); len(who) < 2 {
		return ""
	}
	return cmp.Or(e.Type, e.Lemma) + "\n" + strings.Join(slices.Clip(who), "\n")
}
