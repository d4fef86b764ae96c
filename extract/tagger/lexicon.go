package tagger

import (
	"errors"

	"dateline/extract/linear"
)

// Lexicon holds for each frequent word the classes it can take.
type Lexicon struct {
	words  linear.Dict // Key → index in lists
	lists  []uint32    // a count, then as many classes; at 0 the list of all that a rare word can take
	finite []bool      // by class: a finite verb or auxiliary
}

// NewLexicon is a Lexicon of its parts, for the trainer.
func NewLexicon(words linear.Dict, lists []uint32, tags []Tag) Lexicon {
	l := Lexicon{words: words, lists: lists, finite: make([]bool, len(tags))}
	for i, t := range tags {
		switch t.XPOS {
		case "VBD", "VBZ", "VBP", "MD":
			l.finite[i] = t.UPOS == "VERB" || t.UPOS == "AUX"
		}
	}
	return l
}

// Finite tells whether a class is that of finite verbs.
func (l *Lexicon) Finite(class uint32) bool { return l.finite[class] }

// check tells whether all lists fit the number of classes.
func (l *Lexicon) check(classes int) error {
	bad := errors.New("candidate lists do not fit the tags")
	if len(l.lists) == 0 || classes == 0 || classes > 256 {
		return bad
	}
	for at := 0; at < len(l.lists); {
		n := int(l.lists[at])
		if n == 0 || n > len(l.lists)-at-1 {
			return bad
		}
		for _, class := range l.lists[at+1 : at+1+n] {
			if int(class) >= classes {
				return bad
			}
		}
		at += n + 1
	}
	return nil
}

// Choices fills a.List, a.Choice and a.Finite. Of the words without a list those in -ed count as possible finite verbs.
func (l *Lexicon) Choices(a *Atoms) {
	finite := uint32(0)
	a.Finite[len(a.Word)-pad] = 0
	for i := len(a.Word) - pad - 1; i >= pad; i-- {
		v, ok := l.words.Get(a.Key[i])
		if !ok || int(v) >= len(l.lists) {
			a.List[i] = noList
			a.Choice[i] = a.Suffix[i]&0xffff<<16 | a.Shape[i]&(1<<lengthShift-1) | 1<<15
			if a.Suffix[i]&0xffff == 'e'<<8|'d' {
				finite++
			}
		} else {
			a.List[i], a.Choice[i] = v, v+2
			for _, class := range l.Candidates(a, i-pad) {
				if l.finite[class] {
					finite++
					break
				}
			}
		}
		a.Finite[i] = finite
	}
}

// Candidates are the classes that word i can take, never none.
func (l *Lexicon) Candidates(a *Atoms, i int) []uint32 {
	at := a.List[i+pad]
	if at == noList {
		at = 0
	}
	n := l.lists[at]
	return l.lists[at+1 : at+1+n]
}
