package neural

import "dateline/extract/neural/kernel"

// A move is a number: Left and a label, Right and a label, or Shift, of the arc-hybrid system (Kuhlmann,
// Gómez-Rodríguez and Satta, 2011, "Dynamic Programming Algorithms for Transition-Based Dependency Parsers").
const (
	Relations = 55                // at most
	Left      = 0                 // the top of the stack becomes a dependent of the next word
	Right     = Left + Relations  // the top of the stack becomes a dependent of the word below it
	Shift     = Right + Relations // the next word goes onto the stack
)

// none stands for no word.
const none = -1

// State is a sentence half parsed. Words are numbered from 0. There is no artificial root: the word that is left when
// all is done is the root, so every end is a tree with one root.
type State struct {
	N     int // number of words
	Next  int // the first word not yet on the stack, N when there is none
	Stack []int32
	Head  []int32 // none until known
	Label []uint8 // class of the relation to Head
	left  []int32 // outermost dependents
	right []int32
}

// Reset makes s the start for a sentence of n words.
func (s *State) Reset(n int) {
	s.N, s.Next, s.Stack = n, 0, s.Stack[:0]
	if cap(s.Head) < n {
		s.Head, s.Label, s.left, s.right = make([]int32, n), make([]uint8, n), make([]int32, n), make([]int32, n)
	}
	s.Head, s.Label, s.left, s.right = s.Head[:n], s.Label[:n], s.left[:n], s.right[:n]
	for i := range n {
		s.Head[i], s.Label[i], s.left[i], s.right[i] = none, 0, none, none
	}
}

// Done tells whether only the root is left.
func (s *State) Done() bool { return s.Next == s.N && len(s.Stack) <= 1 }

// Legal tells whether there is a next word to shift, whether Left, and whether Right can be made.
func (s *State) Legal() (shift, left, right bool) {
	shift = s.Next < s.N
	return shift, shift && len(s.Stack) > 0, len(s.Stack) > 1
}

// Make makes a legal move.
func (s *State) Make(move int) {
	if move == Shift {
		s.Stack = append(s.Stack, int32(s.Next))
		s.Next++
		return
	}
	top := len(s.Stack) - 1
	dependent := s.Stack[top]
	s.Stack = s.Stack[:top]
	if move < Right {
		s.Head[dependent], s.Label[dependent] = int32(s.Next), uint8(move-Left)
		s.left[s.Next] = dependent
		return
	}
	head := s.Stack[top-1]
	s.Head[dependent], s.Label[dependent] = head, uint8(move-Right)
	s.right[head] = dependent
}

// Best is the legal move with the highest score, the first of equals.
func (s *State) Best(scores *[kernel.Outputs]float32, relations int) int {
	shift, left, right := s.Legal()
	best, top := none, float32(0)
	if shift {
		best, top = Shift, scores[Shift]
	}
	if left {
		for i, v := range scores[Left : Left+relations] {
			if v > top {
				best, top = Left+i, v
			}
		}
	}
	if right {
		for i, v := range scores[Right : Right+relations] {
			if best == none || v > top {
				best, top = Right+i, v
			}
		}
	}
	return best
}

// The slots of the parser: words it looks at, the last ones with the label of their arc.
const (
	s0 = iota
	s1
	s2
	b0
	b1
	s0l
	s0r
	s1l
	s1r
	b0l
	// Slots is their number.
	Slots
	firstChild = s0l
	children   = Slots - firstChild
)

// The rows of Hidden numbers that belong to no word, one after the other: a bias, one for each empty slot, one for each
// label of each child, and distances.
const (
	biasRow   = 0
	emptyRow  = biasRow + 1
	labelRow  = emptyRow + Slots
	labels    = Relations + 1
	farRow    = labelRow + children*labels
	distances = 8
	// Static is the number of their numbers.
	Static = (farRow + 2*distances) * Hidden
)

// Sums is the number of rows that make up the parser's hidden layer.
const Sums = 1 + Slots + children + 2

// Sum sets at to where the rows of this state begin, in an array that holds the static rows and then, from words on,
// Slots rows for each word.
func (s *State) Sum(at *[Sums]int32, words int32) {
	var slot [Slots]int32
	top := len(s.Stack) - 1
	for i := range slot {
		slot[i] = none
	}
	if top >= 0 {
		slot[s0] = s.Stack[top]
		slot[s0l], slot[s0r] = s.left[slot[s0]], s.right[slot[s0]]
	}
	if top >= 1 {
		slot[s1] = s.Stack[top-1]
		slot[s1l], slot[s1r] = s.left[slot[s1]], s.right[slot[s1]]
	}
	if top >= 2 {
		slot[s2] = s.Stack[top-2]
	}
	if s.Next < s.N {
		slot[b0] = int32(s.Next)
		slot[b0l] = s.left[s.Next]
	}
	if s.Next+1 < s.N {
		slot[b1] = int32(s.Next + 1)
	}
	at[0] = biasRow
	for i, w := range slot {
		if w < 0 {
			at[1+i] = int32(emptyRow+i) * Hidden
		} else {
			at[1+i] = words + (w*Slots+int32(i))*Hidden
		}
	}
	for i := range children {
		label := int32(0)
		if w := slot[firstChild+i]; w >= 0 {
			label = int32(s.Label[w]) + 1
		}
		at[1+Slots+i] = (int32(labelRow+i*labels) + label) * Hidden
	}
	at[Sums-2] = (farRow + distance(slot[s0], slot[b0])) * Hidden
	at[Sums-1] = (farRow + distances + distance(slot[s1], slot[s0])) * Hidden
}

// distance puts how far b lies after a into one of eight bins, 0 if one of them is missing.
func distance(a, b int32) int32 {
	if a < 0 || b < 0 {
		return 0
	}
	switch d := b - a; {
	case d < 5:
		return d
	case d < 8:
		return 5
	case d < 13:
		return 6
	}
	return 7
}
