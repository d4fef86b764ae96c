package neural

import (
	"unicode"
	"unicode/utf8"

	"dateline/extract"
	"dateline/extract/linear"
)

// The tables of the input, one after the other in the model's rows. Rare is added to the static vector of a word that
// has no row of its own, Unknown stands for a word that has neither.
const (
	Rare = iota
	Unknown
	firstEnding2 = 2
	bitsEnding2  = 10
	firstEnding3 = firstEnding2 + 1<<bitsEnding2
	bitsEnding3  = 12
	firstEnding4 = firstEnding3 + 1<<bitsEnding3
	bitsEnding4  = 13
	firstStart3  = firstEnding4 + 1<<bitsEnding4
	bitsStart3   = 12
	firstShape   = firstStart3 + 1<<bitsStart3
	bitsShape    = 11
	// FirstWord is the row of the first word of the dictionary.
	FirstWord = firstShape + 1<<bitsShape
)

// InputRows is the number of rows that are added for one word: the word itself first.
const InputRows = 6

// Words is what goes into the network: for each word of a sentence its key and its rows but the first.
type Words struct {
	Key  []uint64
	Rows [][InputRows]int32 // Rows[i][0] is left to the caller
	bits []uint32
	buf  []byte
	// shouted tells that all long words of the sentence are in capitals.
	shouted bool
}

// The bits of a shape.
const (
	upperFirst = 1 << iota
	allUpper
	upperInside
	hasDigit
	allDigit
	hasHyphen
	hasDot
	hasOther
	hasLetter
	first
	joined
	glued
	titled   // most long words of the sentence begin with a capital
	shouted  // all letters of the sentence are capitals
	lengthAt = iota
)

// Load fills w with the words of a sentence.
func (w *Words) Load(text string, tokens []extract.Token) {
	w.Key, w.Rows, w.bits = w.Key[:0], w.Rows[:0], w.bits[:0]
	capital, long, upper := 0, 0, true
	for i := range tokens {
		t := &tokens[i]
		word := text[t.Start:t.End]
		w.buf = linear.Fold(w.buf[:0], word)
		s := shape(word)
		if s&hasLetter != 0 && len(word) > 3 {
			long++
			if s&upperFirst != 0 {
				capital++
			}
			upper = upper && s&allUpper != 0
		}
		if i == 0 {
			s |= first
		}
		if t.Joined {
			s |= joined
		} else if i > 0 && tokens[i-1].End == t.Start {
			s |= glued
		}
		w.bits = append(w.bits, s)
		w.Key = append(w.Key, linear.HashBytes(w.buf))
		w.Rows = append(w.Rows, ends(w.buf))
	}
	w.shouted = upper
	style := uint32(0)
	if long > 2 && upper {
		style = shouted
	} else if long > 2 && capital*10 >= long*7 {
		style = titled
	}
	for i, s := range w.bits {
		w.Rows[i][5] = firstShape + int32(linear.Slot(linear.Mix(5, s|style, 0, 0), bitsShape))
	}
}

// ends are the rows of the last two, three and four bytes and of the first three.
func ends(b []byte) [InputRows]int32 {
	tail := func(n int) uint64 {
		n = min(n, len(b))
		return linear.Mix(uint32(n), pack(b[len(b)-n:]), 0, 0)
	}
	return [InputRows]int32{
		0, firstEnding2 + int32(linear.Slot(tail(2), bitsEnding2)), firstEnding3 + int32(linear.Slot(tail(3), bitsEnding3)),
		firstEnding4 + int32(linear.Slot(tail(4), bitsEnding4)),
		firstStart3 + int32(linear.Slot(linear.Mix(8, pack(b[:min(3, len(b))]), 0, 0), bitsStart3)),
	}
}

// pack makes a number of up to four bytes.
func pack(b []byte) (v uint32) {
	for _, c := range b {
		v = v<<8 | uint32(c)
	}
	return v
}

// shape describes the letters of a word.
func shape(word string) (s uint32) {
	upper, lower, digits, runes := 0, 0, 0, 0
	for _, r := range word {
		switch {
		case 'a' <= r && r <= 'z':
			lower++
		case 'A' <= r && r <= 'Z' || r >= utf8.RuneSelf && unicode.IsUpper(r):
			if upper++; runes == 0 {
				s |= upperFirst
			} else {
				s |= upperInside
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
	return s | uint32(min(runes, 7))<<lengthAt
}
