package coref

import (
	"slices"
	"strings"

	"dateline/extract"
	"dateline/extract/lexicon"
	"dateline/graph"
)

// others unites the names of organisations, places and the rest: acronyms with what they stand for, names with their
// shorter forms.
func (w *work) others() {
	w.brackets()
	w.acronyms()
	w.shortened()
}

// brackets ties a name to the one in brackets behind it: "Korean Central News Agency (KCNA)".
func (w *work) brackets() {
	before := -1
	for i := range w.d.Mentions {
		m := &w.d.Mentions[i]
		if m.Form != extract.Name {
			continue
		}
		if before >= 0 {
			p := &w.d.Mentions[before]
			if p.At.To+1 == m.At.From && m.At.To < len(w.d.Tokens) && opening(w.d.Word(p.At.To)) && closing(w.d.Word(m.At.To)) &&
				(stands(p.Name, m.Name) || stands(m.Name, p.Name)) {
				w.define(w.group[before], w.group[i])
			}
		}
		before = i
	}
}

func opening(s string) bool { return s == "(" || s == "[" || s == "-LRB-" }
func closing(s string) bool { return s == ")" || s == "]" || s == "-RRB-" }

// define ties two names that the text itself says are one; the longer one's kind and entry win.
func (w *work) define(a, b int) {
	a, b = w.root(a), w.root(b)
	if len(w.groups[a].name) < len(w.groups[b].name) {
		a, b = b, a
	}
	long, short := &w.groups[a], &w.groups[b]
	if long.known != short.known && short.known != "" {
		short.known = "" // what the article says goes before what the lexicon has
	}
	short.kind, short.gender = long.kind, long.gender
	w.unite(a, b, "brackets")
}

// stands tells whether acronym can stand for name: it begins with the same letter and its letters come in the name's
// words in order, all but one of them as first letters.
func stands(name, acronym string) bool {
	if !allCaps(acronym) {
		return false
	}
	letters := strings.Fields(lexicon.Fold(acronym))
	short := strings.Join(letters, "")
	words := strings.Fields(lexicon.Fold(name))
	if len(words) == 0 || short == "" || words[0][0] != short[0] {
		return false
	}
	at := 0
	for _, word := range words {
		if at < len(short) && word[0] == short[at] {
			at++
			for k := 1; k < len(word) && at < len(short) && len(words) < len(short); k++ {
				if word[k] == short[at] {
					at++
				}
			}
		}
	}
	return at >= len(short)-1 && len(short) > 1
}

// acronyms ties an acronym to the one name in the article whose words begin with its letters. What the article spells out
// goes before what the lexicon has: BNP is the British National Party where that is named, and no other BNP is.
func (w *work) acronyms() {
	full := map[string][]int{}
	for g := range w.groups {
		x := &w.groups[g]
		if x.kind == graph.Person || len(x.words) < 2 || x.caps {
			continue
		}
		for _, in := range initials(x.words) {
			full[in] = addChoice(full[in], g)
		}
		if formal := strings.Fields(lexicon.Fold(w.d.Mentions[x.mentions[0]].Name)); len(formal) > len(x.words) { // with Corp behind
			for _, in := range initials(formal) {
				full[in] = addChoice(full[in], g)
			}
		}
	}
	joined := map[int]bool{} // roots of more than one group
	for g := range w.groups {
		if r := w.root(g); r != g {
			joined[r] = true
		}
	}
	for g := range w.groups {
		x := &w.groups[g]
		if !x.caps || x.kind == graph.Person || w.root(g) != g || x.known != "" && joined[g] {
			continue
		}
		short := strings.Join(x.words, "")
		var fits []int
		for _, c := range full[short] {
			if r := w.root(c); r != g && !slices.Contains(fits, r) {
				fits = append(fits, r)
			}
		}
		if len(fits) == 1 && (x.known == "" || w.groups[fits[0]].kind == x.kind) {
			x.known = ""
			w.unite(fits[0], g, "acronym")
		}
	}
}

// initials are the first letters of a name's words, with and without the small ones.
func initials(words []string) []string {
	var all, large []byte
	for _, word := range words {
		all = append(all, word[0])
		switch word {
		case "of", "the", "and", "for", "in", "on", "s", "to", "&":
		default:
			large = append(large, word[0])
		}
	}
	if len(all) == len(large) {
		return []string{string(all)}
	}
	return []string{string(all), string(large)}
}

// shortened ties a name to the one longer name that it is the beginning or the end of: "Civil Defense Authority" and
// "Saudi Arabia's Civil Defense Authority", "Yonhap" and "Yonhap news agency".
func (w *work) shortened() {
	long := map[string][]int{}
	for g := range w.groups {
		x := &w.groups[g]
		if x.kind == graph.Person || x.kind == graph.Group || len(x.words) < 2 {
			continue
		}
		for _, s := range w.shorter(x) {
			long[s] = addChoice(long[s], g)
		}
	}
	for g := range w.groups {
		x := &w.groups[g]
		if x.kind == graph.Person || x.up != g || w.cut(x) {
			continue
		}
		var fits []int
		for _, c := range long[strings.Join(x.words, " ")] {
			if r := w.root(c); r != g && !slices.Contains(fits, r) && w.shortens(x, &w.groups[c], &w.groups[r]) {
				fits = append(fits, r)
			}
		}
		if len(fits) == 1 {
			w.unite(fits[0], g, "short form")
		}
	}
}

// shortens tells whether x may be short for the name of long, which is one with root: things of one kind, while what is left
// out does not say that long is of another, as in "Athens Olympics" and "Leicester City".
func (w *work) shortens(x, long, root *group) bool {
	if root.kind != x.kind {
		return x.known == "" && root.known != ""
	}
	if x.known == "" || len(long.words) <= len(x.words) || long.words[len(long.words)-1] == x.words[len(x.words)-1] {
		return true
	}
	n, ok := w.lex.Noun(long.words[len(long.words)-1])
	return !ok || n.Kind == x.kind && !slices.Contains(n.Sorts, "city")
}

// cut tells whether a group's first name is only the end of a longer one, as the tree has it: of "Hong Kong Rugby
// Football Union" the tagger may leave the last three words.
func (w *work) cut(x *group) bool {
	m := &w.d.Mentions[x.mentions[0]]
	i := m.At.From - 1
	return i >= 0 && w.d.Tokens[i].UPOS == "PROPN" && w.d.Tokens[i].Rel == "compound" && m.At.Has(w.d.Tokens[i].Head)
}

// shorter are the forms that a name is cut down to: without the country in front, without the sort of thing behind.
func (w *work) shorter(x *group) (out []string) {
	m := &w.d.Mentions[x.mentions[0]]
	if n := w.countryWords(m.At); n > 0 && n < m.At.Len() && (x.kind != graph.Occasion || w.countryOf(m.At.From) != "") {
		out = append(out, lexicon.Fold(w.d.String(extract.Range{From: m.At.From + n, To: m.At.To})))
	}
	words := x.words
	for len(words) > 1 && w.generic(words[len(words)-1]) {
		words = words[:len(words)-1]
		if len(words) > 1 || !w.generic(words[0]) { // "Army Board" is not the Army
			out = append(out, strings.Join(words, " "))
		}
	}
	if x.kind == graph.Place && len(x.words) == 2 && direction(x.words[0]) {
		out = append(out, x.words[0]) // "the North"
	}
	return out
}

func direction(s string) bool { return s == "north" || s == "south" || s == "east" || s == "west" }

// countryWords is how many tokens at the beginning of r are a country's name or adjective, with a possessive behind it.
func (w *work) countryWords(r extract.Range) int {
	n, refs := w.text.Longest(r.From)
	if n == 0 || n >= r.Len() {
		return 0
	}
	place := false
	for _, ref := range refs {
		place = place || ref.Kind == graph.Place && ref.Use != lexicon.People
	}
	if !place {
		return 0
	}
	if s := w.d.Word(r.From + n); s == "'s" || s == "’s" || s == "'" || s == "’" {
		n++
	}
	return n
}

// generic tells whether a word at a name's end only says what sort of thing it is.
func (w *work) generic(word string) bool {
	switch word {
	case "inc", "corp", "co", "ltd", "plc", "llc", "ag", "sa", "nv", "news", "television", "tv", "channel", "province", "island", "river":
		return true
	}
	n, ok := w.lex.Noun(word)
	return ok && (n.Kind == graph.Organization || n.Kind == graph.Place || n.Kind == graph.Occasion)
}
