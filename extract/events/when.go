package events

import (
	"fmt"
	"math"
	"strings"

	"dateline/extract"
	"dateline/graph"
)

// date gives each event its time: its own expression; that of a phrase that names the same event elsewhere; one in the
// name of its occasion; one it takes over from the clause it hangs on; one counted from another event; and last bounds
// from "after" and "before" and what its tense allows.
func (r *reader) date() {
	for i := range r.out {
		r.out[i].When = r.told(r.out[i].Clause)
	}
	r.shareDates()
	r.settle()
	for _, way := range [...]func(c int) graph.When{r.nearby, r.atKnown, r.takenOver, r.counted} {
		for i := range r.out {
			if !r.out[i].When.Time.Known() {
				r.out[i].When = way(r.out[i].Clause)
			}
		}
	}
	for i := range r.out {
		if !r.out[i].When.Time.Known() {
			r.out[i].When = r.bounded(i)
		}
	}
	for i := range r.out {
		e := &r.out[i]
		r.alongside(i)
		if e.Status == graph.Happened && r.later(e.When.Time) {
			e.Status = graph.Planned
			if l := r.label(e.Clause, r.trigger(e.Clause), e.Status); l != "" {
				e.Label = l
			}
		}
	}
	for i := range r.asides {
		e := &r.asides[i]
		if e.When = r.takenOver(e.Clause); !e.When.Time.Known() {
			e.When = r.whenOf(e.Clause, 0)
		}
	}
}

// later tells whether all of t lies after the publication date.
func (r *reader) later(t graph.Time) bool {
	return r.d.Published.Last.Known() && t.First.Known() && t.First.After(r.d.Published.Last)
}

// told is the time that clause c itself names, the finest if there are several.
func (r *reader) told(c int) graph.When {
	best := -1
	for _, t := range r.owner[c] {
		x := &r.d.Times[t]
		if x.Type != "DATE" && x.Type != "TIME" || !x.When.Known() || r.d.Clauses[c].Tense == "past" && x.Value == "PRESENT_REF" {
			continue
		}
		if cl := &r.d.Clauses[c]; cl.Modal == "" && ((cl.Tense == "past" || cl.Perfect) && r.later(x.When) && !r.foretold(cl) || !cl.Perfect && cl.Tense != "present" && r.since(x)) {
			continue // "met for the first time since 2013" was not since 2013
		}
		if best < 0 || r.finer(x, &r.d.Times[best]) {
			best = t
		}
	}
	if best < 0 {
		if k := r.given[r.d.Clauses[c].Head]; k != nil && r.d.Clauses[c].Kind == "noun" {
			return giveTime(k)
		}
		return graph.When{}
	}
	x := &r.d.Times[best]
	if x.Borrowed {
		return r.borrowed(&r.d.Clauses[c], x)
	}
	reason := x.Reason
	if reason == "" {
		reason = fmt.Sprintf("“%s”", r.d.String(x.At))
	}
	if w, ok := r.ranged(best); ok {
		return w
	}
	if w, ok := r.fromOn(c, x); ok {
		return w
	}
	if noun, ok := r.shared(&r.d.Clauses[c], x); ok && r.isNews(x) && x.When.First.Before(r.d.Published.Last) {
		return graph.When{Time: interval(x.When.First, r.d.Published.Last), Likely: x.When.First, Sure: graph.Likely,
			Reason: fmt.Sprintf("%s, the day of “%s” or of both", reason, r.d.Word(noun))}
	}
	w := graph.When{Time: r.bound(x), Sure: graph.Stated, Reason: reason}
	if x.When.Open() {
		w.Sure = graph.Bounded // "recently"
	}
	return r.over(&r.d.Clauses[c], w)
}

// foretold tells whether past clause cl frames one that was still to come: "would be made before it was sold on 28 April".
func (r *reader) foretold(cl *extract.Clause) bool {
	return cl.Parent >= 0 && extract.Is(cl.Link, "advcl") && r.d.Clauses[cl.Parent].Modal == "would"
}

// finer tells whether expression x says more of a day than y: it leaves fewer days, or says its own.
func (r *reader) finer(x, y *extract.Timex) bool {
	return width(x.When) < width(y.When) || y.Borrowed && !x.Borrowed && x.When.Grain == graph.Day
}

// borrowed is the time of clause cl by a time of day x that does not say its day: the day said before it, else one about
// the publication, as "at 9 am" in a morning paper may be of the day before.
func (r *reader) borrowed(cl *extract.Clause, x *extract.Timex) graph.When {
	pub := r.d.Published
	words := r.d.String(x.At)
	if pub.Days() != 1 || x.When.First != pub.First {
		return graph.When{Time: r.bound(x), Sure: graph.Inferred, Reason: fmt.Sprintf("“%s” without a day, taken to be on %s", words, x.Reason)}
	}
	first, last := pub.First.AddDays(-1), pub.Last
	if cl.Tense == "future" {
		first, last = pub.First, pub.Last.AddDays(1)
	}
	return graph.When{Time: interval(first, last), Likely: pub.First, Sure: graph.Likely,
		Reason: fmt.Sprintf("“%s” without a day in an article published on %s", words, pub)}
}

// width is about the number of days of t, alike for all months; more than any other where it is open, such as "recently".
func width(t graph.Time) int {
	switch {
	case t.Open():
		return math.MaxInt
	case t.Grain == graph.Month:
		return 31
	case t.Grain == graph.Season, t.Grain == graph.Quarter:
		return 92
	case t.Grain == graph.Year:
		return 366
	}
	return t.Days()
}

// over cuts off what lies after the publication from the time of a clause that is told as done: what happened this week
// happened by now.
func (r *reader) over(cl *extract.Clause, w graph.When) graph.When {
	pub := r.d.Published
	if cl.Kind != "verb" || cl.Tense != "past" && !(cl.Tense == "present" && cl.Perfect) || cl.Modal != "" || w.Time.Days() < 2 ||
		!pub.Last.Known() || !w.Time.Last.After(pub.Last) || w.Time.First.After(pub.Last) {
		return w
	}
	w.Time, _ = w.Time.Intersect(graph.Until(pub))
	w.Reason += ", up to the publication"
	return w
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
