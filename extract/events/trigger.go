package events

import (
	"dateline/extract"
	"dateline/extract/rules"
)

// trigger is the first rule whose words and constraints fit clause c, nil if there is none.
func (r *reader) trigger(c int) *rules.Trigger {
	cl := &r.d.Clauses[c]
	if cl.Kind == "noun" {
		return r.fitting(cl, r.rules.Noun(cl.Lemma))
	}
	verb, noun := split(cl.Lemma)
	if noun != "" && !r.particle(cl) {
		if t := r.fitting(cl, r.rules.Noun(noun)); t != nil {
			return t
		}
	}
	for i := range cl.Args {
		if a := &cl.Args[i]; a.Slot == "oblique" && a.Case != "" {
			if t := r.fitting(cl, r.rules.Verb(cl.Lemma+" "+a.Case)); t != nil {
				return t // "called off the parade", with the particle read as a preposition
			}
		}
	}
	if t := r.fitting(cl, r.rules.Verb(cl.Lemma)); t != nil {
		return t
	}
	if noun != "" && !r.particle(cl) {
		return r.fitting(cl, r.rules.Verb(verb))
	}
	return nil
}

// split parts "hold talk" into verb and noun.
func split(lemma string) (verb, noun string) {
	for i := 0; i < len(lemma); i++ {
		if lemma[i] == ' ' {
			return lemma[:i], lemma[i+1:]
		}
	}
	return lemma, ""
}

// particle tells whether the second word of cl's lemma is a particle, not a noun.
func (r *reader) particle(cl *extract.Clause) bool {
	for _, k := range r.deps.Kids(cl.Head) {
		if r.d.Tokens[k].Rel == "compound:prt" {
			return true
		}
	}
	return false
}

func (r *reader) fitting(cl *extract.Clause, triggers []*rules.Trigger) *rules.Trigger {
	for _, t := range triggers {
		if r.fits(cl, t) {
			return t
		}
	}
	return nil
}

// fits tells whether the slots that the rule wants are there, and none that it forbids.
func (r *reader) fits(cl *extract.Clause, t *rules.Trigger) bool {
	if len(t.Needs) > 0 && !r.needs(cl, t.Needs) {
		return false
	}
	if r.among(cl, t.Unless) || len(t.Only) > 0 && !r.among(cl, t.Only) {
		return false
	}
	return len(t.Kinds) == 0 || cl.Kind == "noun" || r.object(cl, t.Kinds)
}

// among tells whether the object of cl, or its subject where it has no object or is passive, is one of the lemmas.
func (r *reader) among(cl *extract.Clause, lemmas []string) bool {
	if len(lemmas) == 0 {
		return false
	}
	slot := "object"
	if cl.Passive || !has(cl, "object") {
		slot = "subject"
	}
	for i := range cl.Args {
		a := &cl.Args[i]
		if a.Slot != slot || a.Clause >= 0 {
			continue
		}
		for _, l := range lemmas {
			if r.d.Tokens[a.Head].Lemma == l {
				return true
			}
		}
	}
	return false
}

func (r *reader) needs(cl *extract.Clause, needs []string) bool {
	for i := range cl.Args {
		a := &cl.Args[i]
		for _, n := range needs {
			if (a.Slot == n || a.Case == n) && r.timed[a.Head] < 0 {
				return true
			}
		}
	}
	return false
}

// object tells whether cl has an object, or passive subject, of one of the kinds.
func (r *reader) object(cl *extract.Clause, kinds []string) bool {
	for i := range cl.Args {
		a := &cl.Args[i]
		if a.Clause >= 0 || !(a.Slot == "object" || a.Slot == "indirect" || cl.Passive && a.Slot == "subject") {
			continue
		}
		for _, k := range kinds {
			if k == "force" && r.rules.In("force", r.d.Tokens[a.Head].Lemma) {
				return true
			}
			if m := r.mention[a.Head]; m >= 0 && string(r.d.Mentions[m].Kind) == k {
				return true
			}
		}
	}
	return false
}

func has(cl *extract.Clause, slot string) bool {
	for i := range cl.Args {
		if cl.Args[i].Slot == slot {
			return true
		}
	}
	return false
}
