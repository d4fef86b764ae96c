package graph

import "slices"

// How a toll grows: "killed at least 127", says the first article, "the attack killed 129" another a day later, without a
// date. Where both count the same sort of victims, other numbers do not speak against one event, and days that are only
// guessed from the article do not keep it from being the earlier one; see noter.numbers for what becomes of the counts.

// tolls are what of an event is counted in people: killed, injured; sorted.
func (e *Event) tolls() (all []string) {
	for i := range e.Quantities {
		if q := &e.Quantities[i]; q.Unit == "" {
			all = append(all, q.What)
		}
	}
	return set(all)
}

// retold tells whether b, told days after a and dated by its article alone, may count the victims of a anew.
func retold(a, b *Event) bool {
	s, t := a.When.Time, b.When.Time
	if b.When.Sure != Likely || !s.Last.Known() || !t.First.Known() || !narrow(s) || !meet(a.tolls(), b.tolls()) {
		return false
	}
	days := t.First.DaysSince(s.Last)
	return 0 < days && days <= reachDays
}

// retoldAs is the time of the groups with roots a and b together if the one of c tells anew what the other does, and all
// that is one with it is dated by articles alone.
func (t *story) retoldAs(a, b int, c candidate) (Time, bool) {
	i, j := &t.u.g.Events[c.i], &t.u.g.Events[c.j]
	guessed := func(root int) bool {
		return !slices.ContainsFunc(t.u.group[root].members, func(m int) bool { return t.u.g.Events[m].When.Sure != Likely })
	}
	switch {
	case retold(i, j) && guessed(b):
		return t.u.group[a].time, true
	case retold(j, i) && guessed(a):
		return t.u.group[b].time, true
	}
	return Time{}, false
}

// otherFigures is no where numbers stand in the sentences of p and q, and none in common, unless two articles count
// the same victims.
func (p *profile) otherFigures(q *profile, one bool, no float64) float64 {
	if !one && meet(p.tolls, q.tolls) {
		return 0
	}
	return compare(p.figures, q.figures, 0, no)
}
