package coref

import (
	"strings"

	"dateline/extract"
	"dateline/extract/lexicon"
	"dateline/graph"
)

// An antecedent is chosen by ranking: a log-linear model gives each thing that the pronoun may stand for, and "none of
// them", a probability (Denis and Baldridge, 2008, "Specialized Models and Ranking for Coreference Resolution"). The
// features are those of the classic work on salience, parallelism and recency; what grammar forbids (number, gender,
// binding) is no candidate at all.

// Option is one thing that a pronoun may stand for.
type Option struct {
	// Token is the head of its latest mention; -1 for "none of them".
	Token    int
	Features []uint16 // indices of weights
	thing    int      // -1 for a noun that is no mention, and for none
}

// Choice is a pronoun and its options; the last one is "none of them".
type Choice struct {
	Mention int // the pronoun
	Options []Option
}

// sortOf numbers the sorts of pronouns.
func sortOf(p lexicon.Pronoun) int {
	switch p.Gender {
	case 'n':
		return 1
	case 'p':
		return 2
	}
	return 0
}

// candidate is an option before its features are made.
type candidate struct {
	thing, token int
	sent         int32
	form         int // 0 the same pronoun, 1 another, 2 a name, 3 a noun that is a mention, 4 another noun
	gender       byte
	kind         graph.Kind
	count        int
	weight       int
}

// reach is how many sentences back things are candidates; nouns that are no mentions only one, and wordsBack
// words.
const reach, wordsBack = 3, 100

// antecedent is the thing that pronoun i most probably stands for, -1 if that is none that ok allows or not sure enough.
func (w *work) antecedent(i int, p lexicon.Pronoun, ok func(*thing) bool) int {
	list := w.candidates(i, p, ok)
	if len(list) == 0 {
		return -1
	}
	c := Choice{Mention: i, Options: w.options(i, p, list)}
	best := w.pick(&c, sortOf(p))
	if best < 0 || best >= len(list) {
		return -1
	}
	if t := list[best].thing; t >= 0 {
		return t
	}
	at := list[best].token
	t, known := w.nouns[at]
	if !known {
		t = w.newThing(thing{kind: graph.Other, gender: list[best].gender, head: w.lemma(at)})
		w.nouns[at] = t
	}
	return t
}

// pick is the number of the option to take, -1 if none is sure enough.
func (w *work) pick(c *Choice, sort int) int {
	if w.oracle != nil {
		return w.oracle(*c)
	}
	return w.model.best(c, sort)
}

// candidates are the things mentioned before pronoun i that it may stand for, the latest first, and for it and they the
// nouns that are no mentions.
func (w *work) candidates(i int, p lexicon.Pronoun, ok func(*thing) bool) []candidate {
	list := w.buffer[:0]
	speaker := -1
	if q := w.quotes.of[w.d.Mentions[i].Head]; q != 0 {
		if s := w.speaker(q); s >= 0 {
			speaker = w.of[s]
		}
	}
	w.near(i, reach, func(t int) bool {
		x := &w.things[t]
		if x.last < 0 || !ok(x) || !genders(x.gender, p.Gender) || t == speaker && speaker >= 0 || w.barred(i, t, p) {
			return true
		}
		m := &w.d.Mentions[x.shown]
		c := candidate{thing: t, token: w.top[x.shown], sent: w.sent[x.shown], gender: x.gender, kind: x.kind, count: x.count, weight: w.weight(t, w.sent[i])}
		switch {
		case m.Form == extract.Name:
			c.form = 2
		case m.Form == extract.Nominal:
			c.form = 3
		case m.Gender != p.Gender || m.Name == "who":
			c.form = 1
		}
		list = append(list, c)
		return true
	})
	if p.Gender == 'n' || p.Gender == 'p' {
		list = w.nounCandidates(i, p, list)
	}
	w.buffer = list
	return list
}

// nounCandidates adds the nouns of the sentence before and of the part of this one before the pronoun that head phrases
// and are no mentions, the latest first.
func (w *work) nounCandidates(i int, p lexicon.Pronoun, list []candidate) []candidate {
	at := w.d.Mentions[i].Head
	from := max(w.d.Sentences[max(0, w.sent[i]-1)].From, at-wordsBack)
	for k := at - 1; k >= from; k-- {
		t := &w.d.Tokens[k]
		if t.UPOS != "NOUN" && t.UPOS != "PROPN" || t.Rel == "compound" || extract.Is(t.Rel, "flat") || t.Rel == "fixed" || w.covered[k] {
			continue
		}
		many := t.XPOS == "NNS" || t.XPOS == "NNPS"
		if many != (p.Gender == 'p') || extract.Is(t.Rel, "obl") && strings.HasSuffix(t.Rel, "unmarked") {
			continue
		}
		if a := w.d.Tokens[at]; p.Sort == "personal" && a.Head == t.Head || a.Head == k {
			continue
		}
		sent := w.sent[i]
		if k < w.d.Sentences[sent].From {
			sent--
		}
		list = append(list, candidate{thing: -1, token: k, sent: sent, form: 4, gender: p.Gender, kind: graph.Other, count: 1})
	}
	return list
}
