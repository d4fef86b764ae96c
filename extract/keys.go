package extract

import (
	"sort"
	"strings"

	"dateline/graph"
)

// ChainIndex finds the mentions of a chain without going through all mentions of the article.
type ChainIndex struct {
	d    *Document
	next []int32 // per mention the next one of its chain, -1 after the last
}

// NewChains indexes the chains of d in one pass.
func NewChains(d *Document) *ChainIndex {
	c := &ChainIndex{d: d, next: make([]int32, len(d.Mentions))}
	last := make([]int32, len(d.Mentions))
	for i := range d.Mentions {
		c.next[i], last[i] = -1, int32(i)
		if s := d.Mentions[i].Same; 0 <= s && s < i {
			c.next[last[s]] = int32(i)
			last[s] = int32(i)
		}
	}
	return c
}

// Each calls do for each mention of the chain that begins with first, in order.
func (c *ChainIndex) Each(first int, do func(i int)) {
	for i := int32(first); i >= 0; i = c.next[i] {
		do(int(i))
	}
}

// Keys says what entity of the graph the chain of mentions that begins with mention first becomes: its best name, its
// kind, the keys under which it is one with the same thing in other articles, and its other names in this one, both
// sorted. keys is nil for a chain that names nothing: only nouns and pronouns.
//
//	known:person/barack-obama, person:barack obama     an entry of the lexicon, and the full names in the article
//	known:place/georgia, wikidata:Q230                  a place or organisation of the lexicon: its entry, and its item there
//	person:jeff rathke                                  a full name
//	person:basya@asylum                                 a surname alone counts within its article only
//	organization:city@cup-tie                           so does a name that is only a noun (Mention.Local)
//
// A surname alone never makes persons of two articles one; a full name, an organisation, a place do.
func (c *ChainIndex) Keys(first int) (name string, kind graph.Kind, keys, aliases []string) {
	names := map[string]bool{}
	known, item, also, local := "", "", "", false
	kind = c.d.Mentions[first].Kind
	c.Each(first, func(i int) {
		m := &c.d.Mentions[i]
		if known == "" && m.Known != "" {
			known, item, kind, name = m.Known, m.Wikidata, m.Kind, m.Name
		}
		if m.Form != Name {
			return
		}
		if len(names) == 0 && known == "" {
			kind, name = m.Kind, m.Name
		}
		local = local || m.Local
		if m.Also != "" {
			also = m.Also
		}
		names[c.d.String(m.At)] = true
	})
	if name == "" {
		return "", kind, nil, nil
	}
	set := map[string]bool{c.key(kind, known, name, local): true}
	if known != "" {
		set[graph.KnownKey(known)] = true
	}
	if item != "" {
		set[graph.WikidataKey(item)] = true
	}
	if kind == graph.Person {
		for n := range names {
			if k := graph.KeyOf(kind, n); strings.Contains(k, " ") && !elder(graph.KeyOf(kind, name), k) {
				set[k] = true
			}
		}
	}
	if also != "" {
		names[also] = true
	}
	delete(names, name)
	return name, kind, sorted(set), sorted(names)
}

// elder tells whether key is that of a name without the word behind it that parts father and son: "martin luther king" of
// "martin luther king jr", who is another.
func elder(name, key string) bool {
	rest, ok := strings.CutPrefix(name, key+" ")
	switch rest {
	case "jr", "sr", "ii", "iii", "iv":
		return ok
	}
	return false
}

// key is the key of a thing's best name.
func (c *ChainIndex) key(kind graph.Kind, known, name string, local bool) string {
	if known != "" && kind != graph.Person {
		return graph.KnownKey(known)
	}
	k := graph.KeyOf(kind, name)
	if known == "" && (local || kind == graph.Person && !strings.Contains(k, " ")) {
		k += "@" + c.d.ID
	}
	return k
}

// EntityKeys is NewChains(d).Keys(first), for one chain.
func EntityKeys(d *Document, first int) (name string, kind graph.Kind, keys, aliases []string) {
	return NewChains(d).Keys(first)
}

func sorted(set map[string]bool) []string {
	out := make([]string, 0, len(set))
	for s := range set {
		out = append(out, s)
	}
	sort.Strings(out)
	return out
}
