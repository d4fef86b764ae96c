package names

import (
	"sort"
	"strings"

	"dateline/extract/lexicon"
	"dateline/graph"
)

// strangers adds subjects that are proper nouns nobody has seen before and that the model let pass: "Nordlund is a
// shipping firm". What they are said to be tells their kind; else they are taken for organisations, the kind that has most
// names of its own making.
func (f *finder) strangers(spans []Span) []Span {
	covered := make([]bool, len(f.d.Tokens))
	for _, s := range spans {
		for i := s.From; i < s.To; i++ {
			covered[i] = true
		}
	}
	n := len(spans)
	for i := range f.d.Tokens {
		if covered[i] || !f.isProper(i) || !strings.HasPrefix(f.d.Tokens[i].Rel, "nsubj") {
			continue
		}
		s := Span{From: i, To: i + 1, Type: f.saidToBe(i), Margin: fair}
		sent := f.d.Sentences[f.d.SentenceOf(i)]
		strange := f.strange(i)
		for s.From > sent.From && !covered[s.From-1] && f.isProper(s.From-1) {
			s.From--
			strange = strange || f.strange(s.From)
		}
		for s.To < sent.To && !covered[s.To] && f.isProper(s.To) {
			strange = strange || f.strange(s.To)
			s.To++
		}
		if !strange {
			continue
		}
		for k := s.From; k < s.To; k++ {
			covered[k] = true
		}
		spans = append(spans, s)
	}
	if len(spans) > n {
		sort.Slice(spans, func(i, k int) bool { return spans[i].From < spans[k].From })
	}
	return spans
}

// strange tells whether neither the model nor the lexicon knows word i.
func (f *finder) strange(i int) bool {
	return f.words.known[i] == 0 && len(f.d.Word(i)) > 3 && !f.model.Knows(f.words, i)
}

// isProper tells whether word i looks like a proper noun and is tagged as one.
func (f *finder) isProper(i int) bool {
	return f.words.cap[i] && f.d.Tokens[i].UPOS == "PROPN" && f.words.style[i] == stylePlain
}

// saidToBe is the type of the noun that subject i is said to be: "firm" in "Nordlund is a firm".
func (f *finder) saidToBe(i int) int {
	h := f.d.Tokens[i].Head
	if h >= 0 && f.d.Tokens[h].UPOS == "NOUN" && f.deps.Kid(f.d, h, "cop") >= 0 {
		if n, ok := f.lex.Noun(lexicon.Fold(f.d.Tokens[h].Lemma)); ok && Types[typeOf(n.Kind)] == n.Kind {
			return typeOf(n.Kind)
		}
	}
	return typeOf(graph.Organization)
}
