package graph

import (
	"testing"
	"time"

	"pgregory.net/rapid"
)

func date(y, m, d int) Date { return Date{Year: y, Month: m, Day: d} }

// anyDate draws a valid day, often one that a news article could name.
func anyDate() *rapid.Generator[Date] {
	return rapid.Custom(func(t *rapid.T) Date {
		y := rapid.OneOf(rapid.IntRange(2013, 2016), rapid.IntRange(-9890, 9890)).Draw(t, "year")
		m := rapid.IntRange(1, 12).Draw(t, "month")
		d := rapid.OneOf(rapid.Just(1), rapid.Just(DaysIn(y, m)), rapid.IntRange(1, DaysIn(y, m))).Draw(t, "day")
		return Date{y, m, d}
	})
}

// anyTime draws a valid Time of every shape.
func anyTime() *rapid.Generator[Time] {
	return rapid.Custom(func(t *rapid.T) Time {
		a, b := anyDate().Draw(t, "a"), anyDate().Draw(t, "b")
		if rapid.Bool().Draw(t, "short") {
			b = a.AddDays(rapid.IntRange(0, 40).Draw(t, "days"))
		}
		var u Time
		switch rapid.IntRange(0, 11).Draw(t, "shape") {
		case 0:
			return Time{}
		case 1:
			u = DayOf(a)
			u.Clock = rapid.SampledFrom([]string{"", "", "00:00", "20:30"}).Draw(t, "clock")
		case 2:
			u = WeekOf(a)
		case 3:
			u = MonthOf(a.Year, a.Month)
		case 4:
			u = SeasonOf(a.Year, 1+a.Day%4)
		case 5:
			u = QuarterOf(a.Year, 1+a.Day%4)
		case 6:
			u = rapid.SampledFrom([]func(int) Time{YearOf, DecadeOf, CenturyOf}).Draw(t, "of")(a.Year)
		case 7, 8:
			u = rapid.SampledFrom([]func(Date, Date) Time{StretchOf, WithinOf}).Draw(t, "of")(a, b)
		case 9:
			u = PartOf(rapid.SampledFrom([]Time{MonthOf(a.Year, a.Month), YearOf(a.Year)}).Draw(t, "whole"), 1+a.Day%3)
		default:
			of := rapid.SampledFrom([]func(Time) Time{Since, Until}).Draw(t, "of")
			u = of(rapid.SampledFrom([]Time{DayOf(a), MonthOf(a.Year, a.Month), YearOf(a.Year), WeekOf(a)}).Draw(t, "end"))
		}
		u.About = rapid.Bool().Draw(t, "about")
		return u
	})
}

func TestDateAgainstTime(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := anyDate().Draw(t, "d")
		n := rapid.IntRange(-100000, 100000).Draw(t, "n")
		std := func(d Date) time.Time { return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC) }
		e := std(d).AddDate(0, 0, n)
		if got, want := d.AddDays(n), (Date{e.Year(), int(e.Month()), e.Day()}); got != want {
			t.Fatalf("%v + %d days = %v, want %v", d, n, got, want)
		}
		if got, want := d.Weekday(), (int(std(d).Weekday())+6)%7+1; got != want {
			t.Fatalf("weekday of %v = %d, want %d", d, got, want)
		}
		y, w := d.ISOWeek()
		if wy, ww := std(d).ISOWeek(); y != wy || w != ww {
			t.Fatalf("week of %v = %d-W%d, want %d-W%d", d, y, w, wy, ww)
		}
		if m := Monday(y, w); d.DaysSince(m) != d.Weekday()-1 {
			t.Fatalf("Monday of week of %v = %v", d, m)
		}
		if got, err := ParseDate(d.String()); err != nil || got != d {
			t.Fatalf("ParseDate(%q) = %v, %v", d.String(), got, err)
		}
	})
}

func TestAddMonths(t *testing.T) {
	for _, c := range []struct {
		d    Date
		n    int
		want Date
	}{
		{date(2015, 1, 31), 1, date(2015, 2, 28)},
		{date(2016, 1, 31), 1, date(2016, 2, 29)},
		{date(2015, 1, 15), -1, date(2014, 12, 15)},
		{date(2015, 12, 15), 1, date(2016, 1, 15)},
		{date(1, 1, 31), -1, date(0, 12, 31)},
		{date(-1, 11, 30), -12, date(-2, 11, 30)},
		{Date{}, 3, Date{}},
	} {
		if got := c.d.AddMonths(c.n); got != c.want {
			t.Errorf("%v + %d months = %v, want %v", c.d, c.n, got, c.want)
		}
	}
	if got := date(2016, 2, 29).AddYears(1); got != date(2017, 2, 28) {
		t.Errorf("AddYears = %v", got)
	}
}

func TestTimeLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b, c := anyTime().Draw(t, "a"), anyTime().Draw(t, "b"), anyTime().Draw(t, "c")
		if !a.Valid() {
			t.Fatalf("%+v is not valid; normal form %+v", a, a.Normal())
		}
		if got, err := ParseTime(a.String()); err != nil || got != a {
			t.Fatalf("%+v prints %q, reads %+v, %v", a, a.String(), got, err)
		}
		if (a.Compare(b) == 0) != (a == b) || a.Compare(b) != -b.Compare(a) {
			t.Fatalf("Compare(%v, %v) = %d, reverse %d", a, b, a.Compare(b), b.Compare(a))
		}
		if a.Compare(b) <= 0 && b.Compare(c) <= 0 && a.Compare(c) > 0 {
			t.Fatalf("order not transitive: %v %v %v", a, b, c)
		}
		if a.Overlaps(b) != b.Overlaps(a) || a.Contains(b) && !a.Overlaps(b) {
			t.Fatalf("overlap of %v and %v", a, b)
		}
		if a.Precedes(b) && (a.Overlaps(b) || b.Precedes(a)) {
			t.Fatalf("%v precedes and overlaps %v", a, b)
		}
		i, ok := a.Intersect(b)
		if j, ok2 := b.Intersect(a); i != j || ok != ok2 || ok != a.Overlaps(b) {
			t.Fatalf("intersection of %v and %v: %v %v, reverse %v %v", a, b, i, ok, j, ok2)
		}
		if ok && !(a.Contains(i) && b.Contains(i) && i.Valid()) {
			t.Fatalf("%v in both %v and %v", i, a, b)
		}
		if (a.Words() == "") == a.Known() {
			t.Fatalf("%v in words: %q", a, a.Words())
		}
	})
}

func TestTimeForms(t *testing.T) {
	d := date(2015, 9, 30)
	clock := DayOf(date(2015, 11, 15))
	clock.Clock = "20:30"
	approx := YearOf(2015)
	approx.About = true
	approxOpen := Since(MonthOf(2015, 9))
	approxOpen.About = true
	for _, c := range []struct {
		t           Time
		edtf, words string
	}{
		{Time{}, "", ""},
		{DayOf(d), "2015-09-30", "30 September 2015"},
		{clock, "2015-11-15T20:30", "15 November 2015, 20:30"},
		{MonthOf(2015, 9), "2015-09", "September 2015"},
		{YearOf(2015), "2015", "2015"},
		{approx, "2015~", "about 2015"},
		{YearOf(-43), "-0043", "44 BCE"},
		{DayOf(date(-43, 3, 15)), "-0043-03-15", "15 March 44 BCE"},
		{WeekOf(d), "[2015-09-28..2015-10-04]", "week of 28 September 2015"},
		{SeasonOf(2015, 1), "2015-21", "spring 2015"},
		{SeasonOf(2015, 4), "2015-24", "winter 2015/16"},
		{QuarterOf(2015, 3), "2015-35", "third quarter of 2015"},
		{DecadeOf(2015), "201X", "the 2010s"},
		{CenturyOf(1915), "19XX", "the 20th century"},
		{StretchOf(date(2015, 9, 28), date(2015, 10, 2)), "2015-09-28/2015-10-02", "28 September to 2 October 2015"},
		{StretchOf(date(2015, 5, 1), date(2015, 7, 31)), "2015-05/2015-07", "May to July 2015"},
		{StretchOf(date(2014, 1, 1), date(2015, 12, 31)), "2014/2015", "2014 to 2015"},
		{StretchOf(date(2015, 1, 1), date(2015, 12, 31)), "2015-01/2015-12", "January to December 2015"},
		{StretchOf(date(2015, 9, 1), date(2015, 9, 30)), "2015-09-01/2015-09-30", "1 to 30 September 2015"},
		{WithinOf(date(2015, 9, 28), d), "[2015-09-28..2015-09-30]", "between 28 and 30 September 2015"},
		{WithinOf(date(2014, 12, 30), date(2015, 1, 2)), "[2014-12-30..2015-01-02]", "between 30 December 2014 and 2 January 2015"},
		{PartOf(MonthOf(2015, 9), 1), "[2015-09-01..2015-09-10]", "early September 2015"},
		{PartOf(MonthOf(2015, 9), 2), "[2015-09-11..2015-09-20]", "mid-September 2015"},
		{PartOf(MonthOf(2015, 2), 3), "[2015-02-21..2015-02-28]", "late February 2015"},
		{PartOf(YearOf(2015), 2), "[2015-05..2015-08]", "mid-2015"},
		{Since(DayOf(d)), "2015-09-30/..", "since 30 September 2015"},
		{Since(MonthOf(2015, 9)), "2015-09/..", "since September 2015"},
		{approxOpen, "2015-09~/..", "since about September 2015"},
		{Until(YearOf(2015)), "../2015", "until 2015"},
		{Until(WeekOf(d)), "../2015-10-04", "until 4 October 2015"},
	} {
		if got := c.t.String(); got != c.edtf {
			t.Errorf("EDTF of %+v = %q, want %q", c.t, got, c.edtf)
		}
		if got := c.t.Words(); got != c.words {
			t.Errorf("%s in words = %q, want %q", c.edtf, got, c.words)
		}
		if got, err := ParseTime(c.edtf); err != nil || got != c.t {
			t.Errorf("ParseTime(%q) = %+v, %v, want %+v", c.edtf, got, err, c.t)
		}
	}
}

func TestNormal(t *testing.T) {
	for _, c := range []struct {
		name    string
		t, want Time
	}{
		{"one day", Time{First: date(2015, 9, 3), Last: date(2015, 9, 3), Grain: Stretch}, DayOf(date(2015, 9, 3))},
		{"swapped", Time{First: date(2015, 9, 5), Last: date(2015, 9, 3), Grain: Within}, WithinOf(date(2015, 9, 3), date(2015, 9, 5))},
		{"a week", WithinOf(date(2015, 9, 28), date(2015, 10, 4)), WeekOf(date(2015, 9, 28))},
		{"a month", WithinOf(date(2015, 9, 1), date(2015, 9, 30)), MonthOf(2015, 9)},
		{"bounds that are no month", Time{First: date(2015, 9, 2), Last: date(2015, 9, 9), Grain: Month}, WithinOf(date(2015, 9, 2), date(2015, 9, 9))},
		{"clock of a month", Time{First: date(2015, 9, 1), Last: date(2015, 9, 30), Grain: Month, Clock: "20:30"}, MonthOf(2015, 9)},
		{"no day of the calendar", DayOf(Date{2015, 2, 30}), Time{}},
		{"one bound that is none", Time{First: Date{2015, 13, 1}, Last: Date{2015, 12, 1}, Grain: Within}, Time{}},
		{"bad clock", Time{First: date(2015, 9, 1), Last: date(2015, 9, 1), Grain: Day, Clock: "25:30"}, DayOf(date(2015, 9, 1))},
	} {
		if got := c.t.Normal(); got != c.want {
			t.Errorf("%s: %+v, want %+v", c.name, got, c.want)
		}
	}
}

func TestParseTimeRefuses(t *testing.T) {
	for _, s := range []string{"15", "2015-13", "2015-02-29", "2015-9-3", "..", "../..", "/", "[2015]", "[2015-09-30..2015-09-28]",
		"2015-10/2015-09", "2015-09-30T25:00", "2015-09T20:30", "yesterday", "-0000", "2015-W54", "20X", "2X15", "2015~~", "2015-09-30/2015-10-01/2015-10-02", "２０１５"} {
		if got, err := ParseTime(s); err == nil {
			t.Errorf("ParseTime(%q) = %+v, want an error", s, got)
		}
	}
	for s, want := range map[string]Time{"2015-W40": WeekOf(date(2015, 9, 30)), "2015-W40-3": DayOf(date(2015, 9, 30)),
		"2015-09/": Since(MonthOf(2015, 9)), "[..2015-09-30]": Until(DayOf(date(2015, 9, 30))), "{2015-09..2015-10}": StretchOf(date(2015, 9, 1), date(2015, 10, 31))} {
		if got, err := ParseTime(s); err != nil || got != want {
			t.Errorf("ParseTime(%q) = %+v, %v, want %+v", s, got, err, want)
		}
	}
}

func FuzzParseTime(f *testing.F) {
	for _, s := range []string{"", "2015-09-30T15:30~", "[2015~..2016~]", "201X", "-0043-03/..", "2015-W40-3", "2015-24"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		a, err := ParseTime(s)
		if err != nil {
			return
		}
		if b, err := ParseTime(a.String()); err != nil || a != b || !a.Valid() {
			t.Fatalf("%q reads %+v, prints %q, reads %+v, %v", s, a, a.String(), b, err)
		}
		a.Words()
	})
}
