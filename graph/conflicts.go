package graph

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// noteConflicts finds where sources disagree: on numbers of one event, and, between events that would be one otherwise,
// on the day, the place, who did it, and whether it happened.
func noteConflicts(g *Graph, t *story) {
	n := noter{g: g, published: make(map[string]Time, len(g.Sources)), names: t.u.names}
	for i := range g.Sources {
		n.published[g.Sources[i].ID] = g.Sources[i].Published
	}
	g.settle()
	for i := range g.Events {
		n.numbers(&g.Events[i])
	}
	for _, b := range t.u.blocks() {
		for k, i := range b {
			for _, j := range b[k+1 : min(k+1+window, len(b))] {
				n.neighbours(&g.Events[i], &g.Events[j])
			}
		}
	}
	for _, p := range t.pairs() {
		i, j := p.events()
		n.story(t, i, j)
	}
}

// noter is one call of noteConflicts.
type noter struct {
	g         *Graph
	published map[string]Time // by source
	names     map[string]string
}

// neighbours compares two events of one block; a is the earlier. Only what different sources say of one time can
// contradict: an article that lets both sides speak is no contradiction.
func (n *noter) neighbours(a, b *Event) {
	if a.what() != b.what() || shareSources(a, b) || !sameParts(a, b) {
		return
	}
	s, t := reach(a.When.Time), reach(b.When.Time)
	switch {
	case denies(a, b) && narrow(s) && narrow(t) && s.Overlaps(t):
		n.between(a, b, aboutHappened, string(a.Status), string(b.Status))
	case together(a.Status, b.Status) && neighbours(a.When.Time, b.When.Time) && a.Place != "" && a.Place == b.Place:
		n.between(a, b, aboutDate, a.When.Time.Words(), b.When.Time.Words())
	}
}

// surely is how much must speak for two events being one for their difference to be a contradiction: much more than for
// making them one, since most things that differ are two.
const surely = 2.0

// story compares two events of articles of one story that one thing alone keeps apart.
func (n *noter) story(t *story, i, j int) {
	a, b := &n.g.Events[i], &n.g.Events[j]
	if shareSources(a, b) || a.Lemma != b.Lemma {
		return
	}
	p, q := t.profile(i), t.profile(j)
	if !meet(p.roles[object].ids, q.roles[object].ids) && !meet(p.roles[object].words, q.roles[object].words) {
		return
	}
	apart := t.differences(i, j)
	w := t.speaks(i, j)
	actors := w - toEntity - toPerson - compare(p.named, q.named, 0, toNamed) - p.strange(q, false) // as if the same person acted in both
	switch {
	case len(apart) == 1 && w >= surely && apart[0] == aboutPlace:
		n.between(a, b, aboutPlace, n.names[a.Place], n.names[b.Place])
	case len(apart) == 1 && w >= surely && apart[0] == aboutDate && (neighbours(a.When.Time, b.When.Time) || neighbours(b.When.Time, a.When.Time)):
		n.between(a, b, aboutDate, a.When.Time.Words(), b.When.Time.Words())
	case len(apart) == 1 && w >= surely && apart[0] == aboutHappened && denies(a, b):
		n.between(a, b, aboutHappened, string(a.Status), string(b.Status))
	case len(apart) == 0 && actors >= surely && t.otherPerson(p.roles[0].ids, q.roles[0].ids):
		n.between(a, b, aboutActor, n.name(p.roles[0].ids), n.name(q.roles[0].ids))
	}
}

// otherPerson tells whether one person acts in the one event and another in the other.
func (t *story) otherPerson(x, y []string) bool {
	return len(x) == 1 && len(y) == 1 && x[0] != y[0] && t.person(x[0]) && t.person(y[0])
}

func (n *noter) name(ids []string) string { return n.names[ids[0]] }

// between writes a dispute of two events into both.
func (n *noter) between(a, b *Event, about, says, other string) {
	d := Dispute{About: about, Sides: []Side{n.side(a, says), n.side(b, other)}}
	n.inOrder(d.Sides)
	a.dispute(d)
	b.dispute(d)
}

func (n *noter) side(e *Event, says string) Side {
	v := &e.Seen[0]
	return Side{Says: says, Source: v.Source, Quote: v.Quote}
}

// inOrder puts what was published earlier first.
func (n *noter) inOrder(sides []Side) {
	slices.SortFunc(sides, func(a, b Side) int {
		return cmp.Or(n.published[a.Source].Compare(n.published[b.Source]), compareSides(a, b))
	})
}

// numbers finds what of one event is counted differently: all that was said of it, so that a toll that grew is one
// dispute with its history.
func (n *noter) numbers(e *Event) {
	for i := range e.Quantities {
		q := &e.Quantities[i]
		var same []Quantity
		differ := false
		for k := range e.Quantities {
			p := &e.Quantities[k]
			if p.What == q.What && p.Unit == q.Unit {
				differ = differ || slices.ContainsFunc(same, func(o Quantity) bool { return !o.fits(*p) })
				same = append(same, *p)
			}
		}
		if !differ || same[0] != *q {
			continue // or told with the first of them
		}
		d := Dispute{About: strings.TrimSpace(q.What + " " + q.Unit)}
		for _, p := range same {
			d.Sides = append(d.Sides, p.side(e))
		}
		n.inOrder(d.Sides)
		e.dispute(d)
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

// aboutShare is the share by which a number may be off that is said to be approximate.
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

// side is q in words, with the first sentence that has the number.
func (q Quantity) side(e *Event) Side {
	digits := strconv.FormatFloat(cmp.Or(q.Value, q.AtLeast, q.AtMost), 'f', -1, 64)
	q.Unit = "" // it is named once, in front
	s := Side{Says: q.String()}
	for _, v := range e.Seen {
		if strings.Contains(strings.ReplaceAll(v.Quote, ",", ""), digits) {
			s.Source, s.Quote = v.Source, v.Quote
			break
		}
	}
	return s
}
