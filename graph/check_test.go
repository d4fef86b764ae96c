package graph

import (
	"strings"
	"testing"
)

// TestCheckFaults breaks each promise of a good graph once and wants it named.
func TestCheckFaults(t *testing.T) {
	good := func() *Graph {
		return Merge(told("a", "Obama", "meet", "Putin", "2015-11-15", Happened), told("b", "Obama", "meet", "Hollande", "2015-11-17", Planned))
	}
	if err := good().Check(); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		want  string
		spoil func(g *Graph)
	}{
		{"a: hash does not fit the text", func(g *Graph) { g.Sources[0].Hash = HashOf("x") }},
		{`a: is a copy of "z", which is no other source`, func(g *Graph) { g.Sources[0].CopyOf = "z" }},
		{"sources are not sorted", func(g *Graph) { g.Sources[0].ID = "z" }},
		{"is there twice", func(g *Graph) { g.Entities[1].ID = g.Entities[0].ID }},
		{`type "alien" is not known`, func(g *Graph) { g.Entities[0].Kind = "alien" }},
		{"keys are missing, or not sorted", func(g *Graph) { g.Entities[0].Keys = nil }},
		{"has the key", func(g *Graph) { g.Entities[0].Keys = g.Entities[1].Keys }},
		{"aliases are not sorted, or hold the name", func(g *Graph) { g.Entities[0].Aliases = []string{g.Entities[0].Name} }},
		{"has no evidence", func(g *Graph) { g.Entities[0].Seen = nil }},
		{"mentions is 7", func(g *Graph) { g.Entities[0].Mentions = 7 }},
		{"articles is 7", func(g *Graph) { g.Events[0].Articles = 7 }},
		{`status "sure" is not known`, func(g *Graph) { g.Events[0].Status = "sure" }},
		{"is no time", func(g *Graph) { g.Events[0].When.Time.First.Day = 40 }},
		{`role "hero" is not known`, func(g *Graph) { g.Events[0].Roles[0].Name = "hero" }},
		{`"person/nobody" is no entity`, func(g *Graph) { g.Events[0].Roles[0].Entity = "person/nobody" }},
		{"agent is neither entity nor text", func(g *Graph) { g.Events[0].Roles[0] = Role{Name: "agent"} }},
		{`place "x" is no entity`, func(g *Graph) { g.Events[0].Place = "x" }},
		{`attribution to "x"`, func(g *Graph) { g.Events[0].Attribution = []Attribution{{Source: "x"}} }},
		{"at least 9 is more than at most 7", func(g *Graph) { g.Events[0].Quantities = []Quantity{{AtLeast: 9, AtMost: 7}} }},
		{"quote is not bytes", func(g *Graph) { g.Events[0].Seen[0].Quote = "no" }},
		{"does not lie in", func(g *Graph) { g.Events[0].Seen[0].Trigger.End = 999 }},
		{`source "z" is not there`, func(g *Graph) { g.Events[0].Seen[0].Source = "z" }},
		{"are not two entities or two events", func(g *Graph) {
			g.Relations = []Relation{{ID: "r", Type: Before, From: g.Events[0].ID, To: g.Entities[0].ID, Seen: g.Events[0].Seen}}
		}},
		{"both ends are", func(g *Graph) {
			g.Relations = []Relation{{ID: "r", Type: Before, From: g.Events[0].ID, To: g.Events[0].ID, Seen: g.Events[0].Seen}}
		}},
	} {
		g := good()
		c.spoil(g)
		if err := g.Check(); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("want %q, got\n%v", c.want, err)
		}
	}
	many := &Graph{Sources: make([]Source, 50)}
	if err := many.Check(); err == nil || !strings.HasSuffix(err.Error(), "and 79 more") {
		t.Errorf("many faults:\n%v", err)
	}
}

func TestSlug(t *testing.T) {
	for s, want := range map[string]string{
		"Barack Obama": "barack-obama", "Recep Tayyip Erdoğan": "recep-tayyip-erdogan", "U.S.": "us", "O’Neill & Söhne": "oneill-sohne", "  x--y ": "x-y",
		"Łódź": "lodz", "Straße": "strasse", "İstanbul": "istanbul", "Москва": "москва", "G20": "g20", "!?": "", "a\u200bb": "ab", "é": "e", "e\u0301": "e", "1/2": "1-2",
	} {
		if got := Slug(s); got != want {
			t.Errorf("Slug(%q) = %q, want %q", s, got, want)
		}
	}
	if got := KeyOf(Person, "John F. Kennedy"); got != "person:john f kennedy" {
		t.Error(got)
	}
}

func TestBestName(t *testing.T) {
	seen := func(quotes ...string) (es []Evidence) {
		for _, q := range quotes {
			es = append(es, Evidence{Quote: q})
		}
		return es
	}
	for _, c := range []struct {
		e     Entity
		names string
		want  string
	}{
		{Entity{Kind: Person, Keys: []string{"person:barack obama"}, Seen: seen("Obama", "Obama", "Barack Obama")}, "Barack Obama|Obama|President Obama", "Barack Obama"},
		{Entity{Kind: Organization, Keys: []string{"organization:isis", "organization:islamic state"}, Seen: seen("ISIS", "ISIS")}, "ISIS|Islamic State", "Islamic State"},
		{Entity{Kind: Organization, Keys: []string{"known:organization/islamic-state", "organization:daesh", "organization:islamic state"}, Seen: seen("Daesh", "Daesh")}, "Daesh|Islamic State", "Islamic State"},
		{Entity{Kind: Person, Keys: []string{"person:jean dupont", "person:jean paul dupont"}, Seen: seen("Jean Dupont", "Jean  Dupont", "Jean Paul Dupont")}, "Jean Dupont|Jean Paul Dupont", "Jean Dupont"},
		{Entity{Kind: Person, Keys: []string{"person:smith@a"}, Seen: seen("Smith")}, "Smith", "Smith"},
	} {
		if got := bestName(&c.e, strings.Split(c.names, "|")); got != c.want {
			t.Errorf("of %s: %q, want %q", c.names, got, c.want)
		}
	}
}

func TestMergeIDs(t *testing.T) {
	same := Merge(told("a", "Obama", "meet", "Putin", "2015-11-15", Happened), told("b", "Obama", "meet", "Putin", "2015-11-15", Denied))
	for _, e := range same.Events {
		if !strings.HasPrefix(e.ID, "event/2015-11-15/consult/obama+putin-") {
			t.Errorf("two events with one ID: %s", e.ID)
		}
	}
	a, b := told("1", "Obama", "meet", "Putin", "2015-11-15", Happened), told("1", "Putin", "meet", "Hollande", "2015-11-15", Happened)
	if g := Merge(a, b); len(g.Sources) != 2 || !strings.HasPrefix(g.Sources[0].ID, "1~") || g.Check() != nil {
		t.Errorf("two texts with one ID: %+v, %v", g.Sources, g.Check())
	}
	for in, want := range map[string]string{"": "undated", "2015-09-28/2015-10-02": "2015-09-28--2015-10-02", "[2015-09-28..2015-09-30]": "2015-09-28..2015-09-30",
		"2015-09/..": "2015-09..", "../2015": "..2015", "2015~": "2015", "2015-11-15T20:30": "2015-11-15T2030", "201X": "201X"} {
		tm, err := ParseTime(in)
		if got := idTime(tm); got != want || err != nil {
			t.Errorf("%s in an ID: %q, want %q", in, got, want)
		}
	}
	long := joinSlugs([]string{strings.Repeat("abc-", 10) + "d", strings.Repeat("efg-", 30)})
	if len(long) > maxSlugs || !strings.HasPrefix(long, "abc-") {
		t.Errorf("%d bytes: %s", len(long), long)
	}
}
