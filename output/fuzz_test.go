package output

import (
	"encoding/xml"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	graphviz "github.com/goccy/go-graphviz"

	"dateline/graph"
)

// FuzzQuoteDOT: Graphviz reads back the text, and nothing but the text.
func FuzzQuoteDOT(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 1<<12 {
			return
		}
		g, err := graphviz.ParseBytes([]byte("digraph { a [label=" + quoteDOT(s) + ", id=" + quoteDOT(s) + "]; a -> b [label=" + quoteDOT(s) + "] }"))
		if err != nil {
			t.Fatalf("%q: %v", s, err)
		}
		defer g.Close()
		nodes, err := g.NodeNum()
		if err != nil {
			t.Fatal(err)
		}
		edges, err := g.EdgeNum()
		if err != nil {
			t.Fatal(err)
		}
		n, err := g.FirstNode()
		if err != nil || nodes != 2 || edges != 1 {
			t.Fatalf("%q: %d nodes, %d edges, %v", s, nodes, edges, err)
		}
		want := strings.NewReplacer("\r", "", "\x00", "").Replace(strings.ToValidUTF8(s, "\uFFFD"))
		shown := strings.NewReplacer(`\\`, `\`, `\n`, "\n", "&amp;", "&")
		for _, attribute := range []string{"label", "id"} {
			if got := shown.Replace(n.GetStr(attribute)); got != want && want != "" { // no label means the default
				t.Errorf("%q came back as %q", want, got)
			}
		}
	})
}

// FuzzXMLText: a parser of XML reads back the text, in content and in attributes.
func FuzzXMLText(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var a struct {
			Href string `xml:"href,attr"`
			Text string `xml:",chardata"`
		}
		if err := xml.Unmarshal([]byte(`<a href="`+xmlText(s)+`">`+xmlText(s)+`</a>`), &a); err != nil {
			t.Fatalf("%q: %v", s, err)
		}
		want := strings.Map(func(r rune) rune {
			if r < ' ' && r != '\n' && r != '\t' || r == 0xfffe || r == 0xffff {
				return '\uFFFD'
			}
			return r
		}, strings.ToValidUTF8(s, "\uFFFD"))
		if a.Href != want || a.Text != want {
			t.Errorf("%q came back as %q and %q", want, a.Href, a.Text)
		}
	})
}

// FuzzClean: clean text has no control characters, and cleaning it again changes nothing.
func FuzzClean(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		c := clean(s)
		if again := clean(c); again != c {
			t.Errorf("clean(%q) = %q, and then %q", s, c, again)
		}
		if !utf8.ValidString(c) || strings.ContainsFunc(c, func(r rune) bool { return r < ' ' || r >= 0x7f && r < 0xa0 || r >= 0x202a && r <= 0x202e }) {
			t.Errorf("clean(%q) = %q", s, c)
		}
		for _, width := range []int{1, 7, 40} {
			lines := Wrap(c, width)
			for _, line := range lines {
				if columns(line) > max(width, 2) {
					t.Errorf("%q is wider than %d", line, width)
				}
			}
			if got := strings.Join(strings.Fields(strings.Join(lines, "")), ""); got != strings.Join(strings.Fields(c), "") {
				t.Errorf("wrapping %q lost text: %q", c, got)
			}
		}
		if a := anchor(s); strings.ContainsAny(a, "\"'<>&# \n\\") {
			t.Errorf("anchor(%q) = %q", s, a)
		}
	})
}

// FuzzMap: any names and labels give a well-formed, whole map.
func FuzzMap(f *testing.F) {
	for i := range hostile {
		f.Add(hostile[i], hostile[(i+7)%len(hostile)], hostile[(i+13)%len(hostile)])
	}
	f.Fuzz(func(t *testing.T, from, to, label string) {
		g := &graph.Graph{
			Entities: []graph.Entity{{ID: "person/" + from, Name: from, Kind: graph.Person}, {ID: "place/" + to, Name: to, Kind: graph.Place}},
			Events: []graph.Event{{ID: "event/" + label, Label: label, Trigger: label, Lemma: label,
				Roles: []graph.Role{{Name: "agent", Entity: "person/" + from}, {Name: "patient", Entity: "place/" + to}}}},
		}
		svg, _ := Lookup("svg")
		if p := inspect(t, write(t, svg, g, Options{})); p.names != 2 || p.links != 1 {
			t.Errorf("%d names, %d links", p.names, p.links)
		}
	})
}

// FuzzPage: any text leaves the page with one script, one style, and as many elements as there are things to show.
func FuzzPage(f *testing.F) {
	for i := range hostile {
		f.Add(hostile[i], hostile[(i+5)%len(hostile)])
	}
	f.Fuzz(func(t *testing.T, label, sentence string) {
		page := func(label, sentence string) []string {
			g := &graph.Graph{
				Sources:  []graph.Source{{ID: "a", Title: label}},
				Entities: []graph.Entity{{ID: "person/x", Name: label, Kind: graph.Person}},
				Events: []graph.Event{{ID: "event/x", Label: label, Roles: []graph.Role{{Name: "agent", Entity: "person/x"}},
					Seen: []graph.Evidence{{Source: "a", End: len(sentence), Trigger: graph.Span{End: len(sentence) / 2}, Quote: sentence}}}},
			}
			html, _ := Lookup("page")
			elements, _ := outline(t, write(t, html, g, Options{}))
			return elements
		}
		if got, want := page(label, sentence), page("x", "x y"); !slices.Equal(got, want) {
			t.Errorf("elements %q, want %q", got, want)
		}
	})
}

// FuzzFormats: whatever stands in a text, in all fields of a graph at once, every format is what its readers take, with
// as many things in it as there are, and says the text.
func FuzzFormats(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 1<<10 {
			return
		}
		g := besieged([]string{s, "x" + s})
		for name, read := range readers {
			format, _ := Lookup(name)
			file := write(t, format, g, Options{Title: s})
			text := strings.Join(read(t, g, file), "\x00")
			for i := range g.Events {
				if want := carried(name, g, &g.Events[i]); !strings.Contains(text, want) {
					t.Errorf("%s: %q is missing", name, want)
				}
			}
			for _, part := range unpack(t, format, file) {
				if !slices.Contains(verbatim, name) {
					harmless(t, name, string(part.Data))
				}
			}
		}
	})
}
