package events

import (
	"dateline/extract"
	"dateline/graph"
)

// Whose a time expression is: each hangs on one clause, that of a verb or of an event noun, or on none.

// own hands each time expression to the clause it hangs on: up the tree from its head to the first predicate. One that
// only names a thing ("last week's figures") belongs to that thing, not to what happens to it.
func (r *reader) own() {
	for t := range r.d.Times {
		if c := r.climb(t); c >= 0 {
			r.owner[c] = append(r.owner[c], t)
			r.hangs[t] = c
		}
		r.fronted(t)
	}
}

// climb is the clause that expression t hangs on, -1 if it hangs on none.
func (r *reader) climb(t int) int {
	head := r.headOf(r.d.Times[t].At)
	naming, nouns := false, 0
	for i, first := head, true; i >= 0; first = false {
		if c := int(r.clause[i]); c >= 0 {
			if r.d.Clauses[c].Link == "light" && r.d.Clauses[c].Parent >= 0 {
				c = r.d.Clauses[c].Parent
			}
			near := i == head || i == r.d.Tokens[head].Head
			if r.d.Clauses[c].Kind == "noun" || !naming && nouns < 3 && (near || !r.beside(c, t)) && !(near && r.caused(c, t)) {
				return c
			}
			return -1
		}
		rel := r.d.Tokens[i].Rel
		switch rel {
		case "nmod:poss", "compound", "amod", "nummod":
			naming = naming || first
			if h := r.d.Tokens[i].Head; naming && h >= 0 && r.clause[h] >= 0 && r.d.Clauses[r.clause[h]].Kind == "noun" {
				naming = false
			}
		}
		if extract.Is(rel, "nmod") {
			nouns++ // "forecasts of growth this year"
		}
		i = r.d.Tokens[i].Head
	}
	return -1
}

// caused tells whether expression t, hung on clause c, stands right behind a phrase of cause and is no day: "asked for easier
// terms because of the drop in prices last year" says when they dropped.
func (r *reader) caused(c, t int) bool {
	x := &r.d.Times[t]
	if x.When.Grain == graph.Day {
		return false
	}
	for i := range r.d.Clauses[c].Args {
		a := &r.d.Clauses[c].Args[i]
		if a.Slot == "oblique" && a.At.To == x.At.From && r.rules.Role(a.Case) == "cause" {
			return true
		}
	}
	return false
}

// headOf is the token of at that hangs on something outside of it.
func (r *reader) headOf(at extract.Range) int {
	for i := at.From; i < at.To; i++ {
		if !at.Has(r.d.Tokens[i].Head) {
			return i
		}
	}
	return at.To - 1
}

// beside tells whether expression t, which stands deeper than right under the verb of clause c, says the day of something
// else: "they have cancelled the concerts of Friday". No one day dates a present perfect.
func (r *reader) beside(c, t int) bool {
	x := &r.d.Times[t]
	return r.upToNow(&r.d.Clauses[c]) && x.When.Grain == graph.Day && !x.After && !x.Before
}

// upToNow tells whether clause cl is in the present perfect, or goes on in it: "have darkened the mood and slowed the talks".
func (r *reader) upToNow(cl *extract.Clause) bool {
	for n := 0; cl.Link == "conj" && cl.Parent >= 0 && n < 20; n++ {
		if r.deps.Kid(r.d, cl.Head, "aux") >= 0 || r.deps.Kid(r.d, cl.Head, "nsubj") >= 0 {
			break
		}
		cl = &r.d.Clauses[cl.Parent]
	}
	return cl.Perfect && cl.Tense == "present"
}

// fronted gives a time that opens a sentence to its main clause, where the tree hung it on something else before that:
// "In 1996, following the purchase of the firm, he returned." Such a time frames the whole sentence.
func (r *reader) fronted(t int) {
	at := r.d.Times[t].At
	s := r.d.SentenceOf(at.From)
	if s < 0 || at.From > r.d.Sentences[s].From+1 || at.To >= r.d.Sentences[s].To || r.d.Word(at.To) != "," {
		return
	}
	old := r.hangs[t]
	if old >= 0 && r.d.Clauses[old].Kind != "noun" && !extract.Is(r.d.Clauses[old].Link, "advcl") && !extract.Is(r.d.Clauses[old].Link, "acl") {
		return
	}
	for i := at.To; i < r.d.Sentences[s].To; i++ {
		if c := r.clause[i]; c >= 0 && r.d.Tokens[i].Head < 0 && r.d.Clauses[c].Kind == "verb" {
			r.drop(t)
			r.owner[c] = append(r.owner[c], t)
			r.hangs[t] = int(c)
			return
		}
	}
}

// drop takes expression t from the clause that it hangs on.
func (r *reader) drop(t int) {
	if c := r.hangs[t]; c >= 0 {
		kept := r.owner[c][:0]
		for _, x := range r.owner[c] {
			if x != t {
				kept = append(kept, x)
			}
		}
		r.owner[c] = kept
	}
}

// shared tells whether expression x, which the tree hung on clause cl, may as well be of the event behind "after" in
// front of it, with that noun: "they met after the attacks in Paris on Friday" gives the day of the attacks, and that of
// the meeting only if they met at once.
func (r *reader) shared(cl *extract.Clause, x *extract.Timex) (noun int, ok bool) {
	if x.When.Grain != graph.Day || r.d.Tokens[r.headOf(x.At)].Head != cl.Head {
		return -1, false
	}
	for i := range cl.Args {
		a := &cl.Args[i]
		if c := r.clause[a.Head]; a.Case == "after" && a.Head < x.At.From && c >= 0 && r.d.Clauses[c].Kind == "noun" && r.close(a.Head, x.At.From) {
			return a.Head, true
		}
	}
	return -1, false
}

// close tells whether only names and prepositions stand between tokens i and j.
func (r *reader) close(i, j int) bool {
	for i++; i < j; i++ {
		switch r.d.Tokens[i].UPOS {
		case "ADP", "DET", "PROPN", "PART":
		default:
			return false
		}
	}
	return true
}
