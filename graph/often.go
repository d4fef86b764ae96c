package graph

import (
	"math"
	"slices"

	"github.com/cespare/xxhash/v2"
)

// toOften is the weight of the logarithm of how many articles, of other stories, tell that the same one does the same:
// a bank that buys bills each day did so twice, though two articles say it in the same words.
const toOften = -0.7

// hashAct is who does, or suffers, what.
func hashAct(lemma, entity string) uint64 {
	return xxhash.Sum64String(lemma)*31 + xxhash.Sum64String(entity)
}

// hashActs are the acts of all events that an article tells, sorted.
func (t *story) hashActs() (all []uint64) {
	for i := range t.u.g.Events {
		e := &t.u.g.Events[i]
		for k := range e.Roles {
			r := &e.Roles[k]
			if r.Entity == "" || roleRank(r.Name) >= core || t.senses.weak[e.Lemma] {
				continue
			}
			for n := range e.Seen {
				if n == 0 || e.Seen[n].Source != e.Seen[n-1].Source {
					all = append(all, hashAct(e.Lemma, r.Entity))
				}
			}
		}
	}
	slices.Sort(all)
	return slices.Clip(all)
}

// often is toOften times the logarithm of how many articles beside the siblings of that of a tell what a and b share: of
// the entities that take part in both, that of which fewest do.
func (t *story) often(a, b *Event) float64 {
	if a.Lemma != b.Lemma {
		return 0
	}
	least := math.MaxInt
	for _, id := range common(a, b) {
		h := hashAct(a.Lemma, id)
		from, _ := slices.BinarySearch(t.acts, h)
		to, _ := slices.BinarySearch(t.acts, h+1)
		n := to - from
		if n > 2 {
			n -= t.toldBy(a, id)
		}
		least = min(least, n)
	}
	if least == math.MaxInt || least <= 2 {
		return 0
	}
	return toOften * math.Log(float64(least-1))
}

// toldBy is how many of the articles that tell a, and of their siblings, tell that id takes part in such.
func (t *story) toldBy(a *Event, id string) (n int) {
	sense := t.numbers[t.senses.of(a.Lemma)[0]]
	tells := func(source int32) bool {
		return slices.ContainsFunc(t.tells(sense, source), func(x telling) bool {
			e := &t.u.g.Events[x.event]
			return e.Lemma == a.Lemma && slices.ContainsFunc(e.Roles, func(r Role) bool { return r.Entity == id })
		})
	}
	home := t.near.index[a.Seen[0].Source]
	for _, s := range t.near.near[home] {
		n += b2i(tells(s.source))
	}
	return n + b2i(tells(home))
}
