package mend

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// epithets makes a participle that is the first word of a title what it is, and a verb behind "according to" a noun:
//
//	the unit's head, Acting Superintendent Paul Rey, left    nobody acted Paul Rey
//	Ruling Party leader Paul Rey told Rai                    a participle that opens a sentence needs a comma behind it
//	according to research from a bank                        nobody is to research
func (t *tree) epithets() (changed bool) {
	for v := t.sent.From; v < t.sent.To; v++ {
		x := &t.d.Tokens[v]
		switch {
		case x.UPOS != "VERB":
		case x.XPOS == "VBG" && t.epithet(v), x.XPOS == "VB" && t.source(v):
			changed = true
		}
	}
	return changed
}

// epithet hangs participle v, with a capital, on the name behind it.
func (t *tree) epithet(v int) bool {
	switch t.d.Tokens[v].Rel {
	case "csubj", "amod", "compound":
		return false // "Leaving Rome would cost"; or all is well
	}
	end := v + 1
	for end < t.sent.To && strings.HasPrefix(t.d.Tokens[end].XPOS, "NNP") {
		end++
	}
	if c, _ := utf8.DecodeRuneInString(t.d.Word(v)); end == v+1 || !unicode.IsUpper(c) || v == t.sent.From && (end == t.sent.To || !t.tensed(end)) {
		return false
	}
	head := -1 // of the name: what hangs outside, else on the participle
	for i := v + 1; i < end; i++ {
		switch h := t.d.Tokens[i].Head; {
		case h == v && head < 0:
			head = i
		case h < v || h >= end:
			head = i
		}
	}
	if head < 0 || t.d.Tokens[head].Head == v && !t.handsOn(v, head) || t.above(v, head) {
		return false
	}
	for _, k := range t.deps.Kids(v) {
		if int(k) != head && t.d.Tokens[k].Head == v {
			rel := t.d.Tokens[k].Rel
			if v < int(k) && int(k) < end {
				rel = "compound"
			}
			t.set(int(k), head, rel)
		}
	}
	t.set(v, head, "amod")
	return true
}

// handsOn gives name head, which hangs on participle v, the place of v as an apposition; false where v holds another.
func (t *tree) handsOn(v, head int) bool {
	up := t.d.Tokens[v].Head
	if up < 0 || t.d.Tokens[up].UPOS != "NOUN" && t.d.Tokens[up].UPOS != "PROPN" {
		return false
	}
	t.set(head, up, "appos")
	return true
}

// source makes the infinitive v behind "according to" a noun, and what hangs on it its attributes.
func (t *tree) source(v int) bool {
	if v < t.sent.From+2 || t.d.Tokens[v].Head < 0 || !strings.EqualFold(t.d.Word(v-1), "to") || !strings.EqualFold(t.d.Word(v-2), "according") {
		return false
	}
	for _, k := range t.deps.Kids(v) {
		switch rel := t.d.Tokens[k].Rel; {
		case int(k) == v-2:
			t.set(v-2, v, "case")
		case t.is(int(k), "obl"):
			t.set(int(k), v, "nmod")
		case rel == "obj" || rel == "nsubj":
			return false
		}
	}
	x := &t.d.Tokens[v]
	x.UPOS, x.XPOS, x.Rel = "NOUN", "NN", "obl"
	return true
}
