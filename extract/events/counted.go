package events

import (
	"fmt"
	"strconv"

	"dateline/extract"
	"dateline/graph"
)

// counted is the time of clause c where the text counts to it from another: "ten days before the beginning of the
// festival", "two days after Turkey shot down the bomber". The days are counted from the time of the clause that c hangs
// on, or from the publication date where that one tells of the present.
func (r *reader) counted(c int) graph.When {
	p, word := r.hinge(c)
	if p < 0 {
		return graph.When{}
	}
	x := r.stretch(word)
	if x == nil {
		return graph.When{}
	}
	base, from := r.day(p)
	n, unit, ok := length(x.Value)
	if !base.Known() || !ok {
		return graph.When{}
	}
	if r.d.Word(word) == "after" {
		n = -n
	}
	t := away(base, n, unit)
	t.About = x.Mod == "APPROX"
	return graph.When{Time: t, Sure: graph.Inferred, Reason: fmt.Sprintf("“%s %s” it, counted from %s", r.d.String(x.At), r.d.Word(word), from)}
}

// hinge is the clause that names c with "before" or "after", and the token of that word; -1 if none does.
func (r *reader) hinge(c int) (p, word int) {
	cl := &r.d.Clauses[c]
	for _, rel := range [...]string{"case", "mark"} {
		k := r.deps.Kid(r.d, cl.Head, rel)
		if k >= 0 && cl.Parent >= 0 && (r.d.Word(k) == "before" || r.d.Word(k) == "after") {
			return cl.Parent, k
		}
	}
	return -1, -1
}

// stretch is the duration that ends right before token word, nil if there is none.
func (r *reader) stretch(word int) *extract.Timex {
	if word == 0 || r.timed[word-1] < 0 {
		return nil
	}
	if x := &r.d.Times[r.timed[word-1]]; x.Type == "DURATION" && x.At.To == word {
		return x
	}
	return nil
}

// day is the one day that clause p is about, with the words for it; no date where that is not one day.
func (r *reader) day(p int) (graph.Date, string) {
	w := r.told(p)
	if i := r.index[p]; i >= 0 && !w.Time.Known() {
		w = r.out[i].When
	}
	cl := &r.d.Clauses[p]
	pub := r.d.Published
	switch {
	case w.Time.Days() == 1 && !w.Time.About:
		return w.Time.First, w.Time.String()
	case !w.Time.Known() && cl.Tense == "present" && cl.Modal == "" && pub.Known() && pub.Days() == 1:
		return pub.First, "the publication date " + pub.String()
	}
	return graph.Date{}, ""
}

// length parses a TIMEX3 duration of one unit: P10D, P2W, P3M, P1Y.
func length(value string) (n int, unit byte, ok bool) {
	if len(value) < 3 || value[0] != 'P' {
		return 0, 0, false
	}
	n, err := strconv.Atoi(value[1 : len(value)-1])
	return n, value[len(value)-1], err == nil && n > 0 && n < 5000
}

// away is the time n units after d, as fine as the unit.
func away(d graph.Date, n int, unit byte) graph.Time {
	switch unit {
	case 'D':
		return graph.DayOf(d.AddDays(n))
	case 'W':
		return graph.WithinOf(d.AddDays(7*n-3), d.AddDays(7*n+3))
	case 'M':
		m := d.AddMonths(n)
		return graph.MonthOf(m.Year, m.Month)
	case 'Y':
		return graph.YearOf(d.AddYears(n).Year)
	}
	return graph.Time{}
}
