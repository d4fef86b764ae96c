package graph

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// anyParts draws articles with different IDs.
func anyParts() *rapid.Generator[[]*Graph] {
	return rapid.Custom(func(t *rapid.T) []*Graph {
		p, _, _ := Parts(nil).Update(rapid.SliceOfN(anyArticle(), 1, 5).Draw(t, "articles"), nil)
		kept := p[:0]
		for i, g := range p {
			if i == 0 || g.id != p[i-1].id {
				kept = append(kept, g)
			}
		}
		return graphsOf(t, kept)
	})
}

type fataler interface{ Fatal(...any) }

func graphsOf(t fataler, p Parts) []*Graph {
	gs, err := p.Graphs()
	if err != nil {
		t.Fatal(err)
	}
	return gs
}

func whole(t fataler, p Parts) *Graph { return Unify(Merge(graphsOf(t, p)...)) }

// TestPartsLaws: what is added piece by piece is what all make at once; what is deleted was never there; what is read
// back is what was written.
func TestPartsLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := anyParts().Draw(t, "parts")
		n := rapid.IntRange(0, len(all)).Draw(t, "first")
		some, _, _ := Parts(nil).Update(all[:n], nil)
		grown, _, _ := some.Update(all[n:], nil)
		if diff := cmp.Diff(Unify(Merge(all...)), whole(t, grown)); diff != "" {
			t.Fatalf("piece by piece:\n%s", diff)
		}
		if again, _, _ := grown.Update(all, nil); !cmp.Equal(graphsOf(t, again), graphsOf(t, grown)) {
			t.Fatal("adding again changes something")
		}
		var ids []string
		for _, g := range all[n:] {
			ids = append(ids, g.Sources[0].ID)
		}
		shrunk, _, missing := grown.Update(nil, ids)
		if len(missing) > 0 {
			t.Fatalf("missing %v", missing)
		}
		if diff := cmp.Diff(whole(t, some), whole(t, shrunk)); diff != "" {
			t.Fatalf("deletion:\n%s", diff)
		}
		var b bytes.Buffer
		if err := grown.Write(&b, "test"); err != nil {
			t.Fatal(err)
		}
		read, by, err := ReadParts(&b)
		if err != nil || by != "test" {
			t.Fatal(by, err)
		}
		if diff := cmp.Diff(whole(t, grown), whole(t, read)); diff != "" {
			t.Fatalf("read back:\n%s", diff)
		}
	})
}

// TestUnifyOrder: the order and the grouping in which articles come do not matter, as long as all are there before
// Unify judges.
func TestUnifyOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		parts := rapid.SliceOfN(anyArticle(), 1, 5).Draw(t, "articles")
		want := Unify(Merge(parts...))
		mixed := rapid.Permutation(parts).Draw(t, "order")
		n := rapid.IntRange(0, len(mixed)).Draw(t, "group")
		if diff := cmp.Diff(want, Unify(Merge(Merge(mixed[:n]...), Merge(mixed[n:]...)))); diff != "" {
			t.Fatal(diff)
		}
	})
}

func TestPartsReplace(t *testing.T) {
	one, other := articleOf("1", "Anna|meet|Bela|2015-11-15|in the hall"), articleOf("1", "Anna|leave|town|2015-11-18|at noon")
	one.Sources[0].Hash, other.Sources[0].Hash = "one", "other"
	old, _, _ := Parts(nil).Update([]*Graph{one, articleOf("2", "Carl|pay|Dora|2015-11-17|in cash")}, nil)
	p, replaced, missing := old.Update([]*Graph{other}, []string{"2", "9"})
	if got := labels(whole(t, p)); !cmp.Equal(got, []string{"Anna leave town"}) || !cmp.Equal(replaced, []string{"1"}) || !cmp.Equal(missing, []string{"9"}) {
		t.Errorf("%v, replaced %v, missing %v", got, replaced, missing)
	}
	if _, replaced, _ := p.Update([]*Graph{other}, nil); len(replaced) > 0 {
		t.Errorf("the same text replaces %v", replaced)
	}
	// Articles of one name that came together are not known apart by it: none goes.
	p, _, _ = Parts(nil).Update([]*Graph{one, other}, nil)
	p, replaced, _ = p.Update([]*Graph{articleOf("1", "Carl|pay|Dora|2015-11-17|in cash")}, nil)
	if got := labels(whole(t, p)); len(got) != 3 || len(replaced) > 0 {
		t.Errorf("%v, replaced %v", got, replaced)
	}
}

// TestPartsDamaged: a file that is not, or no longer, what Write wrote is told as such, whatever byte is wrong.
func TestPartsDamaged(t *testing.T) {
	p, _, _ := Parts(nil).Update([]*Graph{articleOf("1", "Anna|meet|Bela|2015-11-15|in the hall"), articleOf("2", "Carl|pay|Dora|2015-11-17|in cash")}, nil)
	var b bytes.Buffer
	if err := p.Write(&b, "test"); err != nil {
		t.Fatal(err)
	}
	for file, want := range map[string]error{
		"": ErrParts, "{}": ErrParts, "\x1f\x8b\x08": ErrOldParts, Schema + " parts 123\n": ErrOldParts, Schema + " parts": ErrParts, partsSchema + fields(): errDamaged,
		b.String()[:b.Len()-1]: errDamaged, b.String() + "x": errDamaged,
	} {
		if _, _, err := ReadParts(strings.NewReader(file)); !errors.Is(err, want) {
			t.Errorf("%.20q: %v, want %v", file, err, want)
		}
	}
	for i := range b.Len() {
		bad := bytes.Clone(b.Bytes())
		bad[i] ^= 0x20
		if _, by, err := ReadParts(bytes.NewReader(bad)); err == nil && by == "test" {
			t.Errorf("byte %d changed, and nobody saw it", i)
		}
	}
}
