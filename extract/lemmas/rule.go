package lemmas

import (
	"strings"

	"dateline/extract/linear"
)

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
