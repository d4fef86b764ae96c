package graph

import "testing"

// TestSeries: a bulletin that comes each day tells of another day where its numbers are other ones, and copies nothing.
func TestSeries(t *testing.T) {
	const form = "the central bank of Norland bought treasury bills at noon to offset what banks lacked after tax payments fell due and notes flowed back into its vaults while dealers in the capital reported quiet trade and steady rates ahead of the long weekend holiday"
	issue := func(id, bought, lacked, rate string) *Graph {
		return articleOf(id, "Norland Bank|buy|bills||worth "+bought+" , "+form, "dealers|expect|a rate||of "+rate+" for a shortage of "+lacked+" , "+form)
	}
	for _, c := range []struct {
		name   string
		second *Graph
		want   int // events
	}{
		{"the next day", issue("b", "612,500", "874", "8.37"), 4},
		{"one day, with a slip", issue("b", "318,000", "455", "9.25"), 2},
	} {
		g := Unify(Merge(issue("a", "318,000", "455", "9.12"), c.second))
		if len(g.Events) != c.want {
			t.Errorf("%s: %d events, want %d", c.name, len(g.Events), c.want)
		}
		if copied := g.Sources[1].CopyOf != ""; copied != (c.want == 2) {
			t.Errorf("%s: a copy %v", c.name, copied)
		}
	}
}

func TestNumbersIn(t *testing.T) {
	got := numbersIn("Feb 27: 3,345,000 at 6-3/16 pct, up 1.5, G20 and 27.")
	if len(got) != 5 { // 1.5, 20, 27, 3,345,000, 6-3/16
		t.Errorf("%q", got)
	}
}

// TestFigures: a number stays whole, and a year counts for none.
func TestFigures(t *testing.T) {
	v := vocabulary{number: map[string]int32{}}
	for text, want := range map[string]int{"at 6-3/16 percent": 1, "up 2.8, 31-9": 2, "in 1987": 0, "in 1987/88": 1} {
		n := 0
		for _, w := range v.words(text) {
			n += b2i(v.digits[w])
		}
		if n != want {
			t.Errorf("%s: %d numbers, want %d", text, n, want)
		}
	}
}
