package output

import (
	"cmp"
	"slices"
)

// How many events head a long timeline, and from how many events on a timeline counts as long.
const (
	topCount   = 7
	longEnough = 25
)

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
	slices.SortStableFunc(top, func(a, b *entry) int { return cmp.Compare(b.Event.Weight(), a.Event.Weight()) })
	top = top[:min(len(top), topCount)]
	slices.SortStableFunc(top, func(a, b *entry) int { return compareEvents(a.Event, b.Event) })
	return top
}
