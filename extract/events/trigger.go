package events

import (
	"slices"
	"strings"

	"dateline/extract"
	"dateline/extract/rules"
)

// trigger is the first rule whose words and constraints fit clause c, nil if there is none.
func (r *reader) trigger(c int) *rules.Trigger {
	cl := &r.d.Clauses[c]
	if cl.Kind == "noun" {
		for _, t := range r.rules.Noun(cl.Lemma) {
			if t.Bare && r.fits(cl, t) && r.modifies(cl.Head, t) {
				return t
			}
		}
		return nil
	}
	verb, noun := split(cl.Lemma)
	if noun != "" && !r.particle(cl) {
		for _, t := range r.rules.Noun(noun) {
			if slices.Contains(t.Light, verb) && r.fits(cl, t) && r.modifies(r.lent(cl), t) {
				return t
			}
		}
	}
	for i := range cl.Args {
		if a := &cl.Args[i]; a.Slot == "oblique" && a.Case != "" && !has(cl, "object") && !(cl.Passive && has(cl, "subject")) {
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
	if t.Voice != "" && cl.Kind == "verb" && (t.Voice == "passive") != cl.Passive {
		return false
	}
	if (t.Domains != nil || t.UnlessDomains != nil) && !r.inDomain(cl, t) {
		return false
	}
	if len(t.Needs) > 0 && !r.needs(cl, t.Needs) || len(t.Lacks) > 0 && r.needs(cl, t.Lacks) || t.Phrases != nil && !r.phrased(cl, t.Phrases) {
		return false
	}
	object, subject := "object", "subject"
	if cl.Passive {
		object, subject = "subject", "agent"
	}
	if r.among(cl, object, t.Unless) || t.Only != nil && !r.among(cl, object, t.Only) && !r.among(cl, "object", t.Only) {
		return false // a passive may keep an object: "was denied visas"
	}
	if r.among(cl, subject, t.UnlessSubjects) || t.Subjects != nil && !r.among(cl, subject, t.Subjects) {
		return false
	}
	if t.UnlessClauses != nil && r.completes(cl, t.UnlessClauses) {
		return false
	}
	if len(t.Actors) > 0 && cl.Kind != "noun" && !r.acting(cl, t.Actors) {
		return false
	}
	return len(t.Kinds) == 0 || cl.Kind == "noun" || r.object(cl, t.Kinds)
}

// among tells whether an argument of cl in slot is one of the lemmas.
func (r *reader) among(cl *extract.Clause, slot string, lemmas rules.Words) bool {
	if len(lemmas) == 0 {
		return false
	}
	for i := range cl.Args {
		if a := &cl.Args[i]; a.Slot == slot && a.Clause < 0 && lemmas[r.meant(a.Head)] {
			return true
		}
	}
	return false
}

// completes tells whether the verb of a clause that fills a slot of cl is one of the lemmas.
func (r *reader) completes(cl *extract.Clause, lemmas rules.Words) bool {
	for i := range cl.Args {
		if a := &cl.Args[i]; a.Slot == "clause" && a.Clause >= 0 && lemmas[r.d.Clauses[a.Clause].Verb()] {
			return true
		}
	}
	return false
}

// meant is the lemma of the noun at token head, of what is counted where that only counts: of "a series of attacks" attack.
func (r *reader) meant(head int) string {
	lemma := strings.ToLower(r.d.Tokens[head].Lemma)
	if !r.rules.In("measure", lemma) {
		return lemma
	}
	for _, k := range r.deps.Kids(head) {
		if extract.Is(r.d.Tokens[k].Rel, "nmod") && r.d.Tokens[k].UPOS == "NOUN" {
			return r.d.Tokens[k].Lemma
		}
	}
	return lemma
}

// phrased tells whether one of the prepositions of cl governs one of its words.
func (r *reader) phrased(cl *extract.Clause, phrases map[string]rules.Words) bool {
	for i := range cl.Args {
		if a := &cl.Args[i]; a.Clause < 0 && (phrases[a.Case][r.meant(a.Head)] || phrases[a.Slot][r.meant(a.Head)]) {
			return true
		}
	}
	return false
}

// lent is the token of the noun that the verb of cl lends itself to, -1 if there is none.
func (r *reader) lent(cl *extract.Clause) int {
	for i := range cl.Args {
		if a := &cl.Args[i]; r.isLight(cl, a) {
			return a.Head
		}
	}
	return -1
}

// modifies tells whether before the event noun at token head stands what t wants, and nothing that it forbids.
func (r *reader) modifies(head int, t *rules.Trigger) bool {
	return head < 0 || !r.modified(head, t.UnlessModifiers) && (t.Modifiers == nil || r.modified(head, t.Modifiers))
}

// modified tells whether one of the words stands before the noun at token head.
func (r *reader) modified(head int, words rules.Words) bool {
	if len(words) == 0 {
		return false
	}
	for _, k := range r.deps.Kids(head) {
		if int(k) < head && (words[r.d.Tokens[k].Lemma] || words[strings.ToLower(r.d.Word(int(k)))]) {
			return true
		}
	}
	return false
}

// needs tells whether one of the slots or prepositions is there, with something else than a time.
func (r *reader) needs(cl *extract.Clause, needs []string) bool {
	for i := range cl.Args {
		a := &cl.Args[i]
		for _, n := range needs {
			if (a.Slot == n || a.Case == n || n == "object" && cl.Passive && a.Slot == "subject") && r.timed[a.Head] < 0 {
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
		if a.Clause < 0 && (a.Slot == "object" || a.Slot == "indirect" || cl.Passive && a.Slot == "subject") && r.isOne(a, kinds) {
			return true
		}
	}
	return false
}

// acting tells whether one of the kinds acts in cl.
func (r *reader) acting(cl *extract.Clause, kinds []string) bool {
	for i := range cl.Args {
		a := &cl.Args[i]
		if a.Clause < 0 && (a.Slot == "agent" || a.Slot == "subject" && !cl.Passive) && r.isOne(a, kinds) {
			return true
		}
	}
	return false
}

// isOne tells whether a is of one of the kinds. A bare number counts people: "rescued 200 more".
func (r *reader) isOne(a *extract.Argument, kinds []string) bool {
	h, m := &r.d.Tokens[a.Head], r.mention[a.Head]
	for _, k := range kinds {
		switch {
		case k == "force" && r.rules.In("force", r.meant(a.Head)), k == "person" && h.UPOS == "NUM",
			m >= 0 && string(r.d.Mentions[m].Kind) == k:
			return true
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
