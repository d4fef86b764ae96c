package tagger

import (
	"unicode"
	"unicode/utf8"

	"dateline/extract"
	"dateline/extract/linear"
)

// Atoms are what the features know of the words of one sentence, by position; two further places before the first and
// after the last word stand for its borders (see pad).
type Atoms struct {
	Word   []uint32 // hash of the folded form
	Key    []uint64 // for the lexicon: folded form, told apart by a capital that is not the sentence's first
	Suffix []uint32 // the last four bytes of the folded form, the last one lowest
	Prefix []uint32 // the first three bytes
	Shape  []uint32 // bits, see shape
	Choice []uint32 // which candidate list the word has; for a word without list made of its suffix and shape
	List   []uint32 // index of the candidate list, noList if it has none
	Finite []uint32 // how many words from here to the end of the sentence may be finite verbs, see Lexicon.Choices
	Style  uint32   // 1 where most long words of the sentence are capitalised, 2 where all letters are
	buf    []byte
}

// pad is the number of places before the first word.
const pad = 2

// noList says that a word has no candidate list: it was rare or unseen in training.
const noList = ^uint32(0)

// The bits of a shape.
const (
	upperFirst = 1 << iota
	allUpper
	hasUpperInside
	hasDigit
	allDigit
	hasHyphen
	hasDot
	hasOther
	hasLetter
	first
	joined
	glued
	lengthShift = iota
)

func (a *Atoms) reset(n int) {
	n += 2 * pad
	for _, list := range []*[]uint32{&a.Word, &a.Suffix, &a.Prefix, &a.Shape, &a.Choice, &a.List, &a.Finite} {
		if cap(*list) < n {
			*list = make([]uint32, n)
		}
		*list = (*list)[:n]
	}
	if cap(a.Key) < n {
		a.Key = make([]uint64, n)
	}
	a.Key = a.Key[:n]
	for _, i := range [...]int{0, 1, n - 2, n - 1} {
		a.Word[i], a.Suffix[i], a.Prefix[i], a.Shape[i], a.Choice[i], a.List[i] = 1, 1, 1, 0, 1, noList
	}
}

// Load fills a with the words of a sentence.
func (a *Atoms) Load(text string, tokens []extract.Token) {
	a.reset(len(tokens))
	capital, long := 0, 0
	upper := true
	for i := range tokens {
		t := &tokens[i]
		word := text[t.Start:t.End]
		a.buf = linear.Fold(a.buf[:0], word)
		s := shape(word)
		if s&hasLetter != 0 && len(word) > 3 {
			long++
			if s&upperFirst != 0 {
				capital++
			}
			upper = upper && s&allUpper != 0
		}
		key := linear.HashBytes(a.buf)
		a.Word[i+pad] = uint32(key >> 32)
		if i == 0 {
			s |= first
		} else if s&upperFirst != 0 {
			key = linear.Join(key, 1)
		}
		if t.Joined {
			s |= joined
		} else if i > 0 && tokens[i-1].End == t.Start {
			s |= glued
		}
		a.Key[i+pad] = key
		a.Suffix[i+pad], a.Prefix[i+pad] = ends(a.buf)
		a.Shape[i+pad] = s
	}
	a.Style = 0
	if long > 2 && upper {
		a.Style = 2
	} else if long > 2 && capital*10 >= long*7 {
		a.Style = 1
	}
}

// ends packs the last four and the first three bytes.
func ends(b []byte) (suffix, prefix uint32) {
	for k := range min(4, len(b)) {
		suffix |= uint32(b[len(b)-1-k]) << (8 * k)
	}
	for k := range min(3, len(b)) {
		prefix |= uint32(b[k]) << (8 * k)
	}
	return suffix, prefix
}

// shape describes the letters of a word.
func shape(word string) uint32 {
	var s uint32
	upper, lower, digits, runes := 0, 0, 0, 0
	for _, r := range word {
		switch {
		case 'a' <= r && r <= 'z':
			lower++
		case 'A' <= r && r <= 'Z' || r >= utf8.RuneSelf && unicode.IsUpper(r):
			if upper++; runes == 0 {
				s |= upperFirst
			} else {
				s |= hasUpperInside
			}
		case '0' <= r && r <= '9':
			digits++
		case r == '-' || r == '–':
			s |= hasHyphen
		case r == '.':
			s |= hasDot
		case r >= utf8.RuneSelf && unicode.IsLetter(r):
			lower++
		default:
			s |= hasOther
		}
		runes++
	}
	if upper+lower > 0 {
		s |= hasLetter
	}
	if upper > 0 && lower == 0 {
		s |= allUpper
	}
	if digits > 0 {
		s |= hasDigit
	}
	if digits == runes {
		s |= allDigit
	}
	return s | uint32(min(runes, 7))<<lengthShift
}

// WordKey is the lexicon's key of word i.
func (a *Atoms) WordKey(i int) uint64 { return a.Key[i+pad] }
