package timex

import (
	"strings"
	"testing"

	"dateline/extract"
	"dateline/graph"
)

// read tags a text published on a day and gives what was found in the form of the rule files.
func read(t testing.TB, tg *Tagger, published, text string) *extract.Document {
	t.Helper()
	d := Plain(text)
	if published != "" {
		day, err := graph.ParseDate(published)
		if err != nil {
			t.Fatal(err)
		}
		d.Published = graph.DayOf(day)
	}
	if err := tg.Tag(d); err != nil {
		t.Fatal(err)
	}
	return d
}

// Values under publication dates that are hard: month ends, leap days, turns of the year, the future, none.
func TestValues(t *testing.T) {
	tg := tagger(t)
	for _, c := range []struct{ published, text string }{
		{"2015-03-31", "He left [a month ago|2015-02]."},
		{"2016-02-29", "He left [a year ago|2015]."},
		{"2016-02-29", "He left [yesterday|2016-02-28] and returns [tomorrow|2016-03-01]."},
		{"2015-03-01", "He left [yesterday|2015-02-28]."},
		{"2016-01-01", "He left [last week|2015-W52]."},
		{"2016-01-03", "He left [this week|2015-W53]."},
		{"2015-12-31", "He will leave [next month|2016-01]."},
		{"2016-01-04", "He left in [December|2015-12]."},
		{"2016-01-04", "He left on [December 30|2015-12-30]."},
		{"2015-12-30", "He will leave on [January 3|2016-01-03]."},
		{"2015-11-16", "He was born on [29 February 2000|2000-02-29]."},
		{"2015-11-16", "He was born on [31 February 2000|2000-02-31]."},
		{"2015-11-16", "He was born on [February 29|2012-02-29]."},
		{"2999-06-15", "They met [last year|2998]."},
		{"", "They met on [Friday|XXXX-WXX-5]."},
		{"", "They met in [October|XXXX-10]."},
		{"", "They met on [October 3|XXXX-10-03]."},
		{"", "They met [last week|XXXX-WXX]."},
		{"", "They met [yesterday|XXXX-XX-XX]."},
		{"", "They met in [the summer|XXXX-SU]."},
		{"", "They met on [3 May 2014|2014-05-03]. In [June|2014-06] they parted."},
		{"2015-11-16", "The city fell in [480 BC|BC0480]."},
		{"2015-11-16", "The city fell in [9 AD|0009]."},
		{"2015-11-16", "The monks came in [1066|1066] and left in [1999|1999]."},
		{"2015-11-16", "The wall fell in [the 1st century BC|BC0100]."},
		{"2015-03-29", "It began at [01:59 GMT|2015-03-29T01:59Z] and ended at [02:30 CEST|2015-03-29T02:30]."}, // a clock that the change of zone skips
		{"2015-10-25", "It began at [2:30 a.m. EDT on 1 November 2015|2015-11-01T02:30]."},
		{"9999-12-31", "They met [yesterday|9999-12-30] and will meet [tomorrow|XXXX-XX-XX]."},
		{"0001-01-02", "They met [yesterday|0001-01-01] and in [44 BC|BC0044]."},
		{"2015-11-16", "Work is due to begin in [2050|2050]."},
	} {
		plain := Example{Text: c.text, Published: c.published}
		if got := tg.show(plain); got != c.text {
			t.Errorf("published %q:\nwant %s\ngot  %s", c.published, c.text, got)
		}
	}
}

// What looks like time but is not.
func TestNothing(t *testing.T) {
	tg := tagger(t)
	for _, text := range []string{
		"He may march on the second floor.",
		"The 52-year-old driver fell in a spring.",
		"Flight 1549 cost $2000, or 1,990 euros.",
		"Call 555-1234 for the Sunday Times.",
		"Some 2000 workers won 3-2 in extra time.",
		"It happened in his 30s.",
		"Windows 2000 was slow.",
	} {
		if d := read(t, tg, "2015-11-16", text); len(d.Times) > 0 {
			t.Errorf("found %s", Marked(d))
		}
	}
}

// A time of day that does not say its day borrows one.
func TestBorrowed(t *testing.T) {
	tg := tagger(t)
	for text, want := range map[string]bool{
		"It closed at 9 am.":              true,
		"It closed at dawn.":              true,
		"It closed in the evening.":       true,
		"It closed at 9 am on Friday.":    false,
		"It closed on Friday at 9.30 pm.": false,
		"It closed this morning.":         false,
		"It closed last night.":           false,
		"It closed tonight.":              false,
	} {
		if d := read(t, tg, "2015-11-16", text); len(d.Times) == 0 || d.Times[0].Borrowed != want {
			t.Errorf("%q: %s, borrowed is not %v", text, Marked(d), want)
		}
	}
}

// The days an expression may mean, and how it bounds what hangs on it.
func TestWhen(t *testing.T) {
	tg := tagger(t)
	for _, c := range []struct {
		text, when, mod string
		before, after   bool
	}{
		{"It closed in September.", "2015-09", "", false, false},
		{"It has been closed since September.", "2015-09", "", false, true},
		{"It was open until Friday.", "2015-11-13", "", true, false},
		{"It was open until Friday's attacks.", "2015-11-13", "", false, false},
		{"It closed in early September.", "[2015-09-01..2015-09-10]", "START", false, false},
		{"It closed about two years ago.", "2013~", "APPROX", false, false},
		{"Over the past two years it was closed.", "2013-11-16/2015-11-16", "", false, false},
		{"It closed on 31 February 2000.", "", "", false, false},
		{"It closes every Friday.", "", "", false, false},
		{"It closed at 9.30 p.m. on 3 May 2014.", "2014-05-03", "", false, false},
		{"The season of 2014-15 was long.", "2014/2015", "", false, false},
	} {
		d := read(t, tg, "2015-11-16", c.text)
		if len(d.Times) != 1 {
			t.Errorf("%q: found %s", c.text, Marked(d))
			continue
		}
		x := d.Times[0]
		if got := x.When; !strings.HasPrefix(got.String(), c.when) || c.when == "" && got.Known() || x.Mod != c.mod ||
			x.Before != c.before || x.After != c.after {
			t.Errorf("%q: when %s mod %q before %v after %v", c.text, got, x.Mod, x.Before, x.After)
		}
		if x.When != (graph.Time{}) && !x.When.Valid() {
			t.Errorf("%q: %+v is not in normal form", c.text, x.When)
		}
	}
}

func TestReason(t *testing.T) {
	tg := tagger(t)
	for text, want := range map[string]string{
		"He left on Friday.":           "Friday before the publication date 2015-11-16 (verb: left)",
		"He left two weeks ago.":       "2 weeks before the publication date 2015-11-16",
		"He left on 31 February 2000.": "kept as text: the calendar has no such day",
		"He now lives abroad.":         "about the publication date 2015-11-16",
	} {
		x := read(t, tg, "2015-11-16", text).Times[0]
		if x.Reason != want {
			t.Errorf("%q: %s", text, x.Reason)
		}
		if !strings.HasPrefix(x.Rule, "rules/times/") || !strings.Contains(x.Rule, ":") {
			t.Errorf("%q: rule %s", text, x.Rule)
		}
	}
}

// A range in two expressions names its other end.
func TestUntil(t *testing.T) {
	tg := tagger(t)
	for _, text := range []string{"It lasted from 3 to 5 May.", "It lasted between 1990 and 1995.", "It lasted from Monday to Friday."} {
		d := read(t, tg, "2015-11-16", text)
		if len(d.Times) != 2 || d.Times[0].Until != 1 || !d.Times[0].After || !d.Times[1].Before {
			t.Errorf("%q: %+v", text, d.Times)
		}
	}
}

// With tags and a tree, the governing verb gives the direction, and tags tell months from verbs.
func TestTree(t *testing.T) {
	tg := tagger(t)
	d := Plain("Putin , who met Merkel , will visit Paris Friday .")
	for i, s := range []struct {
		upos, xpos, rel string
		head            int
	}{{"PROPN", "NNP", "nsubj", 7}, {"PUNCT", ",", "punct", 0}, {"PRON", "WP", "nsubj", 3}, {"VERB", "VBD", "acl:relcl", 0},
		{"PROPN", "NNP", "obj", 3}, {"PUNCT", ",", "punct", 0}, {"AUX", "MD", "aux", 7}, {"VERB", "VB", "root", -1},
		{"PROPN", "NNP", "obj", 7}, {"PROPN", "NNP", "obl:tmod", 7}, {"PUNCT", ".", "punct", 7}} {
		tok := &d.Tokens[i]
		tok.UPOS, tok.XPOS, tok.Rel, tok.Head = s.upos, s.xpos, s.rel, s.head
	}
	d.Published = graph.DayOf(graph.Date{Year: 2015, Month: 11, Day: 16})
	if err := tg.Tag(d); err != nil {
		t.Fatal(err)
	}
	if len(d.Times) != 1 || d.Times[0].Value != "2015-11-20" {
		t.Errorf("%+v", d.Times)
	}
}

// What follows on a date may stand in the next paragraph, but not further on.
func TestParagraphs(t *testing.T) {
	tg := tagger(t)
	for text, want := range map[string]string{
		"They met on 3 May 2014.|He left the next morning.":          "2014-05-04TMO",
		"They met in May 2014.|They parted the following month.":     "2014-06",
		"They met on 3 May 2014.|It rained.|He left the next day.":   "2015-11-17",
		"They met in 2014.|They signed it that day.":                 "2015-11-16",
		"They met on 3 May 2014.|In June he rested.|He left at 5pm.": "2015-11-16T17:00",
	} {
		d := Plain(strings.ReplaceAll(text, "|", " "))
		d.Paragraphs = d.Paragraphs[:0]
		at := 0
		for _, p := range strings.Split(text, "|") {
			d.Paragraphs = append(d.Paragraphs, extract.Paragraph{Span: extract.Span{Start: at, End: at + len(p)}})
			at += len(p) + 1
		}
		d.Published = graph.DayOf(graph.Date{Year: 2015, Month: 11, Day: 16})
		if err := tg.Tag(d); err != nil {
			t.Fatal(err)
		}
		if got := d.Times[len(d.Times)-1].Value; got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}
