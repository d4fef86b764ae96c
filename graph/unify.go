package graph

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Unify is the step after the last Merge that may judge: it marks near copies among the sources, makes one of events
// that are told in different words or with times of different fineness, and writes down where sources contradict each
// other. Each union leaves a line in Event.Why, each contradiction one in Event.Conflicts of both events; events that
// contradict are never made one. It is deterministic, and doing it again changes nothing; but it does not promise, as
// Merge does, that grouping does not matter. g stays as it is.
//
// Two events are one if they have the same type (or lemma, without type), statuses that go together, roles that do not
// clash, the same place or one without, and
//   - two or more entities that take part in both, while those of one are among those of the other, or
//   - the same lemma, the same single entity, and words in the other core role of which one hold the other, or
//   - the same words as evidence, while the roles of one are among those of the other,
//
// and if their times agree: both are the same, or one, no longer than a month, holds the other, and there is only one
// such other. A time that is open towards the past, such as "before it was published", reaches back for days only, one
// open towards the future, such as a plan's, as far ahead, and two such agree if they end or begin within days of each
// other; see reach. Inside one article a time of any length may hold the other, and so may no time at all.
//
// Before that, a person whom some article names by one word is one with the only person of the graph whose full name ends
// in it, if the article and one that names the other in full have somebody else in common.
//
// The cost is near linear: only events that share type and participants are compared, and of those only neighbours in
// time.
func Unify(g *Graph) *Graph {
	u := Merge(g)
	markCopies(u)
	if named := fullNames(u); named != nil {
		u = Merge(named)
	}
	for range maxRounds {
		before := len(u.Events)
		if u = unifyEvents(u); len(u.Events) == before {
			break
		}
	}
	noteConflicts(u)
	u.count()
	return u
}

// maxRounds bounds how often events are gone through again after some became one.
const maxRounds = 4

// unifyEvents goes through the events once.
func unifyEvents(g *Graph) *Graph {
	u := newUnifier(g)
	blocks := u.blocks()
	for _, b := range blocks {
		u.sameTimes(b)
	}
	for _, b := range blocks {
		u.heldTimes(b)
	}
	return u.result()
}

// unifier is one call of unifyEvents. Events are meant by their index in g.Events.
type unifier struct {
	g     *Graph
	names map[string]string // of entities
	union union
	group []gathered // of each root of union
	why   map[int][]string
}

// gathered is what is known of the events that became one so far.
type gathered struct {
	time    Time
	members []int
}

func newUnifier(g *Graph) *unifier {
	u := &unifier{g: g, names: make(map[string]string, len(g.Entities)), why: map[int][]string{}}
	for i := range g.Entities {
		u.names[g.Entities[i].ID] = g.Entities[i].Name
	}
	for i := range g.Events {
		u.union.add()
		u.group = append(u.group, gathered{g.Events[i].When.Time, []int{i}})
	}
	return u
}

// blocks are the lists of events that may be one, each sorted by time: those with the same type and two participants,
// those with the same lemma and a single participant, those with the same words as evidence. They come in a fixed order.
func (u *unifier) blocks() [][]int {
	at := map[string][]int{}
	for i := range u.g.Events {
		e := &u.g.Events[i]
		agents, others := e.participants()
		ids := append(agents, others...)
		slices.Sort(ids)
		if len(ids) > maxAgents {
			ids = ids[:maxAgents]
		}
		for k, a := range ids {
			for _, b := range ids[k+1:] {
				at["two\n"+e.what()+"\n"+a+"\n"+b] = append(at["two\n"+e.what()+"\n"+a+"\n"+b], i)
			}
		}
		if len(ids) == 1 {
			at["one\n"+e.Lemma+"\n"+ids[0]] = append(at["one\n"+e.Lemma+"\n"+ids[0]], i)
		}
		for _, s := range e.Seen {
			k := fmt.Sprintf("read\n%s\n%s\n%d", e.what(), s.Source, s.Trigger.Start)
			at[k] = append(at[k], i)
		}
	}
	keys := make([]string, 0, len(at))
	for k, b := range at {
		if len(b) > 1 {
			keys = append(keys, k)
		}
	}
	slices.Sort(keys)
	blocks := make([][]int, len(keys))
	for i, k := range keys {
		slices.SortStableFunc(at[k], func(a, b int) int {
			return u.g.Events[a].When.Time.Compare(u.g.Events[b].When.Time)
		})
		blocks[i] = slices.Compact(at[k])
	}
	return blocks
}

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

func (u *unifier) shareSource(i, j int) bool {
	for _, a := range u.g.Events[i].Seen {
		for _, b := range u.g.Events[j].Seen {
			if a.Source == b.Source {
				return true
			}
		}
	}
	return false
}

// join makes i and j one if they are the same and all that they are one with already fits.
func (u *unifier) join(i, j int, times string) {
	a, b := u.union.find(i), u.union.find(j)
	if a == b || !u.same(i, j) {
		return
	}
	t, ok := u.group[a].time.Intersect(u.group[b].time)
	if !ok {
		switch {
		case !u.group[a].time.Known():
			t = u.group[b].time
		case !u.group[b].time.Known():
			t = u.group[a].time
		default:
			return
		}
	}
	if u.groupsClash(u.group[a].members, u.group[b].members) {
		return
	}
	why := u.line(i, j, times)
	u.union.join(a, b)
	root := u.union.find(a)
	members := append(u.group[a].members, u.group[b].members...)
	u.group[root] = gathered{t, members}
	u.why[root] = append(append(u.why[a], u.why[b]...), why)
	if other := a + b - root; other != root {
		delete(u.why, other)
	}
}

// maxMembers is how many members of a group are asked whether they fit a new one.
const maxMembers = 64

func (u *unifier) groupsClash(a, b []int) bool {
	for _, x := range a[:min(len(a), maxMembers)] {
		for _, y := range b[:min(len(b), maxMembers)] {
			if clash(&u.g.Events[x], &u.g.Events[y]) {
				return true
			}
		}
	}
	return false
}

// line says why two events became one.
func (u *unifier) line(i, j int, times string) string {
	a, b := &u.g.Events[i], &u.g.Events[j]
	if compareLabels(a, b) < 0 {
		a, b = b, a
	}
	var names []string
	for _, id := range common(a, b) {
		names = append(names, u.names[id])
	}
	what := "type " + a.Type
	if a.Type == "" {
		what = "verb " + a.Lemma
	}
	return fmt.Sprintf("“%s” (%s) is “%s” (%s): same %s, both with %s, %s", a.Label, a.Seen[0].Source, b.Label, b.Seen[0].Source,
		what, cmp.Or(strings.Join(names, " and "), "the same words"), times)
}

// result is the graph with each group as one event.
func (u *unifier) result() *Graph {
	h := *u.g
	h.Events = nil
	to := make(map[string]string, len(u.g.Events))
	for i := range u.g.Events {
		root := u.union.find(i)
		to[u.g.Events[i].ID] = u.g.Events[root].ID
		if i == root {
			h.Events = append(h.Events, u.one(root))
		}
	}
	h.Relations = slices.Clone(u.g.Relations)
	for i := range h.Relations {
		r := &h.Relations[i]
		r.From, r.To = cmp.Or(to[r.From], r.From), cmp.Or(to[r.To], r.To)
	}
	return Merge(&h)
}

// one unites the members of a group.
func (u *unifier) one(root int) Event {
	members := u.group[root].members
	if len(members) == 1 {
		return u.g.Events[root]
	}
	slices.Sort(members)
	e := u.g.Events[members[0]]
	e.Roles, e.Attribution, e.Quantities = slices.Clone(e.Roles), slices.Clone(e.Attribution), slices.Clone(e.Quantities)
	e.Conflicts, e.Why, e.Seen = slices.Clone(e.Conflicts), slices.Clone(e.Why), slices.Clone(e.Seen)
	e.ID = u.g.Events[root].ID
	for _, i := range members[1:] {
		m := &u.g.Events[i]
		if finer(m.When.Time, e.When.Time) {
			e.When.Reason = m.When.Reason
		}
		if statusRank(m.Status) < statusRank(e.Status) {
			e.Status = m.Status
		}
		reason := e.When.Reason
		e.unite(m)
		e.When.Reason = reason
		e.Place = cmp.Or(e.Place, m.Place)
	}
	e.When.Time = u.group[root].time
	e.Why = append(e.Why, u.why[root]...)
	return e
}

// finer tells whether t says more than u.
func finer(t, u Time) bool {
	if t.Known() != u.Known() {
		return t.Known()
	}
	return u.Contains(t) && !t.Contains(u)
}
