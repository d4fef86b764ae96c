package graph

import (
	"strings"
)

// remerge is Merge of one graph of which only some events and the ends of relations have changed since it was merged:
// what has not changed, which is most, is not looked at again. The outcome is that of Merge.
type remerge struct {
	changed  []int             // events, by index
	gone     []string          // IDs that events had which are no more, or have changed
	entities map[string]string // their IDs by those that relations still have; nil where they stay what they are
}

func (r *remerge) merge(g *Graph) *Graph {
	names := r.entities
	if names == nil {
		names = make(map[string]string, len(g.Entities))
		for i := range g.Entities {
			names[g.Entities[i].ID] = g.Entities[i].ID
		}
	}
	m := merger{in: []*Graph{g}, names: []renames{{entities: names}}}
	m.names[0].events = r.events(g)
	h := &Graph{Sources: g.Sources, Entities: g.Entities, Events: g.Events}
	h.Relations = m.relations()
	sortEvents(h.Events)
	h.count()
	return h
}

// events unites the events of g that became the same, and gives those that may have changed their final IDs. It tells
// which ID each old one leads to.
func (r *remerge) events(g *Graph) map[string]string {
	into := make([]int, len(g.Events)) // which event each one becomes
	old := make([]string, len(g.Events))
	for i := range into {
		into[i], old[i] = i, g.Events[i].ID
	}
	for base, all := range r.touched(g) {
		settleIDs(g, base, all, into)
	}
	to := make(map[string]string, len(g.Events))
	kept := g.Events[:0]
	for i := range into {
		to[old[i]] = g.Events[into[i]].ID
	}
	for i := range into {
		if into[i] == i {
			kept = append(kept, g.Events[i])
		}
	}
	g.Events = kept
	return to
}

// touched are the events whose IDs may change, by what idOf gives for them: those that changed, and those that share that
// with one that changed or is gone.
func (r *remerge) touched(g *Graph) map[string][]int {
	all := map[string][]int{}
	for _, id := range r.gone {
		all[id], all[withoutTail(id)] = nil, nil
	}
	changed := make(map[int]bool, len(r.changed))
	for _, i := range r.changed {
		e := &g.Events[i]
		e.When.Time = e.When.Time.Normal()
		e.tidy()
		changed[i], all[e.idOf()] = true, nil
	}
	for i := range g.Events {
		e := &g.Events[i]
		_, whole := all[e.ID]
		_, cut := all[withoutTail(e.ID)]
		if !changed[i] && !whole && !cut {
			continue
		}
		base := e.idOf()
		if _, ok := all[base]; ok {
			all[base] = append(all[base], i)
		}
	}
	return all
}

// settleIDs unites those of the events that have one key, and gives IDs as distinct does.
func settleIDs(g *Graph, base string, all []int, into []int) {
	first := map[string]int{} // by key
	var keys []string
	for _, i := range all {
		k := eventKey(&g.Events[i])
		j, old := first[k]
		if !old {
			first[k], keys = i, append(keys, k)
			continue
		}
		g.Events[j] = g.Events[j].own()
		g.Events[j].unite(&g.Events[i])
		g.Events[j].tidy()
		into[i] = j
	}
	for _, k := range keys {
		e := &g.Events[first[k]]
		if e.ID = base; len(keys) > 1 {
			e.ID += "-" + short(k)
		}
	}
}

// withoutTail is an ID without what distinct put at its end.
func withoutTail(id string) string {
	if n := len(id) - 9; n > 0 && id[n] == '-' && strings.Trim(id[n+1:], "0123456789abcdef") == "" {
		return id[:n]
	}
	return id
}
