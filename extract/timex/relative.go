package timex

import (
	"fmt"

	"dateline/graph"
)

// anchor is what s is measured from: the publication date, or what was said before.
func (w *work) anchor(s *sense) anchor {
	switch {
	case s.f[fAnchor] != atRunning:
		return w.published()
	case s.has(fUnit) && s.has(fRel): // the following day
		return w.said.within(s.unit(), w.published())
	}
	return w.said.latest(w.published())
}

// published is the publication date as an anchor.
func (w *work) published() anchor {
	d := w.doc.Published.First
	return anchor{date: d, unit: day, name: "the publication date " + d.String()}
}

// shifted is an amount of units before or after the anchor: two weeks ago, a year earlier.
func (w *work) shifted(s *sense, a anchor) point {
	u, n := s.unit(), int32(1000)
	if s.has(fCount) {
		n = s.f[fCount]
	}
	n *= s.f[fSign]
	if !a.date.Known() {
		return point{value: blank(u), unit: u, why: "no date to measure from"}
	}
	if s.f[fCount] == several {
		return w.vaguely(s, a)
	}
	if n%1000 != 0 && u > day { // two and a half years ago
		n, u = n*parts(u)/1000, finer(u)
	} else {
		n /= 1000
	}
	if u < day {
		return w.hours(s, a)
	}
	switch {
	case s.has(fQuarter): // the year-earlier third quarter
		if q := w.yearless(s); q.at.Known() && !q.bad {
			a = anchor{q.at, q.unit, q.value, true}
		}
	case u == year && (n == 1 || n == -1):
		if q, ok := w.said.period(); ok && s.base == 0 {
			a = q
		} else if s.has(fOpen) {
			a = w.published()
		}
	}
	grain := u
	if u == decade || u == century {
		grain = year
	}
	if a.said && a.unit < u {
		grain = a.unit
	}
	if n > 99999 || n < -99999 {
		return point{value: blank(u), unit: u, why: "too far away"}
	}
	d := move(a.date, u, int(n))
	return spanPoint(grain, d, fmt.Sprintf("%s %s %s", amountWords(abs(n), u), beforeAfter(n), a.name))
}

func parts(u unit) int32 {
	switch u {
	case year:
		return 12
	case week:
		return 7
	case month:
		return 30
	case decade:
		return 10
	case century:
		return 100
	}
	return 1
}

func finer(u unit) unit {
	switch u {
	case year:
		return month
	case week, month:
		return day
	case decade, century:
		return year
	}
	return u
}

// vaguely is "several years ago": some time before or after the anchor.
func (w *work) vaguely(s *sense, a anchor) point {
	p := point{value: "PAST_REF", unit: s.unit(), time: graph.Until(graph.DayOf(a.date)),
		why: "some time before " + a.name}
	if s.f[fSign] > 0 {
		p.value, p.time, p.why = "FUTURE_REF", graph.Since(graph.DayOf(a.date)), "some time after "+a.name
	}
	return p
}

// hours is "two hours ago": within the day of the anchor, as no more is known of its time of day.
func (w *work) hours(s *sense, a anchor) point {
	n := int(s.f[fCount]) / 1000 * int(s.f[fSign])
	days := 0
	if s.unit() == hour {
		days = n / 24
	}
	return spanPoint(day, a.date.AddDays(days), "hours or minutes from "+a.name)
}

// beside is last, this or next unit.
func (w *work) beside(s *sense, a anchor) point {
	u, n := s.unit(), int(s.f[fRel])
	if !a.date.Known() {
		return point{value: blank(u), unit: u, why: "no date to measure from"}
	}
	if u < day {
		u = day
	}
	if u == weekend && n < 0 && a.date.Weekday() > 5 && s.f[fAnchor] != atRunning {
		n++ // on a Sunday, the last weekend is the one before; on a Monday too
		n--
	}
	why := "the " + codes[fUnit][u] + " of " + a.name
	switch {
	case n == -1:
		why = "the " + codes[fUnit][u] + " before " + a.name
	case n == 1:
		why = "the " + codes[fUnit][u] + " after " + a.name
	case n != 0:
		why = fmt.Sprintf("%d %ss from %s", n, codes[fUnit][u], a.name)
	}
	return spanPoint(u, move(start(u, a.date), u, n), why)
}

// start is the first day of the span of u that holds d, so that moving by months never meets a shorter one.
func start(u unit, d graph.Date) graph.Date {
	if u == weekend {
		return graph.WeekOf(d).First
	}
	return spanAt(u, d).First
}

// periodIn is the business period last spoken of, in another year: "the 1988 period" after a third quarter is 1988-Q3.
func (w *work) periodIn(s *sense, y int, why string) point {
	q, ok := w.said.period()
	if !ok {
		return spanPoint(year, graph.Date{Year: y, Month: 1, Day: 1}, "the year as written"+why)
	}
	return spanPoint(quarter, graph.Date{Year: y, Month: q.date.Month, Day: 1}, "as "+q.name+" of that year"+why)
}

// definite is "the quarter", "the year": the one last spoken of, else the one of the publication.
func (w *work) definite(s *sense) point {
	u := s.unit()
	if p, ok := w.ended(); ok {
		return spanPoint(u, p.at, "the "+codes[fUnit][u]+" that ends "+p.value)
	}
	a := w.said.last(u, w.published())
	if !a.date.Known() {
		return point{value: blank(u), unit: u, why: "no date to measure from"}
	}
	d, why := a.date, "the "+codes[fUnit][u]+" of "+a.name
	if !a.said && w.way(s).way <= 0 && (u == weekend && d.Weekday() < 6 || u == quarter && d.DaysSince(spanAt(quarter, d).First) < 45) {
		d, why = move(start(u, d), u, -1), "the last "+codes[fUnit][u]+" before "+a.name
	}
	return spanPoint(u, d, why)
}

// ended is the date that says when the period at hand ends: "the quarter ended Sept. 30".
func (w *work) ended() (point, bool) {
	i := w.here + 2
	if i >= len(w.nodes) || w.nodes[i].class&cDate == 0 {
		return point{}, false
	}
	if e := w.nodes[i-1].entry; e == 0 || e != w.classes.ended && e != w.classes.ending {
		return point{}, false
	}
	p := w.point(&w.senses[w.nodes[i].sense])
	return p, p.at.Known() && !p.bad
}

// based resolves s against the point it hangs on: "two days after Christmas", "the third quarter of last year".
func (w *work) based(s *sense, b point) point {
	a := anchor{b.at, b.unit, b.value, true}
	switch {
	case !b.at.Known():
		return point{value: "XXXX", unit: b.unit, why: b.why}
	case s.has(fOpen):
		return w.periodIn(s, b.time.First.Year, ", "+b.why)
	case s.has(fUnit) && s.has(fSign):
		if b.unit <= day && s.unit() > day && s.has(fCount) {
			a.unit = s.unit()
		}
		p := w.shifted(s, a)
		p.why += " (" + b.why + ")"
		return p
	case s.has(fUnit) && s.has(fOrdinal):
		return w.nth(s, a)
	case s.has(fUnit) && s.has(fRel):
		return w.beside(s, a)
	case s.has(fMod) && !s.any(fMonth, fSeason, fQuarter, fHalf, fWeekday, fDay):
		return b
	}
	return w.inside(s, b, a)
}

// inside resolves the calendar fields of s within the span b.
func (w *work) inside(s *sense, b point, a anchor) point {
	why := " in " + b.value + ", " + b.why
	switch {
	case s.has(fWeekday):
		monday := graph.WeekOf(b.time.First).First
		if b.unit > week { // "a Friday in March"
			return point{value: b.value, unit: b.unit, time: b.time, at: b.at, why: describe(s) + why}
		}
		return spanPoint(day, monday.AddDays(int(s.f[fWeekday])-1), describe(s)+why)
	case s.has(fDay) && !s.has(fMonth):
		d := graph.Date{Year: b.at.Year, Month: b.at.Month, Day: int(s.f[fDay])}
		if !d.Valid() {
			return point{value: valueAt(month, b.at), unit: day, bad: true, why: "the calendar has no such day"}
		}
		return spanPoint(day, d, describe(s)+why)
	case s.has(fHoliday):
		return w.inYear(s, b.time.First.Year, why)
	}
	return fill(s, b.time.First.Year, describe(s)+why)
}

// nth is "the first day of May", "the last week of the year".
func (w *work) nth(s *sense, a anchor) point {
	u, n := s.unit(), int(s.f[fOrdinal])
	if !a.date.Known() {
		return point{value: blank(u), unit: u, why: "no date to measure from"}
	}
	whole := spanAt(max(a.unit, finestAbove(u)), a.date)
	d := whole.First
	if n < 0 {
		d = move(start(u, whole.Last), u, n+1)
	} else {
		if u == week && d.Weekday() > 4 {
			d = d.AddDays(7)
		}
		d = move(d, u, n-1)
	}
	if u == day && (d.Before(whole.First) || d.After(whole.Last)) {
		return point{value: blank(u), unit: u, bad: true, why: "there are not so many"}
	}
	return spanPoint(u, d, fmt.Sprintf("number %d of the %ss of %s", n, codes[fUnit][u], a.name))
}

// finestAbove is the unit that counts its parts in u.
func finestAbove(u unit) unit {
	switch {
	case u <= weekend:
		return month
	case u <= season:
		return year
	}
	return century
}

func amountWords(n int32, u unit) string {
	if n == 1 {
		return "1 " + codes[fUnit][u]
	}
	return fmt.Sprintf("%d %ss", n, codes[fUnit][u])
}

func beforeAfter(n int32) string {
	if n < 0 {
		return "before"
	}
	return "after"
}

func abs(n int32) int32 {
	if n < 0 {
		return -n
	}
	return n
}
