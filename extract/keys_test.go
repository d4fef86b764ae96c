package extract_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"dateline/extract"
	"dateline/graph"
)

// named makes a document of the words, each a mention of the kind, tied as same says.
func named(kind graph.Kind, same []int, known string, names ...string) *extract.Document {
	d := &extract.Document{ID: "a"}
	for i, n := range names {
		from := len(d.Tokens)
		for _, w := range strings.Fields(n) {
			d.Text += w + " "
			d.Tokens = append(d.Tokens, extract.Token{Span: extract.Span{Start: len(d.Text) - len(w) - 1, End: len(d.Text) - 1}})
		}
		d.Mentions = append(d.Mentions, extract.Mention{
			At: extract.Range{From: from, To: len(d.Tokens)}, Kind: kind, Form: extract.Name, Name: n, Known: known, Same: same[i],
		})
	}
	return d
}

func TestKeys(t *testing.T) {
	for _, c := range []struct {
		kind  graph.Kind
		known string
		names []string
		want  string
	}{
		{graph.Person, "", []string{"Basya"}, "Basya [person:basya@a] []"},
		{graph.Person, "", []string{"Basya", "Fuad Basya"}, "Fuad Basya [person:fuad basya] [Basya]"},
		{graph.Person, "person/bashar-al-assad", []string{"Bashar al-Assad", "Assad", "Bashar Assad"},
			"Bashar al-Assad [known:person/bashar-al-assad person:bashar al assad person:bashar assad] [Assad Bashar Assad]"},
		{graph.Person, "", []string{"Karl Berg", "Karl Berg Jr"}, "Karl Berg Jr [person:karl berg jr] [Karl Berg]"},
		{graph.Place, "place/georgia", []string{"Georgia"}, "Georgia [known:place/georgia] []"},
		{graph.Organization, "", []string{"Blue Shield", "BS"}, "Blue Shield [organization:blue shield] [BS]"},
	} {
		d := named(c.kind, make([]int, len(c.names)), c.known, c.names...)
		best := c.names[0]
		for _, n := range c.names {
			if len(n) > len(best) {
				best = n
			}
		}
		for i := range d.Mentions {
			d.Mentions[i].Name = best // as coref does
		}
		name, kind, keys, aliases := extract.EntityKeys(d, 0)
		if got := fmt.Sprint(name, " ", keys, " ", aliases); got != c.want || kind != c.kind {
			t.Errorf("got %s\nwant %s", got, c.want)
		}
	}
}

// TestLocalKeys checks that a name which is only a noun elsewhere counts within its article.
func TestLocalKeys(t *testing.T) {
	d := named(graph.Organization, []int{0}, "", "Union")
	d.Mentions[0].Local = true
	if _, _, keys, _ := extract.EntityKeys(d, 0); fmt.Sprint(keys) != "[organization:union@a]" {
		t.Error(keys)
	}
}

func TestKeysOfNothing(t *testing.T) {
	d := named(graph.Person, []int{0}, "", "president")
	d.Mentions[0].Form = extract.Nominal
	d.Mentions[0].Name = ""
	if name, _, keys, _ := extract.EntityKeys(d, 0); name != "" || keys != nil {
		t.Error(name, keys)
	}
}

// TestChainsLinear checks that many chains cost no more than their mentions.
func TestChainsLinear(t *testing.T) {
	const n = 100_000
	same := make([]int, n)
	names := make([]string, n)
	for i := range same {
		same[i], names[i] = i, "X"
	}
	d := named(graph.Place, same, "", names[:1]...)
	m := d.Mentions[0]
	d.Mentions = nil
	for i := range n {
		m.Same = i
		d.Mentions = append(d.Mentions, m)
	}
	start := time.Now()
	c := extract.NewChains(d)
	for i := range n {
		c.Keys(i)
	}
	if took := time.Since(start); took > 5*time.Second {
		t.Errorf("%v for %d chains", took, n)
	}
}
