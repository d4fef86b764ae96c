package timex

import (
	"fmt"

	"dateline/extract"
	"dateline/graph"
)

var weekdayNames = [...]string{"", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}

var monthNames = [...]string{"", "January", "February", "March", "April", "May", "June", "July", "August", "September",
	"October", "November", "December"}

var seasonWords = [...]string{"", "spring", "summer", "autumn", "winter"}

// describe puts the calendar fields of s in words.
func describe(s *sense) string {
	switch {
	case s.has(fMonth) && s.has(fDay) && s.f[fMonth] <= 12:
		return fmt.Sprintf("%d %s", s.f[fDay], monthNames[s.f[fMonth]])
	case s.has(fMonth) && s.f[fMonth] <= 12:
		return monthNames[s.f[fMonth]]
	case s.has(fSeason):
		return seasonWords[s.f[fSeason]]
	case s.has(fQuarter):
		return fmt.Sprintf("quarter %d", s.f[fQuarter])
	case s.has(fHalf):
		return fmt.Sprintf("half %d", s.f[fHalf])
	case s.has(fWeekday):
		return weekdayNames[s.f[fWeekday]]
	case s.has(fDay):
		return fmt.Sprintf("day %d", s.f[fDay])
	}
	return "the date"
}

// way is where s points: by its own word (last, next), else by the verb it hangs on.
func (w *work) way(s *sense) direction {
	if s.has(fRel) {
		return direction{int(s.f[fRel]), ""}
	}
	if w.chosen.known {
		return w.chosen.direction
	}
	w.chosen.direction, w.chosen.known = w.governor(w.chosen.at), true
	return w.chosen.direction
}

// chosen keeps the direction of the expression at hand, so that it is looked for only once, and only if needed.
type chosen struct {
	direction direction
	known     bool
	at        extract.Range
}

// why says in words how a direction chose.
func (d direction) why(a anchor, later bool) string {
	s := " before " + a.name
	if later {
		s = " after " + a.name
	}
	if d.word != "" {
		s += " (verb: " + d.word + ")"
	}
	return s
}

// weekday is the nearest such day: on or before the publication date, after it where the verb says so.
func (w *work) weekday(s *sense) point {
	a := w.published()
	if s.f[fAnchor] == atRunning {
		a = w.said.day(a)
	}
	if !a.date.Known() {
		return point{value: fmt.Sprintf("XXXX-WXX-%d", s.f[fWeekday]), unit: day, why: "no date to measure from"}
	}
	way := w.way(s)
	n := int(s.f[fWeekday]) - a.date.Weekday()
	switch {
	case s.f[fAnchor] == atRunning && s.has(fRel):
		if n >= 0 && way.way < 0 {
			n -= 7
		} else if n <= 0 && way.way > 0 {
			n += 7
		}
	case s.has(fRel) && way.way == 0: // this Friday: of the week at hand
	case way.way < 0 || way.way == 0:
		if n > 0 || n == 0 && s.has(fRel) {
			n -= 7
		}
	default:
		if n < 0 || n == 0 && s.has(fRel) {
			n += 7
		}
	}
	d := a.date.AddDays(n)
	if n == 0 {
		return spanPoint(day, d, weekdayNames[d.Weekday()]+", the day of "+a.name)
	}
	return spanPoint(day, d, weekdayNames[d.Weekday()]+way.why(a, n > 0))
}

// yearless chooses the year of a month, day, season, quarter or holiday.
func (w *work) yearless(s *sense) point {
	a := w.published()
	if s.f[fAnchor] == atRunning {
		a = w.said.latest(a)
	} else if !s.has(fRel) {
		a = w.said.narrative(a)
	}
	if !a.date.Known() {
		return w.underspecified(s)
	}
	y := a.date.Year
	if a.date != w.doc.Published.First {
		return w.inYear(s, y, ", in the year of "+a.name)
	}
	way := w.way(s)
	switch {
	case s.has(fRel) && way.way == 0:
		if s.has(fSeason) { // the winter that began in December
			y = spanAt(season, a.date).First.Year
			if s.f[fSeason] != 4 {
				y = a.date.Year
			}
		}
		return w.inYear(s, y, " of the year of "+a.name)
	case s.has(fRel):
		return w.strictly(s, a, way.way)
	}
	return w.nearest(s, a, way)
}

// strictly is last or next March: the one before or after the one at hand.
func (w *work) strictly(s *sense, a anchor, way int) point {
	for k := range 9 { // holidays may be some years apart, leap days up to eight
		p := w.inYear(s, a.date.Year+way*(k-1), direction{way: way}.why(a, way > 0))
		if p.bad {
			continue
		}
		if way < 0 && p.time.Last.Before(a.date) || way > 0 && p.time.First.After(a.date) {
			return p
		}
	}
	return w.underspecified(s)
}

// nearest picks the year by the verb: the past takes the latest that began by the publication date unless that is
// more than nine months back and the next is within three; the future takes the next unless it is more than nine
// months off; without a verb the nearer one wins.
func (w *work) nearest(s *sense, a anchor, way direction) point {
	before, after := w.around(s, a, way)
	switch {
	case !before.at.Known() && !after.at.Known():
		return w.inYear(s, a.date.Year, "")
	case !before.at.Known():
		return after
	case !after.at.Known():
		return before
	}
	back, on := a.date.DaysSince(before.time.First), after.time.First.DaysSince(a.date)
	if before.time.Last.After(a.date) { // in it now
		back = 0
	}
	switch {
	case before.unit == quarter && back <= 190:
		return before
	case back == 0:
		if way.way > 0 && before.unit > day && on < 330 {
			return after
		}
		return before
	case way.way < 0 && s.has(fHoliday):
		return before
	case way.way < 0 && before.unit > day && (back < 300 || on > 31):
		return before
	case way.way < 0 && before.unit <= day && (back <= 280 || on > 90):
		return before
	case way.way > 0 && (on <= 280 || back > 90):
		return after
	case way.way == 0 && back <= 2*on:
		return before
	case way.way == 0:
		return after
	case back <= on:
		return before
	}
	return after
}

// around is the last one that began on or before the anchor and the first that begins after it.
func (w *work) around(s *sense, a anchor, way direction) (before, after point) {
	for k := 1; k >= -8 && !before.at.Known(); k-- {
		p := w.inYear(s, a.date.Year+k, way.why(a, false))
		if !p.bad && p.at.Known() && !p.time.First.After(a.date) {
			before = p
		}
	}
	for k := 0; k <= 8 && !after.at.Known(); k++ {
		p := w.inYear(s, a.date.Year+k, way.why(a, true))
		if !p.bad && p.at.Known() && p.time.First.After(a.date) {
			after = p
		}
	}
	return before, after
}

// underspecified is the value of a date without its year.
func (w *work) underspecified(s *sense) point {
	p := point{value: "XXXX", unit: year, why: "no date to measure from"}
	switch {
	case s.has(fHoliday):
		h := &w.holidays[s.f[fHoliday]-1]
		p = h.point(2000, "")
		p.value, p.time, p.at = "XXXX"+p.value[4:], graph.Time{}, graph.Date{}
		if h.moves() {
			p.value = "XXXX"
		}
		p.why = h.name + ", but no date to measure from"
	case s.has(fMonth) && s.has(fDay):
		p = fill(s, 2000, "")
		p.value, p.unit = "XXXX"+p.value[4:], day
		p.time, p.at, p.why = graph.Time{}, graph.Date{}, "no date to measure from"
	case s.has(fMonth):
		p.value, p.unit = fmt.Sprintf("XXXX-%02d", s.f[fMonth]), month
	case s.has(fSeason):
		p.value, p.unit = "XXXX-"+seasonNames[s.f[fSeason]], season
	case s.has(fQuarter):
		p.value, p.unit = fmt.Sprintf("XXXX-Q%d", s.f[fQuarter]), quarter
	case s.has(fHalf):
		p.value = fmt.Sprintf("XXXX-H%d", max(s.f[fHalf], 1))
	}
	return p
}

// dayOfMonth is "the 25th": of the month that puts it nearest.
func (w *work) dayOfMonth(s *sense) point {
	a := w.said.latest(w.published())
	if !a.date.Known() {
		return point{value: fmt.Sprintf("XXXX-XX-%02d", s.f[fDay]), unit: day, why: "no date to measure from"}
	}
	way := w.way(s)
	for k := range 4 {
		step := -k
		if way.way > 0 {
			step = k
		}
		m := graph.Date{Year: a.date.Year, Month: a.date.Month, Day: 1}.AddMonths(step)
		d := graph.Date{Year: m.Year, Month: m.Month, Day: int(s.f[fDay])}
		if d.Valid() && (way.way > 0 && !d.Before(a.date) || way.way <= 0 && !d.After(a.date)) {
			return spanPoint(day, d, fmt.Sprintf("the next day %d%s", s.f[fDay], way.why(a, step > 0 || d.After(a.date))))
		}
	}
	return point{value: fmt.Sprintf("XXXX-XX-%02d", s.f[fDay]), unit: day, bad: true, why: "the calendar has no such day"}
}
