package clauses

import (
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
