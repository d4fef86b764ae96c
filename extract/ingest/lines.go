package ingest

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// line is one line of a text: bytes of it, half open, without the line feed and white space at its end.
type line struct {
	start, end int
	indent     int // bytes of white space at its beginning
}

// blank tells whether nothing stands on the line.
func (l line) blank() bool { return l.start+l.indent >= l.end }

// splitLines are the lines of text.
func splitLines(text string) []line {
	lines := make([]line, 0, strings.Count(text, "\n")+1)
	for start := 0; start <= len(text); {
		end := len(text)
		if n := strings.IndexByte(text[start:], '\n'); n >= 0 {
			end = start + n
		}
		s := strings.TrimRightFunc(text[start:end], unicode.IsSpace)
		lines = append(lines, line{start, start + len(s), len(s) - len(strings.TrimLeftFunc(s, unicode.IsSpace))})
		start = end + 1
	}
	return lines
}

// layout is how a text is typeset.
type layout struct {
	text  string
	lines []line
	// wrapped says that line feeds inside a paragraph are only hard wrapping, at about width characters.
	wrapped bool
	width   int
	// spaced says that blank lines part the paragraphs.
	spaced bool
}

// layoutOf finds out how text is typeset, by its own habits.
//
// In wrapped text the first word of a line would not have fitted onto the line before, and most lines end in the
// middle of a sentence. Where each line is a paragraph, neither holds.
func layoutOf(text string) *layout {
	l := &layout{text: text, lines: splitLines(text)}
	var lens []int
	for _, n := range l.lines {
		if !n.blank() {
			lens = append(lens, utf8.RuneCountInString(text[n.start:n.end]))
		}
	}
	if len(lens) < 3 {
		return l
	}
	slices.Sort(lens)
	l.width = lens[(len(lens)-1)*97/100] // one long address does not count
	pairs, full, open, gaps := 0, 0, 0, 0
	for i := 1; i < len(l.lines); i++ {
		a, b := l.lines[i-1], l.lines[i]
		if a.blank() || b.blank() {
			if b.blank() && !a.blank() {
				gaps++
			}
			continue
		}
		if b.indent > a.indent {
			continue // the first line of a paragraph
		}
		pairs++
		if l.room(a, b) < 0 {
			full++
		}
		if !endsSentence(l.of(a)) {
			open++
		}
	}
	l.wrapped = pairs >= 2 && 30 <= l.width && l.width <= 130 && full*10 >= pairs*6 && open*2 >= pairs
	l.spaced = gaps >= 3 && gaps > 2*pairs
	return l
}

// of is the text of a line without its indent.
func (l *layout) of(n line) string { return l.text[n.start+n.indent : n.end] }

// room is how many characters would have been left on line a if the first word of b stood there too.
func (l *layout) room(a, b line) int {
	word, _, _ := strings.Cut(l.of(b), " ")
	return l.width - utf8.RuneCountInString(l.text[a.start:a.end]) - 1 - utf8.RuneCountInString(word)
}

// joins tells whether line b, which follows a, continues the paragraph of a; first says that a is the paragraph's
// first line.
func (l *layout) joins(a, b line, first bool) bool {
	s, t := l.of(a), l.of(b)
	if a.blank() || b.blank() || isItem(t) {
		return false
	}
	if !l.wrapped {
		// A stray line feed: the line stops in mid-sentence, and the next one goes on in lower case or paragraphs are
		// parted by blank lines anyway.
		const long = 30 // bytes: a headline or the line of a table may be shorter
		return len(s) >= long && (startsLower(t) || l.spaced && len(s) >= 2*long) && endsOpen(s)
	}
	if startsLower(t) {
		return true
	}
	if b.indent > a.indent && !first {
		return false
	}
	room := l.room(a, b)
	// A line that ends early, by more than ragged setting explains, ends a paragraph or is a headline.
	return room < 0 || room < l.width/6 && !endsSentence(s)
}

// startsLower tells whether s begins with a small letter.
func startsLower(s string) bool {
	c, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(c)
}

// endsOpen tells whether s ends in a letter, digit or comma: nowhere that a sentence or headline item could end.
func endsOpen(s string) bool {
	c, _ := utf8.DecodeLastRuneInString(s)
	return c == ',' || unicode.IsLetter(c) || unicode.IsDigit(c)
}

// endsSentence tells whether s ends in a full stop, question or exclamation mark, closing quotes and brackets aside.
func endsSentence(s string) bool {
	const tail = 24 // bytes of closing marks that are looked behind
	s = s[max(0, len(s)-tail):]
	s = strings.TrimRight(s, "\"')]}»”’›* ")
	c, _ := utf8.DecodeLastRuneInString(s)
	return c == '.' || c == '!' || c == '?' || c == '…'
}

// isItem tells whether s begins like an entry of a list: with a bullet, or with a number and a bracket or stop.
func isItem(s string) bool {
	c, n := utf8.DecodeRuneInString(s)
	if strings.ContainsRune("-*•·◦▪‣–—", c) {
		return strings.HasPrefix(s[n:], " ") || strings.HasPrefix(s[n:], "\t")
	}
	digits := 0
	for digits < len(s) && s[digits] >= '0' && s[digits] <= '9' {
		digits++
	}
	return 0 < digits && digits < 3 && len(s) > digits+1 && (s[digits] == '.' || s[digits] == ')') && s[digits+1] == ' '
}

// countWords is the number of words in s that hold a letter or digit.
func countWords(s string) int {
	n, in := 0, false
	for _, c := range s {
		switch {
		case unicode.IsSpace(c):
			in = false
		case !in && (unicode.IsLetter(c) || unicode.IsDigit(c)):
			n, in = n+1, true
		}
	}
	return n
}
