package events

import (
	"cmp"
	"slices"

	"dateline/extract"
	"dateline/extract/rules"
	"dateline/graph"
)

// roles gives the participants of clause c. Each name, or each conjunct, is a participant of its own; places go to
// Event.Place unless the rule gives them a role, and times are no participants.
func (r *reader) roles(c int, t *rules.Trigger) []extract.EventRole {
	cl := &r.d.Clauses[c]
	var out []extract.EventRole
	for i := range cl.Args {
		a := &cl.Args[i]
		if a.Clause >= 0 || r.timed[a.Head] >= 0 || r.isLight(cl, a) || r.empty(a) {
			continue
		}
		if name := r.role(cl, a, t); name != "" {
			if name == "recipient" && r.informed(cl, a) {
				name = "audience"
			}
			out = r.participant(out, name, a)
		}
	}
	if t != nil && t.Type.Quad == materialConflict && !plays(out, "agent") {
		out = r.byMeans(out, cl, t)
	}
	return out
}

// byMeans adds those who act in the event noun that is the means of clause cl: Russia of "killed in a Russian air strike".
func (r *reader) byMeans(out []extract.EventRole, cl *extract.Clause, t *rules.Trigger) []extract.EventRole {
	for i := range cl.Args {
		a := &cl.Args[i]
		c := r.clause[a.Head]
		if a.Slot != "oblique" || a.Clause >= 0 || t.Roles[a.Case] != "instrument" || c < 0 || r.d.Clauses[c].Kind != "noun" {
			continue
		}
		if n := r.trigger(int(c)); n != nil && n.Type.Quad == materialConflict {
			for _, x := range r.roles(int(c), n) {
				if x.Name == "agent" {
					out = append(out, x)
				}
			}
		}
	}
	return out
}

// plays tells whether one of the roles has the name.
func plays(roles []extract.EventRole, name string) bool {
	return slices.ContainsFunc(roles, func(x extract.EventRole) bool { return x.Name == name })
}

// isLight tells whether a is the noun that cl's verb lends itself to: "talks" in "held talks".
func (r *reader) isLight(cl *extract.Clause, a *extract.Argument) bool {
	if a.Slot != "object" && !(cl.Passive && a.Slot == "subject") {
		return false
	}
	_, noun := split(cl.Lemma)
	return noun != "" && r.d.Tokens[a.Head].Lemma == noun
}

// empty tells of words that stand for nothing: "there", "it" without an antecedent, relative pronouns.
func (r *reader) empty(a *extract.Argument) bool {
	t := &r.d.Tokens[a.Head]
	switch t.XPOS {
	case "EX", "WDT", "WP", "WP$", "WRB":
		return true
	}
	if t.UPOS == "PRON" {
		m := r.mention[a.Head]
		return m < 0 || !r.named[m] && t.Lemma == "it"
	}
	return t.UPOS == "PUNCT"
}

// role is the role of argument a, "" if it has none.
func (r *reader) role(cl *extract.Clause, a *extract.Argument, t *rules.Trigger) string {
	subject, object := "agent", "patient"
	if verb, _ := split(cl.Lemma); t == nil && cl.Kind == "verb" {
		switch {
		case r.rules.In("undergoing", verb):
			subject = "patient"
		case r.rules.In("naming", verb):
			object = "topic"
		}
	}
	if t != nil && t.Subject != "" {
		subject = t.Subject
	}
	if t != nil && t.Object != "" {
		object = t.Object
	}
	switch a.Slot {
	case "subject":
		if cl.Passive {
			return object
		}
		switch {
		case cl.Kind == "copula":
			return "patient"
		case cl.Kind == "noun" && subject == "patient" && r.governs(cl, "of"):
			return "agent" // "the company's launch of a phone", but "its launch"
		case cl.Kind == "noun":
			return r.holder(a, subject)
		}
		return subject
	case "object":
		if t != nil && t.Sides && t.Object == "" {
			if r.actor(a) {
				return subject
			}
			return "topic"
		}
		return object
	case "agent":
		return subject
	case "indirect":
		return "recipient"
	case "complement":
		return r.complement(cl, a)
	case "modifier":
		return r.modifier(a)
	}
	return r.preposition(cl, a, t)
}

// complement is the role of what somebody is, becomes or is called: what it is about, if it is a noun.
func (r *reader) complement(cl *extract.Clause, a *extract.Argument) string {
	if verb, _ := split(cl.Lemma); a.Clause < 0 && (cl.Kind == "copula" || r.rules.In("becoming", verb)) && r.d.Tokens[a.Head].UPOS != "ADJ" {
		return "topic"
	}
	return ""
}

// governs tells whether cl has an argument with preposition p.
func (r *reader) governs(cl *extract.Clause, p string) bool {
	for i := range cl.Args {
		if cl.Args[i].Case == p {
			return true
		}
	}
	return false
}

// holder is the role of a possessor: whose attack it was; a place or a person can only suffer "the Paris attacks".
func (r *reader) holder(a *extract.Argument, subject string) string {
	if m := r.mention[a.Head]; m >= 0 || r.d.Tokens[a.Head].UPOS != "PRON" {
		return subject
	}
	return ""
}

// modifier is the role of a word that stands before an event noun: "Russian air strikes", "Paris attacks".
func (r *reader) modifier(a *extract.Argument) string {
	m := r.mention[a.Head]
	if m < 0 {
		return ""
	}
	if r.d.Mentions[m].By == extract.Adjectival {
		return "agent"
	}
	switch r.d.Mentions[m].Kind {
	case graph.Place:
		return ""
	case graph.Person, graph.Organization, graph.Group:
		return "agent"
	}
	return ""
}

// actor tells whether a names someone who can act: a person, organisation, country or people.
func (r *reader) actor(a *extract.Argument) bool {
	if m := r.mention[a.Head]; m >= 0 {
		switch r.d.Mentions[m].Kind {
		case graph.Person, graph.Organization, graph.Group:
			return true
		case graph.Place:
			return a.Slot != "oblique" || a.Case == "with"
		}
	}
	return r.rules.In("people", r.d.Tokens[a.Head].Lemma)
}

// preposition is the role of an oblique: what the rule says of its preposition, else the default of rules/roles.yaml,
// tempered by what sort of thing it is.
func (r *reader) preposition(cl *extract.Clause, a *extract.Argument, t *rules.Trigger) string {
	if a.Case == "" {
		return ""
	}
	if t != nil {
		if phrasal(t, cl.Lemma+" "+a.Case) {
			return cmp.Or(t.Object, "patient")
		}
		switch role := t.Roles[a.Case]; {
		case role == "place" && r.isPlace(a):
			return "" // it goes to Event.Place
		case role == "instrument" && a.Case == "in" && r.clause[a.Head] < 0:
			// "killed in a raid", but not "in the east of the city"
		case role != "":
			if role == "agent" && t.Sides && !r.actor(a) && a.Case != "by" {
				return "topic"
			}
			return role
		}
	}
	verb, _ := split(cl.Lemma)
	if (a.Case == "to" || a.Case == "for") && r.rules.In("motion", verb) && (a.Case == "to" || r.isPlace(a)) {
		return "destination"
	}
	if a.Case == "of" && cl.Kind == "noun" {
		return "patient"
	}
	role := r.rules.Role(a.Case)
	switch role {
	case "agent":
		if cl.Kind == "verb" && !cl.Passive {
			return "" // "took the West by surprise"
		}
	case "place":
		if r.isPlace(a) || !r.venue(a) {
			return "" // it goes to Event.Place
		}
	case "instrument":
		return r.with(verb, a)
	case "recipient":
		if !r.actor(a) {
			return "destination" // "connected to the network"
		}
	case "topic":
		if r.isPlace(a) && a.Case == "on" {
			return "patient"
		}
	}
	return role
}

// with is the role of phrase a behind "with" and a verb of no rule: what with, or who gets it ("filed with the court"), or who
// was in company ("attended with the mayor").
func (r *reader) with(verb string, a *extract.Argument) string {
	if r.rules.In("lodging", verb) && r.actor(a) {
		return "recipient"
	}
	if m := r.mention[a.Head]; m >= 0 && (r.d.Mentions[m].Kind == graph.Person || r.d.Mentions[m].Kind == graph.Organization) {
		return "agent"
	}
	return "instrument"
}

// venue tells whether a is a spot where things happen, though it is no place on a map: "at a hotel", "in the High Court".
func (r *reader) venue(a *extract.Argument) bool {
	if m := r.mention[a.Head]; m >= 0 && r.d.Mentions[m].Kind == graph.Organization {
		return true
	}
	lemma := r.d.Tokens[a.Head].Lemma
	return r.rules.In("venue", lemma) || r.rules.In("place", lemma)
}

// phrasal tells whether verb, with its preposition, is one of the verbs of t.
func phrasal(t *rules.Trigger, verb string) bool {
	for _, v := range t.Verbs {
		if v == verb {
			return true
		}
	}
	return false
}

func (r *reader) isPlace(a *extract.Argument) bool {
	m := r.mention[a.Head]
	return m >= 0 && r.d.Mentions[m].Kind == graph.Place && r.d.Mentions[m].By != extract.Adjectival
}

// participant appends the role for argument a, one for each member where a plural stands for several.
func (r *reader) participant(out []extract.EventRole, name string, a *extract.Argument) []extract.EventRole {
	m := r.naming(a)
	if m < 0 || !r.named[m] {
		if c := r.country(a); c >= 0 {
			m = c
		}
	}
	if m >= 0 && len(r.d.Mentions[m].Members) > 0 {
		text := r.d.String(a.At)
		if r.d.Mentions[m].Form == extract.Pronoun {
			text = ""
		}
		for _, k := range r.d.Mentions[m].Members {
			out = append(out, extract.EventRole{Name: name, At: a.At, Mention: k, Text: text})
		}
		return out
	}
	for i := range out {
		if out[i].Name == name && (m >= 0 && out[i].Mention >= 0 && root(r.d, out[i].Mention) == root(r.d, m) || m < 0 && out[i].At == a.At) {
			return out
		}
	}
	return append(out, extract.EventRole{Name: name, At: a.At, Mention: m, Text: r.d.String(a.At)})
}

// country is the country whose forces or government argument a is, by its adjective ("Russian warplanes"), -1 if it is
// no such thing. The words stay with the role, so that the tie is seen.
func (r *reader) country(a *extract.Argument) int {
	if !r.rules.In("force", r.d.Tokens[a.Head].Lemma) && !r.rules.In("state", r.d.Tokens[a.Head].Lemma) {
		return -1
	}
	for i := a.At.From; i < a.Head; i++ {
		if m := r.mention[i]; m >= 0 && r.d.Mentions[m].By == extract.Adjectival {
			return int(m)
		}
	}
	return -1
}

// naming is the mention that argument a as a whole names, -1 if its words name no entity.
func (r *reader) naming(a *extract.Argument) int { return r.names.Of(a) }
