package output

import (
	"cmp"
	"slices"

	"dateline/graph"
)

// How many events head a long timeline, and from how many events on a timeline counts as long.
const (
	topCount   = 7
	longEnough = 25
)

// weight says how much an event matters to a reader who has no time: how many articles tell of it, in how many
// sentences, how many who are known by name take part, whether it happened and when.
func weight(e *graph.Event) int {
	w := 8*min(e.Articles, 12) + 2*min(len(e.Seen), 12)
	for i := range e.Roles {
		if e.Roles[i].Entity != "" {
			w += 3
		}
	}
	if e.When.Time.Known() {
		w += 4
	}
	if e.Status == graph.Happened {
		w += 2
	}
	if e.Type != "" {
		w++
	}
	return w
}

// topEntries are the weightiest events of a long timeline, in its order; none where it is short, or where nothing
// stands out because each event is told by one article only.
func topEntries(entries []*entry) []*entry {
	if len(entries) < longEnough {
		return nil
	}
	var top []*entry
	for _, n := range entries {
		if n.Event.Articles > 1 && n.Event.When.Time.Known() {
			top = append(top, n)
		}
	}
	slices.SortStableFunc(top, func(a, b *entry) int { return cmp.Compare(weight(b.Event), weight(a.Event)) })
	top = top[:min(len(top), topCount)]
	slices.SortStableFunc(top, func(a, b *entry) int { return compareEvents(a.Event, b.Event) })
	return top
}
