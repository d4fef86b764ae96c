package names

import (
	"sort"
	"strings"

	"dateline/extract"
	"dateline/extract/lexicon"
	"dateline/graph"
)

// settle makes of the model's spans those that become mentions: trimmed, without what is no name, with what the lexicon
// and the rest of the article add. Sorted, without overlap.
func (f *finder) settle(found []Span) []Span {
	spans := make([]Span, 0, len(found)+8)
	for _, s := range f.wider(found) {
		if s = Trim(f.d, f.text, s); s.From >= s.To {
			continue
		}
		for _, part := range f.atTitle(f.honoured(f.afterDuty(s))) {
			for _, one := range f.divide(f.withCountry(f.withoutParty(f.withoutOffice(f.withoutAside(f.withoutNouns(f.withoutPeople(part))))))) {
				for _, place := range f.inRegion(one) {
					spans = append(spans, f.retype(place))
				}
			}
		}
	}
	spans = f.works(f.turned(f.pairs(spans)))
	spans = f.fromLexicon(spans)
	spans = f.strangers(spans)
	spans = f.consistent(f.withShort(f.ofPlace(spans)))
	spans = f.shops(spans)
	kept := spans[:0]
	for _, s := range spans {
		if n := len(kept); n > 0 && s.From < kept[n-1].To {
			continue // taken into the one before
		}
		if s = f.withNickname(f.withWing(f.withForm(f.withModel(s)))); f.isName(s) {
			kept = append(kept, s)
		}
	}
	return kept
}

// typeOf is the index of a kind in Types.
func typeOf(k graph.Kind) int {
	for i, t := range Types {
		if t == k {
			return i
		}
	}
	return 0
}

// retype gives a span the kind that the lexicon is sure of: a country is a place, a people a group.
func (f *finder) retype(s Span) Span {
	refs := f.text.Exact(extract.Range{From: s.From, To: s.To})
	if len(refs) == 0 {
		return s
	}
	kinds := 0
	for _, r := range refs {
		if r.Kind == Types[s.Type] && r.Use <= lexicon.Short {
			return s
		}
		kinds++
	}
	r := refs[0]
	switch {
	case r.Use == lexicon.People, r.Kind == graph.Group && kinds == 1:
		s.Type = typeOf(graph.Group)
	case r.Sort == "country" && r.Use == lexicon.Full:
		s.Type = typeOf(graph.Place)
	case kinds == 1 && r.Use == lexicon.Full && (s.To-s.From > 1 || r.Kind == graph.Organization || r.Kind == graph.Product) && Types[s.Type] != graph.Person:
		s.Type = typeOf(r.Kind)
	}
	return s
}

// sure is a margin that only clear names reach, fair one that a name in small letters must have.
const (
	sure = 300
	fair = 200
)

// fromLexicon adds what the model left out though the lexicon knows it without doubt: countries, peoples, names of
// several words, acronyms.
func (f *finder) fromLexicon(spans []Span) []Span {
	covered := make([]bool, len(f.d.Tokens))
	for _, s := range spans {
		for i := s.From; i < s.To; i++ {
			covered[i] = true
		}
	}
	n := len(spans)
	for i := 0; i < len(f.d.Tokens); i++ {
		if covered[i] || !f.words.cap[i] && f.words.known[i] == 0 {
			continue
		}
		size, refs := f.text.Longest(i)
		if size == 0 {
			continue
		}
		if s := (Span{From: i, To: i + size, Margin: sure}); f.free(covered, s) && f.certain(&s, refs) {
			spans = append(spans, s)
		}
		i += size - 1
	}
	if len(spans) > n {
		sort.Slice(spans, func(i, k int) bool { return spans[i].From < spans[k].From })
	}
	return spans
}

// shouted tells whether word i, in a sentence that is not, is written in three or more capitals.
func (f *finder) shouted(i int) bool {
	w := f.d.Word(i)
	return len(w) > 2 && strings.ToUpper(w) == w && f.hasLetter(i) && f.words.style[i] == stylePlain
}

func (f *finder) free(covered []bool, s Span) bool {
	for i := s.From; i < s.To; i++ {
		if covered[i] {
			return false
		}
	}
	// a part of a longer run of capitals is not the thing itself: "Paris Hilton", "New York Times Square"
	return !(f.partOf(s.From-1, s.From) || f.partOf(s.To, s.From))
}

// partOf tells whether token i, a neighbour in the same sentence, looks like a further part of a name.
func (f *finder) partOf(i, near int) bool {
	if i < 0 || i >= len(f.d.Tokens) || f.d.SentenceOf(i) != f.d.SentenceOf(near) || !f.words.cap[i] {
		return false
	}
	return f.d.Tokens[i].UPOS == "PROPN" && f.words.known[i]&(knownTitle|knownHonorific|knownAdjective|knownCountry) == 0
}

// certain decides whether the words of s are what refs say, and sets its type.
func (f *finder) certain(s *Span, refs []lexicon.Ref) bool {
	for _, r := range refs {
		one := s.To-s.From == 1
		noun := f.d.Tokens[s.To-1].UPOS == "PROPN" || f.d.Tokens[s.To-1].UPOS == "NOUN"
		ok := false
		switch {
		case r.Use == lexicon.Adjective || r.Use == lexicon.Short:
		case r.Use == lexicon.People:
			ok = noun && f.d.Tokens[s.To-1].XPOS != "NN" && f.d.Tokens[s.To-1].XPOS != "JJ"
		case r.Kind == graph.Group:
			ok = noun && (f.d.Tokens[s.To-1].XPOS == "NNS" || f.d.Tokens[s.To-1].XPOS == "NNPS")
		case r.Sort == "country" || r.Sort == "continent":
			ok = noun
		case one && r.Kind == graph.Place && r.Sort != "city" && f.shouted(s.From):
			ok = noun // "ISS"
		case !one:
			ok = r.Kind != graph.Place || r.Population > 200 || r.Sort != "city"
		case r.Kind == graph.Product:
			ok = noun // "two iPods"
		case r.Kind != graph.Place && r.Kind != graph.Person:
			ok = f.d.Tokens[s.From].UPOS == "PROPN"
		}
		if ok {
			s.Type = typeOf(r.Kind)
			if r.Use == lexicon.People {
				s.Type = typeOf(graph.Group)
			}
			return true
		}
	}
	return false
}

// isName refuses weekdays, months, pronouns, words of the page, and words that are only written large.
func (f *finder) isName(s Span) bool {
	if s.To-s.From > 1 {
		for i := s.From; i < s.To; i++ {
			if f.lex.NotName(lexicon.Fold(f.d.Word(i))) == "" && f.hasLetter(i) {
				return true
			}
		}
		return false
	}
	if !f.hasLetter(s.From) || strings.IndexByte(f.d.Word(s.From), '$') >= 0 {
		return false
	}
	if n, t := f.text.Title(s.From); n == 1 && t.Sort == "office" && Types[s.Type] == graph.Person && !f.text.First(s.From) {
		return false // "Chancellor" alone is a nominal
	}
	switch f.lex.NotName(lexicon.Fold(f.d.Word(s.From))) {
	case "":
	case "month":
		return Types[s.Type] == graph.Person && s.Margin >= sure
	default:
		return len(f.text.Exact(extract.Range{From: s.From, To: s.To})) > 0 // "US" is no pronoun
	}
	t := f.d.Tokens[s.From]
	if n, refs := f.text.Longest(s.From); n > 1 && refs[0].Use == lexicon.Adjective {
		return false // "North" in "North Korean"
	}
	const adjective = knownAdjective | knownAdjective<<knownBits
	if Types[s.Type] == graph.Group && f.words.known[s.From]&adjective != 0 && (t.UPOS == "ADJ" || t.Rel == "amod" || t.Rel == "compound") {
		return false // "Russian" in "Russian troops"
	}
	if !f.words.cap[s.From] && t.UPOS != "PROPN" {
		return s.Margin >= fair || len(f.text.Exact(extract.Range{From: s.From, To: s.To})) > 0
	}
	return true
}

func (f *finder) hasLetter(i int) bool {
	for _, r := range f.d.Word(i) {
		if 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || r >= 0x80 || '0' <= r && r <= '9' {
			return true
		}
	}
	return false
}
