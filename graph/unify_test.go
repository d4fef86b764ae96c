package graph

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestUnifyLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := Merge(rapid.SliceOfN(anyArticle(), 1, 4).Draw(t, "articles")...)
		before := cmp.Diff(g, Merge(g))
		u := Unify(g)
		if err := u.Check(); err != nil {
			t.Fatal(err)
		}
		if cmp.Diff(g, Merge(g)) != before {
			t.Fatal("Unify changed what it was given")
		}
		if len(u.Events) > len(g.Events) || len(u.Entities) > len(g.Entities) {
			t.Fatalf("%d events became %d", len(g.Events), len(u.Events))
		}
		if diff := cmp.Diff(u.Events, Merge(u).Events); diff != "" {
			t.Fatalf("not as Merge leaves it:\n%s", diff)
		}
		if diff := cmp.Diff(u, Unify(u)); diff != "" {
			t.Fatalf("a second time:\n%s", diff)
		}
		want := map[string]int{}
		for _, e := range g.Events {
			for _, s := range e.Seen {
				want[fmt.Sprint(s.Source, s.Trigger)] |= 1 << b2i(e.Status == Denied)
				want[fmt.Sprint(s.Source, s.Trigger, e.what())] = 1
			}
		}
		for _, e := range u.Events {
			typed := 0
			for _, s := range e.Seen {
				if k := fmt.Sprint(s.Source, s.Trigger); want[k]&(1<<b2i(e.Status == Denied)) == 0 {
					t.Fatalf("%s is told by %s, which did not tell it with status %s", e.ID, k, e.Status)
				}
				typed += want[fmt.Sprint(s.Source, s.Trigger, e.what())]
			}
			if typed == 0 {
				t.Fatalf("%s: nobody tells it as %s", e.ID, e.what())
			}
		}
	})
}

// told makes an article with one event of the words "agent verb patient", each of agent and patient an entity if it
// begins with a capital.
func told(source, agent, lemma, patient, when string, status Status, more ...func(*Event)) *Graph {
	text := agent + " " + lemma + " " + patient + ", says " + source + "."
	tm, err := ParseTime(when)
	if err != nil {
		panic(err)
	}
	g := &Graph{Sources: []Source{{ID: source, Text: text, Hash: HashOf(text)}}}
	at := len(agent) + 1
	e := Event{ID: "v1", Lemma: lemma, Trigger: lemma, Label: text, When: When{Time: tm, Reason: "said " + when}, Status: status,
		Seen: []Evidence{{Source: source, End: len(text), Trigger: Span{at, at + len(lemma)}, Quote: text}}}
	if lemma == "meet" {
		e.Type = "CONSULT"
	}
	for i, who := range []string{agent, patient} {
		r := Role{Name: roleNames[i], Text: who}
		if strings.ToLower(who) != who {
			at := strings.Index(text, who)
			g.Entities = append(g.Entities, Entity{ID: fmt.Sprint("e", i), Name: who, Kind: Person, Keys: []string{KeyOf(Person, who)},
				Seen: []Evidence{{Source: source, Start: at, End: at + len(who), Trigger: Span{at, at + len(who)}, Quote: who}}})
			r = Role{Name: r.Name, Entity: fmt.Sprint("e", i)}
		}
		e.Roles = append(e.Roles, r)
	}
	for _, f := range more {
		f(&e)
	}
	g.Events = []Event{e}
	return g
}

func killed(n float64) func(*Event) {
	return func(e *Event) { e.Quantities = []Quantity{{What: "killed", Value: n}} }
}

func TestUnify(t *testing.T) {
	for _, c := range []struct {
		name string
		in   []*Graph
		want []string // events: EDTF, status, articles, conflicts
	}{
		{"day in month", []*Graph{told("a", "Obama", "meet", "Putin", "2015-11-15", Happened), told("b", "Putin", "meet", "Obama", "2015-11", Happened)},
			[]string{"2015-11-15 happened 2"}},
		{"two days in month", []*Graph{told("a", "Obama", "meet", "Putin", "2015-11-15", Happened), told("b", "Obama", "meet", "Putin", "2015-11-17", Happened), told("c", "Putin", "meet", "Obama", "2015-11", Happened)},
			[]string{"2015-11-15 happened 1", "2015-11-17 happened 1", "2015-11 happened 1"}},
		{"day in year", []*Graph{told("a", "Obama", "meet", "Putin", "2015-11-15", Happened), told("b", "Obama", "meet", "Putin", "2015", Happened)},
			[]string{"2015-11-15 happened 1", "2015 happened 1"}},
		{"a plan for the day", []*Graph{told("a", "Obama", "meet", "Putin", "2015-11-15", Planned), told("b", "Obama", "meet", "Putin", "2015-11-15", Happened)},
			[]string{"2015-11-15 happened 2"}},
		{"a denial", []*Graph{told("a", "Obama", "meet", "Putin", "2015-11-15", Denied), told("b", "Putin", "meet", "Obama", "2015-11-15", Happened)},
			[]string{"2015-11-15 denied 1 denied (a) or happened (b)", "2015-11-15 happened 1 denied (a) or happened (b)"}},
		{"who acts", []*Graph{told("a", "Obama", "attack", "Putin", "2015-11-15", Happened), told("b", "Putin", "attack", "Obama", "2015-11-15", Happened)},
			[]string{"2015-11-15 happened 1", "2015-11-15 happened 1"}},
		{"words of the object", []*Graph{told("a", "Hollande", "declare", "a state of emergency", "2015-11-14", Happened), told("b", "Hollande", "declare", "the three-month state of emergency", "2015-11-14", Happened), told("c", "Hollande", "declare", "war", "2015-11-14", Happened)},
			[]string{"2015-11-14 happened 1", "2015-11-14 happened 2"}},
		{"other numbers", []*Graph{told("a", "Obama", "meet", "Putin", "2015-11-15", Happened, killed(107)), told("b", "Obama", "meet", "Putin", "2015-11-15", Happened, killed(111))},
			[]string{"2015-11-15 happened 2 killed: 107 or 111"}},
	} {
		g := Unify(Merge(c.in...))
		var got []string
		for _, e := range g.Events {
			got = append(got, strings.Join(append([]string{e.When.Time.String(), string(e.Status), fmt.Sprint(e.Articles)}, e.Conflicts...), " "))
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s:\n%s", c.name, diff)
		}
		if err := g.Check(); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		if diff := cmp.Diff(g, Unify(Merge(append(c.in, g)...))); diff != "" {
			t.Errorf("%s: the articles read again into what was made of them:\n%s", c.name, diff)
		}
	}
}

func TestUnifyWhy(t *testing.T) {
	g := Unify(Merge(told("a", "Obama", "meet", "Putin", "2015-11-15", Happened), told("b", "Putin", "meet", "Obama", "2015-11", Happened)))
	want := []string{"“Putin meet Obama, says b.” (b) is “Obama meet Putin, says a.” (a): same type CONSULT, both with Obama and Putin, November 2015 holds 15 November 2015"}
	if diff := cmp.Diff(want, g.Events[0].Why); diff != "" {
		t.Error(diff)
	}
	if g.Events[0].When.Reason != "said 2015-11-15" {
		t.Errorf("reason %q", g.Events[0].When.Reason)
	}
}

func TestCopies(t *testing.T) {
	words := func(n, seed int) string {
		var b strings.Builder
		for range n {
			seed = (seed*1103515245 + 12345) % (1 << 31)
			fmt.Fprintf(&b, "word%d ", seed>>8)
		}
		return b.String()
	}
	source := func(id, published, text string) *Graph {
		tm, _ := ParseTime(published)
		return &Graph{Sources: []Source{{ID: id, Published: tm, Text: text, Hash: HashOf(text)}}}
	}
	long, other := words(400, 1), words(400, 2000)
	g := Unify(Merge(
		source("agency", "2015-11-15", long),
		source("cut", "2015-11-16", strings.ToUpper(long[:len(long)/2])+"By our own staff."),
		source("mixed", "2015-11-17", long[:len(long)/3]+other),
		source("same", "", long),
		source("short", "2015-11-15", "Two words."),
		source("short again", "2015-11-18", "Two words."),
		source("other", "2015-11-18", other)))
	got := map[string]string{}
	for _, s := range g.Sources {
		got[s.ID] = s.CopyOf
	}
	want := map[string]string{"agency": "", "cut": "agency", "mixed": "", "same": "agency", "short": "", "short again": "short", "other": "mixed"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// crowd makes an article that names people, each by the words and key given: "Jeff Rathke=jeff rathke".
func crowd(source string, people ...string) *Graph {
	g := &Graph{}
	text := ""
	for i, p := range people {
		name, key, _ := strings.Cut(p, "=")
		at := len(text)
		text += name + ", "
		g.Entities = append(g.Entities, Entity{ID: fmt.Sprint("e", i), Name: name, Kind: Person, Keys: []string{"person:" + key},
			Seen: []Evidence{{Source: source, Start: at, End: at + len(name), Trigger: Span{at, at + len(name)}, Quote: name}}})
	}
	g.Sources = []Source{{ID: source, Text: text, Hash: HashOf(text)}}
	return g
}

func TestFullNames(t *testing.T) {
	ann, bob := "Ann Lee=ann lee", "Bob Ray=bob ray"
	for _, c := range []struct {
		name string
		in   []*Graph
		want int // entities
	}{
		{"in like company", []*Graph{crowd("a", "Jeff Rathke=jeff rathke", ann, bob), crowd("b", "Rathke=rathke@b", ann, bob)}, 3},
		{"one in common", []*Graph{crowd("a", "Jeff Rathke=jeff rathke", ann), crowd("b", "Rathke=rathke@b", ann)}, 3},
		{"two of that name", []*Graph{crowd("a", "Jeff Rathke=jeff rathke", ann, bob), crowd("b", "Rathke=rathke@b", ann, bob), crowd("c", "Eva Rathke=eva rathke")}, 5},
		{"another name", []*Graph{crowd("a", "Jeff Rathke=jeff rathke", ann, bob), crowd("b", "Rath=rath@b", ann, bob)}, 4},
		{"an initial", []*Graph{crowd("a", "Jeff Rathke=jeff rathke", ann, bob), crowd("b", "J Rathke=j rathke", ann, bob)}, 3},
		{"another initial", []*Graph{crowd("a", "Jeff Rathke=jeff rathke", ann, bob), crowd("b", "T Rathke=t rathke", ann, bob)}, 4},
		{"in a copy", []*Graph{crowd("a", ann, "Rathke=rathke@a"), crowd("b", ann, "Rathke=rathke@b")}, 2},
	} {
		g := Unify(Merge(c.in...))
		if len(g.Entities) != c.want || g.Check() != nil {
			t.Errorf("%s: %d entities, want %d; %v", c.name, len(g.Entities), c.want, g.Check())
		}
		if diff := cmp.Diff(g, Unify(g)); diff != "" {
			t.Errorf("%s: a second time:\n%s", c.name, diff)
		}
	}
}

// TestTellings: what one source says of an event stays, whatever the event says in the end.
func TestTellings(t *testing.T) {
	g := Unify(Merge(told("a", "Obama", "meet", "Putin", "2015-11-15", Happened), told("b", "Putin", "meet", "Obama", "2015-11", Planned)))
	if len(g.Events) != 1 {
		t.Fatalf("%d events", len(g.Events))
	}
	var got []string
	for _, v := range g.Events[0].Versions() {
		got = append(got, v.Source+" "+v.Label+" "+v.When.String()+" "+string(v.Status))
	}
	want := []string{"a Obama meet Putin, says a. 2015-11-15 happened", "b Putin meet Obama, says b. 2015-11 planned"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
