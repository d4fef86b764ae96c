package events

import (
	"fmt"

	"dateline/extract"
	"dateline/graph"
)

// bounded is the interval that is left for event i by "after" and "before" and by its tense.
func (r *reader) bounded(i int) graph.When {
	e := &r.out[i]
	w := r.tensed(&r.d.Clauses[e.Clause], e.Status, 0)
	if r.d.Published.Days() != 1 {
		w.Reason = r.unmeasured(e.Clause) + w.Reason
	}
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
	return sound(w)
}

// sound is w with a likely day only where its bounds leave a choice that holds that day.
func sound(w graph.When) graph.When {
	if w.Likely.Known() && (w.Time.Days() == 1 || !w.Time.Contains(graph.DayOf(w.Likely))) {
		w.Likely, w.Sure = graph.Date{}, graph.Bounded
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

// tensed is what tense and place in the article say about the time of clause cl. Depth counts the clauses gone up.
func (r *reader) tensed(cl *extract.Clause, status graph.Status, depth int) graph.When {
	pub := r.d.Published
	if !pub.Known() {
		return graph.When{Reason: "no date in the text, and the article has no publication date"}
	}
	if pub.Days() != 1 {
		return r.loosely(cl, status)
	}
	on := pub.String()
	told := graph.When{Time: interval(graph.Date{}, pub.Last), Sure: graph.Bounded, Reason: "told without a date in an article published on " + on}
	if extract.Is(cl.Link, "advcl") && r.rules.In("after-mark", cl.Mark) {
		told.Reason = fmt.Sprintf("told with “%s” as earlier than what an article published on %s reports", cl.Mark, on)
		return told
	}
	if status == graph.Planned || cl.Tense == "future" || status == graph.Possible && !cl.Perfect && (cl.Tense != "past" || cl.Modal != "") {
		return r.ahead(cl, depth)
	}
	cl = r.finite(cl)
	switch {
	case cl.Quoted && !r.speaks(cl) || r.offLine(cl) || r.reportedSpeech(cl) || r.anterior(cl):
		return told
	case cl.Tense == "past" && !cl.Perfect && cl.Modal == "":
		return r.news(cl, told)
	case cl.Tense == "present" && !cl.Perfect:
		return graph.When{Time: interval(pub.First.AddDays(-1), pub.Last), Likely: pub.First, Sure: graph.Likely,
			Reason: "present tense in an article published on " + on}
	case cl.Tense == "present" && r.paragraph(r.d.Tokens[cl.Head].Start) == 0:
		told.Likely, told.Sure = pub.First, graph.Likely
		told.Reason = "present perfect in the first sentences of an article published on " + on
	}
	return told
}

// news is the time of clause cl, in the plain past tense on the main line of the telling; told is what is left where
// the line has gone back to older times.
func (r *reader) news(cl *extract.Clause, told graph.When) graph.When {
	pub := r.d.Published
	t, history := r.story(cl)
	if history {
		return told
	}
	eve := pub.First.AddDays(-1)
	if t >= 0 {
		x := &r.d.Times[t]
		day := x.When.First
		return graph.When{Time: interval(earlier(day, eve), pub.Last), Likely: day, Sure: graph.Likely,
			Reason: fmt.Sprintf("past tense, in the account of “%s” (%s) in an article published on %s", r.d.String(x.At), day, pub)}
	}
	told.Likely, told.Sure = pub.First, graph.Likely
	told.Reason = fmt.Sprintf("past tense in an article published on %s that names no other day for its news", pub)
	if r.paragraph(r.d.Tokens[cl.Head].Start) < opening {
		told.Time = interval(eve, pub.Last)
		told.Reason = fmt.Sprintf("past tense at the top of an article published on %s that names no other day for its news", pub)
	}
	return told
}

func earlier(a, b graph.Date) graph.Date {
	if b.Before(a) {
		return b
	}
	return a
}

// ahead is the time of clause cl, which was still to come for whoever speaks of it: for the article, or, under a verb in
// the past tense, then: "the parties agreed to stop the fighting".
func (r *reader) ahead(cl *extract.Clause, depth int) graph.When {
	pub := r.d.Published
	p := cl.Parent
	if cl.Tense == "future" && cl.Modal != "would" || p < 0 || depth > 20 {
		return graph.When{Time: interval(pub.First, graph.Date{}), Sure: graph.Bounded, Reason: "still to come when the article was published on " + pub.String()}
	}
	parent := &r.d.Clauses[p]
	if f := r.finite(parent); f.Tense != "past" && !f.Perfect {
		return r.ahead(&extract.Clause{Parent: -1}, depth)
	}
	w := r.whenOf(p, depth)
	first := w.Best().First
	if !first.Known() && parent.Parent >= 0 {
		return r.ahead(parent, depth+1)
	}
	out := graph.When{Sure: graph.Bounded, Reason: fmt.Sprintf("to come when “%s”", r.d.String(parent.Predicate))}
	if !first.Known() {
		out.Sure, out.Reason = graph.Unsaid, out.Reason+", which has no date"
		return out
	}
	out.Time = interval(first, graph.Date{})
	out.Reason += " was so, on or after " + first.String()
	return out
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
