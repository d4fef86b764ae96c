package segment

import (
	"strings"
	"unicode/utf8"

	"dateline/extract/linear"
)

// word divides what begins with a letter or digit at s.at, up to the first sign that is no part of it.
func (s *scanner) word() {
	end := s.wordEnd()
	switch {
	case s.currency(end):
	case s.clitic(end):
	case s.numberUnit(end):
	default:
		s.emit(end)
	}
}

// wordEnd is where the word at s.at ends. A full stop, comma or hyphen inside is a part of it only where stops says so.
func (s *scanner) wordEnd() int {
	i := s.at
	if !isWordByte(s.text[i]) {
		i++ // the sign in front: .5, +44, @name
	}
	limit := min(s.end, s.at+longest)
	for i < limit {
		r, n := utf8.DecodeRuneInString(s.text[i:s.end])
		switch {
		case isWord(r):
			i += n
		case s.inside(r, i, n):
			i += n
		default:
			return s.stop(i)
		}
	}
	return s.stop(i)
}

// inside tells whether the sign r of n bytes at i is a part of the word, given what stands around it.
func (s *scanner) inside(r rune, i, n int) bool {
	before, after := s.byteAt(i-1), s.byteAt(i+n)
	if !isWordByte(after) {
		return false
	}
	switch r {
	case '\'', '’', '`':
		return isLetter(before) && isLetter(after) || isDigit(before) && after == 's'
	case '.':
		return s.stopInside(i)
	case ',':
		return isDigit(before) && isDigit(after) && isDigit(s.byteAt(i+2)) && isDigit(s.byteAt(i+3))
	case ':':
		return isDigit(before) && isDigit(after)
	case '/':
		return s.slashInside(i)
	case '-':
		return s.hyphenInside(i)
	case '&':
		return isUpper(before) && isUpper(after) || i-s.at == 1 && s.byteAt(i+2) == 0
	}
	return false
}

// stopInside tells whether the full stop at i joins what stands around it: 3.5, U.S., e.g., example.com.
func (s *scanner) stopInside(i int) bool {
	before, after := s.text[i-1], s.text[i+1]
	if isDigit(before) && isDigit(after) {
		return true
	}
	if !isLetter(after) {
		return isLetter(before) && s.single(i)
	}
	if s.single(i) && (i+2 >= s.end || !isLetter(s.text[i+2]) || s.text[i+2] == '.' || s.short(i+1) <= 2) {
		return true
	}
	j := i + 1
	for j < s.end && j < i+6 && isWordByte(s.text[j]) {
		j++
	}
	s.buf = linear.Fold(s.buf[:0], s.text[i+1:j])
	if s.is(s.buf, host) && (!isUpper(after) || isUpper(before)) || s.is(s.buf, site) {
		return true
	}
	s.buf = linear.Fold(s.buf[:0], s.text[s.at:j])
	return len(s.buf) < 8 && s.is(s.buf, abbreviation)
}

// single tells whether the letters right before the stop at i are one.
func (s *scanner) single(i int) bool {
	return isLetter(s.text[i-1]) && s.text[i-1] < utf8.RuneSelf && (i-1 == s.at || s.text[i-2] == '.')
}

// short is the number of letters from i on, up to three.
func (s *scanner) short(i int) (n int) {
	for n < 3 && isLetter(s.byteAt(i+n)) {
		n++
	}
	return n
}

// slashInside tells whether the slash at i joins: 9/11, 11/28/2000, s/he; not and/or, 1/2.
func (s *scanner) slashInside(i int) bool {
	if isDigit(s.text[i-1]) && isDigit(s.text[i+1]) {
		from, to := s.at, i+1
		for to < s.end && (isDigit(s.text[to]) || s.text[to] == '/') && to < s.at+12 {
			to++
		}
		if i-from > 2 && strings.IndexByte(s.text[from:i], '/') < 0 {
			return s.byteAt(to) == '-' && to-i == 4 // 713/555-0101
		}
		s.buf = append(s.buf[:0], s.text[from:to]...)
		return !s.is(s.buf, fraction)
	}
	j := i + 1
	for j < s.end && j < i+4 && isLetter(s.text[j]) {
		j++
	}
	s.buf = linear.Fold(s.buf[:0], s.text[s.at:j])
	return len(s.buf) < 8 && s.is(s.buf, keep)
}

// hyphenInside tells whether the hyphen at i joins: anti-American, 713-555-0101, 11-20-2000; not war-torn, 1990-95.
func (s *scanner) hyphenInside(i int) bool {
	if isDigit(s.text[i-1]) && isDigit(s.text[i+1]) {
		return s.digits(i)
	}
	if i-s.at > 8 || !isLetter(s.text[i+1]) && !isDigit(s.text[i+1]) {
		return false
	}
	if isUpper(s.text[s.at]) && isUpper(s.byteAt(s.at+1)) {
		return false // UN-backed
	}
	s.buf = linear.Fold(s.buf[:0], s.text[s.at:i])
	return s.is(s.buf, prefix)
}

// digits tells whether the hyphen at i stands in a telephone number, a postcode or a date: three groups of digits or more,
// or one, three or five digits and four.
func (s *scanner) digits(i int) bool {
	from, to, hyphens := i, i, 0
	for from > s.at && (isDigit(s.text[from-1]) || s.text[from-1] == '-') && i-from < 20 {
		from--
	}
	for to < s.end && (isDigit(s.text[to]) || s.text[to] == '-') && to-i < 20 {
		if s.text[to] == '-' {
			hyphens++
		}
		to++
	}
	hyphens += strings.Count(s.text[from:i], "-")
	return hyphens > 1 || hyphens == 1 && to-i == 5 && (i-from == 1 || i-from == 3 || i-from == 5)
}

// stop takes the full stop after a word that ends at i into the word where it is an abbreviation or an initial.
func (s *scanner) stop(i int) int {
	if s.byteAt(i) != '.' || i-s.at > 8 {
		return i
	}
	word := s.text[s.at:i]
	if s.byteAt(i+1) == '.' && (s.byteAt(i+2) == '.' || !isUpper(word[0])) {
		return i // an ellipsis; but "Inc.." is an abbreviation at a sentence's end
	}
	if len(word) == 1 && isUpper(word[0]) && word != "I" || strings.IndexByte(word, '.') > 0 && s.initials(word) {
		return i + 1
	}
	s.buf = linear.Fold(s.buf[:0], word)
	if s.abbreviates(s.words[string(s.buf)], isUpper(word[0]), i+1) {
		return i + 1
	}
	return i
}

// abbreviates tells whether a word of kinds k, with a capital or not, is an abbreviation before what stands from at on.
func (s *scanner) abbreviates(k kind, capital bool, at int) bool {
	next := s.following(at)
	switch {
	case k&(last|other) != 0:
		return true
	case k&number != 0 && isDigit(next):
		return true
	case k&(title|name) != 0:
		return capital
	}
	return k&day != 0 && capital && isWordByte(next) && (!isUpper(next) || s.monthAt(at))
}

// monthAt tells whether the short name of a month stands behind the blank at i: "Wed. Sept. 20".
func (s *scanner) monthAt(i int) bool {
	to := i + 1
	for to < min(len(s.text), i+6) && isLetter(s.text[to]) {
		to++
	}
	if to >= len(s.text) || s.text[to] != '.' {
		return false
	}
	var room [16]byte
	return s.is(linear.Fold(room[:0], s.text[i+1:to]), name)
}

// following is the first byte from i on that is no blank, 0 if none is near.
func (s *scanner) following(i int) byte {
	for k := i; k < min(len(s.text), i+4); k++ {
		if c := s.text[k]; c != ' ' && c != '\n' {
			return c
		}
	}
	return 0
}

// initials tells whether word is single letters with stops between them.
func (s *scanner) initials(word string) bool {
	for i := range len(word) {
		if (word[i] == '.') != (i%2 == 1) || word[i] != '.' && !isLetter(word[i]) {
			s.buf = linear.Fold(s.buf[:0], word)
			return s.is(s.buf, abbreviation)
		}
	}
	return true
}
