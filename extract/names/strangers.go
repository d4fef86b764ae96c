package names

import (
	"sort"
	"strings"

	"dateline/extract/lexicon"
	"dateline/graph"
)

// strangers adds names that the model let pass: persons behind a title, companies before their legal form, bodies of
// countries, and subjects that are proper nouns nobody has seen before, such as "Nordlund is a shipping firm". What these
// are said to be tells their kind; else they are taken for organisations, the kind that has most names of its own making.
func (f *finder) strangers(spans []Span) []Span {
	covered := make([]bool, len(f.d.Tokens))
	for _, s := range spans {
		for i := s.From; i < s.To; i++ {
			covered[i] = true
		}
	}
	n := len(spans)
	for i := range f.d.Tokens {
		if s, ok := f.addressed(covered, i); ok {
			spans = append(spans, s)
		} else if s, ok := f.stranger(covered, i); ok {
			spans = append(spans, s)
		} else if s, ok := f.company(covered, i); ok {
			spans = append(spans, s)
		} else if s, ok := f.national(covered, i); ok {
			spans = append(spans, s)
		}
	}
	if len(spans) > n {
		sort.Slice(spans, func(i, k int) bool { return spans[i].From < spans[k].From })
	}
	return spans
}

// addressed is the person whom the title at token i names: "Ms Armistead".
func (f *finder) addressed(covered []bool, i int) (Span, bool) {
	if n, t := f.text.Title(i); n != 1 || covered[i] || !f.words.cap[i] || t.Sort != "honorific" || t.Gender == 0 {
		return Span{}, false
	}
	s := Span{From: i + 1, To: i + 1, Type: typeOf(graph.Person), Margin: sure}
	for s.To < f.d.Sentences[f.d.SentenceOf(i)].To && s.To < i+4 && !covered[s.To] && f.isProper(s.To) {
		covered[s.To] = true
		s.To++
	}
	return s, s.To > s.From
}

// company is the name that ends with token i and that the legal form of a company follows: "Nordlund, Inc.".
func (f *finder) company(covered []bool, i int) (Span, bool) {
	end, form := f.d.Sentences[f.d.SentenceOf(i)], i+1
	if form < end.To && f.d.Word(form) == "," {
		form++
	}
	if covered[i] || !f.capital(i) || form >= end.To || !f.lex.Form(f.d.Word(form)) {
		return Span{}, false
	}
	s := Span{From: i, To: i + 1, Type: typeOf(graph.Organization), Margin: sure}
	for s.From > end.From && !covered[s.From-1] && f.capital(s.From-1) {
		s.From--
		covered[s.From] = true
	}
	covered[i] = true
	return s, true
}

// national is the body of a country that token i names by its sort, with a capital: "Norwegian Parliament".
func (f *finder) national(covered []bool, i int) (Span, bool) {
	if i == 0 || covered[i] || covered[i-1] || !f.words.cap[i] || !f.words.cap[i-1] || f.words.known[i-1]&knownAdjective == 0 ||
		!f.sameSentence(i-1, i) || f.partOf(i+1, i) {
		return Span{}, false
	}
	if n, ok := f.lex.Noun(lexicon.Fold(f.d.Word(i))); !ok || n.Kind != graph.Organization {
		return Span{}, false
	}
	covered[i-1], covered[i] = true, true
	return Span{From: i - 1, To: i + 1, Type: typeOf(graph.Organization), Margin: fair}, true
}

// stranger is the name whose head is token i, a subject.
func (f *finder) stranger(covered []bool, i int) (Span, bool) {
	if covered[i] || !f.isProper(i) || !strings.HasPrefix(f.d.Tokens[i].Rel, "nsubj") {
		return Span{}, false
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
	for k := s.From; k < s.To && strange; k++ {
		covered[k] = true
	}
	return s, strange
}

// strange tells whether neither the model nor the lexicon knows word i.
func (f *finder) strange(i int) bool {
	return f.words.known[i] == 0 && len(f.d.Word(i)) > 3 && !f.model.Knows(f.words, i)
}

// isProper tells whether word i looks like a proper noun, in a sentence with small letters, and is tagged as one.
func (f *finder) isProper(i int) bool { return f.capital(i) && f.words.style[i] == stylePlain }

// capital tells whether word i is tagged as a proper noun and has a capital.
func (f *finder) capital(i int) bool { return f.words.cap[i] && f.d.Tokens[i].UPOS == "PROPN" }

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
