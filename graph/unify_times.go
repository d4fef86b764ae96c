package graph

import "cmp"

// window is how many neighbours in time an event of a block is compared with.
const window = 48

// reachDays is how many days an open time reaches back or ahead: news is about what is new. Two open times agree if
// their known ends are at most nearDays apart.
const reachDays, nearDays = 10, 3

// reach is t, or, where it is open, the days at its known end.
func reach(t Time) Time {
	switch {
	case !t.Open():
		return t
	case t.Last.Known():
		t.First = t.Last.AddDays(-reachDays)
	default:
		t.Last = t.First.AddDays(reachDays)
	}
	t.Grain = Within
	return t.Normal()
}

// narrow tells whether two events of one kind at t are likely one.
func narrow(t Time) bool { days := t.Days(); return 1 <= days && days <= 31 }

// sameTimes joins events of a block whose times are the same days, or open and close to each other.
func (u *unifier) sameTimes(block []int) {
	for k, i := range block {
		t := u.g.Events[i].When.Time
		for _, j := range block[k+1 : min(k+1+window, len(block))] {
			s := u.g.Events[j].When.Time
			if t.Known() != s.Known() || t.Known() && s.begin().DaysSince(t.begin()) > nearDays {
				break // sorted by begin
			}
			switch open := t.Open() && s.Open() && t.First.Known() == s.First.Known(); {
			case !open && (s.First != t.First || s.Last != t.Last) || t.Clock != "" && s.Clock != "" && t.Clock != s.Clock:
			case narrow(reach(t)) || u.shareSource(i, j):
				u.join(i, j, "at the same time")
			}
		}
	}
}

// heldTimes joins an event with the only one whose time its own holds.
func (u *unifier) heldTimes(block []int) {
	for k, i := range block {
		t := u.g.Events[i].When.Time
		if t.Grain == Day && !t.Open() {
			continue
		}
		found, root := -1, -1
		for _, j := range block[max(0, k-window):min(k+1+window, len(block))] {
			if !u.holds(i, j) || !u.same(i, j) {
				continue
			}
			if r := u.union.find(j); found < 0 || r == root {
				found, root = j, r
			} else {
				found = -1 // more than one: it cannot be said which
				break
			}
		}
		if found >= 0 {
			u.join(i, found, cmp.Or(t.Words(), "no time")+" holds "+u.g.Events[found].When.Time.Words())
		}
	}
}

// holds tells whether the time of event i holds that of j, close enough for them to be one.
func (u *unifier) holds(i, j int) bool {
	t, s := u.g.Events[i].When.Time, u.g.Events[j].When.Time
	if s.Open() || !s.Known() || t.Known() && (!t.Contains(s) || s.Contains(t)) {
		return false
	}
	r := reach(t)
	return narrow(r) && r.Contains(s) || u.shareSource(i, j)
}
