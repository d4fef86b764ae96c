package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/extract"
	"dateline/extract/linear"
)

// scanner divides text into tokens, after the habits of the English treebanks of Universal Dependencies.
type scanner struct {
	*lexicon
	text   string
	tokens []extract.Token
	at     int // where the token under way begins
	end    int // of the chunk: the run of text without white space
	buf    []byte
}

// longest is the most bytes of a word or address that is looked at as a whole; what is longer is cut off there, so that
// nothing costs more than a constant per byte.
const longest = 1024

// scan divides text[start:end], which begins and ends anywhere.
func (s *scanner) scan(start, end int) {
	for start < end {
		r, n := utf8.DecodeRuneInString(s.text[start:end])
		if unicode.IsSpace(r) {
			start += n
			continue
		}
		s.at, s.end = start, start
		for s.end < end {
			r, n := utf8.DecodeRuneInString(s.text[s.end:end])
			if unicode.IsSpace(r) {
				break
			}
			s.end += n
		}
		s.chunk()
		start = s.end
	}
}

// chunk divides the chunk from s.at to s.end.
func (s *scanner) chunk() {
	if s.face(s.end) {
		s.emit(s.end)
		return
	}
	address := true // may still be one
	for s.at < s.end {
		r, n := utf8.DecodeRuneInString(s.text[s.at:s.end])
		switch {
		case !isWord(r) && !s.numberAhead(r):
			s.emit(s.points(r, n))
			address = address || r == '<'
			continue
		case address:
			address = false
			if e := s.address(); e > s.at {
				s.emit(e)
				continue
			}
		}
		s.word()
	}
}

// emit ends the token under way at end.
func (s *scanner) emit(end int) {
	s.tokens = append(s.tokens, extract.Token{Span: extract.Span{Start: s.at, End: end}})
	s.at = end
}

// isWord tells whether r belongs to words. Marks go with the letters before them; what UTF-8 leaves undefined too.
func isWord(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || r == '_'
	}
	return unicode.In(r, unicode.L, unicode.M, unicode.Nd, unicode.Cf)
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isLetter(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c >= utf8.RuneSelf
}

func isUpper(c byte) bool { return 'A' <= c && c <= 'Z' }

// byteAt is the byte at i, 0 outside the chunk.
func (s *scanner) byteAt(i int) byte {
	if i < 0 || i >= s.end {
		return 0
	}
	return s.text[i]
}

// numberAhead tells whether the sign r begins a number: .5, +44, an ending: .com, or the name behind @ and #.
func (s *scanner) numberAhead(r rune) bool {
	next := s.byteAt(s.at + 1)
	before := len(s.tokens) > 0 && s.tokens[len(s.tokens)-1].End == s.at
	switch r {
	case '.':
		return isDigit(next) && (!before || s.text[s.at-1] == '$') || !before && s.ending()
	case '+':
		return isDigit(next) && !before
	case '@', '#':
		return isLetter(next) && !before
	}
	return false
}

// ending tells whether the stop at s.at and the rest of the chunk are an ending of hosts or files.
func (s *scanner) ending() bool {
	if s.end-s.at > 8 {
		return false
	}
	s.buf = linear.Fold(s.buf[:0], strings.TrimRight(s.text[s.at+1:s.end], ".,;:)>\""))
	return s.is(s.buf, site|file)
}

// face tells whether the chunk up to end is a smiley.
func (s *scanner) face(end int) bool {
	if end-s.at < 2 || end-s.at > 3 {
		return false
	}
	s.buf = linear.Fold(s.buf[:0], s.text[s.at:end])
	return s.is(s.buf, face)
}

// points is where the punctuation that begins with the rune r of n bytes ends.
func (s *scanner) points(r rune, n int) int {
	i := s.at + n
	switch r {
	case '.', '…':
		for s.byteAt(i) == '.' || strings.HasPrefix(s.text[i:s.end], "…") {
			i += 1 + 2*int(s.text[i]>>7)
		}
		if i <= s.at+2 && (s.byteAt(i) == '?' || s.byteAt(i) == '!') {
			return s.run(i, "?!")
		}
		return i
	case '$':
		return s.run(i, "$")
	case '!', '?':
		return s.run(i, "?!")
	case '\'', '`':
		if s.byteAt(i) == byte(r) {
			return i + 1
		}
		return s.elision(i)
	case '’', '‘':
		if strings.HasPrefix(s.text[i:s.end], string(r)) || strings.HasPrefix(s.text[s.at:s.end], "‘’") {
			return i + n
		}
		return s.elision(i)
	case '-', '=', '*', '~', '+', '<', '>', '|', '#', '—', '–', '•':
		for strings.HasPrefix(s.text[i:s.end], string(r)) {
			i += n
		}
		if line := s.run(s.at, "-=*~+<>|#"); line > i && line > s.at+2 {
			return line // drawn of several signs: ---=
		}
	case ':', ';', '(':
		for k := 3; k >= 2; k-- {
			if s.at+k <= s.end && !isWord(rune(s.byteAt(s.at+k))) && s.face(s.at+k) {
				return s.at + k
			}
		}
	}
	return i
}

// run is where a run of the given signs ends.
func (s *scanner) run(i int, signs string) int {
	for i < s.end && strings.IndexByte(signs, s.text[i]) >= 0 {
		i++
	}
	return i
}

// elision is where a token that begins with an apostrophe ends: '72, 'em, 's standing alone.
func (s *scanner) elision(i int) int {
	before := len(s.tokens) > 0 && s.tokens[len(s.tokens)-1].End == s.at
	if isDigit(s.byteAt(i)) && isDigit(s.byteAt(i+1)) && !isDigit(s.byteAt(i+2)) && !before {
		return i + 2
	}
	c := s.byteAt(i) | 0x20
	if c == 's' && !isWordByte(s.byteAt(i+1)) && s.byteAt(i) != 0 {
		return i + 1
	}
	return i
}

func isWordByte(c byte) bool { return isLetter(c) || isDigit(c) }
