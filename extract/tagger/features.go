package tagger

import "dateline/extract/linear"

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

// features is a list under way; each template has the number of its turn.
type features struct {
	list []uint64
	t    uint32
}

func (f *features) add(x, y, z uint32) {
	f.t++
	f.list = append(f.list, linear.Mix(f.t, x, y, z))
}

// Features appends the 50 features of word i of the sentence.
func (a *Atoms) Features(to []uint64, i int, past Past) []uint64 {
	f := features{list: to}
	a.own(&f, i+pad)
	a.around(&f, i+pad, past.Before, past.Before2)
	a.clause(&f, i+pad, past)
	return f.list
}

// own adds what the word is like by itself.
func (a *Atoms) own(f *features, i int) {
	w, s, c, pre, sh := a.Word[i], a.Suffix[i], a.Choice[i], a.Prefix[i], a.Shape[i]
	flags := sh & (1<<lengthShift - 1)
	f.add(w, 0, 0)
	f.add(w, flags, a.Style)
	f.add(s, 0, 0)
	f.add(s&0xffffff, 0, 0)
	f.add(s&0xffff, 0, 0)
	f.add(s&0xff, 0, 0)
	f.add(s&0xffffff, flags, 0)
	f.add(pre, 0, 0)
	f.add(pre&0xffff, 0, 0)
	f.add(pre&0xff, sh, 0)
	f.add(sh, a.Style, 0)
	f.add(c, 0, 0)
}

// around adds the tags before and the words on both sides.
func (a *Atoms) around(f *features, i int, before, before2 uint32) {
	w, p, n, pp, nn := a.Word[i], a.Word[i-1], a.Word[i+1], a.Word[i-2], a.Word[i+2]
	s, ps, ns := a.Suffix[i], a.Suffix[i-1], a.Suffix[i+1]
	c, pc, nc, nnc := a.Choice[i], a.Choice[i-1], a.Choice[i+1], a.Choice[i+2]
	sh, psh, nsh := a.Shape[i], a.Shape[i-1], a.Shape[i+1]
	flags := sh & (1<<lengthShift - 1)
	f.add(before, 0, 0)
	f.add(before, before2, 0)
	f.add(before, w, 0)
	f.add(before, s&0xffffff, 0)
	f.add(before, c, 0)
	f.add(before, before2, c)
	f.add(before, c, nc)
	f.add(before, before2, w)
	f.add(before, flags, a.Style)
	f.add(before, n, 0)
	f.add(before, nc, 0)
	f.add(before2, w, 0)
	f.add(p, 0, 0)
	f.add(p, w, 0)
	f.add(p, c, 0)
	f.add(p, s&0xffffff, 0)
	f.add(p, n, 0)
	f.add(p, pp, 0)
	f.add(pp, 0, 0)
	f.add(n, 0, 0)
	f.add(n, w, 0)
	f.add(n, c, 0)
	f.add(n, nn, 0)
	f.add(nn, 0, 0)
	f.add(c, nc, 0)
	f.add(c, nc, nnc)
	f.add(pc, c, nc)
	f.add(w, nc, 0)
	f.add(s&0xffffff, nc, 0)
	f.add(ps&0xffffff, ns&0xffffff, 0)
	f.add(ns&0xffffff, nsh, 0)
	f.add(psh, sh, nsh)
}

// clause adds whether the sentence has, and can still get, a finite verb.
func (a *Atoms) clause(f *features, i int, past Past) {
	w, s, c, nc, before := a.Word[i], a.Suffix[i], a.Choice[i], a.Choice[i+1], past.Before
	finite := past.Finite<<8 | min(3, a.Finite[i+1])
	f.add(finite, c, 0)
	f.add(finite, s&0xffff, 0)
	f.add(finite, w, 0)
	f.add(finite, before, s&0xffff)
	f.add(finite, before, c)
	f.add(finite, nc, s&0xffff)
}
