package events

import (
	"slices"
	"strings"

	"dateline/extract"
	"dateline/extract/rules"
	"dateline/graph"
)

// parts ties what happened in the course of an event to that event, where a phrase of place or time says so and names an
// event that came out, either itself or as "the summit" after "a summit in Antalya". Where two could be meant, none is.
//
//	Obama met Putin on the sidelines of the summit in Antalya.      the meeting is part of the summit
//	Gunmen attacked a hotel. … 20 people were killed in the attack.  the deaths are part of the attack
func (r *reader) parts() (out []extract.Link) {
	seen := map[[2]int]bool{}
	for i := range r.out {
		for _, head := range r.wholes(r.out[i].Clause) {
			j := r.referent(head, i)
			if j < 0 || j == i || seen[[2]int{i, j}] || seen[[2]int{j, i}] || !together(&r.out[i], &r.out[j]) {
				continue
			}
			seen[[2]int{i, j}] = true
			out = append(out, extract.Link{Type: graph.SubEvent, From: i, To: j, By: "events/parts"})
		}
	}
	return out
}

// together tells whether a may be a part of b: neither is said not to have been, what happened is no part of what is
// only planned, and no two dates keep them apart.
func together(a, b *extract.Event) bool {
	for _, e := range [...]*extract.Event{a, b} {
		if e.Status == graph.Denied || e.Status == graph.Cancelled {
			return false
		}
	}
	if a.Status == graph.Happened && (b.Status == graph.Planned || b.Status == graph.Possible) {
		return false
	}
	s, t := a.When.Time, b.When.Time
	return !s.Known() || !t.Known() || s.Overlaps(t)
}

// wholes are the nouns in whose course clause c puts what it tells: "at the summit", "on the margins of the summit", "the
// summit, where he spoke", "an attack in which 12 died".
func (r *reader) wholes(c int) (heads []int) {
	cl := &r.d.Clauses[c]
	if noun, ok := r.qualified(cl); ok {
		heads = append(heads, noun)
	}
	verb, _ := split(cl.Lemma)
	if r.rules.In("charge", verb) || r.rules.In("concerning", verb) {
		return heads // "convicted in the attack", "welcomed at" what they are about
	}
	for i := range cl.Args {
		a := &cl.Args[i]
		if a.Clause >= 0 || a.Slot != "oblique" && a.Slot != "complement" {
			continue
		}
		if k := r.margin(a); k >= 0 {
			heads = append(heads, k)
		} else if r.rules.In("part-mark", a.Case) || a.Case == "on" && r.rules.In("part-on", r.d.Tokens[a.Head].Lemma) {
			heads = append(heads, a.Head)
		}
	}
	return heads
}

// qualified is the noun that relative clause cl tells of as the place or time of what it tells: the summit of "the
// summit, where they met".
func (r *reader) qualified(cl *extract.Clause) (noun int, ok bool) {
	if cl.Link != "acl:relcl" {
		return -1, false
	}
	noun = r.d.Tokens[cl.Head].Head
	for _, k := range r.deps.Kids(cl.Head) {
		switch w := strings.ToLower(r.d.Word(int(k))); {
		case int(k) > cl.Head || noun < 0:
		case w == "where":
			return r.placed(noun), true
		case w == "which":
			if c := r.deps.Kid(r.d, int(k), "case"); c >= 0 && r.rules.In("part-mark", strings.ToLower(r.d.Word(c))) {
				return noun, true
			}
		}
	}
	return noun, false
}

// placed is the noun whose place token i names, i itself where it names none: the summit of "the summit in Rome, where …".
func (r *reader) placed(i int) int {
	if t := &r.d.Tokens[i]; t.UPOS == "PROPN" && extract.Is(t.Rel, "nmod") {
		return t.Head
	}
	return i
}

// margin is the noun behind "of" where the words up to it are a preposition of part-mark: the summit of "on the sidelines
// of the summit"; -1 if they are not.
func (r *reader) margin(a *extract.Argument) int {
	from := r.deps.Kid(r.d, a.Head, "case")
	for _, k := range r.deps.Kids(a.Head) {
		if from < 0 || int(k) < a.Head || !extract.Is(r.d.Tokens[k].Rel, "nmod") {
			continue
		}
		of := r.deps.Kid(r.d, int(k), "case")
		if of == a.Head+1 && r.rules.In("part-mark", strings.ToLower(r.d.String(extract.Range{From: from, To: of + 1}))) {
			return int(k)
		}
	}
	return -1
}

// referent is the event that the noun at token head names in a phrase of event i: its own, or the only one told before it
// that the noun takes up again; -1 if there is none, or more than one.
func (r *reader) referent(head, i int) int {
	if c := int(r.clause[head]); c >= 0 {
		if cl := &r.d.Clauses[c]; cl.Link == "light" && cl.Parent >= 0 {
			c = cl.Parent // "held a summit"
		}
		if r.index[c] >= 0 {
			return r.index[c]
		}
	}
	if k := r.deps.Kid(r.d, head, "det"); k < 0 || !r.rules.In("definite", strings.ToLower(r.d.Word(k))) {
		return -1
	}
	found := -1
	for j := range r.out {
		e := &r.out[j]
		if j == i || e.Head >= head || !r.takesUp(head, e) {
			continue
		}
		if found >= 0 && r.out[found].Label != e.Label {
			return -1
		}
		if found < 0 {
			found = j
		}
	}
	return found
}

// takesUp tells whether the noun at token head, with all words before it, may name event e again: its own noun, or that of
// its verb, in the same number.
func (r *reader) takesUp(head int, e *extract.Event) bool {
	lemma := r.d.Tokens[head].Lemma
	verb, noun := split(e.Lemma)
	if noun == "" && (r.d.Clauses[e.Clause].Kind == "noun" || r.nameable(verb, e.Type)) {
		noun = verb
	}
	if lemma != noun || r.d.Clauses[e.Clause].Kind == "noun" && r.d.Tokens[head].XPOS != r.d.Tokens[e.Head].XPOS {
		return false
	}
	label := r.content(e.Label)
	for _, k := range r.deps.Kids(head) {
		switch rel := r.d.Tokens[k].Rel; {
		case rel == "amod", rel == "compound", rel == "nmod:poss", rel == "nummod", extract.Is(rel, "nmod"):
			if w := r.bare(int(k)); r.timed[k] < 0 && !label[w] && w != "'s" {
				return false
			}
		}
	}
	return true
}

// nameable tells whether a rule knows lemma, a verb that told an event of type kind, as a noun for such events, too: "the
// attack" for "attacked", but not "the lead" for "led".
func (r *reader) nameable(lemma, kind string) bool {
	return kind != "" && slices.ContainsFunc(r.rules.Noun(lemma), func(t *rules.Trigger) bool { return t.Type.Name == kind })
}
