package coref

import (
	"strings"

	"dateline/extract"
	"dateline/extract/lexicon"
	"dateline/graph"
)

// office is a post as the text names it.
type office struct {
	title string // plain form: "foreign minister"
	of    string // ID of country or organisation, empty if not said
	past  bool   // "former"
}

// officesOf reads the offices in the title of a name, or in the words of a noun phrase: "the Russian president" is
// president of place/russia.
func (w *work) officesOf(m *extract.Mention) []office {
	r := m.At
	switch {
	case m.Form == extract.Name && m.Title != "":
		r = w.titleRange(m)
	case m.Form != extract.Nominal || m.Kind != graph.Person:
		return nil
	}
	var out []office
	of, deputy, past := "", "", false
	for i := r.From; i < r.To; {
		if i > 0 && strings.EqualFold(w.d.Word(i-1), "shadow") {
			deputy = "shadow "
		}
		if n, t := w.text.Title(i); n > 0 && (i+n <= r.To || m.Form == extract.Nominal && i <= m.Head) {
			past = past || t.Sort == "past"
			switch next, _ := w.text.Title(min(i+n, len(w.d.Tokens)-1)); {
			case next > 0 && (t.Words == "deputy" || t.Words == "incoming"):
				deputy = t.Words + " " // who deputises for the minister is not the minister
			case m.Form == extract.Nominal && (m.Head < i || i+n <= m.Head):
				// "the prime minister's spokesman" is not the prime minister
			case t.Sort == "office" || t.Sort == "royal":
				out = append(out, office{title: deputy + t.Office})
			}
			i += n
			continue
		}
		n, refs := w.text.Longest(i)
		for _, ref := range refs {
			if of == "" && i+n <= r.To && (ref.Sort == "country" || ref.Kind == graph.Organization || ref.Sort == "region") {
				of = ref.ID
			}
		}
		i += max(n, 1)
	}
	for k := range out {
		out[k].of, out[k].past = of, past
	}
	return out
}

// heads are the offices that "leader" may mean.
var heads = []string{"leader", "president", "prime minister", "chancellor", "supreme leader", "king", "queen", "emperor", "emir", "sultan"}

// sameTitle tells whether a person with title held may be called by title said.
func sameTitle(said, held string) bool {
	if said == held {
		return true
	}
	if said == "leader" || said == "head" {
		for _, h := range heads {
			if h == held {
				return true
			}
		}
	}
	return strings.HasSuffix(held, " "+said) && (said == "minister" || said == "secretary")
}

// byOffice resolves "the Russian president": somebody of that office in the article, else who held it at the date.
func (w *work) byOffice(i int) (t int, rule string) {
	m := &w.d.Mentions[i]
	if m.Gender == 'p' || !w.definite(m) {
		return -1, ""
	}
	for _, o := range w.officesOf(m) {
		if o.past {
			continue
		}
		if o.of == "" {
			o.of = w.possessor(i)
		}
		if t := w.holderHere(i, o); t >= 0 {
			return t, "office"
		}
		if o.of == "" || w.month == 0 {
			continue
		}
		if e := w.holderThen(o); e != nil {
			if g, ok := w.byKnown[e.ID]; ok {
				return w.thingOf(g), "office"
			}
			return w.newOfficial(e), "office"
		}
	}
	return -1, ""
}

// possessor is the country or organisation that mention i belongs to by a possessive: "his foreign minister" is that of
// the country he leads.
func (w *work) possessor(i int) string {
	k := w.deps.Kid(w.d, w.d.Mentions[i].Head, "nmod:poss")
	if k < 0 {
		return ""
	}
	p := w.at(k)
	if p < 0 {
		return ""
	}
	if w.of[p] < 0 && w.d.Mentions[p].Form == extract.Pronoun {
		w.pronoun(p)
	}
	if w.of[p] < 0 {
		return ""
	}
	x := &w.things[w.of[p]]
	if x.kind == graph.Person && len(x.members) == 0 && len(x.posts) > 0 {
		return x.posts[0].of
	}
	return ""
}

// newOfficial makes a thing of an entry that the article does not name.
func (w *work) newOfficial(e *lexicon.Entry) int {
	if t, ok := w.officials[e.ID]; ok {
		return t
	}
	t := w.newThing(thing{kind: graph.Person, gender: e.Gender, known: e.ID, name: e.Name})
	w.officials[e.ID] = t
	return t
}

// holderHere is the one person mentioned shortly before who holds the office; without a country, who does so in the
// last sentences.
func (w *work) holderHere(i int, o office) int {
	found, sentences := -1, 3
	if o.of != "" {
		sentences = 1 << 20
	}
	many := false
	w.near(i, sentences, func(t int) bool {
		x := &w.things[t]
		if x.kind != graph.Person || x.name == "" || !genders(x.gender, w.d.Mentions[i].Gender) {
			return true
		}
		for _, p := range x.posts {
			if sameTitle(o.title, p.title) && (o.of == "" || p.of == o.of) {
				many = many || found >= 0 && found != t
				found = t
			}
		}
		return true
	})
	if many {
		return -1
	}
	return found
}

// holderThen is who held the office when the article came out, if that was one person.
func (w *work) holderThen(o office) *lexicon.Entry {
	titles := []string{o.title}
	if o.title == "leader" {
		titles = heads
	}
	var found *lexicon.Entry
	for _, title := range titles {
		for _, e := range w.lex.Holders(title, o.of, w.month) {
			if found != nil && found != e {
				return nil
			}
			found = e
		}
	}
	return found
}

// definite tells whether a noun phrase points at something known: the, this, its, or a country's possessive or adjective
// without "a".
func (w *work) definite(m *extract.Mention) bool {
	switch strings.ToLower(w.d.Word(m.At.From)) {
	case "the", "this", "that", "these", "those", "both", "its", "their", "his", "her":
		return true
	case "a", "an", "some", "another", "every", "each", "any", "no", "one", "many", "several", "few", "other", "more", "most", "all":
		return false
	}
	n, _ := w.text.Longest(m.At.From)
	return n > 0 && n < m.At.Len()
}
