package segment

import (
	"dateline/extract"
	"dateline/extract/linear"
)

// Boundaries makes the features by which the model decides whether a sentence ends between two tokens. It is shared by
// the stage and its trainer.
type Boundaries struct {
	lexicon *lexicon
	text    string
	tokens  []extract.Token
	first   int // first token of the sentence under way
	quotes  int // straight double quotes seen in it
	buf     []byte
}

// Load begins a paragraph.
func (b *Boundaries) Load(text string, tokens []extract.Token) {
	b.text, b.tokens, b.first, b.quotes = text, tokens, 0, 0
}

// Begin says that a sentence begins with token i.
func (b *Boundaries) Begin(i int) { b.first, b.quotes = i, 0 }

// Pass says that token i has been passed.
func (b *Boundaries) Pass(i int) {
	if b.word(i) == `"` {
		b.quotes++
	}
}

func (b *Boundaries) word(i int) string {
	if i < 0 || i >= len(b.tokens) {
		return ""
	}
	return b.text[b.tokens[i].Start:b.tokens[i].End]
}

// The classes of tokens that matter at the end of a sentence.
const (
	wordToken = iota
	ender     // . ? ! … and runs of them
	closer    // closing quotes and brackets
	pause     // : ; - –
	short     // abbreviation with its stop
	smile
)

// class is the class of token i.
func (b *Boundaries) class(i int) int {
	w := b.word(i)
	switch w[0] {
	case '.', '?', '!':
		return ender
	case ')', ']', '"', '\'', '}', '>':
		if w[0] == '\'' && w[len(w)-1] != '\'' {
			return wordToken // 's, 'll, '72
		}
		return closer
	case ':', ';', '(', '=', '-', '*', '|', '_':
		if len(w) > 1 {
			return smile
		}
		return pause
	}
	switch w {
	case "…":
		return ender
	case "”", "’", "’’", "»":
		return closer
	case "–", "—", "•", "·":
		return pause
	}
	if w[len(w)-1] == '.' {
		return short
	}
	return wordToken
}

// Candidate tells whether a sentence may end after token i, which is not the last of its paragraph.
func (b *Boundaries) Candidate(i int) bool {
	if b.tokens[i+1].Joined {
		return false
	}
	c := b.class(i)
	return c != wordToken && (c != closer || i > b.first)
}

// Features appends the 24 features of the boundary after token i.
func (b *Boundaries) Features(to []uint64, i int) []uint64 {
	last, next := b.atom(i), b.atom(i+1)
	before, next2 := b.atom(i-1), b.atom(i+2)
	if b.class(i) == closer && i > b.first {
		last = linear.Atom(b.word(i - 1)[:1]) + last*3
		before = b.atom(i - 2)
	}
	look, look2, lookBefore := b.look(i+1), b.look(i+2), b.look(i-1)
	kind := uint32(b.kindOf(i))
	gap := uint32(0)
	if b.tokens[i].End < b.tokens[i+1].Start {
		gap = 1
	}
	if i > 0 && b.tokens[i-1].End < b.tokens[i].Start {
		gap |= 2
	}
	open := uint32(b.quotes&1)<<1 | gap<<2
	length, rest := min(i-b.first, 15), min(len(b.tokens)-i-1, 15)
	t := uint32(0)
	add := func(x, y, z uint32) {
		t++
		to = append(to, linear.Mix(t, x, y, z))
	}
	add(last, 0, 0)
	add(last, look, gap)
	add(last, look, open)
	add(last, next, 0)
	add(last, before, 0)
	add(last, lookBefore, look)
	add(last, lookBefore, gap)
	add(last, uint32(length), look)
	add(last, uint32(rest), look)
	add(kind, look, gap)
	add(kind, next, 0)
	add(kind, last, look)
	add(before, look, gap)
	add(before, next, 0)
	add(next, gap, 0)
	add(look, look2, last)
	add(next2, look, last)
	add(look, open, last)
	add(lookBefore, kind, look)
	add(uint32(b.class(i)), look, gap)
	add(uint32(b.class(i)), next, gap)
	add(next, look, lookBefore)
	add(uint32(b.class(i)), uint32(length), uint32(rest))
	add(gap, look, look2)
	return to
}

// atom is the folded form of token i as a number, 0 outside the paragraph.
func (b *Boundaries) atom(i int) uint32 {
	w := b.word(i)
	if w == "" {
		return 0
	}
	b.buf = linear.Fold(b.buf[:0], w)
	return uint32(linear.HashBytes(b.buf) >> 32)
}

// look is what kind of letters token i has, 0 outside the paragraph.
func (b *Boundaries) look(i int) uint32 {
	w := b.word(i)
	switch {
	case w == "":
		return 0
	case isUpper(w[0]) && len(w) == 1:
		return 1
	case isUpper(w[0]) && len(w) > 1 && isUpper(w[1]):
		return 2
	case isUpper(w[0]):
		if b.buf = linear.Fold(b.buf[:0], w); b.lexicon.is(b.buf, date) {
			return 7
		}
		return 3
	case 'a' <= w[0] && w[0] <= 'z':
		return 4
	case isDigit(w[0]):
		return 5
	case w[0] >= 0x80 && isWordByte(w[0]) && len(w) > 3:
		return 6
	}
	return 16 + uint32(w[0])
}

// kindOf is the lexicon's kinds of token i without its last stop.
func (b *Boundaries) kindOf(i int) kind {
	w := b.word(i)
	if len(w) < 2 || w[len(w)-1] != '.' {
		return 0
	}
	b.buf = linear.Fold(b.buf[:0], w[:len(w)-1])
	if k := b.lexicon.words[string(b.buf)] & abbreviation; k != 0 {
		return k
	}
	if len(w) == 2 {
		return 1 << 14
	}
	return 1 << 15
}
