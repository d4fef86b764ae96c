package events

import (
	"fmt"
	"strings"

	"dateline/extract"
	"dateline/graph"
)

// Durations give a beginning and an end: a range of two expressions ("from Monday to Thursday"), a length with one end
// ("for three days from Monday"), an event noun with a length that begins or ends on a day ("the three-day visit began on
// Friday", "the siege lasted four weeks and ended on 30 October").

// ranged is the range that expression t begins or ends, with the words for it; ok is false where it stands alone.
func (r *reader) ranged(t int) (w graph.When, ok bool) {
	first, last := t, r.d.Times[t].Until
	if last == 0 {
		if t == 0 || r.d.Times[t-1].Until != t {
			return w, false
		}
		first, last = t-1, t
	}
	x, y := &r.d.Times[first], &r.d.Times[last]
	if !x.When.First.Known() || !y.When.Last.Known() || y.When.Last.Before(x.When.First) {
		return w, false
	}
	w = graph.When{Time: graph.StretchOf(x.When.First, y.When.Last), Sure: graph.Stated, Reason: fmt.Sprintf("from “%s” (%s) to “%s” (%s)",
		r.d.String(x.At), x.Reason, r.d.String(y.At), y.Reason)}
	if x.At.From > 0 && strings.EqualFold(r.d.Word(x.At.From-1), "between") {
		w.Time = graph.WithinOf(x.When.First, y.When.Last)
		w.Reason = fmt.Sprintf("between “%s” (%s) and “%s” (%s)", r.d.String(x.At), x.Reason, r.d.String(y.At), y.Reason)
	}
	return w, true
}

// stretched is the time of something that lasted as long as duration d says and began, or ended, on day x; false where
// one of the two is not of that kind.
func (r *reader) stretched(d *extract.Timex, x graph.Time, ends bool) (graph.Time, bool) {
	n, unit, ok := length(d.Value)
	if !ok || !x.First.Known() || x.Days() != 1 {
		return graph.Time{}, false
	}
	way := 1
	if ends {
		way = -1
	}
	far := map[byte]graph.Date{'D': x.First.AddDays(way * n), 'W': x.First.AddDays(way * 7 * n), 'M': x.First.AddMonths(way * n), 'Y': x.First.AddYears(way * n)}[unit].AddDays(-way)
	if !far.Valid() {
		return graph.Time{}, false
	}
	t := graph.StretchOf(x.First, far)
	t.About = d.Mod != ""
	return t.Normal(), true
}

// lengthOf is the duration that hangs on clause c, nil if none does.
func (r *reader) lengthOf(c int) *extract.Timex {
	for _, t := range r.owner[c] {
		if x := &r.d.Times[t]; x.Type == "DURATION" && !x.When.Known() {
			if _, _, ok := length(x.Value); ok {
				return x
			}
		}
	}
	return nil
}

// fromOn is the time of a clause that lasted, with a length, from or until the day of expression x.
func (r *reader) fromOn(c int, x *extract.Timex) (graph.When, bool) {
	d := r.lengthOf(c)
	if d == nil || !x.After && !x.Before {
		return graph.When{}, false
	}
	t, ok := r.stretched(d, x.When, x.Before)
	if r.d.Clauses[c].Tense == "past" && r.d.Published.Last.Known() && t.Last.After(r.d.Published.Last) {
		ok = false
	}
	word := "from"
	if x.Before {
		word = "until"
	}
	return graph.When{Time: t, Sure: graph.Stated, Reason: fmt.Sprintf("“%s” %s “%s” (%s)", r.d.String(d.At), word, r.d.String(x.At), x.Reason)}, ok
}

// nearClauses is how many clauses before and after an event noun are looked at for the one that says when it began.
const nearClauses = 8

// lasting is the time of the event noun of clause c where the sentence gives its length and the day of its beginning or end.
func (r *reader) lasting(c int) graph.When {
	cl := &r.d.Clauses[c]
	if cl.Kind != "noun" {
		return graph.When{}
	}
	d := r.lengthOf(c)
	for k := max(0, c-nearClauses); d == nil && k < min(len(r.d.Clauses), c+nearClauses+1); k++ {
		if r.tellsOf(k, cl) && r.d.Clauses[k].Verb() == "last" {
			d = r.lengthOf(k)
		}
	}
	for k := max(0, c-nearClauses); d != nil && k < min(len(r.d.Clauses), c+nearClauses+1); k++ {
		p := &r.d.Clauses[k]
		ends := r.rules.In("ending-verb", p.Verb())
		if !r.tellsOf(k, cl) || !ends && !r.rules.In("beginning-verb", p.Verb()) {
			continue
		}
		w := r.told(k)
		if t, ok := r.stretched(d, w.Time, ends); ok {
			return graph.When{Time: t, Sure: graph.Inferred, Reason: fmt.Sprintf("“%s”, and “%s” on %s (%s)", r.d.String(d.At), r.d.String(p.Predicate), w.Time, w.Reason)}
		}
	}
	return graph.When{}
}

// tellsOf tells whether clause k, of the same sentence, has the noun of clause cl as its subject or object, or is a relative
// clause of it.
func (r *reader) tellsOf(k int, cl *extract.Clause) bool {
	p := &r.d.Clauses[k]
	if p.Sentence != cl.Sentence || p.Kind != "verb" {
		return false
	}
	return r.fills(p, cl.Head) || extract.Is(p.Link, "acl:relcl") && p.Parent >= 0 && r.d.Clauses[p.Parent].Head == cl.Head
}
