package graph

import (
	"cmp"
	"slices"
)

// Stats is who stands where in the network of a graph: for tables, and for the sizes and colours of a map.
type Stats struct {
	Actors      []Actor     `json:"actors"`      // by weight, the greatest first
	Communities []Community `json:"communities"` // by size, the largest first
	// Modularity is how much closer the communities hold together than chance would make them, below 1.
	Modularity float64   `json:"modularity"`
	Contacts   []Contact `json:"contacts"` // by events, the most first
	Bursts     []Burst   `json:"bursts"`   // by time
}

// Actor is an entity with a tie.
type Actor struct {
	ID     string `json:"id"`
	Name   string `json:"name"`
	Degree int    `json:"degree"` // others it has a tie with
	Weight int    `json:"weight"` // of all its ties
	// Betweenness is the share of shortest ways between two others that lead over it, 0…1 (Brandes, "A faster algorithm
	// for betweenness centrality", 2001); of large networks an estimate from maxPivots of the beginnings.
	Betweenness float64 `json:"betweenness"`
	Community   string  `json:"community"` // ID of its Community
}

// NewStats counts over all ties of g.
func NewStats(g *Graph) *Stats {
	names := g.names()
	w := newWeb(tiesOf(g))
	between, part := w.betweenness(), w.communities()
	s := &Stats{Contacts: contacts(g, names), Bursts: bursts(g, names), Communities: w.list(part, names), Modularity: w.modularity(part)}
	for i, id := range w.ids {
		s.Actors = append(s.Actors, Actor{ID: id, Name: names[id], Degree: len(w.edges[i]), Weight: int(w.weight[i]), Betweenness: between[i]})
	}
	for _, c := range s.Communities {
		for _, id := range c.Members {
			i, _ := slices.BinarySearch(w.ids, id)
			s.Actors[i].Community = c.ID
		}
	}
	slices.SortFunc(s.Actors, func(a, b Actor) int { return cmp.Or(cmp.Compare(b.Weight, a.Weight), cmp.Compare(a.ID, b.ID)) })
	return s
}

// names are those of the entities, by ID.
func (g *Graph) names() map[string]string {
	names := make(map[string]string, len(g.Entities))
	for i := range g.Entities {
		names[g.Entities[i].ID] = g.Entities[i].Name
	}
	return names
}
