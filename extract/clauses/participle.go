package clauses

import (
	"sort"

	"dateline/extract"
)

// meantFor tells of a participle in a headline that says what somebody is set, told or forced to do, read as a past tense: the
// verb wants an object, and has none: "Minister urged to quit", "Striker set to join Porto", "Appeal rejected".
func (r *reader) meantFor(head int) bool {
	verb := r.d.Tokens[head].Lemma
	if r.rules.In("transitive", verb) && r.deps.Kid(r.d, head, "obj") < 0 && r.deps.Kid(r.d, head, "ccomp") < 0 && r.heading(head) {
		return true
	}
	if !r.rules.In("object-control", verb) || !r.heading(head) {
		return false
	}
	to := r.deps.Kid(r.d, head, "xcomp")
	return to > head && r.mark(to) == "to" && r.deps.Kid(r.d, head, "obj") < 0
}

// heading tells whether token i stands in a headline.
func (r *reader) heading(i int) bool {
	at := r.d.Tokens[i].Start
	p := sort.Search(len(r.d.Paragraphs), func(p int) bool { return r.d.Paragraphs[p].End > at })
	return p < len(r.d.Paragraphs) && r.d.Paragraphs[p].Kind == extract.Heading
}

// undergone tells of a past tense without an auxiliary whose verb wants an object and has none, so that it must be a
// participle.
func (r *reader) undergone(cl *extract.Clause) bool {
	if cl.Kind != "verb" || has(cl, "object") || r.d.Tokens[cl.Head].XPOS != "VBD" {
		return false
	}
	verb := r.d.Tokens[cl.Head].Lemma
	to := r.deps.Kid(r.d, cl.Head, "xcomp")
	return r.rules.In("transitive", verb) || r.rules.In("object-control", verb) && to > cl.Head && r.mark(to) == "to"
}
