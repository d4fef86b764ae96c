package tagger

import "dateline/extract/linear"

// Templates is the number of features of a word.
const Templates = 50

// Past is what features know of the tags given so far: the classes of the last two words, 0 at the start, otherwise the
// class plus one; and how many finite verbs there were, at most two. A sentence wants one: "the mayor elected in May
// resigned" against "Parliament elected her".
type Past struct{ Before, Before2, Finite uint32 }

// After is the past of the next word, once this one has got its class.
func (p Past) After(class uint32, l *Lexicon) Past {
	next := Past{class + 1, p.Before, p.Finite}
	if l.Finite(class) {
		next.Finite = min(2, p.Finite+1)
	}
	return next
}

// Features appends the features of word i of the sentence.
func (a *Atoms) Features(to []uint64, i int, past Past) []uint64 {
	before, before2 := past.Before, past.Before2
	i += pad
	w, p, n := a.Word[i], a.Word[i-1], a.Word[i+1]
	pp, nn := a.Word[i-2], a.Word[i+2]
	s, ps, ns := a.Suffix[i], a.Suffix[i-1], a.Suffix[i+1]
	c, pc, nc, nnc := a.Choice[i], a.Choice[i-1], a.Choice[i+1], a.Choice[i+2]
	sh, psh, nsh := a.Shape[i], a.Shape[i-1], a.Shape[i+1]
	pre := a.Prefix[i]
	flags := sh & (1<<lengthShift - 1)
	t := uint32(0)
	add := func(x, y, z uint32) {
		t++
		to = append(to, linear.Mix(t, x, y, z))
	}
	add(w, 0, 0)
	add(w, flags, a.Style)
	add(s, 0, 0)
	add(s&0xffffff, 0, 0)
	add(s&0xffff, 0, 0)
	add(s&0xff, 0, 0)
	add(s&0xffffff, flags, 0)
	add(pre, 0, 0)
	add(pre&0xffff, 0, 0)
	add(pre&0xff, sh, 0)
	add(sh, a.Style, 0)
	add(c, 0, 0)
	add(before, 0, 0)
	add(before, before2, 0)
	add(before, w, 0)
	add(before, s&0xffffff, 0)
	add(before, c, 0)
	add(before, before2, c)
	add(before, c, nc)
	add(before, before2, w)
	add(before, flags, a.Style)
	add(before, n, 0)
	add(before, nc, 0)
	add(before2, w, 0)
	add(p, 0, 0)
	add(p, w, 0)
	add(p, c, 0)
	add(p, s&0xffffff, 0)
	add(p, n, 0)
	add(p, pp, 0)
	add(pp, 0, 0)
	add(n, 0, 0)
	add(n, w, 0)
	add(n, c, 0)
	add(n, nn, 0)
	add(nn, 0, 0)
	add(c, nc, 0)
	add(c, nc, nnc)
	add(pc, c, nc)
	add(w, nc, 0)
	add(s&0xffffff, nc, 0)
	add(ps&0xffffff, ns&0xffffff, 0)
	add(ns&0xffffff, nsh, 0)
	add(psh, sh, nsh)
	finite := past.Finite<<8 | min(3, a.Finite[i+1])
	add(finite, c, 0)
	add(finite, s&0xffff, 0)
	add(finite, w, 0)
	add(finite, before, s&0xffff)
	add(finite, before, c)
	add(finite, nc, s&0xffff)
	return to
}
