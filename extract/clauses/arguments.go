package clauses

import (
	"strings"

	"dateline/extract"
	"dateline/graph"
)

// arguments fills the slots of clause c from the dependents of its head.
func (r *reader) arguments(c int) {
	cl := &r.out[c]
	for _, k := range r.deps.Kids(cl.Head) {
		r.argument(cl, int(k))
	}
	r.oneSubject(cl)
	r.oneObject(cl)
	if cl.Kind == "copula" {
		r.put(cl, "complement", cl.Head, true)
	}
	if cl.Kind == "verb" {
		r.light(cl)
	}
}

// oneSubject joins, or drops, a second subject that is not coordinated with the first, since a predicate has but one: names
// that the parser has cut ("Time | Warner said") and descriptions before a name ("the media giant | TimeWarner") are one
// phrase; of others the first is the subject, unless only the second names somebody.
func (r *reader) oneSubject(cl *extract.Clause) {
	first := -1
	for i := 0; i < len(cl.Args); i++ {
		a := &cl.Args[i]
		switch {
		case a.Slot != "subject" || a.Clause >= 0 || !extract.Is(r.d.Tokens[a.Head].Rel, "nsubj") || r.d.Tokens[a.Head].Head != cl.Head:
			continue
		case first < 0:
			first = i
			continue
		case cl.Args[first].At.To == a.At.From && r.names.Head[a.Head] >= 0:
			cl.Args[first].Head, cl.Args[first].At.To = a.Head, a.At.To
		case a.Head < cl.Head && r.d.Word(a.At.From-1) == "," && r.acts(a.Head) && !r.acts(cl.Args[first].Head):
			cl.Args[first] = *a // "east London, | Mr Rey said"
		}
		cl.Args = append(cl.Args[:i], cl.Args[i+1:]...)
		i--
	}
}

// acts tells whether token i heads the name of a person or body.
func (r *reader) acts(i int) bool {
	m := r.names.Head[i]
	if m < 0 || r.d.Mentions[m].Form != extract.Name {
		return false
	}
	k := r.d.Mentions[m].Kind
	return k == graph.Person || k == graph.Organization
}

// oneObject takes a measure for what it is where the parser makes it a second object: "lifted rates 0.25%".
func (r *reader) oneObject(cl *extract.Clause) {
	first := false
	for i := range cl.Args {
		a := &cl.Args[i]
		if a.Slot != "object" || r.d.Tokens[a.Head].Head != cl.Head {
			continue
		}
		if u := r.d.Tokens[a.Head].UPOS; first && (u == "NUM" || u == "SYM") {
			a.Slot = "oblique"
		}
		first = true
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
		slot := "oblique"
		if t.Rel == "obl:agent" || cl.Passive && r.caseOf(k) == "by" && !r.timed[k] {
			slot = "agent"
		}
		if r.bare(cl, k) {
			slot = "object"
		}
		r.put(cl, slot, k, nominal)
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
		}
	case "ccomp":
		r.put(cl, "clause", k, false)
	case "advcl":
		if r.wanted(cl, k) {
			r.put(cl, "clause", k, false)
		}
	case "advmod":
		if r.rules.In("place-adverb", t.Lemma) {
			r.put(cl, "oblique", k, true)
		}
	}
}

// bare tells of a name without preposition beside a verb without object, which the parser took for a measure because it
// ends in a number: "introduced iPhone 4".
func (r *reader) bare(cl *extract.Clause, k int) bool {
	return cl.Kind == "verb" && !cl.Passive && r.name[k] != 0 && !r.timed[k] && r.caseOf(k) == "" && r.deps.Kid(r.d, cl.Head, "obj") < 0
}

// wanted tells whether the infinitive at token k, which the parser took for a purpose, is what a verb of wishing or planning
// wants: "promised on Monday to send doctors".
func (r *reader) wanted(cl *extract.Clause, k int) bool {
	verb := cl.Verb()
	if !r.rules.In("plan", verb) && !r.rules.In("wish", verb) || cl.Kind != "verb" || cl.Passive || k < cl.Head || r.d.Tokens[k].XPOS != "VB" || r.mark(k) != "to" {
		return false
	}
	for _, j := range r.deps.Kids(cl.Head) {
		switch base(r.d.Tokens[j].Rel) {
		case "obj", "iobj", "ccomp", "xcomp":
			return false
		}
	}
	return true
}

// put adds token k, and each of its conjuncts, to slot.
func (r *reader) put(cl *extract.Clause, slot string, k int, nominal bool) {
	r.add(cl, slot, k, nominal)
	if !nominal {
		return
	}
	prep := cl.Args[len(cl.Args)-1].Case
	if cl.Kind == "verb" {
		for _, j := range r.deps.Kids(k) {
			if r.strays(k, int(j)) {
				r.put(cl, "oblique", int(j), true)
			}
		}
	}
	for _, j := range r.deps.Kids(k) {
		if r.d.Tokens[j].Rel != "conj" || r.clause[j] >= 0 && r.out[r.clause[j]].Kind != "noun" {
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
	}
	return w
}

// light turns "held talks with Obama in Vienna" into one predicate "hold talk": the noun decides, and what hangs on it
// becomes an argument of the clause. The noun's own clause is marked by Link "light" and left to readers to skip.
func (r *reader) light(cl *extract.Clause) {
	for _, a := range cl.Args {
		if a.Slot != "object" && !(a.Slot == "subject" && cl.Passive) || a.Clause >= 0 {
			continue
		}
		noun := r.d.Tokens[a.Head].Lemma
		if !r.lends(cl.Lemma, noun) {
			continue
		}
		cl.Lemma += " " + noun
		n := int(r.clause[a.Head])
		if n < 0 {
			return
		}
		for _, k := range r.deps.Kids(a.Head) {
			t := &r.d.Tokens[k]
			if base(t.Rel) == "nmod" && t.Rel != "nmod:poss" && !a.At.Has(int(k)) {
				r.put(cl, "oblique", int(k), true)
			} else if base(t.Rel) == "nmod" && t.Rel != "nmod:poss" {
				r.put(cl, "inner", int(k), true)
			}
		}
		return
	}
}

// lends tells whether verb is light with noun: "hold" with "talk".
func (r *reader) lends(verb, noun string) bool {
	for _, t := range r.rules.Noun(noun) {
		for _, v := range t.Light {
			if v == verb {
				return true
			}
		}
	}
	return false
}

// inherit fetches the subject, or object, that the syntax has left at the governor of clause c.
func (r *reader) inherit(c int) {
	cl := &r.out[c]
	if cl.Kind == "noun" {
		if cl.Parent >= 0 && r.isLightOf(cl.Parent, cl.Head) {
			cl.Link = "light"
		}
		return
	}
	t := &r.d.Tokens[cl.Head]
	switch {
	case t.Rel == "acl:relcl" || t.Rel == "advcl:relcl":
		r.relative(cl, t.Head)
	case base(t.Rel) == "acl":
		r.reduced(cl, t.Head)
	}
	if cl.Parent < 0 || has(cl, "subject") {
		return
	}
	p := &r.out[cl.Parent]
	if p.Kind == "copula" && cl.Mark == "to" && cl.Tense == "none" {
		take(cl, p, "subject") // "is about to", "are ready to", however the parser hangs it
		return
	}
	switch base(t.Rel) {
	case "conj":
		if t.Head == p.Head {
			take(cl, p, "subject")
			r.share(cl, p)
		}
	case "xcomp":
		switch {
		case p.Kind == "noun" || p.Passive || !has(p, "object") && !has(p, "indirect") || r.rules.In("subject-control", p.Lemma):
			take(cl, p, "subject")
		case has(p, "object"):
			takeAs(cl, p, "object", "subject")
		default:
			takeAs(cl, p, "indirect", "subject")
		}
	case "advcl":
		if r.ofObject(cl, p) {
			takeAs(cl, p, "object", "subject")
			return
		}
		if cl.Tense == "none" && p.Kind != "noun" {
			if p.Passive && has(p, "agent") {
				takeAs(cl, p, "agent", "subject")
			} else {
				take(cl, p, "subject")
			}
		}
	}
}

// ofObject tells whether a participle behind a preposition tells of its governor's object: "accused the bank of hiding
// losses", "praised Tripoli for giving up weapons".
func (r *reader) ofObject(cl, p *extract.Clause) bool {
	if cl.Tense != "none" || p.Passive || !r.rules.In("object-mark", cl.Mark) {
		return false
	}
	for i := range p.Args {
		if a := &p.Args[i]; a.Slot == "object" && a.Clause < 0 {
			m := r.names.Head[a.Head]
			return cl.Mark != "for" || m >= 0 && r.names.Named[m] || r.rules.In("people", r.d.Tokens[a.Head].Lemma)
		}
	}
	return false
}

// isLightOf tells whether clause p has swallowed the event noun at token head.
func (r *reader) isLightOf(p, head int) bool {
	cl := &r.out[p]
	noun := r.d.Tokens[head].Lemma
	return cl.Kind == "verb" && strings.HasSuffix(cl.Lemma, " "+noun) && r.d.Tokens[head].Head == cl.Head
}

// share hands tense, modal and negation of the first conjunct to a bare second: "will meet and discuss".
func (r *reader) share(cl, p *extract.Clause) {
	if cl.Tense != "none" || p.Tense == "none" {
		return
	}
	own, first := r.d.Tokens[cl.Head].XPOS, r.d.Tokens[p.Head].XPOS
	if own != first && !(own == "VBN" && first == "VBD") && !(own == "VBD" && first == "VBN") {
		return
	}
	cl.Tense, cl.Modal, cl.Perfect, cl.Progress = p.Tense, p.Modal, p.Perfect, p.Progress
	cl.Negated = cl.Negated || p.Negated
	if p.Perfect && !p.Passive {
		cl.Passive = false
	}
}

// relative puts the antecedent in place of the relative pronoun, or into the gap where there is none.
func (r *reader) relative(cl *extract.Clause, antecedent int) {
	if antecedent < 0 || r.d.Tokens[antecedent].UPOS == "VERB" || r.d.Tokens[antecedent].UPOS == "ADJ" {
		return // which stands for a whole clause
	}
	for i := range cl.Args {
		a := &cl.Args[i]
		if a.Clause < 0 && r.d.Tokens[a.At.From].XPOS == "WP$" {
			return // "whose boat sank": the antecedent owns the subject
		}
		switch r.d.Tokens[a.Head].XPOS {
		case "WDT", "WP":
			if extract.Is(r.d.Tokens[cl.Head].Rel, "advcl") {
				continue
			}
			a.Head, a.At = antecedent, r.phrase(antecedent)
			r.coordinates(cl, *a)
			return
		}
	}
	if cl.Mark == "where" || cl.Mark == "when" || cl.Mark == "why" || cl.Mark == "how" || cl.Kind == "copula" {
		return
	}
	if has(cl, "subject") && !has(cl, "object") && !has(cl, "clause") && !cl.Passive {
		cl.Args = append(cl.Args, extract.Argument{Slot: "object", Head: antecedent, Clause: -1, At: r.phrase(antecedent)})
	}
}

// reduced gives a participle its noun: "troops dispatched by Russia", "the man leading the talks".
func (r *reader) reduced(cl *extract.Clause, noun int) {
	tag := r.d.Tokens[cl.Head].XPOS
	if noun < 0 || has(cl, "subject") || tag != "VBN" && tag != "VBG" && tag != "VBD" || cl.Mark != "" {
		return
	}
	if tag != "VBG" {
		cl.Passive, cl.Tense = true, "none" // whatever the tagger took the participle for
	}
	cl.Args = append(cl.Args, extract.Argument{Slot: "subject", Head: noun, Clause: -1, At: r.phrase(noun)})
}

// coordinates adds to relative clause cl what is coordinated with its antecedent, which fills slot a, and stands before
// the clause: of "Kerry and Lavrov, who met" both met, though the parser hangs the clause on the first.
func (r *reader) coordinates(cl *extract.Clause, a extract.Argument) {
	for _, j := range r.deps.Kids(a.Head) {
		if t := &r.d.Tokens[j]; t.Rel == "conj" && int(j) < cl.Predicate.From && (t.UPOS == "NOUN" || t.UPOS == "PROPN") {
			a.Head, a.At = int(j), r.phrase(int(j))
			cl.Args = append(cl.Args, a)
		}
	}
}

func has(cl *extract.Clause, slot string) bool {
	for i := range cl.Args {
		if cl.Args[i].Slot == slot {
			return true
		}
	}
	return false
}

func take(cl, from *extract.Clause, slot string) { takeAs(cl, from, slot, slot) }

// takeAs copies the arguments in slot of from into slot as of cl.
func takeAs(cl, from *extract.Clause, slot, as string) {
	for _, a := range from.Args {
		if a.Slot == slot {
			a.Slot, a.Case = as, ""
			cl.Args = append(cl.Args, a)
		}
	}
}
