package neural

import "dateline/extract/neural/kernel"

// The tagger reads its classes off the finished tree: it sees the word, its head, the relation to it, the relations of its
// dependents, and the class of the word before.

// The rows of a word: those of the parser's slots, and what it adds to its own and to its dependents' classes.
const (
	ownRow  = Slots
	headRow = Slots + 1
	// WordRows is their number.
	WordRows = Slots + 2
)

// The rows that belong to no word: a bias, one for the root's missing head, one for each relation to a head on the left
// and on the right, one for each relation of a dependent on the left and on the right, one for each class of the word before.
const (
	tagBias   = tagRows
	noHead    = tagBias + 1
	upRow     = noHead + 1
	downRow   = upRow + 2*labels
	beforeRow = downRow + 2*labels
	// Static is the number of numbers in all rows that belong to no word.
	Static = (beforeRow + kernel.Outputs + 1) * Hidden
)

// TagRows appends where the rows begin that make up the tagger's hidden layer for word i of a finished tree; before is the
// class of word i-1, none at the beginning; words as in MoveRows.
func (s *State) TagRows(at []int32, i, before int, words int32) []int32 {
	at = append(at, tagBias*Hidden, words+int32(i*WordRows+ownRow)*Hidden, (beforeRow+1+int32(before))*Hidden)
	if h := s.Head[i]; h < 0 {
		at = append(at, noHead*Hidden)
	} else {
		at = append(at, words+(h*WordRows+headRow)*Hidden, arcRow(upRow, int32(i), h, s.Label[i]))
	}
	return s.labels(at, downRow, int32(i))
}

// arcRow is the row of a relation between words i and k, by the side of i that k lies on.
func arcRow(first, i, k int32, label uint8) int32 {
	if k > i {
		first += labels
	}
	return (first + int32(label)) * Hidden
}
