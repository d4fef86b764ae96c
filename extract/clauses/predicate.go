package clauses

import (
	"strings"

	"dateline/extract"
)

// predicate makes the clause headed by token i with its verb group: tense, aspect, voice, polarity and modal.
func (r *reader) predicate(i, s int, kind string) extract.Clause {
	c := extract.Clause{
		Head: i, Predicate: extract.Range{From: i, To: i + 1}, Kind: kind, Sentence: s, Parent: -1,
		Lemma: strings.ToLower(r.d.Tokens[i].Lemma), Quoted: r.quoted[i], By: "clauses/" + kind,
	}
	if kind == "noun" {
		r.negation(&c)
		return c
	}
	c.Lemma = r.stem(c.Lemma, strings.ToLower(r.d.Word(i)))
	r.group(&c)
	r.tense(&c)
	r.negation(&c)
	if m := r.mark(i); m != "" {
		c.Mark = m
	}
	return c
}

// stem is lemma, or, where no rule knows it, the regular stem of word that a rule does know: the lemmatiser learned
// from what it saw, and a rare verb's lemma may be off by an e.
func (r *reader) stem(lemma, word string) string {
	if len(r.rules.Verb(lemma)) > 0 {
		return lemma
	}
	for _, end := range [...]string{"ed", "d", "ing", "es", "s"} {
		base, ok := strings.CutSuffix(word, end)
		if !ok || len(base) < 3 {
			continue
		}
		for _, s := range [...]string{base, base + "e", base[:len(base)-1]} {
			if s != word && len(r.rules.Verb(s)) > 0 {
				return s
			}
		}
	}
	return lemma
}

// group widens the predicate over its auxiliaries and particle and adds the particle to the lemma.
func (r *reader) group(c *extract.Clause) {
	from, inner := c.Head, r.inner(c.Head)
	for _, k := range r.deps.Kids(c.Head) {
		rel := base(r.d.Tokens[k].Rel)
		switch {
		case int(k) < inner:
		case (rel == "aux" || rel == "cop") && int(k) < from && r.plain(int(k), c.Head):
			from = int(k)
		case r.d.Tokens[k].Rel == "compound:prt":
			c.Lemma += " " + strings.ToLower(r.d.Word(int(k)))
			if int(k) == c.Predicate.To {
				c.Predicate.To++
			}
		}
	}
	c.Predicate.From = from
}

// auxiliaries reads voice and aspect off the auxiliaries of c and gives the first of them, -1 if there is none.
func (r *reader) auxiliaries(c *extract.Clause) int {
	first, inner := -1, r.inner(c.Head)
	for _, k := range r.deps.Kids(c.Head) {
		t := &r.d.Tokens[k]
		rel := base(t.Rel)
		if rel != "aux" && rel != "cop" || int(k) < inner {
			continue
		}
		if t.Rel == "aux:pass" {
			c.Passive = true
		}
		if t.Lemma == "have" && rel == "aux" {
			c.Perfect = true
		}
		if first < 0 {
			first = int(k)
		}
	}
	return first
}

// inner is the token behind the copula by which the clause headed by token head is what something else is, 0 where it is
// nothing of the kind: in "the problem is | that they left" the "is" belongs to the problem.
func (r *reader) inner(head int) int {
	outer := false
	for _, k := range r.deps.Kids(head) {
		switch rel := r.d.Tokens[k].Rel; {
		case strings.HasSuffix(rel, ":outer"):
			outer = true
		case outer && rel == "cop":
			return int(k) + 1
		}
	}
	return 0
}

// plain tells whether nothing but auxiliaries and adverbs stands between tokens a and b.
func (r *reader) plain(a, b int) bool {
	for j := a + 1; j < b; j++ {
		switch r.d.Tokens[j].UPOS {
		case "AUX", "ADV", "PART", "PUNCT":
		default:
			if r.d.Tokens[j].Head != b {
				return false
			}
		}
	}
	return true
}

// tense reads tense, aspect and voice off the first auxiliary, or the verb's own tag where there is none.
func (r *reader) tense(c *extract.Clause) {
	first := r.auxiliaries(c)
	c.Tense = "none"
	tag := r.d.Tokens[c.Head].XPOS
	if first < 0 && tag == "MD" { // a modal that stands for its verb: "he would"
		first = c.Head
	}
	if first >= 0 {
		tag = r.d.Tokens[first].XPOS
		if r.isTo(c.Head, first) {
			c.Modal, c.Tense = "will", "future"
			if tag == "VBD" {
				c.Tense = "past"
			}
			return
		}
		c.Progress = r.d.Tokens[c.Head].XPOS == "VBG" && !c.Passive
	} else if tag == "VBN" {
		c.Passive = c.Kind == "verb"
	} else if tag == "VBD" && r.meantFor(c.Head) {
		c.Passive, c.Tense = true, "past"
		if r.rules.In("plan", c.Lemma) {
			c.Tense = "present"
		}
		return
	}
	switch tag {
	case "VBD":
		c.Tense = "past"
	case "VBZ", "VBP":
		c.Tense = "present"
	case "MD":
		c.Modal = strings.ToLower(r.d.Tokens[first].Lemma)
		c.Tense = "present"
		if c.Modal == "will" || c.Modal == "shall" || c.Modal == "'ll" || c.Modal == "wo" {
			c.Tense, c.Modal = "future", "will"
		}
	}
}

// isTo tells of the "be", or "have", at token first that says what is to be done: "is to marry", "have yet to be found".
func (r *reader) isTo(head, first int) bool {
	t := &r.d.Tokens[first]
	if t.Lemma != "be" && (t.Lemma != "have" || t.Rel != "aux") || r.d.Tokens[head].XPOS == "VBG" {
		return false
	}
	for _, k := range r.deps.Kids(head) {
		if x := &r.d.Tokens[k]; x.Rel == "mark" && x.XPOS == "TO" && int(k) > first {
			return true
		}
	}
	return false
}

// negation looks for "not", "never" at the predicate and for "no" at its subject or object.
func (r *reader) negation(c *extract.Clause) {
	for _, k := range r.deps.Kids(c.Head) {
		t := &r.d.Tokens[k]
		switch base(t.Rel) {
		case "advmod", "det", "cc", "aux":
			if r.rules.In("negation", t.Lemma) || r.rules.In("negation", strings.ToLower(r.d.Word(int(k)))) {
				c.Negated = true
			}
		case "nsubj", "obj":
			if det := r.deps.Kid(r.d, int(k), "det"); det >= 0 && r.rules.In("negation", r.d.Tokens[det].Lemma) {
				c.Negated = true
			}
			if r.rules.In("negation", t.Lemma) {
				c.Negated = true
			}
		case "mark":
			if t.Lemma == "without" {
				c.Negated = true
			}
		}
	}
}

// mark is the conjunction, or preposition, that introduces the clause headed by token i; "to" goes before "for".
func (r *reader) mark(i int) string {
	for _, k := range r.deps.Kids(i) {
		if r.d.Tokens[k].Rel == "mark" && r.d.Tokens[k].XPOS == "TO" {
			return "to"
		}
	}
	for _, k := range r.deps.Kids(i) {
		switch base(r.d.Tokens[k].Rel) {
		case "mark", "case":
			return r.withFixed(int(k))
		case "advmod":
			if x := r.d.Tokens[k].XPOS; x == "WRB" {
				return strings.ToLower(r.d.Word(int(k)))
			}
		case "cc":
			if w := r.withFixed(int(k)); w == "rather than" || w == "instead of" {
				return w
			}
		}
	}
	return ""
}

// withFixed is token i with the rest of its fixed expression, in lower case: "because of".
func (r *reader) withFixed(i int) string {
	w := strings.ToLower(r.d.Word(i))
	for _, k := range r.deps.Kids(i) {
		if r.d.Tokens[k].Rel == "fixed" {
			w += " " + strings.ToLower(r.d.Word(int(k)))
		}
	}
	return w
}
