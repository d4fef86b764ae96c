package graph

import (
	"cmp"
	"fmt"
)

// Date is a day of the proleptic Gregorian calendar. Year 0 is 1 BCE. A Date with Month 0 is no date: unknown or open.
type Date struct {
	Year  int // -9999…9999
	Month int // 1…12
	Day   int // 1…31
}

// Known tells whether d is a date at all.
func (d Date) Known() bool { return d.Month != 0 }

// Valid tells whether d is a day that the calendar has, in the years -9999…9999.
func (d Date) Valid() bool {
	return -9999 <= d.Year && d.Year <= 9999 && 1 <= d.Month && d.Month <= 12 &&
		1 <= d.Day && d.Day <= DaysIn(d.Year, d.Month)
}

// String is d after ISO 8601: 2015-09-30, -0043-03-15 for 15 March 44 BCE; empty where d is no date.
func (d Date) String() string {
	if !d.Known() {
		return ""
	}
	return string(d.append(make([]byte, 0, 11), Day))
}

// append writes d as finely as g says: Year, Month, or else Day.
func (d Date) append(b []byte, g Grain) []byte {
	year := d.Year
	if year < 0 {
		b, year = append(b, '-'), -year
	}
	b = append(b, byte('0'+year/1000%10), byte('0'+year/100%10), byte('0'+year/10%10), byte('0'+year%10))
	if g == Year {
		return b
	}
	b = append(b, '-', byte('0'+d.Month/10), byte('0'+d.Month%10))
	if g == Month {
		return b
	}
	return append(b, '-', byte('0'+d.Day/10), byte('0'+d.Day%10))
}

// ParseDate reads a whole day: YYYY-MM-DD, with a minus sign before years below 0.
func ParseDate(s string) (Date, error) {
	d, g, rest := scanDate(s)
	if g != Day || rest != "" || !d.Valid() {
		return Date{}, fmt.Errorf("%q is not a date like 2015-09-30", s)
	}
	return d, nil
}

// scanDate reads year, month and day as far as they are there, and says which; NoGrain where there is not even a year.
func scanDate(s string) (d Date, g Grain, rest string) {
	sign, t := 1, s
	if t != "" && t[0] == '-' {
		sign, t = -1, t[1:]
	}
	year, ok := digits(t, 4)
	if !ok || sign < 0 && year == 0 {
		return Date{}, NoGrain, s
	}
	d, g, rest = Date{sign * year, 1, 1}, Year, t[4:]
	if len(rest) < 3 || rest[0] != '-' {
		return d, g, rest
	}
	if d.Month, ok = digits(rest[1:], 2); !ok {
		d.Month = 1
		return d, g, rest
	}
	g, rest = Month, rest[3:]
	if len(rest) < 3 || rest[0] != '-' {
		return d, g, rest
	}
	if d.Day, ok = digits(rest[1:], 2); !ok {
		d.Day = 1
		return d, g, rest
	}
	return d, Day, rest[3:]
}

// digits reads n decimal digits at the beginning of s.
func digits(s string, n int) (v int, ok bool) {
	if len(s) < n {
		return 0, false
	}
	for i := range n {
		c := s[i]
		if c < '0' || '9' < c {
			return 0, false
		}
		v = v*10 + int(c-'0')
	}
	return v, true
}

// MarshalText is String.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText is ParseDate; empty text is no date.
func (d *Date) UnmarshalText(b []byte) (err error) {
	if len(b) == 0 {
		*d = Date{}
		return nil
	}
	*d, err = ParseDate(string(b))
	return err
}

// Compare orders by the calendar; what is no date comes before all dates of years from 0 on. It is a total order.
func (d Date) Compare(e Date) int {
	if c := cmp.Compare(d.Year, e.Year); c != 0 {
		return c
	}
	if c := cmp.Compare(d.Month, e.Month); c != 0 {
		return c
	}
	return cmp.Compare(d.Day, e.Day)
}

// Before tells whether d is an earlier day than e.
func (d Date) Before(e Date) bool { return d.Compare(e) < 0 }

// After tells whether d is a later day than e.
func (d Date) After(e Date) bool { return d.Compare(e) > 0 }

// Leap tells whether year has a 29 February.
func Leap(year int) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

// DaysIn is the number of days of a month, 28…31; 0 where month is not 1…12.
func DaysIn(year, month int) int {
	switch month {
	case 2:
		if Leap(year) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	case 1, 3, 5, 7, 8, 10, 12:
		return 31
	}
	return 0
}

// Number counts days from 1970-01-01, which is 0. The method is days_from_civil of Howard Hinnant, "chrono-Compatible
// Low-Level Date Algorithms" (2013): years begin in March, so that the leap day is the last one.
func (d Date) Number() int {
	y, m := d.Year, d.Month-3
	if m < 0 {
		y, m = y-1, m+12
	}
	era := floorDiv(y, 400)
	yoe := y - era*400
	doy := (153*m+2)/5 + d.Day - 1
	return era*146097 + yoe*365 + yoe/4 - yoe/100 + doy - 719468
}

// DateOf is the day whose Number is n (civil_from_days of the same source).
func DateOf(n int) Date {
	n += 719468
	era := floorDiv(n, 146097)
	doe := n - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	m := (5*doy + 2) / 153
	d := Date{era*400 + yoe, m + 3, doy - (153*m+2)/5 + 1}
	if d.Month > 12 {
		d.Year, d.Month = d.Year+1, d.Month-12
	}
	return d
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// AddDays is the day n days later; earlier where n is negative. What is no date stays none, here and below.
func (d Date) AddDays(n int) Date {
	if !d.Known() {
		return d
	}
	return DateOf(d.Number() + n)
}

// AddMonths is the same day n months later, or the last day of that month where it is shorter.
func (d Date) AddMonths(n int) Date {
	if !d.Known() {
		return d
	}
	m := d.Year*12 + d.Month - 1 + n
	year := floorDiv(m, 12)
	month := m - year*12 + 1
	return Date{year, month, min(d.Day, DaysIn(year, month))}
}

// AddYears is the same day n years later; 29 February becomes 28 February in years that lack it.
func (d Date) AddYears(n int) Date { return d.AddMonths(12 * n) }

// DaysSince is the number of days from e to d, negative where d is earlier.
func (d Date) DaysSince(e Date) int { return d.Number() - e.Number() }

// Weekday is 1 for Monday … 7 for Sunday, as in ISO 8601.
func (d Date) Weekday() int {
	n := d.Number() + 3 // 1970-01-01 was a Thursday
	return n - floorDiv(n, 7)*7 + 1
}

// ISOWeek is the week of ISO 8601 that holds d: 1…53, and the year it is counted in, which may be a neighbour of d.Year.
func (d Date) ISOWeek() (year, week int) {
	thursday := d.AddDays(4 - d.Weekday())
	return thursday.Year, thursday.DaysSince(Date{thursday.Year, 1, 1})/7 + 1
}

// Monday is the first day of ISO week 1…53 of a year.
func Monday(year, week int) Date {
	jan4 := Date{year, 1, 4} // is always in week 1
	return jan4.AddDays(1 - jan4.Weekday() + 7*(week-1))
}
