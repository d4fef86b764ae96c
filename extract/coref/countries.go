package coref

import (
	"cmp"
	"slices"
	"strings"

	"dateline/extract"
	"dateline/extract/lexicon"
	"dateline/graph"
)

// Names that mean one thing in one country and another in the next: parties, ministries, courts, peoples. Which country is
// meant is read from the words in front of the name, else from what country the article is about.

// findBodies notes the countries and organisations that the article names, a country by its adjective or a city, too, and
// how often it names each country.
func (w *work) findBodies() {
	w.bodies = map[string]bool{}
	times := map[string]int{}
	for i := range w.d.Mentions {
		e := w.lex.Entry(w.d.Mentions[i].Known)
		if e == nil {
			continue
		}
		w.bodies[e.ID] = true
		for _, id := range []string{e.Country, w.lex.Seat(e.ID)} {
			if id != "" {
				w.bodies[id] = true
			}
		}
		for _, o := range e.Offices {
			if o.In(w.month) {
				w.bodies[o.Of] = true
			}
		}
		switch {
		case e.Sort == "country":
			times[e.ID] += 2
		case e.Country != "":
			times[e.Country]++
		}
	}
	w.home = mostNamed(times)
}

// mostNamed is the country that is named at least twice, and oftener than all others together; empty if there is none.
func mostNamed(times map[string]int) string {
	best, all := "", 0
	for id, n := range times {
		all += n
		if best == "" || n > times[best] {
			best = id
		}
	}
	if times[best] < 2 || 2*times[best] <= all {
		return ""
	}
	return best
}

// nationals gives the groups of names that only a country tells apart their entry, or the name with the country in it.
func (w *work) nationals() {
	for g := range w.groups {
		x := &w.groups[g]
		if x.kind == graph.Person || w.party(x) || x.known != "" {
			continue
		}
		if x.kind == graph.Group {
			w.people(x)
		} else if without, ok := w.lex.Institution(strings.Join(x.words, " ")); ok {
			w.institution(x, without)
		}
	}
}

// party finds which of several parties or organisations of one name a group means: the one whose country the article is
// about, or the only one whose country it names. It is false where that is not clear.
func (w *work) party(x *group) bool {
	may := w.lex.Parties(strings.Join(x.words, " "))
	if may == nil && x.known == "" && x.kind == graph.Organization {
		for _, r := range w.text.Exact(w.d.Mentions[x.mentions[0]].At) {
			if r.Kind == graph.Organization && r.Use == lexicon.Full && r.Country != "" {
				may = append(may, r.Entry)
			}
		}
	}
	if len(may) == 0 || x.kind != graph.Organization && x.kind != graph.Group {
		return false
	}
	named := slices.DeleteFunc(slices.Clone(may), func(e *lexicon.Entry) bool { return !w.bodies[e.Country] })
	if k := slices.IndexFunc(named, func(e *lexicon.Entry) bool { return e.Country == w.home }); k >= 0 {
		named = named[k : k+1]
	}
	if len(named) != 1 {
		return false
	}
	x.known, x.kind, x.gender, x.name = named[0].ID, named[0].Kind, 'n', named[0].Name
	return true
}

// people names a group as the people of its country are called: "Brit" and "Briton" are Britons.
func (w *work) people(x *group) {
	for _, r := range w.text.Exact(w.d.Mentions[x.mentions[0]].At) {
		if r.Kind == graph.Place && r.Use != lexicon.Full && r.People != "" {
			x.name = r.People
			return
		}
	}
}

// institution says of what country a supreme court is, none of without. Where that is not clear it counts within its article.
func (w *work) institution(x *group, without []string) {
	country := ""
	for _, i := range x.mentions[:min(len(x.mentions), maxChoices)] {
		if country = w.countryAt(w.d.Mentions[i].At); country != "" {
			break
		}
	}
	e := w.lex.Entry(cmp.Or(country, w.home))
	if e == nil || len(e.Adjectives) == 0 || slices.Contains(without, e.ID) {
		x.local = true
		return
	}
	of, name := w.lex.Of(x.name, e)
	x.name, x.kind, x.gender = name, graph.Organization, 'n'
	if of != nil {
		x.name, x.known = of.Name, of.ID
	}
}

// countryAt is the country whose name or adjective stands right before, or by "of" behind, a name: "India's Supreme
// Court", "the Parliament of Greece".
func (w *work) countryAt(at extract.Range) string {
	for from := max(0, at.From-3); from < at.From; from++ {
		r := extract.Range{From: from, To: at.From}
		if n := w.countryWords(extract.Range{From: from, To: at.To}); n == r.Len() {
			return w.countryOf(from)
		}
	}
	if at.To+1 < len(w.d.Tokens) && w.d.Word(at.To) == "of" {
		return w.countryOf(at.To + 1)
	}
	return ""
}

// countryOf is the country that the words from token i on name.
func (w *work) countryOf(i int) string {
	_, refs := w.text.Longest(i)
	for _, r := range refs {
		if r.Kind == graph.Place && r.Use != lexicon.People && (r.Sort == "country" || len(r.Adjectives) > 0) {
			return r.ID
		}
	}
	return ""
}
