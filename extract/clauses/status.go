package clauses

import (
	"strings"

	"dateline/extract"
	"dateline/graph"
)

// verdict is a status with the token that decided it, -1 where nothing speaks against what is told.
type verdict struct {
	graph.Status
	cue int
}

// plain is the verdict on what nothing speaks against.
var plain = verdict{graph.Happened, -1}

// status decides whether what clause c tells happened: from its own verb group, then from what governs it. Denied beats
// cancelled beats possible beats planned beats reported; what nothing speaks against has happened.
//
// The groups of governing verbs follow the implicatives and factives of Karttunen (Language 47, 1971): "managed to"
// keeps the status of its own clause, "failed to" turns it to denied, "promised to" leaves it a plan.
func (r *reader) status(c int) verdict {
	cl := &r.out[c]
	own := r.own(cl)
	if own.Status == graph.Denied && !r.wished(cl) {
		return own
	}
	if own.Status == graph.Denied {
		own.Status = graph.Possible
	}
	return weaker(own, r.governed(c, 0))
}

// wished tells whether cl is an infinitive or subjunctive that somebody asks for, or plans: "asked them not to leave" and
// "asked that they not leave" deny nothing.
func (r *reader) wished(cl *extract.Clause) bool {
	if cl.Parent < 0 {
		return false
	}
	if r.subjunctive(cl) {
		return true
	}
	if cl.Link == "conj" && cl.Tense == "none" {
		return r.wished(&r.out[cl.Parent])
	}
	if p := &r.out[cl.Parent]; cl.Kind == "noun" {
		return p.Kind == "verb" && (extract.Is(cl.Link, "obj") || r.caseOf(cl.Head) == "into") && r.wished(p) // "want to enter into talks"
	}
	if p := &r.out[cl.Parent]; p.Kind == "copula" && cl.Mark == "to" && r.d.Tokens[cl.Head].XPOS == "VBG" {
		return true // "was close to agreeing"
	}
	by := cl.Link == "advcl" && cl.Mark == "by" && cl.Tense == "none" // "by leaving they hope to win"
	if !by && (cl.Link != "xcomp" || cl.Mark != "to") {
		return false
	}
	verb := r.out[cl.Parent].Verb()
	return r.rules.In("wish", verb) || r.rules.In("plan", verb)
}

// subjunctive tells of a clause in the mandative subjunctive under a verb of asking: "demanded that it be closed" (Quirk et
// al., "A Comprehensive Grammar of the English Language", 1985, section 16.30). Of other verbs than "be" it shows only
// where the subject is singular.
func (r *reader) subjunctive(cl *extract.Clause) bool {
	if cl.Link != "ccomp" || cl.Parent < 0 || cl.Tense != "none" || cl.Mark == "to" || !has(cl, "subject") || cl.Kind == "noun" {
		return false
	}
	if !r.rules.In("wish", r.out[cl.Parent].Verb()) {
		return false
	}
	for _, k := range r.deps.Kids(cl.Head) {
		if t := &r.d.Tokens[k]; extract.Is(t.Rel, "aux") || t.Rel == "cop" {
			return t.XPOS == "VB"
		}
	}
	return r.d.Tokens[cl.Head].XPOS == "VB" && cl.Mark == "that"
}

// rank orders statuses by how much they take away.
var rank = map[graph.Status]int{
	graph.Denied: 6, graph.Cancelled: 5, graph.Possible: 4, graph.Planned: 3, graph.Unknown: 2, graph.Reported: 1, graph.Happened: 0,
}

func weaker(a, b verdict) verdict {
	if rank[b.Status] > rank[a.Status] {
		return b
	}
	return a
}

// own reads the clause's own verb group, adverbs and conjunction.
func (r *reader) own(cl *extract.Clause) verdict {
	switch {
	case r.rules.In("condition", cl.Mark):
		return verdict{graph.Possible, r.markToken(cl)}
	case cl.Negated && r.rules.In("fail", cl.Lemma):
		return verdict{graph.Possible, r.negator(cl)} // "has not ruled out air strikes"
	case cl.Negated:
		return verdict{graph.Denied, r.negator(cl)}
	case cl.Modal != "":
		return r.modal(cl)
	}
	for _, k := range r.deps.Kids(cl.Head) {
		switch lemma := strings.ToLower(r.d.Tokens[k].Lemma); {
		case r.rules.In("possibly", lemma):
			return verdict{graph.Possible, int(k)}
		case r.rules.In("reportedly", lemma):
			return verdict{graph.Reported, int(k)}
		}
	}
	if v := r.form(cl); v != plain {
		return v
	}
	if r.question(cl.Sentence) && cl.Link == "root" && !r.presupposed(cl) {
		return verdict{graph.Unknown, r.d.Sentences[cl.Sentence].To - 1}
	}
	return plain
}

// modal is the verdict of "will", "would", "may" and the like.
func (r *reader) modal(cl *extract.Clause) verdict {
	cue := r.auxiliary(cl, "MD")
	switch {
	case cl.Modal == "would" && r.rules.In("fond", cl.Lemma):
		return plain // "would like to": they do
	case cl.Modal == "will", cl.Modal == "would" && !cl.Perfect && r.reportedPast(cl):
		return verdict{graph.Planned, cue}
	}
	return verdict{graph.Possible, cue}
}

// form is the verdict of purposes, orders and the like, which show in how the clause is built.
func (r *reader) form(cl *extract.Clause) verdict {
	to := cl.Tense == "none" && cl.Mark == "to" && (r.d.Tokens[cl.Head].XPOS == "VB" || r.d.Tokens[cl.Head].XPOS == "VBN")
	mark := r.markToken(cl)
	switch {
	case cl.Mark == "instead of" || cl.Mark == "rather than":
		return verdict{graph.Denied, mark}
	case to && extract.Is(cl.Link, "advcl") && !r.meant(cl):
		return verdict{graph.Planned, mark} // a purpose
	case to && extract.Is(cl.Link, "csubj"):
		return verdict{graph.Unknown, mark} // "to leave now would be wrong"
	case to && (cl.Link == "root" || cl.Link == "conj"):
		return verdict{graph.Planned, mark} // "Minister to visit Cairo"
	case r.imperative(cl):
		return verdict{graph.Unknown, cl.Head}
	case cl.Tense == "present" && !cl.Perfect && extract.Is(cl.Link, "advcl") && r.rules.In("when-mark", cl.Mark):
		if cl.Progress {
			return verdict{graph.Possible, mark} // "when the market is falling"
		}
		return verdict{graph.Planned, mark} // "when they arrive": one day, or every time
	case cl.Kind == "verb" && cl.Progress && cl.Tense == "present" && r.d.Tokens[cl.Head].Lemma == "go":
		return verdict{graph.Planned, cl.Head}
	}
	return plain
}

// markToken is the word that introduces cl, its head where it has none.
func (r *reader) markToken(cl *extract.Clause) int {
	for _, rel := range [...]string{"mark", "case", "advmod"} {
		if k := r.deps.Kid(r.d, cl.Head, rel); k >= 0 {
			return k
		}
	}
	return cl.Head
}

// auxiliary is the auxiliary of cl with tag, its head where it has none.
func (r *reader) auxiliary(cl *extract.Clause, tag string) int {
	for _, k := range r.deps.Kids(cl.Head) {
		if r.d.Tokens[k].XPOS == tag {
			return int(k)
		}
	}
	return cl.Head
}

// negator is the word that negates cl: beside its head, or at its subject or object.
func (r *reader) negator(cl *extract.Clause) int {
	negates := func(i int32) bool {
		return r.rules.In("negation", r.d.Tokens[i].Lemma) || r.rules.In("negation", strings.ToLower(r.d.Word(int(i)))) || r.d.Tokens[i].Lemma == "without"
	}
	for _, k := range r.deps.Kids(cl.Head) {
		if negates(k) {
			return int(k)
		}
	}
	for _, k := range r.deps.Kids(cl.Head) {
		for _, j := range r.deps.Kids(int(k)) {
			if negates(j) {
				return int(j)
			}
		}
	}
	return cl.Head
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
	first := r.d.Sentences[cl.Sentence].From
	for r.d.Tokens[first].UPOS == "PUNCT" && first < cl.Head {
		first++
	}
	return r.rules.In("presupposing", strings.ToLower(r.d.Word(first))) && (cl.Tense == "past" || cl.Perfect)
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
