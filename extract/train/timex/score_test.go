package timex

import (
	"strings"
	"testing"

	"dateline/graph"
)

const file = `<?xml version="1.0" ?>
<TimeML><DOCID> boat </DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2015-11-16" functionInDocument="CREATION_TIME">16 Nov</TIMEX3></DCT>
<TITLE>Boat &amp; sea</TITLE>
<TEXT>A boat <EVENT eid="e1">sank</EVENT> on <TIMEX3 tid="t1" type="DATE" value="2015-11-13">Friday</TIMEX3> &amp; was
raised <TIMEX3 tid="t2" type="DATE" value="2015-11-15">the day after</TIMEX3>.</TEXT></TimeML>`

func TestRead(t *testing.T) {
	a, err := Read(strings.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	if a.ID != "boat" || a.Published != (graph.Date{Year: 2015, Month: 11, Day: 16}) || len(a.Times) != 2 {
		t.Fatalf("got %+v", a)
	}
	if got := a.Text[a.Times[0].Start:a.Times[0].End]; got != "Friday" {
		t.Errorf("first expression is %q", got)
	}
	if got := a.Text[a.Times[1].Start:a.Times[1].End]; got != "the day after" {
		t.Errorf("second expression is %q", got)
	}
}

func TestCompare(t *testing.T) {
	a := &Article{Text: strings.Repeat("x", 40), Times: []Mark{{0, 6, "DATE", "2015"}, {10, 20, "TIME", "2015T10:00Z"}, {30, 34, "SET", "P1D"}}}
	s, faults := Compare(a, []Mark{{0, 6, "DATE", "2015"}, {12, 20, "TIME", "2015T10:00"}, {22, 25, "DATE", "2014"}})
	want := Score{Documents: 1, Gold: 3, Found: 3, Strict: 1, Relaxed: 2, Value: 2, Type: 2, Both: 1}
	if s != want {
		t.Errorf("got %+v, want %+v", s, want)
	}
	if len(faults) != 3 {
		t.Errorf("%d faults, want span, extra and missed", len(faults))
	}
}
