package mend

import "strings"

// asides lifts a verb of saying or thinking that stands aside between commas from the noun before it:
//
//	Few have got back half their savings, Rey estimated    "savings that Rey estimated"
//
// A relative clause may leave out its pronoun, but not behind a comma (Quirk et al., "A Comprehensive Grammar of the English
// Language", 1985, section 17.22).
func (t *tree) asides() (changed bool) {
	for v := t.sent.From + 2; v < t.sent.To; v++ {
		if t.d.Tokens[v].Rel != "acl:relcl" || !t.utters(v) {
			continue
		}
		from, _ := t.deps.Reach(v)
		noun := t.d.Tokens[v].Head
		if from <= noun || !t.commaAt(from) || t.relative(from, v) {
			continue
		}
		top := noun
		for n := 0; n < 30 && t.d.Tokens[top].Head >= 0 && !t.predicate(top); n++ {
			top = t.d.Tokens[top].Head
		}
		if top < v {
			t.set(v, top, "parataxis")
			changed = true
		}
	}
	return changed
}

// utters tells whether v is a finite verb of saying or thinking with a subject before it.
func (t *tree) utters(v int) bool {
	s := t.kid(v, "nsubj")
	if s < 0 || s > v || t.kid(v, "obj") >= 0 || t.kid(v, "ccomp") >= 0 {
		return false
	}
	lemma := t.d.Tokens[v].Lemma
	return t.words.In("say", lemma) || t.words.In("claim", lemma)
}

// commaAt tells whether a comma stands at token i or right before it.
func (t *tree) commaAt(i int) bool { return t.d.Word(i) == "," || t.d.Word(i-1) == "," }

// relative tells whether a relative word stands in tokens from…to.
func (t *tree) relative(from, to int) bool {
	for i := from; i < to; i++ {
		switch t.d.Tokens[i].XPOS {
		case "WDT", "WP", "WP$", "WRB":
			return true
		}
		if strings.EqualFold(t.d.Word(i), "that") {
			return true
		}
	}
	return false
}

// predicate tells whether token i heads a clause.
func (t *tree) predicate(i int) bool {
	return t.d.Tokens[i].UPOS == "VERB" || t.deps.Kid(t.d, i, "cop") >= 0 || t.deps.Kid(t.d, i, "nsubj") >= 0
}
