package names

import "dateline/graph"

// Labels are BILOU (Ratinov and Roth, 2009, "Design Challenges and Misconceptions in Named Entity Recognition",
// section 3): O is 0; for the type at index t of Types, 1+4t begins a name, 2+4t is inside, 3+4t ends one and 4+4t is
// a name of one word.

// Types are the kinds of names: first those that the model tells apart, in the order of its labels, then those that the
// lexicon alone knows.
var Types = [...]graph.Kind{graph.Person, graph.Organization, graph.Place, graph.Group, graph.Occasion, graph.Work, graph.Product, graph.Law}

// Learned is how many of Types the model tells apart, Labels how many labels there are.
const (
	Learned = len(Types) - 1
	Labels  = 1 + 4*Learned
)

// The parts of a name.
const (
	begin = 1 + iota
	inside
	last
	unit
)

// TypeOf is the index in Types of a label other than O.
func TypeOf(label int) int { return (label - 1) / 4 }

// Label is the label of the word that stands at i of n in a name of the type.
func Label(typ, i, n int) int {
	switch {
	case n == 1:
		return 4*typ + unit
	case i == 0:
		return 4*typ + begin
	case i == n-1:
		return 4*typ + last
	}
	return 4*typ + inside
}

func part(label int) int { return (label-1)%4 + 1 }

// opens tells whether a name may begin, or O stand, after the label.
func opens(label int) bool { return label == 0 || part(label) >= last }

// Span is a name found: tokens From to To, half open, and the index of its type.
type Span struct {
	From, To, Type int
	// Margin is how much better the path with the name is than the O label at its words, on average.
	Margin int32
}

// Spans reads the names off the labels of tokens from on.
func Spans(labels []uint8, from int, out []Span) []Span {
	start := 0
	for i, l := range labels {
		if l == 0 {
			continue
		}
		switch part(int(l)) {
		case begin:
			start = i
		case unit:
			out = append(out, Span{From: from + i, To: from + i + 1, Type: TypeOf(int(l))})
		case last:
			out = append(out, Span{From: from + start, To: from + i + 1, Type: TypeOf(int(l))})
		}
	}
	return out
}

// Follows tells whether label b may stand right after label a. The start and the end of a text are as O.
func Follows(a, b int) bool {
	if b == 0 || part(b) == begin || part(b) == unit {
		return opens(a)
	}
	return a > 0 && TypeOf(a) == TypeOf(b) && part(a) <= inside
}
