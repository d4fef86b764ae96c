package output

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxMarks bounds the accents that may pile up on one letter; real writing systems need four.
const maxMarks = 6

// clean makes text of an article fit to be shown on one line: blanks and line breaks become one blank, control
// characters and terminal escapes become visible signs ("␛[31m"), characters that turn the direction of writing are
// named ("[U+202E]"), invisible ones are dropped, invalid UTF-8 becomes U+FFFD. What the eye can see stays as it is.
func clean(s string) string {
	if isPlain(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	marks, blank := 0, true
	for _, r := range s {
		if unicode.IsSpace(r) || r == '\u2028' || r == '\u2029' {
			if !blank {
				b.WriteByte(' ')
			}
			blank, marks = true, 0
			continue
		}
		if isMark(r) {
			if marks++; marks > maxMarks {
				continue
			}
		} else {
			marks = 0
		}
		blank = false
		b.WriteString(visible(r))
	}
	return strings.TrimSuffix(b.String(), " ")
}

// visible gives the sign for one character that is not a blank: itself if it can be shown.
func visible(r rune) string {
	switch {
	case r < 0x20:
		return string(0x2400 + r)
	case r == 0x7f:
		return "␡"
	case r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069, r >= 0x80 && r < 0xa0:
		return fmt.Sprintf("[U+%04X]", r)
	case r == '\u200c' || r == '\u200d': // joiners: Persian, Indic scripts and emoji need them
		return string(r)
	case unicode.Is(unicode.Cf, r), unicode.Is(unicode.Co, r), r >= 0xfdd0 && r <= 0xfdef, r&0xfffe == 0xfffe:
		return ""
	}
	return string(r)
}

// isPlain says that nothing has to be cleaned: printable ASCII with single blanks, the common case.
func isPlain(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < ' ' || s[i] >= 0x7f || s[i] == ' ' && (i == 0 || i == len(s)-1 || s[i-1] == ' ') {
			return false
		}
	}
	return true
}

// shorten cuts text to at most max characters, at a blank where one is near, and says so with "…".
func shorten(s string, max int) string {
	if utf8.RuneCountInString(s) <= max {
		return s
	}
	runes := []rune(s)[:max-1]
	cut := string(runes)
	if i := strings.LastIndexByte(cut, ' '); i > len(cut)*2/3 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;:–-") + "…"
}

// isMark tells whether r is shown on the letter before it.
func isMark(r rune) bool {
	return unicode.In(r, unicode.Mn, unicode.Me) || r == '\u200c' || r == '\u200d'
}
