package output

import (
	"fmt"
	"strings"

	"dateline/graph"
)

var (
	weekdays   = [...]string{"", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
	dayNames   = [...]string{"", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"}
	monthNames = [...]string{"", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}
)

// noYear is a year that no date is in: shortTime then says the year always.
const noYear = -1 << 20

// shortTime is t for the narrow column beside the events of one year: "Sun 15 Nov", "15–16 Nov", "30 Sep – 2 Oct",
// "28/29 Sep" for one of two days, "September", "autumn", "from 30 Sep", "by 30 Sep". The year is said only where it is another one. Empty where t is unknown.
func shortTime(t graph.Time, year int) string {
	var s string
	switch {
	case !t.First.Known() && !t.Last.Known():
		return ""
	case !t.Last.Known():
		s = "from " + shortDate(t.First, t.Grain, year)
	case !t.First.Known():
		s = "by " + shortDate(t.Last, t.Grain, year)
	case t.First == t.Last:
		s = dayNames[t.First.Weekday()] + " " + shortDate(t.First, graph.Day, year)
		if t.Clock != "" {
			s += ", " + t.Clock
		}
	case t.Grain == graph.Within && t.Last.DaysSince(t.First) == 1:
		s = strings.Replace(shortRange(t, year), "–", "/", 1) // one day or the other
	case t.Grain == graph.Within:
		if words := strings.TrimPrefix(t.Words(), "about "); !strings.HasPrefix(words, "between") {
			s = dropYear(words, year) // "early 2015"
		} else {
			s = "within " + shortRange(t, year)
		}
	case t.Grain == graph.Stretch || t.Grain == graph.Week:
		s = shortRange(t, year)
	default:
		s = dropYear(strings.TrimPrefix(t.Words(), "about "), year)
	}
	if t.About {
		s = "about " + s
	}
	return s
}

// shortWhen is shortTime of the time that a reader is told first; a day that is only likely says so.
func shortWhen(w graph.When, year int) string {
	if w.Likely.Known() {
		return "likely " + shortDate(w.Likely, graph.Day, year)
	}
	return shortTime(w.Time, year)
}

// shortDate is d as finely as g says: "15 Nov", "Nov"; with the year where it is not the given one.
func shortDate(d graph.Date, g graph.Grain, year int) string {
	s := monthNames[d.Month]
	switch g {
	case graph.Year, graph.Decade, graph.Century:
		return yearName(d.Year)
	case graph.Month, graph.Season, graph.Quarter:
	default:
		s = fmt.Sprintf("%d %s", d.Day, s)
	}
	if d.Year != year {
		s += " " + yearName(d.Year)
	}
	return s
}

// shortRange is both ends of an interval; a shared month is said once.
func shortRange(t graph.Time, year int) string {
	grain := graph.Day
	if t.First.Day == 1 && t.Last.Day == graph.DaysIn(t.Last.Year, t.Last.Month) {
		grain = graph.Month
		if t.First.Month == 1 && t.Last.Month == 12 {
			grain = graph.Year
		}
	}
	if t.First.Year == t.Last.Year && grain == graph.Year || t.First.Month == t.Last.Month && t.First.Year == t.Last.Year && grain == graph.Month {
		return shortDate(t.Last, grain, year)
	}
	if t.First.Year == t.Last.Year && t.First.Month == t.Last.Month && grain == graph.Day {
		return fmt.Sprintf("%d–%s", t.First.Day, shortDate(t.Last, grain, year))
	}
	first := year // said once, at the end
	if t.First.Year == t.Last.Year {
		first = t.First.Year
	}
	return shortDate(t.First, grain, first) + " – " + shortDate(t.Last, grain, year)
}

// dropYear strips the year from the end of words where they say more than the year: "September 2015" → "September".
func dropYear(words string, year int) string {
	if rest, ok := strings.CutSuffix(words, " "+yearName(year)); ok {
		return strings.TrimSuffix(rest, " of")
	}
	return words
}

func yearName(y int) string {
	if y <= 0 {
		return fmt.Sprintf("%d BCE", 1-y)
	}
	return fmt.Sprint(y)
}

// count is "1 article", "2 articles".
func count(n int, one string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %ss", n, one)
}
