package names

import (
	"testing"

	"pgregory.net/rapid"
)

// TestDecoder checks that the path found is allowed, and that none of three words scores higher.
func TestDecoder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 3).Draw(t, "words")
		scores := rapid.SliceOfN(rapid.Int32Range(-50, 50), n*Labels, n*Labels).Draw(t, "scores")
		moves := make([]int32, Labels*Labels)
		for i := range moves {
			moves[i] = int32(i*7919%41) - 20
		}
		labels := make([]uint8, n)
		NewDecoder(moves).Best(scores, labels)
		got, ok := pathScore(scores, moves, labels)
		if !ok {
			t.Fatalf("%v is not allowed", labels)
		}
		other := make([]uint8, n)
		var try func(i int)
		try = func(i int) {
			if i == n {
				if v, ok := pathScore(scores, moves, other); ok && v > got {
					t.Fatalf("%v scores %d, %v scores %d", labels, got, other, v)
				}
				return
			}
			for l := range Labels {
				other[i] = uint8(l)
				try(i + 1)
			}
		}
		try(0)
	})
}

// pathScore is the score of a path; ok tells whether BILOU allows it.
func pathScore(scores, moves []int32, labels []uint8) (sum int32, ok bool) {
	open := -1
	for i, l := range labels {
		if l != 0 && (part(int(l)) == inside || part(int(l)) == last) {
			if open != TypeOf(int(l)) {
				return 0, false
			}
		} else if open >= 0 {
			return 0, false
		}
		open = -1
		if l != 0 && part(int(l)) <= inside {
			open = TypeOf(int(l))
		}
		sum += scores[i*Labels+int(l)]
		if i > 0 {
			sum += moves[int(labels[i-1])*Labels+int(l)]
		}
	}
	return sum, open < 0
}

// TestLabels checks that labels and spans are two ways to write the same.
func TestLabels(t *testing.T) {
	for typ := range Types {
		for n := 1; n < 5; n++ {
			labels := make([]uint8, n+2)
			for i := range n {
				labels[i+1] = uint8(Label(typ, i, n))
			}
			got := Spans(labels, 10, nil)
			if len(got) != 1 || got[0].From != 11 || got[0].To != 11+n || got[0].Type != typ {
				t.Errorf("type %d, %d words: %v", typ, n, got)
			}
		}
	}
}
