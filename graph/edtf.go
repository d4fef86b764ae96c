package graph

import (
	"fmt"
	"strings"
)

// String is t in EDTF, the Extended Date/Time Format of ISO 8601-2:2019; empty where t is unknown.
//
//	2015-09-30  2015-09-30T15:30  2015-09  2015  -0043   a day, with time of day, a month, a year, 44 BCE
//	201X  20XX  2015-21 … 2015-24  2015-33 … 2015-36      a decade, a century, a season, a quarter
//	2015-09-28/2015-10-02  2015-05/2015-07                lasted from … to (Stretch)
//	[2015-09-28..2015-09-30]                              some day between (Within); so is a week, which EDTF lacks
//	2015-09/..  ../2015-09-30                             since, until
//	2015~  2015-09~/..                                    approximate; in intervals and sets at each end
func (t Time) String() string {
	if !t.Known() {
		return ""
	}
	return string(t.append(make([]byte, 0, 32)))
}

func (t Time) append(b []byte) []byte {
	t = t.Normal()
	switch {
	case !t.Known():
		return b
	case !t.Last.Known():
		return append(t.end(b, t.First, t.Grain), "/.."...)
	case !t.First.Known():
		return t.end(append(b, "../"...), t.Last, t.Grain)
	}
	switch t.Grain {
	case Stretch:
		b = t.end(b, t.First, t.ends())
		return t.end(append(b, '/'), t.Last, t.ends())
	case Within, Week:
		b = t.end(append(b, '['), t.First, t.ends())
		return append(t.end(append(b, ".."...), t.Last, t.ends()), ']')
	}
	return t.end(b, t.First, t.Grain)
}

// end writes one date with what stands at it.
func (t Time) end(b []byte, d Date, g Grain) []byte {
	switch g {
	case Season, Quarter:
		n := 20 + d.Month/3
		if g == Quarter {
			n = 32 + (d.Month+2)/3
		}
		b = append(d.append(b, Year), '-', byte('0'+n/10), byte('0'+n%10))
	case Decade:
		b = append(d.append(b, Year)[:len(b)+3], 'X')
	case Century:
		b = append(d.append(b, Year)[:len(b)+2], "XX"...)
	default:
		b = d.append(b, g)
	}
	if t.Clock != "" {
		b = append(append(b, 'T'), t.Clock...)
	}
	if t.About {
		b = append(b, '~')
	}
	return b
}

// ends is the coarsest of Year, Month and Day that says both ends of an interval without naming one unit twice.
func (t Time) ends() Grain {
	switch {
	case t.aligned(Year) && t.First.Year != t.Last.Year:
		return Year
	case t.aligned(Month) && (t.First.Year != t.Last.Year || t.First.Month != t.Last.Month):
		return Month
	}
	return Day
}

// MarshalText is String.
func (t Time) MarshalText() ([]byte, error) { return t.append(nil), nil }

// UnmarshalText is ParseTime.
func (t *Time) UnmarshalText(b []byte) (err error) {
	*t, err = ParseTime(string(b))
	return err
}

// ParseTime reads what String writes, and beyond it: ISO weeks (2015-W40, 2015-W40-3), the signs ? and % for
// approximate, an empty end for an open one, {a..b} for a/b. Empty text is the unknown Time. The result is Valid.
func ParseTime(s string) (Time, error) {
	if s == "" {
		return Time{}, nil
	}
	if len(s) > 64 {
		return Time{}, fmt.Errorf("%.20q… is too long for a time", s)
	}
	t, ok := parseTime(s)
	if t = t.Normal(); !ok || !t.Known() || !t.Valid() {
		return Time{}, fmt.Errorf("%q is not a time in EDTF, such as 2015-09-30, 2015-09, 2015-09/.. or [2015-09-28..2015-09-30]", s)
	}
	return t, nil
}

func parseTime(s string) (Time, bool) {
	n := len(s) - 1
	switch {
	case n > 0 && s[0] == '[' && s[n] == ']':
		first, last, ok := strings.Cut(s[1:n], "..")
		return parseInterval(first, last, ok, Within)
	case n > 0 && s[0] == '{' && s[n] == '}':
		first, last, ok := strings.Cut(s[1:n], "..")
		return parseInterval(first, last, ok, Stretch)
	case strings.Contains(s, "/"):
		first, last, ok := strings.Cut(s, "/")
		return parseInterval(strings.TrimSuffix(first, ".."), strings.TrimSuffix(last, ".."), ok, Stretch)
	}
	return parseOne(s)
}

func parseInterval(first, last string, ok bool, g Grain) (Time, bool) {
	a, okA := parseOne(first)
	b, okB := parseOne(last)
	okA, okB = okA || first == "", okB || last == ""
	about := a.About || b.About
	switch {
	case !ok || !okA || !okB || first == "" && last == "" || a.Clock != "" || b.Clock != "":
		return Time{}, false
	case last == "":
		return Since(a), true
	case first == "":
		return Until(b), true
	case b.Last.Before(a.First):
		return Time{}, false
	}
	return Time{First: a.First, Last: b.Last, Grain: g, About: about}, true
}

// parseOne reads a time without slash and brackets.
func parseOne(s string) (t Time, ok bool) {
	d, g, rest := scanDate(s)
	if g == NoGrain {
		return parseDigits(s)
	}
	about := false
	if n := len(rest) - 1; n >= 0 && strings.IndexByte("~?%", rest[n]) >= 0 {
		about, rest = true, rest[:n]
	}
	switch {
	case g == Day:
		t = DayOf(d)
		if len(rest) == 6 && rest[0] == 'T' && validClock(rest[1:]) {
			t.Clock, rest = rest[1:], ""
		}
		ok = d.Valid()
	case g == Month && d.Month <= 12:
		t, ok = MonthOf(d.Year, d.Month), d.Valid()
	case g == Month && 21 <= d.Month && d.Month <= 24:
		t, ok = SeasonOf(d.Year, d.Month-20), d.Year < 9999 || d.Month < 24
	case g == Month && 33 <= d.Month && d.Month <= 36:
		t, ok = QuarterOf(d.Year, d.Month-32), true
	case g == Year && strings.HasPrefix(rest, "-W"):
		t, rest, ok = parseWeek(d.Year, rest[2:])
	case g == Year:
		t, ok = YearOf(d.Year), true
	}
	t.About = about
	return t, ok && rest == ""
}

// parseWeek reads what follows 2015-W.
func parseWeek(year int, s string) (t Time, rest string, ok bool) {
	w, ok := digits(s, 2)
	if !ok {
		return t, s, false
	}
	monday := Monday(year, w)
	if y, v := monday.ISOWeek(); y != year || v != w {
		return t, s, false
	}
	if t, rest = WeekOf(monday), s[2:]; len(rest) >= 2 && rest[0] == '-' && '1' <= rest[1] && rest[1] <= '7' {
		return DayOf(monday.AddDays(int(rest[1] - '1'))), rest[2:], true
	}
	return t, rest, true
}

// parseDigits reads a decade or a century: 201X, 20XX.
func parseDigits(s string) (t Time, ok bool) {
	s, about := strings.CutSuffix(s, "~")
	if len(s) != 4 || s[3] != 'X' {
		return t, false
	}
	if n, isDecade := digits(s, 3); isDecade {
		t = DecadeOf(10 * n)
	} else if n, isCentury := digits(s, 2); isCentury && s[2] == 'X' {
		t = CenturyOf(100 * n)
	} else {
		return t, false
	}
	t.About = about
	return t, true
}
