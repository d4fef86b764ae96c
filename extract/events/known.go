package events

import (
	"fmt"
	"strings"

	"dateline/extract"
	"dateline/graph"
)

// recognise finds the nouns that name something of which the user has given the date: all words of the name, articles
// and prepositions aside, stand in the phrase of one of them. "Paris attacks" is found in "the Paris attacks", "attacks
// in Paris" and "a terrorist attack on Paris", but not in "the 2010 Paris attacks" where the user's year is another.
func (r *reader) recognise() {
	r.given = map[int]*graph.KnownDate{}
	for k := range r.d.Known {
		known := &r.d.Known[k]
		words := r.content(known.Name)
		for i := range r.d.Tokens {
			t := &r.d.Tokens[i]
			if (t.UPOS == "NOUN" || t.UPOS == "PROPN") && len(words) > 0 && r.holds(i, words) && !r.datedElse(i, known) {
				r.given[i] = known
			}
		}
	}
}

// content are the words of a name that mean something, as lemmas of nouns in small letters.
func (r *reader) content(name string) map[string]bool {
	words := map[string]bool{}
	for _, w := range strings.Fields(strings.ToLower(name)) {
		if w = strings.Trim(w, ".,'’\"“”"); w != "" && !r.rules.In("filler", w) {
			words[singular(w)] = true
		}
	}
	return words
}

// singular is the word without the ending of a plural, alike for lemmas and forms.
func singular(w string) string {
	if len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") {
		return w[:len(w)-1]
	}
	return w
}

// holds tells whether token i heads a phrase that holds all words; the head is one of them.
func (r *reader) holds(i int, words map[string]bool) bool {
	if !words[r.bare(i)] {
		return false
	}
	left := len(words) - 1
	seen := map[string]bool{r.bare(i): true}
	var walk func(i, depth int)
	walk = func(i, depth int) {
		for _, k := range r.deps.Kids(i) {
			rel := r.d.Tokens[k].Rel
			if !(extract.Is(rel, "compound") || extract.Is(rel, "nmod") || extract.Is(rel, "amod") || extract.Is(rel, "flat") || extract.Is(rel, "nummod")) || depth > 3 {
				continue
			}
			if w := r.bare(int(k)); words[w] && !seen[w] {
				seen[w] = true
				left--
			}
			walk(int(k), depth+1)
		}
	}
	walk(i, 0)
	return left == 0
}

// bare is token i as content gives it.
func (r *reader) bare(i int) string { return singular(strings.ToLower(r.d.Word(i))) }

// datedElse tells whether the phrase of token i holds a date that is not the one known.
func (r *reader) datedElse(i int, known *graph.KnownDate) bool {
	for _, k := range r.deps.Kids(i) {
		if t := r.timed[k]; t >= 0 {
			if x := r.d.Times[t].When; x.Known() && !x.Overlaps(known.When) {
				return true
			}
		}
	}
	return false
}

// giveTime is the time that the user gives for what token i names.
func giveTime(k *graph.KnownDate) graph.When {
	return graph.When{Time: k.When, Sure: graph.Given, Reason: fmt.Sprintf("given by the user for “%s” (%s)", k.Name, k.At)}
}

// atKnown is the time of clause c by something of a known date that frames it: "they met at the G20 summit".
func (r *reader) atKnown(c int) graph.When {
	cl := &r.d.Clauses[c]
	if cl.Kind != "verb" || len(r.given) == 0 {
		return graph.When{}
	}
	for _, k := range r.deps.Kids(cl.Head) {
		if known := r.given[int(k)]; known != nil && r.framing(cl, int(k)) && !(cl.Tense == "past" && r.later(known.When)) {
			w := giveTime(known)
			w.Sure = graph.Inferred
			w.Reason += ", in the same phrase"
			return w
		}
	}
	return graph.When{}
}
