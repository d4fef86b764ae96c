package events

import (
	"fmt"
	"sort"
	"strings"

	"dateline/extract"
	"dateline/graph"
)

// own hands each time expression to the clause it hangs on: up the tree from its head to the first predicate. One that
// only names a thing ("last week's figures") belongs to that thing, not to what happens to it.
func (r *reader) own() {
	for t := range r.d.Times {
		at := r.d.Times[t].At
		i := at.To - 1
		for j := at.From; j < at.To; j++ {
			if h := r.d.Tokens[j].Head; !at.Has(h) {
				i = j
				break
			}
		}
		naming := false
		for first := true; i >= 0; first = false {
			if c := r.clause[i]; c >= 0 {
				if r.d.Clauses[c].Link == "light" && r.d.Clauses[c].Parent >= 0 {
					c = int32(r.d.Clauses[c].Parent)
				}
				if !naming || r.d.Clauses[c].Kind == "noun" {
					r.owner[c] = append(r.owner[c], t)
					r.hangs[t] = int(c)
				}
				break
			}
			switch rel := r.d.Tokens[i].Rel; rel {
			case "nmod:poss", "compound", "amod", "nummod":
				naming = naming || first
				if h := r.d.Tokens[i].Head; naming && h >= 0 && r.clause[h] >= 0 && r.d.Clauses[r.clause[h]].Kind == "noun" {
					naming = false
				}
			}
			i = r.d.Tokens[i].Head
		}
	}
}

// date gives each event its time: its own expression; that of a phrase that names the same event elsewhere; one it
// takes over from the clause it hangs on; bounds from "after" and "before"; and last what its tense allows.
func (r *reader) date() {
	for i := range r.out {
		r.out[i].When = r.told(r.out[i].Clause)
	}
	r.shareDates()
	r.settle()
	for i := range r.out {
		if !r.out[i].When.Time.Known() {
			r.out[i].When = r.taken(r.out[i].Clause, 0)
		}
	}
	for i := range r.out {
		if !r.out[i].When.Time.Known() {
			r.out[i].When = r.counted(r.out[i].Clause)
		}
		if !r.out[i].When.Time.Known() {
			r.out[i].When = r.bounded(i)
		}
	}
	for i := range r.out {
		e := &r.out[i]
		if e.Status == graph.Happened && r.later(e.When.Time) {
			e.Status = graph.Planned
		}
	}
}

// later tells whether all of t lies after the publication date.
func (r *reader) later(t graph.Time) bool {
	return r.d.Published.Known() && t.First.Known() && t.First.After(r.d.Published.Last)
}

// told is the time that clause c itself names, the finest if there are several.
func (r *reader) told(c int) graph.When {
	best := -1
	for _, t := range r.owner[c] {
		x := &r.d.Times[t]
		if x.Type != "DATE" && x.Type != "TIME" || !x.When.Known() {
			continue
		}
		if cl := &r.d.Clauses[c]; cl.Modal == "" && (cl.Tense == "past" && r.later(x.When) || !cl.Perfect && cl.Tense != "present" && r.since(x)) {
			continue // "met for the first time since 2013" was not since 2013
		}
		if best < 0 || x.When.Grain != graph.NoGrain && x.When.Days() < r.d.Times[best].When.Days() {
			best = t
		}
	}
	if best < 0 {
		return graph.When{}
	}
	x := &r.d.Times[best]
	reason := x.Reason
	if reason == "" {
		reason = fmt.Sprintf("“%s”", r.d.String(x.At))
	}
	return graph.When{Time: r.bound(x), Reason: reason}
}

// since tells whether the word "since" governs expression x.
func (r *reader) since(x *extract.Timex) bool {
	return x.After && x.At.From > 0 && strings.EqualFold(r.d.Word(x.At.From-1), "since")
}

// bound opens the interval that a preposition makes of expression x: "since September", "until Friday".
func (r *reader) bound(x *extract.Timex) graph.Time {
	switch {
	case x.After && !x.When.Open():
		return graph.Since(x.When)
	case x.Before && !x.When.Open():
		return graph.Until(x.When)
	}
	return x.When
}

// taken is the time that clause c takes over from the clause it hangs on; what is said does not take over the time
// of saying.
func (r *reader) taken(c, depth int) graph.When {
	cl := &r.d.Clauses[c]
	if w := r.subjectTime(cl); w.Time.Known() {
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
	case cl.Kind == "noun" && p.Kind != "noun" && !speech && r.fills(p, cl.Head):
		why = "taken over from “%s”, which tells of it"
	case cl.Link == "conj" && (cl.Tense == p.Tense || cl.Tense == "none"):
		why = "taken over from “%s”, told in one breath"
	case cl.Link == "xcomp" && cl.Tense == "none" && (cl.Mark != "to" || r.rules.In("manage", verb)):
		why = "taken over from “%s”"
	case extract.Is(cl.Link, "advcl") && cl.Tense == "none" && (cl.Mark == "" || cl.Mark == "by" || cl.Mark == "while" || cl.Mark == "as" || cl.Mark == "when"):
		why = "taken over from “%s”, which it is part of"
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
	}
	return w
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
		if w.Time.Known() && !w.Time.Open() {
			w.Reason += fmt.Sprintf(", the time of “%s”", r.d.Word(a.Head))
			return w
		}
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

// opening is the number of paragraphs from the top in which the plain past tense means news.
const opening = 3

// bounded is the interval that is left for event i by "after" and "before" and by its tense.
func (r *reader) bounded(i int) graph.When {
	e := &r.out[i]
	cl := &r.d.Clauses[e.Clause]
	w := r.tensed(cl, e.Status)
	for _, x := range r.neighbours(e.Clause) {
		t := r.timeOf(x.clause)
		words := r.d.String(r.d.Clauses[x.clause].Predicate)
		if x.after && t.First.Known() && (!w.Time.First.Known() || w.Time.First.Before(t.First)) && (!w.Time.Last.Known() || !w.Time.Last.Before(t.First)) {
			w.Time = interval(t.First, w.Time.Last)
			w.Reason += fmt.Sprintf("; after “%s”", words)
		}
		if !x.after && t.Last.Known() && (!w.Time.Last.Known() || t.Last.Before(w.Time.Last)) && (!w.Time.First.Known() || !t.Last.Before(w.Time.First)) {
			w.Time = interval(w.Time.First, t.Last)
			w.Reason += fmt.Sprintf("; before “%s”", words)
		}
	}
	return w
}

// interval is some time from first to last; either may be open.
func interval(first, last graph.Date) graph.Time {
	switch {
	case first.Known() && last.Known() && first == last:
		return graph.DayOf(first)
	case first.Known() && last.Known():
		return graph.WithinOf(first, last)
	}
	return graph.Time{First: first, Last: last, Grain: graph.Day}
}

// tensed is what tense and place in the article say about the time of clause cl.
func (r *reader) tensed(cl *extract.Clause, status graph.Status) graph.When {
	pub := r.d.Published
	if !pub.Known() {
		return graph.When{Reason: "no date in the text, and the article has no publication date"}
	}
	on := pub.String()
	if extract.Is(cl.Link, "advcl") && (cl.Mark == "after" || cl.Mark == "since") {
		return graph.When{Time: interval(graph.Date{}, pub.Last), Reason: fmt.Sprintf("told with “%s” as earlier than what an article published on %s reports", cl.Mark, on)}
	}
	ahead := status == graph.Planned || cl.Tense == "future" || status == graph.Possible && !cl.Perfect && (cl.Tense != "past" || cl.Modal != "")
	cl = r.finite(cl)
	day := r.running(cl)
	switch {
	case ahead:
		return graph.When{Time: interval(pub.First, graph.Date{}), Reason: "still to come when the article was published on " + on}
	case cl.Tense == "past" && !cl.Perfect && r.fresh(cl, day):
		if day >= 0 {
			t := &r.d.Times[day]
			return graph.When{Time: interval(t.When.First, pub.Last), Reason: fmt.Sprintf("past tense, told after “%s” in an article published on %s", r.d.String(t.At), on)}
		}
		return graph.When{Time: interval(pub.First.AddDays(-1), pub.Last), Reason: "past tense at the top of an article published on " + on}
	case cl.Tense == "present" && !cl.Perfect:
		return graph.When{Time: interval(pub.First.AddDays(-1), pub.Last), Reason: "present tense in an article published on " + on}
	}
	return graph.When{Time: interval(graph.Date{}, pub.Last), Reason: "told without a date in an article published on " + on}
}

// finite is cl or, for a participle that is part of another clause's event ("by holding talks"), that clause.
func (r *reader) finite(cl *extract.Clause) *extract.Clause {
	for n := 0; cl.Tense == "none" && cl.Parent >= 0 && n < 20; n++ {
		if !extract.Is(cl.Link, "advcl") && cl.Link != "conj" && cl.Link != "xcomp" && cl.Link != "light" {
			break
		}
		cl = &r.d.Clauses[cl.Parent]
	}
	return cl
}

// week is the number of days before publication from which a day at the top of an article still is its news.
const week = 7

// running is the expression of the day of the past week that the article has named last before cl, -1 if there is none:
// the news that follows in the past tense is of that day or later. An older date in between, or a vague one, ends it:
// what follows is history.
func (r *reader) running(cl *extract.Clause) int {
	pub := r.d.Published.First
	for i := len(r.d.Times) - 1; i >= 0; i-- {
		t := &r.d.Times[i]
		if c := r.hangs[i]; c >= 0 && r.d.Clauses[c].Quoted && !cl.Quoted {
			continue // what somebody says of today dates nothing but the saying
		}
		if t.At.From >= cl.Head || !t.When.Known() || t.Type != "DATE" && t.Type != "TIME" || t.When.First.After(pub) {
			continue
		}
		if t.When.Grain == graph.Day && pub.DaysSince(t.When.First) <= week {
			return i
		}
		if !t.When.First.Known() || pub.DaysSince(t.When.First) > week {
			break
		}
	}
	return -1
}

// fresh tells whether a day runs where cl stands: at the top of the article, or where its paragraph or the one before
// names a day.
func (r *reader) fresh(cl *extract.Clause, day int) bool {
	if r.paragraph(cl) < opening {
		return true
	}
	return day >= 0 && r.block(r.d.Tokens[cl.Head].Start)-r.block(r.d.Tokens[r.d.Times[day].At.From].Start) <= 1
}

// block is the number of the paragraph that holds byte at.
func (r *reader) block(at int) int {
	return sort.Search(len(r.d.Paragraphs), func(i int) bool { return r.d.Paragraphs[i].End > at })
}

// paragraph is the number of the body paragraph that clause cl stands in, from 0.
func (r *reader) paragraph(cl *extract.Clause) int {
	n := 0
	at := r.d.Tokens[cl.Head].Start
	for _, p := range r.d.Paragraphs {
		if at < p.End {
			break
		}
		if p.Kind == extract.Body {
			n++
		}
		if n >= opening {
			break
		}
	}
	return n
}
