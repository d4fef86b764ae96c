package graph

import (
	"cmp"
	"iter"
	"math"
	"slices"
)

// How articles of one story are found. Of an article the topTerms words with the most weight lead to others that have
// leastTerms of them too, unless more than commonTerm articles have the word; two are siblings if the cosine of all
// their words, weighed by how rare they are (Salton and Buckley, "Term-weighting approaches in automatic text
// retrieval", 1988), is alike or more. An article keeps its maxSiblings nearest.
const (
	topTerms    = 32
	leastTerms  = 2
	commonTerm  = 64
	alike       = 0.12
	maxSiblings = 32
)

// siblings says how near the sources of a graph are to each other, by the words of the sentences that tell events:
// those stand in the graph even where the texts of the articles do not.
type siblings struct {
	index     map[string]int32 // of sources by ID
	near      [][]sibling      // of each source, sorted
	local     [][]term         // of each source: its words, sorted, and how much they tell it from its siblings
	sentences map[sentence][]int32
	mentions  map[sentence][]string   // entities named in sentences that tell events
	kinds     map[string]Kind         // of entities
	profiles  map[*Evidence]kept      // of events, by their first evidence
	round     int                     // how many stories were made of them
	weighed   map[[2]*profile]float64 // what story.weighedAlone keeps
	atlas     atlas
	words     *vocabulary
	focus     float64 // logarithm of how much likelier two articles are siblings here than in the news of a week
}

// sibling is a source that tells of the same things, and how much of them, 0…1.
type sibling struct {
	source     int32
	near, cast float32 // by words, and by whom and what both name, 0…maxShared
}

// sentence is one of a source, by the byte where it starts.
type sentence struct{ source, start int32 }

func siblingsOf(g *Graph) *siblings {
	s := &siblings{
		index: make(map[string]int32, len(g.Sources)), near: make([][]sibling, len(g.Sources)),
		sentences: map[sentence][]int32{}, words: &vocabulary{number: map[string]int32{}},
		mentions: map[sentence][]string{}, kinds: make(map[string]Kind, len(g.Entities)), profiles: map[*Evidence]kept{}, weighed: map[[2]*profile]float64{},
	}
	for i := range g.Sources {
		s.index[g.Sources[i].ID] = int32(i)
	}
	terms := s.read(g)
	tops, owners := s.tops(terms)
	shared := make([]int32, len(terms)) // how many top words source j has in common with the one at hand
	for i := range terms {
		var found []int32
		for _, w := range tops[i] {
			for _, j := range owners[w] {
				if int(j) > i {
					if shared[j]++; shared[j] == leastTerms {
						found = append(found, j)
					}
				}
			}
		}
		for _, j := range found {
			if c := float32(cosine(terms[i], terms[j])); c >= alike && !s.series(terms[i], terms[j]) {
				s.near[i] = append(s.near[i], sibling{source: j, near: c})
				s.near[j] = append(s.near[j], sibling{source: int32(i), near: c})
			}
		}
		for _, w := range tops[i] {
			for _, j := range owners[w] {
				shared[j] = 0
			}
		}
	}
	s.nearest()
	s.weighLocally(terms)
	s.name(g)
	s.meet(g)
	s.sharpen()
	return s
}

// sharpen works out the focus: a collection that somebody made of one story is the more likely to tell one event twice.
// Of few articles little can be said; they are taken for news of all sorts.
func (s *siblings) sharpen() {
	const usual, sure = 0.004, 250 // share of pairs that are siblings in mixed news, and how many pairs outweigh it
	pairs := float64(len(s.near)) * float64(len(s.near)-1) / 2
	found := 0.0
	for i := range s.near {
		found += float64(len(s.near[i])) / 2
	}
	s.focus = max(0, math.Log((found+usual*sure)/(pairs+sure)/usual))
}

// meet says how much siblings name in common: the rarer an entity, the more it counts.
func (s *siblings) meet(g *Graph) {
	named := make([][]int32, len(g.Sources)) // entities by index, sorted
	rare := make([]float32, len(g.Entities))
	for i := range g.Entities {
		es, last := g.Entities[i].Seen, ""
		for k := range es {
			if es[k].Source != last {
				last = es[k].Source
				named[s.index[last]] = append(named[s.index[last]], int32(i))
			}
		}
		rare[i] = float32(says(float64(g.Entities[i].Sources), s.words.of))
	}
	for i := range s.near {
		for k := range s.near[i] {
			x := &s.near[i][k]
			for _, e := range named[i] {
				if _, ok := slices.BinarySearch(named[x.source], e); ok {
					x.cast += rare[e]
				}
			}
			x.cast = min(x.cast, maxShared)
		}
	}
}

// name finds which entities the sentences that tell events name.
func (s *siblings) name(g *Graph) {
	starts := make([][]span32, len(g.Sources))
	for i := range g.Events {
		for _, e := range g.Events[i].Seen {
			k := s.index[e.Source]
			starts[k] = append(starts[k], span32{int32(e.Start), int32(e.End)})
		}
	}
	for i := range starts {
		slices.SortFunc(starts[i], compareSpans)
		starts[i] = slices.Compact(starts[i])
	}
	for i := range g.Entities {
		e := &g.Entities[i]
		s.kinds[e.ID] = e.Kind
		for _, m := range e.Seen {
			of, at := s.index[m.Source], int32(m.Start)
			k, found := slices.BinarySearchFunc(starts[of], span32{at, 1 << 30}, compareSpans)
			if !found {
				k--
			}
			if k < 0 || at >= starts[of][k].end {
				continue
			}
			id := sentence{of, starts[of][k].start}
			if n := len(s.mentions[id]); n == 0 || s.mentions[id][n-1] != e.ID {
				s.mentions[id] = append(s.mentions[id], e.ID)
			}
		}
	}
}

// span32 is a sentence within its source.
type span32 struct{ start, end int32 }

func compareSpans(a, b span32) int {
	return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(a.end, b.end))
}

// read numbers the words of all sentences that tell events. It gives those of each source, sorted, with weights of which
// the squares sum to 1.
func (s *siblings) read(g *Graph) [][]term {
	terms := make([][]term, len(g.Sources))
	for i := range g.Events {
		for k := range g.Events[i].Seen {
			e := &g.Events[i].Seen[k]
			at := sentence{s.index[e.Source], int32(e.Start)}
			if _, old := s.sentences[at]; old {
				continue
			}
			words := s.words.words(e.Quote)
			for _, w := range words {
				terms[at.source] = append(terms[at.source], term{w, 1})
			}
			slices.Sort(words)
			s.sentences[at] = slices.Compact(words)
		}
	}
	for i, ts := range terms {
		slices.SortFunc(ts, byWord)
		kept := ts[:0]
		for _, t := range ts {
			if n := len(kept); n > 0 && kept[n-1].word == t.word {
				kept[n-1].weight++
			} else {
				kept = append(kept, t)
				s.words.sources[t.word]++
			}
		}
		terms[i] = slices.Clip(kept)
	}
	s.words.of = float64(len(g.Sources))
	for _, ts := range terms {
		for k := range ts {
			ts[k].weight = float32(math.Sqrt(float64(ts[k].weight)) * s.words.rarity(ts[k].word))
		}
		normalise(ts)
	}
	return terms
}

func byWord(a, b term) int { return cmp.Compare(a.word, b.word) }

// normalise makes the sum of the squares 1.
func normalise(ts []term) {
	sum := 0.0
	for _, t := range ts {
		sum += float64(t.weight) * float64(t.weight)
	}
	for k := range ts {
		ts[k].weight /= float32(math.Sqrt(sum))
	}
}

// cosine is that of two vectors of length 1, sorted by word.
func cosine(a, b []term) (sum float64) {
	for x, y := range inBoth(a, b) {
		sum += float64(x.weight) * float64(y.weight)
	}
	return sum
}

// inBoth goes through the words that two lists sorted by word have in common, with their weights in each.
func inBoth(a, b []term) iter.Seq2[term, term] {
	return func(yield func(term, term) bool) {
		for i, j := 0, 0; i < len(a) && j < len(b); {
			switch c := byWord(a[i], b[j]); {
			case c < 0:
				i++
			case c > 0:
				j++
			default:
				if !yield(a[i], b[j]) {
					return
				}
				i, j = i+1, j+1
			}
		}
	}
}

// How numbers of one bulletin are known: their words are alike by sameForm or more, and less than half of the figures of
// the one are in the other, which have leastFigures each.
const (
	sameForm     = 0.6
	leastFigures = 2
)

// series tells whether two sources are two numbers of one bulletin, such as tell each day what a bank bought: these say
// in the same words what happened on another day.
func (s *siblings) series(a, b []term) bool {
	dot, figures, shared := 0.0, [2]int{}, 0
	var norm [2]float64
	for k, ts := range [...][]term{a, b} {
		for _, t := range ts {
			if s.words.digits[t.word] {
				figures[k]++
			} else {
				norm[k] += float64(t.weight) * float64(t.weight)
			}
		}
	}
	if min(figures[0], figures[1]) < leastFigures {
		return false
	}
	for x, y := range inBoth(a, b) {
		if s.words.digits[x.word] {
			shared++
		} else {
			dot += float64(x.weight) * float64(y.weight)
		}
	}
	return 2*shared < min(figures[0], figures[1]) && dot >= sameForm*math.Sqrt(norm[0]*norm[1])
}

// tops are the words of each source with the most weight, but those that no other or too many have; owners are the
// sources by these.
func (s *siblings) tops(terms [][]term) (tops [][]int32, owners map[int32][]int32) {
	tops, owners = make([][]int32, len(terms)), map[int32][]int32{}
	for i, ts := range terms {
		rare := slices.DeleteFunc(slices.Clone(ts), func(t term) bool {
			return s.words.sources[t.word] < 2 || s.words.sources[t.word] > commonTerm
		})
		slices.SortFunc(rare, func(a, b term) int { return cmp.Or(cmp.Compare(b.weight, a.weight), byWord(a, b)) })
		for _, t := range rare[:min(len(rare), topTerms)] {
			tops[i] = append(tops[i], t.word)
			owners[t.word] = append(owners[t.word], int32(i))
		}
	}
	return tops, owners
}

// nearest keeps the nearest siblings of each source. Two stay siblings only if both keep each other.
func (s *siblings) nearest() {
	kept := make([][]sibling, len(s.near))
	for i, near := range s.near {
		slices.SortFunc(near, func(a, b sibling) int { return cmp.Or(cmp.Compare(b.near, a.near), cmp.Compare(a.source, b.source)) })
		kept[i] = slices.Clone(near[:min(len(near), maxSiblings)])
		slices.SortFunc(kept[i], bySource)
	}
	for i := range kept {
		s.near[i] = slices.DeleteFunc(slices.Clone(kept[i]), func(x sibling) bool {
			_, mutual := slices.BinarySearchFunc(kept[x.source], sibling{source: int32(i)}, bySource)
			return !mutual
		})
	}
}

func bySource(a, b sibling) int { return cmp.Compare(a.source, b.source) }

// between is how near two sources are: nothing where they have nothing to do with each other.
func (s *siblings) between(a, b int32) sibling {
	if k, ok := slices.BinarySearchFunc(s.near[a], sibling{source: b}, bySource); ok {
		return s.near[a][k]
	}
	return sibling{}
}

// weighLocally weighs the words of each source by how few of its siblings have them: within one story the name that all
// share says nothing, and this does not change with what else there is in the graph.
func (s *siblings) weighLocally(terms [][]term) {
	s.local = make([][]term, len(terms))
	for i, ts := range terms {
		n := float64(len(s.near[i]) + 1)
		have := make([]float64, len(ts))
		for _, near := range s.near[i] {
			countCommon(have, ts, terms[near.source])
		}
		s.local[i] = make([]term, len(ts))
		for k, t := range ts {
			s.local[i][k] = term{t.word, float32(math.Log(1+n/(1+have[k])) * math.Sqrt(s.words.rarity(t.word)))}
		}
	}
}

// countCommon adds 1 to the count of each word of a that b has; both are sorted by word.
func countCommon(count []float64, a, b []term) {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i].word < b[j].word:
			i++
		case a[i].word > b[j].word:
			j++
		default:
			count[i]++
			i, j = i+1, j+1
		}
	}
}

// quote is a sentence as a vector of length 1, its words weighed locally, added to ts. The sentence is known: read has
// seen it.
func (s *siblings) quote(ts []term, e *Evidence) []term {
	at := sentence{s.index[e.Source], int32(e.Start)}
	local := s.local[at.source]
	for _, w := range s.sentences[at] {
		if k, ok := slices.BinarySearchFunc(local, term{word: w}, byWord); ok {
			ts = append(ts, local[k])
		}
	}
	return ts
}
