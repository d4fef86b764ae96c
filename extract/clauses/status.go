package clauses

import (
	"strings"

	"dateline/extract"
	"dateline/graph"
)

// status decides whether what clause c tells happened: from its own verb group, then from what governs it. Denied beats
// cancelled beats possible beats planned beats reported; what nothing speaks against has happened.
//
// The groups of governing verbs follow the implicatives and factives of Karttunen (Language 47, 1971): "managed to"
// keeps the status of its own clause, "failed to" turns it to denied, "promised to" leaves it a plan.
func (r *reader) status(c int) graph.Status {
	cl := &r.out[c]
	own := r.ownStatus(cl)
	if own == graph.Denied && !r.wished(cl) {
		return own
	}
	if own == graph.Denied {
		own = graph.Possible
	}
	return weaker(own, r.governed(c, 0))
}

// wished tells whether cl is an infinitive that somebody asks for, or plans: "asked them not to leave" denies nothing.
func (r *reader) wished(cl *extract.Clause) bool {
	if cl.Link != "xcomp" || cl.Mark != "to" || cl.Parent < 0 {
		return false
	}
	verb := r.out[cl.Parent].Verb()
	return r.rules.In("wish", verb) || r.rules.In("plan", verb)
}

// rank orders statuses by how much they take away.
func rank(s graph.Status) int {
	switch s {
	case graph.Denied:
		return 6
	case graph.Cancelled:
		return 5
	case graph.Possible:
		return 4
	case graph.Planned:
		return 3
	case graph.Unknown:
		return 2
	case graph.Reported:
		return 1
	}
	return 0
}

func weaker(a, b graph.Status) graph.Status {
	if rank(b) > rank(a) {
		return b
	}
	return a
}

// ownStatus reads the clause's own verb group, adverbs and conjunction.
func (r *reader) ownStatus(cl *extract.Clause) graph.Status {
	if r.rules.In("condition", cl.Mark) {
		return graph.Possible
	}
	if cl.Negated && r.rules.In("fail", cl.Lemma) {
		return graph.Possible // "has not ruled out air strikes"
	}
	if cl.Negated {
		return graph.Denied
	}
	switch {
	case cl.Modal == "would" && r.rules.In("fond", cl.Lemma):
		return graph.Happened // "would like to": they do
	case cl.Modal == "will", cl.Modal == "would" && !cl.Perfect:
		if cl.Modal == "would" && !r.reportedPast(cl) {
			return graph.Possible
		}
		return graph.Planned
	case cl.Modal != "":
		return graph.Possible
	}
	for _, k := range r.deps.Kids(cl.Head) {
		lemma := strings.ToLower(r.d.Tokens[k].Lemma)
		switch {
		case r.rules.In("possibly", lemma):
			return graph.Possible
		case r.rules.In("reportedly", lemma):
			return graph.Reported
		}
	}
	if cl.Tense == "none" && cl.Mark == "to" && extract.Is(cl.Link, "advcl") && !r.meant(cl) {
		return graph.Planned // a purpose
	}
	if cl.Mark == "instead of" || cl.Mark == "rather than" {
		return graph.Denied
	}
	if cl.Tense == "none" && cl.Mark == "to" && extract.Is(cl.Link, "csubj") || r.imperative(cl) {
		return graph.Unknown // "to leave now would be wrong", "leave now"
	}
	if cl.Tense == "none" && cl.Mark == "to" && (cl.Link == "root" || cl.Link == "conj") {
		return graph.Planned // "Minister to visit Cairo"
	}
	if cl.Tense == "present" && !cl.Perfect && extract.Is(cl.Link, "advcl") && r.rules.In("when-mark", cl.Mark) {
		if cl.Progress {
			return graph.Possible // "when the market is falling"
		}
		return graph.Planned // "when they arrive": one day, or every time
	}
	if cl.Kind == "verb" && cl.Progress && cl.Tense == "present" && r.d.Tokens[cl.Head].Lemma == "go" {
		return graph.Planned
	}
	if r.question(cl.Sentence) && cl.Link == "root" && !r.presupposed(cl) {
		return graph.Unknown
	}
	return graph.Happened
}

// meant tells of a purpose that came about as far as its clause says: "used water cannon to disperse them".
func (r *reader) meant(cl *extract.Clause) bool {
	if cl.Parent < 0 {
		return false
	}
	p := &r.out[cl.Parent]
	return p.Tense == "past" && !p.Negated && p.Modal == "" && r.rules.In("means", p.Verb())
}

// imperative tells whether cl is an order or a request: "leave now".
func (r *reader) imperative(cl *extract.Clause) bool {
	return cl.Kind == "verb" && cl.Tense == "none" && cl.Mark == "" && r.d.Tokens[cl.Head].XPOS == "VB" && !has(cl, "subject") &&
		(cl.Link == "root" || extract.Is(cl.Link, "parataxis"))
}

// presupposed tells of a question that takes for granted what it asks about: "why did they leave?".
func (r *reader) presupposed(cl *extract.Clause) bool {
	for _, k := range r.deps.Kids(cl.Head) {
		switch r.d.Tokens[k].Lemma {
		case "how", "why", "when", "where":
			return cl.Tense == "past" || cl.Perfect
		}
	}
	return false
}

// reportedPast tells whether "would" is the past of "will" in what somebody said.
func (r *reader) reportedPast(cl *extract.Clause) bool {
	for p := cl.Parent; p >= 0; p = r.out[p].Parent {
		verb := r.out[p].Verb()
		if r.out[p].Tense == "past" && (r.rules.In("say", verb) || r.rules.In("plan", verb) || r.rules.In("claim", verb)) {
			return true
		}
	}
	return false
}

func (r *reader) question(s int) bool {
	sent := r.d.Sentences[s]
	for i := sent.To - 1; i >= sent.From && r.d.Tokens[i].UPOS == "PUNCT"; i-- {
		if r.d.Word(i) == "?" {
			return true
		}
	}
	return false
}

// governed is the status that the governors of clause c leave it.
func (r *reader) governed(c, depth int) graph.Status {
	cl := &r.out[c]
	if cl.Parent < 0 || depth > 20 {
		return graph.Happened
	}
	p := &r.out[cl.Parent]
	up := func() graph.Status { return r.governed(cl.Parent, depth+1) }
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
			return graph.Happened // "remaining home to lead the country and sending his minister"
		}
		if cl.Tense == "none" || cl.Modal != "" && p.Modal == cl.Modal {
			return weaker(r.ownStatus(p), up())
		}
		return up()
	case "xcomp":
		return r.complement(p, cl, up)
	case "ccomp", "csubj":
		return r.content(p, cl, up)
	case "acl":
		if cl.Tense == "none" && cl.Mark == "to" {
			return r.infinitive(cl)
		}
		if h := r.d.Tokens[cl.Head].Head; cl.Tense == "none" && cl.Mark != "" && h >= 0 && r.rules.In("plan-noun", r.d.Tokens[h].Lemma) {
			return graph.Possible // "the risk of losing"
		}
		return graph.Happened
	case "advcl":
		if r.rules.In("condition", cl.Mark) {
			return graph.Possible
		}
		if cl.Tense == "none" && r.rules.In("governed-mark", cl.Mark) && r.governs(p) {
			return r.complement(p, cl, up)
		}
		if cl.Tense == "none" && !r.rules.In("purpose", cl.Mark) && !r.rules.In("presupposing-mark", cl.Mark) {
			return weaker(r.ownStatus(p), up())
		}
	}
	return graph.Happened
}

// governedNoun is the status of an event noun under its verb: "called for talks", "cancelled the summit".
func (r *reader) governedNoun(cl, p *extract.Clause, up func() graph.Status) graph.Status {
	if p.Kind == "noun" || p.Kind == "copula" {
		return graph.Happened
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
			return graph.Cancelled
		case object && r.rules.In("fail", p.Lemma) && !p.Negated:
			return graph.Denied
		case (object || a.Case == "for") && (r.rules.In("wish", verb) || r.rules.In("plan", verb)):
			return graph.Possible
		case object && (p.Modal != "" || p.Tense == "future" || p.Negated || p.Mark == "to"):
			return weaker(r.ownStatus(p), up())
		}
	}
	for h := r.d.Tokens[cl.Head].Head; h >= 0; h = r.d.Tokens[h].Head {
		if r.rules.In("plan-noun", r.d.Tokens[h].Lemma) && r.d.Tokens[h].UPOS == "NOUN" {
			return graph.Possible
		}
		if r.clause[h] >= 0 {
			break
		}
	}
	return graph.Happened
}

// complement is the status of an infinitive under verb p.
func (r *reader) complement(p, cl *extract.Clause, up func() graph.Status) graph.Status {
	verb := p.Verb()
	own := r.ownStatus(p)
	switch {
	case r.rules.In("fail", p.Lemma) || r.rules.In("fail", verb):
		if p.Negated {
			return up()
		}
		if open := weaker(own, up()); open == graph.Possible || open == graph.Planned {
			return graph.Possible // "if it fails to pay", "will refuse to pay"
		}
		return graph.Denied
	case r.rules.In("cancel", p.Lemma):
		return graph.Cancelled
	case cl.Tense == "none" && cl.Mark != "to" && extract.Is(cl.Link, "xcomp"):
		return weaker(own, up())
	case r.rules.In("manage", verb), p.Tense == "past" && r.rules.In("manage-past", verb) && !p.Negated:
		return weaker(own, up())
	case r.rules.In("plan", verb):
		if p.Negated {
			return graph.Denied
		}
		return graph.Planned
	case r.rules.In("wish", verb):
		return graph.Possible
	case r.rules.In("claim", verb) || r.rules.In("say", verb):
		return graph.Reported
	}
	return graph.Possible
}

// content is the status of what is said, thought or caused by p.
func (r *reader) content(p, cl *extract.Clause, up func() graph.Status) graph.Status {
	verb := p.Verb()
	switch {
	case r.rules.In("deny", verb) && !p.Negated:
		return graph.Denied
	case p.Negated && p.Kind == "verb" && !r.rules.In("factive", verb) && !r.rules.In("deny", verb):
		return weaker(graph.Possible, up()) // "does not mean that they left"
	case r.rules.In("manage", verb):
		return weaker(r.ownStatus(p), up())
	case r.rules.In("say", verb) && p.Kind == "verb":
		return up()
	case r.rules.In("claim", verb) && p.Kind == "verb":
		return weaker(graph.Reported, up())
	case r.rules.In("hope", verb) && cl.Tense == "past":
		return weaker(graph.Reported, up())
	case r.rules.In("wish", verb) || r.rules.In("plan", verb):
		return graph.Possible
	}
	return up()
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
func (r *reader) infinitive(cl *extract.Clause) graph.Status {
	if h := r.d.Tokens[cl.Head].Head; h >= 0 && r.rules.In("plan-noun", r.d.Tokens[h].Lemma) {
		return graph.Planned
	}
	return graph.Possible
}
