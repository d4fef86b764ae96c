package events

import (
	"strings"

	"dateline/extract"
	"dateline/graph"
)

// slipped tells of an event that somebody would have done to himself without saying so: one of his names stands where
// another's belongs.
func (r *reader) slipped(cl *extract.Clause, e *extract.Event) bool {
	for i := range e.Roles {
		a := &e.Roles[i]
		if a.Name != "agent" || a.Mention < 0 {
			continue
		}
		for k := range e.Roles {
			b := &e.Roles[k]
			if b.Name != "patient" || b.Mention < 0 || b.Mention == a.Mention || cl.Kind != "verb" {
				continue
			}
			if m := &r.d.Mentions[b.Mention]; m.At.To == b.At.To && root(r.d, a.Mention) == root(r.d, b.Mention) && !r.reflexive(b.Mention) {
				return true
			}
		}
	}
	return false
}

// misnamed tells of an "it" that was tied to a body with a name in the plural, which would be "they".
func (r *reader) misnamed(cl *extract.Clause) bool {
	i := firstSubject(cl)
	if i < 0 || cl.Args[i].Clause >= 0 || !strings.EqualFold(r.d.Word(cl.Args[i].Head), "it") {
		return false
	}
	m := r.naming(&cl.Args[i])
	if m < 0 || r.d.Mentions[m].Kind != graph.Organization {
		return false
	}
	first := &r.d.Mentions[root(r.d, m)]
	at := first.At
	plural := r.d.Tokens[first.Head].XPOS == "NNPS" && first.Head == at.To-1 && at.From > 0
	return plural && (strings.EqualFold(r.d.Word(at.From), "the") || strings.EqualFold(r.d.Word(at.From-1), "the")) // not "Acme Motors"
}

// reflexive tells whether mention m is "himself" or its like.
func (r *reader) reflexive(m int) bool {
	w := strings.ToLower(r.d.Word(r.d.Mentions[m].Head))
	return strings.HasSuffix(w, "self") || strings.HasSuffix(w, "selves")
}

// refrained tells of what somebody is asked not to do, which the asking tells: "urged them [not to strike]".
func (r *reader) refrained(cl *extract.Clause) bool {
	if !cl.Negated || cl.Tense != "none" || cl.Mark != "to" || cl.Parent < 0 {
		return false
	}
	p := &r.d.Clauses[cl.Parent]
	return r.rules.In("object-control", p.Verb()) && (p.Passive || has(p, "object") || has(p, "indirect"))
}

// noted tells of a saying by nobody that stands behind what is said, which has a line: "…, it has been confirmed".
func (r *reader) noted(cl *extract.Clause) bool {
	if !cl.Passive || !strings.HasPrefix(cl.Link, "parataxis") || !r.mereSaying(cl) {
		return false
	}
	i := firstSubject(cl)
	return i >= 0 && cl.Args[i].Clause < 0 && strings.EqualFold(r.d.Word(cl.Args[i].Head), "it")
}
