package graph

import (
	"fmt"
	"strings"
	"testing"
)

// line is an event as a line of a test: "who|lemma|whom|when|rest of the sentence". Who and whom are entities if they
// begin with a capital.
func line(source string, n int, s string) (e Event, entities []Entity, text string) {
	f := strings.Split(s, "|")
	text = strings.TrimSpace(f[0]+" "+f[1]+" "+f[2]) + " " + f[4] + "."
	at := len(f[0]) + 1
	e = Event{ID: fmt.Sprint("v", n), Lemma: f[1], Trigger: f[1], Label: strings.TrimSpace(f[0] + " " + f[1] + " " + f[2]), Status: Happened,
		Seen: []Evidence{{Source: source, Sentence: n, End: len(text), Trigger: Span{at, at + len(f[1])}, Quote: text}}}
	e.When.Time, _ = ParseTime(f[3])
	for i, who := range []string{f[0], f[2]} {
		if who == "" {
			continue
		}
		r := Role{Name: roleNames[i], Text: who}
		if strings.ToLower(who[:1]) != who[:1] {
			r = Role{Name: r.Name, Entity: "e" + Slug(who)}
			start := strings.Index(text, who)
			entities = append(entities, Entity{ID: r.Entity, Name: who, Kind: Person, Keys: []string{KeyOf(Person, who)},
				Seen: []Evidence{{Source: source, Start: start, End: start + len(who), Trigger: Span{start, start + len(who)}, Quote: who}}})
		}
		e.Roles = append(e.Roles, r)
	}
	return e, entities, text
}

// articleOf makes an article of lines.
func articleOf(source string, lines ...string) *Graph {
	g := &Graph{Sources: []Source{{ID: source}}}
	for n, s := range lines {
		e, entities, text := line(source, n, s)
		offset := len(g.Sources[0].Text)
		g.Sources[0].Text += text + "\n"
		move := func(v *Evidence) {
			v.Start, v.End = v.Start+offset, v.End+offset
			v.Trigger = Span{v.Trigger.Start + offset, v.Trigger.End + offset}
		}
		move(&e.Seen[0])
		for _, x := range entities {
			move(&x.Seen[0])
			g.Entities = append(g.Entities, x)
		}
		g.Events = append(g.Events, e)
	}
	g.Sources[0].Hash = HashOf(g.Sources[0].Text)
	return g
}

// TestStory: which of two sentences of different articles about one story tell of one event.
func TestStory(t *testing.T) {
	senses, err := ReadSenses(strings.NewReader("kill, slay, claim\njail, sentence\nweak: say\napart: first, second\nempty: he, the man\n"))
	if err != nil {
		t.Fatal(err)
	}
	rest := "in the northern port of Harstad while ferries from Tromso waited outside the flooded harbour"
	again := "near flooded Harstad , its northern port , as ferries waited off Tromso and the harbour was closed"
	for _, c := range []struct {
		name, a, b string
		one        bool
	}{
		{"two words of one sense", "a storm|kill|four sailors|2015-11-15|" + rest, "the storm|claim|four sailors||" + again, true},
		{"a pronoun", "a judge|jail|Anna Berg||" + rest, "a judge|sentence|he||" + again, true},
		{"other words", "a storm|kill|four sailors||" + rest, "a storm|injure|four sailors||" + again, false},
		{"other days", "a storm|kill|four sailors|2015-11-15|" + rest, "a storm|kill|four sailors|2015-11-18|" + again, false},
		{"other persons", "a judge|jail|Anna Berg||" + rest, "a judge|jail|Olga Lund||" + again, false},
		{"named apart", "the first storm|kill|sailors||" + rest, "the second storm|kill|sailors||" + again, false},
		{"other numbers", "a storm|kill|four sailors||, 31 in all, " + rest, "a storm|kill|ten farmers||, 77 in all, " + again, false},
		{"other doers", "Anna Berg|kill|sailors||, 31 in all, " + rest, "Olga Lund|slay|the sailors||, 31 in all, " + again, false},
		{"other counts", "a storm|kill|31 sailors||" + rest, "the storm|kill|77 sailors||" + again, false},
		{"not the only one", "a storm|kill|four sailors||" + rest, "a storm also|kill|four sailors||" + again, true}, // in its article
		{"saying", "Anna Berg|say|little||" + rest, "Anna Berg|say|much||" + again, false},
		{"other stories", "a storm|kill|sailors||off Peru", "a bear|kill|sailors||near Nome", false},
	} {
		more := "Kari Moe|open|the shelter||for stranded families beside the old Harstad lighthouse"
		other := "Kari Moe|shelter|stranded families||beside the old lighthouse of Harstad"
		if c.name == "other stories" {
			other = "a mayor|close|the quarry||over unpaid taxes"
		}
		others := []*Graph{articleOf("x", "a chef|fry|eggs||with thyme"), articleOf("y", "a bank|raise|rates||by a quarter point")}
		g := UnifyBy(Merge(append(others, articleOf("a", c.a, more), articleOf("b", c.b, other))...), Judgement{Senses: senses})
		if err := g.Check(); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		var one bool
		for _, e := range g.Events {
			one = one || e.Label != "Kari Moe open the shelter" && sourcesOf(e.Seen, nil) > 1
		}
		if one != c.one {
			t.Errorf("%s: one event %v, want %v", c.name, one, c.one)
		}
	}
}

// TestHeadline: an article says again what its headline says, and tells of two where it says so.
func TestHeadline(t *testing.T) {
	senses, err := ReadSenses(strings.NewReader("open, unveil\nalso: also\n"))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, first, second string
		want                int // events
	}{
		{"the same act", "Anna Berg|open|a bridge||", "Anna Berg|unveil|the bridge||over the sound at Harstad on a windy morning", 1},
		{"another thing", "Anna Berg|open|a bridge||", "Anna Berg|unveil|a statue||over the sound at Harstad on a windy morning", 2},
		{"another doer", "Anna Berg|open|a bridge||", "Olga Lund|unveil|the bridge||over the sound at Harstad on a windy morning", 2},
		{"one more", "Anna Berg|open|a bridge||", "Anna Berg also|unveil|the bridge||over the sound", 2},
	} {
		g := articleOf("a", c.first, c.second)
		g.Events[0].Seen[0].Quote = strings.TrimRight(g.Events[0].Seen[0].Quote, " .")
		g.Events[0].Seen[0].End = len(g.Events[0].Seen[0].Quote)
		if u := UnifyBy(Merge(g), Judgement{Senses: senses}); len(u.Events) != c.want {
			t.Errorf("%s: %d events, want %d", c.name, len(u.Events), c.want)
		}
	}
}

// TestSayings: what the same two say to each other on one day is one only if they say the same.
func TestSayings(t *testing.T) {
	said := func(source, more string) *Graph {
		g := articleOf(source, "Anna Berg|warn|Olga Lund|2015-11-15|"+more)
		g.Events[0].Type, g.Events[0].Label = "THREATEN", g.Events[0].Seen[0].Quote
		return g
	}
	for _, c := range []struct {
		name, a, b string
		want       int // events
	}{
		{"the same", "that the harbour of Harstad would flood", "the harbour would flood at Harstad", 1},
		{"something else", "that the harbour of Harstad would flood", "about unpaid taxes on quarries", 2},
	} {
		if u := Unify(Merge(said("a", c.a), said("b", c.b))); len(u.Events) != c.want {
			t.Errorf("%s: %d events, want %d", c.name, len(u.Events), c.want)
		}
	}
}

// TestOften: who does the same every day did it twice where other articles tell it; who did it once did it once.
func TestOften(t *testing.T) {
	bought := func(source, more string) *Graph { return articleOf(source, "Anna Berg|buy|bills||"+more) }
	rest := "in the northern port of Harstad while ferries from Tromso waited outside"
	parts := []*Graph{bought("a", rest), bought("b", "while ferries waited outside the harbour")}
	if got := len(Unify(Merge(parts...)).Events); got != 1 {
		t.Errorf("%d events where nobody else tells it", got)
	}
	for n := range 12 {
		more := "before"
		for w := range 20 {
			more += fmt.Sprintf(" thing%dx%d", n, w)
		}
		parts = append(parts, bought(fmt.Sprint("c", n), more))
	}
	if got := len(Unify(Merge(parts...)).Events); got != len(parts) {
		t.Errorf("%d events of %d articles that tell it", got, len(parts))
	}
}
