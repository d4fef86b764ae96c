// Package lexicon reads the tables of names in data/lexicon and finds their entries in a text: countries, cities,
// organisations, persons with their offices, first names, titles. It is a tool of the stages names and coref.
//
//	lex, err := lexicon.Open(files)
//	text := lex.Scan(d)                // once per article
//	n, refs := text.Longest(i)         // "Islamic State of Iraq" → 4 tokens, organization/islamic-state
package lexicon

import (
	"errors"
	"io/fs"

	"dateline/graph"
)

// Entry is one thing that the lexicon knows.
type Entry struct {
	ID   string // "place/russia"
	Kind graph.Kind
	Name string
	// Sort is country, city or one of the words in the tables: "continent", "armed group", "party".
	Sort   string
	Gender byte // 'm', 'f' for persons, else 0
	// Country is the ID of the country that it lies in or belongs to, empty if none.
	Country    string
	Population int // in thousands, of cities; 0 if unknown
	Offices    []Office
	// Adjectives are the words for what is of the country or region, the usual one first: "American", "US".
	Adjectives []string
	// Wikidata is its item there, "Q30", empty where the tables have none.
	Wikidata string
	// People is what those who live there are called, in the plural: "Britons", "French".
	People string
}

// Office is a post that a person held.
type Office struct {
	Title string // plain form: "foreign minister"
	Of    string // ID of the country or organisation
	// From and To are months counted from year 0: 12*2015+10 is November 2015. Both are included; To is 0 where the
	// term had not ended when the table was written.
	From, To int
}

// In tells whether the office was held in the month; any month if it is 0.
func (o Office) In(month int) bool {
	return month == 0 || o.From <= month && (o.To == 0 || month <= o.To)
}

// Use is how words refer to an entry.
type Use uint8

// The uses of words.
const (
	Full      Use = iota // its name or another full name
	Short                // a surname that means the person unless the article says otherwise
	Adjective            // "Russian"
	People               // "Russians"
)

// Ref says that some words refer to an entry.
type Ref struct {
	*Entry
	Use Use
}

// Title is a title, office, rank or honorific.
type Title struct {
	Words  string
	Sort   string // honorific, office, royal, rank; qualifier or past for words in front of an office
	Office string // the office in its plain form, empty for honorifics and ranks
	Gender byte   // 'm', 'f' or 0
	Field  string // walk of life: sport, politics, business, arts; empty where the title does not tell
	Peer   bool   // names somebody together with a surname: "Lord", "Baroness"
}

// Noun is a common noun that stands for somebody or something.
type Noun struct {
	Kind   graph.Kind
	Gender byte
	Sorts  []string // of entries that "the noun" may mean: "the company", "the country"
}

// Pronoun is a word that stands for somebody or something named elsewhere.
type Pronoun struct {
	Kind   graph.Kind
	Gender byte   // 'm', 'f', 'n' (thing), 'p' (plural) or 0
	Sort   string // personal, possessive, reflexive or relative
	First  bool   // I, we
}

// Lexicon is what the tables say. It is safe for use by many goroutines.
type Lexicon struct {
	Entries  []Entry
	names    table // phrases → refs
	refs     []ref
	titles   table // phrases → title
	title    []Title
	first    map[string]byte // first name, folded → gender
	nouns    map[string]Noun
	byID     map[string]int32
	seats    map[string]string
	holders  map[post][]int32
	notNames map[string]string
	pronouns map[string]Pronoun
	speech   map[string]bool
	forms    map[string]bool
	sorts    map[string]graph.Kind
	parties  map[string][]*Entry // folded words → parties that they may mean
	bodies   map[string][]string // folded names of institutions → IDs of the countries that have none
}

// post is an office of a country or organisation.
type post struct{ title, of string }

// ref is a Ref in a list of those that share a phrase.
type ref struct {
	entry int32
	next  int32 // index+1 in refs, 0 at the end
	use   Use
	caps  bool // only where the text is all in capitals
	lower bool // begins with a small letter in the table
}

// Open reads all tables from files, which is rooted at the data folder. The error lists every fault as
// path:line:col: message.
func Open(files fs.FS) (*Lexicon, error) {
	l := &Lexicon{
		Entries:  make([]Entry, 0, 8192),
		refs:     make([]ref, 0, 16384),
		names:    newTable(15),
		titles:   newTable(11),
		first:    make(map[string]byte, 2500),
		nouns:    make(map[string]Noun, 600),
		byID:     make(map[string]int32, 8192),
		seats:    map[string]string{},
		holders:  make(map[post][]int32, 512),
		notNames: make(map[string]string, 128),
		pronouns: make(map[string]Pronoun, 64),
		speech:   make(map[string]bool, 64),
		forms:    make(map[string]bool, 32),
		sorts:    make(map[string]graph.Kind, 256),
		bodies:   make(map[string][]string, 128),
		parties:  make(map[string][]*Entry, 64),
	}
	var faults []error
	for _, f := range tables {
		if err := l.load(files, f); err != nil {
			faults = append(faults, err)
		}
	}
	if err := errors.Join(faults...); err != nil {
		return nil, err
	}
	return l, errors.Join(l.check()...)
}

// Entry is the entry of that ID, nil if there is none.
func (l *Lexicon) Entry(id string) *Entry {
	if i, ok := l.byID[id]; ok {
		return &l.Entries[i]
	}
	return nil
}

// Seat is the ID of what a seat of power stands for ("organization/kremlin" → "place/russia"), empty if it is none.
func (l *Lexicon) Seat(id string) string { return l.seats[id] }

// FirstName is the usual gender of a first name: 'm', 'f', 'u' for either, 0 if the word is not known as one.
func (l *Lexicon) FirstName(word string) byte { return l.first[fold(word)] }

// Noun is what a common noun stands for; lemma in small letters.
func (l *Lexicon) Noun(lemma string) (Noun, bool) {
	n, ok := l.nouns[lemma]
	return n, ok
}

// SortOf is the kind of a name that is said to be what the noun says, empty if that tells nothing: "the band Korn" is an
// organisation. The lemma is in small letters.
func (l *Lexicon) SortOf(lemma string) graph.Kind { return l.sorts[lemma] }

// Holders are the persons who held an office of a country or organisation in the month (as in Office; 0 = ever), in
// the order of the table.
func (l *Lexicon) Holders(title, of string, month int) []*Entry {
	var out []*Entry
	for _, i := range l.holders[post{title, of}] {
		e := &l.Entries[i]
		for _, o := range e.Offices {
			if o.Title == title && o.Of == of && o.In(month) {
				out = append(out, e)
				break
			}
		}
	}
	return out
}

// Pronoun is what a pronoun, in small letters, tells of its thing.
func (l *Lexicon) Pronoun(word string) (Pronoun, bool) {
	p, ok := l.pronouns[word]
	return p, ok
}

// Speech tells whether the verb, given by its lemma, reports somebody's words.
func (l *Lexicon) Speech(lemma string) bool { return l.speech[lemma] }

// Form tells whether the word, as written, is the legal form at the end of a company's name: "Inc", "plc".
func (l *Lexicon) Form(word string) bool {
	_, ok := l.forms[word]
	return ok
}

// SureForm tells whether the word is a legal form that nothing but a company has behind its name: "Inc", not "SA".
func (l *Lexicon) SureForm(word string) bool { return l.forms[word] }

// Institution tells whether a name, folded, is that of a body which every state has one of, "supreme court", but those of the
// IDs in without. By itself it does not say whose.
func (l *Lexicon) Institution(folded string) (without []string, ok bool) {
	without, ok = l.bodies[folded]
	return without, ok
}

// Of is the entry of the institution of a country or region, nil if there is none: "US Supreme Court" for "Supreme
// Court" of place/united-states. name is what it is called with the country's adjective in front.
func (l *Lexicon) Of(institution string, country *Entry) (e *Entry, name string) {
	for _, word := range append(country.Adjectives[:len(country.Adjectives):len(country.Adjectives)], country.Name) {
		full := word + " " + institution
		if name == "" {
			name = full
		}
		for _, r := range l.Find(full) {
			if r.Kind == graph.Organization && r.Use == Full {
				return r.Entry, r.Name
			}
		}
	}
	return nil, name
}

// Parties are the parties that words, folded, may mean: which one, the country tells.
func (l *Lexicon) Parties(folded string) []*Entry { return l.parties[folded] }

// NotName is the sort of word (day, month, pronoun, page …) if the folded word is never a name by itself, else empty.
func (l *Lexicon) NotName(folded string) string { return l.notNames[folded] }

// Find gives what a phrase refers to, as if it stood in a text in this spelling.
func (l *Lexicon) Find(phrase string) []Ref {
	if i, ok := l.names.get(phraseKey(phrase)); ok {
		return l.list(i, capsOf(phrase))
	}
	return nil
}

// list gathers the refs from index i on that the capitals of the text allow.
func (l *Lexicon) list(i int32, c caps) []Ref {
	var out []Ref
	for ; i != 0; i = l.refs[i-1].next {
		r := l.refs[i-1]
		if r.caps && c != capsAll || !r.lower && c == capsNone {
			continue
		}
		out = append(out, Ref{&l.Entries[r.entry], r.use})
	}
	return out
}
