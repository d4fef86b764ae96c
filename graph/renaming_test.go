package graph

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// TestRenaming: the outcome is that of Merge after each step, whichever entities get keys of others.
func TestRenaming(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := Merge(rapid.SliceOfN(anyArticle(), 1, 6).Draw(t, "articles")...)
		n, want := renaming{g: g}, g
		for range rapid.IntRange(0, 3).Draw(t, "steps") {
			named := &Graph{n.g.Sources, slices.Clone(n.g.Entities), n.g.Events, n.g.Relations}
			for range rapid.IntRange(0, 3).Draw(t, "ties") {
				i := rapid.IntRange(0, len(named.Entities)-1).Draw(t, "of")
				k := rapid.IntRange(0, len(named.Entities)-1).Draw(t, "as")
				e := &named.Entities[i]
				e.Keys, e.Why = append(slices.Clone(e.Keys), n.g.Entities[k].Keys[0]), append(slices.Clone(e.Why), "because")
			}
			n.step(named)
			want = Merge(&Graph{want.Sources, named.Entities, want.Events, want.Relations})
		}
		if diff := cmp.Diff(want, n.merged()); diff != "" {
			t.Fatal(diff)
		}
	})
}

// TestCorrectLeaves: what is corrected, or only unified, stays as it is.
func TestCorrectLeaves(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		parts := rapid.SliceOfN(anyArticle(), 1, 6).Draw(t, "articles")
		g, want := Merge(parts...), Merge(parts...)
		var cs []Correction
		for range rapid.IntRange(0, 3).Draw(t, "corrections") {
			c := Correction{Do: rapid.SampledFrom([]string{"reject", "same", "not-same", "rename", "confirm"}).Draw(t, "do"), To: "X"}
			for range 2 {
				c.What = append(c.What, Ref{ID: rapid.SampledFrom(g.Entities).Draw(t, "entity").ID})
			}
			if len(g.Events) > 0 && rapid.Bool().Draw(t, "events") {
				for i := range c.What {
					c.What[i] = RefEvent(&g.Events[rapid.IntRange(0, len(g.Events)-1).Draw(t, "event")])
				}
			}
			cs = append(cs, c)
		}
		u, _ := Correct(g, Judgement{}, cs)
		if diff := cmp.Diff(want, g); diff != "" {
			t.Fatal(diff)
		}
		again, _ := Correct(g, Judgement{}, cs)
		if diff := cmp.Diff(u, again); diff != "" {
			t.Fatal(diff)
		}
	})
}
