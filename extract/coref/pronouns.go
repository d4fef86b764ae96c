package coref

import (
	"slices"
	"sort"
	"strings"

	"dateline/extract"
	"dateline/extract/lexicon"
	"dateline/graph"
)

// pronoun finds what mention i, a pronoun, stands for.
func (w *work) pronoun(i int) {
	m := &w.d.Mentions[i]
	p, ok := w.lex.Pronoun(m.Name)
	if !ok {
		return
	}
	t, rule := -1, ""
	switch {
	case p.Sort == "relative":
		t, rule = w.relative(i), "relative"
	case p.First:
		t, rule = w.first(i, p), "speaker"
	case p.Gender == 'p':
		t, rule = w.they(i, p), "pronoun"
	case p.Gender == 'n':
		t, rule = w.it(i, p), "pronoun"
	default:
		t, rule = w.antecedent(i, p, isPerson), "pronoun"
	}
	if t >= 0 {
		w.tie(i, t, rule)
	}
}

func isPerson(x *thing) bool { return x.kind == graph.Person && len(x.members) == 0 && x.gender != 'p' }

// relative ties who, which and that to the noun whose clause they begin; where the tree does not say, to the mention
// right before.
func (w *work) relative(i int) int {
	for h, n := w.d.Mentions[i].Head, 0; h >= 0 && n < 4; n++ {
		tok := &w.d.Tokens[h]
		if strings.HasSuffix(tok.Rel, ":relcl") {
			if a := w.at(tok.Head); a >= 0 && a < i {
				return w.of[a]
			}
			return -1
		}
		h = tok.Head
	}
	end := w.d.Mentions[i].At.From
	if end > 0 && w.d.Word(end-1) == "," {
		end--
	}
	for k := i - 1; k >= 0 && k > i-4; k-- {
		if w.d.Mentions[k].At.To == end && w.sent[k] == w.sent[i] {
			return w.of[k]
		}
	}
	return -1
}

// first ties I and my inside a quotation to who speaks; where that is not plain, and outside, to the other I of the same
// quotation or paragraph. We is only ever the other we.
func (w *work) first(i int, p lexicon.Pronoun) int {
	quote := w.quotes.of[w.d.Mentions[i].Head]
	if p.Gender != 'p' {
		if t := w.speaking(i, quote); t >= 0 {
			return t
		}
	}
	v := voice{quote, -1, p.Gender == 'p'}
	if quote == 0 {
		at := w.d.Tokens[w.d.Mentions[i].Head].Start
		v.paragraph = sort.Search(len(w.d.Paragraphs), func(k int) bool { return w.d.Paragraphs[k].End > at })
	}
	t, ok := w.voices[v]
	if !ok {
		t = w.newThing(thing{kind: w.d.Mentions[i].Kind, gender: p.Gender, we: v.many})
		w.voices[v] = t
	}
	return t
}

// voice is who says I, or we, in a quotation or else a paragraph.
type voice struct {
	quote     int32
	paragraph int
	many      bool
}

// speaking is the thing of who speaks quotation n, in which pronoun i stands, -1 if that is not plain.
func (w *work) speaking(i int, n int32) int {
	s := w.speaker(n)
	if s < 0 {
		return -1
	}
	switch m := &w.d.Mentions[s]; {
	case m.Kind != graph.Person && m.Form != extract.Pronoun:
		return -1
	case w.of[s] >= 0:
		return w.of[s]
	case m.Form == extract.Name:
		return w.thingOf(w.group[s])
	case s > i && m.Form == extract.Pronoun:
		w.pronoun(s) // "…," he said: he looks back on his own
		return w.of[s]
	}
	return -1
}

// they ties a plural pronoun to the last thing that is several, or to two that are joined by "and" or are the only two
// persons of the sentence so far.
func (w *work) they(i int, p lexicon.Pronoun) int {
	t := w.antecedent(i, p, func(x *thing) bool { return !x.we && (plural(x) || w.collective(x)) })
	if t >= 0 && w.things[t].last < 0 {
		return t // a noun that nothing has stood for yet
	}
	members, at := w.joined(i)
	if members == nil && (t < 0 || w.sent[w.things[t].last] < w.sent[i]) {
		members, at = w.couple(i)
	}
	if members != nil && (t < 0 || w.things[t].last < at) {
		if t := w.together(members); t >= 0 {
			return t
		}
		return w.newThing(thing{kind: w.d.Mentions[members[0]].Kind, gender: 'p', members: members})
	}
	return t
}

// collective tells whether a thing is many though called one, and the subject where it was mentioned last: "the team …
// They …".
func (w *work) collective(x *thing) bool {
	return x.kind == graph.Organization && extract.Is(w.d.Tokens[w.top[x.last]].Rel, "nsubj")
}

func plural(x *thing) bool { return x.gender == 'p' || x.kind == graph.Group }

// joined is the first mentions of the last two names joined by a conjunction before mention i, in its sentence or the
// one before, and the mention where they are.
func (w *work) joined(i int) ([]int, int) {
	for k := i - 1; k >= 0 && w.sent[i]-w.sent[k] <= 1; k-- {
		m := &w.d.Mentions[k]
		tok := &w.d.Tokens[w.top[k]]
		if m.Form != extract.Name || tok.Rel != "conj" || w.inside(k, i) || w.besides(tok.Head, i) {
			continue
		}
		a := w.at(tok.Head)
		if a < 0 || a == k || w.d.Mentions[a].Form != extract.Name || w.d.Mentions[a].Kind != m.Kind || w.of[a] < 0 || w.of[k] < 0 || w.of[a] == w.of[k] {
			continue
		}
		if m.Kind == graph.Person || m.Kind == graph.Place || m.Kind == graph.Organization {
			return []int{w.things[w.of[a]].first, w.things[w.of[k]].first}, k
		}
	}
	return nil, -1
}

// besides tells whether the word at token subject is the subject of the verb that pronoun i is an object of, directly or
// through clauses that have no subject of their own: "Spain and Italy will not allow them to win" does not speak of Spain
// and Italy twice, nor "an officer had a hand in jailing him" of the officer. It is principle B of Chomsky's binding theory
// (1981) as far as a tree shows it.
func (w *work) besides(subject, i int) bool {
	t := &w.d.Tokens[w.d.Mentions[i].Head]
	if t.Rel != "obj" && t.Rel != "iobj" && !extract.Is(t.Rel, "obl") || !extract.Is(w.d.Tokens[subject].Rel, "nsubj") {
		return false
	}
	v := t.Head
	for n := 0; v >= 0 && n < 6; n++ {
		if w.d.Tokens[subject].Head == v {
			return true
		}
		switch w.d.Tokens[v].Rel {
		case "xcomp", "conj":
		case "advcl", "acl":
			if w.d.Tokens[v].XPOS != "VBG" {
				return false
			}
		default:
			return false
		}
		v = w.d.Tokens[v].Head
	}
	return false
}

// couple is the first mentions of the only two persons named in the sentence before mention i.
func (w *work) couple(i int) ([]int, int) {
	var things []int
	at := -1
	for k := i - 1; k >= 0 && w.sent[k] == w.sent[i]; k-- {
		if t := w.of[k]; t >= 0 && isPerson(&w.things[t]) && w.things[t].name != "" && !slices.Contains(things, t) {
			things = append(things, t)
			at = max(at, k)
		}
	}
	if len(things) != 2 {
		return nil, -1
	}
	return []int{w.things[things[1]].first, w.things[things[0]].first}, at
}

// it ties it and its to what is no person and no several.
func (w *work) it(i int, p lexicon.Pronoun) int {
	return w.antecedent(i, p, func(x *thing) bool {
		return x.kind != graph.Person && x.kind != graph.Group && x.gender != 'p' && len(x.members) == 0
	})
}

// empty tells whether it stands for nothing that could be named: "it is clear that", "it seems", "it was a success".
func (w *work) empty(i int) bool {
	head := w.d.Tokens[w.d.Mentions[i].Head].Head
	if head < 0 || !extract.Is(w.d.Tokens[w.d.Mentions[i].Head].Rel, "nsubj") {
		return false
	}
	for _, k := range w.deps.Kids(head) {
		switch rel := w.d.Tokens[k].Rel; {
		case rel == "cop" && w.d.Tokens[head].UPOS == "NOUN":
			return true // "it was their first meeting"
		case extract.Is(rel, "csubj"), extract.Is(rel, "expl"):
			return true
		case (rel == "ccomp" || rel == "advcl" || rel == "xcomp") && w.d.Tokens[head].UPOS != "VERB" && int(k) > head:
			return true
		}
	}
	return false
}

// barred tells whether the grammar forbids that pronoun i is thing t: its latest mention is an argument of the same verb
// (principle B of binding theory; Chomsky, 1981), or the pronoun stands inside it.
func (w *work) barred(i, t int, p lexicon.Pronoun) bool {
	last := w.things[t].last
	if last < 0 || last >= i || w.sent[last] != w.sent[i] {
		return false
	}
	if w.inside(last, i) {
		return true
	}
	a, b := w.d.Tokens[w.top[last]], w.d.Tokens[w.d.Mentions[i].Head]
	return p.Sort == "personal" && (a.Head == b.Head && a.Head >= 0 || w.besides(w.top[last], i))
}

// inside tells whether pronoun i stands inside the phrase of mention k: "his brother" is not he.
func (w *work) inside(k, i int) bool {
	head := w.top[k]
	for h, n := w.d.Tokens[w.d.Mentions[i].Head].Head, 0; h >= 0 && n < 16; h, n = w.d.Tokens[h].Head, n+1 {
		if h == head {
			return w.d.Tokens[w.d.Mentions[i].Head].Rel == "nmod:poss" && n == 0 || w.d.Mentions[k].At.Has(w.d.Mentions[i].Head)
		}
	}
	return false
}
