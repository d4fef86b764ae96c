package parser

// Move is a transition of the arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta, 2011, "Dynamic Programming
// Algorithms for Transition-Based Dependency Parsers").
type Move uint8

// The moves.
const (
	Shift Move = iota // the next word goes onto the stack
	Left              // the top of the stack becomes a dependent of the next word
	Right             // the top of the stack becomes a dependent of the word below it
	moves = 3
)

// none stands for no token.
const none = -1

// State is a sentence half parsed. Words are numbered from 0; the next word is the first one not yet on the stack.
// We have no artificial root: the word that is left when all is done is the root, so every end is a tree with one root.
type State struct {
	N     int     // number of words
	Next  int     // the next word, N when the buffer is empty
	Stack []int32 // from the bottom
	Head  []int32 // none until known
	Label []uint8 // class of the relation to Head
	kids  []children
}

// children is what features know of a word's dependents so far.
type children struct {
	left, left2, right, right2 int32  // outermost and second outermost on each side, none if missing
	leftLabels, rightLabels    uint32 // hashes of the lists of their labels
	leftCount, rightCount      uint8
}

// Reset makes s the start for a sentence of n words.
func (s *State) Reset(n int) {
	s.N, s.Next, s.Stack = n, 0, s.Stack[:0]
	if cap(s.Head) < n {
		s.Head, s.Label, s.kids = make([]int32, n), make([]uint8, n), make([]children, n)
	}
	s.Head, s.Label, s.kids = s.Head[:n], s.Label[:n], s.kids[:n]
	for i := range n {
		s.Head[i], s.Label[i] = none, 0
		s.kids[i] = children{left: none, left2: none, right: none, right2: none}
	}
}

// Done tells whether only the root is left.
func (s *State) Done() bool { return s.Next == s.N && len(s.Stack) <= 1 }

// Legal tells whether m can be made. As long as s is not Done, some move is.
func (s *State) Legal(m Move) bool {
	switch m {
	case Shift:
		return s.Next < s.N
	case Left:
		return s.Next < s.N && len(s.Stack) > 0
	}
	return len(s.Stack) > 1
}

// Arc is the arc that Left or Right would add.
func (s *State) Arc(m Move) (head, dependent int) {
	top := len(s.Stack) - 1
	if m == Left {
		return s.Next, int(s.Stack[top])
	}
	return int(s.Stack[top-1]), int(s.Stack[top])
}

// Make makes a legal move; label is the class of the new arc, unused for Shift.
func (s *State) Make(m Move, label uint8) {
	if m == Shift {
		s.Stack = append(s.Stack, int32(s.Next))
		s.Next++
		return
	}
	head, dependent := s.Arc(m)
	s.Stack = s.Stack[:len(s.Stack)-1]
	s.Head[dependent], s.Label[dependent] = int32(head), label
	k := &s.kids[head]
	if m == Left {
		k.left, k.left2 = int32(dependent), k.left
		k.leftLabels = k.leftLabels*31 + uint32(label) + 1
		k.leftCount = min(k.leftCount+1, 7)
		return
	}
	k.right, k.right2 = int32(dependent), k.right
	k.rightLabels = k.rightLabels*31 + uint32(label) + 1
	k.rightCount = min(k.rightCount+1, 7)
}
