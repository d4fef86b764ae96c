package output

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/graph"
)

func TestShortTime(t *testing.T) {
	tests := []struct{ edtf, want string }{
		{"", ""},
		{"2015-11-15", "Sun 15 Nov"},
		{"2014-11-15", "Sat 15 Nov 2014"},
		{"2015-11", "November"},
		{"2014-11", "November 2014"},
		{"2015", "2015"},
		{"2015-11-15~", "about Sun 15 Nov"},
		{"2015-11-15/2015-11-16", "15–16 Nov"},
		{"2015-09-30/2015-10-02", "30 Sep – 2 Oct"},
		{"2014-12-30/2015-01-02", "30 Dec 2014 – 2 Jan"},
		{"2015-09/2015-11", "Sep – Nov"},
		{"2015-11-01/2015-11-30", "Nov"},
		{"2015-01-01/2015-12-31", "2015"},
		{"2014/2015", "2014 – 2015"},
		{"2015-09-30/..", "from 30 Sep"},
		{"../2015-09-30", "by 30 Sep"},
		{"2015-09/..", "from Sep"},
		{"[2015-11-13..2015-11-15]", "within 13–15 Nov"},
		{"[2015-11-14..2015-11-15]", "14/15 Nov"},
		{"[2015-10-31..2015-11-01]", "31 Oct / 1 Nov"},
		{"2015-23", "autumn"},
		{"2015-33", "first quarter"},
		{"201X", "the 2010s"},
	}
	for _, test := range tests {
		when, err := graph.ParseTime(test.edtf)
		if test.edtf != "" && err != nil {
			t.Errorf("%s: %v", test.edtf, err)
			continue
		}
		if got := shortTime(when, 2015); got != test.want {
			t.Errorf("%s: %q, want %q", test.edtf, got, test.want)
		}
	}
}

// TestSections: few events stand under their year or decade, many under months; coarse ones before their months,
// undated ones beside the event before them or last.
func TestSections(t *testing.T) {
	g := &graph.Graph{}
	add := func(order int, edtf, label string) {
		e := graph.Event{ID: label, Label: label, Order: order}
		if edtf != "" {
			e.When.Time, _ = graph.ParseTime(edtf)
		}
		g.Events = append(g.Events, e)
	}
	add(0, "", "lost")
	add(14, "", "after c")
	add(13, "2015-11-15", "c")
	add(15, "2016-01-01", "new year")
	for i, day := range []string{"01", "02", "03", "04", "05", "06"} {
		add(5+i, "2015-09-"+day, string(rune('p'+i)))
	}
	add(12, "2015-11-13", "b")
	add(4, "2015", "coarse")
	add(3, "", "before coarse")
	add(2, "1944-06-06", "landing")
	add(1, "1941", "war")
	add(16, "-0043-03-15", "ides")
	var got []string
	for _, s := range newTimeline(g, Options{}).Sections {
		line := s.Title + ":"
		for _, n := range s.Items {
			line += " " + n.Label() + ","
		}
		got = append(got, strings.TrimSuffix(line, ","))
	}
	want := "March 44 BCE: ides\n1941: war\nJune 1944: landing, before coarse\n2015: coarse\nSeptember 2015: p, q, r, s, t, u\nNovember 2015: b, c, after c\nJanuary 2016: new year\nWithout a date: lost"
	if s := strings.Join(got, "\n"); s != want {
		t.Errorf("got\n%s\nwant\n%s", s, want)
	}
}

// TestSectionsDays: a crowded month has headings for its days; sparse years stand under their decade.
func TestSectionsDays(t *testing.T) {
	g := &graph.Graph{}
	add := func(edtf string, n int) {
		when, err := graph.ParseTime(edtf)
		if err != nil {
			t.Fatal(err)
		}
		for range n {
			g.Events = append(g.Events, graph.Event{ID: fmt.Sprintf("%s %03d", edtf, len(g.Events)), When: graph.When{Time: when}})
		}
	}
	add("18XX", 1)
	add("1961", 1)
	add("1963-11-22", 1)
	add("1969-07", 1)
	add("2015-11", 2)
	add("2015-11-13", 30)
	add("[2015-11-14..2015-11-15]", 3)
	add("2015-11-15", 20)
	add("2016-11", 8)
	add("202X", 1)
	var got []string
	page := newPage(g, Options{})
	for _, s := range page.Sections {
		got = append(got, fmt.Sprintf("%s #%s %d", s.Title, s.Anchor, len(s.Items)))
	}
	for _, p := range page.Parts {
		got = append(got, fmt.Sprintf("%s %d", p.Title, p.Count))
	}
	want := []string{"1800 to 1899 #t1800-100s 1", "The 1960s #t1960-10s 3", "November 2015 #t2015-11 2", "Friday, 13 November 2015 #t2015-11-13 30",
		"Saturday, 14 November 2015 #t2015-11-14 3", "Sunday, 15 November 2015 #t2015-11-15 20", "November 2016 #t2016-11 8", "The 2020s #t2020-10s 1",
		"1800 to 1899 1", "The 1960s 3", "November 2015 55", "November 2016 8", "The 2020s 1"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestShorten(t *testing.T) {
	for _, test := range []struct {
		in   string
		max  int
		want string
	}{
		{"short", 10, "short"},
		{"a longer text that goes on", 16, "a longer text…"},
		{"averylongwordwithoutblanks", 10, "averylong…"},
		{"ends with, a comma", 11, "ends with…"},
	} {
		if got := shorten(test.in, test.max); got != test.want {
			t.Errorf("shorten(%q, %d) = %q, want %q", test.in, test.max, got, test.want)
		}
	}
}

func TestVerb(t *testing.T) {
	for _, test := range []struct {
		short, trigger, lemma string
		status                graph.Status
		want                  string
	}{
		{"held talks", "held", "hold", graph.Happened, "held talks"},
		{"held talks", "held", "hold", graph.Planned, "hold talks (planned)"},
		{"met", "met", "meet", graph.Possible, "meet (possible)"},
		{"", "called", "call off", graph.Happened, "called off"},
		{"called off", "called", "call off", graph.Planned, "call off (planned)"},
		{"", "cancelled", "cancel", graph.Cancelled, "cancelled"},
		{"", "", "", graph.Unknown, "something (unclear)"},
	} {
		e := &graph.Event{Short: test.short, Trigger: test.trigger, Lemma: test.lemma, Status: test.status}
		if got := verb(e); got != test.want {
			t.Errorf("%+v: %q, want %q", test, got, test.want)
		}
	}
}
