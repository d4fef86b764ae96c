package events

import (
	"slices"

	"dateline/extract"
	"dateline/graph"
)

// state is the aside of a copula: what somebody or something is. Its trigger is the verb.
func (r *reader) state(c int) {
	cl := &r.d.Clauses[c]
	k := r.deps.Kid(r.d, cl.Head, "cop")
	if k < 0 {
		return
	}
	e := r.event(c, nil)
	e.Head, e.At, e.Lemma = k, extract.Range{From: k, To: k + 1}, r.d.Tokens[k].Lemma
	r.asides = append(r.asides, e)
}

// occurrences are the asides of nouns for what happens that are no predicates of clauses: "the dispute". The clauses'
// asides stand in r.asides already; all are put in order.
func (r *reader) occurrences() {
	for s := range r.d.Sentences {
		at := r.d.Sentences[s].Range
		for i := at.From; i < at.To; i++ {
			t := &r.d.Tokens[i]
			if t.UPOS != "NOUN" || r.clause[i] >= 0 || !r.rules.In("occurrence", t.Lemma) || extract.Is(t.Rel, "compound") {
				continue
			}
			r.asides = append(r.asides, extract.Event{
				At: extract.Range{From: i, To: i + 1}, Head: i, Clause: -1, Sentence: s, Lemma: t.Lemma, Place: -1,
				Status: graph.Happened, Roles: r.attached(i), By: "events/noun", Score: 0.3,
			})
		}
	}
	slices.SortStableFunc(r.asides, func(a, b extract.Event) int { return a.Head - b.Head })
}

// attached are the participants that hang on the noun at token i: whose dispute it is, between whom, over what.
func (r *reader) attached(i int) (out []extract.EventRole) {
	cl := &extract.Clause{Head: i, Kind: "noun", Lemma: r.d.Tokens[i].Lemma}
	for _, k := range r.deps.Kids(i) {
		a := extract.Argument{Head: int(k), At: extract.Range{From: int(k), To: int(k) + 1}, Clause: -1}
		if m := r.mention[k]; m >= 0 {
			a.At = r.d.Mentions[m].At
		}
		switch rel := r.d.Tokens[k].Rel; {
		case rel == "nmod:poss":
			a.Slot = "subject"
		case extract.Is(rel, "nmod"):
			a.Slot = "oblique"
			if c := r.deps.Kid(r.d, int(k), "case"); c >= 0 {
				a.Case = r.d.Tokens[c].Lemma
			}
		case rel == "compound" || rel == "amod":
			a.Slot = "modifier"
		default:
			continue
		}
		if name := r.role(cl, &a, nil); name != "" && r.timed[k] < 0 && !r.empty(&a) {
			out = r.participant(out, name, &a)
		}
	}
	return out
}
