package tagger

import "dateline/extract/linear"

// Templates is the number of features of a word.
const Templates = 44

// Features appends the features of word i of the sentence, given the classes of the two words before it, 0 at the
// start, otherwise the class plus one.
func (a *Atoms) Features(to []uint64, i int, before, before2 uint32) []uint64 {
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
	return to
}
