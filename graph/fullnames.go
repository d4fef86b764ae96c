package graph

import (
	"slices"
	"strings"
)

// fullNames gives each person whom an article names by one word, "Obama", the key of the only person of the graph whose
// full name ends in that word, so that Merge makes them one. It asks that the two be near: a source of the one and a
// source of the other must name somebody or something else in common, places aside. The graph is g with new keys; nil
// where there is nothing to do.
func fullNames(g *Graph) *Graph {
	full := map[string][]int{} // by last word of the name
	var short []int
	for i := range g.Entities {
		e := &g.Entities[i]
		words := strings.Fields(fold(e.Name, ' '))
		switch {
		case e.Kind != Person || len(words) == 0:
		case len(words) == 1:
			short = append(short, i)
		default:
			last := words[len(words)-1]
			full[last] = append(full[last], i)
		}
	}
	var h *Graph
	near := nearness{g: g}
	for _, i := range short {
		found := full[fold(g.Entities[i].Name, ' ')]
		if len(found) != 1 || !near.common(i, found[0]) {
			continue
		}
		if h == nil {
			c := *g
			c.Entities = slices.Clone(g.Entities)
			h = &c
		}
		e, of := &h.Entities[i], &g.Entities[found[0]]
		e.Keys = append(slices.Clone(e.Keys), of.Keys[0])
		e.Why = append(slices.Clone(e.Why), "“"+e.Name+"” ("+e.Seen[0].Source+") is "+of.Name+": the only full name that ends so, in like company")
	}
	return h
}

// nearness knows which entities the sources name, made when first asked for.
type nearness struct {
	g    *Graph
	ofs  map[string][]int // entities that a source names, places aside; sorted
	seen [][]string       // sources that name an entity
}

func (n *nearness) build() {
	n.ofs, n.seen = map[string][]int{}, make([][]string, len(n.g.Entities))
	for i := range n.g.Entities {
		for _, s := range n.g.Entities[i].Seen {
			if k := len(n.seen[i]); k == 0 || n.seen[i][k-1] != s.Source {
				n.seen[i] = append(n.seen[i], s.Source)
				if n.g.Entities[i].Kind != Place {
					n.ofs[s.Source] = append(n.ofs[s.Source], i)
				}
			}
		}
	}
}

// maxNear is how many sources of an entity are looked at.
const maxNear = 64

// common tells whether a source of a and a source of b name a third entity.
func (n *nearness) common(a, b int) bool {
	if n.ofs == nil {
		n.build()
	}
	company := map[int]bool{}
	for _, s := range n.seen[a][:min(len(n.seen[a]), maxNear)] {
		for _, i := range n.ofs[s] {
			company[i] = i != a && i != b
		}
	}
	for _, s := range n.seen[b][:min(len(n.seen[b]), maxNear)] {
		for _, i := range n.ofs[s] {
			if company[i] {
				return true
			}
		}
	}
	return false
}
