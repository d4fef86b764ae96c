package graph

import "cmp"

// Grain is how finely a Time is known.
type Grain uint8

// The grains, from none to coarse. Stretch is an interval that lasted from First to Last; Within is one day, or more,
// somewhere between First and Last, both included. Day…Century are read like Within, with bounds that the calendar
// gives: "in September" is some day or days of September.
const (
	NoGrain Grain = iota
	Day
	Week    // Monday to Sunday
	Month   // of the calendar, as Quarter and Year
	Season  // spring from March, summer from June, autumn from September, winter from December into the next year
	Quarter // January to March is the first
	Year
	Decade  // 2010 to 2019; only from year 0 on
	Century // 2000 to 2099; only from year 0 on
	Stretch
	Within
)

// Time is the days that an expression may mean. The zero Time is unknown.
//
// First ≤ Last where both are known. A Time with only First is open towards the future ("since September"), one with
// only Last is open towards the past; their Grain says how finely the known end is known: Day, Month or Year.
type Time struct {
	First, Last Date   // inclusive
	Grain       Grain  // how First and Last are to be read
	About       bool   // approximate: "about", "around"
	Clock       string // time of day as HH:MM, empty if none; only with Grain Day
}

// DayOf is one day.
func DayOf(d Date) Time { return Time{First: d, Last: d, Grain: Day} }

// WeekOf is the week, Monday to Sunday, that holds d.
func WeekOf(d Date) Time {
	monday := d.AddDays(1 - d.Weekday())
	return Time{First: monday, Last: monday.AddDays(6), Grain: Week}
}

// MonthOf is a whole month, 1…12.
func MonthOf(year, month int) Time {
	return Time{First: Date{year, month, 1}, Last: Date{year, month, DaysIn(year, month)}, Grain: Month}
}

// SeasonOf is spring (1), summer (2), autumn (3) or winter (4) of the north; winter is December of year with January
// and February of the next.
func SeasonOf(year, season int) Time {
	first := Date{year, 3 * season, 1}
	return Time{First: first, Last: first.AddMonths(3).AddDays(-1), Grain: Season}
}

// QuarterOf is a quarter of the year, 1…4.
func QuarterOf(year, quarter int) Time {
	first := Date{year, 3*quarter - 2, 1}
	return Time{First: first, Last: first.AddMonths(3).AddDays(-1), Grain: Quarter}
}

// YearOf is a whole year.
func YearOf(year int) Time { return years(year, 1, Year) }

// DecadeOf is the ten years that hold year, 2010 to 2019; below year 0 it is a Within.
func DecadeOf(year int) Time { return years(floorDiv(year, 10)*10, 10, Decade) }

// CenturyOf is the hundred years with the same beginning, 1900 to 1999; below year 0 it is a Within.
func CenturyOf(year int) Time { return years(floorDiv(year, 100)*100, 100, Century) }

func years(from, n int, g Grain) Time {
	if from < 0 && g != Year {
		g = Within
	}
	return Time{First: Date{from, 1, 1}, Last: Date{from + n - 1, 12, 31}, Grain: g}
}

// StretchOf is an interval that lasts from first to last, both included, in either order.
func StretchOf(first, last Date) Time { return interval(first, last, Stretch) }

// WithinOf is some day or days between first and last, both included, in either order.
func WithinOf(first, last Date) Time { return interval(first, last, Within) }

func interval(first, last Date, g Grain) Time {
	if last.Before(first) {
		first, last = last, first
	}
	return Time{First: first, Last: last, Grain: g}.Normal()
}

// PartOf is the beginning (1), the middle (2) or the end (3) of a span: "early September" is its first ten days,
// "mid-September" the ten after them, "late September" what is left; quarters to centuries are cut into thirds at the
// borders of months, other spans into thirds by days.
func PartOf(t Time, part int) Time {
	if !t.First.Known() || !t.Last.Known() || part < 1 || 3 < part {
		return t
	}
	cut := func(i int) Date { return t.First.AddDays(i * (t.Days() / 3)) }
	switch t.Grain {
	case Month:
		cut = func(i int) Date { return t.First.AddDays(10 * i) }
	case Season, Quarter:
		cut = t.First.AddMonths
	case Year:
		cut = func(i int) Date { return t.First.AddMonths(4 * i) }
	case Decade:
		cut = func(i int) Date { return t.First.AddMonths(40 * i) }
	case Century:
		cut = func(i int) Date { return t.First.AddMonths(400 * i) }
	}
	u := Time{First: cut(part - 1), Last: t.Last, Grain: Within, About: t.About}
	if part < 3 {
		u.Last = cut(part).AddDays(-1)
	}
	return u.Normal()
}

// Since is the time from t's beginning on, without an end: Since(MonthOf(2015, 9)) is "since September 2015".
func Since(t Time) Time {
	return Time{First: t.First, Grain: t.Grain, About: t.About}.Normal()
}

// Until is the time up to t's end, without a beginning.
func Until(t Time) Time {
	return Time{Last: t.Last, Grain: t.Grain, About: t.About}.Normal()
}

// Known tells whether t says anything.
func (t Time) Known() bool { return t.First.Known() || t.Last.Known() }

// Open tells whether t has a beginning or an end, but not both.
func (t Time) Open() bool { return t.First.Known() != t.Last.Known() }

// Days is the number of days of t; 0 where it is unknown or open.
func (t Time) Days() int {
	if !t.First.Known() || !t.Last.Known() {
		return 0
	}
	return t.Last.DaysSince(t.First) + 1
}

// Valid tells whether t holds to what its comments promise and is in the one form that Normal gives.
func (t Time) Valid() bool { return t == t.Normal() }

// Normal is t in the one form that each meaning has, which is also what reading its EDTF gives: an interval of one day
// is a Day, a Within that is just a week, a month or a year has that grain, bounds that do not fit their grain make it
// a Within, bounds in the wrong order are swapped, a time of day stays with days only, and a bound that is no day of
// the calendar makes the whole unknown.
func (t Time) Normal() Time {
	if t.First != (Date{}) && !t.First.Valid() || t.Last != (Date{}) && !t.Last.Valid() {
		return Time{}
	}
	switch {
	case !t.Known():
		return Time{}
	case t.Open():
		return t.normalOpen()
	case t.Last.Before(t.First):
		t.First, t.Last = t.Last, t.First
	}
	if t.Grain == NoGrain || t.Grain > Within || t.Grain < Stretch && t != t.span(t.Grain) {
		t.Grain = Within
	}
	if t.First == t.Last {
		t.Grain = Day
	}
	if t.Grain == Within {
		for _, g := range [...]Grain{Week, Month, Year} {
			if s := t.span(g); s.First == t.First && s.Last == t.Last {
				t.Grain = g
				break
			}
		}
	}
	if t.Grain != Day || !validClock(t.Clock) {
		t.Clock = ""
	}
	return t
}

// normalOpen reduces the grain of an open interval to one that EDTF can write at an end.
func (t Time) normalOpen() Time {
	t.Clock = ""
	var g Grain
	switch t.Grain {
	case Month, Season, Quarter:
		g = Month
	case Year, Decade, Century:
		g = Year
	}
	if g != Month && g != Year || !t.aligned(g) {
		g = Day
	}
	t.Grain = g
	return t
}

// aligned tells whether the known ends of t are ends of months, or of years.
func (t Time) aligned(g Grain) bool {
	f, l := t.First, t.Last
	if f.Known() && (f.Day != 1 || g == Year && f.Month != 1) {
		return false
	}
	return !l.Known() || l.Day == DaysIn(l.Year, l.Month) && (g == Month || l.Month == 12)
}

// span is t with the bounds that the calendar gives to the g that holds t.First.
func (t Time) span(g Grain) Time {
	d := t.First
	s := Time{First: d, Last: d, Grain: Day}
	switch g {
	case Week:
		s = WeekOf(d)
	case Month:
		s = MonthOf(d.Year, d.Month)
	case Season:
		s = SeasonOf(d.Year, max(d.Month/3, 1))
	case Quarter:
		s = QuarterOf(d.Year, (d.Month+2)/3)
	case Year:
		s = YearOf(d.Year)
	case Decade:
		s = DecadeOf(d.Year)
	case Century:
		s = CenturyOf(d.Year)
	}
	s.About, s.Clock = t.About, t.Clock
	return s
}

func validClock(s string) bool {
	if len(s) != 5 || s[2] != ':' {
		return false
	}
	h, ok := digits(s, 2)
	m, ok2 := digits(s[3:], 2)
	return ok && ok2 && h < 24 && m < 60
}

// Compare is a total order for timelines: by the first day (for a time open towards the past: its last), then the last
// day, time of day and grain. Unknown times come after all others.
func (t Time) Compare(u Time) int {
	if a, b := t.Known(), u.Known(); a != b {
		return -cmp.Compare(b2i(a), b2i(b))
	}
	if c := t.begin().Compare(u.begin()); c != 0 {
		return c
	}
	if a, b := t.Last.Known(), u.Last.Known(); a != b { // no end is later than any end
		return -cmp.Compare(b2i(a), b2i(b))
	}
	if c := t.Last.Compare(u.Last); c != 0 {
		return c
	}
	return cmp.Or(cmp.Compare(t.Clock, u.Clock), cmp.Compare(t.Grain, u.Grain), t.First.Compare(u.First),
		cmp.Compare(b2i(t.About), b2i(u.About)))
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (t Time) begin() Date {
	if t.First.Known() {
		return t.First
	}
	return t.Last
}

// Contains tells whether all days of u are days of t. Unknown times contain nothing and lie in nothing.
func (t Time) Contains(u Time) bool {
	if !t.Known() || !u.Known() {
		return false
	}
	return (!t.First.Known() || u.First.Known() && !u.First.Before(t.First)) &&
		(!t.Last.Known() || u.Last.Known() && !u.Last.After(t.Last))
}

// Overlaps tells whether t and u have a day in common; false where one is unknown.
func (t Time) Overlaps(u Time) bool {
	if !t.Known() || !u.Known() {
		return false
	}
	return !(t.Last.Known() && u.First.Known() && t.Last.Before(u.First)) &&
		!(u.Last.Known() && t.First.Known() && u.Last.Before(t.First))
}

// Precedes tells whether every day of t is before every day of u; false where that is not known.
func (t Time) Precedes(u Time) bool {
	return t.Last.Known() && u.First.Known() && t.Last.Before(u.First)
}

// Intersect is the days that t and u have in common, false if there are none or one is unknown. Where one contains the
// other it is the narrower, with its grain; it is approximate only if both are. A time of day that only one names stays.
func (t Time) Intersect(u Time) (Time, bool) {
	switch {
	case !t.Overlaps(u):
		return Time{}, false
	case u.Contains(t) && t.Contains(u): // same days: the finer reading
		if u.Clock != "" && t.Clock == "" || u.Grain < t.Grain && t.Clock == "" {
			t, u = u, t
		}
	case t.Contains(u):
		t, u = u, t
	case !u.Contains(t):
		g := Within
		if t.Grain == Stretch && u.Grain == Stretch {
			g = Stretch
		}
		if !t.First.Known() || u.First.Known() && t.First.Before(u.First) {
			t.First = u.First
		}
		if !t.Last.Known() || u.Last.Known() && u.Last.Before(t.Last) {
			t.Last = u.Last
		}
		t.Grain, t.Clock = g, ""
	}
	t.About = t.About && u.About
	return t.Normal(), true
}
