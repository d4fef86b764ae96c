package names

import (
	"strings"

	"dateline/extract"
	"dateline/extract/lexicon"
	"dateline/graph"
)

// What an article says of a name in so many words decides its sort, here and wherever else it stands: "Orsby is a chain",
// "the band Orsby", "Orsby, a village in Norway", "the town of Orsby".

// saying is the margin, far above a model's, of a name's sort that is said.
const saying = 8 * sure

// told is the index of the type that the words around s give to a name that neither the lexicon nor its own last word, as in
// "Orsby District", tells of; -1 if they are silent.
func (f *finder) told(s Span) int {
	at := extract.Range{From: s.From, To: s.To}
	if len(f.text.Exact(at)) > 0 || at.Len() > 1 && f.lex.SortOf(lexicon.Fold(f.d.Word(s.To-1))) != "" {
		return -1
	}
	h := f.head(at)
	for _, noun := range [...]int{f.labelled(s), f.predicate(h), f.apposed(h, s), f.ofSort(s), f.located(h, s)} {
		if noun < 0 || f.d.Tokens[noun].UPOS != "NOUN" || f.words.cap[noun] {
			continue
		}
		t := f.sortOf(noun)
		if t < 0 || noun == s.From-2 && Types[t] != graph.Place || f.fullName(s) && Types[t] != graph.Organization {
			continue
		}
		return t
	}
	return -1
}

// fullName tells whether s looks like a person's first name and surname: shops and firms are called so, hardly ever works
// or places.
func (f *finder) fullName(s Span) bool {
	return s.To-s.From > 1 && Types[s.Type] == graph.Person && f.text.First(s.From)
}

// sortOf is the type of names that noun i, in the singular, tells of; -1 if it tells nothing.
func (f *finder) sortOf(i int) int {
	t := &f.d.Tokens[i]
	kind := f.lex.SortOf(strings.ToLower(t.Lemma))
	if kind == "" || t.XPOS == "NNS" {
		return -1
	}
	return typeOf(kind)
}

// labelled is the noun right before s that hangs together with it: "band" of "the band Orsby".
func (f *finder) labelled(s Span) int {
	i := s.From - 1
	if i < 0 || !f.sameSentence(i, s.From) {
		return -1
	}
	r := extract.Range{From: s.From, To: s.To}
	if r.Has(f.d.Tokens[i].Head) || f.d.Tokens[f.head(r)].Head == i {
		return i
	}
	return -1
}

// predicate is the noun that subject h is said to be.
func (f *finder) predicate(h int) int {
	t := &f.d.Tokens[h]
	if t.Rel != "nsubj" || f.deps.Kid(f.d, t.Head, "cop") < 0 {
		return -1
	}
	return t.Head
}

// apposed is the noun in apposition to h, the head of s. A person in apposition may belong to another noun further left:
// "the governor of the province, Ann Lee".
func (f *finder) apposed(h int, s Span) int {
	if t := &f.d.Tokens[h]; t.Rel == "appos" && Types[s.Type] != graph.Person {
		return t.Head
	}
	return f.deps.Kid(f.d, h, "appos")
}

// ofSort is the noun before "of" and s: "town" of "the town of Orsby".
func (f *finder) ofSort(s Span) int {
	if s.From < 2 || f.d.Word(s.From-1) != "of" || !f.sameSentence(s.From-2, s.From) {
		return -1
	}
	return s.From - 2
}

// located is the noun for a kind of place that stands right behind s, whose head is h: "district" in "the Orsby district".
func (f *finder) located(h int, s Span) int {
	i := s.To
	if f.d.Tokens[h].Rel != "compound" || f.d.Tokens[h].Head != i || i >= len(f.d.Tokens) {
		return -1
	}
	if t := f.sortOf(i); t < 0 || Types[t] != graph.Place {
		return -1
	}
	return i
}

// withShort adds the short forms that the article defines and the model let pass.
func (f *finder) withShort(spans []Span) []Span {
	out := make([]Span, 0, len(spans)+4)
	for i, s := range spans {
		out = append(out, s)
		if short, ok := f.defined(s); ok && (i+1 == len(spans) || short.To <= spans[i+1].From) {
			out = append(out, short)
		}
	}
	return out
}

// defined is the short form that stands in brackets right behind the name of several words s, and is made of its
// initials: "HANO" of "Housing Authority of New Orleans (HANO)".
func (f *finder) defined(s Span) (Span, bool) {
	i := s.To + 1
	if s.To-s.From < 2 || i+1 >= len(f.d.Tokens) || f.d.Word(s.To) != "(" || f.d.Word(i+1) != ")" {
		return Span{}, false
	}
	word := f.d.Word(i)
	for k := s.From; k < s.To; k++ {
		if c := f.d.Word(k)[0]; word != "" && c == word[0] {
			word = word[1:]
		} else if f.words.cap[k] {
			return Span{}, false
		}
	}
	return Span{From: i, To: i + 1, Type: s.Type, Margin: sure}, word == "" && len(f.d.Word(i)) > 1
}
