package timex

import (
	"fmt"
	"io/fs"
	"strconv"
	"strings"

	"dateline/graph"
)

// holiday is a named day: of a fixed date, the first weekday on or after a date, or counted from Easter.
type holiday struct {
	name       string
	month, day int
	weekday    int // 0 = a fixed date
	easter     bool
	offset     int // days from Easter Sunday
}

// moves tells whether the day is not the same each year.
func (h *holiday) moves() bool { return h.weekday != 0 || h.easter }

// in is the holiday of year y.
func (h *holiday) in(y int) graph.Date {
	if h.easter {
		return easter(y).AddDays(h.offset)
	}
	d := graph.Date{Year: y, Month: h.month, Day: h.day}
	if h.weekday != 0 {
		d = d.AddDays((h.weekday - d.Weekday() + 7) % 7)
	}
	return d
}

func (h *holiday) point(y int, why string) point {
	if y < 1 || y > 9998 {
		return point{value: yearValue(y), unit: day, bad: true, why: "out of the calendar's years"}
	}
	return spanPoint(day, h.in(y), why)
}

// easter is Easter Sunday of the Gregorian calendar (the anonymous algorithm printed in Nature, 20 April 1876; see
// J. Meeus, Astronomical Algorithms, 1991, chapter 8).
func easter(y int) graph.Date {
	a, b, c := y%19, y/100, y%100
	d, e := b/4, b%4
	g := (8*b + 13) / 25
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 19*l) / 433
	n := (h + l - 7*m + 90) / 25
	return graph.Date{Year: y, Month: n, Day: (h + l - 7*m + 33*n + 19) % 32}
}

const holidaysFile = "rules/times/holidays.tsv"

// readHolidays loads holidays.tsv (names between bars, then the day) and gives the pass that finds them.
func (t *Tagger) readHolidays(files fs.FS) (*pass, error) {
	text, err := fs.ReadFile(files, holidaysFile)
	if err != nil {
		return nil, err
	}
	class, err := t.words.bit("holiday")
	if err != nil {
		return nil, err
	}
	p := &pass{file: holidaysFile, states: make([]state, 1)}
	for n, line := range strings.Split(string(text), "\n") {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		names, when, ok := strings.Cut(line, "\t")
		h, err := parseHoliday(when)
		if !ok || err != nil {
			return nil, fmt.Errorf("%s:%d:1: want names, a tab, and 12-25, thu 11-22 or easter -2", holidaysFile, n+1)
		}
		h.name = strings.Split(names, "|")[0]
		t.holidays = append(t.holidays, h)
		r := &rule{name: fmt.Sprintf("%s:%d", holidaysFile, n+1), as: class,
			put: []putting{{fHoliday, int32(len(t.holidays))}}, unless: []string{"small", "named"}}
		for _, name := range strings.Split(names, "|") {
			if err := t.words.holidayWords(p, r, name); err != nil {
				return nil, fmt.Errorf("%s:%d:1: %w", holidaysFile, n+1, err)
			}
		}
	}
	return p, nil
}

// holidayWords adds the sequence of a holiday's words to the pass.
func (l *lexicon) holidayWords(p *pass, r *rule, name string) error {
	var seq []*element
	for _, word := range strings.Fields(strings.ToLower(name)) {
		if l.index[word] == 0 || l.entries[l.index[word]].classes&cWord == 0 {
			l.add(word, reading{class: cWord}) // whatever its tag and spelling: the Year of New Year's Eve
		}
		seq = append(seq, &element{key: word, alts: []alt{{word: l.index[word]}}})
	}
	feast, err := l.bit("feast")
	if err != nil {
		return err
	}
	l.core |= feast
	l.add(strings.Fields(strings.ToLower(name))[len(seq)-1], reading{class: feast})
	return p.add(r, [][]*element{seq}, l)
}

var shortDays = map[string]int{"mon": 1, "tue": 2, "wed": 3, "thu": 4, "fri": 5, "sat": 6, "sun": 7}

func parseHoliday(s string) (h holiday, err error) {
	f := strings.Fields(s)
	if len(f) == 2 && f[0] == "easter" {
		h.easter = true
		h.offset, err = strconv.Atoi(f[1])
		return h, err
	}
	if len(f) == 2 {
		if h.weekday = shortDays[f[0]]; h.weekday == 0 {
			return h, fmt.Errorf("no weekday %q", f[0])
		}
		f = f[1:]
	}
	if len(f) != 1 {
		return h, fmt.Errorf("no rule for the day")
	}
	_, err = fmt.Sscanf(f[0], "%d-%d", &h.month, &h.day)
	return h, err
}
