package graph

import (
	"slices"
	"strings"
)

// naming makes entities of one graph one by what they are called. Nothing is lost where it is not sure: the two stay
// two. It asks that the two be near, see nearness, and that nothing said of them speak against it.
type naming struct {
	g    *Graph
	h    *Graph // g with new keys, nil as long as there are none
	near nearness
	done map[int]bool // entities that have been given a key
}

func newNaming(g *Graph) *naming { return &naming{g: g, near: nearness{g: g}, done: map[int]bool{}} }

// join gives entity i a key of entity j, and writes down why.
func (n *naming) join(i, j int, why string) {
	if n.h == nil {
		c := *n.g
		c.Entities = slices.Clone(n.g.Entities)
		n.h = &c
	}
	e, of := &n.h.Entities[i], &n.g.Entities[j]
	n.done[i], n.done[j] = true, true
	e.Keys = set(append(slices.Clone(e.Keys), of.Keys[0]))
	e.Why = set(append(slices.Clone(e.Why), "“"+e.Name+"” ("+e.Seen[0].Source+") is "+of.Name+": "+why))
}

// may tells whether nothing speaks against entities i and j being one.
func (n *naming) may(i, j int) bool {
	a, b := &n.g.Entities[i], &n.g.Entities[j]
	_, known := lexicon(a.Keys)
	_, both := lexicon(b.Keys)
	return i != j && !(known && both) && !atOdds(a, b) && !mixedScripts(a.Name, b.Name)
}

// aliasNames gives each entity that the lexicon does not know the key of the only other one of its kind that an article calls
// by its name, too: EA is Electronic Arts where one article writes both. Surnames and first names are not looked at.
func aliasNames(g *Graph) *Graph {
	n := newNaming(g)
	called := map[string][]int{}
	for i := range g.Entities {
		e := &g.Entities[i]
		for _, a := range e.Aliases {
			if e.Kind != Person || strings.Contains(a, " ") {
				k := KeyOf(e.Kind, a)
				called[k] = append(called[k], i)
			}
		}
	}
	for i := range g.Entities {
		e := &g.Entities[i]
		if _, known := lexicon(e.Keys); known || slices.ContainsFunc(e.Keys, local) {
			continue
		}
		others := slices.DeleteFunc(slices.Clone(called[KeyOf(e.Kind, e.Name)]), func(j int) bool { return i == j })
		if len(others) == 1 && !n.done[others[0]] && n.may(i, others[0]) && n.near.common(i, others[0]) >= leastCompany {
			n.join(i, others[0], "an article calls it so, "+inCompany)
		}
	}
	return n.h
}

// local tells whether a key counts within one article.
func local(key string) bool { return strings.ContainsRune(key, '@') }

// kindNames makes one of names that are written alike and unknown to the lexicon, but were taken for things of two kinds: BT, in
// most articles an organisation, is no place in another, and no person either. A name of one word that is also the last of
// somebody's full name may be theirs and is left alone.
func kindNames(g *Graph) *Graph {
	n := newNaming(g)
	named, people := map[string][]int{}, map[string]bool{}
	for i := range g.Entities {
		e := &g.Entities[i]
		name := fold(e.Name, ' ')
		if e.Kind == Person {
			if at := strings.LastIndexByte(name, ' '); at >= 0 {
				people[name[at+1:]] = true
			}
		}
		if e.Kind != Group && e.Kind != Law && !slices.ContainsFunc(e.Keys, local) {
			named[name] = append(named[name], i)
		}
	}
	for i := range g.Entities {
		e := &g.Entities[i]
		name := fold(e.Name, ' ')
		if _, known := lexicon(e.Keys); known || e.Kind == Person && !strings.ContainsRune(name, ' ') && (people[name] || len(e.Traits) > 0) {
			continue
		}
		for _, j := range named[name] {
			of := &g.Entities[j]
			if e.Kind != of.Kind && n.outweighs(of, e) && !n.done[i] && n.may(i, j) && n.near.common(i, j) >= leastCompany {
				n.join(i, j, "the same name, there of another kind, "+inCompany)
				n.h.Entities[i].turn(of.Kind)
				break
			}
		}
	}
	return n.h
}

// turn makes a new list of e's keys, all of kind k.
func (e *Entity) turn(k Kind) {
	keys := slices.Clone(e.Keys)
	for i := range keys {
		if rest, ok := strings.CutPrefix(keys[i], string(e.Kind)+":"); ok {
			keys[i] = string(k) + ":" + rest
		}
	}
	e.Kind, e.Keys = k, set(keys)
}

// outweighs tells whether the kind of a is to be trusted more than that of b, which has the same name. A town that the
// lexicon knows says nothing about a club of its name.
func (n *naming) outweighs(a, b *Entity) bool {
	if _, known := lexicon(a.Keys); known {
		return a.Kind != Place
	}
	return a.Sources >= 2*b.Sources
}
