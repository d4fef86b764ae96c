package extract

import (
	"sort"
	"strings"

	"dateline/graph"
)

// EntityKeys says what entity of the graph the chain of mentions that begins with mention first becomes: its best name,
// its kind, the keys under which it is one with the same thing in other articles, and its other names in this one, both
// sorted. keys is nil for a chain that names nothing: only nouns and pronouns.
//
//	known:person/barack-obama, person:barack obama     an entry of the lexicon: its ID and its full name
//	person:jeff rathke                                  a full name
//	person:basya@asylum                                 a surname alone counts within its article only
//
// A surname alone never makes persons of two articles one; a full name, an organisation, a place do.
func EntityKeys(d *Document, first int) (name string, kind graph.Kind, keys, aliases []string) {
	c := chain{d: d, names: map[string]bool{}, keys: map[string]bool{}}
	for i := first; i < len(d.Mentions); i++ {
		if d.Mentions[i].Same == first {
			c.add(&d.Mentions[i])
		}
	}
	if !c.named {
		return "", d.Mentions[first].Kind, nil, nil
	}
	head := &d.Mentions[first]
	name, kind = head.Name, c.kind
	if c.best != "" && (head.Form != Name || len(head.Name) < len(c.best)) && head.Known == "" {
		name = c.best
	}
	delete(c.names, name)
	return name, kind, c.sortedKeys(name), sorted(c.names)
}

// chain gathers what the mentions of one thing say.
type chain struct {
	d     *Document
	named bool
	kind  graph.Kind
	best  string // the longest name
	known string
	names map[string]bool
	keys  map[string]bool
}

func (c *chain) add(m *Mention) {
	if m.Known != "" {
		c.known = m.Known
		c.named = true
		c.kind = m.Kind
	}
	if m.Form != Name {
		return
	}
	if !c.named {
		c.named, c.kind = true, m.Kind
	}
	text := c.d.String(m.At)
	c.names[text] = true
	if len(text) > len(c.best) {
		c.best = text
	}
}

// sortedKeys makes the keys of a chain with the given best name.
func (c *chain) sortedKeys(name string) []string {
	keys := map[string]bool{}
	if c.known != "" {
		keys["known:"+c.known] = true
	}
	keys[c.key(name)] = true
	return sorted(keys)
}

// key is the key of a name. A person's name of one word counts within the article only.
func (c *chain) key(name string) string {
	k := string(c.kind) + ":" + strings.ToLower(Fold(name))
	if c.kind == graph.Person && c.known == "" && !strings.Contains(Fold(name), " ") {
		k += "@" + c.d.ID
	}
	return k
}

func sorted(set map[string]bool) []string {
	out := make([]string, 0, len(set))
	for s := range set {
		out = append(out, s)
	}
	sort.Strings(out)
	return out
}
