package names

import (
	"strings"

	"dateline/extract"
	"dateline/extract/lexicon"
	"dateline/graph"
)

// What the model gets wrong in ways that words and lexicon make plain is repaired here, span by span.

// wider puts a name of several words that the lexicon knows in the place of the pieces the model found in it: "Central
// News Agency" in "Korean Central News Agency".
func (f *finder) wider(found []Span) []Span {
	out := found[:0:0]
	next := 0
	for i := 0; i < len(f.d.Tokens); i++ {
		for next < len(found) && found[next].From < i {
			next++
		}
		if next == len(found) {
			break
		}
		// only where the model saw a name begin within the next few words
		if found[next].From > i+4 || !f.words.cap[i] {
			continue
		}
		n, refs := f.text.Longest(i)
		if n < 3 || found[next].From >= i+n || refs[0].Use != lexicon.Full || !f.words.cap[i+n-1] {
			continue
		}
		last := next
		for last+1 < len(found) && found[last+1].From < i+n {
			last++
		}
		if s := found[last]; s.To > i+n || last == next && s.From == i && s.To == i+n {
			continue
		}
		found[next] = Span{From: i, To: i + n, Type: typeOf(refs[0].Kind), Margin: max(found[next].Margin, sure)}
		found = append(found[:next+1], found[last+1:]...)
		i += n - 1
	}
	return append(out, found...)
}

// withoutOffice cuts an office, or the beginning of one, off the end of an organisation: "State Department Spokesperson",
// "Trades Union General" before "Secretary".
func (f *finder) withoutOffice(s Span) Span {
	if Types[s.Type] != graph.Organization || s.To-s.From < 2 || len(f.text.Exact(extract.Range{From: s.From, To: s.To})) > 0 {
		return s
	}
	for from := s.From + 1; from < s.To; from++ {
		n, t := f.text.Title(from)
		if from+n == s.To && (t.Sort == "office" || t.Sort == "rank") && f.personNoun(s.To-1) || from+n > s.To && t.Sort == "office" {
			if noun, ok := f.lex.Noun(lexicon.Fold(f.d.Word(from))); ok && noun.Kind == graph.Organization && n > 1 {
				from++ // "Police" of "Police Commissioner"
			}
			s.To = from
			return f.withoutDuty(s)
		}
	}
	return s
}

// atTitle takes a name apart that holds a title: "Interior Ministry spokesman Lee Brown" is an organisation and a person, and
// so is "UN Secretary-General Ban Ki-moon", whatever the model took the whole for.
func (f *finder) atTitle(s Span) []Span {
	isPerson := Types[s.Type] == graph.Person
	if !isPerson && Types[s.Type] != graph.Organization || len(f.text.Exact(extract.Range{From: s.From, To: s.To})) > 0 {
		return []Span{s}
	}
	for i := s.To - 2; i > s.From; i-- {
		n, t := f.text.Title(i)
		if n == 0 || i+n >= s.To || t.Sort == "past" || t.Sort == "qualifier" || f.text.First(i-1) || f.text.First(i) {
			continue
		}
		person := Span{From: i + n, To: s.To, Type: typeOf(graph.Person), Margin: s.Margin}
		person.From = f.behindDuty(person)
		if !isPerson && (t.Sort != "office" || !f.calledSo(person)) {
			continue
		}
		whose := Span{From: s.From, To: f.titleFrom(s.From, i), Type: typeOf(graph.Organization), Margin: s.Margin}
		if !f.holdsOffice(whose) {
			return []Span{person}
		}
		return []Span{whose, person}
	}
	return []Span{s}
}

// holdsOffice tells whether the words before a title may be the name of where it is held: known ones, but no adjective, or
// several.
func (f *finder) holdsOffice(s Span) bool {
	if s.From >= s.To {
		return false
	}
	refs := f.text.Exact(extract.Range{From: s.From, To: s.To})
	return len(refs) == 0 && s.To-s.From > 1 || len(refs) > 0 && refs[0].Use == lexicon.Full
}

// titleFrom is where the titles begin, not before token from, that end with the one at token i.
func (f *finder) titleFrom(from, i int) int {
	for k := max(from, i-longestTitle); k < i; k++ {
		if m, _ := f.text.Title(k); m > 0 && k+m >= i {
			return k
		}
	}
	return i
}

// calledSo tells whether persons have such names: a first name in front, or two words and more of which none is a common
// noun and the first no place.
func (f *finder) calledSo(s Span) bool {
	for i := s.From; i < s.To; i++ {
		if _, ok := f.lex.Noun(lexicon.Fold(f.d.Word(i))); ok {
			return false
		}
		if !f.capital(i) && f.d.Word(i) != "-" && (i == s.From || f.d.Word(i-1) != "-") {
			return false
		}
	}
	return f.text.First(s.From) || s.To-s.From > 1 && f.words.known[s.From]&knownPlace == 0
}

// honoured makes a person of a name that begins with what only persons are called: "Ms Armistead".
func (f *finder) honoured(s Span) Span {
	if Types[s.Type] == graph.Person || s.To-s.From < 2 || s.To-s.From > 3 {
		return s
	}
	if n, t := f.text.Title(s.From); n == 1 && t.Sort == "honorific" && t.Gender != 0 && len(f.text.Exact(extract.Range{From: s.From, To: s.To})) == 0 {
		return Span{From: s.From + n, To: s.To, Type: typeOf(graph.Person), Margin: s.Margin}
	}
	return s
}

// withoutPeople takes what a person is called by origin off the front of the name: "Dutchman Arnoud Okken".
func (f *finder) withoutPeople(s Span) Span {
	if Types[s.Type] == graph.Person && s.To-s.From > 2 && f.words.known[s.From]&knownPeople != 0 && !f.text.First(s.From) {
		s.From++
	}
	return s
}

// personNoun tells whether word i stands for a person.
func (f *finder) personNoun(i int) bool {
	n, ok := f.lex.Noun(lexicon.Fold(f.d.Word(i)))
	return ok && n.Kind == graph.Person
}

// withCountry adds a country's adjective in front of an organisation that is only called by its sort: "Navy" in
// "Indonesian Navy". It takes a bare direction off a place: "east" of "east Ukraine".
func (f *finder) withCountry(s Span) Span {
	size := s.To - s.From
	switch Types[s.Type] {
	case graph.Organization:
		if s.From == 0 || f.words.known[s.From-1]&knownAdjective == 0 || !f.words.cap[s.From-1] || !f.sameSentence(s.From-1, s.From) {
			return s
		}
		n, ok := f.lex.Noun(lexicon.Fold(f.d.Word(s.To - 1)))
		if !ok || n.Kind != graph.Organization && n.Kind != graph.Group || size > 4 {
			return s
		}
		if k := f.text.Exact(extract.Range{From: s.From, To: s.To}); len(k) > 0 && k[0].Country != "" {
			return s
		}
		s.From--
	case graph.Place:
		if size > 1 && !f.words.cap[s.From] && f.words.cap[s.From+1] && f.d.Tokens[s.From].UPOS != "PROPN" {
			s.From++
		}
	}
	return s
}

// withForm takes the legal form into the name of a company: "Google, Inc.".
func (f *finder) withForm(s Span) Span {
	if Types[s.Type] != graph.Organization {
		return s
	}
	end := f.d.Sentences[f.d.SentenceOf(s.From)].To
	to := s.To
	if to+1 < end && f.d.Word(to) == "," {
		to++
	}
	if to < end && f.lex.Form(f.d.Word(to)) {
		s.To = to + 1
	}
	if s.To < end && f.d.Word(s.To) == "." && f.lex.Form(f.d.Word(s.To-1)+".") {
		s.To++
	}
	return s
}

// withModel takes the number or letters of a model into a product's name: "iPhone 4", "Boeing 777-200", "Windows XP". A
// number that counts what follows stays outside. A maker's name with an article and a number is that of a product, too.
func (f *finder) withModel(s Span) Span {
	if s.To >= len(f.d.Tokens) || !f.sameSentence(s.From, s.To) {
		return s
	}
	if f.makes(s) {
		s.Type = typeOf(graph.Product)
	}
	if Types[s.Type] != graph.Product {
		return s
	}
	word := f.d.Word(s.To)
	if len(word) > 8 || word[0] < '0' || word[0] > '9' || strings.HasSuffix(f.d.Word(s.To-1), "s") {
		return s
	}
	if s.To+1 < len(f.d.Tokens) && f.sameSentence(s.To, s.To+1) {
		if next := &f.d.Tokens[s.To+1]; next.UPOS == "NUM" || next.UPOS == "SYM" || next.XPOS == "NNS" && f.d.Tokens[s.To].Head == s.To+1 {
			return s
		}
	}
	s.To++
	return s
}

// makes tells whether s is the maker of a model: an organisation between an article and a number that is no year.
func (f *finder) makes(s Span) bool {
	if Types[s.Type] != graph.Organization || s.To-s.From > 1 || s.From == 0 || f.d.Tokens[s.From-1].UPOS != "DET" {
		return false
	}
	number := f.d.Word(s.To)
	return len(number) == 3 && strings.Trim(number, "0123456789") == "" && f.d.Tokens[s.To].Head <= s.To
}

func (f *finder) sameSentence(i, k int) bool { return f.d.SentenceOf(i) == f.d.SentenceOf(k) }

// divide takes apart a span of two names that the model ran together: joined by "and" where one side is known by itself,
// or two known names side by side.
func (f *finder) divide(s Span) []Span {
	if Types[s.Type] == graph.Person || s.To-s.From < 2 || len(f.text.Exact(extract.Range{From: s.From, To: s.To})) > 0 {
		return []Span{s}
	}
	for i := s.From; i < s.To; i++ {
		a, b := s, s
		a.To, b.From = i, i
		if f.breaks(i, s) {
			for b.From = i + 1; b.From < b.To && !f.words.cap[b.From]; {
				b.From++
			}
			return append([]Span{f.retype(a)}, f.divide(f.retype(b))...)
		}
		if w := f.d.Word(i); w == "and" || w == "," {
			b.From++
			if i > s.From && i+1 < s.To && (f.isKnown(a) || f.isKnown(b)) {
				return append([]Span{f.retype(a)}, f.divide(f.retype(b))...)
			}
		} else if i > s.From && s.To-s.From <= 3 && f.isKnown(a) && f.isKnown(b) {
			return []Span{f.asKnown(a), f.asKnown(b)}
		}
	}
	return []Span{s}
}

// breaks tells whether token i is a dash inside s that a new part of the sentence follows: "Asia - notably Sweden".
func (f *finder) breaks(i int, s Span) bool {
	if i == s.From || i+2 >= s.To || f.d.Tokens[i].UPOS != "PUNCT" || f.words.cap[i+1] || !f.words.cap[s.To-1] {
		return false
	}
	t := f.d.Tokens
	return t[i-1].End < t[i].Start && t[i].End < t[i+1].Start && (f.d.Word(i) == "-" || f.d.Word(i) == "–" || f.d.Word(i) == "--")
}

// isKnown tells whether a span is a country or organisation of the lexicon.
func (f *finder) isKnown(s Span) bool {
	if s.From >= s.To {
		return false
	}
	for _, r := range f.text.Exact(extract.Range{From: s.From, To: s.To}) {
		if r.Use == lexicon.Full && (r.Sort == "country" || r.Kind == graph.Organization) {
			return true
		}
	}
	return false
}

// asKnown gives a span the kind that the lexicon has for it.
func (f *finder) asKnown(s Span) Span {
	for _, r := range f.text.Exact(extract.Range{From: s.From, To: s.To}) {
		if r.Use == lexicon.Full && (r.Sort == "country" || r.Kind == graph.Organization) {
			s.Type = typeOf(r.Kind)
			break
		}
	}
	return s
}
