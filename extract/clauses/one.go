package clauses

import (
	"strings"

	"dateline/extract"
	"dateline/graph"
)

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

// expletive drops the "it" of "it took days to repair the line", which stands for the infinitive.
func (r *reader) expletive(cl *extract.Clause) {
	if cl.Kind != "verb" || !r.rules.In("effort", cl.Verb()) || !r.measured(cl) {
		return
	}
	for i := range cl.Args {
		if a := &cl.Args[i]; a.Slot == "subject" && a.At.Len() == 1 && strings.EqualFold(r.d.Word(a.Head), "it") && r.infinitiveBehind(cl) {
			cl.Args = append(cl.Args[:i], cl.Args[i+1:]...)
			return
		}
	}
}

// measured tells of an object that is a length of time or a number of something.
func (r *reader) measured(cl *extract.Clause) bool {
	for i := range cl.Args {
		a := &cl.Args[i]
		if u := r.d.Tokens[a.Head].UPOS; a.Slot == "object" && a.Clause < 0 && (r.timed[a.Head] || u == "NUM" || u == "SYM" || r.deps.Kid(r.d, a.Head, "nummod") >= 0) {
			return true
		}
	}
	return false
}

// infinitiveBehind tells whether an infinitive with "to" hangs on cl behind its head.
func (r *reader) infinitiveBehind(cl *extract.Clause) bool {
	for _, k := range r.deps.Kids(cl.Head) {
		switch base(r.d.Tokens[k].Rel) {
		case "advcl", "csubj", "xcomp":
			if int(k) > cl.Head && r.d.Tokens[k].XPOS == "VB" && r.mark(int(k)) == "to" {
				return true
			}
		}
	}
	return false
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
