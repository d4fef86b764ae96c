package events

import (
	"fmt"

	"dateline/extract"
	"dateline/graph"
)

// takenOver is the time that clause c takes over.
func (r *reader) takenOver(c int) graph.When { return r.taken(c, 0) }

// taken is the time that clause c takes over from the clause it hangs on; what is said does not take over the time
// of saying.
func (r *reader) taken(c, depth int) graph.When {
	cl := &r.d.Clauses[c]
	if w := r.lasting(c); w.Time.Known() {
		return w
	}
	if w := r.subjectTime(cl); w.Time.Known() {
		return w
	}
	if w := r.whenClause(cl); w.Time.Known() {
		return w
	}
	if cl.Parent < 0 || depth > 20 {
		return graph.When{}
	}
	p := &r.d.Clauses[cl.Parent]
	verb, _ := split(p.Lemma)
	speech := r.rules.In("say", verb) || r.rules.In("claim", verb)
	why := ""
	switch {
	case cl.Kind == "noun" && p.Kind != "noun" && !speech && !r.rules.In("concerning", verb) && r.fills(p, cl.Head):
		why = "taken over from “%s”, which tells of it"
	case cl.Link == "conj" && (cl.Tense == p.Tense || cl.Tense == "none"):
		why = "taken over from “%s”, told in one breath"
	case cl.Link == "xcomp" && cl.Tense == "none" && (cl.Mark != "to" || r.rules.In("manage", verb)):
		why = "taken over from “%s”"
	case extract.Is(cl.Link, "advcl") && cl.Tense == "none" && (cl.Mark == "" || cl.Mark == "by" || r.rules.In("during-mark", cl.Mark)):
		why = "taken over from “%s”, which it is part of"
	case extract.Is(cl.Link, "advcl") && cl.Tense == p.Tense && r.rules.In("during-mark", cl.Mark):
		why = "taken over from “%s”, which it says was at that time"
	case cl.Link == "acl:relcl" && p.Kind == "noun" && cl.Tense == "past":
		why = "taken over from “%s”, which it tells more of"
	default:
		return graph.When{}
	}
	w := r.told(cl.Parent)
	if i := r.index[cl.Parent]; i >= 0 && !w.Time.Known() {
		w = r.out[i].When
	}
	if !w.Time.Known() {
		w = r.taken(cl.Parent, depth+1)
	}
	if w.Time.Known() {
		w.Reason += ", " + fmt.Sprintf(why, r.d.String(p.Predicate))
		w.Sure = inferred(w.Sure)
	}
	return w
}

// whenClause is the time that a clause with "when", "as" or "while" gives to cl: "when he arrived on Friday, he said".
func (r *reader) whenClause(cl *extract.Clause) graph.When {
	for _, k := range r.deps.Kids(cl.Head) {
		c := r.clause[k]
		if c < 0 || !extract.Is(r.d.Clauses[c].Link, "advcl") || !r.rules.In("during-mark", r.d.Clauses[c].Mark) {
			continue
		}
		if x := &r.d.Clauses[c]; x.Tense == cl.Tense || x.Tense == "none" {
			if w := r.told(int(c)); w.Time.Known() && w.Sure == graph.Stated {
				w.Sure = graph.Inferred
				w.Reason += fmt.Sprintf(", when “%s”", r.d.String(x.Predicate))
				return w
			}
		}
	}
	return graph.When{}
}

// inferred is how sure a time is that was taken over from something of sureness s.
func inferred(s graph.Sureness) graph.Sureness {
	if s == graph.Stated || s == graph.Given {
		return graph.Inferred
	}
	return s
}

// alongside gives event i the likely day of the clause that it is part of, as an event noun ("during his speech he
// said") or as a purpose ("he came to open the fair").
func (r *reader) alongside(i int) {
	e := &r.out[i]
	cl := &r.d.Clauses[e.Clause]
	if cl.Parent < 0 || e.When.Sure != graph.Bounded && e.When.Sure != graph.Unsaid {
		return
	}
	p := &r.d.Clauses[cl.Parent]
	purpose := extract.Is(cl.Link, "advcl") && cl.Tense == "none" && cl.Mark == "to"
	if !(cl.Kind == "noun" && p.Kind == "verb" && r.partOf(p, cl.Head) || purpose) {
		return
	}
	w := r.whenOf(cl.Parent, 0)
	day := w.Best()
	if w.Sure == graph.Bounded || day.Days() == 0 || e.When.Time.Known() && !e.When.Time.Contains(day) {
		return
	}
	switch e.When.Sure = graph.Likely; {
	case day.Days() > 1:
		e.When.Time = day
	case !e.When.Time.Known() || e.When.Time.Days() == 1:
		e.When.Time = interval(day.First, graph.Date{})
		fallthrough
	default:
		e.When.Likely = day.First
	}
	e.When.Reason = fmt.Sprintf("told as part of “%s”, which was on %s", r.d.String(p.Predicate), day)
}

// whenOf is the time of clause c, whether or not it tells an event of its own. Depth counts the clauses gone up.
func (r *reader) whenOf(c, depth int) graph.When {
	if i := r.index[c]; i >= 0 && r.out[i].When.Time.Known() {
		return r.out[i].When
	}
	if w := r.told(c); w.Time.Known() {
		return w
	}
	cl := &r.d.Clauses[c]
	return r.tensed(cl, cl.Status, depth+1)
}

// partOf tells whether token head is what clause p is about, or the frame in which it stands: in a speech, during the talks.
func (r *reader) partOf(p *extract.Clause, head int) bool {
	for i := range p.Args {
		if a := &p.Args[i]; a.Head == head {
			return a.Slot == "subject" || a.Slot == "object" || r.rules.In("frame-mark", a.Case)
		}
	}
	return false
}

// subjectTime is the time of the event noun that is the subject of cl: "a storm yesterday caused …" was yesterday too.
func (r *reader) subjectTime(cl *extract.Clause) graph.When {
	for i := range cl.Args {
		a := &cl.Args[i]
		if a.Slot != "subject" && a.Slot != "agent" || a.Clause >= 0 || cl.Kind != "verb" || cl.Tense == "present" && !cl.Perfect {
			continue
		}
		c := r.clause[a.Head]
		if c < 0 || r.d.Clauses[c].Kind != "noun" {
			continue
		}
		w := r.told(int(c))
		if i := r.index[c]; i >= 0 && !w.Time.Known() {
			w = r.out[i].When
		}
		if !w.Time.Known() || w.Time.Open() {
			continue
		}
		w.Sure = inferred(w.Sure)
		if pub := r.d.Published.Last; r.upToNow(cl) {
			if !pub.Known() || pub.Before(w.Time.First) {
				continue
			}
			return graph.When{Time: interval(w.Time.First, pub), Sure: graph.Bounded,
				Reason: fmt.Sprintf("since “%s” (%s), up to the publication", r.d.Word(a.Head), w.Reason)}
		}
		w.Reason += fmt.Sprintf(", the time of “%s”", r.d.Word(a.Head))
		return w
	}
	return graph.When{}
}

// fills tells whether token head is the subject or object of clause p.
func (r *reader) fills(p *extract.Clause, head int) bool {
	for i := range p.Args {
		if a := &p.Args[i]; a.Head == head && (a.Slot == "subject" || a.Slot == "object") {
			return true
		}
	}
	return false
}
