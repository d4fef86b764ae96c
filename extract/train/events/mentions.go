package events

import (
	"fmt"
	"slices"
	"strings"

	"dateline/extract"
)

// Mentions counts annotated and found event mentions and the participants of those that match.
type Mentions struct {
	Articles, Gold, Found, Both int
	// Roles are the annotated participants of matched events, Filled those that the found event has too, Named those that
	// it has in the right role.
	Roles, Filled, Named int
}

// Add adds the counts of b.
func (a *Mentions) Add(b Mentions) {
	a.Articles += b.Articles
	a.Gold += b.Gold
	a.Found += b.Found
	a.Both += b.Both
	a.Roles += b.Roles
	a.Filled += b.Filled
	a.Named += b.Named
}

// String is the figures in percent, a line.
func (a Mentions) String() string {
	return fmt.Sprintf("events precision %.1f  recall %.1f  roles of matched events %.1f  (filled %.1f)  (%d articles, %d events, %d found, %d participants)",
		percent(a.Both, a.Found), percent(a.Both, a.Gold), percent(a.Named, a.Roles), percent(a.Filled, a.Roles), a.Articles, a.Gold, a.Found, a.Roles)
}

// Match scores the events and asides of d, which was read from a. A found event matches the first annotated one, not yet matched,
// that shares a word with its trigger.
func (a *Article) Match(d *extract.Document) (s Mentions, faults []string) {
	s = Mentions{Articles: 1, Gold: len(a.Events), Found: len(d.Events) + len(d.Asides)}
	used := make([]bool, len(a.Events))
	for _, e := range slices.Concat(d.Events, d.Asides) {
		at := d.Span(e.At)
		g := -1
		for k := range a.Events {
			if !used[k] && touches(a.Events[k].Words, at) {
				g = k
				break
			}
		}
		if g < 0 {
			faults = append(faults, fmt.Sprintf("extra\t%s\t%s\t%s", a.ID, d.String(e.At), a.line(at)))
			continue
		}
		used[g] = true
		s.Both++
		for _, p := range a.Events[g].Participants {
			filled, named := takes(d, &e, p)
			s.Roles, s.Filled, s.Named = s.Roles+1, s.Filled+one(filled), s.Named+one(named)
			if !named {
				faults = append(faults, fmt.Sprintf("role\t%s\t%s %s %q (filled: %v)\t%s", a.ID, d.String(e.At), p.Role, a.words(p.Words), filled, a.line(at)))
			}
		}
	}
	for k, e := range a.Events {
		if !used[k] {
			faults = append(faults, fmt.Sprintf("missed\t%s\t%s\t%s", a.ID, a.words(e.Words), a.line(e.Words[0])))
		}
	}
	return s, faults
}

// takes tells whether p takes part in e, and whether its role is a right one: Arg0 acts, Arg1 to Arg4 do not (but for
// those who stand on one level with another who acts), a location is a place, the rest is anything.
func takes(d *extract.Document, e *extract.Event, p Participant) (filled, named bool) {
	acting := 0
	for _, r := range e.Roles {
		acting += one(r.Name == "agent")
	}
	for _, r := range e.Roles {
		if !touches(p.Words, d.Span(r.At)) {
			continue
		}
		filled = true
		switch acts := r.Name == "agent"; {
		case p.Role == "Arg0":
			named = named || acts
		case strings.HasPrefix(p.Role, "Argm"):
			named = true
		default:
			named = named || !acts || acting > 1
		}
	}
	if e.Place >= 0 && touches(p.Words, d.Span(d.Mentions[e.Place].At)) {
		return true, named || p.Role != "Arg0"
	}
	return filled, named
}

func touches(words []extract.Span, at extract.Span) bool {
	for _, w := range words {
		if w.Start < at.End && at.Start < w.End {
			return true
		}
	}
	return false
}

func (a *Article) words(w []extract.Span) string { return a.Text[w[0].Start:w[len(w)-1].End] }

func (a *Article) line(at extract.Span) string {
	for _, l := range a.lines {
		if l.Start <= at.Start && at.End <= l.End {
			return a.Text[l.Start:l.End]
		}
	}
	return ""
}
