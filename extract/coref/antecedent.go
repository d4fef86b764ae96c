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

// The features: a template, its value below values, and the sort of pronoun make the index of a weight.
const (
	tDistance = iota // sentences back
	tRole            // of the candidate in its clause
	tRoles           // of both
	tForm            // of its latest mention
	tRank            // candidates between it and the pronoun
	tCount           // mentions so far
	tGender          // known or not
	tKind            // of thing
	tFirst           // first candidate of its sentence
	tQuote           // who stands in a quotation
	tNear            // words between, in one sentence
	tCommand         // its verb governs the pronoun's
	tArticle         // the word that its phrase begins with
	tTop             // place by salience
	tOften           // mentioned most so far
	tBack            // distance and subject together
	tFollow          // the pronoun's role with the candidate's distance
	tNone            // for none: bias and role
	tEmpty           // for none: the pattern around it
	tFew             // for none: how many there are
	templates
	values = 12
	sorts  = 3 // he or she, it, they
)

// Weights is the number of weights of the model.
const Weights = templates * values * sorts

func feature(sort, template, value int) uint16 {
	return uint16((sort*templates+template)*values + min(value, values-1))
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
		m := &w.d.Mentions[x.last]
		c := candidate{thing: t, token: w.top[x.last], sent: w.sent[x.last], gender: x.gender, kind: x.kind, count: x.count, weight: w.weight(t, w.sent[i])}
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

// role numbers what a token is in its clause.
func role(rel string) int {
	switch {
	case extract.Is(rel, "nsubj"):
		return 0
	case rel == "obj":
		return 1
	case rel == "iobj" || extract.Is(rel, "obl"):
		return 2
	case rel == "nmod:poss":
		return 3
	case extract.Is(rel, "nmod"):
		return 4
	case rel == "conj":
		return 5
	case rel == "appos":
		return 6
	case rel == "root" || rel == "parataxis":
		return 7
	}
	return 8
}

// options makes the features of each candidate and of "none of them".
func (w *work) options(i int, p lexicon.Pronoun, list []candidate) []Option {
	sort, at := sortOf(p), w.d.Mentions[i].Head
	mine := role(w.d.Tokens[at].Rel)
	top, often := 0, 0
	for _, c := range list {
		top, often = max(top, c.weight), max(often, c.count)
	}
	out := w.choice[:0]
	pool := w.pool[:0]
	for k, c := range list {
		begin := len(pool)
		add := func(template, value int) { pool = append(pool, feature(sort, template, value)) }
		theirs, back := role(w.d.Tokens[c.token].Rel), min(int(w.sent[i]-c.sent), 3)
		add(tDistance, back)
		add(tRole, theirs)
		add(tRoles, pairOf(mine, theirs))
		add(tForm, c.form)
		add(tRank, min(k, 5))
		add(tCount, bucket(c.count, 1, 2, 4, 8))
		add(tGender, known(c.gender))
		add(tKind, kindOf(c))
		add(tFirst, w.firstOf(list, k))
		add(tQuote, w.quoted(at, c.token))
		add(tTop, bucket(top-c.weight, 0, 40, 100))
		add(tOften, bucket(often-c.count, 0, 1, 3))
		add(tBack, back*2+b2i(theirs == 0))
		add(tFollow, min(back, 2)*4+min(mine, 3))
		add(tArticle, w.article(c))
		if back == 0 {
			add(tNear, bucket(at-c.token, 2, 5, 10, 20, 40))
			add(tCommand, w.commands(c.token, at))
		}
		out = append(out, Option{Token: c.token, Features: pool[begin:len(pool):len(pool)], thing: c.thing})
	}
	begin := len(pool)
	pool = append(pool, feature(sort, tNone, 0), feature(sort, tNone, 1+mine), feature(sort, tEmpty, w.pattern(i)), feature(sort, tFew, min(len(list), 6)))
	w.choice, w.pool = append(out, Option{Token: -1, Features: pool[begin:], thing: -1}), pool
	return w.choice
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// bucket is how many of the bounds, in rising order, v is above.
func bucket(v int, bounds ...int) (n int) {
	for _, b := range bounds {
		n += b2i(v > b)
	}
	return n
}

func known(gender byte) int { return b2i(gender == 0) }

// pairOf numbers the roles of pronoun and candidate together.
func pairOf(mine, theirs int) int {
	switch {
	case mine == 3:
		return 6 + min(theirs, 3)
	case mine > 2:
		return 10
	case theirs > 2:
		return 11
	}
	return min(mine, 1)*3 + theirs
}

// kindOf numbers the sorts of things.
func kindOf(c candidate) int {
	switch c.kind {
	case graph.Person:
		return 0
	case graph.Organization:
		return 1
	case graph.Place:
		return 2
	case graph.Group:
		return 3
	case graph.Product, graph.Work:
		return 4
	}
	return 5 + b2i(c.thing < 0)
}

// firstOf is 0 where no candidate of its sentence stands before the k-th.
func (w *work) firstOf(list []candidate, k int) int {
	for j := range list {
		if list[j].sent == list[k].sent && list[j].token < list[k].token {
			return 1
		}
	}
	return 0
}

// quoted numbers how two tokens stand to quotations.
func (w *work) quoted(pronoun, other int) int {
	switch a, b := w.quotes.of[pronoun], w.quotes.of[other]; {
	case a == 0 && b == 0:
		return 0
	case a == b:
		return 1
	case b == 0:
		return 2
	case a == 0:
		return 3
	}
	return 4
}

// article numbers the word that a candidate's phrase begins with.
func (w *work) article(c candidate) int {
	from := c.token
	if c.thing >= 0 {
		from = w.d.Mentions[w.things[c.thing].last].At.From
	} else if k := w.deps.Kid(w.d, c.token, "det"); k >= 0 {
		from = k
	}
	switch strings.ToLower(w.d.Word(from)) {
	case "a", "an":
		return 0
	case "the":
		return 1
	case "this", "that", "these", "those":
		return 2
	case "no", "any", "each", "every", "some":
		return 3
	}
	return 4
}

// commands tells whether a token is the subject of a verb that the other stands under, how far up.
func (w *work) commands(token, under int) int {
	t := &w.d.Tokens[token]
	if !extract.Is(t.Rel, "nsubj") {
		return 0
	}
	for h, n := w.d.Tokens[under].Head, 1; h >= 0 && n < 5; h, n = w.d.Tokens[h].Head, n+1 {
		if h == t.Head {
			return n
		}
	}
	return 5
}

// pattern numbers what speaks for a pronoun that stands for nothing named.
func (w *work) pattern(i int) int {
	at := w.d.Mentions[i].Head
	h := w.d.Tokens[at].Head
	switch {
	case w.empty(i):
		return 1
	case h < 0:
		return 2
	case w.d.Tokens[h].UPOS == "ADJ":
		return 3
	case w.d.Tokens[h].UPOS == "NOUN":
		return 4
	case w.deps.Kid(w.d, h, "ccomp") > at || w.deps.Kid(w.d, h, "xcomp") > at:
		return 5
	}
	return 0
}
