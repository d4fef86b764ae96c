package names

import (
	"strings"

	"dateline/extract"
	"dateline/extract/lexicon"
	"dateline/graph"
)

// What stands between or beside names and hides where they begin and end.

// withoutNouns takes common nouns for persons off the front of a person's name: "Film nominees" of "Film nominees Okken".
func (f *finder) withoutNouns(s Span) Span {
	if Types[s.Type] != graph.Person {
		return s
	}
	for i := s.From; i+1 < s.To; i++ {
		n, ok := f.lex.Noun(strings.ToLower(f.d.Tokens[i].Lemma))
		if ok && n.Kind == graph.Person && !f.words.cap[i] && f.capital(i+1) {
			s.From = i + 1
		}
	}
	return s
}

// withoutAside ends a person's full name at a dash between blanks: "Vera Berg" of "Vera Berg - Okken".
func (f *finder) withoutAside(s Span) Span {
	if Types[s.Type] != graph.Person || !f.text.First(s.From) {
		return s
	}
	t := f.d.Tokens
	for i := s.From + 2; i+1 < s.To; i++ {
		if w := f.d.Word(i); (w == "-" || w == "–" || w == "--") && t[i-1].End < t[i].Start && t[i].End < t[i+1].Start {
			s.To = i
		}
	}
	return s
}

// withNickname ends a person's name behind the nickname in quotation marks that it holds only the beginning of, where a
// surname follows, else in front of it: Marion "Suge" Knight.
func (f *finder) withNickname(s Span) Span {
	open := -1
	for i := s.From; i < s.To && Types[s.Type] == graph.Person; i++ {
		if quote(f.d.Word(i)) {
			if open >= 0 {
				return s
			}
			open = i
		}
	}
	switch {
	case open < 0:
	case s.To+1 < len(f.d.Tokens) && f.sameSentence(s.From, s.To+1) && quote(f.d.Word(s.To)) && open+1 < s.To && f.capital(s.To+1):
		s.To += 2
	case open > s.From:
		s.To = open
	}
	return s
}

// behindDuty is where the person's name begins behind a title with what it is for: "Neelie" in the tokens "for Competition
// Neelie Kroes" of s.
func (f *finder) behindDuty(s Span) int {
	if w := f.d.Word(s.From); w != "for" && w != "of" || s.To-s.From < 4 {
		return s.From
	}
	for i := s.From + 2; i+1 < s.To; i++ {
		if f.text.First(i) {
			return i
		}
	}
	return s.To - 2
}

// afterDuty makes a person of an organisation's name that has begun within what an office is for: "Trade Nelly Okken" behind
// "Commissioner for".
func (f *finder) afterDuty(s Span) Span {
	if Types[s.Type] != graph.Organization || s.From < 2 || f.d.Word(s.From-1) != "for" || len(f.text.Exact(extract.Range{From: s.From, To: s.To})) > 0 {
		return s
	}
	person := Span{From: s.From - 1, To: s.To, Type: typeOf(graph.Person), Margin: s.Margin}
	person.From = f.behindDuty(person)
	if n, _ := f.titleBefore(s.From - 1); n == 0 || person.From <= s.From || !f.text.First(person.From) || !f.calledSo(person) {
		return s
	}
	return person
}

// withoutDuty cuts an organisation whose office was cut off down to the known name that it begins with: "European Union" of
// "European Union Health" before "Commissioner".
func (f *finder) withoutDuty(s Span) Span {
	n, refs := f.text.Longest(s.From)
	if n > 0 && s.From+n < s.To && refs[0].Use == lexicon.Full && refs[0].Kind == graph.Organization {
		s.To = s.From + n
	}
	return s
}

// withoutParty takes a member of a party off a place: "Republican" of "Florida Republican Lee Brown".
func (f *finder) withoutParty(s Span) Span {
	if s.To-s.From != 2 || Types[s.Type] != graph.Organization || strings.HasSuffix(f.d.Word(s.From+1), "s") {
		return s
	}
	place, member := s, s
	place.To, member.From = s.From+1, s.From+1
	for _, r := range f.text.Exact(extract.Range{From: member.From, To: member.To}) {
		if r.Kind == graph.Group && f.isPlace(place, "country", "region", "state", "city") {
			place.Type = typeOf(graph.Place)
			return place
		}
	}
	return s
}

// withWing takes the word in front of a party or a people of believers into its name: "Social Democrats", "Orthodox
// Christians". Places, organisations and origins stay outside: "Senate Democrats", "British Muslims".
func (f *finder) withWing(s Span) Span {
	i := s.From - 1
	if s.To-s.From != 1 || i < 0 || !f.sameSentence(i, s.From) || !f.named(i) || !f.ofBelief(i) || f.d.Tokens[i].Head != s.From ||
		!strings.HasSuffix(f.d.Word(s.From), "s") || f.headline(i) {
		return s
	}
	for _, r := range f.text.Exact(extract.Range{From: s.From, To: s.To}) {
		if r.Kind == graph.Group {
			s.From = i
			break
		}
	}
	return s
}

// ofBelief tells whether word i is unknown, or the word for a group such as "Christian".
func (f *finder) ofBelief(i int) bool {
	n, refs := f.text.Longest(i)
	return f.words.known[i] == 0 || n == 1 && refs[0].Kind == graph.Group
}

// pairs takes two names apart that a hyphen joins, "Reagan-Gorbachev" before "summit", where the lexicon or the article
// knows both.
func (f *finder) pairs(spans []Span) []Span {
	out := spans[:0:0]
	for _, s := range spans {
		if mid := s.From + 1; s.To-s.From == 3 && f.d.Word(mid) == "-" && f.stood(s.From, spans) && f.stood(mid+1, spans) && !f.doubled(s, spans) {
			a, b := s, s
			a.To, b.From = mid, mid+1
			out = append(out, f.retype(a), f.retype(b))
			continue
		}
		out = append(out, s)
	}
	return out
}

// doubled tells whether a longer name among spans ends as s does, with a surname of two parts: "Lee Berg-Okken".
func (f *finder) doubled(s Span, spans []Span) bool {
	for _, o := range spans {
		if n := s.To - s.From; o.To-o.From > n && f.key(o.To-n, o.To) == f.key(s.From, s.To) {
			return true
		}
	}
	return false
}

// stood tells whether word i is known, or the surname of a person of several names among spans.
func (f *finder) stood(i int, spans []Span) bool {
	if f.words.known[i]&(knownCountry|knownShort) != 0 {
		return true
	}
	for _, s := range spans {
		if s.To-s.From > 1 && Types[s.Type] == graph.Person && f.words.fold[s.To-1] == f.words.fold[i] && s.To-1 != i {
			return true
		}
	}
	return false
}
