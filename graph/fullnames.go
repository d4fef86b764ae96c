package graph

import (
	"slices"
	"strings"
)

// fullNames gives each person whom an article names by one word, "Obama" or "Venus", or by an initial and one, "B Obama", the
// key of the person of the graph whose full name ends in that word and begins with that initial, or else is the only one
// that begins with that word, so that Merge makes them one. It asks that the two be near: a source of the one and the sources that name the
// other in full must name leastCompany others in common, places and what is named everywhere aside; of several that fit,
// one must have farCloser times the company of all others. The graph is g with new keys; nil where there is nothing to do.
func fullNames(g *Graph) *Graph {
	last, first := map[string][]int{}, map[string][]int{}
	var short []int
	for i := range g.Entities {
		e := &g.Entities[i]
		words := strings.Fields(fold(e.Name, ' '))
		switch {
		case e.Kind != Person || len(words) == 0:
		case len(words) == 1 || len(words) == 2 && len(words[0]) == 1:
			short = append(short, i)
		default:
			end := words[len(words)-1]
			last[end] = append(last[end], i)
			if len(words) == 2 {
				first[words[0]] = append(first[words[0]], i)
			}
		}
	}
	n := newNaming(g)
	for _, i := range short {
		name := fold(g.Entities[i].Name, ' ')
		if found := fitting(g, last, name); len(found) > 0 {
			n.joinNearest(i, found, "full name that ends so, ")
		} else if found = first[name]; len(found) == 1 {
			n.joinNearest(i, found, "full name that begins so, ")
		}
	}
	return n.h
}

// farCloser is how many times the company of all others that fit a surname somebody must have to be meant by it;
// leastCloser is how much company at least where there are others, and maxRivals how many they may be.
const farCloser, leastCloser, maxRivals = 3, 4, 12

// joinNearest gives person i, who is named shortly, a key of the one of found that is clearly nearest.
func (n *naming) joinNearest(i int, found []int, what string) {
	if len(found) > maxRivals {
		return
	}
	best, most, next := -1, 0, 0
	for _, j := range found {
		if !n.may(i, j) || n.toldApart(i, j) {
			continue
		}
		switch c := n.near.common(i, j); {
		case c > most:
			best, most, next = j, c, most
		default:
			next = max(next, c)
		}
	}
	switch {
	case most < leastCompany:
	case len(found) == 1:
		n.join(i, best, "the only "+what+inCompany)
	case most >= leastCloser && most >= farCloser*next:
		n.join(i, best, "of those with a "+what+"the one "+inCompany)
	}
}

// toldApart tells whether an article names both entities: whoever read it took "Mrs Howard" and "Michael Howard" for two
// there, and had its reasons.
func (n *naming) toldApart(i, j int) bool {
	bySource := func(e Evidence, source string) int { return strings.Compare(e.Source, source) }
	for _, e := range n.g.Entities[i].Seen {
		if _, both := slices.BinarySearchFunc(n.g.Entities[j].Seen, e.Source, bySource); both {
			return true
		}
	}
	return false
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

// common is how many entities a source of a and one of b, which names a person by more than one word, have in common at
// most.
func (n *nearness) common(a, b int) (most int) {
	if n.ofs == nil {
		n.build()
	}
	short := sourcesOfAll(n.g.Entities[a].Seen, func(*Evidence) bool { return true })
	full := sourcesOfAll(n.g.Entities[b].Seen, func(e *Evidence) bool {
		return n.g.Entities[b].Kind != Person || strings.ContainsAny(e.Quote, " \n")
	})
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
		most = max(most, found)
	}
	return most
}
