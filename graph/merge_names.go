package graph

import "slices"

// mergeNames is Merge of named, which is g with more keys at some of its entities, where Merge made g: only entities
// with new keys or reasons, and what names them, are looked at again.
func mergeNames(g, named *Graph) *Graph {
	m := merger{in: []*Graph{named}, names: make([]renames, 1), kept: make(map[string]bool, len(g.Entities))}
	for i := range g.Entities {
		old, e := &g.Entities[i], &named.Entities[i]
		m.kept[e.ID] = slices.Equal(old.Keys, e.Keys) && slices.Equal(old.Why, e.Why)
	}
	h := &Graph{Sources: named.Sources, Entities: m.entities(), Relations: named.Relations}
	h.Events = make([]Event, 0, len(named.Events))
	r := remerge{entities: m.names[0].entities}
	for i := range named.Events {
		e := &named.Events[i]
		if !e.namesOther(r.entities) {
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
