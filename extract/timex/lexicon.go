package timex

import (
	"fmt"
	"io/fs"
	"strings"

	"dateline/extract"
)

// class is a set of token classes, one bit each.
type class uint64

// reading is one class of a word with its value.
type reading struct {
	class class
	value int32
	tags  string // letters of the tags it needs: N noun, J adjective, R adverb …; C = capital, L = none; empty = any
}

// entry is a word that means something to time expressions.
type entry struct {
	word     string // lower case
	readings []reading
	classes  class // of all readings
	// notes are the values that Go code asks for, by note.
	notes [5]int32
}

// note is a class of words that only Go code asks for; rules cannot name it.
type note int

// The notes.
const (
	noteCard  note = iota // number words below 100
	noteScale             // hundred, thousand
	noteFrac              // fractions in thousandths
	noteBound             // prepositions that bound: a code of mods
	noteHint              // one of the hints
)

var noteNames = [...]string{"card", "scale", "frac", "bound", "hint"}

// value is the value of the entry as a member of c.
func (e *entry) value(c class) int32 {
	for _, r := range e.readings {
		if r.class&c != 0 {
			return r.value
		}
	}
	return 0
}

// lexicon holds the words and the names of the classes. After New it is only read.
type lexicon struct {
	names   []string // of the classes, by bit
	entries []entry  // entry 0 is none
	slots   []int32  // open addressing, power of two, index in entries
	core    class    // classes that can carry an expression
	index   map[string]int32
}

// shapes are the classes that Go code gives to numbers and signs; words.tsv may give them to words too.
var shapes = []string{"num", "day", "year", "short", "month2", "minute2", "hour", "day2", "ordday", "ordinal", "decade",
	"hyphen", "clock", "date", "span", "set", "ref", "dot", "word", "iso"}

const (
	cNum class = 1 << iota
	cDay
	cYear
	cShort
	cMonth2
	cMinute2
	cHour
	cDay2
	cOrdday
	cOrdinal
	cDecade
	cHyphen
	cClock
	cDate
	cSpan
	cSet
	cRef
	cDot
	cWord
	cISO
)

// final are the classes of whole expressions.
const final = cClock | cDate | cSpan | cSet | cRef

// bit is the class of a name, made if new.
func (l *lexicon) bit(name string) (class, error) {
	for i, n := range l.names {
		if n == name {
			return 1 << i, nil
		}
	}
	if len(l.names) == 64 {
		return 0, fmt.Errorf("more than 64 classes")
	}
	l.names = append(l.names, name)
	return 1 << (len(l.names) - 1), nil
}

// find is bit without making.
func (l *lexicon) find(name string) (class, bool) {
	for i, n := range l.names {
		if n == name {
			return 1 << i, true
		}
	}
	return 0, false
}

// field is the field that a class fills.
func (l *lexicon) field(c class) field {
	for i, n := range l.names {
		if c == 1<<i {
			return fieldOf(n)
		}
	}
	return fNone
}

const wordsFile = "rules/times/words.tsv"

// readWords loads words.tsv: lines of word, class, value and tags, tab separated; "core" lines list classes.
func readWords(files fs.FS) (*lexicon, error) {
	l := &lexicon{names: append([]string(nil), shapes...), entries: make([]entry, 1), index: map[string]int32{}}
	text, err := fs.ReadFile(files, wordsFile)
	if err != nil {
		return nil, err
	}
	for n, line := range strings.Split(string(text), "\n") {
		line = strings.TrimRight(line, "\r ")
		if line == "" || line[0] == '#' {
			continue
		}
		if err := l.line(strings.Split(line, "\t")); err != nil {
			return nil, fmt.Errorf("%s:%d:1: %w", wordsFile, n+1, err)
		}
	}
	l.seal()
	return l, nil
}

func (l *lexicon) line(cols []string) error {
	if len(cols) < 2 {
		return fmt.Errorf("want word, class, value and tags between tabs")
	}
	for i, n := range noteNames {
		if n == cols[1] {
			return l.note(cols, note(i))
		}
	}
	c, err := l.bit(cols[1])
	if err != nil {
		return err
	}
	if cols[0] == "@core" {
		l.core |= c
		return nil
	}
	r := reading{class: c}
	if len(cols) > 2 && cols[2] != "" {
		if r.value, err = parseValue(l.field(c), cols[2]); err != nil {
			return err
		}
	}
	if len(cols) > 3 {
		r.tags = cols[3]
	}
	for _, w := range strings.Split(cols[0], "|") {
		l.add(w, r)
	}
	return nil
}

// note adds a line whose class is a note.
func (l *lexicon) note(cols []string, n note) error {
	if len(cols) < 3 {
		return fmt.Errorf("%s needs a value", cols[1])
	}
	f := fNone
	if n == noteBound {
		f = fMod
	}
	v, err := parseValue(f, cols[2])
	if err != nil {
		return err
	}
	for _, w := range strings.Split(cols[0], "|") {
		l.entry(w).notes[n] = v
	}
	return nil
}

// entry is the entry of a word, made if new.
func (l *lexicon) entry(word string) *entry {
	i, ok := l.index[word]
	if !ok {
		i = int32(len(l.entries))
		l.index[word] = i
		l.entries = append(l.entries, entry{word: word})
	}
	return &l.entries[i]
}

func (l *lexicon) add(word string, r reading) {
	e := l.entry(word)
	e.readings = append(e.readings, r)
	e.classes |= r.class
}

// seal builds the table for lookup.
func (l *lexicon) seal() {
	n := 64
	for n < 4*len(l.entries) {
		n *= 2
	}
	l.slots = make([]int32, n)
	for i := 1; i < len(l.entries); i++ {
		h := fold(l.entries[i].word)
		for l.slots[h&uint32(n-1)] != 0 {
			h++
		}
		l.slots[h&uint32(n-1)] = int32(i)
	}
}

// fold hashes s without regard to ASCII case (FNV-1a).
func fold(s string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		c := s[i]
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		h = (h ^ uint32(c)) * 16777619
	}
	return h ^ h>>15
}

// longest is the length of the longest word that lookup tries.
const longest = 16

// lookup gives the index of a word's entry without regard to case, 0 if there is none.
func (l *lexicon) lookup(s string) int32 {
	if len(s) > longest {
		return 0
	}
	mask := uint32(len(l.slots) - 1)
	for h := fold(s); ; h++ {
		i := l.slots[h&mask]
		if i == 0 || equalFold(l.entries[i].word, s) {
			return i
		}
	}
}

func equalFold(lower, s string) bool {
	if len(lower) != len(s) {
		return false
	}
	for i := 0; i < len(s); i++ {
		c := s[i]
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		if c != lower[i] {
			return false
		}
	}
	return true
}

// tagLetter maps universal tags to the letters of words.tsv.
func tagLetter(upos string) byte {
	switch upos {
	case "NOUN", "PROPN":
		return 'N'
	case "ADJ":
		return 'J'
	case "ADV":
		return 'R'
	case "VERB", "AUX":
		return 'V'
	case "ADP", "SCONJ":
		return 'P'
	case "DET":
		return 'D'
	case "NUM":
		return 'M'
	}
	return 'X'
}

// allows tells whether a token may have the reading: its tag is among those it needs, or there are no tags.
func (r *reading) allows(t *extract.Token, capital, opens bool) bool {
	if r.tags == "" {
		return true
	}
	if r.tags[0] == 'C' && (!capital || opens && t.UPOS == "") {
		return false
	}
	if r.tags[0] == 'L' && capital && !opens {
		return false
	}
	tags := strings.TrimLeft(r.tags, "CL")
	return tags == "" || t.UPOS == "" || strings.IndexByte(tags, tagLetter(t.UPOS)) >= 0
}
