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
	kid   []int32 // the last dependent found, none if there is none
	next  []int32 // the dependent of the same head that was found before
}

// Reset makes s the start for a sentence of n words.
func (s *State) Reset(n int) {
	s.N, s.Next, s.Stack = n, 0, s.Stack[:0]
	if cap(s.Label) < n {
		s.Label = make([]uint8, n)
	}
	s.Label = s.Label[:n]
	clear(s.Label)
	for _, list := range []*[]int32{&s.Head, &s.left, &s.right, &s.kid, &s.next} {
		if cap(*list) < n {
			*list = make([]int32, n)
		}
		*list = (*list)[:n]
		for i := range *list {
			(*list)[i] = none
		}
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
		s.arc(dependent, int32(s.Next), move-Left)
		s.left[s.Next] = dependent
		return
	}
	head := s.Stack[top-1]
	s.arc(dependent, head, move-Right)
	s.right[head] = dependent
}

// arc makes the dependent one of the head's.
func (s *State) arc(dependent, head int32, label int) {
	s.Head[dependent], s.Label[dependent] = head, uint8(label)
	s.next[dependent], s.kid[head] = s.kid[head], dependent
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
)

// The rows of Hidden numbers that belong to no word, one after the other: a bias, one for each empty slot, one for each
// label of a dependent of s0, s1 and b0 on either side, and distances.
const (
	biasRow   = 0
	emptyRow  = biasRow + 1
	labelRow  = emptyRow + Slots
	labels    = Relations + 1
	farRow    = labelRow + 6*labels
	distances = 8
	tagRows   = farRow + 2*distances // see tags.go
)

// mostKids is how many dependents of a word are looked at for their labels, the last found first.
const mostKids = 12

// MoveRows appends where the rows of this state begin, in an array that holds the static rows and then, from words on,
// WordRows rows for each word.
func (s *State) MoveRows(at []int32, words int32) []int32 {
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
	at = append(at, biasRow)
	for i, w := range slot {
		if w < 0 {
			at = append(at, int32(emptyRow+i)*Hidden)
		} else {
			at = append(at, words+(w*WordRows+int32(i))*Hidden)
		}
	}
	at = s.labels(at, labelRow, slot[s0])
	at = s.labels(at, labelRow+2*labels, slot[s1])
	at = s.labels(at, labelRow+4*labels, slot[b0])
	return append(at, (farRow+distance(slot[s0], slot[b0]))*Hidden, (farRow+distances+distance(slot[s1], slot[s0]))*Hidden)
}

// labels appends the rows of the labels of w's dependents: from first on those for the left side, then for the right.
func (s *State) labels(at []int32, first int32, w int32) []int32 {
	if w < 0 {
		return at
	}
	for k, n := s.kid[w], 0; k >= 0 && n < mostKids; k, n = s.next[k], n+1 {
		at = append(at, arcRow(first, w, k, s.Label[k]))
	}
	return at
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
