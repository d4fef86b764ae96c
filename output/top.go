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

// topEntries are the weightiest events that happened at a known time, in the order of the timeline; none where it is short.
func topEntries(entries []*entry) []*entry {
	if len(entries) < longEnough {
		return nil
	}
	var top []*entry
	for _, n := range entries {
		if t := n.Event.When.Time; n.Event.Status == graph.Happened && t.First.Known() && t.Last.Known() {
			top = append(top, n)
		}
	}
	slices.SortStableFunc(top, func(a, b *entry) int { return cmp.Compare(b.Event.Weight(), a.Event.Weight()) })
	top = top[:min(len(top), topCount)]
	slices.SortStableFunc(top, func(a, b *entry) int { return compareEvents(a.Event, b.Event) })
	return top
}
