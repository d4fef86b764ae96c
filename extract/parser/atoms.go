package parser

import (
	"dateline/extract"
	"dateline/extract/linear"
)

// Words are what the features know of the words of a sentence, by position. Position N+1 stands for "no word".
type Words struct {
	form   []uint32 // hash of the folded form
	tag    []uint32 // hash of UPOS and XPOS
	suffix []uint32 // last three bytes of the folded form with its coarse tag
	seen   []uint64 // how many words of each kind below stand before the position, in lanes of eight bits
	buf    []byte
}

// The kinds of words that are counted between two positions.
const (
	comma = iota
	otherPoint
	conjunction
	subordinator
	verb
	auxiliary
	adposition
	noun
	kinds
)

// Load fills w with the tagged words of a sentence.
func (w *Words) Load(text string, tokens []extract.Token) {
	n := len(tokens) + 2
	if cap(w.form) < n {
		w.form, w.tag, w.suffix, w.seen = make([]uint32, n), make([]uint32, n), make([]uint32, n), make([]uint64, n)
	}
	w.form, w.tag, w.suffix, w.seen = w.form[:n], w.tag[:n], w.suffix[:n], w.seen[:n]
	w.seen[0] = 0
	for i := range tokens {
		t := &tokens[i]
		w.buf = linear.Fold(w.buf[:0], text[t.Start:t.End])
		w.form[i] = uint32(linear.HashBytes(w.buf) >> 32)
		upos := linear.Atom(t.UPOS)
		w.tag[i] = linear.Atom(t.XPOS) + upos
		w.suffix[i] = upos
		for _, c := range w.buf[max(0, len(w.buf)-3):] {
			w.suffix[i] = w.suffix[i]*257 + uint32(c)
		}
		w.seen[i+1] = w.seen[i] + count(text, t)
	}
	for i := len(tokens); i < n; i++ {
		w.form[i], w.tag[i], w.suffix[i] = 1, 1, 1
	}
	w.seen[n-1] = w.seen[n-2]
}

// count is a one in the lane of the word's kind.
func count(text string, t *extract.Token) uint64 {
	kind := 0
	switch t.UPOS {
	case "PUNCT":
		kind = otherPoint
		if text[t.Start] == ',' {
			kind = comma
		}
	case "CCONJ":
		kind = conjunction
	case "SCONJ":
		kind = subordinator
	case "VERB":
		kind = verb
	case "AUX":
		kind = auxiliary
	case "ADP":
		kind = adposition
	case "NOUN", "PROPN", "PRON":
		kind = noun
	default:
		return 0
	}
	return 1 << (8 * kind)
}

// between tells for each kind whether a word of it stands between positions i and j, and for commas and verbs whether
// more than one does. In sentences of more than 255 words of one kind it may err, which harms nobody.
func (w *Words) between(i, j int) uint32 {
	if i < 0 || j-1 <= i {
		return 0
	}
	d := w.seen[j] - w.seen[i+1]
	var bits uint32
	for k := range kinds {
		if d>>(8*k)&0xff != 0 {
			bits |= 1 << k
		}
	}
	if d&0xff > 1 {
		bits |= 1 << kinds
	}
	if d>>(8*verb)&0xff > 1 {
		bits |= 2 << kinds
	}
	return bits
}

// distance puts the number of words from i to j into one of seven bins, 0 if there is no i.
func distance(i, j int) uint32 {
	d := j - i
	switch {
	case i < 0:
		return 0
	case d <= 3:
		return uint32(d)
	case d <= 5:
		return 4
	case d <= 10:
		return 5
	}
	return 6
}
