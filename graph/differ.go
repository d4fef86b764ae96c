package graph

import (
	"slices"
	"strings"
)

// differences are what keeps events i and j apart whatever speaks for them: date, place, whether it happened.
func (t *story) differences(i, j int) (about []string) {
	a, b := &t.u.g.Events[i], &t.u.g.Events[j]
	if !together(a.Status, b.Status) {
		about = append(about, aboutHappened)
	}
	if t.near.atlas.apart(a.Place, b.Place) {
		about = append(about, aboutPlace)
	}
	if !mayMeet(a.When.Time, b.When.Time) && !retold(a, b) && !retold(b, a) {
		about = append(about, aboutDate)
	}
	return about
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

// alsoIn tells whether a word close before the trigger says that the article told another event of the kind before.
func (s *Senses) alsoIn(v *Evidence) bool {
	before := v.Quote[:min(max(0, v.Trigger.Start-v.Start), len(v.Quote))]
	for w := range strings.FieldsSeq(fold(before[max(0, len(before)-alsoBytes):], ' ')) {
		if s.also[w] {
			return true
		}
	}
	return false
}

// alsoBytes is how far before the trigger such a word may stand.
const alsoBytes = 24

// namesOthers tells whether the one event names other persons or organizations in a role than the other. Those who take
// part in AGREE and the like may be named in part by each, and those in a sentence that one took from the other are one
// whoever they were taken for.
func (t *story) namesOthers(a *Event, p, q *profile) bool {
	if a.symmetric() || !t.others(&p.roles[0], &q.roles[0]) && !t.others(&p.roles[object], &q.roles[object]) {
		return false
	}
	like, words := t.common(p.quote, q.quote)
	return like*words < verbatim
}

// saysOther tells whether two events in which something is said say nothing in common, but as headline and story.
func (t *story) saysOther(a, b *Event, p, q *profile, one bool) bool {
	if !t.speech(a) && !t.speech(b) || p.leads(q, one) {
		return false
	}
	like, words := t.common(p.quote, q.quote)
	return like*words+t.labels(p, q) < toldAlike
}

// toldAlike is how much of what is said must agree for it to be the same.
const toldAlike = 0.3

// verbatim is how much of two sentences must be the same words for one to be taken from the other.
const verbatim = 1.5

// exclude tells whether i and j are two whatever speaks for their being one: who did it to whom, and who to whom; the
// second and the third; two words of one sentence; what an
// article says happened, and what it says will happen, or did also.
func (t *story) exclude(i, j int, one bool) bool {
	a, b := &t.u.g.Events[i], &t.u.g.Events[j]
	p, q := t.profile(i), t.profile(j)
	if meet(p.roles[0].ids, q.roles[object].ids) && meet(p.roles[object].ids, q.roles[0].ids) && !a.symmetric() {
		return true
	}
	if one && !p.leads(q, one) && (p.also != q.also || (a.Status == Planned) != (b.Status == Planned)) {
		return true
	}
	named := len(p.apart) > 0 && len(q.apart) > 0
	return (one || named) && !slices.Equal(p.apart, q.apart) || one && sameSentences(a, b)
}

// others tells whether named persons, or organizations, have a role in one event and others in the other, by names that
// have no word in common.
func (t *story) others(x, y *slot) bool {
	a, b := x.named(), y.named()
	if len(a) == 0 || len(b) == 0 || meet(a, b) {
		return false
	}
	for _, id := range a {
		for _, other := range b {
			k := t.near.kinds[id]
			if k != t.near.kinds[other] || k != Person && k != Organization ||
				meet(t.near.words.words(t.u.names[id]), t.near.words.words(t.u.names[other])) {
				return false
			}
		}
	}
	return true
}

// sameSentences tells whether a sentence tells both: then they are two.
func sameSentences(a, b *Event) bool {
	return slices.ContainsFunc(a.Seen, func(x Evidence) bool {
		return slices.ContainsFunc(b.Seen, func(y Evidence) bool { return x.Source == y.Source && x.Start == y.Start })
	})
}

// speech tells whether in e something is said: what it is about stands in its sentences alone.
func (t *story) speech(e *Event) bool {
	return e.saying() || t.senses.weak[e.Lemma]
}
