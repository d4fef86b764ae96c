package graph

import (
	"cmp"
	"slices"
)

// Telling is an event as one source tells it: its own words, time and status, kept as they are whatever the event that
// it became one with says.
type Telling struct {
	Source string `json:"source" yaml:"source"` // ID
	Label  string `json:"label" yaml:"label"`
	When   Time   `json:"when" yaml:"when"` // EDTF
	Status Status `json:"status" yaml:"status"`
}

func compareTellings(a, b Telling) int {
	return cmp.Or(cmp.Compare(a.Source, b.Source), cmp.Compare(a.Label, b.Label), a.When.Compare(b.When), cmp.Compare(a.Status, b.Status))
}

// Versions are the tellings of e, one or more for each source, sorted by source. Where all tell it alike Event.Tellings
// is left empty, which loses nothing.
func (e *Event) Versions() []Telling {
	if len(e.Tellings) > 0 {
		return e.Tellings
	}
	return e.alike()
}

// alike is what e.Tellings would be if all sources told it with the words, time and status of e.
func (e *Event) alike() (all []Telling) {
	for i := range e.Seen {
		if n := len(all); n == 0 || all[n-1].Source != e.Seen[i].Source {
			all = append(all, Telling{e.Seen[i].Source, e.Label, e.When.Time, e.Status})
		}
	}
	slices.SortFunc(all, compareTellings)
	return slices.Compact(all)
}

// tidyTellings brings them into their one order, and leaves them out where they say nothing of their own.
func (e *Event) tidyTellings() {
	slices.SortFunc(e.Tellings, compareTellings)
	e.Tellings = slices.Compact(e.Tellings)
	if slices.Equal(e.Tellings, e.alike()) {
		e.Tellings = nil
	}
}
