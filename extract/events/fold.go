package events

import (
	"slices"
	"strings"

	"dateline/extract"
	"dateline/graph"
)

// fold puts aside events that only say again what another one says: a verb of saying that no rule knows or what is said,
// and the half of "offered to buy" that says less.
func (r *reader) fold() {
	drop := make([]bool, len(r.out))
	content := map[int][]int{} // token of a verb of saying → events that it tells
	for i := range r.out {
		e := &r.out[i]
		drop[i] = r.faceless(e) || r.nobodys(e) || r.wordless(e, &r.d.Clauses[e.Clause]) || e.Type == "" && r.aside(&r.d.Clauses[e.Clause])
		if len(e.Attribution) > 0 && !drop[i] {
			content[e.Attribution[0].Cue] = append(content[e.Attribution[0].Cue], i)
		}
	}
	for i := range r.out {
		e := &r.out[i]
		if told := content[e.Head]; e.Type == "" && r.direct(told, e.Clause) && r.mereSaying(&r.d.Clauses[e.Clause]) {
			drop[i] = true
			r.quote(told, e)
		}
		if j := r.half(e); j >= 0 {
			drop[j] = true
		}
		drop[i] = drop[i] || r.repeats(e) || r.asked(e)
	}
	r.putAside(func(i int) bool { return drop[i] })
}

// putAside moves the events that drop names to the asides.
func (r *reader) putAside(drop func(i int) bool) {
	kept := r.out[:0]
	for i := range r.out {
		e := &r.out[i]
		if drop(i) {
			r.index[e.Clause] = -1
			r.asides = append(r.asides, *e)
			continue
		}
		r.index[e.Clause] = len(kept)
		kept = append(kept, *e)
	}
	r.out = kept
}

// faceless tells of an event whose subject is a pronoun that stands for nobody we know; one who speaks of himself is
// known by what is said of his words.
func (r *reader) faceless(e *extract.Event) bool {
	cl := &r.d.Clauses[e.Clause]
	i := firstSubject(cl)
	if i < 0 || cl.Kind == "noun" || r.d.Tokens[cl.Args[i].Head].UPOS != "PRON" || cl.Args[i].At.Len() > 1 {
		return false
	}
	if m := r.naming(&cl.Args[i]); m >= 0 && (r.named[m] || len(r.d.Mentions[m].Members) > 0) {
		return false
	}
	w := strings.ToLower(r.d.Word(cl.Args[i].Head))
	switch {
	case !r.rules.In("personal", w):
		return false
	case len(e.Attribution) == 0 || !r.rules.In("self", w) && !r.contradicts(e, w):
		return true
	}
	r.sign(e)
	return false
}

// nobodys tells of an event of no type about nobody with a name, whose subject only points to what was said before: "its
// suspicions were aroused", "that money was paid".
func (r *reader) nobodys(e *extract.Event) bool {
	cl := &r.d.Clauses[e.Clause]
	i := firstSubject(cl)
	if e.Type != "" || cl.Kind == "noun" || i < 0 || cl.Args[i].Clause >= 0 || r.anyNamed(e.Roles) {
		return false
	}
	first := cl.Args[i].At.From
	switch t := &r.d.Tokens[first]; {
	case t.UPOS == "PRON" && extract.Is(t.Rel, "nmod:poss"):
		m := r.mention[first]
		return m < 0 || !r.named[m]
	case t.UPOS == "DET":
		return r.rules.In("pointing", strings.ToLower(r.d.Word(first)))
	}
	return false
}

// contradicts tells whether somebody with a name says that those whom pronoun w stands for did not do something: "“They did
// not discuss coalitions,” Rey said" is more than a saying of Rey's, whoever they are.
func (r *reader) contradicts(e *extract.Event, w string) bool {
	s := e.Attribution[0]
	return e.Status == graph.Denied && r.rules.In("voice", w) && s.Mention >= 0 && r.named[s.Mention]
}

// sign lets the label of e, direct speech with a pronoun for its subject, say whose words they are.
func (r *reader) sign(e *extract.Event) {
	cl := &r.d.Clauses[e.Clause]
	if len(e.Attribution) > 0 && cl.Quoted && !r.mereSaying(cl) && !strings.HasSuffix(e.Label, "…") && !strings.Contains(e.Label, ", ") {
		source := e.Attribution[0].Text
		if m := e.Attribution[0].Mention; m >= 0 && r.named[m] {
			source = r.name(m)
		}
		if !strings.HasPrefix(e.Label, source+" ") {
			e.Label += ", " + source + " " + e.Attribution[0].Verb
		}
	}
}

// aside tells of words said in passing ("adding that …"), and of saying and wishing without a word of what.
func (r *reader) aside(cl *extract.Clause) bool { return cl.Tense == "none" && r.mereSaying(cl) }

// wordless tells of a label that is only somebody's saying, wishing or planning: "Rey promised".
func (r *reader) wordless(e *extract.Event, cl *extract.Clause) bool {
	verb := cl.Verb()
	if !r.mereSaying(cl) && !r.rules.In("plan", verb) && !r.rules.In("wish", verb) || cl.Passive || cl.Kind != "verb" {
		return false
	}
	words := strings.Fields(e.Label)
	return len(words) > 0 && strings.EqualFold(words[len(words)-1], r.past(cl, verb)) && !has(cl, "object")
}

// mereSaying tells of a verb that only passes on what it is about.
func (r *reader) mereSaying(cl *extract.Clause) bool {
	return r.rules.In("say", cl.Verb()) || r.rules.In("claim", cl.Verb()) || r.rules.In("relay", cl.Verb())
}

// direct tells whether one of the events told is what clause c of saying takes as its content, and not only a part of it.
func (r *reader) direct(told []int, c int) bool {
	for _, i := range told {
		for x := r.out[i].Clause; x >= 0; x = r.d.Clauses[x].Parent {
			cl := &r.d.Clauses[x]
			if cl.Parent == c || r.d.Clauses[c].Parent == x || cl.Link == "root" && cl.Sentence == r.d.Clauses[c].Sentence {
				return true
			}
			if cl.Link != "conj" && r.governor(cl) == nil && cl.Kind != "noun" {
				break
			}
		}
	}
	return false
}

// quote lets the labels of the events told in direct speech, of which no rule knows the type, say whose words they are:
// "The dead were taken to hospital, Rey said".
func (r *reader) quote(told []int, saying *extract.Event) {
	for _, i := range told {
		e := &r.out[i]
		if c := &r.d.Clauses[e.Clause]; e.Type != "" || !c.Quoted || r.mereSaying(c) || strings.HasSuffix(e.Label, "…") {
			continue
		}
		cl := &r.d.Clauses[saying.Clause]
		l := line{r: r, cl: cl}
		if source := l.slot("subject"); source != "" && !strings.Contains(e.Label, ", "+source) && !strings.HasPrefix(e.Label, source+" ") {
			e.Label += ", " + source + " " + r.verbGroup(cl, saying.Status, cl.Passive, false)
		}
	}
}

// repeats tells of an event noun that its verb has told already: the talks of "left for talks in Rome", where "left for
// talks" is a meeting.
func (r *reader) repeats(e *extract.Event) bool {
	cl := &r.d.Clauses[e.Clause]
	if cl.Kind != "noun" || cl.Parent < 0 || r.index[cl.Parent] < 0 || e.Type == "" {
		return false
	}
	p := &r.d.Clauses[cl.Parent]
	return p.Kind == "verb" && r.out[r.index[cl.Parent]].Type == e.Type && slices.ContainsFunc(p.Args, func(a extract.Argument) bool { return a.Head == e.Head })
}

// asked tells of what no rule knows and somebody is only asked to do: the line of the request says it.
func (r *reader) asked(e *extract.Event) bool {
	cl := &r.d.Clauses[e.Clause]
	if e.Type != "" || cl.Link != "xcomp" || cl.Tense != "none" || cl.Parent < 0 || r.index[cl.Parent] < 0 || e.Status != graph.Possible {
		return false
	}
	g := &r.out[r.index[cl.Parent]]
	return g.Type != "" && g.Status == graph.Happened
}

// half is the event that goes where e is an infinitive and another event its governor, -1 for none: the governor if only
// the infinitive has a type ("Rey offered to buy it" is a deal that is planned), else the infinitive.
func (r *reader) half(e *extract.Event) int {
	cl := &r.d.Clauses[e.Clause]
	if cl.Parent < 0 || r.index[cl.Parent] < 0 {
		return -1
	}
	p := r.governor(cl)
	switch {
	case p == nil && cl.Link == "xcomp" && cl.Mark == "to" && e.Status == graph.Denied && r.rules.In("fail", r.d.Clauses[cl.Parent].Verb()):
		return r.index[cl.Parent] // "by failing to stop it", which says that it was not stopped
	case p == nil:
		return -1
	}
	switch g := &r.out[r.index[cl.Parent]]; {
	case e.Type != "" && g.Type == "", g.Type == "" && p.Passive && p.Tense == "present" && r.rules.In("plan", p.Verb()): // "is set to leave"
		return r.index[cl.Parent]
	case e.Type == "" || e.Type == g.Type:
		return r.index[e.Clause]
	}
	return -1
}
