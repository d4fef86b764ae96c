package events

import (
	"sort"
	"strings"

	"dateline/extract"
	"dateline/extract/rules"
	"dateline/graph"
)

// tells says whether clause c can tell an event at all.
func (r *reader) tells(c int, t *rules.Trigger) bool {
	cl := &r.d.Clauses[c]
	if cl.Kind == "noun" {
		return t != nil
	}
	verb, _ := split(cl.Lemma)
	if r.asks(cl) {
		return false
	}
	told := cl.Tense != "none" || cl.Link != "root" || cl.Mark == "to" && has(cl, "subject") // "Minister to visit Cairo"
	if !told && r.d.Tokens[cl.Head].XPOS == "VB" {
		return false // an order to the reader, or a broken sentence
	}
	if t == nil && (r.rules.In("think", verb) || r.rules.In("quoting", verb)) {
		return false
	}
	if t != nil && t.Habit && r.habit(cl, false) {
		return false
	}
	if r.rules.In("say", verb) || r.rules.In("claim", verb) {
		if t != nil || r.speaks(cl) || cl.Passive && !r.worded(cl) {
			return true // "no injuries were reported"
		}
		if r.worded(cl) || !r.rules.In("deed", verb) {
			return false
		}
	}
	if t != nil {
		return !r.habit(cl, true)
	}
	if r.rules.In("stative", verb) {
		return r.rules.In("becoming", verb) && cl.Tense == "past" && !cl.Progress && has(cl, "object") && verb != cl.Lemma
	}
	return !r.habit(cl, false) && told
}

// asks tells of a clause in whose core a question word stands that nothing takes the place of: "what they discussed".
func (r *reader) asks(cl *extract.Clause) bool {
	for i := range cl.Args {
		a := &cl.Args[i]
		if x := r.d.Tokens[a.Head].XPOS; (a.Slot == "subject" || a.Slot == "object" || a.Slot == "oblique" && cl.Link == "acl:relcl") && (x == "WP" || x == "WDT") {
			return true
		}
	}
	return false
}

// doubled tells of the half of "began to broadcast" or "sent jets to strike" that says less: the verb of beginning where
// a rule knows what began, else the infinitive; and purposes that no rule knows.
func (r *reader) doubled(c int, t *rules.Trigger) bool {
	cl := &r.d.Clauses[c]
	if t == nil && cl.Tense == "none" && cl.Mark == "to" && extract.Is(cl.Link, "advcl") {
		return true
	}
	if cl.Link == "xcomp" && cl.Parent >= 0 && t == nil {
		verb, _ := split(r.d.Clauses[cl.Parent].Lemma)
		return r.rules.In("manage", verb)
	}
	if verb, _ := split(cl.Lemma); t != nil || !r.rules.In("manage", verb) {
		return false
	}
	for i := range cl.Args {
		if a := &cl.Args[i]; a.Slot == "clause" && a.Clause >= 0 && r.d.Clauses[a.Clause].Link == "xcomp" && r.trigger(a.Clause) != nil {
			return true
		}
	}
	return false
}

// habit tells of a statement in the simple present without anything that pins it to one moment: "pilgrims arrive". In a
// headline the present is news, and so it is for a typed event of somebody with a name.
func (r *reader) habit(cl *extract.Clause, typed bool) bool {
	for i := range cl.Args {
		if t := r.timed[cl.Args[i].Head]; t >= 0 && r.d.Times[t].Type == "SET" {
			return true
		}
	}
	if cl.Tense != "present" || cl.Perfect || cl.Progress || cl.Modal != "" || r.heading(cl) {
		return false
	}
	for i := range cl.Args {
		if !typed {
			break
		}
		a := &cl.Args[i]
		if m := r.mention[a.Head]; a.Slot == "subject" && a.Clause < 0 && m >= 0 && r.named[m] {
			return false
		}
	}
	return true
}

// heading tells whether cl stands in a headline.
func (r *reader) heading(cl *extract.Clause) bool {
	at := r.d.Tokens[cl.Head].Start
	i := sort.Search(len(r.d.Paragraphs), func(i int) bool { return r.d.Paragraphs[i].End > at })
	return i < len(r.d.Paragraphs) && r.d.Paragraphs[i].Kind == extract.Heading
}

// speaks tells whether cl is somebody's saying of something: a named speaker and words said.
func (r *reader) speaks(cl *extract.Clause) bool {
	named := false
	for i := range cl.Args {
		if a := &cl.Args[i]; a.Slot == "subject" && a.Clause < 0 {
			m := r.naming(a)
			named = named || m >= 0 && r.named[m]
		}
	}
	return named && r.worded(cl) && cl.Modal == "" && !cl.Negated
}

// worded tells whether words said come with the verb of saying.
func (r *reader) worded(cl *extract.Clause) bool {
	return has(cl, "clause") || has(cl, "object") && cl.Link != "acl:relcl" || strings.HasPrefix(cl.Link, "parataxis")
}

// worth says whether e, the event of clause c, is worth a line: a rule and anyone, or an entity with a name.
func (r *reader) worth(c int, t *rules.Trigger, e *extract.Event) bool {
	cl := &r.d.Clauses[c]
	named, full := 0, 0
	for i := range e.Roles {
		switch x := &e.Roles[i]; {
		case x.Mention >= 0 && r.named[x.Mention]:
			named++
		case x.Mention < 0 || r.d.Mentions[x.Mention].Form != extract.Pronoun:
			full++
		}
	}
	verb, _ := split(cl.Lemma)
	switch {
	case r.slipped(cl, e), r.refrained(cl), r.noted(cl), r.misnamed(cl):
		return false
	case cl.Kind == "noun":
		return t != nil && r.stands(c, t, e) && (named > 0 || len(r.owner[c]) > 0 && full > 0 || e.Place >= 0)
	case t == nil && r.hollow(cl, e), cl.Mark == "as" && cl.Tense == "none" && cl.Passive:
		return false // "as announced"
	case t == nil && (r.rules.In("say", verb) || r.rules.In("claim", verb)):
		return named > 0 || cl.Passive && full > 0 // what nobody in particular says is passed on, not told
	case t == nil && (r.first(cl) || cl.Quoted && cl.Tense == "present" && !cl.Perfect && e.Status == graph.Happened):
		return false // what somebody thinks or does
	case t != nil && named == 0 && (e.Status == graph.Planned || e.Status == graph.Possible || e.Status == graph.Unknown):
		return full > 0 && len(r.owner[c]) > 0 // what nameless people may do one day
	case t == nil && named == 0:
		return full > 0 && (cl.Tense == "past" || cl.Perfect) && !cl.Progress && (e.Status == graph.Happened || e.Status == graph.Denied || e.Status == graph.Reported)
	case len(e.Roles) == 1 && r.rules.In("wish", verb) && !r.says(cl):
		return false // "Putin asked" is nothing without what
	}
	return named+full > 0
}

// stands tells whether e, an event noun, says enough by itself for a line: when, by whom, that it is off, or where something
// was done by force. "The Syrian conflict" and "the fight against the rebels" are only what others speak of.
func (r *reader) stands(c int, t *rules.Trigger, e *extract.Event) bool {
	struck := t.Type.Quad == materialConflict && e.Place >= 0 && r.d.Mentions[e.Place].By != extract.Adjectival
	if r.given[e.Head] != nil || len(r.owner[c]) > 0 || e.Status == graph.Cancelled || struck || r.lasts(c) || r.counted(c).Time.Known() {
		return true
	}
	for i := range e.Roles {
		if x := &e.Roles[i]; x.Name == "agent" && x.Mention >= 0 && r.named[x.Mention] {
			return len(e.Roles) > 1 || e.Place >= 0 || r.rules.In("told-whole", r.d.Clauses[c].Lemma)
		}
	}
	return false
}

// lasts tells whether clause c, an event noun, is the subject of a clause with a time: "the siege lasted four weeks".
func (r *reader) lasts(c int) bool {
	cl := &r.d.Clauses[c]
	return cl.Parent >= 0 && extract.Is(cl.Link, "nsubj") && len(r.owner[cl.Parent]) > 0
}

// materialConflict is the quadrant of events by force.
const materialConflict = 4

// hollow tells of a clause that no rule knows and that says too little for a line: of a bare number, of what "it" is made,
// what may be done by somebody to nothing, what is only supposed, what something is by nature, words about a mere "that".
func (r *reader) hollow(cl *extract.Clause, e *extract.Event) bool {
	unreal := e.Status == graph.Possible || e.Status == graph.Unknown
	switch {
	case r.uncounted(cl) || r.unsaid(cl):
		return true
	case unreal && (len(cl.Args) == 1 && !cl.Passive || r.rules.In("condition", cl.Mark)):
		return true // "Brazil may pay"; "if the level is kept"
	case cl.Link == "acl" && cl.Tense == "none" && r.rules.In("describing", cl.Verb()):
		return true // "a group led by …"
	}
	for i := range cl.Args {
		if a := &cl.Args[i]; a.Slot == "object" && a.Clause < 0 && a.At.Len() == 1 && r.rules.In("pointing", strings.ToLower(r.d.Word(a.Head))) && (r.mention[a.Head] < 0 || r.rules.In("finding", cl.Verb())) {
			return true // "made it hard to win", "decided that"
		}
	}
	return false
}

// unsaid tells of a saying the words of which hang on what was said before: "That would not be wise, he said".
func (r *reader) unsaid(cl *extract.Clause) bool {
	if !r.mereSaying(cl) {
		return false
	}
	c := r.saidBy(cl)
	if c < 0 {
		return false
	}
	said := &r.d.Clauses[c]
	i := firstSubject(said)
	if i < 0 || said.Args[i].Clause >= 0 || said.Args[i].At.Len() > 1 {
		return false
	}
	m := r.naming(&said.Args[i])
	return r.rules.In("pointing", strings.ToLower(r.d.Word(said.Args[i].Head))) && (m < 0 || !r.named[m])
}

// uncounted tells whether the subject of cl is a bare number, without a word of what it counts.
func (r *reader) uncounted(cl *extract.Clause) bool {
	i := firstSubject(cl)
	if i < 0 || cl.Args[i].Clause >= 0 {
		return false
	}
	a := &cl.Args[i]
	return r.d.Tokens[a.Head].UPOS == "NUM" && r.mention[a.Head] < 0 && a.Head == a.At.To-1
}

// first tells whether the speaker says cl of himself: "we were given the task".
func (r *reader) first(cl *extract.Clause) bool {
	for i := range cl.Args {
		a := &cl.Args[i]
		if t := &r.d.Tokens[a.Head]; a.Slot == "subject" && (strings.Contains(t.Feats, "Person=1") || strings.Contains(t.Feats, "Person=2")) {
			return true
		}
	}
	return false
}

// says tells whether cl has words of its own besides its subject.
func (r *reader) says(cl *extract.Clause) bool {
	for i := range cl.Args {
		if s := cl.Args[i].Slot; s == "clause" || s == "object" || s == "oblique" || s == "complement" || s == "indirect" {
			return true
		}
	}
	return strings.HasPrefix(cl.Link, "parataxis") || cl.Passive
}

func (r *reader) anyNamed(roles []extract.EventRole) bool {
	for i := range roles {
		if m := roles[i].Mention; m >= 0 && r.named[m] {
			return true
		}
	}
	return false
}
