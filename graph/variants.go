package graph

import (
	"slices"
	"strings"
)

// variantNames gives each person named in full the key of the only other one whose name is a variant of it, with the same last
// word: with or without a middle name or a word in front, with a short form of the first name that firstNames has, or
// spelled a little otherwise. The two must be near, or the last name rare: among many it is nobody else's.
func variantNames(g *Graph, firstNames *Senses) *Graph {
	n := newNaming(g)
	names := make([]fullName, len(g.Entities))
	ends := map[string][]int{}
	for i := range g.Entities {
		if e := &g.Entities[i]; e.Kind == Person {
			if words := strings.Fields(fold(e.Name, ' ')); len(words) > 1 && len(words[0]) > 1 {
				names[i] = fullName{words, plainly(words[0])}
				last := words[len(words)-1]
				ends[last] = append(ends[last], i)
			}
		}
	}
	found := make([][]int, len(g.Entities)) // for each person all that may be the same
	for i, name := range names {
		if name.words == nil {
			continue
		}
		alike := ends[name.words[len(name.words)-1]]
		for _, j := range alike[:min(len(alike), maxAlike)] {
			if i != j && name.variant(&names[j], firstNames) && n.may(i, j) && (len(alike) == 2 && len(ends) >= manyNames || n.near.common(i, j) >= leastCompany) {
				found[i] = append(found[i], j)
			}
		}
	}
	for i, js := range found {
		if len(js) == 1 && len(found[js[0]]) == 1 && (i < js[0]) {
			from, to := i, js[0]
			if g.Entities[from].Sources > g.Entities[to].Sources {
				from, to = to, from
			}
			n.join(from, to, "a variant of the name, "+variantWhy(ends, names[i].words))
		}
	}
	return n.h
}

// manyNames is how many last names a graph must have for one that only two persons have to be rare.
const manyNames = 200

// variantWhy is why a variant of a name may be the same person: nobody else of the graph has that last name, or company.
func variantWhy(ends map[string][]int, words []string) string {
	if len(ends) >= manyNames && len(ends[words[len(words)-1]]) == 2 {
		return "nobody else has that last name, " + inCompany
	}
	return inCompany
}

// fullName is the folded words of a name, and the first one spelled plainly.
type fullName struct {
	words []string
	first string
}

// variant tells whether two full names with the same last word may be one person's.
func (n *fullName) variant(m *fullName, firstNames *Senses) bool {
	a, b := n.words, m.words
	if slices.Equal(a, b) {
		return false // two by what is said of them
	}
	if len(a) != len(b) {
		return len(a) < len(b) && amidst(a, b) || amidst(b, a)
	}
	return (n.first == m.first || firstNames.shared(a[0], b[0])) && slices.Equal(a[1:], b[1:])
}

// amidst tells whether the words of a stand in b in this order; an initial is no witness.
func amidst(a, b []string) bool {
	at := 0
	for _, w := range b {
		if at < len(a) && w == a[at] {
			at++
		}
	}
	return at == len(a)
}

// plainly is a first name in the plainest of its spellings: one letter in the place of two of a kind, k for c, i for y, f
// for ph: "Matthew" and "Mathew", "Viktor" and "Victor".
func plainly(s string) string {
	s = spellings.Replace(s)
	b := make([]byte, 0, len(s))
	for i := range len(s) {
		if i == 0 || s[i] != s[i-1] {
			b = append(b, s[i])
		}
	}
	return string(b)
}

var spellings = strings.NewReplacer("ch", "ch", "ck", "k", "c", "k", "ph", "f", "ie", "i", "y", "i")
