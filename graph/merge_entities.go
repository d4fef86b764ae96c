package graph

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// entities unites entities that share a key.
func (m *merger) entities() []Entity {
	classes, where := m.classes()
	all := make([]Entity, len(classes))
	ids, keys := make([]string, len(classes)), make([]string, len(classes))
	for i, members := range classes {
		if first := members[0]; len(members) == 1 && m.kept != nil && m.kept[first.i] {
			all[i] = m.in[0].Entities[first.i]
			all[i].ID = all[i].idOf()
		} else {
			all[i] = m.unite(members)
		}
		ids[i], keys[i] = all[i].ID, strings.Join(all[i].Keys, "\n")
	}
	distinct(ids, keys)
	for i := range all {
		all[i].ID = ids[i]
	}
	for gi, g := range m.in {
		m.names[gi].entities = make(map[string]string, len(g.Entities))
		for i, e := range g.Entities {
			m.names[gi].entities[e.ID] = ids[where[gi][i]]
		}
	}
	slices.SortFunc(all, func(a, b Entity) int { return cmp.Compare(a.ID, b.ID) })
	return all
}

// place is an entity or event as it came in: the i-th of graph gi.
type place struct{ gi, i int }

// classes puts entities that share a key together. where leads back from each entity of each graph to its class.
func (m *merger) classes() (classes [][]place, where [][]int) {
	var u union
	owner := map[string]int{}
	where = make([][]int, len(m.in))
	for gi, g := range m.in {
		where[gi] = make([]int, len(g.Entities))
		for i := range g.Entities {
			n := u.add()
			where[gi][i] = n
			for _, k := range m.keys(&g.Entities[i], gi) {
				if o, ok := owner[k]; ok {
					u.join(o, n)
				} else {
					owner[k] = n
				}
			}
		}
	}
	class := make(map[int]int)
	for gi := range where {
		for i, n := range where[gi] {
			root := u.find(n)
			c, ok := class[root]
			if !ok {
				c = len(classes)
				class[root] = c
				classes = append(classes, nil)
			}
			classes[c] = append(classes[c], place{gi, i})
			where[gi][i] = c
		}
	}
	return classes, where
}

// keys is e.Keys, or, where there is none, the key of its name. A key that ends in "@" and the ID of a source of its
// graph counts within that source, and follows it when its ID changes.
func (m *merger) keys(e *Entity, gi int) []string {
	if len(e.Keys) == 0 {
		return []string{KeyOf(e.Kind, e.Name)}
	}
	keys := e.Keys
	for i, k := range keys {
		at := strings.LastIndexByte(k, '@')
		if at < 0 {
			continue
		}
		if id, ok := m.names[gi].sources[k[at+1:]]; ok && id != k[at+1:] {
			if &keys[0] == &e.Keys[0] {
				keys = slices.Clone(keys)
			}
			keys[i] = k[:at+1] + id
		}
	}
	return keys
}

// unite makes one entity of all members.
func (m *merger) unite(members []place) Entity {
	var u Entity
	var names []string
	for _, p := range members {
		e := &m.in[p.gi].Entities[p.i]
		u.Keys = append(u.Keys, m.keys(e, p.gi)...)
		names = append(append(names, e.Name), e.Aliases...)
		u.Why = append(u.Why, e.Why...)
		u.Seen = m.evidence(u.Seen, e.Seen, p.gi)
		u.Kind = Kind(least(string(u.Kind), string(e.Kind)))
	}
	u.Keys, u.Why, u.Seen, u.Traits = set(u.Keys), set(u.Why), tidyEvidence(u.Seen), m.traits(members)
	names = slices.DeleteFunc(set(names), func(s string) bool { return s == "" })
	u.Kind = kindOf(u.Keys, u.Kind)
	u.Name = bestName(&u, names)
	u.Aliases = slices.DeleteFunc(names, func(s string) bool { return s == u.Name })
	none(&u.Aliases)
	u.ID = u.idOf()
	return u
}

// lexicon is the ID in the first key that names an entry of the lexicon.
func lexicon(keys []string) (id string, ok bool) {
	for _, k := range keys {
		if id, ok := strings.CutPrefix(k, known); ok {
			return id, true
		}
	}
	return "", false
}

// idOf is the lexicon's ID where the entity has an entry there, else kind and slug of the name.
func (e *Entity) idOf() string {
	if id, ok := lexicon(e.Keys); ok && strings.HasPrefix(id, string(e.Kind)+"/") {
		return id
	}
	slug := Slug(e.Name)
	if slug == "" {
		slug = short(strings.Join(e.Keys, "\n"))
	}
	return string(e.Kind) + "/" + slug
}

// kinds in the order in which they win where as many keys speak for each.
var kinds = []Kind{Person, Organization, Place, Group, Occasion, Work, Product, Law, Other}

// kindOf is the kind that the keys speak for: the lexicon's, else the one that most keys begin with.
func kindOf(keys []string, otherwise Kind) Kind {
	best, most := otherwise, 0
	for _, k := range kinds {
		n := 0
		for _, key := range keys {
			if rest, ok := strings.CutPrefix(key, known); ok && strings.HasPrefix(rest, string(k)+"/") {
				n += len(keys)
			} else if rest, ok := strings.CutPrefix(key, string(k)); ok && strings.HasPrefix(rest, ":") {
				n++
			}
		}
		if n > most {
			best, most = k, n
		}
	}
	return best
}

// bestName picks from sorted names the one to show. Best are names with the slug of an entry of the lexicon; then those
// that are keys of the entity, which short forms are not; then full names (not in capitals alone; of persons, more than
// one word, and no initial in front). Among equals the one most often seen wins, then the longest, of persons the
// shortest, then the first.
func bestName(e *Entity, names []string) string {
	votes := make(map[string]int, len(names))
	for i := range e.Seen {
		votes[foldSpace(e.Seen[i].Quote)]++
	}
	best, bestRank := "", -1
	for _, name := range names {
		rank := rankName(e, name)
		v, w := votes[name], votes[best]
		if rank > bestRank || rank == bestRank && (v > w || v == w && len(name) != len(best) && (len(name) > len(best)) == (e.Kind != Person)) {
			best, bestRank = name, rank
		}
	}
	return best
}

func rankName(e *Entity, name string) (rank int) {
	slug := Slug(name)
	for _, k := range e.Keys {
		if id, ok := strings.CutPrefix(k, known); ok && id[strings.LastIndexByte(id, '/')+1:] == slug {
			return 4
		}
	}
	folded := fold(name, ' ')
	for _, k := range e.Keys {
		if _, of, ok := strings.Cut(k, ":"); ok && !strings.HasPrefix(k, known) && fold(of, ' ') == folded {
			rank = 2
		}
	}
	if strings.IndexFunc(name, unicode.IsLower) >= 0 && (e.Kind != Person || strings.IndexByte(folded, ' ') > 1) {
		rank++
	}
	return rank
}

// foldSpace makes one blank of each run of white space.
func foldSpace(s string) string {
	if !strings.ContainsAny(s, "\n\t\r") && !strings.Contains(s, "  ") {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// union is a union-find forest over 0…n-1, with path halving and union by size (Tarjan and van Leeuwen, "Worst-case
// analysis of set union algorithms", 1984).
type union struct{ parent, size []int }

func (u *union) add() int {
	u.parent = append(u.parent, len(u.parent))
	u.size = append(u.size, 1)
	return len(u.parent) - 1
}

func (u *union) find(i int) int {
	for u.parent[i] != i {
		u.parent[i] = u.parent[u.parent[i]]
		i = u.parent[i]
	}
	return i
}

func (u *union) join(i, j int) {
	i, j = u.find(i), u.find(j)
	if i == j {
		return
	}
	if u.size[i] < u.size[j] {
		i, j = j, i
	}
	u.parent[j] = i
	u.size[i] += u.size[j]
}
