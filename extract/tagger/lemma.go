package tagger

import (
	"errors"
	"strings"

	"dateline/extract"
	"dateline/extract/linear"
)

// lemmas finds lemma and features by look-up: for a known pair of form and class the lemma itself, for any other the
// rule of its longest known ending. A rule says how many bytes go and what comes in their place.
type lemmas struct {
	known linear.Dict // LemmaKey → index in texts
	texts linear.Strings
	rules linear.Dict // RuleKey → index in edits
	edits linear.Strings
	feats linear.Dict // FeatsKey → index in sets
	sets  linear.Strings
}

// MaxEnding is the longest ending, in bytes, that a lemma rule looks at.
const MaxEnding = 6

// LemmaKey is the key of a folded form with a class. Digits are folded too, so numbers are never known forms.
func LemmaKey(folded []byte, class uint32) uint64 {
	return linear.Join(linear.HashBytes(folded), class+1)
}

// RuleKey is the key of an ending with a class.
func RuleKey(ending []byte, class uint32) uint64 {
	return linear.Join(linear.HashBytes(ending), class+1<<16)
}

// FeatsKey is the key of the features of a folded form with a class; the nil form stands for all others.
func FeatsKey(folded []byte, class uint32) uint64 {
	return linear.Join(linear.HashBytes(folded), class+2<<16)
}

func openLemmas(f *linear.File) (l lemmas, err error) {
	var errs [6]error
	l.known, errs[0] = f.Dict("lemma words")
	l.texts, errs[1] = f.Strings("lemmas")
	l.rules, errs[2] = f.Dict("lemma endings")
	l.edits, errs[3] = f.Strings("lemma edits")
	l.feats, errs[4] = f.Dict("feats words")
	l.sets, errs[5] = f.Strings("feats")
	return l, errors.Join(errs[:]...)
}

// fill sets the lemma and the features of a token of the given class.
func (l *lemmas) fill(s *scratch, text string, t *extract.Token, class uint32) {
	word := text[t.Start:t.End]
	s.word = linear.Fold(s.word[:0], word)
	v, ok := l.feats.Get(FeatsKey(s.word, class))
	if !ok {
		v, ok = l.feats.Get(FeatsKey(nil, class))
	}
	t.Feats = ""
	if ok && int(v) < l.sets.Len() {
		t.Feats = l.sets.At(int(v))
	}
	t.Lemma = l.lemma(s.word, word, class)
}

// lemma is the lemma of a word with its folded form.
func (l *lemmas) lemma(folded []byte, word string, class uint32) string {
	if v, ok := l.known.Get(LemmaKey(folded, class)); ok && int(v) < l.texts.Len() {
		return l.texts.At(int(v))
	}
	for from := max(0, len(folded)-MaxEnding); from <= len(folded); from++ {
		if v, ok := l.rules.Get(RuleKey(folded[from:], class)); ok && int(v) < l.edits.Len() {
			return Edit(word, l.edits.At(int(v)))
		}
	}
	return strings.ToLower(word)
}

// Edit applies a lemma rule: first byte 'l' to write all letters small, 'k' to keep them; second byte '0' plus the number
// of bytes to cut at the end; the rest is what to append. "l3y" makes "y" of the last three: cities → city.
func Edit(word, rule string) string {
	if len(rule) < 2 {
		return word
	}
	stem := word[:max(0, len(word)-int(rule[1]-'0'))]
	if rule[0] == 'l' {
		stem = strings.ToLower(stem)
	}
	if len(rule) == 2 {
		return stem
	}
	return stem + rule[2:]
}
