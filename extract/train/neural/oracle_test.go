package neural

import (
	"testing"

	"pgregory.net/rapid"

	"dateline/extract"
	net "dateline/extract/neural"
)

// projective draws a tree without crossing arcs over the words from…to and returns its root.
func projective(t *rapid.T, tokens []extract.Token, from, to int) int {
	root := rapid.IntRange(from, to-1).Draw(t, "root")
	for _, side := range [][2]int{{from, root}, {root + 1, to}} {
		for at := side[0]; at < side[1]; {
			end := rapid.IntRange(at+1, side[1]).Draw(t, "end")
			tokens[projective(t, tokens, at, end)].Head = root
			at = end
		}
	}
	return root
}

// TestOracle checks a law of the good moves: whoever makes no other from the start ends with the gold tree, if that has
// no crossing arcs.
func TestOracle(t *testing.T) {
	names := []string{"nsubj", "obj", "obl"}
	labels := map[string]uint8{"nsubj": 0, "obj": 1, "obl": 2}
	rapid.Check(t, func(t *rapid.T) {
		tokens := make([]extract.Token, rapid.IntRange(1, 12).Draw(t, "words"))
		for i := range tokens {
			tokens[i].Rel = rapid.SampledFrom(names).Draw(t, "relation")
		}
		tokens[projective(t, tokens, 0, len(tokens))].Head = -1
		var g goldTree
		var s net.State
		g.load(tokens, labels)
		s.Reset(len(tokens))
		for !s.Done() {
			s.Make(rapid.SampledFrom(g.good(nil, &s, len(names))).Draw(t, "move"))
		}
		for i, w := range tokens {
			if int(s.Head[i]) != w.Head || w.Head >= 0 && names[s.Label[i]] != w.Rel {
				t.Fatalf("word %d has head %d %s, want %d %s", i, s.Head[i], names[s.Label[i]], w.Head, w.Rel)
			}
		}
	})
}
