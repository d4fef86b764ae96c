package clauses

import "dateline/extract"

// light turns "held talks with Obama in Vienna" into one predicate "hold talk": the noun decides, and what hangs on it
// becomes an argument of the clause. The noun's own clause is marked by Link "light" and left to readers to skip.
func (r *reader) light(cl *extract.Clause) {
	for _, a := range cl.Args {
		if a.Slot != "object" && !(a.Slot == "subject" && cl.Passive) || a.Clause >= 0 {
			continue
		}
		noun := r.d.Tokens[a.Head].Lemma
		if !r.lends(cl.Lemma, noun) {
			continue
		}
		cl.Lemma += " " + noun
		n := int(r.clause[a.Head])
		if n < 0 {
			return
		}
		for _, k := range r.deps.Kids(a.Head) {
			t := &r.d.Tokens[k]
			if base(t.Rel) == "nmod" && t.Rel != "nmod:poss" && !a.At.Has(int(k)) {
				r.put(cl, "oblique", int(k), true)
			} else if base(t.Rel) == "nmod" && t.Rel != "nmod:poss" {
				r.put(cl, "inner", int(k), true)
			}
		}
		return
	}
}

// lends tells whether verb is light with noun: "hold" with "talk".
func (r *reader) lends(verb, noun string) bool {
	for _, t := range r.rules.Noun(noun) {
		for _, v := range t.Light {
			if v == verb {
				return true
			}
		}
	}
	return false
}
