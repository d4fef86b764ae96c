package graph

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func corrections(t *testing.T, text string) []Correction {
	t.Helper()
	cs, err := ReadCorrections(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return cs
}

// quarrel is two articles that tell of one meeting on two days, and of a person by two names.
func quarrel(more ...*Graph) *Graph {
	return Merge(append(more,
		articleOf("1", "Anna Berg|meet|Bela Kun|2015-11-15|in the hall", "Anna Berg|leave|town|2015-11-16|at noon"),
		articleOf("2", "Anna Berg|meet|Bela Kun|2015-11-19|at the lake", "Annika Berg|call|Carl Lund|2015-11-17|at night"))...)
}

func TestCorrect(t *testing.T) {
	first, second := "event/2015-11-15/meet/anna-berg+bela-kun", "event/2015-11-19/meet/anna-berg+bela-kun"
	for _, c := range []struct {
		name, file string
		want       []string // labels with times of events
		lost       string
	}{
		{"nothing", "", []string{"Anna Berg leave town 2015-11-16", "Anna Berg meet Bela Kun 2015-11-15", "Anna Berg meet Bela Kun 2015-11-19", "Annika Berg call Carl Lund 2015-11-17"}, ""},
		{"same events", "- do: same\n  what: [" + first + ", " + second + "]\n", []string{"Anna Berg leave town 2015-11-16", "Anna Berg meet Bela Kun 2015-11-15", "Annika Berg call Carl Lund 2015-11-17"}, ""},
		{"rename, retime, retype", "- {do: rename, what: [" + first + "], to: They met}\n- {do: retime, what: [" + first + "], to: 2015-11}\n- {do: retype, what: [" + first + "], to: consult}\n",
			[]string{"Anna Berg leave town 2015-11-16", "Anna Berg meet Bela Kun 2015-11-19", "Annika Berg call Carl Lund 2015-11-17", "They met 2015-11"}, ""},
		{"reject an event by its words", "- do: reject\n  what: [{id: event/gone, source: \"2\", quote: Annika Berg call Carl Lund at night., word: call}]\n",
			[]string{"Anna Berg leave town 2015-11-16", "Anna Berg meet Bela Kun 2015-11-15", "Anna Berg meet Bela Kun 2015-11-19"}, ""},
		{"what is not there", "\n- do: note\n  what: [event/gone]\n  because: look again\n",
			[]string{"Anna Berg leave town 2015-11-16", "Anna Berg meet Bela Kun 2015-11-15", "Anna Berg meet Bela Kun 2015-11-19", "Annika Berg call Carl Lund 2015-11-17"}, "2:3: note event/gone: event/gone is not there"},
		{"event and entity", "- {do: same, what: [" + first + ", person/anna-berg]}\n",
			[]string{"Anna Berg leave town 2015-11-16", "Anna Berg meet Bela Kun 2015-11-15", "Anna Berg meet Bela Kun 2015-11-19", "Annika Berg call Carl Lund 2015-11-17"}, "1:3: same " + first + " and person/anna-berg: an event and an entity are never one"},
	} {
		g, lost := Correct(quarrel(), Judgement{}, corrections(t, c.file))
		var got []string
		for _, e := range g.Events {
			got = append(got, e.Label+" "+e.When.Time.String())
		}
		slices.Sort(got)
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s:\n%s", c.name, diff)
		}
		if strings.Join(lost, "\n") != c.lost {
			t.Errorf("%s: lost %q", c.name, lost)
		}
		if err := g.Check(); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

// TestCorrectEntities: one person by two names, and what is the same after an article more.
func TestCorrectEntities(t *testing.T) {
	cs := corrections(t, "- {do: same, what: [person/anna-berg, person/annika-berg], by: Ada, on: \"2026-11-22\", because: a nickname}\n- {do: rename, what: [person/carl-lund], to: Karl Lund}\n- {do: reject, what: [person/bela-kun]}\n")
	for _, more := range [][]*Graph{nil, {articleOf("3", "Annika Berg|sail|boats||past the point")}} {
		g, lost := Correct(quarrel(more...), Judgement{}, cs)
		if len(lost) > 0 {
			t.Errorf("lost %q", lost)
		}
		var names []string
		for _, e := range g.Entities {
			names = append(names, e.ID+" "+e.Name)
		}
		if diff := cmp.Diff([]string{"person/anna-berg Anna Berg", "person/carl-lund Karl Lund"}, names); diff != "" {
			t.Error(diff)
		}
		if why := g.Entities[0].Why; !slices.Contains(why, "corrected by Ada, 2026-11-22: same: a nickname") {
			t.Errorf("why: %q", why)
		}
		if err := g.Check(); err != nil {
			t.Error(err)
		}
	}
}

// TestApart: a person's word keeps apart what Unify makes one, and what Merge does.
func TestApart(t *testing.T) {
	for _, when := range []string{"2015-11", "2015-11-15"} {
		a, b := told("a", "Obama", "meet", "Putin", "2015-11-15", Happened), told("b", "Putin", "meet", "Obama", when, Happened)
		g := Unify(Merge(a, b))
		if len(g.Events) != 1 {
			t.Fatalf("%s: %d events", when, len(g.Events))
		}
		e := &g.Events[0]
		c := Correction{Do: "not-same", What: []Ref{RefEvidence(e.ID, &e.Seen[0]), RefEvidence(e.ID, &e.Seen[1])}, By: "Ada"}
		var file bytes.Buffer
		if err := WriteCorrection(&file, &c); err != nil {
			t.Fatal(err)
		}
		more := told("c", "Obama", "meet", "Putin", "2015-11-15", Happened)
		for n, parts := range [][]*Graph{{a, b}, {b, a, more}} {
			h, lost := Correct(Merge(parts...), Judgement{}, corrections(t, file.String()))
			if len(h.Events) != 2 || len(lost) > 0 {
				t.Errorf("%s, %d: %d events, lost %q, by\n%s", when, n, len(h.Events), lost, &file)
			}
			if err := h.Check(); err != nil {
				t.Errorf("%s, %d: %v", when, n, err)
			}
		}
	}
}

func TestReadCorrections(t *testing.T) {
	_, err := ReadCorrections(strings.NewReader("- do: smae\n  what: [a]\n- do: same\n  what: [a]\n  wy: x\n- {do: retime, what: [a], to: someday}\n- {do: note, what: [{}]}\n"))
	want := `1:3: do "smae" is not known; known: same, not-same, rename, retype, retime, relocate, reject, confirm, note
5:3: unknown key "wy"
3:3: same is about 2 things, not 1
6:3: "someday" is not a time in EDTF, such as 2015-09-30, 2015-09, 2015-09/.. or [2015-09-28..2015-09-30]
7:3: note needs a "because"
7:3: neither id nor quote says what is meant`
	var f Faults
	if !errors.As(err, &f) {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, f.Error()); diff != "" {
		t.Error(diff)
	}
}
