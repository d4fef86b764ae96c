package parser

import "dateline/extract/linear"

// The places that move features look at.
const (
	s0 = iota // top of the stack, then the words below it
	s1
	s2
	b0 // next word, then the words after it
	b1
	b2
	s0l // outermost dependents
	s0l2
	s0r
	s0r2
	s1l
	s1r
	s1r2
	b0l
	b0l2
	s0p // neighbours in the sentence
	s0n
	b0p
	s1n
	places
)

// The atoms of a state: form, tag and relation of each place, then what belongs to pairs of places.
const (
	form    = 0
	tag     = places
	rel     = 2 * places
	suf     = 3 * places
	nothing = 4*places + iota - 4
	s0left  // label lists of dependents
	s0right
	s1left
	s1right
	b0left
	s0lv // numbers of dependents
	s0rv
	s1rv
	b0lv
	distSB // distances, and what lies between
	distSS
	betweenSB
	betweenSS
	depth
	atoms
)

// fill sets the atoms of state s.
func (s *State) fill(w *Words, a *[atoms]uint32) {
	var at [places]int
	top := len(s.Stack) - 1
	word := func(ok bool, i int) int {
		if ok {
			return i
		}
		return none
	}
	stack := func(k int) int {
		if k > top {
			return none
		}
		return int(s.Stack[top-k])
	}
	at[s0], at[s1], at[s2] = stack(0), stack(1), stack(2)
	at[b0], at[b1], at[b2] = word(s.Next < s.N, s.Next), word(s.Next+1 < s.N, s.Next+1), word(s.Next+2 < s.N, s.Next+2)
	k0, k1, kb := s.of(at[s0]), s.of(at[s1]), s.of(at[b0])
	at[s0l], at[s0l2], at[s0r], at[s0r2] = int(k0.left), int(k0.left2), int(k0.right), int(k0.right2)
	at[s1l], at[s1r], at[s1r2] = int(k1.left), int(k1.right), int(k1.right2)
	at[b0l], at[b0l2] = int(kb.left), int(kb.left2)
	at[s0p], at[s0n] = word(at[s0] > 0, at[s0]-1), word(at[s0] >= 0 && at[s0]+1 < s.N, at[s0]+1)
	at[b0p], at[s1n] = word(at[b0] > 0, at[b0]-1), word(at[s1] >= 0, at[s1]+1)
	for p, i := range at {
		if i < 0 {
			i = s.N + 1
			a[rel+p] = 0
		} else {
			a[rel+p] = uint32(s.Label[i]) + 1
		}
		a[form+p], a[tag+p], a[suf+p] = w.form[i], w.tag[i], w.suffix[i]
	}
	a[nothing] = 0
	a[s0left], a[s0right], a[s1left], a[s1right], a[b0left] = k0.leftLabels, k0.rightLabels, k1.leftLabels, k1.rightLabels, kb.leftLabels
	a[s0lv], a[s0rv], a[s1rv], a[b0lv] = uint32(k0.leftCount), uint32(k0.rightCount), uint32(k1.rightCount), uint32(kb.leftCount)
	a[distSB], a[distSS] = distance(at[s0], s.Next), distance(at[s1], at[s0])
	a[betweenSB], a[betweenSS] = w.between(at[s0], s.Next), w.between(at[s1], at[s0])
	a[depth] = uint32(min(len(s.Stack), 4))
}

var childless = children{left: none, left2: none, right: none, right2: none}

// of is the dependents of a word, empty for no word.
func (s *State) of(i int) *children {
	if i < 0 {
		return &childless
	}
	return &s.kids[i]
}

// MoveFeatures appends the features of the state for the choice of a move.
func (s *State) MoveFeatures(to []uint64, w *Words) []uint64 {
	var a [atoms]uint32
	s.fill(w, &a)
	for i, t := range moveTemplates {
		to = append(to, linear.Mix4(uint32(i), a[t[0]], a[t[1]], a[t[2]], a[t[3]]))
	}
	return to
}

// template names up to four atoms.
type template [4]uint8

// moveTemplates follow Zhang and Nivre (2011, "Transition-based Dependency Parsing with Rich Non-local Features"), with
// what lies between two words after McDonald et al. (2005).
var moveTemplates = []template{
	// single words
	{form + s0, nothing, nothing, nothing}, {tag + s0, nothing, nothing, nothing}, {form + s0, tag + s0, nothing, nothing},
	{form + s1, nothing, nothing, nothing}, {tag + s1, nothing, nothing, nothing}, {form + s1, tag + s1, nothing, nothing},
	{form + s2, nothing, nothing, nothing}, {tag + s2, nothing, nothing, nothing}, {form + s2, tag + s2, nothing, nothing},
	{form + b0, nothing, nothing, nothing}, {tag + b0, nothing, nothing, nothing}, {form + b0, tag + b0, nothing, nothing},
	{form + b1, nothing, nothing, nothing}, {tag + b1, nothing, nothing, nothing}, {form + b1, tag + b1, nothing, nothing},
	{form + b2, nothing, nothing, nothing}, {tag + b2, nothing, nothing, nothing}, {form + b2, tag + b2, nothing, nothing},
	{suf + s0, suf + b0, nothing, nothing}, {suf + s1, suf + s0, nothing, nothing}, {suf + s0, tag + b0, tag + s1, nothing},
	// top of the stack and next word
	{form + s0, tag + s0, form + b0, tag + b0}, {form + s0, tag + s0, form + b0, nothing}, {form + s0, form + b0, tag + b0, nothing},
	{form + s0, tag + s0, tag + b0, nothing}, {tag + s0, form + b0, tag + b0, nothing}, {form + s0, form + b0, nothing, nothing},
	{tag + s0, tag + b0, nothing, nothing}, {form + s0, tag + b0, nothing, nothing}, {tag + s0, form + b0, nothing, nothing},
	// the two on top of the stack
	{form + s1, tag + s1, form + s0, tag + s0}, {form + s1, tag + s1, form + s0, nothing}, {form + s1, form + s0, tag + s0, nothing},
	{form + s1, tag + s1, tag + s0, nothing}, {tag + s1, form + s0, tag + s0, nothing}, {form + s1, form + s0, nothing, nothing},
	{tag + s1, tag + s0, nothing, nothing}, {form + s1, tag + s0, nothing, nothing}, {tag + s1, form + s0, nothing, nothing},
	// other pairs
	{form + b0, form + b1, nothing, nothing}, {tag + b0, tag + b1, nothing, nothing},
	{form + b0, tag + b1, nothing, nothing}, {tag + b0, form + b1, nothing, nothing},
	{form + s1, form + b0, nothing, nothing}, {tag + s1, tag + b0, nothing, nothing},
	{form + s1, tag + b0, nothing, nothing}, {tag + s1, form + b0, nothing, nothing},
	{tag + s2, tag + s1, nothing, nothing}, {tag + s2, tag + b0, nothing, nothing},
	// three and four tags
	{tag + s0, tag + b0, tag + b1, nothing}, {tag + s1, tag + s0, tag + b0, nothing}, {tag + s2, tag + s1, tag + s0, nothing},
	{tag + s2, tag + s1, tag + s0, tag + b0}, {tag + s1, tag + s0, tag + b0, tag + b1}, {tag + b0, tag + b1, tag + b2, nothing},
	{tag + s0, tag + b0, tag + b1, tag + b2},
	{tag + s0, tag + s0l, tag + b0, nothing}, {tag + s0, tag + s0r, tag + b0, nothing}, {tag + s0, tag + b0, tag + b0l, nothing},
	{tag + s1, tag + s1r, tag + s0, nothing}, {tag + s1, tag + s1l, tag + s0, nothing}, {tag + s1, tag + s0, tag + s0l, nothing},
	{tag + s1, tag + s0, tag + s0r, nothing}, {tag + s1, tag + s1r, tag + s0, tag + b0}, {tag + s1, tag + s0, tag + s0r, tag + b0},
	{tag + s0, tag + s0l, tag + s0l2, nothing}, {tag + s0, tag + s0r, tag + s0r2, nothing}, {tag + b0, tag + b0l, tag + b0l2, nothing},
	{tag + s1, tag + s1r, tag + s1r2, nothing},
	// with words
	{form + s0, tag + b0, tag + b1, nothing}, {tag + s0, form + b0, tag + b1, nothing}, {tag + s0, tag + b0, form + b1, nothing},
	{form + s1, tag + s0, tag + b0, nothing}, {tag + s1, form + s0, tag + b0, nothing}, {tag + s1, tag + s0, form + b0, nothing},
	{form + s1, form + s0, tag + b0, nothing}, {form + s0, form + b0, tag + s1, nothing},
	{tag + s1, form + s1r, tag + s0, nothing}, {tag + s0, form + s0l, tag + b0, nothing}, {tag + s0, form + b0l, tag + b0, nothing},
	{form + s1, form + s0l, tag + s0, nothing}, {tag + s1, form + s0l, tag + s0, nothing}, {form + s0, form + s0r, tag + b0, nothing},
	// dependents
	{form + s0l, nothing, nothing, nothing}, {tag + s0l, rel + s0l, tag + s0, nothing},
	{form + s0r, nothing, nothing, nothing}, {tag + s0r, rel + s0r, tag + s0, nothing},
	{form + s1r, nothing, nothing, nothing}, {tag + s1r, rel + s1r, tag + s1, nothing},
	{form + s1l, nothing, nothing, nothing}, {tag + s1l, rel + s1l, tag + s1, nothing},
	{form + b0l, nothing, nothing, nothing}, {tag + b0l, rel + b0l, tag + b0, nothing},
	{form + s0, s0left, nothing, nothing}, {tag + s0, s0left, nothing, nothing}, {form + s0, s0right, nothing, nothing}, {tag + s0, s0right, nothing, nothing},
	{form + s1, s1left, nothing, nothing}, {tag + s1, s1left, nothing, nothing}, {form + s1, s1right, nothing, nothing}, {tag + s1, s1right, nothing, nothing},
	{form + b0, b0left, nothing, nothing}, {tag + b0, b0left, nothing, nothing},
	{tag + s0, s0right, tag + b0, nothing}, {tag + s0, s0left, s0right, tag + b0}, {tag + s1, s1right, tag + s0, nothing}, {tag + s1, s1left, tag + s0, s0left},
	{s1right, form + s0, nothing, nothing}, {tag + s0, tag + b0, b0left, nothing},
	{form + s0, s0lv, s0rv, nothing}, {tag + s0, s0lv, s0rv, nothing}, {form + s1, s1rv, nothing, nothing}, {tag + s1, s1rv, nothing, nothing},
	{form + b0, b0lv, nothing, nothing}, {tag + b0, b0lv, nothing, nothing},
	// distance and what lies between
	{form + s0, distSB, nothing, nothing}, {tag + s0, distSB, nothing, nothing}, {form + b0, distSB, nothing, nothing}, {tag + b0, distSB, nothing, nothing},
	{tag + s0, tag + b0, distSB, nothing}, {form + s0, form + b0, distSB, nothing}, {tag + s0, tag + b0, betweenSB, nothing},
	{form + s1, distSS, nothing, nothing}, {tag + s1, distSS, nothing, nothing}, {form + s0, distSS, nothing, nothing}, {tag + s0, distSS, nothing, nothing},
	{tag + s1, tag + s0, distSS, nothing}, {form + s1, form + s0, distSS, nothing}, {tag + s1, tag + s0, betweenSS, nothing},
	{tag + s1, tag + s0, tag + b0, betweenSS}, {tag + s1, tag + s0, tag + b0, distSS},
	// neighbours
	{tag + s0p, tag + s0, tag + s0n, nothing}, {tag + s0, tag + s0n, tag + b0p, tag + b0}, {tag + b0p, tag + b0, nothing, nothing},
	{tag + s0p, tag + s0, tag + b0, nothing}, {tag + s1, tag + s1n, tag + s0p, tag + s0}, {form + s0p, tag + s0, nothing, nothing},
	{form + s0n, tag + s0, nothing, nothing}, {form + b0p, tag + b0, nothing, nothing}, {depth, tag + s0, tag + b0, nothing},
}
