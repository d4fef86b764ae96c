package events

import (
	"strings"

	"dateline/extract"
	"dateline/graph"
)

// verbGroup is the predicate of cl as a label says it. A finite verb keeps its own words, but for adverbs and with the
// perfect made a plain past; a participle or infinitive is put into the tense that its status asks for.
func (r *reader) verbGroup(cl *extract.Clause, s graph.Status, passive, plural bool) string {
	verb := r.d.Tokens[cl.Head].Lemma
	if verb == "" {
		verb = r.d.Word(cl.Head)
	}
	verb = strings.ToLower(verb)
	switch {
	case cl.Kind == "copula":
		return ""
	case cl.Tense == "none":
		if p := r.governor(cl); p != nil && s != graph.Happened && !r.typed(cl.Parent) {
			return r.asWritten(p) + " " + r.completed(cl, verb, passive)
		}
		if cl.Negated && s != graph.Denied {
			return "not " + r.nonfinite(cl, verb, graph.Planned, passive, plural)
		}
		return r.nonfinite(cl, verb, s, passive, plural)
	case cl.Perfect && cl.Modal == "" && !cl.Negated:
		return r.pastGroup(cl, verb, passive, plural)
	case cl.Tense == "past" && !passive && !cl.Negated && !cl.Progress && cl.Modal == "":
		return r.past(cl, verb)
	}
	if passive && !cl.Negated && r.deps.Kid(r.d, cl.Head, "aux") < 0 && (cl.Modal != "" || cl.Tense == "past") {
		if cl.Modal != "" {
			return cl.Modal + " be " + r.participle(cl, verb)
		}
		return r.pastGroup(cl, verb, passive, plural) // "were searched and [were] detained"
	}
	if cl.Modal != "" && r.d.Tokens[cl.Head].XPOS == "VB" && r.deps.Kid(r.d, cl.Head, "aux") < 0 {
		return cl.Modal + " " + verb // "would set up a force and [would] give money"
	}
	return r.asWritten(cl)
}

func (r *reader) pastGroup(cl *extract.Clause, verb string, passive, plural bool) string {
	switch {
	case passive && plural:
		return "were " + r.participle(cl, verb)
	case passive:
		return "was " + r.participle(cl, verb)
	}
	return r.past(cl, verb)
}

// past is the past tense of cl's verb: the word itself where it is one, so that a wrong lemma does no harm.
func (r *reader) past(cl *extract.Clause, verb string) string {
	w, tag := strings.ToLower(r.d.Word(cl.Head)), r.d.Tokens[cl.Head].XPOS
	switch {
	case tag == "VBD" || tag == "VBN" && strings.HasSuffix(w, "ed"):
		return w
	case (tag == "VBN" || tag == "VB") && w == verb:
		verb = r.verbs.base(verb) // tag and lemma are wrong: "shot"
	}
	return r.verbs.past(verb)
}

// participle is the past participle of cl's verb, the word itself where it is one.
func (r *reader) participle(cl *extract.Clause, verb string) string {
	w, tag := strings.ToLower(r.d.Word(cl.Head)), r.d.Tokens[cl.Head].XPOS
	if tag == "VBN" || tag == "VBD" && strings.HasSuffix(w, "ed") {
		return w
	}
	return r.verbs.participle(verb)
}

// governor is the clause whose verb, or adjective, the infinitive of cl completes with the same subject: "hopes to win",
// "is likely to win"; nil if there is none.
func (r *reader) governor(cl *extract.Clause) *extract.Clause {
	if cl.Link != "xcomp" || cl.Mark != "to" && r.d.Tokens[cl.Head].XPOS != "VBG" || cl.Parent < 0 || cl.Negated {
		return nil
	}
	p := &r.d.Clauses[cl.Parent]
	mine, other := firstSubject(cl), firstSubject(p)
	if p.Kind == "noun" || p.Tense == "none" || mine < 0 || other < 0 || cl.Args[mine].Head != p.Args[other].Head {
		return nil
	}
	return p
}

// typed tells whether clause c is an event of a type: then what it governs is worded as a plan of its own.
func (r *reader) typed(c int) bool { return r.index[c] >= 0 && r.out[r.index[c]].Type != "" }

// firstSubject is the index of the first subject of cl, -1 if it has none.
func firstSubject(cl *extract.Clause) int {
	for i := range cl.Args {
		if cl.Args[i].Slot == "subject" {
			return i
		}
	}
	return -1
}

// completed is cl's verb as it follows its governor: "to win" of "hopes to win", "paying" of "stopped paying".
func (r *reader) completed(cl *extract.Clause, verb string, passive bool) string {
	if cl.Mark != "to" {
		return strings.ToLower(r.d.Word(cl.Head))
	}
	return "to " + r.infinitive(cl, verb, passive)
}

// infinitive is the bare infinitive of cl's verb.
func (r *reader) infinitive(cl *extract.Clause, verb string, passive bool) string {
	if passive {
		return "be " + r.participle(cl, verb)
	}
	return verb
}

// nonfinite puts a participle or infinitive into the tense of its status.
func (r *reader) nonfinite(cl *extract.Clause, verb string, s graph.Status, passive, plural bool) string {
	base := r.infinitive(cl, verb, passive)
	switch s {
	case graph.Planned:
		return "to " + base
	case graph.Possible, graph.Unknown:
		return "may " + base
	case graph.Cancelled:
		return "not to " + base
	case graph.Denied:
		if r.nothing(cl) {
			break // "leaving no money"
		}
		if passive {
			return strings.Replace(r.pastGroup(cl, verb, true, plural), " ", " not ", 1)
		}
		return "did not " + base
	}
	return r.pastGroup(cl, verb, passive, plural)
}

// nothing tells of a negation that stands in the object and not at the verb: "left no money".
func (r *reader) nothing(cl *extract.Clause) bool {
	for i := range cl.Args {
		if a := &cl.Args[i]; a.Slot == "object" && a.Clause < 0 && r.rules.In("negation", strings.ToLower(r.d.Word(a.At.From))) {
			return true
		}
	}
	return false
}

// asWritten is the auxiliaries, negation and verb of cl in their order, without what stands between them.
func (r *reader) asWritten(cl *extract.Clause) string {
	var words []string
	from := cl.Head
	for _, k := range r.deps.Kids(cl.Head) {
		if t := &r.d.Tokens[k]; int(k) < from && (extract.Is(t.Rel, "aux") || extract.Is(t.Rel, "cop")) {
			from = int(k)
		}
	}
	for i := from; i <= cl.Head; i++ {
		t := &r.d.Tokens[i]
		if t.XPOS == "TO" && t.Rel == "mark" && t.Head == cl.Head {
			words = append(words, "to") // "is to meet"
			continue
		}
		if i != cl.Head && (t.Head != cl.Head || !extract.Is(t.Rel, "aux") && !extract.Is(t.Rel, "cop") && !r.rules.In("in-group", strings.ToLower(t.Lemma)) && !r.rules.In("negation", strings.ToLower(t.Lemma))) {
			continue
		}
		words = append(words, in(r.forms.verb, strings.ToLower(r.d.Word(i))))
	}
	return strings.Join(words, " ")
}

// short is what happened in a word or two: the verb in the past, with its particle or the noun it lends itself to.
func (r *reader) short(cl *extract.Clause) string {
	if cl.Kind == "noun" {
		return strings.ToLower(r.d.Word(cl.Head))
	}
	verb, second := split(cl.Lemma)
	past := r.past(cl, verb)
	if cl.Passive {
		past = r.participle(cl, verb)
	}
	if second == "" || r.particle(cl) {
		return strings.TrimSpace(past + " " + second)
	}
	for i := range cl.Args {
		if a := &cl.Args[i]; r.isLight(cl, a) {
			return past + " " + r.d.Word(a.Head)
		}
	}
	return past
}

// particleOf is the particle of a phrasal verb: "off" of "called off".
func (r *reader) particleOf(cl *extract.Clause) string {
	for _, k := range r.deps.Kids(cl.Head) {
		if r.d.Tokens[k].Rel == "compound:prt" {
			return strings.ToLower(r.d.Word(int(k)))
		}
	}
	return ""
}
