package graph

import (
	"cmp"
	"slices"
)

// Limits is how much a picture can hold; 0 sets no limit.
type Limits struct {
	Nodes, Edges int // entities, and pairs of entities with a tie in either direction
}

// Left is how much of a graph Trim left out.
type Left struct {
	Entities, Events, Relations, Pairs int
}

// Trim is the weightiest part of g that can be drawn as a network: the Network of it has no more entities and pairs than
// the limits say. It goes through pairs of entities by the weight of all that ties them, and takes each event and
// relation of a pair that still fits whole; events that tie no two entities are left out. Like Select it shares its
// lists with g.
func Trim(g *Graph, l Limits) (*Graph, Left) {
	t := trimmer{limits: l, entities: map[string]bool{}, pairs: map[[2]string]bool{}, kept: map[string]bool{}}
	events := make(map[string]*Event, len(g.Events))
	for i := range g.Events {
		events[g.Events[i].ID] = &g.Events[i]
	}
	all := duosOf(tiesOf(g))
	for _, d := range all {
		for _, e := range d.events(events) {
			t.take(e.ID, e.pairs())
		}
		for _, tie := range d.ties {
			for _, id := range tie.Relations {
				t.take(id, []pair{{from: tie.From, to: tie.To}})
			}
		}
	}
	var kept []Event
	for i := range g.Events {
		if t.kept[g.Events[i].ID] {
			kept = append(kept, g.Events[i])
		}
	}
	p := part(g, kept, func(e *Entity) bool { return t.entities[e.ID] }, func(r *Relation) bool {
		return !t.kept[r.ID] && events[r.From] == nil
	})
	return p, Left{len(g.Entities) - len(p.Entities), len(g.Events) - len(p.Events), len(g.Relations) - len(p.Relations), len(all) - len(t.pairs)}
}

// trimmer is what one call of Trim has taken so far.
type trimmer struct {
	limits   Limits
	entities map[string]bool
	pairs    map[[2]string]bool
	kept     map[string]bool // events and relations
}

// take takes the event or relation with an ID if all pairs of it fit.
func (t *trimmer) take(id string, ps []pair) {
	if t.kept[id] {
		return
	}
	var entities []string
	var pairs [][2]string
	for _, p := range ps {
		if k := p.key(); !t.pairs[k] && !slices.Contains(pairs, k) {
			pairs = append(pairs, k)
		}
		for _, id := range [...]string{p.from, p.to} {
			if !t.entities[id] && !slices.Contains(entities, id) {
				entities = append(entities, id)
			}
		}
	}
	if l := t.limits; l.Nodes > 0 && len(t.entities)+len(entities) > l.Nodes || l.Edges > 0 && len(t.pairs)+len(pairs) > l.Edges {
		return
	}
	t.kept[id] = true
	for _, k := range pairs {
		t.pairs[k] = true
	}
	for _, id := range entities {
		t.entities[id] = true
	}
}

// key is the pair whichever way it points.
func (p pair) key() [2]string { return [2]string{min(p.from, p.to), max(p.from, p.to)} }

// duo is two entities and the ties between them, in one or both directions.
type duo struct {
	key    [2]string
	ties   []*Tie
	weight int
}

// duosOf bundles ties whichever way they point; weightiest first.
func duosOf(ties []*Tie) []*duo {
	at := map[[2]string]*duo{}
	var all []*duo
	for _, t := range ties {
		k := pair{from: t.From, to: t.To}.key()
		d := at[k]
		if d == nil {
			d = &duo{key: k}
			at[k] = d
			all = append(all, d)
		}
		d.ties = append(d.ties, t)
		d.weight += t.Weight
	}
	slices.SortFunc(all, func(x, y *duo) int {
		return cmp.Or(cmp.Compare(y.weight, x.weight), cmp.Compare(x.key[0], y.key[0]), cmp.Compare(x.key[1], y.key[1]))
	})
	return all
}

// events are those of a duo, weightiest first.
func (d *duo) events(all map[string]*Event) (es []*Event) {
	for _, t := range d.ties {
		for _, id := range t.Events {
			es = append(es, all[id])
		}
	}
	slices.SortFunc(es, func(a, b *Event) int { return cmp.Or(cmp.Compare(b.Weight(), a.Weight()), cmp.Compare(a.ID, b.ID)) })
	return es
}
