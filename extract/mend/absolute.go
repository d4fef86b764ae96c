package mend

import "strings"

// absolutes makes a phrase with its own participle the clause that it is:
//
//	Rey won, with Berg coming third          with + name + participle: a name takes no such attribute
//	It ended in the bank closing branches    after verbs of outcome, which end in what happens
//
// The verbs stand in the group "outcome" of rules/words.yaml.
func (t *tree) absolutes() (changed bool) {
	for p := t.sent.From + 1; p < t.sent.To; p++ {
		x := &t.d.Tokens[p]
		if x.XPOS != "VBG" || x.Rel != "acl" || x.Head >= p || x.Head < 0 {
			continue
		}
		noun := x.Head
		mark := t.kid(noun, "case")
		if mark < 0 || mark > noun || !t.close(noun, p) {
			continue
		}
		verb := t.verbOver(noun)
		if verb < 0 || t.kid(p, "nsubj") >= 0 || !t.absolute(noun, mark, verb) {
			continue
		}
		t.set(p, verb, "advcl")
		t.set(noun, p, "nsubj")
		t.set(mark, p, "mark")
		t.d.Tokens[mark].UPOS = "SCONJ"
		changed = true
	}
	return changed
}

// absolute tells whether the phrase of noun under verb can only be the subject of a participle right behind it.
func (t *tree) absolute(noun, mark, verb int) bool {
	if strings.EqualFold(t.d.Word(mark), "with") {
		return t.d.Tokens[noun].UPOS == "PROPN" || mark > t.sent.From && t.d.Word(mark-1) == ","
	}
	return t.words.In("outcome", t.d.Tokens[verb].Lemma) && t.in("outcome-mark", mark)
}

// close tells whether nothing stands between noun and participle p but adverbs and what is part of the noun's name.
func (t *tree) close(noun, p int) bool {
	for i := noun + 1; i < p; i++ {
		if x := &t.d.Tokens[i]; x.UPOS != "ADV" && !(x.Rel == "flat" && x.Head == noun) {
			return false
		}
	}
	return true
}

// verbOver is the verb on which noun hangs, over other nouns; -1 if there is none before it.
func (t *tree) verbOver(noun int) int {
	i := noun
	for n := 0; n < 6 && i >= 0; n++ {
		if !t.is(i, "nmod") && !t.is(i, "obl") {
			return -1
		}
		if i = t.d.Tokens[i].Head; i >= 0 && t.d.Tokens[i].UPOS == "VERB" {
			return i
		}
		if i >= 0 && !t.is(i, "nmod") && (t.is(i, "obj") || t.is(i, "nsubj")) {
			if i = t.d.Tokens[i].Head; i >= 0 && t.d.Tokens[i].UPOS == "VERB" {
				return i
			}
			return -1
		}
	}
	return -1
}
