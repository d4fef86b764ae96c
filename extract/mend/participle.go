package mend

import "dateline/extract"

// gerunds hangs a gerund behind a preposition on the noun before it, of which it says what it is about: "the emphasis on
// selling". Nobody sells there. Behind a verb that wants one it is what the verb is about: "considers selling".
func (t *tree) gerunds() (changed bool) {
	for v := t.sent.From + 2; v < t.sent.To; v++ {
		x := &t.d.Tokens[v]
		if h := x.Head; x.XPOS == "VBG" && x.Rel == "advcl" && h == v-1 && t.words.In("wants-gerund", t.d.Tokens[h].Lemma) {
			x.Rel, changed = "xcomp", true
			continue
		}
		if x.XPOS != "VBG" || !extract.Is(x.Rel, "advcl") || t.d.Tokens[v-2].UPOS != "NOUN" || !t.in("about-gerund", v-1) || t.d.Tokens[v-1].Head != v || t.above(v, v-2) {
			continue
		}
		t.set(v, v-2, "acl")
		changed = true
	}
	return changed
}

// doubles makes the first of two finite verbs, which share a subject though nothing joins them, the participle that it
// must be: "the goals set in Rome were missed".
func (t *tree) doubles() (changed bool) {
	for w := t.sent.From + 2; w < t.sent.To; w++ {
		v, s := t.d.Tokens[w].Head, -1
		if v < 0 || v > w || t.d.Tokens[w].Rel != "conj" || t.d.Tokens[v].XPOS != "VBD" || t.deps.Kid(t.d, w, "cc") >= 0 || !t.finite(w) {
			continue
		}
		if s = t.kid(v, "nsubj"); s < 0 || s > v || t.kid(v, "obj") >= 0 || t.kid(w, "nsubj") >= 0 || t.kid(w, "nsubj:pass") >= 0 || t.stopped(s, w) || !t.nominal(s) {
			continue
		}
		t.set(w, t.d.Tokens[v].Head, t.d.Tokens[v].Rel)
		for _, k := range t.deps.Kids(v) {
			if k := int(k); k != w && (k < s || k > w) {
				t.set(k, w, t.d.Tokens[k].Rel)
			}
		}
		t.set(s, w, "nsubj")
		if t.kid(w, "aux:pass") >= 0 {
			t.d.Tokens[s].Rel = "nsubj:pass"
		}
		t.set(v, s, "acl")
		t.d.Tokens[v].XPOS = "VBN"
		changed = true
	}
	return changed
}

// finite tells whether an auxiliary or copula in the past or present tense hangs on token w.
func (t *tree) finite(w int) bool {
	for _, k := range t.deps.Kids(w) {
		x := &t.d.Tokens[k]
		if int(k) < w && (extract.Is(x.Rel, "aux") || x.Rel == "cop") && (x.XPOS == "VBD" || x.XPOS == "VBZ" || x.XPOS == "VBP" || x.XPOS == "MD") {
			return true
		}
	}
	return false
}

// stopped tells whether a mark of punctuation or a conjunction stands between tokens a and b.
func (t *tree) stopped(a, b int) bool {
	for i := a + 1; i < b; i++ {
		if u := t.d.Tokens[i].UPOS; u == "PUNCT" || u == "CCONJ" {
			return true
		}
	}
	return false
}
