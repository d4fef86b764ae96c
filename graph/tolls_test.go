package graph

import (
	"strings"
	"testing"
)

// TestTolls: a toll that grows from article to article is one event and one conflict with its history; the tolls of two
// attacks, or two of one article, are not.
func TestTolls(t *testing.T) {
	rest := "in the northern port of Harstad while ferries from Tromso waited outside the flooded harbour"
	again := "near flooded Harstad , its northern port , as ferries waited off Tromso and the harbour was closed"
	counted := func(source, s string, killed float64, sure Sureness) *Graph {
		g := articleOf(source, s, "Kari Moe|open|the shelter||for stranded families beside the old Harstad lighthouse")
		g.Events[0].Quantities = []Quantity{{What: "killed", Value: killed}}
		g.Events[0].When.Sure = sure
		return g
	}
	first := counted("a", "a storm|kill|127 people|2015-11-13|"+rest, 127, Inferred)
	for _, c := range []struct {
		name string
		b    *Graph
		want string // conflict; empty if they are two
	}{
		{"the same day", counted("b", "the storm|kill|129 people|2015-11-13|"+again, 129, Inferred), "killed: 127 (a) or 129 (b)"},
		{"dated by its article", counted("b", "the storm|kill|129 people|2015-11-15|"+again, 129, Likely), "killed: 127 (a) or 129 (b)"},
		{"said to be another day", counted("b", "the storm|kill|129 people|2015-11-15|"+again, 129, Inferred), ""},
		{"weeks later", counted("b", "the storm|kill|129 people|2015-12-15|"+again, 129, Likely), ""},
		{"elsewhere", counted("b", "a bear|kill|two hikers|2015-11-15|near a lake of Alaska", 2, Likely), ""},
	} {
		g := Unify(Merge(first, c.b))
		got, day := "", ""
		for _, e := range g.Events {
			if e.Lemma == "kill" && sourcesOf(e.Seen, nil) == 2 {
				got, day = strings.Join(e.Conflicts, "; "), e.When.Time.String()
			}
		}
		if got != c.want && !strings.HasPrefix(got, c.want+":") || (c.want != "") != (day == "2015-11-13") {
			t.Errorf("%s: %q of %s, want %q", c.name, got, day, c.want)
		}
	}
}
