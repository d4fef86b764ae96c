package mend

import (
	"strings"

	"dateline/extract"
)

// verbless finds the verb of a sentence that the parser has left without one, having taken a past tense for a participle:
//
//	Rey, 26, married Ada Berg in Turin.        Rey: the root, "married" an attribute of 26
//	Profits at the bank fell as costs rose.    Profits: the root, "fell" an attribute of the bank
//	Editor Ada Berg resigned on Monday.        Editor: the root, "Ada Berg resigned" a relative clause
//
// The root must be a noun with nothing said of it in a sentence that ends in a full stop; the verb, in a form that can be
// the past tense, has no subject of its own, and stands outside the commas of what describes the noun.
func (t *tree) verbless() bool {
	root := t.bareRoot()
	if root < 0 {
		return false
	}
	if t.titled(root) {
		return true
	}
	commas := 0
	for v := root + 1; v < t.sent.To; v++ {
		switch w := t.d.Word(v); {
		case w == "," || w == "–" || w == "-" && t.d.Tokens[v-1].End < t.d.Tokens[v].Start:
			commas++
		case w == ";" || w == ":" || w == "(":
			return false
		case commas%2 == 0 && t.past(v):
			t.crown(v, root)
			return true
		case t.tensed(v) && !t.attribute(v, root):
			return false // there is a verb, whatever it hangs on
		}
	}
	return false
}

// titled finds the verb of "Editor Ada Berg resigned on Monday", where the name was read as the subject of a relative clause.
func (t *tree) titled(root int) bool {
	name := root + 1
	if name >= t.sent.To || t.d.Tokens[name].UPOS != "PROPN" || t.d.Tokens[root].UPOS != "NOUN" || !t.is(name, "nsubj") {
		return false
	}
	v := t.d.Tokens[name].Head
	if v < name || t.d.Tokens[v].Head != root || t.d.Tokens[v].Rel != "acl:relcl" || !t.tensed(v) && !t.finiteAux(v) {
		return false
	}
	t.crown(v, root)
	t.set(root, name, "nmod:desc")
	return true
}

// tensed tells whether token v is a verb or an auxiliary in a tense.
func (t *tree) tensed(v int) bool {
	switch t.d.Tokens[v].XPOS {
	case "VBD", "VBZ", "VBP", "MD":
		return true
	}
	return false
}

// attribute tells whether token v lies in a relative clause, or in one that a conjunction opens, below root; or is an
// auxiliary of what may be the verb.
func (t *tree) attribute(v, root int) bool {
	if extract.Is(t.d.Tokens[v].Rel, "aux") && t.past(t.d.Tokens[v].Head) {
		return true
	}
	for i := v; i != root && i >= 0; i = t.d.Tokens[i].Head {
		if t.d.Tokens[i].Rel == "acl:relcl" || t.kid(i, "mark") >= 0 {
			return true
		}
	}
	return false
}

// bareRoot is the noun that is the root of a sentence with a full stop and of which nothing is said, -1 if there is none.
func (t *tree) bareRoot() int {
	end := t.sent.To - 1
	for end > t.sent.From && t.d.Tokens[end].UPOS == "PUNCT" && t.d.Word(end) != "." {
		end--
	}
	if t.d.Word(end) != "." {
		return -1
	}
	root := t.sent.From
	for root < t.sent.To && t.d.Tokens[root].Head >= 0 {
		root++
	}
	if root == t.sent.To || t.d.Tokens[root].UPOS != "NOUN" && t.d.Tokens[root].UPOS != "PROPN" {
		return -1
	}
	for _, k := range t.deps.Kids(root) {
		switch {
		case t.is(int(k), "cop"), t.is(int(k), "nsubj"), t.is(int(k), "csubj"), t.is(int(k), "aux"), t.is(int(k), "parataxis"), int(k) < root && t.is(int(k), "case"):
			return -1
		}
	}
	return root
}

// past tells whether token v can be a verb in the past tense that lacks a subject.
func (t *tree) past(v int) bool {
	x := &t.d.Tokens[v]
	finite := x.XPOS == "VBD" || x.XPOS == "VBN" && preterite(strings.ToLower(t.d.Word(v)))
	aux := t.finiteAux(v)
	if x.UPOS != "VERB" || !finite && !aux {
		return false
	}
	switch {
	case extract.Is(x.Rel, "acl") && x.Rel != "acl:relcl", x.Rel == "appos", x.Rel == "amod", x.Rel == "conj", x.Rel == "advcl", x.Rel == "xcomp", x.Rel == "dep":
	default:
		return false
	}
	if x.Rel == "amod" && t.kid(v, "obj") < 0 && t.d.Tokens[v].Head == v+1 && x.XPOS == "VBN" && t.d.Word(v-1) != "," {
		return false // "increased profits"
	}
	if x.Rel == "conj" && x.XPOS == "VBN" && !aux {
		return false // "wanted and feared"
	}
	for _, k := range t.deps.Kids(v) {
		switch rel := t.d.Tokens[k].Rel; {
		case extract.Is(rel, "nsubj"), extract.Is(rel, "csubj"), rel == "mark", rel == "obl:agent" && !aux:
			return false
		}
		if w := t.d.Tokens[k].XPOS; w == "WDT" || w == "WP" || w == "WRB" {
			return false
		}
	}
	return true
}

// preterite tells whether participle w has the form of a past tense, too: "paid" and "married", not "given" and "sung".
func preterite(w string) bool {
	if w == "won" {
		return true
	}
	for _, end := range [...]string{"n", "ne", "ung", "unk", "ome"} {
		if strings.HasSuffix(w, end) {
			return false
		}
	}
	return true
}

// finiteAux tells whether verb v has an auxiliary in a tense: "have left", "was sold".
func (t *tree) finiteAux(v int) bool {
	for _, k := range t.deps.Kids(v) {
		if extract.Is(t.d.Tokens[k].Rel, "aux") && t.tensed(int(k)) {
			return true
		}
	}
	return false
}

// crown makes verb v the root, its subject the noun that was, and hangs on it what stands behind and hung before it.
func (t *tree) crown(v, root int) {
	x := &t.d.Tokens[v]
	t.set(v, -1, "root")
	if x.XPOS == "VBN" && !t.finiteAux(v) {
		x.XPOS = "VBD"
	}
	subject := "nsubj"
	if t.deps.Kid(t.d, v, "aux:pass") >= 0 {
		subject = "nsubj:pass"
	}
	t.set(root, v, subject)
	for i := v + 1; i < t.sent.To; i++ {
		h := t.d.Tokens[i].Head
		if h >= v || h < t.sent.From {
			continue
		}
		rel := t.d.Tokens[i].Rel
		switch {
		case extract.Is(rel, "nmod"), rel == "appos":
			rel = "obl"
		case rel == "acl":
			rel = "advcl"
		}
		t.set(i, v, rel)
	}
}
