package coref

import (
	"slices"
	"strings"
	"unicode/utf8"

	"dateline/extract"
	"dateline/extract/lexicon"
	"dateline/graph"
)

// shortKnown is the entry that a surname alone means, by its titles, the date and what else the article names; empty if
// that is not clear. A name in a list of surnames, as of players, means nobody known.
func (w *work) shortKnown(g int) string {
	if id := w.titled(g); id != "" {
		return id
	}
	m := &w.d.Mentions[w.groups[g].mentions[0]]
	var all, now []*lexicon.Entry
	listed, asked := false, false
	for _, ref := range w.text.Exact(m.At) {
		if ref.Kind != graph.Person || ref.Use != lexicon.Short || !genders(ref.Gender, w.groups[g].gender) || !w.titlesFit(g, ref.Entry) {
			continue
		}
		if !asked {
			listed, asked = w.listed(g), true
		}
		if listed || !w.witnessed(ref.Entry) {
			continue
		}
		all = append(all, ref.Entry)
		if w.month != 0 && w.inOffice(ref.Entry) {
			now = append(now, ref.Entry)
		}
	}
	switch {
	case len(all) == 1:
		return all[0].ID
	case len(now) == 1:
		return now[0].ID
	}
	return ""
}

// titled is the entry whose full name is the name with a title in front of it in the article: "Prince Harry".
func (w *work) titled(g int) string {
	for k, i := range w.groups[g].mentions {
		if k == maxChoices {
			break
		}
		m := &w.d.Mentions[i]
		if m.Title == "" {
			continue
		}
		whole := extract.Range{From: w.titleRange(m).From, To: m.At.To}
		for _, ref := range w.text.Exact(whole) {
			if ref.Kind == graph.Person && ref.Use == lexicon.Full {
				return ref.ID
			}
		}
	}
	return ""
}

func (w *work) inOffice(e *lexicon.Entry) bool {
	for _, o := range e.Offices {
		if o.In(w.month) {
			return true
		}
	}
	return false
}

// witnessed tells whether something speaks for a surname alone meaning the entry: it has no office that could be spoken
// of, it leads a country at the date, or the article names a country or body where it has held an office by then. Without
// a date any office may do.
func (w *work) witnessed(e *lexicon.Entry) bool {
	for _, o := range e.Offices {
		if w.month != 0 && o.From > w.month {
			continue
		}
		if w.bodies[o.Of] || slices.Contains(heads, o.Title) && o.In(w.month) {
			return true
		}
	}
	return len(e.Offices) == 0
}

// listed tells whether a group of one-word names stands nowhere but in lists of names or behind an initial: "Delport;
// Pieters, Lombard", "M Blair (Edinburgh)".
func (w *work) listed(g int) bool {
	for k, i := range w.groups[g].mentions {
		if k == maxChoices {
			break
		}
		at := w.d.Mentions[i].At
		if !w.initialBefore(at.From) && !(w.beside(at.From-1, -1) && w.beside(at.To, 1)) {
			return false
		}
	}
	return true
}

// inList is Mention.By of a place's name that is taken for a person's.
const inList = "coref/list of names"

// players takes a place of one word that stands in a list between persons of one word for one of them: in "Ritchie,
// Archibald, Scotland (Samuel 63), Brebner" Scotland is a man.
func (w *work) players() {
	before, at := -1, -1 // the last two names
	for i := range w.d.Mentions {
		m := &w.d.Mentions[i]
		if m.Form != extract.Name {
			continue
		}
		if at >= 0 && before >= 0 {
			x := &w.d.Mentions[at]
			if x.Kind == graph.Place && x.At.Len() == 1 && w.surnames(before, i, at) && w.beside(x.At.From-1, -1) && w.beside(x.At.To, 1) {
				x.Kind, x.Known, x.Gender, x.By = graph.Person, "", 0, inList
			}
		}
		before, at = at, i
	}
}

// surnames tells whether the names i and k on both sides of mention m are surnames: of one word, unknown, and one of them a
// person's at least.
func (w *work) surnames(i, k, m int) bool {
	return w.surname(i, m) && w.surname(k, m) && (w.d.Mentions[i].Kind == graph.Person || w.d.Mentions[k].Kind == graph.Person)
}

// surname tells whether mention i is an unknown name of one word a few words from mention k, in its sentence.
func (w *work) surname(i, k int) bool {
	a, b := &w.d.Mentions[i], &w.d.Mentions[k]
	return (a.Kind == graph.Person || a.Known == "") && a.At.Len() == 1 && w.sent[i] == w.sent[k] && max(a.At.From-b.At.To, b.At.From-a.At.To) <= 2
}

// initialBefore tells whether the word before token i is a single capital, with or without a point.
func (w *work) initialBefore(i int) bool {
	if i == 0 {
		return false
	}
	word := strings.TrimSuffix(w.d.Word(i-1), ".")
	r, n := utf8.DecodeRuneInString(word)
	return n == len(word) && 'A' <= r && r <= 'Z' && w.d.Tokens[i-1].UPOS == "PROPN" && r != 'I'
}

// beside tells whether token i, before (step -1) or behind a name, is a mark of a list with another capitalised word
// behind it, as far as the sentence goes.
func (w *work) beside(i, step int) bool {
	if i < 0 || i+step < 0 || i >= len(w.d.Tokens) || i+step >= len(w.d.Tokens) {
		return false
	}
	switch w.d.Word(i) {
	case ",", ";", ":", "(", ")":
	default:
		return false
	}
	switch t := &w.d.Tokens[i+step]; t.UPOS {
	case "PROPN", "NUM":
		return true
	default:
		return false
	}
}

// titlesFit tells whether the titles in front of the group's mentions do not speak against the entry: "Syrian President
// Santos" is not the one of Colombia.
func (w *work) titlesFit(g int, e *lexicon.Entry) bool {
	for k, i := range w.groups[g].mentions {
		if k == maxChoices {
			break
		}
		for _, o := range w.officesOf(&w.d.Mentions[i]) {
			if o.of != "" && len(e.Offices) > 0 && !slices.ContainsFunc(e.Offices, func(held lexicon.Office) bool { return held.Of == o.of }) {
				return false
			}
		}
	}
	return true
}

// own tells whether a name that is no person's means its thing within the article only: one word, unknown, which is a
// common noun elsewhere, such as City or Union.
func (w *work) own(m *extract.Mention, known string) bool {
	if known != "" || m.Kind == graph.Person || strings.ContainsAny(m.Name, " -") {
		return false
	}
	return w.generic(lexicon.Fold(m.Name))
}
