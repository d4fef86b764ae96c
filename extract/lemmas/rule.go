package lemmas

import (
	"strings"
	"unicode/utf8"

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

// Straight is the word with straight apostrophes, as long as its folded form: rules count bytes.
func Straight(word string) string {
	for _, curly := range []string{"’", "‘", "`"} {
		if strings.Contains(word, curly) {
			word = strings.ReplaceAll(word, curly, "'")
		}
	}
	return word
}

// Edit applies a lemma rule: first byte 'l' to write all letters small, 'k' to keep them; second byte '0' plus the number
// of bytes to cut at the end; the rest is what to append. "l3y" makes "y" of the last three: cities → city.
func Edit(word, rule string) string {
	if len(rule) < 2 {
		return word
	}
	word = Straight(word)
	end := max(0, len(word)-int(rule[1]-'0'))
	for end > 0 && end < len(word) && !utf8.RuneStart(word[end]) {
		end--
	}
	stem := word[:end]
	if rule[0] == 'l' {
		stem = strings.ToLower(stem)
	}
	if len(rule) == 2 {
		return stem
	}
	return stem + rule[2:]
}
