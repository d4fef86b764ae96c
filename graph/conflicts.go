package graph

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// noteConflicts writes into Event.Conflicts where sources disagree: numbers of one event; whether it happened; on which
// of two neighbouring days.
func noteConflicts(g *Graph) {
	for i := range g.Events {
		e := &g.Events[i]
		e.Conflicts = set(append(e.Conflicts, quantityConflicts(e)...))
	}
	for _, b := range newUnifier(g).blocks() {
		for k, i := range b {
			for _, j := range b[k+1 : min(k+1+window, len(b))] {
				noteConflict(&g.Events[i], &g.Events[j])
			}
		}
	}
}

// noteConflict compares two events of one block; a is the earlier. Only what different sources say of one time can
// contradict: an article that lets both sides speak is no contradiction.
func noteConflict(a, b *Event) {
	if a.what() != b.what() || shareSources(a, b) || !sameParts(a, b) {
		return
	}
	s, t := reach(a.When.Time), reach(b.When.Time)
	switch {
	case denies(a, b) && narrow(s) && narrow(t) && s.Overlaps(t):
		addConflict(a, b, string(a.Status), string(b.Status))
	case together(a.Status, b.Status) && neighbours(a.When.Time, b.When.Time) && a.Place != "" && a.Place == b.Place:
		addConflict(a, b, a.When.Time.Words(), b.When.Time.Words())
	}
}

// sameParts tells whether the entities and the words in core roles are the same, and are at least two together.
func sameParts(a, b *Event) bool {
	n, words := len(common(a, b)), objects(a)
	if n == 0 || n != entityCount(a) || n != entityCount(b) || n == 1 && (a.Lemma != b.Lemma || words == "") {
		return false
	}
	return words == objects(b)
}

// objects are the words in core roles, folded and sorted.
func objects(e *Event) string {
	var words []string
	for i := range e.Roles {
		if r := &e.Roles[i]; r.Entity == "" && roleRank(r.Name) < core {
			words = append(words, r.key())
		}
	}
	return strings.Join(set(words), "\n")
}

// denies tells whether one of a and b says that what the other tells did not happen, in the same word. It denies no
// more than it names: "did not discuss coalitions" is no answer to "discussed Syria". A plan that was cancelled is no
// contradiction.
func denies(a, b *Event) bool {
	yes := func(s Status) bool { return s == Happened || s == Reported }
	no := func(s Status) bool { return s == Denied || s == Cancelled }
	return a.Lemma == b.Lemma && (no(a.Status) && yes(b.Status) && rolesWithin(a, b) || yes(a.Status) && no(b.Status) && rolesWithin(b, a))
}

// neighbours tells whether t and u are days next to each other.
func neighbours(t, u Time) bool {
	return t.Grain == Day && u.Grain == Day && t.Last.AddDays(1) == u.First
}

func shareSources(a, b *Event) bool {
	return slices.ContainsFunc(a.Seen, func(x Evidence) bool {
		return slices.ContainsFunc(b.Seen, func(y Evidence) bool { return x.Source == y.Source })
	})
}

// addConflict writes one line into both: "happened (g20) or denied (wire)".
func addConflict(a, b *Event, says, other string) {
	line := fmt.Sprintf("%s (%s) or %s (%s)", says, a.Seen[0].Source, other, b.Seen[0].Source)
	a.Conflicts = set(append(slices.Clone(a.Conflicts), line))
	b.Conflicts = set(append(slices.Clone(b.Conflicts), line))
}

// quantityConflicts are the numbers of one event that cannot all be right: "killed: 107 (crane) or 111 (wire)".
func quantityConflicts(e *Event) (lines []string) {
	for i, q := range e.Quantities {
		for _, p := range e.Quantities[i+1:] {
			if p.What == q.What && p.Unit == q.Unit && !p.fits(q) {
				lines = append(lines, fmt.Sprintf("%s: %s or %s", strings.TrimSpace(q.What+" "+q.Unit), q.told(e), p.told(e)))
			}
		}
	}
	return lines
}

// about is the share by which a number may be off that is said to be approximate.
const aboutShare = 0.1

// bounds are the least and the greatest number that q may mean; the greatest is 0 where it is open.
func (q Quantity) bounds() (least, most float64) {
	least, most = q.AtLeast, q.AtMost
	if q.Value != 0 {
		least, most = q.Value, q.Value
	}
	if q.About {
		least, most = least*(1-aboutShare), most*(1+aboutShare)
	}
	return least, most
}

// fits tells whether some number is both p and q.
func (q Quantity) fits(p Quantity) bool {
	a, b := q.bounds()
	c, d := p.bounds()
	return (b == 0 || c <= b) && (d == 0 || a <= d)
}

// told is q in words, with the source in whose quote the number stands.
func (q Quantity) told(e *Event) string {
	digits := func(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }
	s, n := "", q.Value
	switch {
	case q.Value != 0:
		s = digits(q.Value)
	case q.AtLeast != 0:
		s, n = "at least "+digits(q.AtLeast), q.AtLeast
	default:
		s, n = "at most "+digits(q.AtMost), q.AtMost
	}
	if q.About {
		s = "about " + s
	}
	for _, v := range e.Seen {
		if strings.Contains(strings.ReplaceAll(v.Quote, ",", ""), digits(n)) {
			return s + " (" + v.Source + ")"
		}
	}
	return s
}
