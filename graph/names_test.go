package graph

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"
)

// namesOf is an article that names things, "kind:name" each, with other names behind "=" and a trait behind "|", a walk of life behind "|=": "person:Ann Lee=Lee|f". A
// person of one word counts within the article.
func namesOf(source string, things ...string) *Graph {
	g := &Graph{Sources: []Source{{ID: source}}}
	at := 0
	for i, thing := range things {
		thing, trait, _ := strings.Cut(thing, "|")
		kind, names, _ := strings.Cut(thing, ":")
		all := strings.Split(names, "=")
		key := KeyOf(Kind(kind), all[0])
		if Kind(kind) == Person && !strings.Contains(all[0], " ") {
			key += "@" + source
		}
		e := Entity{ID: fmt.Sprint("e", i), Name: all[0], Kind: Kind(kind), Keys: []string{key}, Aliases: slices.Clone(all[1:])}
		for _, n := range all {
			e.Seen = append(e.Seen, Evidence{Source: source, Start: at, End: at + len(n), Trigger: Span{at, at + len(n)}, Quote: n})
			at += len(n) + 1
		}
		if trait != "" {
			t := Trait{Source: source}
			if field, ok := strings.CutPrefix(trait, "="); ok {
				t.Field = field
			} else if y := 0; len(trait) == 1 {
				t.Gender = trait
			} else if n, _ := fmt.Sscan(trait, &y); n == 1 {
				t.Born = YearOf(y)
			} else {
				t.Country = trait
			}
			e.Traits = []Trait{t}
		}
		g.Entities = append(g.Entities, e)
	}
	slices.SortFunc(g.Entities, func(a, b Entity) int { return strings.Compare(a.ID, b.ID) })
	g.Sources[0].Text = ""
	return g
}

// company are two things that both articles name, which makes them near.
func company(things ...string) []string {
	return append(things, "organization:Harbour Mill", "organization:Blue Works")
}

// TestNames checks what becomes one node and what stays two.
func TestNames(t *testing.T) {
	nicknames, err := ReadSenses(strings.NewReader("bernard, bernie\nstephen, steve\nsteven, steve\n"))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		what string
		a, b []string
		want string // names of the entities beside the company
	}{
		{"acronym that the other article spells out", company("organization:Northern Ferry Line=NFL"), company("organization:NFL"), "Northern Ferry Line"},
		{"acronym of strangers", []string{"organization:Northern Ferry Line=NFL"}, []string{"organization:NFL"}, "NFL; Northern Ferry Line"},
		{"lord by his full name", company("person:Karl Harrow=Lord Harrow"), company("person:Lord Harrow"), "Lord Harrow"},
		{"surname in like company", company("person:Karl Harrow=Harrow"), company("person:Harrow"), "Karl Harrow"},
		{"surname alone", []string{"person:Karl Harrow=Harrow"}, []string{"person:Harrow"}, "Harrow; Karl Harrow"},
		{"first name alone", company("person:Venitia Harrow"), company("person:Venitia"), "Venitia Harrow"},
		{"short form of the first name", company("person:Bernard Harrow"), company("person:Bernie Harrow"), "Bernie Harrow"},
		{"another first name", company("person:Bernard Harrow"), company("person:Karl Harrow"), "Bernard Harrow; Karl Harrow"},
		{"spelling", company("person:Viktor Harrow"), company("person:Victor Harrow"), "Victor Harrow"},
		{"middle name", company("person:Karl Maria Harrow"), company("person:Karl Harrow"), "Karl Harrow"},
		{"short form of strangers", []string{"person:Bernard Harrow"}, []string{"person:Bernie Harrow"}, "Bernard Harrow; Bernie Harrow"},
		{"junior", company("person:Karl Harrow Jr"), company("person:Karl Harrow Sr"), "Karl Harrow Jr; Karl Harrow Sr"},
		{"numbers", company("product:Falcon 777"), company("product:Falcon 787"), "Falcon 777; Falcon 787"},
		{"groups of states", company("organization:G7"), company("organization:G20"), "G20; G7"},
		{"two genders", company("person:Jordan Harrow|m"), company("person:Jordan Harrow|f"), "Jordan Harrow; Jordan Harrow"},
		{"born in other years", company("person:Karl Harrow|1950"), company("person:Karl Harrow|1979"), "Karl Harrow; Karl Harrow"},
		{"born in the same year", company("person:Karl Harrow|1950"), company("person:Karl Harrow|1950"), "Karl Harrow"},
		{"offices of two states", company("person:Karl Harrow|place/norway"), company("person:Karl Harrow|place/chile"), "Karl Harrow; Karl Harrow"},
		{"two walks of life", []string{"person:Karl Harrow|=sport", "organization:Harbour Mill"}, []string{"person:Karl Harrow|=arts", "organization:Blue Works"}, "Karl Harrow; Karl Harrow"},
		{"two walks of life in like company", company("person:Karl Harrow|=sport"), company("person:Karl Harrow|=arts"), "Karl Harrow"},
		{"a surname whose gender forbids", company("person:Anna Harrow|f"), company("person:Harrow|m"), "Anna Harrow; Harrow"},
		{"a surname beside the full name", company("person:Harrow", "person:Karl Harrow"), company("person:Karl Harrow"), "Harrow; Karl Harrow"},
		{"letters of another script", company("organization:Apex Lines"), company("organization:Арex Lines"), "Apex Lines; Арex Lines"},
	} {
		parts := []*Graph{namesOf("a", c.a...), namesOf("b", c.b...)}
		for range 2 {
			g := UnifyBy(Merge(Apart(parts)...), Judgement{FirstNames: nicknames})
			if err := g.Check(); err != nil {
				t.Fatalf("%s: %v", c.what, err)
			}
			if got := namedIn(g); got != c.want {
				t.Errorf("%s: %s, want %s", c.what, got, c.want)
			}
			slices.Reverse(parts) // the order of the articles makes no difference
		}
	}
}

// namedIn are the sorted names of the entities, the company aside.
func namedIn(g *Graph) string {
	var names []string
	for _, e := range g.Entities {
		if e.Name != "Harbour Mill" && e.Name != "Blue Works" {
			names = append(names, e.Name)
		}
	}
	slices.Sort(names)
	return strings.Join(names, "; ")
}

// TestKindNames checks that a name which most articles take for one sort of thing is that everywhere.
func TestKindNames(t *testing.T) {
	g := Unify(Merge(namesOf("a", company("organization:Telko")...), namesOf("b", company("organization:Telko")...), namesOf("c", company("place:Telko")...),
		namesOf("d", company("person:Telko")...)))
	if got := namedIn(g); got != "Telko" {
		t.Fatal(got)
	}
	for _, e := range g.Entities {
		if e.Name == "Telko" && (e.Kind != Organization || e.Sources != 4 || len(e.Why) != 2) {
			t.Errorf("%s of %d sources: %q", e.Kind, e.Sources, e.Why)
		}
	}
}

// TestRivals checks that of several of one surname the one in far closer company is meant, and nobody where two are close.
func TestRivals(t *testing.T) {
	crowd := []string{"organization:Blue", "organization:Red", "organization:Green", "organization:White"}
	near := append(slices.Clone(crowd), "person:Karl Harrow=Harrow")
	for _, c := range []struct {
		other []string
		want  string
	}{
		{[]string{"person:Max Harrow"}, "Karl Harrow; Max Harrow"},
		{append(slices.Clone(crowd), "person:Max Harrow"), "Harrow; Karl Harrow; Max Harrow"},
	} {
		g := Unify(Merge(namesOf("a", near...), namesOf("b", c.other...), namesOf("c", append(slices.Clone(crowd), "person:Harrow")...)))
		var names []string
		for _, e := range g.Entities {
			if e.Kind == Person {
				names = append(names, e.Name)
			}
		}
		slices.Sort(names)
		if got := strings.Join(names, "; "); got != c.want {
			t.Errorf("%s, want %s", got, c.want)
		}
	}
}

// TestLookAlikes checks that names which only look alike are told of.
func TestLookAlikes(t *testing.T) {
	g := Unify(Merge(namesOf("a", "organization:Apex Lines"), namesOf("b", "organization:Арex Lines")))
	for _, e := range g.Entities {
		if len(e.Why) != 1 || !strings.Contains(e.Why[0], "letters of another script") {
			t.Errorf("%s: %q", e.ID, e.Why)
		}
	}
}

// TestHiddenSigns checks that signs nobody sees part no names and reach no ID or key.
func TestHiddenSigns(t *testing.T) {
	g := Merge(namesOf("a", "person:Ann Lee"), namesOf("b", "person:Ann\u200b L\u202eee\u2066"), namesOf("c", "person:A\u00adnn\ufeff Lee"))
	if len(g.Entities) != 1 {
		t.Fatalf("%d entities", len(g.Entities))
	}
	for _, s := range append([]string{g.Entities[0].ID}, g.Entities[0].Keys...) {
		if strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Cf, r) }) {
			t.Errorf("%q", s)
		}
	}
}

// TestManyNames checks that fifty thousand articles that mention one name, or as many names, cost time in keeping with their number.
func TestManyNames(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	for what, name := range map[string]func(i int) string{
		"one name":    func(int) string { return "Ann Lee" },
		"many names":  func(i int) string { return fmt.Sprintf("A%dx B%dy", i, i) },
		"one surname": func(i int) string { return fmt.Sprintf("A%dx Lee", i) },
		"surnames":    func(i int) string { return []string{"Lee", "Ann Lee", fmt.Sprintf("A%dx Lee", i)}[i%3] },
	} {
		took := func(n int) time.Duration {
			parts := make([]*Graph, n)
			for i := range parts {
				parts[i] = namesOf(fmt.Sprint("s", i), "person:"+name(i), fmt.Sprint("organization:Works ", i/4))
			}
			start := time.Now()
			UnifyBy(Merge(Apart(parts)...), Judgement{})
			return time.Since(start)
		}
		took(100)
		small, large := took(5_000), took(50_000)
		if large > 40*small && large > 4*time.Second {
			t.Errorf("%s: %v for 5,000, %v for 50,000", what, small, large)
		}
	}
}

// TestWikidata checks that two entities of one item are one, whatever they are called.
func TestWikidata(t *testing.T) {
	a, b := namesOf("a", "place:Côte d'Or"), namesOf("b", "place:Golden Coast")
	for _, g := range []*Graph{a, b} {
		g.Entities[0].Keys = append(g.Entities[0].Keys, WikidataKey("Q12345"))
	}
	if g := Merge(a, b); len(g.Entities) != 1 || g.Entities[0].Wikidata() != "Q12345" {
		t.Errorf("%+v", g.Entities)
	}
	if e := (Entity{Keys: []string{"wikidata:Q1> <x"}}); e.Wikidata() != "" {
		t.Error(e.Wikidata())
	}
}
