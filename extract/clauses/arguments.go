package clauses

import (
	"strings"

	"dateline/extract"
)

// arguments fills the slots of clause c from the dependents of its head.
func (r *reader) arguments(c int) {
	cl := &r.out[c]
	for _, k := range r.deps.Kids(cl.Head) {
		r.argument(cl, int(k))
	}
	r.oneSubject(cl)
	r.oneObject(cl)
	r.expletive(cl)
	if cl.Kind == "copula" {
		r.put(cl, "complement", cl.Head, true)
	}
	if cl.Kind == "verb" {
		r.light(cl)
	}
}

// argument files dependent k of cl's head under its slot.
func (r *reader) argument(cl *extract.Clause, k int) {
	t := &r.d.Tokens[k]
	nominal := r.clause[k] < 0 || r.out[r.clause[k]].Kind == "noun"
	switch base(t.Rel) {
	case "nsubj", "csubj":
		if t.Rel == "nsubj:outer" || t.Rel == "csubj:outer" {
			return // subject of the copula around this clause
		}
		r.put(cl, "subject", k, nominal)
	case "obj":
		r.put(cl, "object", k, nominal)
	case "iobj":
		r.put(cl, "indirect", k, nominal)
	case "obl":
		r.oblique(cl, k, nominal)
	case "nmod":
		if cl.Kind == "noun" && t.Rel == "nmod:poss" {
			r.put(cl, "subject", k, nominal)
		} else if cl.Kind != "verb" {
			r.put(cl, "oblique", k, nominal)
		}
	case "compound", "amod":
		if cl.Kind == "noun" && !r.timed[k] {
			r.put(cl, "modifier", k, true)
		}
	case "xcomp":
		if nominal {
			r.put(cl, "complement", k, true)
		} else {
			r.put(cl, "clause", k, false)
			r.widen(cl, k)
		}
	case "ccomp":
		r.put(cl, "clause", k, false)
	case "advcl":
		if r.wanted(cl, k) {
			r.put(cl, "clause", k, false)
			r.widen(cl, k)
		}
	case "advmod":
		if r.rules.In("place-adverb", t.Lemma) {
			r.put(cl, "oblique", k, true)
		}
	}
}

// oblique files dependent k of cl, a phrase with a preposition or of time, and the clause of saying that hangs on it.
func (r *reader) oblique(cl *extract.Clause, k int, nominal bool) {
	t := &r.d.Tokens[k]
	switch in := r.caseOf(k); {
	case in == "for" && r.rules.In("hollow-phrase", t.Lemma), in == "in" && r.rules.In("plan-noun", t.Lemma) && r.deps.Kid(r.d, k, "acl") > k:
		return // "for example", "in an effort to win"
	}
	slot := "oblique"
	if t.Rel == "obl:agent" || cl.Passive && r.caseOf(k) == "by" && !r.timed[k] {
		slot = "agent"
	}
	if r.bare(cl, k) {
		slot = "object"
	}
	r.put(cl, slot, k, nominal && !r.free(k))
	for _, j := range r.deps.Kids(k) {
		if r.clause[j] >= 0 && r.stated(int(j)) == cl.Head {
			r.put(cl, "clause", int(j), false)
		}
	}
}

// widen lets the clause of token k, the last argument of cl, begin with the one who is asked for it: "called [for them to
// leave]".
func (r *reader) widen(cl *extract.Clause, k int) {
	if r.clause[k] < 0 {
		return
	}
	if i := r.asked(&r.out[r.clause[k]], cl); i >= 0 {
		if in := r.deps.Kid(r.d, cl.Args[i].Head, "case"); in > cl.Head {
			at := &cl.Args[len(cl.Args)-1].At
			at.From = min(at.From, in)
		}
	}
}

// bare tells of a name without preposition beside a verb without object, which the parser took for a measure because it
// ends in a number: "introduced iPhone 4".
func (r *reader) bare(cl *extract.Clause, k int) bool {
	return cl.Kind == "verb" && !cl.Passive && r.name[k] != 0 && !r.timed[k] && r.caseOf(k) == "" && r.deps.Kid(r.d, cl.Head, "obj") < 0
}

// wanted tells whether the infinitive at token k, which the parser took for a purpose, is what a verb of wishing or planning
// wants: "promised on Monday to send doctors", "would require the minister to leave".
func (r *reader) wanted(cl *extract.Clause, k int) bool {
	verb := cl.Verb()
	if !r.rules.In("plan", verb) && !r.rules.In("wish", verb) && !(r.rules.In("object-control", verb) && r.deps.Kid(r.d, cl.Head, "obj") >= 0) || cl.Kind != "verb" || cl.Passive || k < cl.Head || r.d.Tokens[k].XPOS != "VB" || r.mark(k) != "to" {
		return false
	}
	for _, j := range r.deps.Kids(cl.Head) {
		switch base(r.d.Tokens[j].Rel) {
		case "obj", "iobj":
			if !r.rules.In("object-control", verb) || int(j) > k || !r.does(int(j)) {
				return false
			}
		case "ccomp", "xcomp":
			return false
		}
	}
	return true
}

// does tells whether token i heads words for somebody who can do things.
func (r *reader) does(i int) bool {
	t := &r.d.Tokens[i]
	return t.UPOS == "PRON" || t.UPOS == "NOUN" && r.names.Head[i] >= 0 || r.acts(i) || r.rules.In("people", t.Lemma) || r.rules.In("state", t.Lemma)
}

// put adds token k, and each of its conjuncts, to slot.
func (r *reader) put(cl *extract.Clause, slot string, k int, nominal bool) {
	r.add(cl, slot, k, nominal)
	if !nominal {
		return
	}
	prep := cl.Args[len(cl.Args)-1].Case
	r.members(cl, slot, k)
	if cl.Kind == "verb" {
		for _, j := range r.deps.Kids(k) {
			if r.strays(k, int(j)) {
				r.put(cl, "oblique", int(j), true)
			}
		}
	}
	for _, j := range r.deps.Kids(k) {
		if r.name[k] != 0 && r.name[k] == r.name[j] {
			continue // "Securities and Exchange Commission"
		}
		if r.d.Tokens[j].Rel != "conj" || r.clause[j] >= 0 && r.out[r.clause[j]].Kind != "noun" || r.excluded(int(j)) {
			continue
		}
		switch r.d.Tokens[j].UPOS {
		case "NOUN", "PROPN", "PRON", "NUM":
			r.add(cl, slot, int(j), true)
			if a := &cl.Args[len(cl.Args)-1]; a.Case == "" {
				a.Case = prep
			}
		}
	}
}

// free tells of a relative pronoun that holds its own clause: "in [what was seen as a retreat]".
func (r *reader) free(k int) bool {
	if r.d.Tokens[k].XPOS != "WP" {
		return false
	}
	j := r.deps.Kid(r.d, k, "acl")
	return j > k && r.clause[j] >= 0
}

// members adds to slot the names, but for the first, that a plural noun at token k carries: "the actors Ada Berg [and Paul Rey]".
// The first one stands for the noun.
func (r *reader) members(cl *extract.Clause, slot string, k int) {
	prep := cl.Args[len(cl.Args)-1].Case
	if r.d.Tokens[k].XPOS != "NNS" {
		return
	}
	for _, j := range r.deps.Kids(k) {
		if t := &r.d.Tokens[j]; t.Rel != "appos" || t.UPOS != "PROPN" || int(j) != k+1 {
			continue
		}
		for _, i := range r.deps.Kids(int(j)) {
			if t := &r.d.Tokens[i]; t.Rel == "conj" && t.UPOS == "PROPN" && (r.name[i] == 0 || r.name[i] != r.name[j]) {
				r.add(cl, slot, int(i), true)
				cl.Args[len(cl.Args)-1].Case = prep
			}
		}
	}
}

// excluded tells of a conjunct that is named to be ruled out: "the bank, not the union", "sterling rather than dollars".
func (r *reader) excluded(j int) bool {
	for _, k := range r.deps.Kids(j) {
		if int(k) > j {
			break
		}
		switch w := r.withFixed(int(k)); base(r.d.Tokens[k].Rel) {
		case "cc", "advmod", "case":
			if w == "not" || w == "rather than" || w == "instead of" {
				return true
			}
		}
	}
	return false
}

// strays tells whether dependent j of token k is a phrase of place, time or company that the parser has hung on a name
// where it can only belong to the verb: "met Lavrov in Geneva". Of-phrases, and what is part of the name, stay.
func (r *reader) strays(k, j int) bool {
	if r.name[k] == 0 || r.name[j] == r.name[k] || !extract.Is(r.d.Tokens[j].Rel, "nmod") || j < k {
		return false
	}
	switch r.caseOf(j) {
	case "", "of", "'s", "’s", "between", "for":
		return r.timed[j] && r.caseOf(j) == ""
	}
	return true
}

// add appends one argument headed by token k; a clause fills it if nominal is false.
func (r *reader) add(cl *extract.Clause, slot string, k int, nominal bool) {
	a := extract.Argument{Slot: slot, Head: k, Clause: -1, Case: r.caseOf(k)}
	if nominal {
		a.At = r.phrase(k)
	} else if r.free(k) {
		a.Clause, a.At = int(r.clause[r.deps.Kid(r.d, k, "acl")]), r.whole(k)
		a.At.From = k // without its preposition
	} else {
		a.Clause = int(r.clause[k])
		a.At = r.whole(k)
	}
	cl.Args = append(cl.Args, a)
}

// caseOf is the preposition, or prepositions, of the phrase headed by token k: "in", "because of".
func (r *reader) caseOf(k int) string {
	w := ""
	for _, j := range r.deps.Kids(k) {
		if r.d.Tokens[j].Rel != "case" || int(j) > k {
			continue
		}
		if w != "" {
			w += " "
		}
		w += r.withFixed(int(j))
		if t := &r.d.Tokens[max(j-1, 0)]; w == "of" && t.UPOS == "ADV" && t.Head == r.d.Tokens[k].Head {
			w = strings.ToLower(r.d.Word(int(j)-1)) + " of" // "ahead of the talks"
		}
	}
	return w
}
