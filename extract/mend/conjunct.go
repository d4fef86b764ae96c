package mend

import (
	"strings"

	"dateline/extract"
)

// conjuncts gives a finite verb without a subject the noun right before it that a conjunction was thought to tie to an
// object of the verb before:
//
//	They called it the Network and members left     "the Network and members … left"
//	It was sold by Rey but the shop has been lent   "by Rey but the shop"
func (t *tree) conjuncts() (changed bool) {
	for v := t.sent.From; v < t.sent.To; v++ {
		if t.subjectless(v) {
			if n := t.conjunctBefore(v); n >= 0 && t.coordinate(n, v) {
				t.deps.Renew(t.d, t.sent)
				changed = true
			}
		}
	}
	return changed
}

// subjectless tells whether token v is a verb in a tense, itself or by its auxiliary, with no subject and nothing that
// ties it to what stands before.
func (t *tree) subjectless(v int) bool {
	x := &t.d.Tokens[v]
	if w := t.d.Word(v); x.UPOS != "VERB" || w != strings.ToLower(w) || !t.tensed(v) && !t.finiteAux(v) || !t.is(v, "acl") && x.Rel != "conj" && x.Rel != "dep" && x.Rel != "parataxis" {
		return false
	}
	for _, k := range t.deps.Kids(v) {
		switch rel := t.d.Tokens[k].Rel; {
		case extract.Is(rel, "nsubj"), extract.Is(rel, "csubj"), rel == "expl", rel == "mark", rel == "cc":
			return false
		}
		switch t.d.Tokens[k].XPOS {
		case "WDT", "WP", "WRB":
			return false
		}
	}
	return true
}

// conjunctBefore is the noun whose phrase ends right before the group of verb v and which hangs as a conjunct, with its
// conjunction, on a noun before it; -1 if there is none.
func (t *tree) conjunctBefore(v int) int {
	i := v - 1
	for i > t.sent.From && (t.d.Tokens[i].UPOS == "AUX" || t.d.Tokens[i].UPOS == "ADV") {
		i--
	}
	for n := 0; n < 6 && i >= t.sent.From; n++ {
		x := &t.d.Tokens[i]
		if x.UPOS == "VERB" || x.UPOS == "PUNCT" || x.Head >= v {
			return -1
		}
		if x.Rel == "conj" && (x.UPOS == "NOUN" || x.UPOS == "PROPN" || x.UPOS == "PRON") {
			if t.pair(i) && t.agrees(i, v) {
				return i
			}
			return -1
		}
		i = x.Head
	}
	return -1
}

// pair tells whether conjunct i is tied to one noun alone, by a conjunction other than "or" and without a preposition of
// its own: in "a, b and c left" and in "to a or b left" it is no subject.
func (t *tree) pair(i int) bool {
	first := t.d.Tokens[i].Head
	cc := t.kid(i, "cc")
	if cc < 0 || cc > i || first > cc || t.d.Tokens[first].UPOS == "VERB" || t.d.Tokens[first].Rel == "conj" || strings.EqualFold(t.d.Word(cc), "or") || t.kid(i, "case") >= 0 {
		return false
	}
	for _, k := range t.deps.Kids(first) {
		if t.d.Tokens[k].Rel == "conj" && int(k) != i {
			return false
		}
	}
	for j := first + 1; j < cc; j++ {
		if t.d.Tokens[j].UPOS == "VERB" {
			return false
		}
	}
	return true
}

// agrees tells whether noun i can be the subject of verb v in number, as far as the form of the verb shows it.
func (t *tree) agrees(i, v int) bool {
	for _, k := range t.deps.Kids(v) {
		if t.is(int(k), "aux") && t.tensed(int(k)) {
			v = int(k)
			break
		}
	}
	noun := t.d.Tokens[i].XPOS
	plural := noun == "NNS" || noun == "NNPS" || t.d.Tokens[i].UPOS == "PRON" || t.in("people", i) || t.in("state", i)
	switch w := strings.ToLower(t.d.Word(v)); {
	case t.d.Tokens[v].XPOS == "VBP" || w == "were":
		return plural
	case t.d.Tokens[v].XPOS == "VBZ" || w == "was":
		return noun != "NNS" && noun != "NNPS"
	}
	return true
}

// coordinate makes noun n the subject of verb v, and v a conjunct of the verb over n.
func (t *tree) coordinate(n, v int) bool {
	top := t.d.Tokens[n].Head
	for steps := 0; steps < 8 && top >= 0 && t.d.Tokens[top].UPOS != "VERB"; steps++ {
		if c := t.kid(top, "case"); t.is(top, "nsubj") || c >= 0 && t.in("conjunction", c) && t.acts(top, v) {
			return false // "Rey and Berg left", "as men from Rome and Turin left"
		}
		top = t.d.Tokens[top].Head
	}
	if top < 0 || top > n || t.above(v, top) {
		return false
	}
	subject := "nsubj"
	if t.deps.Kid(t.d, v, "aux:pass") >= 0 {
		subject = "nsubj:pass"
	}
	t.set(t.kid(n, "cc"), v, "cc")
	t.set(n, v, subject)
	t.set(v, top, "conj")
	return true
}

// acts tells whether noun n may be the subject of verb v: "as a mark of respect for the dead and state media said" is no
// mark that said.
func (t *tree) acts(n, v int) bool {
	x := &t.d.Tokens[n]
	return !t.words.In("say", t.d.Tokens[v].Lemma) || x.UPOS != "NOUN" || t.words.In("people", x.Lemma) || t.words.In("state", x.Lemma)
}
