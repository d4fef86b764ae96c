package english_test

import (
	"testing"

	"dateline/data"
	"dateline/extract"
	"dateline/extract/english"
	"dateline/graph"
)

// TestDates follows the date of an event through the whole pipeline, one case for each way to come by it. All articles
// are published on Thursday, 5 February 2015.
func TestDates(t *testing.T) {
	p, err := english.New(data.Files)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ way, text, trigger, want string }{
		{"named", "Angela Merkel arrived in Kiev on Tuesday.", "arrived", "2015-02-03"},
		{"counted back from another event", "Angela Merkel arrived in Kiev on Tuesday, two days after rebels attacked the town of Mariupol.", "attacked", "2015-02-01"},
		{"told in one breath", "Angela Merkel arrived in Kiev on Tuesday and met Petro Poroshenko.", "met", "2015-02-03"},
		{"past tense at the top", "Angela Merkel met Petro Poroshenko in Kiev.", "met", "[2015-02-04..2015-02-05]"},
		{"after the running day", "Angela Merkel arrived in Kiev on Tuesday. She met Petro Poroshenko.", "met", "[2015-02-03..2015-02-05]"},
		{"still to come", "Angela Merkel will meet Petro Poroshenko.", "meet", "2015-02-05/.."},
		{"not the time of saying", "Steffen Seibert said on Wednesday that Angela Merkel had met Petro Poroshenko.", "met", "../2015-02-05"},
		{"since is no date of one moment", "Angela Merkel met Petro Poroshenko for the first time since 2013.", "met", "[2015-02-04..2015-02-05]"},
		{"of the event noun that it tells of", "The attacks in Mariupol on Saturday killed thirty people.", "killed", "2015-01-31"},
	} {
		d := &extract.Document{ID: "case", Text: c.text, Published: graph.DayOf(graph.Date{Year: 2015, Month: 2, Day: 5}),
			Paragraphs: []extract.Paragraph{{Span: extract.Span{End: len(c.text)}}}}
		if err := p.Run(d); err != nil {
			t.Fatal(err)
		}
		found := false
		for _, e := range d.Events {
			if d.Word(e.Head) == c.trigger {
				found = true
				if got := e.When.Time.String(); got != c.want {
					t.Errorf("%s: %q is %s (%s), want %s", c.way, c.text, got, e.When.Reason, c.want)
				}
			}
		}
		if !found {
			t.Errorf("%s: no event %q in %q", c.way, c.trigger, c.text)
		}
	}
}
