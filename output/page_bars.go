package output

import (
	"slices"

	"dateline/graph"
)

// bar shows how uncertain the date of an event is: where on the whole timeline it may lie, in hundredths of its length.
type bar struct {
	At, Long float64
	Likely   float64 // the likely day, −1 if none stands out
}

// thinnest is the length of the shortest bar that can be seen.
const thinnest = 1.5

// scale is the stretch of days that bars are drawn on: that of most events, since a single one centuries ago would leave
// no room for the others.
type scale struct{ first, last int }

// newScale leaves out the first and the last three hundredths of the events.
func newScale(events []graph.Event) scale {
	var days []int
	for i := range events {
		if d := start(events[i].When.Time); d.Known() {
			days = append(days, d.Number())
		}
	}
	if len(days) == 0 {
		return scale{}
	}
	slices.Sort(days)
	return scale{days[len(days)*3/100], days[len(days)-1-len(days)*3/100] + 1}
}

// bar is that of an event; nil where its day is known, or where nothing is.
func (s scale) bar(w *graph.When) *bar {
	t := w.Time
	if !t.Known() || t.First == t.Last || s.last <= s.first {
		return nil
	}
	at := func(d graph.Date, open float64) float64 {
		if !d.Known() {
			return open
		}
		return min(max(100*float64(d.Number()-s.first)/float64(s.last-s.first), 0), 100)
	}
	b := &bar{At: at(t.First, 0), Likely: at(w.Likely, -1)}
	b.Long = max(at(t.Last, 100)-b.At, thinnest)
	b.At = min(b.At, 100-b.Long)
	return b
}
