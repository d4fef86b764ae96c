package coref

import (
	"strings"

	"dateline/extract"
	"dateline/extract/lexicon"
	"dateline/graph"
)

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
	tClause          // subject of a main clause or of another, with distance
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
		add(tClause, w.clause(c.token)*3+min(back, 2))
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
		from = w.d.Mentions[w.things[c.thing].shown].At.From
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

// clause numbers what a token is: 0 the subject of a main clause, 1 of another, 2 no subject. Who a sentence is about is
// the subject of its main clause, whatever name comes after.
func (w *work) clause(token int) int {
	t := &w.d.Tokens[token]
	if !extract.Is(t.Rel, "nsubj") || t.Head < 0 {
		return 2
	}
	for h, n := t.Head, 0; n < 4; n++ {
		switch v := &w.d.Tokens[h]; {
		case v.Head < 0:
			return 0
		case v.Rel == "conj" || v.Rel == "parataxis":
			h = v.Head
		default:
			return 1
		}
	}
	return 1
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
	case w.d.Tokens[h].UPOS == "ADJ", w.becomes(h):
		return 3
	case w.d.Tokens[h].UPOS == "NOUN":
		return 4
	case w.deps.Kid(w.d, h, "ccomp") > at || w.deps.Kid(w.d, h, "xcomp") > at:
		return 5
	}
	return 0
}

// becomes tells whether the predicate of a verb is an adjective: "proves easy".
func (w *work) becomes(verb int) bool {
	k := w.deps.Kid(w.d, verb, "xcomp")
	return k > verb && w.d.Tokens[k].UPOS == "ADJ"
}
