package ingest

import (
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"dateline/graph"
)

// parseDate reads a date as people and machines write it in metadata: ISO 8601, RFC 1123, "16 November 2015",
// "Nov. 16, 2015 10:13 AM", "2015-11", seconds since 1970. The day is the one written, whatever the time zone.
// Days and months as numbers are read only where it is plain which is which.
func parseDate(s string) (graph.Time, bool) {
	s = strings.TrimSpace(s)
	if len(s) > 200 {
		return graph.Time{}, false
	}
	if t, ok := isoDate(s); ok {
		return t, true
	}
	if t, ok := epoch(s); ok {
		return t, true
	}
	ws := dateWords(s)
	for i := range ws {
		if d, _, ok := dateAt(ws, i); ok && d.Year != 0 {
			return graph.DayOf(d), true
		}
	}
	return slashDate(s)
}

// isoDate reads 2015-11-16, 2015/11/16, 20151116, each with or without a time after it, 2015-11 and 2015.
func isoDate(s string) (graph.Time, bool) {
	if len(s) < 4 {
		return graph.Time{}, false
	}
	n := 0
	for n < len(s) && (s[n] >= '0' && s[n] <= '9' || s[n] == '-' || s[n] == '/' || s[n] == '.') {
		n++
	}
	head, rest := s[:n], s[n:]
	if rest != "" && rest[0] != 'T' && rest[0] != 't' && rest[0] != ' ' && rest[0] != ',' {
		return graph.Time{}, false
	}
	head = strings.NewReplacer("/", "-", ".", "-").Replace(head)
	if len(head) == 8 && !strings.Contains(head, "-") {
		head = head[:4] + "-" + head[4:6] + "-" + head[6:]
	}
	parts := strings.Split(head, "-")
	if len(parts[0]) != 4 || len(parts) > 3 || len(parts) < 3 && rest != "" {
		return graph.Time{}, false
	}
	var v [3]int
	for i, p := range parts {
		var err error
		if v[i], err = strconv.Atoi(p); err != nil || i > 0 && len(p) > 2 {
			return graph.Time{}, false
		}
	}
	switch d := (graph.Date{Year: v[0], Month: v[1], Day: v[2]}); {
	case v[0] == 0:
	case len(parts) == 3 && d.Valid():
		return graph.DayOf(d), true
	case len(parts) == 2 && 1 <= v[1] && v[1] <= 12:
		return graph.MonthOf(v[0], v[1]), true
	case len(parts) == 1:
		return graph.YearOf(v[0]), true
	}
	return graph.Time{}, false
}

// epoch reads seconds, or milliseconds, since 1970.
func epoch(s string) (graph.Time, bool) {
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil || len(s) != 9 && len(s) != 10 && len(s) != 13 {
		return graph.Time{}, false
	}
	if len(s) == 13 {
		n /= 1000
	}
	t := time.Unix(n, 0).UTC()
	return graph.DayOf(graph.Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}), true
}

// slashDate reads 16/11/2015 and 11/16/2015; where both numbers may be the month, it is no date.
func slashDate(s string) (graph.Time, bool) {
	ps := strings.FieldsFunc(s, func(c rune) bool { return c < '0' || c > '9' })
	if len(ps) < 3 || len(ps[2]) != 4 || len(ps[0]) > 2 || len(ps[1]) > 2 {
		return graph.Time{}, false
	}
	a, _ := strconv.Atoi(ps[0])
	b, _ := strconv.Atoi(ps[1])
	y, _ := strconv.Atoi(ps[2])
	switch {
	case a > 12 || a == b:
		a, b = b, a
	case b <= 12:
		return graph.Time{}, false
	}
	d := graph.Date{Year: y, Month: a, Day: b}
	return graph.DayOf(d), d.Valid() && y > 0
}

// dateWord is a word, number or mark of a line that may hold a date.
type dateWord struct {
	text       string
	number     int // -1 if it is none
	start, end int
}

// dateWords splits s into words, numbers, and single marks.
func dateWords(s string) []dateWord {
	var ws []dateWord
	for i := 0; i < len(s); {
		c, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case c >= '0' && c <= '9':
			for i+n < len(s) && s[i+n] >= '0' && s[i+n] <= '9' {
				n++
			}
			v := -1
			if n <= 4 {
				v, _ = strconv.Atoi(s[i : i+n])
			}
			ws = append(ws, dateWord{s[i : i+n], v, i, i + n})
		case unicode.IsLetter(c):
			for i+n < len(s) {
				c, w := utf8.DecodeRuneInString(s[i+n:])
				if !unicode.IsLetter(c) && c != '\'' && c != '’' {
					break
				}
				n += w
			}
			ws = append(ws, dateWord{s[i : i+n], -1, i, i + n})
		case !unicode.IsSpace(c):
			ws = append(ws, dateWord{s[i : i+n], -1, i, i + n})
		}
		i += n
	}
	return ws
}

// dateAt reads the date that begins at word i: "Monday, 16 November 2015", "Nov. 16, 2015", "2015-11-16". It returns
// how many words it has. Where no year is written, the date has year 0.
func dateAt(ws []dateWord, i int) (d graph.Date, n int, ok bool) {
	j := i
	if isWeekday(text(ws, j)) {
		j = skipMarks(ws, j+1)
	}
	switch {
	case number(ws, j, 4) && text(ws, j+1) == "-" && number(ws, j+2, 2) && text(ws, j+3) == "-" && number(ws, j+4, 2):
		d = graph.Date{Year: ws[j].number, Month: ws[j+2].number, Day: ws[j+4].number}
		j += 5
	case monthOf(text(ws, j)) > 0:
		d.Month = monthOf(ws[j].text)
		if j = skipMarks(ws, j+1); !number(ws, j, 2) {
			return d, 0, false
		}
		d.Day, j = ws[j].number, skipOrdinal(ws, j+1)
		d.Year, j = yearAt(ws, j)
	case number(ws, j, 2):
		d.Day, j = ws[j].number, skipOrdinal(ws, j+1)
		if text(ws, j) == "of" {
			j++
		}
		if d.Month = monthOf(text(ws, j)); d.Month == 0 {
			return d, 0, false
		}
		d.Year, j = yearAt(ws, j+1)
	default:
		return d, 0, false
	}
	check := d
	if check.Year == 0 {
		check.Year = 2000 // a leap year: 29 February may be
	}
	return d, j - i, check.Valid()
}

// yearAt is the year at word j, marks before it skipped, and the word after it; 0 and j if there is none.
func yearAt(ws []dateWord, j int) (year, next int) {
	if k := skipMarks(ws, j); number(ws, k, 4) && len(ws[k].text) == 4 && ws[k].number >= 1000 {
		return ws[k].number, k + 1
	}
	return 0, j
}

// text is word j, empty beyond the end.
func text(ws []dateWord, j int) string {
	if j < len(ws) {
		return ws[j].text
	}
	return ""
}

// number tells whether word j is a number of at most so many digits.
func number(ws []dateWord, j, digits int) bool {
	return j < len(ws) && ws[j].number >= 0 && len(ws[j].text) <= digits
}

// skipMarks is the first word from j on that is no comma or stop.
func skipMarks(ws []dateWord, j int) int {
	for text(ws, j) == "," || text(ws, j) == "." {
		j++
	}
	return j
}

// skipOrdinal skips "st", "nd", "rd", "th".
func skipOrdinal(ws []dateWord, j int) int {
	switch text(ws, j) {
	case "st", "nd", "rd", "th":
		return j + 1
	}
	return j
}

// monthOf is the month that s names in English, in full or by its first three letters or more; 0 if none.
func monthOf(s string) int {
	if len(s) < 3 || len(s) > len("September") {
		return 0
	}
	for m := time.January; m <= time.December; m++ {
		if name := m.String(); len(s) <= len(name) && strings.EqualFold(s, name[:len(s)]) {
			return int(m)
		}
	}
	return 0
}

// isWeekday tells whether s names a day of the week in English, in full or by its first three letters or more.
func isWeekday(s string) bool {
	if len(s) < 3 || len(s) > len("Wednesday") {
		return false
	}
	for d := time.Sunday; d <= time.Saturday; d++ {
		if name := d.String(); len(s) <= len(name) && strings.EqualFold(s, name[:len(s)]) {
			return true
		}
	}
	return false
}

// urlDate finds a whole day in the path of an address: /2015/11/16/, /2015/nov/16/, /2015-11-16-name, /20151116/.
func urlDate(s string) (graph.Time, bool) {
	if i := strings.Index(s, "://"); i >= 0 {
		s = s[i+3:]
	}
	if i := strings.IndexByte(s, '/'); i >= 0 {
		s = s[i:]
	}
	if i := strings.IndexAny(s, "?#"); i >= 0 {
		s = s[:i]
	}
	ps := strings.FieldsFunc(s, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) })
	for i, p := range ps {
		if len(p) == 8 {
			p = p[:4] + "-" + p[4:6] + "-" + p[6:]
		} else if i+2 < len(ps) && len(p) == 4 && len(ps[i+2]) <= 2 {
			m := ps[i+1]
			if n := monthOf(m); n > 0 {
				m = strconv.Itoa(n)
			}
			p += "-" + m + "-" + ps[i+2]
		}
		if t, ok := isoDate(p); ok && t.Grain == graph.Day && 1980 <= t.First.Year && t.First.Year < 2100 {
			return t, true
		}
	}
	return graph.Time{}, false
}
