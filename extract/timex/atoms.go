package timex

import (
	"strings"

	"dateline/extract"
)

// node is an atom (a word, or a part of one between hyphens) or what rules made of several.
type node struct {
	from, to int32 // tokens, half open
	class    class
	entry    int32 // in the lexicon, 0 = none
	value    int32 // of a number in digits
	sense    int32 // index in work.senses, 0 = an atom
	glued    bool  // no white space before it
	capital  bool
}

// work is the scratch memory for one document.
type work struct {
	*Tagger
	doc    *extract.Document
	nodes  []node
	senses []sense // 0 is none
	path   []step
	best   []step

	said   context
	chosen chosen
	here   int // the node that is being resolved
}

// read fills w.nodes with the atoms of a sentence and tells whether any of them can carry a time expression.
func (w *work) read(s extract.Range) bool {
	w.nodes, w.senses = w.nodes[:0], append(w.senses[:0], sense{})
	var seen class
	for i := s.From; i < s.To; i++ {
		t := &w.doc.Tokens[i]
		text := w.doc.Text[t.Start:t.End]
		if text == "" {
			continue
		}
		glued := i > s.From && w.doc.Tokens[i-1].End == t.Start
		n := node{from: int32(i), to: int32(i + 1), glued: glued}
		from := len(w.nodes)
		switch c := text[0]; {
		case '0' <= c && c <= '9':
			w.digits(text, n)
		default:
			n.capital = 'A' <= c && c <= 'Z'
			if n.entry = w.words.lookup(text); n.entry != 0 || !splits(text) {
				w.nodes = append(w.nodes, w.classify(n, t, i == s.From))
			} else {
				w.split(text, n, t, i == s.From)
			}
		}
		for k := from; k < len(w.nodes); k++ {
			seen |= w.nodes[k].class
		}
	}
	return seen&w.words.core != 0
}

// classify gives n the classes of its entry that the token's tag and spelling allow.
func (w *work) classify(n node, t *extract.Token, opens bool) node {
	if n.entry == 0 {
		return n
	}
	e := &w.words.entries[n.entry]
	for i := range e.readings {
		if r := &e.readings[i]; r.allows(t, n.capital, opens) {
			n.class |= r.class
		}
	}
	return n
}

// splits tells whether a word that is not in the lexicon may hold some that are.
func splits(s string) bool {
	if signSize(s) > 0 {
		return true
	}
	if len(s) < 3 {
		return false
	}
	return s[len(s)-1] == '.' || strings.IndexByte(s, '-') >= 0 || strings.IndexByte(s, 0xE2) >= 0 ||
		strings.IndexByte(s, '/') > 0
}

// signs are the pieces that words are cut at; the first three are one class.
var signs = []string{"-", "–", "—", "/", ":", "'", "’", "‘"}

// sign gives the node of a sign that s begins with, and its size; 0 if there is none.
func (w *work) sign(s string, n node) (node, int) {
	for i, g := range signs {
		if strings.HasPrefix(s, g) {
			if n.class = cHyphen; i > 2 {
				n.class, n.entry = cWord, w.words.lookup(g)
			}
			return n, len(g)
		}
	}
	return n, 0
}

// split cuts a word at its hyphens and other signs; it stays whole if no piece of it is known.
func (w *work) split(s string, n node, t *extract.Token, opens bool) {
	from, known := len(w.nodes), false
	glued := n.glued
	for s != "" {
		p := n
		p.glued = glued
		if g, size := w.sign(s, p); size > 0 {
			s = s[size:]
			known = known || s == "" && len(w.nodes) == from
			w.nodes = append(w.nodes, g)
		} else if c := s[0]; '0' <= c && c <= '9' {
			s = w.number(s, p)
			known = true
		} else {
			end := wordEnd(s)
			p.capital = 'A' <= c && c <= 'Z'
			if p.entry = w.words.lookup(s[:end]); p.entry == 0 && s[end-1] == '.' && end > 1 {
				p.entry = w.words.lookup(s[:end-1])
			}
			known = known || p.entry != 0
			p = w.classify(p, &extract.Token{UPOS: pieceTag(t, end == len(s) && len(w.nodes) == from)}, opens)
			w.nodes = append(w.nodes, p)
			s = s[end:]
		}
		glued = true
	}
	if !known || len(w.nodes)-from > 12 {
		n.entry, n.class = 0, 0
		w.nodes = append(w.nodes[:from], n)
	}
}

// signSize is the size of the sign that s begins with, 0 if there is none.
func signSize(s string) int {
	for _, g := range signs {
		if strings.HasPrefix(s, g) {
			return len(g)
		}
	}
	return 0
}

// pieceTag is the tag that a piece of a word is held against: the word's own only if the piece is all of it.
func pieceTag(t *extract.Token, whole bool) string {
	if whole {
		return t.UPOS
	}
	return ""
}

// wordEnd is the length of the piece that s begins with.
func wordEnd(s string) int {
	for i := 1; i < len(s); i++ {
		if c := s[i]; c < 'A' && c != '.' || c >= 0x80 {
			if c >= '0' && c <= '9' || signSize(s[i:]) > 0 {
				return i
			}
		}
	}
	return len(s)
}

// digits reads a token that begins with a digit: 5, 1,000, 2.5, 7:15, 10pm, 1980s, 5th, 2014-15, 2015-09-30.
func (w *work) digits(s string, n node) {
	from := len(w.nodes)
	for s != "" && len(w.nodes)-from < 16 {
		switch c := s[0]; {
		case '0' <= c && c <= '9':
			s = w.number(s, n)
		default:
			p := n
			if g, size := w.sign(s, p); size > 0 {
				p, s = g, s[size:]
			} else {
				end := wordEnd(s)
				if p.entry = w.words.lookup(s[:end]); p.entry == 0 && s[end-1] == '.' && end > 1 {
					p.entry = w.words.lookup(s[:end-1])
				}
				p.capital = 'A' <= c && c <= 'Z'
				p, s = w.classify(p, &extract.Token{}, false), s[end:]
			}
			w.nodes = append(w.nodes, p)
		}
		n.glued = true
	}
	if s != "" { // too long for a date
		w.nodes = append(w.nodes[:from], node{from: n.from, to: n.to})
	}
}

// number reads one number at the beginning of s and gives what follows it.
func (w *work) number(s string, n node) string {
	end := 0
	v := int64(0)
	for end < len(s) && '0' <= s[end] && s[end] <= '9' {
		if end < 10 {
			v = v*10 + int64(s[end]-'0')
		}
		end++
	}
	if end > 9 {
		w.nodes = append(w.nodes, n)
		return s[end:]
	}
	n.value = int32(v)
	rest := s[end:]
	if rest != "" && (rest[0] == ',' || rest[0] == '.') && !dotted(s) {
		if r, ok := w.grouped(n, end, rest); ok {
			return r
		}
	}
	n.class = numberClass(n.value, end)
	if k, size := suffix(rest, n.value, end); size > 0 {
		n.class, rest = k, rest[size:]
		if k == cDecade {
			n.value /= 10
		}
	}
	w.nodes = append(w.nodes, n)
	return rest
}

// dotted tells whether s is a date in numbers, 23.11.1989, or the end of one.
func dotted(s string) bool {
	day, rest, _ := strings.Cut(s, ".")
	month, year, more := strings.Cut(rest, ".")
	if !more {
		month, year = "", rest
	}
	return len(day) <= 2 && len(month) <= 2 && len(year) == 4 && allDigits(day) && allDigits(month) && allDigits(year)
}

func allDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || '9' < s[i] {
			return false
		}
	}
	return true
}

// numberClass is what a plain number of some digits may be.
func numberClass(v int32, digits int) class {
	c := cNum
	if digits <= 2 {
		if v <= 31 && v > 0 {
			c |= cDay
		}
		if v <= 12 && v > 0 {
			c |= cMonth2
		}
		if v <= 24 {
			c |= cHour
		}
	}
	switch {
	case digits == 2:
		c |= cShort | cDay2
		if v < 60 {
			c |= cMinute2
		}
	case digits == 4 && 1000 <= v && v < 3000:
		c |= cYear
	}
	if digits == 4 && v > 0 {
		c |= cISO // four digits: a year in ISO 8601
	}
	return c
}

// suffix reads st, nd, rd, th after a day and s after a decade.
func suffix(s string, v int32, digits int) (class, int) {
	if len(s) >= 2 && (len(s) == 2 || s[2] < 'A') {
		switch strings.ToLower(s[:2]) {
		case "st", "nd", "rd", "th":
			if v >= 1 && v <= 31 {
				return cOrdday | cOrdinal, 2
			}
			return cOrdinal, 2
		}
	}
	size := 0
	switch {
	case strings.HasPrefix(s, "s"):
		size = 1
	case strings.HasPrefix(s, "'s"):
		size = 2
	case strings.HasPrefix(s, "’s"):
		size = len("’s")
	}
	if size > 0 && v%10 == 0 && (digits == 2 || digits == 4) && (len(s) == size || s[size] < 'A') {
		return cDecade, size
	}
	return 0, 0
}

// grouped reads 1,000 and 2.5; digits is the length of the part before the sign.
func (w *work) grouped(n node, digits int, rest string) (string, bool) {
	k := 1
	for k < len(rest) && '0' <= rest[k] && rest[k] <= '9' {
		k++
	}
	switch {
	case k == 1:
		return rest, false
	case rest[0] == ',' && k == 4 && n.value < 1000:
		n.value, n.class = n.value*1000+int32(rest[1]-'0')*100+int32(rest[2]-'0')*10+int32(rest[3]-'0'), cNum
	case rest[0] == '.' && k <= 3 && n.value < 1000:
		n = w.fraction(n, digits, rest[1:k])
	default:
		n.class = 0
	}
	w.nodes = append(w.nodes, n)
	return rest[k:], true
}

// fraction is 2.5 as an amount, or 7.15 as a time of day.
func (w *work) fraction(n node, digits int, tail string) node {
	v, scale := int32(0), int32(1000)
	for i := 0; i < len(tail); i++ {
		v, scale = v*10+int32(tail[i]-'0'), scale/10
	}
	s := sense{}
	s.put(fCount, n.value*1000+v*scale)
	n.class = cNum
	if len(tail) == 2 && v < 60 && n.value <= 24 && digits <= 2 {
		n.class |= cDot
		s.put(fHour, n.value)
		s.put(fMinute, v)
	}
	n.sense = w.keep(s)
	return n
}

// keep stores a sense and gives its index.
func (w *work) keep(s sense) int32 {
	w.senses = append(w.senses, s)
	return int32(len(w.senses) - 1)
}
