package events

import (
	"fmt"
	"strings"

	"dateline/extract"
	"dateline/graph"
)

// publish gives an article without a publication date the bounds that it sets itself: it is not older than what it
// tells as past, and not younger than what it tells as still to come. Only dates that do not hang on the publication
// count, and those that the user gives. The result is flagged as inferred, and no expression is measured from it.
func (r *reader) publish() {
	d := r.d
	if d.Published.Known() {
		return
	}
	var first, last bound
	for t := range d.Times {
		x := &d.Times[t]
		if c := r.hangs[t]; c >= 0 && (x.Type == "DATE" || x.Type == "TIME") && x.When.Known() && !x.When.Open() {
			r.limit(&first, &last, c, x.When, d.String(x.At))
		}
	}
	for i := range d.Tokens {
		if k := r.given[i]; k != nil {
			if c := r.clauseOf(i); c >= 0 {
				r.limit(&first, &last, c, k.When, fmt.Sprintf("%s, %s by %s", k.Name, k.When, k.At))
			}
		}
	}
	if first.day.Known() && last.day.Known() && last.day.Before(first.day) || !first.day.Known() && !last.day.Known() {
		return
	}
	d.Published, d.PublishedFrom = interval(first.day, last.day), graph.PublishedInferred
	if first.day.Known() {
		d.PublishedWhy = "not before “" + first.words + "”, told as past"
	}
	if last.day.Known() {
		if d.PublishedWhy != "" {
			d.PublishedWhy += "; "
		}
		d.PublishedWhy += "not after “" + last.words + "”, told as to come"
	}
}

// bound is a day that the publication cannot lie before, or after, and the words that say so.
type bound struct {
	day   graph.Date
	words string
}

// limit takes over what the time of clause c says about the publication.
func (r *reader) limit(first, last *bound, c int, when graph.Time, words string) {
	cl := r.finite(&r.d.Clauses[c])
	for n := 0; cl.Kind == "noun" && cl.Parent >= 0 && n < 20; n++ {
		cl = r.finite(&r.d.Clauses[cl.Parent])
	}
	switch {
	case cl.Status != graph.Happened && cl.Status != graph.Planned && cl.Status != "" || r.offLine(cl) && cl.Tense == "future":
	case (cl.Tense == "past" || cl.Tense == "present" && cl.Perfect) && cl.Modal == "" && cl.Status != graph.Planned:
		if first.day.Before(when.First) || !first.day.Known() {
			*first = bound{when.First, words}
		}
	case cl.Tense == "future" && cl.Modal == "will" && !cl.Quoted:
		if !last.day.Known() || when.Last.Before(last.day) {
			*last = bound{when.Last, words}
		}
	}
}

// clauseOf is the clause that token i belongs to, -1 if there is none.
func (r *reader) clauseOf(i int) int {
	for n := 0; i >= 0 && n < 100; n++ {
		if c := r.clause[i]; c >= 0 {
			return int(c)
		}
		i = r.d.Tokens[i].Head
	}
	return -1
}

// unmeasured says which time of clause c has nothing to be measured from, "" if there is none.
func (r *reader) unmeasured(c int) string {
	for _, t := range r.owner[c] {
		if x := &r.d.Times[t]; (x.Type == "DATE" || x.Type == "TIME") && strings.HasPrefix(x.Value, "XXXX") && !x.When.Known() {
			return fmt.Sprintf("“%s” has nothing to be measured from; ", r.d.String(x.At))
		}
	}
	return ""
}

// loosely is the time of clause cl in an article of which the publication is not known to the day.
func (r *reader) loosely(cl *extract.Clause, status graph.Status) graph.When {
	pub := r.d.Published
	told := fmt.Sprintf("told without a date in an article of which only this is known: published %s (%s)", pub.Words(), r.d.PublishedFrom)
	ahead := status == graph.Planned || cl.Tense == "future" || status == graph.Possible
	cl = r.finite(cl)
	switch past := cl.Tense == "past" || cl.Tense == "present" && cl.Perfect; {
	case ahead && pub.First.Known() && cl.Tense != "past":
		return graph.When{Time: interval(pub.First, graph.Date{}), Sure: graph.Bounded, Reason: "still to come, " + told}
	case past && !ahead && pub.Last.Known():
		return graph.When{Time: interval(graph.Date{}, pub.Last), Sure: graph.Bounded, Reason: told}
	}
	return graph.When{Reason: told}
}
