package graph

import (
	"cmp"
	"errors"
	"slices"

	dgraph "github.com/dominikbraun/graph"
)

// Tie is all that goes from one entity to another: what the first did to, with or for the second, and the states
// between them. It is never empty.
type Tie struct {
	From, To  string   // IDs of entities
	Events    []string // IDs, sorted
	Relations []string // IDs, sorted
	// Mutual says that in all of it both are equals: agents of one event, in either order. Then From < To.
	Mutual bool
	Weight int // sum of the shares of its events and relations
}

// Network is who has to do with whom: entities, and at most one Tie for each ordered pair. It is a graph of
// dominikbraun/graph, which copies itself for every walk: make it of a part (Select, Trim), not of all that is known.
// Its nodes are the entities that have a tie.
type Network struct {
	g     dgraph.Graph[string, string]
	ids   []string // sorted
	ties  []*Tie   // sorted by From, then To
	names map[string]string
}

// NewNetwork bundles events and relations of g by the pairs of entities they bring together: each agent with each
// patient and recipient, agents with each other, and one who is alone with the place of the event.
func NewNetwork(g *Graph) *Network {
	n := &Network{g: dgraph.New(dgraph.StringHash, dgraph.Directed()), ties: tiesOf(g), names: g.names()}
	for _, t := range n.ties {
		n.ids = append(n.ids, t.From, t.To)
	}
	n.ids = set(n.ids)
	for _, id := range n.ids {
		must(n.g.AddVertex(id))
	}
	for _, t := range n.ties {
		must(n.g.AddEdge(t.From, t.To, dgraph.EdgeData(t), dgraph.EdgeWeight(t.Weight)))
	}
	return n
}

// must panics where our own invariants are broken: IDs and pairs are different by construction.
func must(err error) {
	if err != nil {
		panic(err)
	}
}

// Entities are the IDs of all entities with a tie, sorted.
func (n *Network) Entities() []string { return slices.Clone(n.ids) }

// Ties are all ties, sorted by From, then To.
func (n *Network) Ties() []*Tie { return slices.Clone(n.ties) }

// Communities are the parts of the network, by size, the largest first.
func (n *Network) Communities() []Community {
	w := newWeb(n.ties)
	return w.list(w.communities(), n.names)
}

// Betweenness is Actor.Betweenness of each entity, by ID.
func (n *Network) Betweenness() map[string]float64 {
	w := newWeb(n.ties)
	of := make(map[string]float64, len(w.ids))
	for i, b := range w.betweenness() {
		of[w.ids[i]] = b
	}
	return of
}

// Tie is the one from one entity to another, nil if there is none.
func (n *Network) Tie(from, to string) *Tie {
	e, err := n.g.Edge(from, to)
	if err != nil {
		return nil
	}
	return e.Properties.Data.(*Tie)
}

// Of are the ties that begin or end at an entity, in the order of Ties.
func (n *Network) Of(id string) []*Tie {
	var ts []*Tie
	for _, t := range n.ties {
		if t.From == id || t.To == id {
			ts = append(ts, t)
		}
	}
	return ts
}

// Path is a shortest way from one entity to another along ties, whichever way they point: the IDs from first to last,
// nil if there is none. Of several it is the one that comes first by IDs.
func (n *Network) Path(from, to string) []string {
	adjacent, err := n.g.AdjacencyMap()
	must(err)
	reverse, err := n.g.PredecessorMap()
	must(err)
	if _, ok := adjacent[from]; !ok {
		return nil
	}
	back := map[string]string{from: ""}
	for queue := []string{from}; len(queue) > 0; queue = queue[1:] {
		if queue[0] == to {
			return trace(back, to)
		}
		var next []string
		for _, m := range []map[string]dgraph.Edge[string]{adjacent[queue[0]], reverse[queue[0]]} {
			for id := range m {
				next = append(next, id)
			}
		}
		for _, id := range set(next) {
			if _, seen := back[id]; !seen {
				back[id] = queue[0]
				queue = append(queue, id)
			}
		}
	}
	return nil
}

func trace(back map[string]string, id string) (path []string) {
	for ; id != ""; id = back[id] {
		path = append(path, id)
	}
	slices.Reverse(path)
	return path
}

// Order and size of the network, as dominikbraun/graph counts them.
func (n *Network) Order() (entities, ties int) {
	entities, err := n.g.Order()
	ties, err2 := n.g.Size()
	must(errors.Join(err, err2))
	return entities, ties
}

// pair is two entities that an event brings together.
type pair struct {
	from, to string
	mutual   bool
}

// maxAgents is how many agents of one event are tied to each other; of a longer list only its first is tied to the
// rest, since a list of many names is no story and its pairs grow as their square.
const maxAgents = 8

// pairs are those of an event: see NewNetwork.
func (e *Event) pairs() (ps []pair) {
	agents, others := e.participants()
	for i, a := range agents {
		if i == 0 || len(agents) <= maxAgents {
			for _, b := range agents[i+1:] {
				ps = append(ps, pair{min(a, b), max(a, b), true})
			}
		}
		for _, b := range others[:min(len(others), maxAgents)] {
			ps = append(ps, pair{a, b, false})
		}
	}
	if all := append(agents, others...); len(all) == 1 && e.Place != "" && e.Place != all[0] {
		ps = append(ps, pair{all[0], e.Place, false})
	}
	return ps
}

// participants are the entities in core roles, each once: agents, and the others.
func (e *Event) participants() (agents, others []string) {
	for _, r := range e.Roles {
		switch rank := roleRank(r.Name); {
		case r.Entity == "" || rank >= core || slices.Contains(agents, r.Entity) || slices.Contains(others, r.Entity):
		case rank == 0:
			agents = append(agents, r.Entity)
		default:
			others = append(others, r.Entity)
		}
	}
	return agents, others
}

// Weight says how much an event matters to a reader without time: how many articles tell of it and how often, how many
// with a name take part, whether it is dated, and whether it happened.
func (e *Event) Weight() int {
	w := 8*min(e.Articles, 12) + 2*min(len(e.Seen), 12)
	for _, r := range e.Roles {
		if r.Entity != "" {
			w += 3
		}
	}
	if e.When.Time.Known() {
		w += 4
	}
	if e.Status == Happened {
		w += 2
	}
	if e.Type != "" {
		w++
	}
	return w
}

// tiesOf bundles events and relations by pairs, sorted. An event shares its weight among its pairs.
func tiesOf(g *Graph) []*Tie {
	at := map[[2]string]*Tie{}
	var all []*Tie
	tie := func(p pair) *Tie {
		k := [2]string{p.from, p.to}
		t := at[k]
		if t == nil {
			t = &Tie{From: p.from, To: p.to, Mutual: p.mutual}
			at[k] = t
			all = append(all, t)
		}
		t.Mutual = t.Mutual && p.mutual
		return t
	}
	for i := range g.Events {
		e := &g.Events[i]
		ps := e.pairs()
		for _, p := range ps {
			t := tie(p)
			t.Events = append(t.Events, e.ID)
			t.Weight += 4 * e.Weight() / (3 + len(ps))
		}
	}
	entities := make(map[string]bool, len(g.Entities))
	for i := range g.Entities {
		entities[g.Entities[i].ID] = true
	}
	for i := range g.Relations {
		if r := &g.Relations[i]; entities[r.From] && entities[r.To] {
			t := tie(pair{r.From, r.To, false})
			t.Relations = append(t.Relations, r.ID)
			t.Weight += 4 + 2*min(len(r.Seen), 12)
		}
	}
	slices.SortFunc(all, func(a, b *Tie) int { return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To)) })
	return all
}
