package events

import (
	"slices"
	"strings"

	"dateline/extract"
	"dateline/extract/rules"
	"dateline/graph"
)

// place is the mention of the place where clause c happened, -1 if it does not say: its own, or that of the clause that
// it only completes ("attacked a hotel in Bamako, killing 20").
func (r *reader) place(c int, t *rules.Trigger) int {
	for depth := 0; depth < 3; depth++ {
		cl := &r.d.Clauses[c]
		if p := r.ownPlace(cl, t); p >= 0 {
			return p
		}
		if cl.Parent < 0 || cl.Tense != "none" || cl.Kind != "verb" || !extract.Is(cl.Link, "advcl") && !extract.Is(cl.Link, "conj") || cl.Mark == "to" {
			break
		}
		if verb, _ := split(r.d.Clauses[cl.Parent].Lemma); r.rules.In("say", verb) || r.rules.In("claim", verb) {
			break
		}
		c = cl.Parent
	}
	return -1
}

// ownPlace is the place that clause cl names. Only a place in a phrase of place of the clause itself counts, or one
// inside such a phrase ("at a summit in Turkey"), or a place before an event noun; and one inside the object of what
// is done at a spot: "attacked a hotel in Bamako", but not "condemned the attack in Bamako".
func (r *reader) ownPlace(cl *extract.Clause, t *rules.Trigger) int {
	inner, verbal := -1, t != nil && t.Type.Quad%2 == 1 && !t.Sides
	for i := range cl.Args {
		a := &cl.Args[i]
		if a.Clause >= 0 {
			continue
		}
		switch {
		case a.Slot == "modifier" && r.isPlace(a):
			return int(r.mention[a.Head])
		case verbal && r.beyond(cl, a):
		case (a.Slot == "oblique" || a.Slot == "inner") && r.rules.Role(a.Case) == "place" && r.isPlace(a):
			return int(r.mention[a.Head])
		case inner >= 0:
		case a.Slot == "oblique" && r.around(a.Case, verbal), a.Slot == "inner", a.Slot == "object" && !verbal:
			inner = r.inside(a.At)
		}
	}
	return inner
}

// around tells whether a phrase with preposition p is one of the setting: of what is said, only a phrase of place or
// occasion; of what is done, all but those that name another time.
func (r *reader) around(p string, verbal bool) bool {
	if verbal {
		return r.rules.Role(p) == "place" || p == "during"
	}
	return !r.rules.In("after-mark", p) && !r.rules.In("before-mark", p)
}

// beyond tells whether phrase a follows an object that happens somewhere itself: where a verb of saying has "the attack in
// Paris" after it, Paris is the place of the attack, whatever the parser says.
func (r *reader) beyond(cl *extract.Clause, a *extract.Argument) bool {
	for i := range cl.Args {
		o := &cl.Args[i]
		if c := r.clause[o.Head]; o.Slot == "object" && o.Clause < 0 && c >= 0 && r.d.Clauses[c].Kind == "noun" && !r.isLight(cl, o) && a.At.From == o.At.To+1 {
			return true
		}
	}
	return false
}

// inside finds a place that stands after a preposition of place within range at.
func (r *reader) inside(at extract.Range) int {
	for i := at.From; i < at.To; i++ {
		m := r.mention[i]
		if m < 0 || r.d.Mentions[m].Kind != graph.Place || r.d.Mentions[m].By == extract.Adjectival {
			continue
		}
		for _, k := range r.deps.Kids(i) {
			if r.d.Tokens[k].Rel == "case" && r.rules.Role(strings.ToLower(r.d.Word(int(k)))) == "place" {
				return int(m)
			}
		}
	}
	return -1
}

// local gives events that happen at some spot, but do not say in a phrase where, the place that they befell ("bombed
// Raqqa"), or else the dateline's, if they are of the last days and no other place is named in their sentence: who writes
// from Antalya need not say each time that it is there.
func (r *reader) local() {
	at := r.dateline()
	for i := range r.out {
		e := &r.out[i]
		switch {
		case !r.rules.Local(e.Type) || e.Place >= 0:
		case r.struck(e) >= 0:
			e.Place = r.struck(e)
		case at >= 0 && e.Status == graph.Happened && r.recent(e.When.Time) && r.here(e.Sentence, at):
			e.Place = at
		}
	}
}

// struck is the place that e befell, or where it led, -1 if that is no place.
func (r *reader) struck(e *extract.Event) int {
	for i := range e.Roles {
		x := &e.Roles[i]
		if m := x.Mention; m >= 0 && (x.Name == "patient" || x.Name == "destination") && r.d.Mentions[m].Kind == graph.Place &&
			r.d.Mentions[m].By != extract.Adjectival && r.d.Mentions[m].At == x.At {
			return m
		}
	}
	return -1
}

// recent tells whether t lies in the last days before publication.
func (r *reader) recent(t graph.Time) bool {
	return t.Known() && r.d.Published.Known() && !t.First.Before(r.d.Published.First.AddDays(-freshDays))
}

// freshDays is how many days before publication an event may lie that needs no place of its own.
const freshDays = 2

// dateline is the mention of the dateline's place, -1 if the article has none.
func (r *reader) dateline() int {
	if r.d.Place == "" {
		return -1
	}
	body := slices.IndexFunc(r.d.Paragraphs, func(p extract.Paragraph) bool { return p.Kind == extract.Body })
	for m := range r.d.Mentions {
		x := &r.d.Mentions[m]
		if body < 0 || r.d.Tokens[x.Head].Start >= r.d.Paragraphs[body].Start {
			break
		}
		if x.Kind == graph.Place && x.By != extract.Adjectival && strings.HasPrefix(strings.ToLower(r.d.Place), strings.ToLower(r.d.String(x.At))) {
			return m
		}
	}
	return -1
}

// here tells whether nothing leads away from the place of mention at: neither sentence s nor the few before it name
// another one.
func (r *reader) here(s, at int) bool {
	for k := s; k >= max(0, s-3); k-- {
		in := r.d.Sentences[k].Range
		for i := in.From; i < in.To; i++ {
			m := r.mention[i]
			if m < 0 || int(m) == at || r.d.Mentions[m].Kind != graph.Place || r.d.Mentions[m].By == extract.Adjectival {
				continue
			}
			if k == s || root(r.d, int(m)) != root(r.d, at) && !r.onDateline(i, at) {
				return false
			}
		}
	}
	return true
}

// onDateline tells whether token i stands in the paragraph of the dateline, whose mention is at.
func (r *reader) onDateline(i, at int) bool {
	return r.block(r.d.Tokens[i].Start) == r.block(r.d.Tokens[r.d.Mentions[at].Head].Start)
}
