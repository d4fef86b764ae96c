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
// clash, places of which one lies in the other, or one without, and
//   - two or more entities that take part in both, while those of one are among those of the other, or
//   - the same lemma, the same single entity, and words in the other core role of which one hold the other, or
//   - the same words as evidence, while the roles of one are among those of the other, or
//   - the same trigger in the same sentence of two copies of one article, or
//   - lemmas that share a sense, in one article or in two that tell one story, while enough speaks for their being one
//     in what their sentences and articles say and name, in numbers and roles; see story,
//
// but never if they are the first and the second, name other numbers in the same words, or, where something is said, say
// nothing in common;
// and if their times agree: both are the same, or one, no longer than a month, holds the other, and there is only one
// such other. A time that is open towards the past, such as "before it was published", reaches back for days only, one
// open towards the future, such as a plan's, as far ahead, and two such agree if they end or begin within days of each
// other; see reach. Inside one article a time of any length may hold the other, and so may no time at all.
//
// Before that, names are made one that are one's: a person named by one word, or by a variant of a full name, an acronym or
// another short name, a name that one article takes for another sort of thing than most do. The two must be named beside
// others in common, and nothing said of them may speak against it; see fullNames, variantNames, aliasNames and kindNames.
//
// The cost is near linear: only events that share type and participants are compared, and of those only neighbours in
// time.
func Unify(g *Graph) *Graph { return UnifyBy(g, Judgement{}) }

// Judgement is what UnifyBy goes by beside the graph itself. The zero Judgement knows nothing.
type Judgement struct {
	Senses     Senses            // which lemmas may tell of one event
	Within     map[string]string // which known place lies in which, by their IDs in the lexicon; see ReadWithin
	FirstNames Senses            // which first names may be one person's: "Bernie" and "Bernard"
	person     person            // what somebody says of which are one; set by Correct
}

func (by *Judgement) variantNames(g *Graph) *Graph { return variantNames(g, &by.FirstNames) }

// UnifyBy is Unify with a Judgement.
func UnifyBy(g *Graph, by Judgement) *Graph {
	return unify(Merge(g), by)
}

// unify is UnifyBy of what Merge made. It leaves that as it is.
func unify(g *Graph, by Judgement) *Graph {
	n := renaming{g: &Graph{slices.Clone(g.Sources), g.Entities, g.Events, g.Relations}}
	if len(by.person.sameKeys) > 0 {
		n.step(by.person.joinNames(n.g))
	}
	markCopies(n.g)
	for _, name := range []func(*Graph) *Graph{localNames, fullNames, by.variantNames, aliasNames, kindNames} {
		if named := name(n.g); named != nil {
			n.step(by.person.partNames(named, n.g))
		}
	}
	u := by.person.parted(n.merged())
	lookAlikes(u)
	near := siblingsOf(u)
	near.atlas = atlasOf(u, by.Within)
	for range maxRounds {
		next := unifyEvents(u, near, &by)
		if next == u {
			break
		}
		u = next
	}
	u.Entities, u.Events, u.Relations = slices.Clone(u.Entities), slices.Clone(u.Events), slices.Clone(u.Relations)
	noteConflicts(u, newStory(newUnifier(u), near, &by.Senses))
	u.count()
	return u
}

// maxRounds bounds how often events are gone through again after some became one.
const maxRounds = 4

// unifyEvents goes through the events once. It gives g itself where no two are one.
func unifyEvents(g *Graph, near *siblings, by *Judgement) *Graph {
	u := newUnifier(g)
	u.story = newStory(u, near, &by.Senses)
	u.judge(&by.person)
	blocks := u.blocks()
	for _, b := range u.copyBlocks() {
		u.joinCopies(b)
	}
	for _, b := range blocks {
		u.sameTimes(b)
	}
	for _, b := range blocks {
		u.heldTimes(b)
	}
	u.story.join()
	return u.result()
}

// unifier is one call of unifyEvents. Events are meant by their index in g.Events.
type unifier struct {
	g     *Graph
	names map[string]string // of entities
	union union
	group []gathered // of each root of union
	why   map[int][]string
	apart map[[2]int]bool // pairs of events that a person says are two
	story *story
}

// gathered is what is known of the events that became one so far.
type gathered struct {
	time    Time
	members []int
}

func newUnifier(g *Graph) *unifier {
	u := &unifier{g: g, names: make(map[string]string, len(g.Entities)), why: map[int][]string{}, apart: map[[2]int]bool{}}
	for i := range g.Entities {
		u.names[g.Entities[i].ID] = g.Entities[i].Name
	}
	alone := make([]int, len(g.Events))
	u.group = make([]gathered, len(g.Events))
	for i := range g.Events {
		alone[i] = u.union.add()
		u.group[i] = gathered{g.Events[i].When.Time, alone[i : i+1 : i+1]}
	}
	return u
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
	s, t := u.group[a].time, u.group[b].time
	both, ok := s.Intersect(t)
	switch {
	case ok:
	case !s.Known():
		both = t
	case !t.Known():
		both = s
	default:
		return
	}
	if !u.groupsClash(u.group[a].members, u.group[b].members) {
		u.unite(a, b, both, u.line(i, j, times))
	}
}

// unite makes one group of the groups with the roots a and b, unless a person says that they are two.
func (u *unifier) unite(a, b int, t Time, why string) {
	if u.kept(a, b) {
		return
	}
	members := append(u.group[a].members, u.group[b].members...)
	lines := append(u.why[a], u.why[b]...)
	if why != "" {
		lines = append(lines, why)
	}
	delete(u.why, a)
	delete(u.why, b)
	u.union.join(a, b)
	root := u.union.find(a)
	u.group[root] = gathered{t, members}
	u.why[root] = lines
}

// maxMembers is how many members of a group are asked whether they fit a new one.
const maxMembers = 64

func (u *unifier) groupsClash(a, b []int) bool {
	for _, x := range a[:min(len(a), maxMembers)] {
		for _, y := range b[:min(len(b), maxMembers)] {
			if u.clash(&u.g.Events[x], &u.g.Events[y]) {
				return true
			}
		}
	}
	return false
}

// line says why two events became one; nothing where one was only read again from the words of the other.
func (u *unifier) line(i, j int, times string) string {
	a, b := &u.g.Events[i], &u.g.Events[j]
	if seenWithin(a, b) || seenWithin(b, a) {
		return ""
	}
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

// seenWithin tells whether all evidence of a is among that of b.
func seenWithin(a, b *Event) bool {
	for _, x := range a.Seen {
		if _, found := slices.BinarySearchFunc(b.Seen, x, samePlace); !found {
			return false
		}
	}
	return true
}

// result is the graph with each group as one event; g itself where each is alone.
func (u *unifier) result() *Graph {
	h := Graph{Sources: u.g.Sources, Entities: u.g.Entities, Relations: slices.Clone(u.g.Relations)}
	h.Events = make([]Event, 0, len(u.g.Events))
	r := remerge{}
	to := map[string]string{}
	for i := range u.g.Events {
		root := u.union.find(i)
		switch {
		case len(u.group[root].members) == 1:
			h.Events = append(h.Events, u.g.Events[i])
		case i == root:
			h.Events = append(h.Events, u.one(root))
			r.changed = append(r.changed, len(h.Events)-1)
			fallthrough
		default:
			to[u.g.Events[i].ID] = u.g.Events[root].ID
			r.gone = append(r.gone, u.g.Events[i].ID)
		}
	}
	if len(r.changed) == 0 {
		return u.g
	}
	for i := range h.Relations {
		r := &h.Relations[i]
		r.From, r.To = cmp.Or(to[r.From], r.From), cmp.Or(to[r.To], r.To)
	}
	return r.merge(&h)
}

// one unites the members of a group.
func (u *unifier) one(root int) Event {
	members := u.group[root].members
	if len(members) == 1 {
		return u.g.Events[root]
	}
	slices.Sort(members)
	e := u.g.Events[members[0]].own()
	e.ID = u.g.Events[root].ID
	e.Tellings = slices.Clone(e.Versions()) // before anything of e changes
	best, sharp := &u.g.Events[members[0]], false
	for _, i := range members[1:] {
		m := &u.g.Events[i]
		if when := u.group[root].time; m.When.misses(when) || best.When.misses(when) { // dated by its article alone
			if best.When.misses(when) {
				best, sharp = m, true
			}
		} else if finer(m.When.Time, best.When.Time) || !finer(best.When.Time, m.When.Time) && earlier(m, best) {
			best, sharp = m, true
		}
		sharp = sharp || finer(best.When.Time, m.When.Time)
		if statusRank(m.Status) < statusRank(e.Status) {
			e.Status = m.Status
		}
		e.unite(m)
		e.Place = u.story.near.atlas.nearer(e.Place, m.Place)
	}
	if sharp { // the one that knows best when it was, or tells it first, is taken to tell it; others mention it again
		e.tellAs(best)
	}
	e.When = e.When.within(u.group[root].time)
	e.Why = append(e.Why, u.why[root]...)
	return e
}

// earlier tells whether a is told before b in the same source.
func earlier(a, b *Event) bool {
	return a.Seen[0].Source == b.Seen[0].Source && a.Seen[0].Start < b.Seen[0].Start
}

// misses tells whether w lies outside t.
func (w When) misses(t Time) bool { return w.Time.Known() && t.Known() && !w.Time.Overlaps(t) }

// finer tells whether t says more than u.
func finer(t, u Time) bool {
	if t.Known() != u.Known() {
		return t.Known()
	}
	return u.Contains(t) && !t.Contains(u)
}
