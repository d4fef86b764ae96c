package ingest

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// word is one word of a line as the lists know it.
type word struct {
	text       string // lower case, apostrophes straight; a class such as <n> or <price> for numbers
	start, end int    // bytes
}

// splitWords appends the words of s to ws: runs of letters, digits, apostrophes and inner hyphens; a colon that
// follows a word, as it does after labels; numbers as <n>, sums of money as <price>, template braces as <template>.
func splitWords(ws []word, s string) []word {
	for i := 0; i < len(s); {
		c, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case c == ':' && i > 0 && !isSpace(s[i-1]):
			ws = append(ws, word{":", i, i + 1})
		case c == '©':
			ws = append(ws, word{"©", i, i + n})
		case strings.HasPrefix(s[i:], "{{"), strings.HasPrefix(s[i:], "${"), strings.HasPrefix(s[i:], "[["):
			ws = append(ws, word{"<template>", i, i + 2})
			n = 2
		case unicode.Is(unicode.Sc, c) || unicode.IsDigit(c):
			n = numberLen(s[i:])
			if w := classOf(s[i : i+n]); w != "" {
				ws = append(ws, word{w, i, i + n})
			}
		case unicode.IsLetter(c):
			n = wordLen(s[i:])
			ws = append(ws, word{lower(s[i : i+n]), i, i + n})
		}
		i += n
	}
	return ws
}

// lower is s as the lists write it.
func lower(s string) string {
	return strings.ReplaceAll(strings.ToLower(s), "’", "'")
}

// wordLen is the length of the word that s begins with.
func wordLen(s string) int {
	for i, c := range s {
		if unicode.IsLetter(c) || unicode.IsDigit(c) || unicode.IsMark(c) {
			continue
		}
		rest := s[i+utf8.RuneLen(max(c, 0)):]
		if next, _ := utf8.DecodeRuneInString(rest); (c == '\'' || c == '’' || c == '-') && unicode.IsLetter(next) {
			continue
		}
		return i
	}
	return len(s)
}

// numberLen is the length of the number, with currency signs, that s begins with.
func numberLen(s string) int {
	for i, c := range s {
		if unicode.IsDigit(c) || unicode.Is(unicode.Sc, c) {
			continue
		}
		if next, _ := utf8.DecodeRuneInString(s[i+1:]); (c == '.' || c == ',') && unicode.IsDigit(next) {
			continue
		}
		return max(i, 1)
	}
	return len(s)
}

// classOf is the class of a number: <price> with a currency sign, else <n>; empty where there is no digit.
func classOf(s string) string {
	if !strings.ContainsFunc(s, unicode.IsDigit) {
		return ""
	}
	if strings.ContainsFunc(s, func(c rune) bool { return unicode.Is(unicode.Sc, c) }) {
		return "<price>"
	}
	return "<n>"
}
