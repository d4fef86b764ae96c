package graph

import (
	"cmp"
	"slices"
	"strings"
)

// Dispute is something about an event on which its sources disagree. Both sides stay; nothing is overwritten.
type Dispute struct {
	About string `json:"about" yaml:"about"` // date, place, actor, whether it happened, or what is counted: "killed"
	Sides []Side `json:"sides" yaml:"sides"` // two or more, the earliest published first
}

// Side is what one source says in a Dispute.
type Side struct {
	Says   string `json:"says" yaml:"says"`
	Source string `json:"source,omitempty" yaml:"source,omitempty"` // ID, empty where it cannot be told
	Quote  string `json:"quote,omitempty" yaml:"quote,omitempty"`   // the sentence
}

// What disputes can be about, beside what is counted.
const (
	aboutDate     = "date"
	aboutPlace    = "place"
	aboutActor    = "actor"
	aboutHappened = "whether it happened"
)

// String is the dispute in a line: "killed: at least 127 (a), then 129 (b), then 130 (c)"; "date: 15 November 2015 (a)
// or 16 November 2015 (b)". "Then" stands before what a later article says.
func (d *Dispute) String() string {
	var b strings.Builder
	if !slices.Contains([]string{aboutDate, aboutHappened}, d.About) {
		b.WriteString(d.About + ": ")
	}
	for i, s := range d.Sides {
		switch {
		case i == 0:
		case i == 1 && len(d.Sides) == 2:
			b.WriteString(" or ")
		default:
			b.WriteString(", then ")
		}
		b.WriteString(s.Says)
		if s.Source != "" {
			b.WriteString(" (" + s.Source + ")")
		}
	}
	return b.String()
}

func compareDisputes(a, b Dispute) int {
	return cmp.Or(cmp.Compare(a.About, b.About), slices.CompareFunc(a.Sides, b.Sides, compareSides))
}

func compareSides(a, b Side) int {
	return cmp.Or(cmp.Compare(a.Source, b.Source), cmp.Compare(a.Says, b.Says), cmp.Compare(a.Quote, b.Quote))
}

func equalDisputes(a, b Dispute) bool { return compareDisputes(a, b) == 0 }

// dispute adds d to e, and its line to e.Conflicts.
func (e *Event) dispute(d Dispute) {
	e.Disputes = append(slices.Clone(e.Disputes), d)
	slices.SortFunc(e.Disputes, compareDisputes)
	e.Disputes = slices.CompactFunc(e.Disputes, equalDisputes)
	e.Conflicts = set(append(slices.Clone(e.Conflicts), d.String()))
}

// settle takes all disputes from the events of g, with their lines, so that they can be found afresh.
func (g *Graph) settle() {
	for i := range g.Events {
		e := &g.Events[i]
		if len(e.Disputes) == 0 {
			continue
		}
		e.Conflicts = slices.DeleteFunc(slices.Clone(e.Conflicts), func(line string) bool {
			return slices.ContainsFunc(e.Disputes, func(d Dispute) bool { return d.String() == line })
		})
		e.Disputes = nil
		none(&e.Conflicts)
	}
}
