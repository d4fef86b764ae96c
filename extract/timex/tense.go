package timex

import (
	"strings"

	"dateline/extract"
)

// direction is where a verb points: -1 into the past, 1 into the future, 0 unknown; with the word that says so.
type direction struct {
	way  int
	word string
}

// governor finds the verb that a time expression hangs on, and reads its tense. With a tree it goes up from the
// expression's head; without one it takes the nearest verb of the sentence, first to the left.
func (w *work) governor(at extract.Range) direction {
	s := w.doc.SentenceOf(at.From)
	if s < 0 {
		return direction{}
	}
	sentence := w.doc.Sentences[s].Range
	if k := at.From - 1; k >= sentence.From {
		if w.isWord(k, hintAhead) {
			return direction{1, w.word(k)}
		}
		if k > sentence.From && w.isWord(k-1, hintAhead) && w.toward(k) {
			return direction{1, w.word(k - 1)}
		}
	}
	if d := w.ahead(at, sentence); d.way != 0 {
		return d
	}
	v, noun := w.up(at, sentence)
	if noun {
		return direction{}
	}
	if v >= 0 {
		d := w.tense(v, sentence)
		if last := w.word(at.From - 1); d.way < 0 && w.hasPerfect(v, sentence) && (equalFold("until", last) || equalFold("till", last)) {
			return direction{1, d.word + " … " + last} // has given them until Friday
		}
		return d
	}
	return w.near(at, sentence)
}

// ahead looks for "before" in front of a noun that the expression hangs on: what is told to come before a meeting on
// Friday is news, and the meeting still to come.
func (w *work) ahead(at, sentence extract.Range) direction {
	toks := w.doc.Tokens
	i := -1
	for k := at.From; k < at.To; k++ {
		if h := toks[k].Head; toks[k].Rel != "" && !at.Has(h) {
			i = h
		}
	}
	for n := 0; n < 4 && i >= 0 && sentence.Has(i) && (toks[i].UPOS == "NOUN" || toks[i].UPOS == "PROPN"); n++ {
		for k := max(sentence.From, i-8); k < i; k++ {
			if toks[k].Head == i && toks[k].Rel == "case" && equalFold("before", w.word(k)) {
				return direction{1, w.word(k)}
			}
		}
		i = toks[i].Head
	}
	return direction{}
}

// toward tells whether token k is a preposition that leads ahead: set for Friday, but set on Friday.
func (w *work) toward(k int) bool {
	word := w.word(k)
	return equalFold("for", word) || equalFold("until", word) || equalFold("to", word) || equalFold("by", word) ||
		equalFold("till", word)
}

// up follows the heads from the expression to the first verb; -1 where there is no tree, or noun where the expression
// stands before a noun of its own: "Wednesday's ruling" says nothing about the tense of the verb.
func (w *work) up(at, sentence extract.Range) (verb int, noun bool) {
	toks := w.doc.Tokens
	i := at.From
	for k := at.From; k < at.To; k++ {
		if h := toks[k].Head; toks[k].Rel != "" && !at.Has(h) {
			i = k
		}
	}
	if toks[i].Rel == "" {
		return -1, false
	}
	if r := toks[i].Rel; toks[i].Head >= at.To && (r == "nmod:poss" || r == "compound" || r == "nmod:unmarked") {
		return -1, true
	}
	for range 24 {
		i = toks[i].Head
		if i < 0 || !sentence.Has(i) {
			return -1, false
		}
		if u := toks[i].UPOS; u == "VERB" || u == "AUX" || w.hasAux(i, sentence) {
			return i, false
		}
	}
	return -1, false
}

// hasPerfect tells whether verb v is in the present perfect.
func (w *work) hasPerfect(v int, sentence extract.Range) bool {
	for k := max(sentence.From, v-6); k < v; k++ {
		if t := &w.doc.Tokens[k]; t.Head == v && strings.HasPrefix(t.Rel, "aux") && (t.XPOS == "VBZ" || t.XPOS == "VBP") {
			return w.doc.Tokens[v].XPOS == "VBN"
		}
	}
	return false
}

// hasAux tells whether i is a predicate without a verb of its own: "is ready".
func (w *work) hasAux(i int, sentence extract.Range) bool {
	for k := max(sentence.From, i-8); k < min(sentence.To, i+1); k++ {
		if t := &w.doc.Tokens[k]; t.Head == i && (t.Rel == "cop" || strings.HasPrefix(t.Rel, "aux")) {
			return true
		}
	}
	return false
}

// tense reads the verb group of v, or of the verb that v hangs on where it has no tense of its own.
func (w *work) tense(v int, sentence extract.Range) direction {
	toks := w.doc.Tokens
	for hops := 0; hops < 6; hops++ {
		g := w.group(v, sentence)
		x, word := toks[v].XPOS, g.word
		switch {
		case g.way.way != 0:
			return g.way
		case equalFold("had", word) && x == "VBN":
			return direction{-1, word}
		case w.isWord(v, hintAhead):
			return direction{1, w.word(v)}
		case g.infinitive && x == "VBN":
			return direction{-1, "to have " + w.word(v)}
		case g.infinitive && strings.HasPrefix(toks[v].Rel, "advcl") && w.told(toks[v].Head, sentence):
			return direction{-1, "to " + word}
		case g.infinitive && w.overtaken(toks[v].Head, sentence):
			return direction{-1, "had " + w.word(toks[v].Head)}
		case g.infinitive && w.ranked(v, sentence):
		case g.infinitive:
			return direction{1, "to " + word}
		case g.finite == "VBD" || g.finite == "" && x == "VBD":
			return direction{-1, word}
		case g.finite == "VBZ" || g.finite == "VBP":
			return w.present(v, word)
		case g.finite == "" && (x == "VBZ" || x == "VBP"):
			return w.present(v, word)
		case x == "VBN" && toks[v].Rel != "root":
			return direction{-1, word}
		}
		next := toks[v].Head
		if next < 0 || !sentence.Has(next) {
			return direction{}
		}
		v = next
	}
	return direction{}
}

// group is what stands with a verb: the tag of its first auxiliary, the word that carries the tense, whether it is an
// infinitive, and the direction where an auxiliary alone decides it.
type group struct {
	finite, word string
	infinitive   bool
	way          direction
}

// group reads the auxiliaries of verb v.
func (w *work) group(v int, sentence extract.Range) group {
	g := group{word: w.word(v)}
	for k := max(sentence.From, v-10); k < min(sentence.To, v+4); k++ {
		t := &w.doc.Tokens[k]
		switch {
		case t.Head != v || k == v:
		case t.Rel == "mark" && t.UPOS == "PART":
			g.infinitive = true
		case t.Rel != "cop" && !strings.HasPrefix(t.Rel, "aux"):
		case w.failed(k, v):
			g.way = direction{-1, "could not"}
			return g
		case w.future(k):
			g.way = direction{1, w.word(k)}
			return g
		case g.finite == "" && t.XPOS != "MD":
			g.finite, g.word = t.XPOS, w.word(k)
		}
	}
	return g
}

// told tells whether verb v is told as past, for a purpose that hangs on it: what people gathered to mark on Friday was
// marked, but what they agreed to mark is still to come.
func (w *work) told(v int, sentence extract.Range) bool {
	if !sentence.Has(v) || w.isWord(v, hintAhead) {
		return false
	}
	toks := w.doc.Tokens
	for k := max(sentence.From, v-6); k < v; k++ {
		if toks[k].Head == v && strings.HasPrefix(toks[k].Rel, "aux") {
			return toks[k].XPOS == "VBD"
		}
	}
	return toks[v].XPOS == "VBD"
}

// overtaken tells whether v is a plan told in the past perfect, which something else has taken the place of: the offer
// had been due to expire on Friday.
func (w *work) overtaken(v int, sentence extract.Range) bool {
	return v-2 >= sentence.From && v < sentence.To && w.isWord(v, hintAhead) && equalFold("been", w.word(v-1)) &&
		equalFold("had", w.word(v-2))
}

// ranked tells whether the infinitive v says what a noun is the first, last or only one to do: that is as past as the
// verb of the noun.
func (w *work) ranked(v int, sentence extract.Range) bool {
	toks := w.doc.Tokens
	h := toks[v].Head
	if !strings.HasPrefix(toks[v].Rel, "acl") || !sentence.Has(h) {
		return false
	}
	for k := max(sentence.From, h-6); k <= h; k++ {
		e := &w.words.entries[w.words.lookup(w.word(k))]
		if (k == h || toks[k].Head == h) && (e.classes&(cOrdinal|w.classes.rel) != 0 || equalFold("only", w.word(k))) {
			return true
		}
	}
	return false
}

// failed tells whether the modal k of verb v says that something did not come about: could not be reached on Friday.
func (w *work) failed(k, v int) bool {
	if !equalFold("could", w.word(k)) {
		return false
	}
	for i := k + 1; i < v; i++ {
		if equalFold("not", w.word(i)) || equalFold("n't", w.word(i)) || equalFold("n’t", w.word(i)) {
			return true
		}
	}
	for i := k - 1; i >= 0 && i > k-10; i-- {
		if equalFold("neither", w.word(i)) || equalFold("nobody", w.word(i)) || equalFold("nor", w.word(i)) {
			return true
		}
	}
	return false
}

// present tells where a verb in the present tense points: has said lies in the past, is expected in the future.
func (w *work) present(v int, word string) direction {
	t := &w.doc.Tokens[v]
	switch {
	case w.isWord(v, hintAhead):
		return direction{1, w.word(v)}
	case (t.XPOS == "VBN" || t.XPOS == "VBG") && (equalFold("has", word) || equalFold("have", word) ||
		strings.HasSuffix(word, "ve")):
		return direction{-1, word + " " + w.word(v)}
	case t.XPOS == "VBG":
		return direction{1, word + " " + w.word(v)}
	case (t.XPOS == "VBZ" || t.XPOS == "VBP") && w.isWord(v, hintTable):
		return direction{1, word}
	}
	return direction{0, word}
}

// future tells whether token k is will, shall or the like.
func (w *work) future(k int) bool { return w.isWord(k, hintWill) }

// word is the text of token k, empty where there is none.
func (w *work) word(k int) string {
	if k < 0 || k >= len(w.doc.Tokens) {
		return ""
	}
	t := &w.doc.Tokens[k]
	return w.doc.Text[t.Start:t.End]
}

// isWord tells whether token k carries a hint.
func (w *work) isWord(k int, hint int32) bool {
	word := w.word(k)
	e := w.words.lookup(word)
	if hint == hintWill && e != 0 && word[0] < 'a' && word[0] != '\'' && word[0] < 0x80 { // May is a month
		return false
	}
	return w.words.entries[e].notes[noteHint] == hint
}

// near is the tense of the nearest verb without a tree: up to twelve tokens to the left, then to the right.
func (w *work) near(at, sentence extract.Range) direction {
	for i := at.From - 1; i >= max(sentence.From, at.From-12); i-- {
		if d, ok := w.verb(i); ok {
			return d
		}
	}
	for i := at.To; i < min(sentence.To, at.To+12); i++ {
		if d, ok := w.verb(i); ok {
			return d
		}
	}
	return direction{}
}

// verb reads token i as a verb, by its tag, or by its form where there are no tags.
func (w *work) verb(i int) (direction, bool) {
	t := &w.doc.Tokens[i]
	word := w.doc.Text[t.Start:t.End]
	if w.future(i) || w.isWord(i, hintAhead) {
		return direction{1, word}, true
	}
	switch t.XPOS {
	case "VBD", "VBN":
		if i > 0 && w.future(i-1) {
			return direction{1, w.word(i - 1)}, true
		}
		return direction{-1, word}, true
	case "VBZ", "VBP":
		return direction{0, word}, true
	case "VB":
		if i > 0 && (w.future(i-1) || equalFold("to", w.word(i-1))) {
			return direction{1, w.word(i-1) + " " + word}, true
		}
	case "":
		if w.isWord(i, hintTable) && strings.HasSuffix(word, "s") {
			return direction{1, word}, true
		}
		if w.isWord(i, hintDid) || len(word) > 4 && strings.HasSuffix(word, "ed") {
			return direction{-1, word}, true
		}
	}
	return direction{}, false
}
