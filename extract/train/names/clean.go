package names

import (
	"strings"

	"dateline/extract/lexicon"
	"dateline/extract/names"
	"dateline/graph"
)

// clean sets right what a corpus that was tagged by tools has wrong: where the same words are nearly always one type, they
// are so everywhere, and what the lexicon knows is what the lexicon says. Frequent names that were left out are put in.
func (r reader) clean(samples []Sample) {
	votes := map[string]*[len(names.Types)]int{}
	for i := range samples {
		s := &samples[i]
		for _, g := range s.Gold {
			k := nameKey(s, g)
			if votes[k] == nil {
				votes[k] = new([len(names.Types)]int)
			}
			votes[k][g.Type]++
		}
	}
	for i := range samples {
		s := &samples[i]
		text := r.lex.Scan(s.Doc)
		kept := s.Gold[:0]
		for _, g := range s.Gold {
			if t, ok := r.lexiconType(text.Exact(rangeOf(g))); ok {
				g.Type = t
			} else if t, ok := majority(votes[nameKey(s, g)]); ok {
				g.Type = t
			}
			if g = names.Trim(s.Doc, text, g); g.From < g.To && !jumbled(s, g) {
				kept = append(kept, g)
			}
		}
		s.Gold = kept
	}
}

func nameKey(s *Sample, g names.Span) string { return lexicon.Fold(s.Doc.String(rangeOf(g))) }

// majority is the type of nine in ten, or of three in four where there are twelve and more.
func majority(v *[len(names.Types)]int) (int, bool) {
	sum, best := 0, 0
	for t, n := range v {
		sum += n
		if n > v[best] {
			best = t
		}
	}
	return best, sum >= 4 && v[best]*10 >= sum*9 || sum >= 12 && v[best]*4 >= sum*3
}

// lexiconType is the type of words that the lexicon has one kind of name for: countries, full names of persons and of
// organisations.
func (r reader) lexiconType(refs []lexicon.Ref) (int, bool) {
	kind := graph.Kind("")
	for _, f := range refs {
		if f.Use != lexicon.Full || f.Kind == graph.Place && f.Sort != "country" || kind != "" && kind != f.Kind {
			return 0, false
		}
		kind = f.Kind
	}
	t := typeIndex(kind)
	return t, t >= 0
}

// jumbled tells whether a span holds a conjunction between adjectives or begins with one: "American and".
func jumbled(s *Sample, g names.Span) bool {
	last := s.Doc.Word(g.To - 1)
	first := s.Doc.Word(g.From)
	return last == "and" || first == "and" || strings.ToLower(s.Doc.String(rangeOf(g))) == "prime"
}
