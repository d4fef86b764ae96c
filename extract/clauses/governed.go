package clauses

import (
	"strings"

	"dateline/extract"
	"dateline/graph"
)

// governed is the status that the governors of clause c leave it.
func (r *reader) governed(c, depth int) verdict {
	cl := &r.out[c]
	if cl.Parent < 0 || depth > 20 {
		return plain
	}
	p := &r.out[cl.Parent]
	up := func() verdict { return r.governed(cl.Parent, depth+1) }
	link := cl.Link
	if i := strings.IndexByte(link, ':'); i >= 0 {
		link = link[:i]
	}
	if cl.Kind == "noun" {
		return r.governedNoun(cl, p, up)
	}
	switch link {
	case "conj":
		if cl.Tense == "none" && r.d.Tokens[cl.Head].XPOS == "VBG" && r.d.Tokens[p.Head].XPOS == "VB" {
			return plain // "remaining home to lead the country and sending his minister"
		}
		if (cl.Tense == "none" || cl.Modal != "" && p.Modal == cl.Modal) && !(p.Negated && r.opposed(cl)) {
			return weaker(r.own(p), up())
		}
		return up()
	case "xcomp":
		return r.complement(p, cl, up)
	case "ccomp", "csubj":
		return r.content(p, cl, up)
	case "acl":
		return r.attribute(cl, p, up)
	case "advcl":
		return r.adverbial(cl, p, up)
	}
	return plain
}

// attribute is the status that clause cl, an attribute, has from its noun and from clause p.
func (r *reader) attribute(cl, p *extract.Clause, up func() verdict) verdict {
	if cl.Tense == "none" && cl.Mark == "to" {
		return r.infinitive(cl)
	}
	if cl.Tense == "none" && r.governable(cl) && r.governs(p) {
		return r.complement(p, cl, up) // "accused the rebels of burning it", with the participle hung on the rebels
	}
	if det := r.deps.Kid(r.d, p.Head, "det"); p.Kind == "copula" && p.Negated && r.d.Tokens[cl.Head].Head == p.Head && det >= 0 && !r.rules.In("definite", r.d.Tokens[det].Lemma) {
		return verdict{graph.Denied, r.negator(p)} // "is not an injury that stops him"
	}
	if h := r.d.Tokens[cl.Head].Head; cl.Tense == "none" && cl.Mark != "" && h >= 0 && r.rules.In("plan-noun", r.d.Tokens[h].Lemma) {
		return verdict{graph.Possible, h} // "the risk of losing"
	}
	return plain
}

// adverbial is the status that clause cl, an adverbial, has from its mark and from clause p.
func (r *reader) adverbial(cl, p *extract.Clause, up func() verdict) verdict {
	if r.rules.In("condition", cl.Mark) {
		return verdict{graph.Possible, r.markToken(cl)}
	}
	if cl.Tense == "none" && r.governable(cl) && r.governs(p) {
		return r.complement(p, cl, up)
	}
	if cl.Mark == "by" && cl.Tense == "none" && (r.rules.In("wish", p.Verb()) || r.rules.In("plan", p.Verb())) {
		return weaker(verdict{graph.Possible, p.Head}, up()) // "by leaving they hope to win"
	}
	if p.Kind == "copula" && cl.Mark == "to" && r.d.Tokens[cl.Head].XPOS == "VBG" {
		return weaker(verdict{graph.Possible, p.Head}, up()) // "was close to agreeing"
	}
	if p.Negated && cl.Tense == "none" && cl.Mark == "" && cl.Head > p.Head && r.d.Tokens[cl.Head].XPOS == "VBG" && r.rules.In("resulting", cl.Lemma) {
		return up()
	}
	if p.Kind == "copula" && cl.Mark == "in" {
		return up() // "was not open in attacking them": they were attacked
	}
	if cl.Tense == "none" && !r.rules.In("purpose", cl.Mark) && !r.rules.In("presupposing-mark", cl.Mark) {
		return weaker(r.own(p), up())
	}
	return plain
}

// governedNoun is the status of an event noun under its verb: "called for talks", "cancelled the summit".
func (r *reader) governedNoun(cl, p *extract.Clause, up func() verdict) verdict {
	if p.Kind == "noun" || p.Kind == "copula" {
		return plain
	}
	verb := p.Verb()
	for i := range p.Args {
		a := &p.Args[i]
		if a.Head != cl.Head {
			continue
		}
		object := a.Slot == "object" || p.Passive && a.Slot == "subject"
		switch {
		case object && r.rules.In("cancel", p.Lemma):
			return verdict{graph.Cancelled, p.Head}
		case object && r.rules.In("fail", p.Lemma) && !p.Negated:
			return verdict{graph.Denied, p.Head}
		case (object || a.Case == "for") && (r.rules.In("wish", verb) || r.rules.In("plan", verb)):
			return verdict{graph.Possible, p.Head}
		case object && r.rules.In("ends", verb):
			return plain // "will end the strike"
		case (object || a.Case == "into") && (p.Modal != "" || p.Tense == "future" || p.Negated || p.Mark == "to"):
			return weaker(r.own(p), up())
		}
	}
	for h := r.d.Tokens[cl.Head].Head; h >= 0; h = r.d.Tokens[h].Head {
		if r.rules.In("plan-noun", r.d.Tokens[h].Lemma) && r.d.Tokens[h].UPOS == "NOUN" {
			return verdict{graph.Possible, h}
		}
		if r.clause[h] >= 0 {
			break
		}
	}
	return plain
}

// complement is the status of an infinitive under verb p.
func (r *reader) complement(p, cl *extract.Clause, up func() verdict) verdict {
	verb := p.Verb()
	own := r.own(p)
	switch {
	case r.rules.In("fail", p.Lemma) || r.rules.In("fail", verb):
		if p.Negated {
			return up()
		}
		if open := weaker(own, up()); open.Status == graph.Possible || open.Status == graph.Planned {
			return verdict{graph.Possible, p.Head} // "if it fails to pay", "will refuse to pay"
		}
		return verdict{graph.Denied, p.Head}
	case r.rules.In("cancel", p.Lemma):
		return verdict{graph.Cancelled, p.Head}
	case cl.Tense == "none" && cl.Mark != "to" && r.rules.In("wants-gerund", verb):
		return verdict{graph.Possible, p.Head} // "is considering scrapping the tax"
	case cl.Tense == "none" && cl.Mark != "to" && extract.Is(cl.Link, "xcomp"):
		return weaker(own, up())
	case r.rules.In("manage", verb), p.Tense == "past" && r.rules.In("manage-past", verb) && !p.Negated:
		return weaker(own, up())
	case r.rules.In("plan", verb):
		if p.Negated {
			return verdict{graph.Denied, p.Head}
		}
		return verdict{graph.Planned, p.Head}
	case r.rules.In("wish", verb):
		return verdict{graph.Possible, p.Head}
	case r.rules.In("claim", verb) || r.rules.In("say", verb):
		return verdict{graph.Reported, p.Head}
	}
	return verdict{graph.Possible, p.Head}
}

// content is the status of what is said, thought or caused by p.
func (r *reader) content(p, cl *extract.Clause, up func() verdict) verdict {
	verb := p.Verb()
	switch {
	case r.subjunctive(cl):
		return verdict{graph.Possible, p.Head}
	case cl.Tense == "none" && cl.Mark == "to" && extract.Is(cl.Link, "ccomp"):
		return verdict{graph.Possible, r.markToken(cl)} // "discussed how to end the war"
	case r.rules.In("deny", verb) && !p.Negated:
		return verdict{graph.Denied, p.Head}
	case p.Negated && p.Kind == "verb" && !r.rules.In("factive", verb) && !r.rules.In("deny", verb):
		return weaker(verdict{graph.Possible, p.Head}, up()) // "does not mean that they left"
	case r.rules.In("manage", verb):
		return weaker(r.own(p), up())
	case r.rules.In("say", verb) && p.Kind == "verb":
		return up()
	case r.rules.In("claim", verb) && p.Kind == "verb":
		return weaker(verdict{graph.Reported, p.Head}, up())
	case r.rules.In("hope", verb) && cl.Tense == "past":
		return weaker(verdict{graph.Reported, p.Head}, up())
	case r.rules.In("wish", verb) || r.rules.In("plan", verb):
		return verdict{graph.Possible, p.Head}
	}
	return up()
}

// governable tells of a participle behind a preposition that a verb can govern: "committed to leaving".
func (r *reader) governable(cl *extract.Clause) bool {
	return r.rules.In("governed-mark", cl.Mark) || cl.Mark == "to" && r.d.Tokens[cl.Head].XPOS == "VBG"
}

// governs tells whether p decides about what follows it with a preposition: "accused of killing", "kept from leaving".
func (r *reader) governs(p *extract.Clause) bool {
	for _, group := range [...]string{"fail", "plan", "wish", "claim"} {
		if r.rules.In(group, p.Verb()) {
			return true
		}
	}
	return false
}

// infinitive is the status of "to" with a verb that hangs on a noun: a plan to attack, the first to attack.
func (r *reader) infinitive(cl *extract.Clause) verdict {
	if h := r.d.Tokens[cl.Head].Head; h >= 0 && r.rules.In("plan-noun", r.d.Tokens[h].Lemma) {
		return verdict{graph.Planned, h}
	}
	if h := r.d.Tokens[cl.Head].Head; h >= 0 && r.d.Tokens[h].Head < 0 && has(cl, "subject") {
		return verdict{graph.Planned, r.markToken(cl)} // "Ministry to employ women"
	}
	return verdict{graph.Possible, r.markToken(cl)}
}
