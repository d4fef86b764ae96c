package graph

import (
	"cmp"
	"slices"
	"strings"
)

// relations unites relations with the same type, ends and time. A relation whose ends became one is dropped: it says
// nothing any more.
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
			k := strings.Join([]string{r.Type, r.From, r.To, r.When.Time.String()}, "\n")
			if j, old := at[k]; old {
				all[j].When = all[j].When.over(r.When)
				all[j].Seen = append(all[j].Seen, r.Seen...)
				continue
			}
			at[k] = len(all)
			all, ids, keys = append(all, r), append(ids, r.idOf()), append(keys, k)
		}
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

// idOf is "relation/", the type, and the slugs of both ends; of events, which have long ones, a number made from them.
func (r *Relation) idOf() string {
	ends := slugOf(r.From) + "+" + slugOf(r.To)
	if strings.HasPrefix(r.From, "event/") || strings.HasPrefix(r.To, "event/") {
		ends = short(r.From + "\n" + r.To)
	} else {
		ends = joinSlugs([]string{ends})
	}
	id := "relation/" + Slug(r.Type) + "/" + ends
	if r.When.Time.Known() {
		id += "/" + idTime(r.When.Time)
	}
	return id
}
