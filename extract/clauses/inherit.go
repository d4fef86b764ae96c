package clauses

import (
	"strings"

	"dateline/extract"
)

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
			r.suffers(cl, p)
		}
	case "xcomp":
		r.controlled(cl, p)
	case "advcl":
		r.adjoined(cl, p)
	}
}

// suffers makes cl passive where it goes on with passive p and its verb, which wants an object, has none: "was betrayed
// and sent to prison". The tagger has taken the participle for a past.
func (r *reader) suffers(cl, p *extract.Clause) {
	if x := r.d.Tokens[cl.Head].XPOS; p.Passive && !cl.Passive && (x == "VBD" || x == "VBN") && !has(cl, "object") && !has(cl, "clause") && r.rules.In("transitive", cl.Lemma) {
		cl.Passive = true
	}
}

// adjoined gives clause cl, an adverbial of p, its subject.
func (r *reader) adjoined(cl, p *extract.Clause) {
	if cl.Link == "xcomp" || r.asked(cl, p) >= 0 {
		r.controlled(cl, p)
		return
	}
	if cl.Tense != "none" && cl.Mark == "" {
		r.robbed(cl)
		return
	}
	if r.ofObject(cl, p) {
		takeAs(cl, p, "object", "subject")
		return
	}
	if cl.Tense == "none" && p.Kind != "noun" {
		if p.Passive && has(p, "agent") && !r.rules.In("object-mark", cl.Mark) { // "criticised by the union for leaving"
			takeAs(cl, p, "agent", "subject")
		} else {
			take(cl, p, "subject")
			r.dangling(cl)
		}
	}
}

// dangling gives the opening participle cl, which says what was done to somebody, the one whose thing its subject is: of
// "born in Leeds, his first job" he was born.
func (r *reader) dangling(cl *extract.Clause) {
	if !cl.Passive && r.d.Tokens[cl.Head].XPOS != "VBN" || cl.Mark != "" || !r.rules.In("of-persons", cl.Lemma) {
		return
	}
	for i := range cl.Args {
		a := &cl.Args[i]
		if a.Slot != "subject" || a.Clause >= 0 || a.Head < cl.Head {
			continue
		}
		if k := r.deps.Kid(r.d, a.Head, "nmod:poss"); k > cl.Head && !r.does(a.Head) {
			a.Head, a.At = k, r.phrase(k)
		}
	}
}

// robbed gives a finite verb without subject the noun right before it that the parser made the object of another verb:
// "travelling to the U.S. [The President] later took action".
func (r *reader) robbed(cl *extract.Clause) {
	i := cl.Predicate.From - 1
	for i >= 0 && r.d.Tokens[i].UPOS == "ADV" {
		i--
	}
	if i < 0 || !extract.Is(r.d.Tokens[i].Rel, "obj") {
		return
	}
	other := r.clause[max(0, r.d.Tokens[i].Head)]
	if other < 0 {
		return
	}
	o := &r.out[other]
	for n := range o.Args {
		if a := o.Args[n]; a.Head == i && a.Slot == "object" {
			a.Slot = "subject"
			cl.Args = append(cl.Args, a)
			o.Args = append(o.Args[:n], o.Args[n+1:]...)
			return
		}
	}
}

// controlled gives the infinitive cl under p its subject: the one that p's verb hands down.
func (r *reader) controlled(cl, p *extract.Clause) {
	if i := r.asked(cl, p); i >= 0 {
		a := p.Args[i]
		a.Slot, a.Case = "subject", ""
		cl.Args = append(cl.Args, a)
		return
	}
	switch {
	case p.Kind == "noun" || p.Passive || !has(p, "object") && !has(p, "indirect") || r.rules.In("subject-control", p.Lemma):
		take(cl, p, "subject")
	case has(p, "object"):
		takeAs(cl, p, "object", "subject")
	default:
		takeAs(cl, p, "indirect", "subject")
	}
}

// asked is the argument of p that is asked to do cl, with a preposition: "called on them to leave", "waited for it to end";
// -1 if there is none.
func (r *reader) asked(cl, p *extract.Clause) int {
	if cl.Mark != "to" || cl.Tense != "none" || p.Kind != "verb" || p.Passive || !r.rules.In("asks", p.Verb()) {
		return -1
	}
	for i := range p.Args {
		a := &p.Args[i]
		if a.Slot == "oblique" && a.Clause < 0 && a.Head > p.Head && a.Head < cl.Head && r.rules.In("asks-mark", a.Case) && !r.timed[a.Head] && r.d.Tokens[a.Head].UPOS != "NUM" {
			return i
		}
	}
	return -1
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
	if p.Passive && cl.Tense == "past" && r.undergone(cl) {
		cl.Passive, cl.Tense = true, "none" // "were searched and forced to leave"
	}
	if cl.Tense != "none" || p.Tense == "none" {
		return
	}
	own, first := r.d.Tokens[cl.Head].XPOS, r.d.Tokens[p.Head].XPOS
	if own != first && !(own == "VBN" && first == "VBD") && !(own == "VBD" && first == "VBN") {
		return
	}
	cl.Tense, cl.Modal, cl.Perfect, cl.Progress = p.Tense, p.Modal, p.Perfect, p.Progress
	cl.Negated = cl.Negated || p.Negated && !r.opposed(cl)
	if p.Perfect && !p.Passive {
		cl.Passive = false
	}
}

// opposed tells whether "but" sets cl against the conjunct before it: "had no choice but to leave".
func (r *reader) opposed(cl *extract.Clause) bool {
	k := r.deps.Kid(r.d, cl.Head, "cc")
	return k >= 0 && strings.EqualFold(r.d.Word(k), "but")
}

// relative puts the antecedent in place of the relative pronoun, or into the gap where there is none.
func (r *reader) relative(cl *extract.Clause, antecedent int) {
	if antecedent < 0 || r.d.Tokens[antecedent].UPOS == "VERB" || r.d.Tokens[antecedent].UPOS == "ADJ" {
		return // which stands for a whole clause
	}
	for i := range cl.Args {
		a := &cl.Args[i]
		if a.Clause < 0 && r.partitive(a) {
			return // "whose boat sank", "many of whom": the antecedent owns the subject
		}
		switch r.d.Tokens[a.Head].XPOS {
		case "WDT", "WP":
			if extract.Is(r.d.Tokens[cl.Head].Rel, "advcl") {
				continue
			}
			a.Head, a.At = antecedent, r.phrase(antecedent)
			if a.Slot == "object" {
				r.stranded(cl, i)
			}
			r.coordinates(cl, cl.Args[i])
			return
		}
	}
	if cl.Mark == "where" || cl.Mark == "when" || cl.Mark == "why" || cl.Mark == "how" || cl.Kind == "copula" {
		return
	}
	if has(cl, "subject") && !has(cl, "object") && !has(cl, "clause") && !cl.Passive {
		cl.Args = append(cl.Args, extract.Argument{Slot: "object", Head: antecedent, Clause: -1, At: r.phrase(antecedent)})
		r.stranded(cl, len(cl.Args)-1)
	}
}

// partitive tells whether a says of what stands before its clause whose, or of how many: "whose boat", "many of whom".
func (r *reader) partitive(a *extract.Argument) bool {
	if r.d.Tokens[a.At.From].XPOS == "WP$" {
		return true
	}
	for i := a.Head + 1; i < a.At.To; i++ {
		if x := r.d.Tokens[i].XPOS; x == "WP" || x == "WDT" {
			return true
		}
	}
	return false
}

// stranded gives argument i of relative clause cl, its antecedent, the preposition that was left behind the verb: "the
// pupils he spoke [to]" is of speaking to pupils.
func (r *reader) stranded(cl *extract.Clause, i int) {
	for n := range cl.Args {
		a := &cl.Args[n]
		if t := &r.d.Tokens[a.Head]; n != i && a.Slot == "oblique" && t.UPOS == "ADP" && a.At.Len() == 1 && a.Head > cl.Head {
			cl.Args[i].Slot, cl.Args[i].Case = "oblique", t.Lemma
			cl.Args = append(cl.Args[:n], cl.Args[n+1:]...)
			return
		}
	}
}

// reduced gives a participle its noun: "troops dispatched by Russia", "the man leading the talks".
func (r *reader) reduced(cl *extract.Clause, noun int) {
	tag := r.d.Tokens[cl.Head].XPOS
	if r.headline(cl, noun) {
		cl.Args = append(cl.Args, extract.Argument{Slot: "subject", Head: noun, Clause: -1, At: r.phrase(noun)})
		return
	}
	if noun < 0 || has(cl, "subject") || tag != "VBN" && tag != "VBG" && tag != "VBD" || cl.Mark != "" || tag == "VBG" && cl.Head > 0 && r.d.Tokens[cl.Head-1].UPOS == "ADP" {
		return // "the emphasis on selling": not the noun sells
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

// headline tells of an infinitive that is all a line says of its noun: "Ministry to employ women".
func (r *reader) headline(cl *extract.Clause, noun int) bool {
	if noun < 0 || r.d.Tokens[noun].Head >= 0 || cl.Mark != "to" || r.d.Tokens[cl.Head].XPOS != "VB" || has(cl, "subject") {
		return false
	}
	lemma := r.d.Tokens[noun].Lemma
	return r.names.Head[noun] >= 0 && r.names.Named[r.names.Head[noun]] || r.rules.In("people", lemma) || r.rules.In("state", lemma)
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
