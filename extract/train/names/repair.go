package names

import (
	"sort"
	"strings"

	"dateline/extract/lexicon"
	"dateline/extract/names"
	"dateline/graph"
)

// Corpora differ in what a name is. What is learned is ours: a person's name has no title, an adjective of a country is
// no name, the people of a country are a group, names have no article in front, and a state is a place.

// repair brings the gold names of s to our habits.
func (r reader) repair(s *Sample) {
	text := r.lex.Scan(s.Doc)
	kept := s.Gold[:0]
	trim := names.Trim
	if r.raw {
		trim = names.Bare
	}
	for _, g := range s.Gold {
		if g = trim(s.Doc, text, g); g.From >= g.To || g.Type < 0 {
			continue
		}
		switch use := useOf(text.Exact(rangeOf(g))); {
		case use == lexicon.Adjective && !plural(s.Doc.Word(g.To-1)):
			continue
		case use == lexicon.People:
			g.Type = typeIndex(graph.Group)
		case use == lexicon.Full && (names.Types[g.Type] == graph.Group || s.Corpus == "gum" && names.Types[g.Type] == graph.Organization && isCountry(text.Exact(rangeOf(g)))):
			g.Type = typeIndex(graph.Place)
		}
		kept = append(kept, g)
	}
	s.Gold = r.people(s, text, kept)
}

// people adds the peoples that a corpus leaves out ("Iraqis"): where it is plain from the lexicon, all corpora get them.
func (r reader) people(s *Sample, text *lexicon.Text, gold []names.Span) []names.Span {
	taken := make([]bool, len(s.Doc.Tokens))
	for _, g := range gold {
		for i := g.From; i < g.To; i++ {
			taken[i] = true
		}
	}
	for i := range s.Doc.Tokens {
		n, refs := text.Longest(i)
		if n != 1 || taken[i] || useOf(refs) != lexicon.People || !plural(s.Doc.Word(i)) {
			continue
		}
		gold = append(gold, names.Span{From: i, To: i + 1, Type: typeIndex(graph.Group)})
	}
	sort.Slice(gold, func(i, k int) bool { return gold[i].From < gold[k].From })
	return gold
}

func plural(word string) bool { return strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ss") }

// useOf is the use that decides what words are: a name if they can be one, then adjective, then people.
func useOf(refs []lexicon.Ref) lexicon.Use {
	const nothing = lexicon.Use(255)
	use := nothing
	for _, r := range refs {
		if r.Use == lexicon.Full && r.Kind != graph.Group {
			return lexicon.Full
		}
		if r.Kind == graph.Group {
			use = lexicon.People
		} else if r.Use == lexicon.Adjective || use == nothing {
			use = r.Use
		}
	}
	return use
}

// isCountry tells whether the first of refs is a country.
func isCountry(refs []lexicon.Ref) bool { return len(refs) > 0 && refs[0].Sort == "country" }
