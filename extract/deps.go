package extract

import "strings"

// Deps gives the dependents of each token; Token.Head gives only the way up.
type Deps struct {
	first []int32 // index into kids per token, one more at the end
	kids  []int32 // dependents, in text order, grouped by head
}

// NewDeps indexes the heads of d's tokens in one pass.
func NewDeps(d *Document) *Deps {
	t := &Deps{first: make([]int32, len(d.Tokens)+2), kids: make([]int32, len(d.Tokens))}
	for i := range d.Tokens {
		if h := d.Tokens[i].Head; h >= 0 {
			t.first[h+2]++
		}
	}
	for i := 2; i < len(t.first); i++ {
		t.first[i] += t.first[i-1]
	}
	for i := range d.Tokens {
		if h := d.Tokens[i].Head; h >= 0 {
			t.kids[t.first[h+1]] = int32(i)
			t.first[h+1]++
		}
	}
	return t
}

// Renew indexes the heads of sentence s afresh, which may have changed but for the number of roots.
func (t *Deps) Renew(d *Document, s Range) {
	counts := make([]int32, s.Len()+1)
	for i := s.From; i < s.To; i++ {
		if h := d.Tokens[i].Head; h >= 0 {
			counts[h-s.From+1]++
		}
	}
	counts[0] = t.first[s.From]
	for i := 1; i < len(counts); i++ {
		counts[i] += counts[i-1]
	}
	copy(t.first[s.From:], counts)
	for i := s.From; i < s.To; i++ {
		if h := d.Tokens[i].Head; h >= 0 {
			t.kids[counts[h-s.From]] = int32(i)
			counts[h-s.From]++
		}
	}
}

// Kids are the dependents of token i in text order.
func (t *Deps) Kids(i int) []int32 { return t.kids[t.first[i]:t.first[i+1]] }

// Kid is the first dependent of token i whose relation is rel, subtypes included; -1 if there is none.
func (t *Deps) Kid(d *Document, i int, rel string) int {
	for _, k := range t.Kids(i) {
		if Is(d.Tokens[k].Rel, rel) {
			return int(k)
		}
	}
	return -1
}

// Reach is the first and the last token of all that hangs on token i, itself included. Deeper than 60 no tree is followed.
func (t *Deps) Reach(i int) (lo, hi int) { return t.reach(i, 0) }

func (t *Deps) reach(i, depth int) (lo, hi int) {
	lo, hi = i, i
	if depth > 60 {
		return
	}
	for _, k := range t.Kids(i) {
		l, h := t.reach(int(k), depth+1)
		lo, hi = min(lo, l), max(hi, h)
	}
	return
}

// Is tells whether relation r is rel or a subtype of it: Is("nsubj:pass", "nsubj").
func Is(r, rel string) bool {
	return strings.HasPrefix(r, rel) && (len(r) == len(rel) || r[len(rel)] == ':')
}
