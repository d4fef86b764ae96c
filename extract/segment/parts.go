package segment

import (
	"bytes"
	"strings"

	"dateline/extract/linear"
)

// join ends a token at end that continues the one before it.
func (s *scanner) join(end int) {
	s.emit(end)
	s.tokens[len(s.tokens)-1].Joined = true
}

// currency takes US$ and the like: capital letters with a dollar sign right behind.
func (s *scanner) currency(end int) bool {
	if s.byteAt(end) != '$' || end-s.at > 3 {
		return false
	}
	for _, c := range []byte(s.text[s.at:end]) {
		if !isUpper(c) {
			return false
		}
	}
	s.emit(end + 1)
	return true
}

// endings are the contractions that are words of their own, longest first.
var endings = []string{"n't", "'ll", "'re", "'ve", "'s", "'m", "'d"}

// clitic divides contractions and possessives: do|n't, Ankara|'s, can|not.
func (s *scanner) clitic(end int) bool {
	s.buf = linear.Fold(s.buf[:0], s.text[s.at:min(end, s.at+longest)])
	if p, ok := s.parts[string(s.buf)]; ok && len(s.buf) == end-s.at && (p.before == nil || s.followed(end, p.before)) {
		start := s.at
		s.emit(start + p.ends[0])
		for _, n := range p.ends[1:] {
			s.join(start + n)
		}
		return true
	}
	if bytes.IndexByte(s.buf, 0x27) < 0 {
		return s.plural(end)
	}
	for _, e := range endings {
		if n := len(s.buf) - len(e); n > 0 && string(s.buf[n:]) == e {
			return s.divide(end, e)
		}
	}
	return false
}

// followed tells whether one of the words stands behind the word that ends at end, after one blank.
func (s *scanner) followed(end int, words map[string]bool) bool {
	if end+1 >= len(s.text) || s.text[end] != ' ' {
		return false
	}
	to := end + 1
	for to < min(len(s.text), end+24) && isLetter(s.text[to]) {
		to++
	}
	if to < len(s.text) && s.text[to] == '-' {
		return false // its so-called
	}
	var room [32]byte
	return words[string(linear.Fold(room[:0], s.text[end+1:to]))]
}

// divide cuts the contraction e off the word; 1990's stays whole, 2004's does not.
func (s *scanner) divide(end int, e string) bool {
	cut, runes := end, len(e)
	for runes > 0 {
		cut--
		if s.text[cut]&0xc0 != 0x80 {
			runes--
		}
	}
	if cut <= s.at || e == "'s" && s.decade(cut) {
		return false
	}
	s.emit(cut)
	s.join(end)
	return true
}

// decade tells whether what stands before cut is the number of one: 1990, 60.
func (s *scanner) decade(cut int) bool {
	n := cut - s.at
	return (n == 2 || n == 4) && s.text[cut-1] == '0' && isDigit(s.text[s.at]) && isDigit(s.text[cut-2])
}

// plural takes the apostrophe of a plural possessive: leaders', unless a quotation is open.
func (s *scanner) plural(end int) bool {
	if end <= s.at+1 || s.text[end-1] != 's' && s.text[end-1] != 'S' {
		return false
	}
	n := 1
	if strings.HasPrefix(s.text[end:s.end], "’") {
		n = len("’")
	} else if s.byteAt(end) != '\'' || s.byteAt(end+1) == '\'' {
		return false
	}
	if s.quoted(n) {
		return false
	}
	s.emit(end)
	s.join(end + n)
	return true
}

// quoted tells whether one of the last tokens is an opening single quote that is still open; n is the length of the sign.
func (s *scanner) quoted(n int) bool {
	for i := len(s.tokens) - 1; i >= max(0, len(s.tokens)-40); i-- {
		t := s.tokens[i]
		if word := s.text[t.Start:t.End]; word == "'" && n == 1 || word == "‘" && n > 1 {
			return !t.Joined && (i == 0 || s.tokens[i-1].End < t.Start || !isWordByte(s.text[t.Start-1]))
		}
	}
	return false
}

// numberUnit divides a number from the unit written right behind it: 5|pm, 35|mm, and a year from a name: 2010|Paris.
func (s *scanner) numberUnit(end int) bool {
	if !isDigit(s.text[s.at]) && s.text[s.at] != '.' || end-s.at > 24 {
		return false
	}
	cut := s.at
	for cut < end && (isDigit(s.text[cut]) || strings.IndexByte(".,:", s.text[cut]) >= 0) {
		cut++
	}
	if cut == end || cut == s.at {
		return false
	}
	s.buf = linear.Fold(s.buf[:0], s.text[s.at:end])
	if s.is(s.buf, keep) {
		return false
	}
	s.buf = linear.Fold(s.buf[:0], strings.TrimSuffix(s.text[cut:end], "."))
	if !s.is(s.buf, unit) && !s.yearAndName(cut, end) {
		return false
	}
	s.emit(cut)
	s.emit(end)
	return true
}

// yearAndName tells whether a year ends at cut and what is behind it up to end looks like a name: a blank or a line's end
// was lost.
func (s *scanner) yearAndName(cut, end int) bool {
	if y := s.text[s.at:cut]; len(y) != 4 || y[:2] != "19" && y[:2] != "20" || end-cut < 3 || !isUpper(s.text[cut]) {
		return false
	}
	for _, c := range []byte(s.text[cut+1 : end]) {
		if !isLetter(c) || isUpper(c) {
			return false
		}
	}
	return true
}
