package graph

import (
	"cmp"
	"fmt"
	"slices"
)

// story joins what articles of one story tell of one event in words that need not name the same entities: "a judge
// sentenced the man" and "Nichols was jailed". Events are compared only if their lemmas share a sense and one article
// tells both, or two siblings do; what speaks for them is weighed, and the surest are joined first, as long as all that
// they are one with already goes with it.
type story struct {
	u        *unifier
	near     *siblings
	senses   *Senses
	profiles []*profile       // of events, made when first asked for
	told     []telling        // sorted
	numbers  map[string]int32 // of senses
	acts     []uint64         // who does what, once for each source that tells it, hashed and sorted
}

// candidate is two events that may be one, and how much speaks for it.
type candidate struct {
	i, j  int
	weigh float64
}

// newStory prepares one pass over the events of u, whose sentences and entities near knows.
func newStory(u *unifier, near *siblings, senses *Senses) *story {
	near.round++
	t := &story{u: u, near: near, senses: senses, profiles: make([]*profile, len(u.g.Events))}
	t.told = t.tellings()
	t.acts = t.hashActs()
	return t
}

// join joins the events of all stories.
func (t *story) join() {
	var all []candidate
	for _, p := range t.pairs() {
		i, j := p.events()
		w := t.weighedAlone(i, j)
		if w < enough {
			continue
		}
		if w += t.againstMany(i, j); w >= enough {
			all = append(all, candidate{i, j, w})
		}
	}
	slices.SortFunc(all, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.weigh, a.weigh), cmp.Compare(a.i, b.i), cmp.Compare(a.j, b.j))
	})
	vague := t.vague(all)
	for _, c := range all {
		if !vague[c.i] && !vague[c.j] {
			t.unite(c)
		}
	}
}

// vague are the events that may be one with several others of which the times exclude each other, as much speaking for
// one as for the other: it cannot be said which is meant.
func (t *story) vague(all []candidate) map[int]bool {
	first, vague := map[int]candidate{}, map[int]bool{}
	see := func(i, j int, w float64) {
		s := t.u.group[t.u.union.find(j)].time
		c, old := first[i]
		switch {
		case !s.Known() || t.u.group[t.u.union.find(i)].time.Grain == Day:
		case !old:
			first[i] = candidate{i, j, w}
		case c.weigh-w < nearlyAs && !t.u.group[t.u.union.find(c.j)].time.Overlaps(s):
			vague[i] = true
		}
	}
	for _, c := range all {
		see(c.i, c.j, c.weigh)
		see(c.j, c.i, c.weigh)
	}
	return vague
}

// inStory is how the line begins to end that says why events became one here; the weight follows.
const inStory = "in articles of one story"

// nearlyAs is how much less may speak for a second event until the first is clearly meant.
const nearlyAs = 0.4

// telling is an event of a sense in a source.
type telling struct{ sense, source, event int32 }

func compareTold(a, b telling) int {
	return cmp.Or(cmp.Compare(a.sense, b.sense), cmp.Compare(a.source, b.source), cmp.Compare(a.event, b.event))
}

// tells are the events of a sense in a source.
func (t *story) tells(sense, source int32) []telling {
	from, _ := slices.BinarySearchFunc(t.told, telling{sense, source, 0}, compareTold)
	to := from
	for to < len(t.told) && t.told[to].sense == sense && t.told[to].source == source {
		to++
	}
	return t.told[from:to]
}

// comparison is two events that are to be compared, i < j: i<<32 | j.
type comparison uint64

func (c comparison) events() (i, j int) { return int(c >> 32), int(uint32(c)) }

// pairs are the events that are to be compared, sorted.
func (t *story) pairs() (all []comparison) {
	for from := 0; from < len(t.told); {
		k := t.told[from]
		here := t.tells(k.sense, k.source)
		from += len(here)
		for n, x := range here {
			all = appendPairs(all, x, here[n+1:])
		}
		for _, near := range t.near.near[k.source] {
			if near.source <= k.source {
				continue
			}
			there := t.tells(k.sense, near.source)
			for _, x := range here {
				all = appendPairs(all, x, there)
			}
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// tellings are the events of all senses in all sources, those of which a lemma alone says too little aside.
func (t *story) tellings() (all []telling) {
	all = make([]telling, 0, 2*len(t.u.g.Events))
	numbers := map[string]int32{}
	t.numbers = numbers
	ofs := map[string][]int32{} // senses of lemmas
	for i := range t.u.g.Events {
		e := &t.u.g.Events[i]
		senses, old := ofs[e.Lemma]
		if !old && !t.senses.weak[e.Lemma] {
			for _, s := range t.senses.of(e.Lemma) {
				n, old := numbers[s]
				if !old {
					n = int32(len(numbers))
					numbers[s] = n
				}
				senses = append(senses, n)
			}
		}
		ofs[e.Lemma] = senses
		for _, s := range senses {
			for k := range e.Seen {
				if k > 0 && e.Seen[k].Source == e.Seen[k-1].Source {
					continue
				}
				all = append(all, telling{s, t.near.index[e.Seen[k].Source], int32(i)})
			}
		}
	}
	slices.SortFunc(all, compareTold)
	return all
}

// maxTold is how many events of one sense in one source are compared with an event of that sense.
const maxTold = 32

func appendPairs(all []comparison, x telling, others []telling) []comparison {
	for _, y := range others[:min(len(others), maxTold)] {
		if i, j := x.event, y.event; i != j {
			all = append(all, comparison(min(i, j))<<32|comparison(max(i, j)))
		}
	}
	return all
}

// unite makes the groups of two events one if their times have days in common, and if on the whole enough speaks for
// each pair and nothing forbids any.
func (t *story) unite(c candidate) {
	a, b := t.u.union.find(c.i), t.u.union.find(c.j)
	if a == b {
		return
	}
	when, ok := t.u.group[a].time.meet(t.u.group[b].time)
	if !ok {
		if when, ok = t.retoldAs(a, b, c); !ok {
			return
		}
	}
	sum, n := 0.0, 0.0
	for _, i := range t.u.group[a].some() {
		for _, j := range t.u.group[b].some() {
			w := t.weigh(i, j)
			if w == forbidden {
				return
			}
			sum += w
			n++
		}
	}
	if sum >= wholly*n {
		t.u.unite(a, b, when, t.u.line(c.i, c.j, fmt.Sprintf("%s (%.2f)", inStory, c.weigh)))
	}
}

// some are the members of a group that are asked whether they fit others.
func (g *gathered) some() []int { return g.members[:min(len(g.members), maxAsked)] }

const maxAsked = 8

// meet is the days that t and u have in common; where one is unknown, the other. It is false if there are none.
func (t Time) meet(u Time) (Time, bool) {
	switch {
	case !t.Known():
		return u, true
	case !u.Known():
		return t, true
	}
	return t.Intersect(u)
}
