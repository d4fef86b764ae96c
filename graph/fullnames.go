package graph

import (
	"slices"
	"strings"
)

// fullNames gives each person whom an article names by one word, "Obama", or by an initial and one, "B Obama", the key of
// the only person of the graph whose full name ends in that word, and begins with that initial, so that Merge makes them
// one. It asks that the two be near: a source of the one and the
// sources that name the other in full must name leastCompany others in common, places and what is named everywhere
// aside. The graph is g with new keys; nil where there is nothing to do.
func fullNames(g *Graph) *Graph {
	full := map[string][]int{} // by last word of the name
	var short []int
	for i := range g.Entities {
		e := &g.Entities[i]
		words := strings.Fields(fold(e.Name, ' '))
		switch {
		case e.Kind != Person || len(words) == 0:
		case len(words) == 1 || len(words) == 2 && len(words[0]) == 1:
			short = append(short, i)
		default:
			last := words[len(words)-1]
			full[last] = append(full[last], i)
		}
	}
	var h *Graph
	near := nearness{g: g}
	for _, i := range short {
		found := fitting(g, full, fold(g.Entities[i].Name, ' '))
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
		e.Why = append(slices.Clone(e.Why), "“"+e.Name+"” ("+e.Seen[0].Source+") is "+of.Name+": the only full name that ends so, "+inCompany)
	}
	return h
}

// maxAlike is how many persons of one last name are looked at.
const maxAlike = 256

// fitting are the persons whose full name, one of full by their last words, a short name can be.
func fitting(g *Graph, full map[string][]int, short string) (found []int) {
	initial, last, ok := strings.Cut(short, " ")
	if !ok {
		return full[short]
	}
	alike := full[last]
	for _, i := range alike[:min(len(alike), maxAlike)] {
		if strings.HasPrefix(fold(g.Entities[i].Name, ' '), initial) {
			found = append(found, i)
		}
	}
	return found
}

// localNames gives each name that counts within a copy only the key that it has in the article copied. The graph is g
// with new keys; nil where there is nothing to do.
func localNames(g *Graph) *Graph {
	copyOf := g.copyOf()
	var h *Graph
	for i := range g.Entities {
		keys := g.Entities[i].Keys
		for _, k := range keys {
			at := strings.LastIndexByte(k, '@')
			if of := copyOf[k[at+1:]]; at >= 0 && of != "" && !slices.Contains(keys, k[:at+1]+of) {
				keys = append(slices.Clone(keys), k[:at+1]+of)
			}
		}
		if len(keys) == len(g.Entities[i].Keys) {
			continue
		}
		if h == nil {
			c := *g
			c.Entities = slices.Clone(g.Entities)
			h = &c
		}
		h.Entities[i].Keys = keys
	}
	return h
}

// nearness knows which entities the sources name, made when first asked for.
type nearness struct {
	g   *Graph
	ofs map[string][]int // entities that a source names, places and what is named everywhere aside
}

// leastCompany is how many entities two sources must have in common to be near. What more than one in rare sources
// names, and more than few, is no company.
const leastCompany, rare, few = 2, 50, 16

func (n *nearness) build() {
	n.ofs = map[string][]int{}
	for i := range n.g.Entities {
		e := &n.g.Entities[i]
		if e.Kind == Place || e.Sources > max(few, len(n.g.Sources)/rare) {
			continue
		}
		for _, s := range sourcesOfAll(e.Seen, func(*Evidence) bool { return true }) {
			n.ofs[s] = append(n.ofs[s], i)
		}
	}
}

// sourcesOfAll are the sources of the evidence that is wanted, sorted as it is.
func sourcesOfAll(es []Evidence, wanted func(*Evidence) bool) (ids []string) {
	for i := range es {
		if k := len(ids); wanted(&es[i]) && (k == 0 || ids[k-1] != es[i].Source) {
			ids = append(ids, es[i].Source)
		}
	}
	return ids
}

// maxNear is how many sources of an entity are looked at.
const maxNear = 64

// common tells whether a source of a, named by one word, and one that names b by more are near.
func (n *nearness) common(a, b int) bool {
	if n.ofs == nil {
		n.build()
	}
	short := sourcesOfAll(n.g.Entities[a].Seen, func(*Evidence) bool { return true })
	full := sourcesOfAll(n.g.Entities[b].Seen, func(e *Evidence) bool { return strings.ContainsAny(e.Quote, " \n") })
	company := map[int]bool{}
	for _, s := range short[:min(len(short), maxNear)] {
		for _, i := range n.ofs[s] {
			company[i] = i != a && i != b
		}
	}
	for _, s := range full[:min(len(full), maxNear)] {
		found := 0
		for _, i := range n.ofs[s] {
			found += b2i(company[i])
		}
		if found >= leastCompany {
			return true
		}
	}
	return false
}
