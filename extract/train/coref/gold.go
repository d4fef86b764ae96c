// Package coref measures who is taken for whom: entities across the articles of MEANTIME, and the antecedents of pronouns
// in GUM.
package coref

import (
	"slices"

	"dateline/extract"
)

// Mention is what people marked as one: bytes of the text, half open, and the entity that it is a mention of, the same
// string for all mentions of one entity.
type Mention struct {
	extract.Span
	Entity string
}

// Article is one text with its gold mentions, sorted by Start, longer ones first.
type Article struct {
	Doc      *extract.Document // text, paragraphs, publication date; no other layer
	Mentions []Mention
}

// sort puts mentions into the order of Article.Mentions.
func (a *Article) sort() {
	slices.SortStableFunc(a.Mentions, func(x, y Mention) int {
		if x.Start != y.Start {
			return x.Start - y.Start
		}
		return y.End - x.End
	})
}

// found pairs gold mentions with those that reading found in the same text: per gold mention the index in d.Mentions, -1
// for none, each at most once. First those of the same bytes are paired, then those with the same head word, the more
// alike in length the sooner.
func found(d *extract.Document, gold []Mention) []int {
	pair, taken := make([]int, len(gold)), make([]bool, len(d.Mentions))
	exact, byHead := map[extract.Span][]int{}, map[int][]int{}
	for i := range d.Mentions {
		m := &d.Mentions[i]
		exact[d.Span(m.At)] = append(exact[d.Span(m.At)], i)
		byHead[m.Head] = append(byHead[m.Head], i)
	}
	take := func(g int, among []int) {
		best, least := -1, 0
		for _, i := range among {
			s := d.Span(d.Mentions[i].At)
			apart := max(s.Start-gold[g].Start, gold[g].Start-s.Start) + max(s.End-gold[g].End, gold[g].End-s.End)
			if !taken[i] && (best < 0 || apart < least) {
				best, least = i, apart
			}
		}
		if best >= 0 {
			pair[g], taken[best] = best, true
		}
	}
	for g := range gold {
		pair[g] = -1
		take(g, exact[gold[g].Span])
	}
	for g := range gold {
		if pair[g] < 0 {
			take(g, byHead[head(d, gold[g].Span)])
		}
	}
	return pair
}

// head is the token of the span whose governor lies outside it, -1 where no token lies in it.
func head(d *extract.Document, s extract.Span) int {
	from, _ := slices.BinarySearchFunc(d.Tokens, s.Start, func(t extract.Token, at int) int { return t.Start - at })
	last := -1
	for i := from; i < len(d.Tokens) && d.Tokens[i].End <= s.End; i++ {
		if h := d.Tokens[i].Head; h < 0 || d.Tokens[h].Start < s.Start || d.Tokens[h].End > s.End {
			return i
		}
		last = i
	}
	return last
}
