package timex

import (
	"fmt"
	"strconv"
	"strings"

	"dateline/graph"
)

// seasonNames are the seasons of TIMEX3, from spring.
var seasonNames = [...]string{"", "SP", "SU", "FA", "WI"}

// spanAt is the calendar's span of a unit that holds d.
func spanAt(u unit, d graph.Date) graph.Time {
	switch u {
	case week:
		return graph.WeekOf(d)
	case weekend:
		monday := graph.WeekOf(d).First
		return graph.WithinOf(monday.AddDays(5), monday.AddDays(6))
	case month:
		return graph.MonthOf(d.Year, d.Month)
	case quarter:
		return graph.QuarterOf(d.Year, (d.Month+2)/3)
	case season:
		y, s := d.Year, d.Month/3
		if s == 0 {
			y, s = y-1, 4
		}
		return graph.SeasonOf(y, s)
	case year:
		return graph.YearOf(d.Year)
	case decade:
		return graph.DecadeOf(d.Year)
	case century:
		return graph.CenturyOf(d.Year)
	case millennium:
		y := d.Year - (d.Year%1000+1000)%1000
		return graph.WithinOf(graph.Date{Year: y, Month: 1, Day: 1}, graph.Date{Year: y + 999, Month: 12, Day: 31})
	}
	return graph.DayOf(d)
}

// move is d moved by n units.
func move(d graph.Date, u unit, n int) graph.Date {
	switch u {
	case day:
		return d.AddDays(n)
	case week, weekend:
		return d.AddDays(7 * n)
	case month:
		return d.AddMonths(n)
	case quarter, season:
		return d.AddMonths(3 * n)
	case year:
		return d.AddYears(n)
	case decade:
		return d.AddYears(10 * n)
	case century:
		return d.AddYears(100 * n)
	case millennium:
		return d.AddYears(1000 * n)
	}
	return d
}

// valueAt is the TIMEX3 value of the span of u that holds d.
func valueAt(u unit, d graph.Date) string {
	switch u {
	case week, weekend:
		y, n := d.ISOWeek()
		v := fmt.Sprintf("%s-W%02d", yearValue(y), n)
		if u == weekend {
			v += "-WE"
		}
		return v
	case month:
		return fmt.Sprintf("%s-%02d", yearValue(d.Year), d.Month)
	case quarter:
		return fmt.Sprintf("%s-Q%d", yearValue(d.Year), (d.Month+2)/3)
	case season:
		t := spanAt(season, d)
		return yearValue(t.First.Year) + "-" + seasonNames[t.First.Month/3]
	case year:
		return yearValue(d.Year)
	case decade:
		if d.Year >= 0 {
			return fmt.Sprintf("%03d", d.Year/10)
		}
	case century:
		if d.Year >= 0 {
			return fmt.Sprintf("%02d", d.Year/100)
		}
	case millennium:
		if d.Year >= 0 {
			return strconv.Itoa(d.Year / 1000)
		}
	case day, hour, minute, second:
		return fmt.Sprintf("%s-%02d-%02d", yearValue(d.Year), d.Month, d.Day)
	}
	return yearValue(d.Year)
}

// yearValue is a year after TIMEX3: 2015, or BC0044.
func yearValue(y int) string {
	if y < 1 {
		return fmt.Sprintf("BC%04d", 1-y)
	}
	return fmt.Sprintf("%04d", y)
}

// blank is the value of a unit whose place in the calendar is not known.
func blank(u unit) string {
	switch u {
	case week, weekend:
		return "XXXX-WXX"
	case month:
		return "XXXX-XX"
	case quarter:
		return "XXXX-QX"
	case day, hour, minute, second:
		return "XXXX-XX-XX"
	}
	return "XXXX"
}

// letters are the designators of durations.
var letters = [...]string{second: "S", minute: "M", hour: "H", day: "D", weekend: "WE", week: "W", month: "M",
	quarter: "Q", season: "M", year: "Y", decade: "DE", century: "CE", millennium: "ML"}

// duration is the TIMEX3 value of an amount in thousandths: P2Y6M, PT35M, PXD.
func duration(n int32, u unit) string {
	head := "P"
	if u < day {
		head = "PT"
	}
	if n == several {
		return head + "X" + letters[u]
	}
	scale := int32(1)
	switch u {
	case decade:
		scale, u = 10, year
	case century:
		scale, u = 100, year
	case millennium:
		scale, u = 1000, year
	case season:
		scale = 3
	}
	milli := int64(n) * int64(scale)
	if u == second && milli%1000 != 0 {
		return head + strings.TrimRight(fmt.Sprintf("%d.%03d", milli/1000, milli%1000), "0") + "S"
	}
	whole, rest := milli/1000, milli%1000
	out := head
	if whole > 0 || rest == 0 {
		out += strconv.FormatInt(whole, 10) + letters[u]
	}
	if rest > 0 {
		out += remainder(int64(rest), u, out == head)
	}
	return out
}

// remainder is the fraction of a unit in the next finer one: half a year is 6M.
func remainder(rest int64, u unit, alone bool) string {
	finer := map[unit]struct {
		n int64
		u unit
	}{year: {12, month}, month: {30, day}, week: {7, day}, day: {24, hour}, hour: {60, minute}, minute: {60, second},
		quarter: {3, month}, weekend: {2, day}}[u]
	if finer.n == 0 {
		return ""
	}
	v := strconv.FormatInt((rest*finer.n+500)/1000, 10) + letters[finer.u]
	if u == day {
		v = "T" + v
	}
	return v
}
