package dates

import (
	"testing"
	"testing/fstest"

	"dateline/extract"
	"dateline/graph"
)

const article = `<TimeML><DOCID>7</DOCID><DCT><TIMEX3 functionInDocument="CREATION_TIME" value="2015-11-16">x</TIMEX3></DCT>
<EXTRAINFO>Ship sinks</EXTRAINFO><TEXT><s id="1">November 16</s><s id="2">A ship <EVENT eid="e1">sank</EVENT> .</s>
<s id="3">It was <EVENT eid="e2">raised</EVENT> .</s></TEXT></TimeML>`

func read(t *testing.T) ([]Article, []Gold) {
	files := fstest.MapFS{"a/7.tml": {Data: []byte(article)}, "t/ship.txt": {
		Data: []byte("Ship\n0\tXXXX-XX-XX\t7-0-sinks\n1\t2015-11-XX\t7-2-sank\t7-2-sank\n2\t2015-11-16\t7-3-raised\n")}}
	a, err := ReadArticles(files, "a")
	if err != nil {
		t.Fatal(err)
	}
	g, err := ReadTimelines(files, "t")
	if err != nil {
		t.Fatal(err)
	}
	return a, g
}

func TestRead(t *testing.T) {
	a, g := read(t)
	if want := "Ship sinks\nA ship sank .\nIt was raised .\n"; len(a) != 1 || a[0].Text != want || a[0].ID != "7" {
		t.Errorf("got %+v, want the text %q", a, want)
	}
	if len(g) != 2 || g[0].Date != graph.MonthOf(2015, 11) || g[1].Mark != (Mark{"7", 3, "raised"}) {
		t.Errorf("gold is %+v", g)
	}
}

func TestCompare(t *testing.T) {
	a, g := read(t)
	d := a[0].Document()
	d.Sentences = []extract.Sentence{{Range: extract.Range{From: 0, To: 2}}}
	d.Tokens = []extract.Token{{Span: extract.Span{Start: 18, End: 22}}, {Span: extract.Span{Start: 32, End: 38}}}
	last := graph.Date{Year: 2015, Month: 11, Day: 16}
	d.Events = []extract.Event{
		{Head: 0, When: graph.When{Time: graph.DayOf(last.AddDays(-3)), Sure: graph.Stated}},
		{Head: 1, When: graph.When{Time: graph.Until(graph.DayOf(last)), Sure: graph.Bounded}},
	}
	s, faults := Compare(g, a, []*extract.Document{d})
	if s.Gold != 2 || s.Found != 2 || s.Right != 1 || s.Bounded != 1 || len(faults) != 1 {
		t.Errorf("got %+v and %d faults, want one right and one bounded of two", s, len(faults))
	}
}
