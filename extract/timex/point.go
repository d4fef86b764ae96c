package timex

import (
	"fmt"

	"dateline/graph"
)

// point is a resolved date.
type point struct {
	value string
	time  graph.Time
	unit  unit
	at    graph.Date // a day in it, to measure from; none where unknown
	why   string
	bad   bool // a day that the calendar does not have

	borrowed bool // a time of day that does not say its day
}

// anchor is a date to measure from.
type anchor struct {
	date graph.Date
	unit unit
	name string // "the publication date 2015-11-16"
	said bool   // it was read in the text
}

// spanPoint is the span of u that holds d.
func spanPoint(u unit, d graph.Date, why string) point {
	if d.Year < -9999 || d.Year > 9999 || !d.Known() {
		return point{value: blank(u), unit: u, why: "out of the calendar's years"}
	}
	return point{value: valueAt(u, d), time: spanAt(u, d), unit: u, at: d, why: why}
}

// point resolves the date in s.
func (w *work) point(s *sense) point {
	p := w.bare(s)
	p = w.clock(s, p)
	return p
}

// bare is point without the time of day.
func (w *work) bare(s *sense) point {
	switch {
	case s.base != 0:
		return w.based(s, w.point(&w.senses[s.base]))
	case s.has(fYear) && s.has(fOpen):
		return w.periodIn(s, w.year(s), "")
	case s.any(fYear, fShort) || s.any(fDecade, fCentury):
		return w.explicit(s)
	case s.has(fUnit) && s.has(fSign):
		return w.shifted(s, w.anchor(s))
	case s.has(fUnit) && s.has(fOrdinal) && !s.has(fRel) && !s.has(fOpen):
		return w.nth(s, w.said.last(year, w.published()))
	case s.has(fOpen):
		return w.definite(s)
	case s.has(fUnit) && s.has(fRel):
		return w.beside(s, w.anchor(s))
	case s.any(fMonth, fSeason, fQuarter, fHalf, fHoliday):
		return w.yearless(s)
	case s.has(fWeekday):
		return w.weekday(s)
	case s.has(fDay):
		return w.dayOfMonth(s)
	case s.any(fPart, fHour):
		return w.sameDay(s)
	}
	return point{value: "XXXX", why: "nothing to measure from"}
}

// explicit resolves what names its year, decade or century.
func (w *work) explicit(s *sense) point {
	switch {
	case s.has(fYear) || s.has(fShort):
		if s.has(fHoliday) {
			return w.inYear(s, w.year(s), ", as written")
		}
		return fill(s, w.year(s), "as written")
	case s.has(fDecade):
		y := int(s.f[fDecade]) * 10
		if y < 100 {
			y += w.centuryOf(y)
		}
		return spanPoint(decade, graph.Date{Year: y, Month: 1, Day: 1}, "the decade as written")
	}
	if c := s.f[fCentury]; c < 1 || c > 99 {
		return point{value: "XXXX", unit: century, bad: true, why: "out of the calendar's years"}
	}
	y := (int(s.f[fCentury]) - 1) * 100
	if s.f[fEra] == 1 { // the 5th century BC began with 500 BC, the year -499
		y = -int(s.f[fCentury])*100 + 1
		first := graph.Date{Year: y, Month: 1, Day: 1}
		return point{value: yearValue(y), unit: century, at: first, why: "the century as written",
			time: graph.WithinOf(first, graph.Date{Year: y + 99, Month: 12, Day: 31})}
	}
	return spanPoint(century, graph.Date{Year: y, Month: 1, Day: 1}, "the century as written")
}

// year is the year that s names.
func (w *work) year(s *sense) int {
	if !s.has(fYear) {
		y := int(s.f[fShort])
		return y + w.centuryOf(y)
	}
	y := int(s.f[fYear])
	if s.f[fEra] == 1 {
		return 1 - y
	}
	return y
}

// centuryOf is the century for a year in two digits: the one that puts it between 80 years before and 20 years after
// the publication, or between 1930 and 2029 where that is not known.
func (w *work) centuryOf(short int) int {
	from := 1930
	if p := w.doc.Published.First; p.Known() {
		from = p.Year - 80
	}
	c := from / 100 * 100
	if c+short < from {
		c += 100
	}
	return c
}

// fill resolves the calendar fields of s in a known year.
func fill(s *sense, y int, why string) point {
	d := graph.Date{Year: y, Month: 1, Day: 1}
	if y < -9999 || y > 9999 {
		return point{value: "XXXX", unit: year, why: "out of the calendar's years"}
	}
	if q := s.f[fQuarter]; s.has(fQuarter) && (q < 1 || q > 4) {
		return point{value: yearValue(y), unit: year, bad: true, why: "a year has four quarters"}
	}
	switch {
	case s.has(fMonth) && s.has(fDay):
		d.Month, d.Day = int(s.f[fMonth]), int(s.f[fDay])
		if !d.Valid() {
			return point{value: fmt.Sprintf("%s-%02d-%02d", yearValue(y), d.Month, d.Day), unit: day, bad: true,
				why: "the calendar has no such day"}
		}
		return spanPoint(day, d, why)
	case s.has(fMonth):
		d.Month = int(s.f[fMonth])
		if d.Month > 12 || d.Month < 1 {
			return point{value: yearValue(y), unit: year, bad: true, why: "the calendar has no such month"}
		}
		return spanPoint(month, d, why)
	case s.has(fQuarter):
		d.Month = 3*int(s.f[fQuarter]) - 2
		return spanPoint(quarter, d, why)
	case s.has(fHalf):
		return halfYear(y, int(s.f[fHalf]), why)
	case s.has(fSeason):
		d.Month = 3 * int(s.f[fSeason])
		return spanPoint(season, d, why)
	}
	return spanPoint(year, d, why)
}

func halfYear(y, half int, why string) point {
	if half < 0 {
		half = 2
	}
	first := graph.Date{Year: y, Month: 6*half - 5, Day: 1}
	return point{value: fmt.Sprintf("%s-H%d", yearValue(y), half), unit: quarter, at: first, why: why,
		time: graph.WithinOf(first, first.AddMonths(6).AddDays(-1))}
}

// inYear resolves s in year y, holidays too.
func (w *work) inYear(s *sense, y int, why string) point {
	if s.has(fHoliday) {
		h := &w.holidays[s.f[fHoliday]-1]
		return h.point(y, h.name+" of "+yearValue(y)+why)
	}
	return fill(s, y, describe(s)+why)
}

// sameDay is a part or time of day without its date: of the last day that was named in the paragraph, or the day of
// publication.
func (w *work) sameDay(s *sense) point {
	a := w.published()
	if p, ok := w.dayAhead(s); ok {
		return p
	}
	if !s.has(fRel) || s.f[fAnchor] == atRunning {
		a = w.said.day(a)
	}
	if !a.date.Known() {
		return point{value: blank(day), unit: day, why: "no date to measure from"}
	}
	d := a.date.AddDays(int(s.f[fRel]))
	p := spanPoint(day, d, dayWhy(int(s.f[fRel]), a))
	p.borrowed = !s.has(fRel) || s.has(fAnchor) // "this morning" says its day
	return p
}

// dayAhead is the day named within the next words of the sentence, for a time of day that stands alone.
func (w *work) dayAhead(s *sense) (point, bool) {
	if !s.has(fHour) {
		return point{}, false
	}
	for i := w.here + 1; i < len(w.nodes) && i <= w.here+5; i++ {
		n := &w.nodes[i]
		if n.class&w.classes.dayish != 0 && n.sense != 0 && !w.senses[n.sense].any(fHour, fPart) {
			p := w.bare(&w.senses[n.sense])
			return p, !p.bad && p.at.Known()
		}
	}
	return point{}, false
}

func dayWhy(n int, a anchor) string {
	switch {
	case n == 0:
		return "the day of " + a.name
	case n == -1:
		return "the day before " + a.name
	case n == 1:
		return "the day after " + a.name
	}
	return fmt.Sprintf("%d days from %s", n, a.name)
}

// clock adds the time of day to a date.
func (w *work) clock(s *sense, p point) point {
	switch {
	case s.has(fHour) && (s.f[fHour] > 24 || s.f[fMinute] > 59):
		return p // no time of day
	case s.has(fHour):
		h := int(s.f[fHour])
		switch {
		case s.f[fHalfday] == 2 && h < 12, s.f[fPart] > partMorning && h < 12 && h > 0 && !s.has(fHalfday) && s.has(fPart):
			h += 12
		case s.f[fHalfday] == 1 && h == 12:
			h = 0
		}
		clock := fmt.Sprintf("%02d:%02d", h, s.f[fMinute])
		if h == 24 {
			p.time.Clock, p.value = "", p.value+"T24:00"
			return p
		}
		p.value += "T" + clock
		if p.time.Grain == graph.Day {
			p.time.Clock = clock
		}
		if s.has(fSecond) {
			p.value += fmt.Sprintf(":%02d", s.f[fSecond])
		}
		if s.has(fZone) && zones[s.f[fZone]] != "" {
			p.value += zones[s.f[fZone]]
		}
	case s.has(fPart):
		p.value += "T" + codes[fPart][s.f[fPart]]
	}
	return p
}

// zones are the marks that values carry for time zones; only UTC has one in TIMEX3's common use.
var zones = [...]string{"", "Z"}
