package ingest

import (
	"strings"
	"unicode"

	"dateline/extract"
)

// unit is one block of a text on its way to become a Paragraph.
type unit struct {
	first, last int // lines of the layout, inclusive
	start, end  int // bytes of the layout's text, without white space around them
	words       int
	sentence    bool // ends like a sentence
	dated       bool // tells of the publication and nothing else
	kind        extract.ParagraphKind
	skip        string // why it is no part of the article; empty if it is
}

// units are the blocks of the text.
func (l *layout) units() []unit {
	var us []unit
	for i := 0; i < len(l.lines); i++ {
		if l.lines[i].blank() {
			continue
		}
		j := i
		for j+1 < len(l.lines) && l.joins(l.lines[j], l.lines[j+1], j == i) {
			j++
		}
		u := unit{first: i, last: j, start: l.lines[i].start + l.lines[i].indent, end: l.lines[j].end}
		s := l.text[u.start:u.end]
		u.words, u.sentence = countWords(s), endsSentence(s)
		us = append(us, u)
		i = j
	}
	return us
}

// sortUnits says of each unit that stays what it is in the article.
func (m *marks) sortUnits(text string, us []unit) {
	kept, prose, small := 0, 0, 0
	for _, u := range us {
		if u.skip != "" {
			continue
		}
		kept++
		if u.sentence && u.words >= 4 {
			prose++
		}
		if startsLower(text[u.start:u.end]) {
			small++
		}
	}
	// A lone fragment in lower case among sentences is what is left of a caption ("pilgrims at the mosque in 2008.");
	// where it is not alone, the author writes so.
	fragments := small <= 2 && prose >= 4 && prose*2 >= kept
	last := -1 // unit before that stays
	for i := range us {
		u := &us[i]
		if u.skip != "" || u.kind != extract.Body {
			continue
		}
		s := text[u.start:u.end]
		follows := last >= 0 && (us[last].sentence || us[last].dated)
		switch {
		case isItem(s):
			u.kind = extract.Item
		case m.isCaption(s, u.words), fragments && follows && startsLower(s) && u.words <= 25 && s[len(s)-1] == '.' && !wordBreak(s):
			u.kind = extract.Caption
		case isHeading(s, *u) && kept > 1 && (last < 0 || us[last].kind == extract.Heading || prose*2 >= kept):
			u.kind = extract.Heading
		}
		last = i
	}
}

// wordBreak tells whether s, which begins in lower case, begins like an address or a name such as "iPhone".
func wordBreak(s string) bool {
	word, _, _ := strings.Cut(s, " ")
	return strings.ContainsFunc(word, func(c rune) bool { return !unicode.IsLower(c) && c != '\'' && c != '’' && c != '-' })
}

// isHeading tells whether s looks like a headline or crosshead: short, with letters, without a stop at its end.
func isHeading(s string, u unit) bool {
	if u.words == 0 || u.words > 16 || len(s) > 120 || u.first != u.last || u.sentence || startsLower(s) {
		return false
	}
	return !strings.ContainsRune(",;-–—", rune(s[len(s)-1])) && strings.ContainsFunc(s, unicode.IsLetter)
}
