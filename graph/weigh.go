package graph

import (
	"cmp"
	"slices"
	"strings"
)

// enough is how much must speak for two events for their groups to be looked at, and wholly how much must speak for all
// pairs of the groups on the mean; forbidden says that something speaks against it that nothing outweighs.
const enough, wholly, forbidden = 0.3, 0.6, -100

// The weights of what speaks for and against two events being one. Their order of size was read off how often each goes
// with events that are one in articles of one story; they were set by hand.
const (
	byStory   = 0.7  // how near the articles are, 0…1
	byQuote   = 2.5  // how near the sentences are, 0…1
	byEntity  = 0.3  // an entity has the same role in both
	byFigure  = 0.4  // a number stands in both sentences
	toEntity  = -0.9 // other entities have the same role
	toPerson  = -0.5 // and in each there is a person who is not in the other
	toWords   = -0.5 // other words have the same role
	toObject  = -1.5 // and the role is that of the object
	toNamed   = -0.5 // the sentences name entities, and none in common
	toFigure  = -0.9 // numbers stand in both sentences, and none in common
	toLemma   = -0.6 // the words are different ones of one sense
	toArticle = -0.8 // one article tells both: it does not say the same thing twice without need
)

// object is the index of the patient's slot.
const object = 1

// profile is an event as it is weighed against others.
type profile struct {
	sources []int32 // sorted
	quote   []term  // of length 1
	named   []string
	figures []int32
	apart   []string
	roles   [core]slot
}

// slot is who or what stands in one core role.
type slot struct {
	ids   []string
	words []int32
}

func (t *story) profile(i int) *profile {
	if t.profiles[i] == nil {
		e := &t.u.g.Events[i]
		k := t.near.profiles[&e.Seen[0]]
		if k.profile == nil || k.n != len(e.Seen) {
			k = kept{len(e.Seen), t.newProfile(e)}
			t.near.profiles[&e.Seen[0]] = k
		}
		t.profiles[i] = k.profile
	}
	return t.profiles[i]
}

// kept is the profile of an event with n evidence. An event that became one with others has evidence of its own; all
// that does not keeps what it had, and its profile from pass to pass.
type kept struct {
	n       int
	profile *profile
}

func (t *story) newProfile(e *Event) *profile {
	p := &profile{}
	for k := range e.Seen[:min(len(e.Seen), maxSeen)] {
		v := &e.Seen[k]
		s := t.near.index[v.Source]
		p.sources = append(p.sources, s)
		p.quote = t.near.quote(p.quote, v)
		p.named = append(p.named, t.near.mentions[sentence{s, int32(v.Start)}]...)
	}
	p.sources = slices.Compact(p.sources)
	p.named = set(p.named)
	slices.SortFunc(p.quote, func(a, b term) int { return cmp.Or(byWord(a, b), cmp.Compare(b.weight, a.weight)) })
	p.quote = slices.CompactFunc(p.quote, func(a, b term) bool { return a.word == b.word })
	normalise(p.quote)
	for _, x := range p.quote {
		if t.near.words.digits[x.word] {
			p.figures = append(p.figures, x.word)
		}
	}
	p.apart = t.senses.apartIn(e.Label)
	for _, r := range e.Roles {
		if k := roleRank(r.Name); k < core {
			if r.Entity != "" {
				p.roles[k].ids = append(p.roles[k].ids, r.Entity)
			}
			if text := cmp.Or(r.Text, t.u.names[r.Entity]); !t.senses.empty[fold(text, ' ')] {
				p.roles[k].words = append(p.roles[k].words, t.near.words.words(text)...)
			}
		}
	}
	return p
}

// weigh is how much speaks for events i and j being one, forbidden where they cannot be.
func (t *story) weigh(i, j int) float64 {
	if !t.senses.shared(t.u.g.Events[i].Lemma, t.u.g.Events[j].Lemma) || len(t.differences(i, j)) > 0 {
		return forbidden
	}
	return t.speaks(i, j)
}

// differences are what keeps events i and j apart whatever speaks for them: date, place, whether it happened.
func (t *story) differences(i, j int) (about []string) {
	a, b := &t.u.g.Events[i], &t.u.g.Events[j]
	if !together(a.Status, b.Status) {
		about = append(about, aboutHappened)
	}
	if a.Place != "" && b.Place != "" && a.Place != b.Place {
		about = append(about, aboutPlace)
	}
	if !mayMeet(a.When.Time, b.When.Time) {
		about = append(about, aboutDate)
	}
	return about
}

// speaks is how much speaks for events i and j being one, their differences aside.
func (t *story) speaks(i, j int) float64 {
	a, b := &t.u.g.Events[i], &t.u.g.Events[j]
	p, q := t.profile(i), t.profile(j)
	if meet(p.roles[0].ids, q.roles[object].ids) && meet(p.roles[object].ids, q.roles[0].ids) && !a.symmetric() {
		return forbidden // who did it to whom, and who to whom
	}
	near, one := t.between(p, q)
	if named := len(p.apart) > 0 && len(q.apart) > 0; (one || named) && !slices.Equal(p.apart, q.apart) || one && sameSentences(a, b) {
		return forbidden
	}
	w := byStory*near + byQuote*cosine(p.quote, q.quote)
	if one {
		w += toArticle
	}
	if a.Lemma != b.Lemma {
		w += toLemma
	}
	w += compare(p.named, q.named, 0, toNamed) + compare(p.figures, q.figures, byFigure, toFigure)
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

// between is how near the sources of two events are, and whether one source tells both.
func (t *story) between(p, q *profile) (near float64, one bool) {
	for _, x := range p.sources {
		for _, y := range q.sources {
			if x == y {
				one = true
			}
			near = max(near, t.near.between(x, y))
		}
	}
	return near, one
}

// sameSentences tells whether a sentence tells both: then they are two.
func sameSentences(a, b *Event) bool {
	return slices.ContainsFunc(a.Seen, func(x Evidence) bool {
		return slices.ContainsFunc(b.Seen, func(y Evidence) bool { return x.Source == y.Source && x.Start == y.Start })
	})
}

// mayMeet tells whether two times may be of one event: one is unknown, or both are narrow and have a day in common.
func mayMeet(t, s Time) bool {
	if !t.Known() || !s.Known() {
		return true
	}
	t, s = reach(t), reach(s)
	return t.sameTime() == s.sameTime() || narrow(t) && narrow(s) && t.Overlaps(s)
}

// apartIn are the words of a label that set an event apart from another of its kind, sorted.
func (s *Senses) apartIn(label string) (words []string) {
	for w := range strings.FieldsSeq(fold(label, ' ')) {
		if s.apart[w] {
			words = append(words, w)
		}
	}
	return set(words)
}
