package clauses

import "dateline/extract"

// longest is the number of tokens above which a phrase gives up the phrases that hang on its right side.
const longest = 14

// phrase is the run of tokens around head that names the thing: determiners, modifiers, of-phrases and names, without
// its preposition, conjuncts, appositions, relative clauses and times.
func (r *reader) phrase(head int) extract.Range {
	p := r.grow(head, true)
	if p.Len() > longest {
		p = r.grow(head, false)
	}
	return p
}

// grow marks what belongs to the phrase and takes the unbroken run around head; rightward phrases only if right is set.
func (r *reader) grow(head int, right bool) extract.Range {
	lo, hi := r.keep(head, head, right, 0)
	p := extract.Range{From: head, To: head + 1}
	for n := r.joins(p.From-1, lo, -1); n > 0; n = r.joins(p.From-1, lo, -1) {
		p.From -= n
	}
	for n := r.joins(p.To, hi, 1); n > 0; n = r.joins(p.To, hi, 1) {
		p.To += n
	}
	for i := lo; i <= hi; i++ {
		r.kept[i] = false
	}
	p = r.trim(p)
	for p.To-1 > head && (r.d.Tokens[p.To-1].UPOS == "DET" || r.d.Tokens[p.To-1].UPOS == "ADP") {
		p.To-- // what followed it was a time
	}
	if t := &r.d.Tokens[p.From]; p.From < head && t.Rel == "case" && t.Head >= 0 && r.d.Tokens[t.Head].Rel == "nmod:desc" {
		p.From++ // the preposition hung on the title: "by party leader Ana Rey"
	}
	return p
}

// joins is the number of tokens from token i on, to the left or to the right by step, that go on with the run, up to token
// end: one that is kept, or punctuation with a kept token beyond it; words in brackets with a kept token behind them, as in
// "a £2m ($3m) bid", and words that hyphens tie to the run, as in "21-year-old". 0 where it ends.
func (r *reader) joins(i, end, step int) int {
	if i < 0 || i >= len(r.kept) {
		return 0
	}
	in := func(j int) bool { return (end-j)*step >= 0 }
	switch {
	case in(i) && r.kept[i]:
		return 1
	case r.d.Tokens[i].UPOS != "PUNCT" && r.d.Word(i) != "-":
		return 0
	case r.tied(i) && i+step >= 0 && i+step < len(r.kept):
		return 2
	case !in(i) || i == end:
		return 0
	case r.kept[i+step]:
		return 1
	}
	w := r.d.Word(i)
	if w != "(" && w != ")" {
		return 0
	}
	for n := 1; n < 8 && in(i+(n+1)*step); n++ {
		if other := r.d.Word(i + n*step); (other == "(" || other == ")") && other != w {
			if r.kept[i+(n+1)*step] {
				return n + 1
			}
			return 0
		}
	}
	return 0
}

// tied tells of a hyphen at token i between two words without blanks.
func (r *reader) tied(i int) bool {
	if i == 0 || i+1 >= len(r.d.Tokens) || r.d.Word(i) != "-" {
		return false
	}
	a, b := &r.d.Tokens[i-1], &r.d.Tokens[i+1]
	return a.End == r.d.Tokens[i].Start && r.d.Tokens[i].End == b.Start && a.UPOS != "PUNCT" && b.UPOS != "PUNCT"
}

// keep marks token i and the dependents that belong to its phrase and gives the outermost tokens marked.
func (r *reader) keep(i, head int, right bool, depth int) (lo, hi int) {
	lo, hi = i, i
	r.kept[i] = true
	if depth > 8 {
		return
	}
	for _, k32 := range r.deps.Kids(i) {
		k := int(k32)
		if !r.belongs(k, i, head, right) {
			continue
		}
		l, h := r.keep(k, head, right, depth+1)
		lo, hi = min(lo, l), max(hi, h)
	}
	return
}

// belongs tells whether dependent k of token i is part of the phrase of head.
func (r *reader) belongs(k, i, head int, right bool) bool {
	t := &r.d.Tokens[k]
	switch base(t.Rel) {
	case "amod", "compound", "nummod", "det":
		// part of the thing, even where it is a word of time: "the current account"
	default:
		if r.timed[k] && k > head && t.Rel != "nmod:poss" && !r.timed[head] {
			return false
		}
	}
	switch base(t.Rel) {
	case "det", "amod", "compound", "flat", "nummod", "fixed", "goeswith", "dep":
		if r.timed[k] && k < i && (r.name[i] != 0 && r.name[k] != r.name[i] || k > 0 && r.timed[k-1] && !r.opened(k, i)) {
			return false // a time tied to what follows it: "in May Islamic State took Palmyra", "that day police fired"
		}
		aside := k > i && (t.UPOS == "NUM" || t.Rel == "amod") && r.d.Word(k-1) == "," // "Rey, 26, left", "Rey, angry at them, left"
		return !aside && (k < head || t.Rel != "dep")
	case "nmod":
		if before, _ := r.deps.Reach(k); k > head && i == head && before > 0 && (r.parts(before) || r.parts(before-1)) {
			return false // an aside: "people, including a Briton"
		}
		return k < head || right && (!r.timed[k] || r.timed[head]) && !(i == head && r.strays(i, k))
	case "case":
		return i != head || k > head // the possessive 's stays, the head's own preposition goes
	case "advmod":
		return k < i && !(r.timed[k] && i == head && !r.timed[head]) && (r.d.Tokens[i].UPOS != "VERB" || i < head) && t.XPOS != "WRB" && !(i == head && r.ofCopula(k, i))
	case "conj", "cc":
		return i != head
	case "obl":
		return i != head && right
	case "punct":
		return false
	}
	return false
}

// opened tells whether the phrase of token i begins before the time expression that holds token k: "a five year deal".
func (r *reader) opened(k, i int) bool {
	for k > 0 && r.timed[k-1] {
		k--
	}
	det := r.deps.Kid(r.d, i, "det")
	return det >= 0 && det < k
}

// parts tells whether token i is a comma or a dash, which sets an aside off.
func (r *reader) parts(i int) bool {
	switch r.d.Word(i) {
	case ",", "–", "—", "--":
		return true
	case "-":
		return !r.tied(i)
	}
	return false
}

// ofCopula tells of an adverb between a copula and what it says of its subject that belongs to the copula: a negation, and
// before a noun any: "is [also] the mayor", "was [not] ready".
func (r *reader) ofCopula(k, head int) bool {
	c := r.clause[head]
	if c < 0 || r.out[c].Kind != "copula" {
		return false
	}
	u := r.d.Tokens[head].UPOS
	return u == "NOUN" || u == "PROPN" || r.rules.In("negation", r.d.Tokens[k].Lemma)
}

// trim takes punctuation off the ends, but for quotation marks that come in pairs inside.
func (r *reader) trim(p extract.Range) extract.Range {
	for p.Len() > 1 && r.d.Tokens[p.From].UPOS == "PUNCT" {
		p.From++
	}
	for p.Len() > 1 && (r.d.Tokens[p.To-1].UPOS == "PUNCT" || r.d.Tokens[p.To-1].XPOS == "POS") {
		p.To--
	}
	return p
}

// whole is the full stretch of what hangs on token i, without punctuation at its ends.
func (r *reader) whole(i int) extract.Range {
	lo, hi := r.deps.Reach(i)
	return r.trim(extract.Range{From: lo, To: hi + 1})
}
