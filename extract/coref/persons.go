package coref

import (
	"slices"

	"dateline/extract"
	"dateline/graph"
)

// maxChoices bounds how many full names a short one is compared with, so that a list of a hundred thousand Smiths costs
// no more than its length.
const maxChoices = 16

// withoutParticles leaves out the small words of names: "bashar al assad" and "bashar assad" are one.
func withoutParticles(words []string) []string {
	out := words[:0:0]
	for i, w := range words {
		switch w {
		case "al", "el", "ul", "ad", "bin", "ibn", "de", "del", "della", "di", "da", "dos", "du", "van", "von", "der", "den", "la", "le", "jr", "sr", "ii", "iii":
			if len(words) > 1 && (i > 0 || len(words) == 2) {
				continue
			}
		}
		out = append(out, w)
	}
	if len(out) == 0 {
		return words
	}
	return out
}

// persons unites full names that are variants, and short names with the full name they are short for.
func (w *work) persons() {
	last, first := map[string][]int{}, map[string][]int{}
	for g := range w.groups {
		x := &w.groups[g]
		if x.kind != graph.Person || len(x.words) < 2 {
			continue
		}
		end := x.words[len(x.words)-1]
		for _, other := range last[end] {
			if variants(x.words, w.groups[other].words) && w.unite(other, g, "variant") {
				break
			}
		}
		last[end] = addChoice(last[end], g)
		first[x.words[0]] = addChoice(first[x.words[0]], g)
	}
	for g := range w.groups {
		if x := &w.groups[g]; x.kind == graph.Person && len(x.words) == 1 {
			w.short(g, last[x.words[0]], first[x.words[0]])
		}
	}
	w.genderless()
}

func addChoice(list []int, g int) []int {
	if len(list) >= maxChoices {
		return list
	}
	return append(list, g)
}

// variants tells whether two full names with the same last word are one person's: the shorter one's words stand in the
// longer in this order, where an initial stands for its word. First names that differ forbid it.
func variants(a, b []string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	at := 0
	for _, word := range a {
		for at < len(b) && !sameWord(word, b[at]) {
			at++
		}
		if at == len(b) {
			return false
		}
		at++
	}
	return sameWord(a[0], b[0]) || len(a[0]) > 2
}

func sameWord(a, b string) bool {
	return a == b || (len(a) == 1 || len(b) == 1) && a[0] == b[0]
}

// short ties a name of one word to the full name that ends with it, or else begins with it. What the lexicon knows by
// this word alone is asked first where the article gives several full names, and where it gives none.
func (w *work) short(g int, last, first []int) {
	x := &w.groups[g]
	choices := w.fitting(g, last)
	rule := "surname"
	if len(choices) == 0 {
		choices, rule = w.fitting(g, first), "first name"
	}
	known := w.shortKnown(g)
	if known != "" {
		for _, c := range choices {
			if w.groups[c].known == known {
				w.unite(c, g, rule)
				return
			}
		}
	}
	switch {
	case len(choices) == 1 && (known == "" || w.groups[choices[0]].known == "" || w.month == 0):
		w.unite(choices[0], g, rule)
	case len(choices) > 1 && known == "":
		x.choices, x.rule = choices, rule
	case known != "" && x.known == "":
		x.known = known
		w.joinKnown(g, known)
	}
}

// joinKnown unites g with another group of the same entry.
func (w *work) joinKnown(g int, known string) {
	if e := w.lex.Entry(known); e != nil && w.groups[g].gender == 0 {
		w.groups[g].gender = e.Gender
	}
	if other, ok := w.byKnown[known]; ok {
		w.unite(other, g, "known")
		return
	}
	w.byKnown[known] = g
}

// fitting are the roots of the choices whose gender does not forbid them.
func (w *work) fitting(g int, choices []int) []int {
	var out []int
	for _, c := range choices {
		c = w.root(c)
		if !genders(w.groups[c].gender, w.groups[g].gender) || slices.Contains(out, c) {
			continue
		}
		out = append(out, c)
	}
	return out
}

// genderless ties a surname without Mr or Mrs to the same surname with it, if there is only one such.
func (w *work) genderless() {
	index := map[string][]int{}
	for g := range w.groups {
		if x := &w.groups[g]; x.kind == graph.Person && len(x.words) == 1 {
			index[x.words[0]] = addChoice(index[x.words[0]], g)
		}
	}
	for g := range w.groups {
		x := &w.groups[g]
		if x.kind != graph.Person || len(x.words) != 1 || x.up != g || len(x.choices) > 0 {
			continue
		}
		var others []int
		for _, o := range index[x.words[0]] {
			if r := w.root(o); r != g && !slices.Contains(others, r) && genders(w.groups[r].gender, x.gender) {
				others = append(others, r)
			}
		}
		if len(others) == 1 {
			w.unite(others[0], g, "surname")
		}
	}
}

// titleRange is the tokens of the title in front of m.
func (w *work) titleRange(m *extract.Mention) extract.Range {
	r := extract.Range{From: m.At.From, To: m.At.From}
	for r.From > 0 && m.At.From-r.From < 12 && w.d.String(r) != m.Title {
		r.From--
	}
	if w.d.String(r) != m.Title {
		return extract.Range{From: m.At.From, To: m.At.From}
	}
	return r
}
