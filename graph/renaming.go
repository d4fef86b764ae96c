package graph

import "slices"

// renaming is a graph that Merge made, of which entities get keys of others, step by step, and become one with them. Each
// step is Merge of the entities alone; what names them follows at the end, once. The outcome is that of a Merge of the
// whole after each step.
type renaming struct {
	g *Graph // with its entities as they are by now; its events and relations mean those that were there at first
	// now leads from the IDs that were there at first to those by now; nil: all are what they were.
	now map[string]string
}

// step takes over named, which is n.g with more keys at some of its entities. Entities without new keys or reasons are
// not looked at again.
func (n *renaming) step(named *Graph) {
	m := merger{in: []*Graph{named}, names: make([]renames, 1), kept: make([]bool, len(named.Entities))}
	for i := range named.Entities {
		old, e := &n.g.Entities[i], &named.Entities[i]
		m.kept[i] = slices.Equal(old.Keys, e.Keys) && slices.Equal(old.Why, e.Why)
	}
	n.g = &Graph{named.Sources, m.entities(), named.Events, named.Relations}
	n.g.countEntities()
	next := m.names[0].entities
	if n.now == nil {
		n.now = next
		return
	}
	for first, id := range n.now {
		n.now[first] = next[id]
	}
}

// merged is the graph with all that names the entities.
func (n *renaming) merged() *Graph {
	if n.now == nil {
		return n.g
	}
	m := merger{in: []*Graph{n.g}, names: []renames{{entities: n.now}}}
	h := &Graph{Sources: n.g.Sources, Entities: n.g.Entities, Events: make([]Event, 0, len(n.g.Events)), Relations: n.g.Relations}
	r := remerge{entities: n.now}
	for i := range n.g.Events {
		e := &n.g.Events[i]
		if !e.namesOther(n.now) {
			h.Events = append(h.Events, *e)
			continue
		}
		r.changed, r.gone = append(r.changed, i), append(r.gone, e.ID)
		h.Events = append(h.Events, m.event(e, 0))
	}
	return r.merge(h)
}

// namesOther tells whether an entity that e names has another ID in ids.
func (e *Event) namesOther(ids map[string]string) bool {
	other := func(id string) bool { return id != "" && ids[id] != id }
	for i := range e.Roles {
		if other(e.Roles[i].Entity) {
			return true
		}
	}
	for i := range e.Attribution {
		if other(e.Attribution[i].Source) {
			return true
		}
	}
	for i := range e.Quantities {
		if other(e.Quantities[i].Source) {
			return true
		}
	}
	return other(e.Place)
}
