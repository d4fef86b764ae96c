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
	for _, c := range []struct{ way, text, trigger, want, likely, sure string }{
		{"named", "Angela Merkel arrived in Kiev on Tuesday.", "arrived", "2015-02-03", "", "stated"},
		{"counted back from another event", "Angela Merkel arrived in Kiev on Tuesday, two days after rebels attacked the town of Mariupol.", "attacked", "2015-02-01", "", "inferred"},
		{"told in one breath", "Angela Merkel arrived in Kiev on Tuesday and met Petro Poroshenko.", "met", "2015-02-03", "", "inferred"},
		{"past tense at the top", "Angela Merkel met Petro Poroshenko in Kiev.", "met", "[2015-02-04..2015-02-05]", "2015-02-05", "likely"},
		{"the day of the account", "Angela Merkel arrived in Kiev on Tuesday. She met Petro Poroshenko.", "met", "[2015-02-03..2015-02-05]", "2015-02-03", "likely"},
		{"still to come", "Angela Merkel will meet Petro Poroshenko.", "meet", "2015-02-05/..", "", "bounded"},
		{"not the time of saying", "Steffen Seibert said on Wednesday that Angela Merkel had met Petro Poroshenko.", "met", "../2015-02-05", "", "bounded"},
		{"the time of saying is its own", "Steffen Seibert announced on Wednesday that Angela Merkel had met Petro Poroshenko.", "announced", "2015-02-04", "", "stated"},
		{"since is no date of one moment", "Angela Merkel met Petro Poroshenko for the first time since 2013.", "met", "[2015-02-04..2015-02-05]", "2015-02-05", "likely"},
		{"of the event noun that it tells of", "The attacks in Mariupol on Saturday killed thirty people.", "killed", "2015-01-31", "", "inferred"},
		{"in the name of the occasion", "In a speech on Tuesday in Berlin, Angela Merkel condemned the attack.", "condemned", "2015-02-03", "", "inferred"},
		{"at a dated meeting", "At last month's summit Angela Merkel criticised Petro Poroshenko.", "criticised", "2015-01", "", "inferred"},
		{"at the time of another clause", "When Angela Merkel arrived in Kiev on Tuesday, Petro Poroshenko praised her.", "praised", "2015-02-03", "", "inferred"},
		{"a relative clause stands off the line", "Angela Merkel met Petro Poroshenko, who dismissed Arseniy Yatsenyuk.", "dismissed", "../2015-02-05", "", "bounded"},
		{"an adverb of earlier times", "Angela Merkel previously met Petro Poroshenko.", "met", "../2015-02-05", "", "bounded"},
		{"this week, but not the rest of it", "Angela Merkel met Petro Poroshenko this week.", "met", "[2015-02-02..2015-02-05]", "", "stated"},
		{"to come for those who spoke of it", "On Tuesday Angela Merkel promised to send aid to Kiev.", "send", "2015-02-03/..", "", "bounded"},
		{"right behind the event noun", "Angela Merkel spoke about the attack in March 2014 at length.", "spoke", "2014-03", "", "stated"},
		{"the day counts, not a vague word", "Angela Merkel recently arrived in Kiev, on Tuesday.", "arrived", "2015-02-03", "", "stated"},
		{"a purpose is of the day of its deed", "Angela Merkel flew to Kiev on Tuesday to meet Petro Poroshenko.", "meet", "2015-02-03/..", "2015-02-03", "likely"},
		{"a range", "The rebels attacked Mariupol from 3 to 5 January 2015.", "attacked", "2015-01-03/2015-01-05", "", "stated"},
		{"a range of weekdays, all over", "The rebels attacked Mariupol between Thursday and Sunday.", "attacked", "[2015-01-29..2015-02-01]", "", "stated"},
		{"a length from a day", "The rebels shelled Mariupol for three days from 30 January.", "shelled", "2015-01-30/2015-02-01", "", "stated"},
		{"a length until a day", "The rebels shelled Mariupol for two weeks until 30 January.", "shelled", "2015-01-17/2015-01-30", "", "stated"},
		{"since", "The police have detained ten activists since January.", "detained", "2015-01/..", "", "stated"},
		{"until", "The rebels will hold Mariupol until Friday.", "hold", "../2015-02-06", "", "stated"},
		{"a length and its beginning", "The two-day visit by Angela Merkel to Kiev began on Monday.", "visit", "2015-02-02/2015-02-03", "", "inferred"},
		{"a length and its end", "The siege of Mariupol lasted four weeks and ended on 30 January.", "siege", "2015-01-03/2015-01-30", "", "inferred"},
		{"a time of day without its day", "The police arrested four men in Kiev at 9 am.", "arrested", "[2015-02-04..2015-02-05]", "2015-02-05", "likely"},
		{"a time of day to come", "Angela Merkel will meet Petro Poroshenko at 9 am.", "meet", "[2015-02-05..2015-02-06]", "2015-02-05", "likely"},
		{"an occasion by its time of day", "In a 9 am speech Angela Merkel criticised Petro Poroshenko.", "criticised", "[2015-02-04..2015-02-05]", "2015-02-05", "likely"},
		{"a time of day of a day said before", "Angela Merkel arrived in Kiev on Tuesday. At 9 am Petro Poroshenko praised her.", "praised", "2015-02-03T09:00", "", "inferred"},
		{"a time of day and its day", "The police arrested four men in Kiev at 9 am on Tuesday.", "arrested", "2015-02-03T09:00", "", "stated"},
		{"a time of day begins no account", "The police arrested four men in Kiev at 9 am. Petro Poroshenko praised them.", "praised", "[2015-02-04..2015-02-05]", "2015-02-05", "likely"},
		{"a present perfect lasts from its cause until now", "The attacks in Mariupol on Tuesday have shocked Kiev.", "shocked", "[2015-02-03..2015-02-05]", "", "bounded"},
		{"a day in the name of its occasion", "Angela Merkel met Petro Poroshenko days after Tuesday's attacks in Mariupol.", "attacks", "2015-02-03", "", "stated"},
		{"the day of another event begins no account", "Angela Merkel met Petro Poroshenko.\nThe attacks in Mariupol on Monday have shocked Kiev.", "met", "[2015-02-04..2015-02-05]", "2015-02-05", "likely"},
		{"what stands before its speaker is news", "Angela Merkel met Petro Poroshenko in Kiev, a spokesman said.", "met", "[2015-02-04..2015-02-05]", "2015-02-05", "likely"},
		{"no one day dates a present perfect", "All concerts, including at the dinner tonight, have been cancelled. Angela Merkel met Petro Poroshenko.", "cancelled", "../2015-02-05", "2015-02-05", "likely"},
		{"two verbs in the present perfect", "The attacks in Mariupol on Tuesday have darkened the mood and injected urgency into the talks.", "injected", "[2015-02-03..2015-02-05]", "", "bounded"},
		{"the day of the talks after which they met, or of both", "Angela Merkel met Petro Poroshenko after the attacks in Mariupol on Tuesday.", "met", "[2015-02-03..2015-02-05]", "2015-02-03", "likely"},
		{"the day of the account stands behind", "Angela Merkel met Petro Poroshenko in Kiev. She arrived on Tuesday.", "met", "[2015-02-03..2015-02-05]", "2015-02-03", "likely"},
		{"a vague time begins no account", "Petro Poroshenko recently arrived in Kiev. Angela Merkel praised him.", "praised", "[2015-02-04..2015-02-05]", "2015-02-05", "likely"},
		{"the time of the cause", "Angela Merkel dismissed the governor of Bavaria because of a drop in prices last year.", "dismissed", "[2015-02-04..2015-02-05]", "2015-02-05", "likely"},
		{"counted from another event to a beginning", "Angela Merkel arrives ten days before the beginning of the Berlin Festival.", "beginning", "2015-02-15", "", "inferred"},
		{"the paragraph tells of older times", "In March 2010 Angela Merkel won a prize. Petro Poroshenko praised her.", "praised", "../2015-02-05", "", "bounded"},
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
				w := e.When
				if !w.Valid() || w.Time.String() != c.want || w.Likely.String() != c.likely || string(w.Sure) != c.sure {
					t.Errorf("%s: %q is %s, likely %q, %s (%s), want %s, likely %q, %s", c.way, c.text, w.Time, w.Likely, w.Sure, w.Reason, c.want, c.likely, c.sure)
				}
			}
		}
		if !found {
			t.Errorf("%s: no event %q in %q", c.way, c.trigger, c.text)
		}
	}
}

// TestUndated: an article without a date is bounded by what it tells, and nothing is measured from those bounds.
func TestUndated(t *testing.T) {
	p, err := english.New(data.Files)
	if err != nil {
		t.Fatal(err)
	}
	const dated = "Rebels attacked Mariupol on 3 March 2015. Petro Poroshenko will visit Berlin on 20 May 2015. "
	for _, c := range []struct{ text, trigger, want, sure string }{
		{dated + "Angela Merkel met Petro Poroshenko in Kiev on Friday.", "met", "../2015-05-20", "bounded"},
		{dated + "On Friday Angela Merkel criticised Petro Poroshenko.", "criticised", "../2015-05-20", "bounded"},
		{dated + "Petro Poroshenko praised her yesterday.", "praised", "../2015-05-20", "bounded"},
		{dated + "The attacks in Lyon last week have shocked Kiev.", "shocked", "../2015-05-20", "bounded"},
		{dated + "Petro Poroshenko will meet Angela Merkel on Friday.", "meet", "2015-03-03/..", "bounded"},
		{"Rebels attacked Mariupol on 3 March 2015. Two days later Angela Merkel met Petro Poroshenko.", "met", "2015-03-05", "stated"},
		{"Rebels attacked Mariupol on 3 March 2015. At 9 am the police arrested four men in Kiev.", "arrested", "2015-03-03T09:00", "inferred"},
		{"Angela Merkel met Petro Poroshenko in Kiev on Friday.", "met", "", ""},
		{"The police arrested four men in Kiev at 9 am.", "arrested", "", ""},
		{"Angela Merkel met Petro Poroshenko after the attacks in Lyon on Friday.", "met", "", ""},
	} {
		d := &extract.Document{ID: "case", Text: c.text, Paragraphs: []extract.Paragraph{{Span: extract.Span{End: len(c.text)}}}}
		if err := p.Run(d); err != nil {
			t.Fatal(err)
		}
		found := false
		for _, e := range d.Events {
			if w := e.When; d.Word(e.Head) == c.trigger {
				found = true
				if w.Time.String() != c.want || string(w.Sure) != c.sure || w.Likely.Known() || !w.Valid() {
					t.Errorf("%q is %s, %s (%s), want %s, %s", c.text, w.EDTF(), w.Sure, w.Reason, c.want, c.sure)
				}
			}
		}
		if !found {
			t.Errorf("no event %q in %q", c.trigger, c.text)
		}
	}
}
