package neural_test

import (
	"testing"

	"pgregory.net/rapid"

	"dateline/extract/neural"
)

// TestStates makes any legal moves and checks that every end is a tree with one root, and that all rows that parser and
// tagger would gather on the way begin where a row begins.
func TestStates(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 30).Draw(t, "words")
		var s neural.State
		s.Reset(n)
		rows := func(at []int32) {
			for _, from := range at {
				if from < 0 || from%neural.Hidden != 0 || int(from) >= neural.Static+n*neural.WordRows*neural.Hidden {
					t.Fatalf("a row of %d words at %d", n, from)
				}
			}
		}
		for !s.Done() {
			rows(s.MoveRows(nil, neural.Static))
			shift, left, right := s.Legal()
			var moves []int
			for i, legal := range []bool{shift, left, right} {
				if legal {
					moves = append(moves, []int{neural.Shift, neural.Left, neural.Right}[i])
				}
			}
			move := moves[rapid.IntRange(0, len(moves)-1).Draw(t, "move")]
			if move != neural.Shift {
				move += rapid.IntRange(0, neural.Relations-1).Draw(t, "relation")
			}
			s.Make(move)
		}
		roots := 0
		for i, head := range s.Head {
			rows(s.TagRows(nil, i, i-1, neural.Static))
			if head < 0 {
				roots++
			}
		}
		if roots != 1 {
			t.Fatalf("%d roots", roots)
		}
	})
}
