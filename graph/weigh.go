package graph

import (
	"math"
	"slices"
)

// enough is how much must speak for two events for their groups to be looked at, and wholly how much must speak for all
// pairs of the groups on the mean; forbidden says that something speaks against it that nothing outweighs.
const enough, wholly, forbidden = 0.2, 0.6, -100

// The weights of what speaks for and against two events being one, as the logarithms of odds. Their order of size was
// read off joins of news articles that were judged by eye; they were set by hand, to halves and fifths.
const (
	toBegin    = -3.0 // most events are two
	byFocus    = 0.5  // unless all articles are about one thing
	byStory    = 1.5  // how near the articles are, 0…1
	byCast     = 0.7  // whom and what the articles name in common, 0…maxShared: that both do is what they begin with
	byWords    = 1.0  // what the sentences say in common beside who did what, 0…maxShared
	byQuote    = 1.5  // and how much that is of what they say, 0…1
	byLabel    = 1.0  // what the labels say in common, 0…maxShared
	byLemma    = 1.4  // the same word tells both, not two of one sense
	byPart     = 0.7  // an entity takes part in both, in other roles
	byOnce     = 1.0  // and to nobody does such a thing happen twice
	byEntity   = 1.0  // an entity has the same role in both
	bySameDay  = 0.5  // both are of the same day
	byHeadline = 2.5  // one is the headline of the other
	toEntity   = -1.0 // other entities have the same role
	toPerson   = -0.7 // and in each there is a person who is not in the other
	toWords    = -0.6 // other words have the same role
	toObject   = -1.8 // and the role is that of the object
	toNamed    = -0.6 // the sentences name entities, and none in common
	toFigure   = -1.0 // numbers stand in both sentences, and none in common
	toCount    = -2.0 // numbers stand in both labels, and none in common
	toArticle  = -0.8 // one article tells both: it does not say the same thing twice without need
	toOther    = -1.0 // names or numbers stand in both sentences, none in common, and nobody named takes part in both
	toMany     = -0.7 // times the logarithm of how many such events one article tells: which of them is meant?
)

// maxShared is how much in common says all that can be said. A word that no third source has counts nearly 1.
const maxShared = 2.0

// weigh is how much speaks for events i and j being one, forbidden where they cannot be.
func (t *story) weigh(i, j int) float64 {
	w := t.weighAlone(i, j)
	if w == forbidden {
		return forbidden
	}
	return w + t.againstMany(i, j)
}

// weighAlone is weigh but for what other events say, which can only lessen it: it stays the same as long as i and j do.
func (t *story) weighAlone(i, j int) float64 {
	a, b := &t.u.g.Events[i], &t.u.g.Events[j]
	if !t.senses.shared(a.Lemma, b.Lemma) || len(t.differences(i, j)) > 0 {
		return forbidden
	}
	p, q := t.profile(i), t.profile(j)
	if _, _, one := t.between(p, q); t.namesOthers(a, p, q) || t.saysOther(a, b, p, q, one) {
		return forbidden
	}
	return t.speaks(i, j)
}

// againstMany is what speaks against i and j being one since there are many such events, 0 or less.
func (t *story) againstMany(i, j int) float64 {
	a, b := &t.u.g.Events[i], &t.u.g.Events[j]
	return t.often(a, b) + toMany*math.Log(max(1, t.many(a, b)))
}

// weighedAlone is weighAlone for join, which asks for the same pairs in each round. Most events are what they were in the
// round before; of two such it is known whether enough speaks for them.
func (t *story) weighedAlone(i, j int) float64 {
	k := [2]*profile{t.profile(i), t.profile(j)}
	if k[0].round < t.near.round && k[1].round < t.near.round {
		if w, ok := t.near.weighed[k]; ok {
			return w
		}
		return forbidden
	}
	w := t.weighAlone(i, j)
	if w >= enough {
		t.near.weighed[k] = w
	}
	return w
}

// together tells whether an entity takes part in both.
func (p *profile) together(q *profile) bool {
	return slices.ContainsFunc(p.roles[:], func(x slot) bool {
		return slices.ContainsFunc(q.roles[:], func(y slot) bool { return meet(x.ids, y.ids) })
	})
}

// leads tells whether one of p and q, which one article tells, is the headline of the other.
func (p *profile) leads(q *profile, one bool) bool {
	return one && (p.titles && q.early || q.titles && p.early)
}

// many is the greatest number of events that share a sense with a and b in one article that tells either.
func (t *story) many(a, b *Event) (n float64) {
	for _, s := range t.senses.of(a.Lemma) {
		if a.Lemma != b.Lemma && !slices.Contains(t.senses.of(b.Lemma), s) {
			continue
		}
		for _, e := range [...]*Event{a, b} {
			for k := range e.Seen[:min(len(e.Seen), maxSeen)] {
				n = max(n, float64(len(t.tells(t.numbers[s], t.near.index[e.Seen[k].Source]))))
			}
		}
	}
	return n
}

// speaks is how much speaks for events i and j being one, their differences aside.
func (t *story) speaks(i, j int) float64 {
	a, b := &t.u.g.Events[i], &t.u.g.Events[j]
	p, q := t.profile(i), t.profile(j)
	near, cast, one := t.between(p, q)
	if t.exclude(i, j, one) {
		return forbidden
	}
	like, words := t.common(p.quote, q.quote)
	w := toBegin + byFocus*t.near.focus + byStory*near + byCast*(cast-maxShared)
	w += byWords*words + byQuote*like*min(1, words) + byLabel*t.labels(p, q) + byLemma*float64(b2i(a.Lemma == b.Lemma))
	w += compare(p.named, q.named, 0, toNamed) + p.otherFigures(q, one, toFigure) + compare(p.counts, q.counts, 0, toCount)
	switch {
	case p.leads(q, one):
		w += byHeadline
	case one:
		w += toArticle
	}
	if s, t := a.When.Time, b.When.Time; s.Grain == Day && s.sameTime() == t.sameTime() {
		w += bySameDay
	}
	slots := t.slots(p, q)
	switch both := p.together(q); {
	case both && slots <= 0:
		w += byPart
		fallthrough
	case both:
		w += byOnce * float64(b2i(t.senses.once[a.Lemma]))
	}
	return w + slots + p.strange(q, one)
}

// strange is toOther where it holds.
func (p *profile) strange(q *profile, one bool) float64 {
	if p.together(q) {
		return 0
	}
	return min(p.otherFigures(q, one, toOther), compare(p.named, q.named, 0, toOther))
}

// notLess is how much must speak for two events of one who does the same to what no entity names, though their times
// agree.
const notLess = -0.3

// allows tells whether the words of two events of which those who take part and the times are the same leave it at that:
// they name no other numbers, what is said agrees, and at least so much speaks for it.
func (t *story) allows(i, j int, atLeast float64) bool {
	a, b := &t.u.g.Events[i], &t.u.g.Events[j]
	p, q := t.profile(i), t.profile(j)
	_, _, one := t.between(p, q)
	return !t.exclude(i, j, one) && compare(p.counts, q.counts, 0, toCount) == 0 && !t.saysOther(a, b, p, q, one) && t.speaks(i, j)+t.often(a, b) >= atLeast
}

// common is how much of two lists of words is the same, 0…1, and how much that says, 0…maxShared.
func (t *story) common(a, b []term) (like, words float64) {
	for x, y := range inBoth(a, b) {
		like += float64(x.weight) * float64(y.weight)
		words += t.near.words.says(x.word)
	}
	return like, min(words, maxShared)
}

// labels is how much the labels say in common, 0…maxShared.
func (t *story) labels(p, q *profile) (words float64) {
	for _, w := range p.label {
		if _, ok := slices.BinarySearch(q.label, w); ok {
			words += t.near.words.says(w)
		}
	}
	return min(words, maxShared)
}

// slots is what those who take part say of two events being one.
func (t *story) slots(p, q *profile) (w float64) {
	for k := range p.roles {
		x := t.weighSlots(&p.roles[k], &q.roles[k])
		if k == object && x == toWords {
			x += toObject
		}
		w += x
	}
	return w
}

// weighSlots is what those in the same role of two events say of their being one.
func (t *story) weighSlots(x, y *slot) float64 {
	switch {
	case len(x.ids) == 0 || len(y.ids) == 0:
		return compare(x.words, y.words, 0, toWords)
	case t.alone(x, y) && t.alone(y, x):
		return toEntity + toPerson
	}
	return compare(x.ids, y.ids, byEntity, toEntity)
}

// alone tells whether a person stands in x that does not in y.
func (t *story) alone(x, y *slot) bool {
	return slices.ContainsFunc(x.ids, func(id string) bool { return t.person(id) && !slices.Contains(y.ids, id) })
}

func (t *story) person(id string) bool { return t.near.kinds[id] == Person }

// compare is yes if a and b have a member in common, no if both have members but none in common, else 0.
func compare[T comparable](a, b []T, yes, no float64) float64 {
	switch {
	case len(a) == 0 || len(b) == 0:
		return 0
	case meet(a, b):
		return yes
	}
	return no
}

func meet[T comparable](a, b []T) bool {
	return slices.ContainsFunc(a, func(x T) bool { return slices.Contains(b, x) })
}

// between is how near the sources of two events are, how much of those they name is the same, and whether one source
// tells both.
func (t *story) between(p, q *profile) (near, cast float64, one bool) {
	for _, x := range p.sources {
		for _, y := range q.sources {
			if x == y {
				one, cast = true, maxShared
				continue
			}
			s := t.near.between(x, y)
			near, cast = max(near, float64(s.near)), max(cast, float64(s.cast))
		}
	}
	return near, cast, one
}
