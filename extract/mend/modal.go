package mend

import "dateline/extract"

// modals makes "be" an auxiliary where it says what somebody is to do:
//
//	Ada Berg is to marry Rey       marry: the subject is Ada Berg, who is no "to marry"
//	The plan is to sell the bank   what the plan is: stays
//
// It goes by the subject: who can do things has them to do.
func (t *tree) modals() (changed bool) {
	for v := t.sent.From; v < t.sent.To; v++ {
		x := &t.d.Tokens[v]
		if x.UPOS != "VERB" && x.UPOS != "AUX" || x.XPOS != "VB" && x.XPOS != "VBN" {
			continue
		}
		be, subject := t.kid(v, "cop"), t.kid(v, "nsubj:outer")
		if be < 0 || subject < 0 || be > v || !t.infinitive(v, be) {
			continue
		}
		passive := t.deps.Kid(t.d, v, "aux:pass") >= 0
		if !passive && !t.does(subject) {
			continue
		}
		t.d.Tokens[be].Rel, t.d.Tokens[subject].Rel = "aux", "nsubj"
		if passive {
			t.d.Tokens[subject].Rel = "nsubj:pass"
		}
		changed = true
	}
	return changed
}

// kid is the dependent of token v with exactly the relation rel, -1 if there is none.
func (t *tree) kid(v int, rel string) int {
	for _, k := range t.deps.Kids(v) {
		if t.d.Tokens[k].Rel == rel {
			return int(k)
		}
	}
	return -1
}

// infinitive tells whether verb v has a "to" behind token be.
func (t *tree) infinitive(v, be int) bool {
	for _, k := range t.deps.Kids(v) {
		if x := &t.d.Tokens[k]; x.Rel == "mark" && x.XPOS == "TO" && int(k) > be {
			return true
		}
	}
	return false
}

// does tells whether the noun at token i names one who can do things.
func (t *tree) does(i int) bool {
	switch x := &t.d.Tokens[i]; x.UPOS {
	case "PROPN":
		return true
	case "PRON":
		return t.in("actor-pronoun", i)
	case "NOUN":
		for _, group := range [...]string{"people", "state", "force"} {
			if t.words.In(group, x.Lemma) {
				return true
			}
		}
		for _, rel := range [...]string{"appos", "flat"} {
			if name := t.deps.Kid(t.d, i, rel); name >= 0 && t.d.Tokens[name].UPOS == "PROPN" {
				return true
			}
		}
	}
	return false
}

// is tells whether token i hangs on its head by rel or a subtype of it.
func (t *tree) is(i int, rel string) bool { return extract.Is(t.d.Tokens[i].Rel, rel) }
