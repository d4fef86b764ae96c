package extract

import "dateline/graph"

// Naming answers which mention the words of an argument name.
type Naming struct {
	Head  []int32 // token → mention that it heads, -1 none; names go before nominals, longer before shorter
	Named []bool  // mention → its chain holds a name, or stands for somebody the lexicon knows
	d     *Document
	deps  *Deps
}

// NewNaming indexes the mentions of d in one pass.
func NewNaming(d *Document, deps *Deps) *Naming {
	n := &Naming{Head: make([]int32, len(d.Tokens)), Named: make([]bool, len(d.Mentions)), d: d, deps: deps}
	for i := range n.Head {
		n.Head[i] = -1
	}
	for m := range d.Mentions {
		if d.Mentions[m].Names() || d.Mentions[m].Known != "" {
			n.Named[d.First(m)] = true
		}
	}
	for m := range d.Mentions {
		n.Named[m] = n.Named[m] || n.Named[d.First(m)]
		if h := d.Mentions[m].Head; n.Head[h] < 0 || tellsMore(&d.Mentions[m], &d.Mentions[n.Head[h]]) {
			n.Head[h] = int32(m)
		}
	}
	return n
}

// First is the first mention of the thing that mention m names.
func (d *Document) First(m int) int {
	if s := d.Mentions[m].Same; s >= 0 && s < len(d.Mentions) {
		return s
	}
	return m
}

// tellsMore tells whether mention a says more than b about the token that both head.
func tellsMore(a, b *Mention) bool {
	if (a.Form == Name) != (b.Form == Name) {
		return a.Form == Name
	}
	return a.At.Len() > b.At.Len()
}

// Of is the mention that argument a as a whole names, -1 if its words name no entity. A name that stands in apposition
// to, or flat beside, the head names the same thing: "the minister, Sergei Lavrov".
func (n *Naming) Of(a *Argument) int {
	m := int(n.Head[a.Head])
	if m >= 0 && (n.d.Mentions[m].Form == Name || n.Named[m]) {
		return m
	}
	for i := a.At.From; i < a.At.To; i++ {
		if k := n.Head[i]; k >= 0 && i != a.Head && n.d.Mentions[k].Form == Name && n.beside(i, a.Head) && n.personal(a.Head, int(k)) {
			return int(k)
		}
	}
	for _, i := range n.deps.Kids(a.Head) {
		if k := n.Head[i]; k >= 0 && n.d.Tokens[i].Rel == "appos" && n.d.Mentions[k].Form == Name && n.personal(a.Head, int(k)) {
			return int(k)
		}
	}
	return m
}

// beside tells whether token i is part of the name, or the description, that token head is the head of.
func (n *Naming) beside(i, head int) bool {
	for steps := 0; steps < 4 && i >= 0; steps++ {
		switch n.d.Tokens[i].Rel {
		case "flat", "nmod:desc", "appos":
		case "compound":
			if n.d.Tokens[i].Head == head && i < head {
				return false // "Obama aides" are not Obama
			}
		default:
			return false
		}
		if i = n.d.Tokens[i].Head; i == head {
			return true
		}
	}
	return false
}

// personal tells whether mention m may stand for the noun at token head: a person for a person's noun.
func (n *Naming) personal(head, m int) bool {
	return n.d.Mentions[m].Kind == graph.Person || n.d.Tokens[head].Rel != "compound"
}
