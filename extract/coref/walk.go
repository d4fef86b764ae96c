package coref

import (
	"strings"

	"dateline/extract"
	"dateline/graph"
)

// walk goes through the mentions in the order of the text: names join the thing of their group, nouns and pronouns look
// for what they stand for among the things named so far.
func (w *work) walk() {
	for i := range w.d.Mentions {
		switch m := &w.d.Mentions[i]; {
		case m.By == extract.Adjectival:
			w.adjective(i)
		case m.Form == extract.Name:
			w.named(i)
		case m.Form == extract.Nominal:
			w.nominal(i)
		default:
			if w.of[i] < 0 {
				w.pronoun(i)
			}
		}
	}
}

// named gives mention i, a name, to the thing of its group.
func (w *work) named(i int) {
	g := w.group[i]
	if c := w.choose(i, g); c >= 0 {
		w.tie(i, w.thingOf(c), w.groups[g].rule)
		return
	}
	t := w.thingOf(g)
	rule := w.groups[g].rule
	if w.groups[g].up == g || w.groups[g].mentions[0] != i {
		rule = ""
		if w.groups[g].mentions[0] != i {
			rule = "same name"
		}
	}
	w.tie(i, t, rule)
}

// choose picks the full name that a short one with several choices means here: the one named last.
func (w *work) choose(i, g int) int {
	best, latest := -1, -1
	for _, c := range w.groups[g].choices {
		c = w.root(c)
		if !genders(w.groups[c].gender, w.d.Mentions[i].Gender) {
			continue
		}
		if t := w.groups[c].thing; t >= 0 && w.things[t].last > latest {
			best, latest = c, w.things[t].last
		}
	}
	return best
}

// thingOf is the thing of a group, made when it is first asked for.
func (w *work) thingOf(g int) int {
	g = w.root(g)
	x := &w.groups[g]
	if x.thing >= 0 {
		return x.thing
	}
	if t, ok := w.countries[x.known]; ok && x.known != "" {
		x.thing = t // its adjective came first
		return t
	}
	x.thing = w.newThing(thing{kind: x.kind, gender: x.gender, known: x.known, name: x.name, local: x.local && x.known == ""})
	w.nameBest(x.thing, g)
	if x.known != "" && x.kind == graph.Place {
		w.countries[x.known] = x.thing
	}
	return x.thing
}

// adjective gives mention i, a country's adjective, to the country. It makes the country no more salient: "it" and "the
// country" do not look back to adjectives.
func (w *work) adjective(i int) {
	m := &w.d.Mentions[i]
	t, ok := w.countries[m.Known]
	if !ok {
		t = w.newThing(thing{kind: m.Kind, gender: 'n', known: m.Known, name: m.Name})
		w.countries[m.Known] = t
	}
	w.of[i] = t
}

func (w *work) newThing(t thing) int {
	t.first, t.last, t.shown, t.at = -1, -1, -1, -1
	w.things = append(w.things, t)
	return len(w.things) - 1
}

// nameBest names a thing as the lexicon does, else by its longest name in the article.
func (w *work) nameBest(t, root int) {
	x := &w.things[t]
	if e := w.lex.Entry(x.known); e != nil {
		x.name = e.Name
		x.also = w.groups[root].peer
		if e.Gender != 0 {
			x.gender = e.Gender
		}
		for _, o := range e.Offices {
			if w.month != 0 && o.In(w.month) {
				x.posts = append(x.posts, office{title: o.Title, of: o.Of})
			}
		}
		return
	}
	x.name, x.also = w.best[root], w.groups[root].peer
	if x.kind == graph.Person && x.also != "" && !strings.Contains(x.name, " ") {
		x.name = x.also
	}
}

// tie makes mention i one of thing t.
func (w *work) tie(i, t int, rule string) {
	m := &w.d.Mentions[i]
	x := &w.things[t]
	w.of[i] = t
	if rule == "" && x.first >= 0 {
		rule = "known" // an office or a speaker stood for it before its name came
	}
	if x.first < 0 {
		x.first = i
	}
	if rule != "" {
		w.rule[i] = rule
	}
	x.last = i
	if rule != "relative" && rule != "speaker" || x.shown < 0 {
		x.shown = i
	}
	x.count++
	if m.Form != extract.Pronoun {
		if x.gender == 0 || x.gender != 'p' && x.kind == graph.Person && x.gender == 'n' {
			x.gender = m.Gender
		}
		for _, o := range w.officesOf(m) {
			if !o.past {
				x.addPost(o)
			}
		}
	}
	if m.Form == extract.Nominal && len(x.nouns) < maxNouns {
		x.nouns = append(x.nouns, w.lemma(m.Head))
	}
	w.touch(i, t)
}

// maxNouns is how many nouns of a thing are remembered.
const maxNouns = 6

func (t *thing) addPost(o office) {
	for _, p := range t.posts {
		if p.title == o.title && p.of == o.of {
			return
		}
	}
	if len(t.posts) < 8 {
		t.posts = append(t.posts, o)
	}
}

// Salience after Lappin and Leass, 1994, "An Algorithm for Pronominal Anaphora Resolution": what is mentioned gets
// weight by its place in the sentence, and all weights are halved with each sentence that goes by.
const (
	weightMention  = 100
	weightSubject  = 80
	weightObject   = 50
	weightOblique  = 30
	weightModifier = 10
)

func (w *work) touch(i, t int) {
	x := &w.things[t]
	x.weight = w.weight(t, w.sent[i])
	x.at = w.sent[i]
	add := weightMention
	switch rel := w.d.Tokens[w.top[i]].Rel; {
	case extract.Is(rel, "nsubj"):
		add += weightSubject
	case rel == "obj" || rel == "iobj":
		add += weightObject
	case extract.Is(rel, "obl") || rel == "conj" || rel == "appos" || rel == "root":
		add += weightOblique
	default:
		add += weightModifier - weightMention/2
	}
	x.weight += add
	w.recent.touch(t)
}

// weight is what is left of a thing's salience at a sentence.
func (w *work) weight(t int, sentence int32) int {
	x := &w.things[t]
	if x.at < 0 {
		return 0
	}
	return x.weight >> min(uint(sentence-x.at), 30)
}

// recency is the last things mentioned, the latest last; longer ago than size is forgotten.
type recency struct{ list []int }

const recencySize = 24

func (r *recency) touch(t int) {
	for i := len(r.list) - 1; i >= 0; i-- {
		if r.list[i] == t {
			r.list = append(append(r.list[:i:i], r.list[i+1:]...), t)
			return
		}
	}
	if len(r.list) >= recencySize {
		copy(r.list, r.list[1:])
		r.list[len(r.list)-1] = t
		return
	}
	r.list = append(r.list, t)
}

// near calls do for the things mentioned in the last few sentences before mention i, the latest first, until do says
// stop.
func (w *work) near(i, sentences int, do func(t int) bool) {
	for k := len(w.recent.list) - 1; k >= 0; k-- {
		t := w.recent.list[k]
		if int(w.sent[i]-w.things[t].at) <= sentences && !do(t) {
			return
		}
	}
}

// bestNames finds the longest name of each group of groups: full names before short ones, no acronym where there is a
// full name.
func (w *work) bestNames() {
	w.best = make([]string, len(w.groups))
	for g := range w.groups {
		x := &w.groups[g]
		root := w.root(g)
		if old := w.best[root]; old == "" || len(x.name) > len(old) && (!allCaps(x.name) || allCaps(old)) {
			w.best[root] = x.name
		}
	}
}
