package mend

import "strings"

// antecedents hangs a clause with "who" on the somebody before it, and makes a noun phrase that was torn in two whole:
//
//	a gift from his aunt Ada, who died     no gift died: "who" takes somebody (Quirk et al., section 17.13)
//	Ana said the Savings Bill would pass   nobody said the savings
//	claims that Ana worked in Rome         Ana worked, and did not work claims
func (t *tree) antecedents() (changed bool) {
	for v := t.sent.From + 2; v < t.sent.To; v++ {
		if t.d.Tokens[v].Rel == "acl:relcl" && (t.who(v) || t.torn(v) || t.claimed(v)) {
			changed = true
		}
	}
	return changed
}

// who hangs the clause of verb v, the subject of which is "who", on the last somebody before it, if it hangs on a thing.
func (t *tree) who(v int) bool {
	s, noun := t.kid(v, "nsubj"), t.d.Tokens[v].Head
	if s < 0 || noun < 0 || noun > s || !strings.EqualFold(t.d.Word(s), "who") || t.d.Tokens[noun].UPOS != "NOUN" || t.d.Tokens[noun].XPOS == "NNS" || t.somebody(noun) {
		return false
	}
	i := s - 1
	if t.d.Tokens[i].UPOS == "PUNCT" {
		i--
	}
	for ; i > noun; i = t.d.Tokens[i].Head {
		if t.somebody(i) {
			break
		}
	}
	if i <= noun || !t.above(noun, i) || t.above(v, i) {
		return false
	}
	t.set(v, i, "acl:relcl")
	return true
}

// somebody tells whether token i heads words for a person: a noun for one, or a name of two words or with a title.
func (t *tree) somebody(i int) bool {
	x := &t.d.Tokens[i]
	if x.UPOS == "PROPN" {
		return t.kid(i, "nmod:desc") >= 0 || t.kid(i, "flat") >= 0
	}
	return x.UPOS == "NOUN" && (t.in("people", i) || t.in("office", i) || t.words.In("people", x.Lemma))
}

// torn joins the object of a verb of saying with the noun right behind it, the subject of verb v, which was read as the
// subject of a relative clause.
func (t *tree) torn(v int) bool {
	s, noun := t.kid(v, "nsubj"), t.d.Tokens[v].Head
	if noun < 0 || s != noun+1 || t.d.Tokens[noun].Rel != "obj" || !t.nominal(noun) || !t.nominal(s) || len(t.deps.Kids(s)) > 0 {
		return false
	}
	w := t.d.Tokens[noun].Head
	if w < 0 || !t.words.In("say", t.d.Tokens[w].Lemma) {
		return false
	}
	for _, k := range t.deps.Kids(noun) {
		if int(k) > noun && int(k) != v {
			return false
		}
	}
	for _, k := range t.deps.Kids(noun) {
		if int(k) < noun {
			t.set(int(k), s, t.d.Tokens[k].Rel)
		}
	}
	t.set(noun, s, "compound")
	t.set(v, w, "ccomp")
	return true
}

// claimed makes the clause of verb v what a claim is, where "that" was taken for its object.
func (t *tree) claimed(v int) bool {
	noun, that := t.d.Tokens[v].Head, t.kid(v, "obj")
	if noun < 0 || that != noun+1 || !strings.EqualFold(t.d.Word(that), "that") || !t.words.In("claims", t.d.Tokens[noun].Lemma) || t.words.In("claiming", t.d.Tokens[v].Lemma) {
		return false
	}
	if s := t.kid(v, "nsubj"); s < that {
		return false
	}
	t.set(that, v, "mark")
	t.d.Tokens[that].UPOS, t.d.Tokens[that].XPOS = "SCONJ", "IN"
	t.d.Tokens[v].Rel = "acl"
	return true
}

// nominal tells whether token i is a noun or a name.
func (t *tree) nominal(i int) bool {
	u := t.d.Tokens[i].UPOS
	return u == "NOUN" || u == "PROPN"
}
