package timex

import (
	"dateline/extract"
	"dateline/graph"
)

// reference is the vague past, present and future: recently, now, soon.
func (w *work) reference(x *extract.Timex, s *sense) {
	x.Type, x.Value = "DATE", codes[fRef][s.f[fRef]]
	a := w.published()
	if !a.date.Known() {
		x.Reason = "a vague time, and no publication date"
		return
	}
	at := graph.DayOf(a.date)
	switch s.f[fRef] {
	case refPast:
		x.When, x.Reason = graph.Until(at), "some time before "+a.name
	case refFuture:
		x.When, x.Reason = graph.Since(at), "some time after "+a.name
	default:
		at.About = true
		x.When, x.Reason = at, "about "+a.name
	}
}

// repeated is a set: every day, each Thursday, weekly.
func (w *work) repeated(x *extract.Timex, s *sense) {
	x.Type, x.Reason = "SET", "repeats"
	switch {
	case s.has(fWeekday):
		x.Value = "XXXX-WXX-" + string(rune('0'+s.f[fWeekday]))
	case s.any(fMonth, fSeason, fQuarter):
		x.Value = w.underspecified(s).value
	case s.has(fPart) && !s.has(fUnit):
		x.Value = "XXXX-XX-XX"
	default:
		n := int32(1000)
		if s.has(fCount) {
			n = s.f[fCount]
		}
		x.Value = duration(n, s.unit())
		return
	}
	if s.has(fPart) {
		x.Value += "T" + codes[fPart][s.f[fPart]]
	}
}

// lasting is a duration. "The past two years" and "the next 14 months" hang on the publication date.
func (w *work) lasting(x *extract.Timex, s *sense) {
	n := int32(1000)
	if s.has(fCount) {
		n = s.f[fCount]
	}
	x.Type, x.Value, x.Reason = "DURATION", duration(n, s.unit()), "a length of time"
	a := w.anchor(s)
	if s.f[fRel] == 0 || !a.date.Known() || n == several || s.unit() < day {
		return
	}
	way := int(s.f[fRel])
	far, ok := w.away(a.date, s.unit(), n*s.f[fRel])
	if !ok {
		return
	}
	x.When = graph.StretchOf(a.date, far)
	x.Reason = amountWords(n/1000, s.unit()) + " up to " + a.name
	if way > 0 {
		x.Reason = amountWords(n/1000, s.unit()) + " from " + a.name
	}
}

// away is the day an amount in thousandths from d, false where it leaves the calendar.
func (w *work) away(d graph.Date, u unit, n int32) (graph.Date, bool) {
	if n%1000 != 0 {
		n, u = n/1000*parts(u)+n%1000*parts(u)/1000, finer(u)
	} else {
		n /= 1000
	}
	if n > 9999 || n < -9999 {
		return d, false
	}
	far := move(d, u, int(n))
	return far, far.Valid()
}
