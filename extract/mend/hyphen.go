package mend

import "dateline/extract"

// hyphens puts the parts of a word with hyphens under the noun that it stands before, where the parser has hung one of
// them elsewhere:
//
//	secured back-to-back wins      the first "back" was read as "secured … back"
//	sold an out-of-form striker    "out" was read as "sold … out"
func (t *tree) hyphens() (changed bool) {
	for a := t.sent.From; a < t.sent.To; a++ {
		b := a
		for b+2 < t.sent.To && t.hyphened(b) {
			b += 2
		}
		if b > a && t.modifier(a, b) {
			changed = true
		}
		a = b
	}
	return changed
}

// hyphened tells whether a hyphen ties token i to the word behind, without blanks.
func (t *tree) hyphened(i int) bool {
	x := t.d.Tokens[i : i+3]
	return t.d.Word(i+1) == "-" && x[0].End == x[1].Start && x[1].End == x[2].Start && x[0].UPOS != "PUNCT" && x[2].UPOS != "PUNCT"
}

// modifier hangs the words from a to b, which hyphens tie, on the noun behind them, if b modifies one.
func (t *tree) modifier(a, b int) (changed bool) {
	noun := t.d.Tokens[b].Head
	if 0 <= noun && noun < a && b+1 < t.sent.To && t.d.Tokens[b+1].UPOS == "NOUN" && t.adverb(a, b, noun) {
		noun = b + 1 // "secured back-to-back | wins": all of it hangs on the verb
		t.set(b, noun, modifies(&t.d.Tokens[b]))
		changed = true
	}
	if noun <= b || !t.before(b, noun) {
		return changed
	}
	for i := a; i <= b; i += 2 {
		switch x := &t.d.Tokens[i]; {
		case x.Head < 0 || a <= x.Head && x.Head <= b || t.above(i, noun):
		case i == b && (x.Rel == "case" || x.Rel == "mark"):
			if t.d.Tokens[i-2].UPOS != "NOUN" {
				t.set(i, i-2, "compound") // "the built-in clock"
				changed = true
			}
		case i < b && (x.Head != noun || !inside(x.Rel) || x.Rel == "case"):
			t.set(i, noun, modifies(x))
			changed = true
		}
	}
	return changed
}

// adverb tells whether the words from a to b all hang on each other or on the verb before them, and a noun could not: a
// particle or an adverb is among them.
func (t *tree) adverb(a, b, verb int) bool {
	loose := false
	for i := a; i <= b; i += 2 {
		x := &t.d.Tokens[i]
		if x.Head != verb && (x.Head < a || x.Head > b) {
			return false
		}
		loose = loose || x.UPOS == "ADV" || x.Rel == "compound:prt"
	}
	return loose && t.d.Tokens[verb].UPOS == "VERB"
}

// before tells whether nothing but words that may stand in front of a noun lies between tokens b and noun.
func (t *tree) before(b, noun int) bool {
	switch t.d.Tokens[noun].UPOS {
	case "NOUN", "PROPN":
	default:
		return false
	}
	for i := b + 1; i < noun; i++ {
		switch t.d.Tokens[i].UPOS {
		case "NOUN", "PROPN", "ADJ", "NUM":
		default:
			return false
		}
	}
	return inside(t.d.Tokens[b].Rel) || t.d.Tokens[b].Rel == "mark"
}

// modifies is the relation of a word to the noun that it stands before.
func modifies(x *extract.Token) string {
	if x.UPOS == "NOUN" || x.UPOS == "PROPN" {
		return "compound"
	}
	return "amod"
}
