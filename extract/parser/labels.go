package parser

import "dateline/extract/linear"

// The atoms of an arc: of head and dependent, their neighbours and their dependents.
const (
	hForm = iota
	hTag
	hSuffix
	dForm
	dTag
	dSuffix
	way // direction
	far // direction and distance
	hLeft
	hRight
	dLeft
	dRight
	dFirstForm // leftmost and rightmost dependent of the dependent
	dFirstTag
	dLastTag
	hBeforeTag // neighbours in the sentence
	hAfterTag
	dBeforeTag
	dAfterTag
	dBeforeForm
	middle // what lies between
	same   // outermost dependent of the head on the dependent's side
	sameForm
	thirdTag // the word below on the stack, or the next word
	void
	arcAtoms
)

// LabelFeatures appends the features of the arc that m would add, for the choice of its label.
func (s *State) LabelFeatures(to []uint64, w *Words, m Move) []uint64 {
	var a [arcAtoms]uint32
	head, dep := s.Arc(m)
	at := func(i int) int { // the place of "no word" for what lies outside
		if i < 0 || i >= s.N {
			return s.N + 1
		}
		return i
	}
	h, d := &s.kids[head], &s.kids[dep]
	a[hForm], a[hTag], a[hSuffix] = w.form[head], w.tag[head], w.suffix[head]
	a[dForm], a[dTag], a[dSuffix] = w.form[dep], w.tag[dep], w.suffix[dep]
	from, to2, side, third := dep, head, int(h.left), none
	if m == Right {
		from, to2, side, third = head, dep, int(h.right), s.Next
	} else if len(s.Stack) > 1 {
		third = int(s.Stack[len(s.Stack)-2])
	}
	a[way] = uint32(m)
	a[far] = uint32(m)<<8 | distance(from, to2)
	a[hLeft], a[hRight], a[dLeft], a[dRight] = h.leftLabels, h.rightLabels, d.leftLabels, d.rightLabels
	a[dFirstForm], a[dFirstTag], a[dLastTag] = w.form[at(int(d.left))], w.tag[at(int(d.left))], w.tag[at(int(d.right))]
	a[hBeforeTag], a[hAfterTag] = w.tag[at(head-1)], w.tag[at(head+1)]
	a[dBeforeTag], a[dAfterTag], a[dBeforeForm] = w.tag[at(dep-1)], w.tag[at(dep+1)], w.form[at(dep-1)]
	a[middle] = w.between(from, to2)
	a[same], a[sameForm], a[thirdTag] = w.tag[at(side)], w.form[at(side)], w.tag[at(third)]
	for i, t := range labelTemplates {
		to = append(to, linear.Mix4(uint32(i)<<2|uint32(m), a[t[0]], a[t[1]], a[t[2]], a[t[3]]))
	}
	return to
}

// labelTemplates are told apart by direction.
var labelTemplates = []template{
	{hForm, void, void, void}, {hTag, void, void, void}, {dForm, void, void, void}, {dTag, void, void, void},
	{hForm, dForm, void, void}, {hTag, dTag, void, void}, {hForm, dTag, void, void}, {hTag, dForm, void, void},
	{hForm, hTag, dForm, dTag}, {hSuffix, dSuffix, void, void}, {hTag, dSuffix, void, void}, {hSuffix, dTag, void, void},
	{hTag, dTag, far, void}, {hForm, dTag, far, void}, {hTag, dForm, far, void}, {hTag, dTag, middle, void},
	{dForm, dTag, dLeft, void}, {dTag, dLeft, hTag, void}, {dTag, dLeft, hForm, void}, {dForm, dLeft, hTag, void},
	{dTag, dRight, hTag, void}, {dForm, dRight, void, void},
	{hTag, dTag, hLeft, void}, {hTag, dTag, hRight, void}, {hForm, dTag, hLeft, void}, {hForm, dTag, hRight, void},
	{hTag, dForm, hRight, void}, {hTag, dForm, hLeft, void}, {dTag, hLeft, hRight, void},
	{dFirstForm, dTag, hTag, void}, {dFirstForm, dForm, void, void}, {dFirstForm, hForm, void, void}, {dFirstTag, dLastTag, dTag, hTag},
	{dBeforeTag, dTag, dAfterTag, void}, {dBeforeTag, dTag, hTag, void}, {dAfterTag, dTag, hTag, void}, {dBeforeForm, dTag, hTag, void},
	{hBeforeTag, hTag, dTag, void}, {hAfterTag, hTag, dTag, void}, {same, hTag, dTag, void}, {sameForm, hTag, dTag, void},
	{thirdTag, hTag, dTag, void},
}
