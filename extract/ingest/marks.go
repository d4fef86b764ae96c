package ingest

import (
	"fmt"
	"io/fs"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/extract"
	"dateline/graph"
)

// marks are the words around an article's text that tell of its publication: labels of dates, bylines, credits. They
// come from lexicon/boilerplate-marks.tsv. The zero value knows none.
type marks struct {
	kind map[string]markKind
}

// markKind is what a word on a line with a date is there for.
type markKind uint8

const (
	noMark    markKind = iota
	filler             // may stand beside a date: "on", "GMT"
	updated            // labels the date of a change
	byline             // begins the author's line: "by"
	published          // labels the date of publication
	credit             // names who took a picture: "photo"
	label              // stands before a colon and is no place: "note"
)

var markNames = map[string]markKind{"filler": filler, "updated": updated, "byline": byline, "published": published, "credit": credit, "label": label}

const marksPath = "lexicon/boilerplate-marks.tsv"

// loadMarks reads the marks.
func loadMarks(files fs.FS) (*marks, error) {
	m := &marks{kind: map[string]markKind{}}
	err := eachRow(files, marksPath, 2, func(cells []string) error {
		k, ok := markNames[cells[0]]
		if !ok {
			return fmt.Errorf("%q is not filler, updated, byline, published, credit or label", cells[0])
		}
		for _, w := range strings.Fields(cells[1]) {
			m.kind[w] = k
		}
		return nil
	})
	return m, err
}

// How many blocks at the top and at the end of a text are searched for its date, and how long they may be.
const (
	topUnits  = 10
	tailUnits = 3
	dateBytes = 160
)

// findDate finds the publication date in lines of its own, bylines and the dateline, and marks those lines as
// headings. Given is the date of articles that carry none: a dateline without a year is taken for the last such day
// up to it.
func (m *marks) findDate(d *extract.Document, text string, us []unit, given graph.Time) {
	best, found := noMark, graph.Date{}
	for i := range us {
		if i >= topUnits && i < len(us)-tailUnits {
			continue
		}
		u := &us[i]
		if u.end-u.start > dateBytes {
			continue
		}
		day, k := m.dateLine(text[u.start:u.end])
		if k == noMark || i >= topUnits && k != published && k != updated {
			continue
		}
		u.dated = true
		if u.kind == extract.Body {
			u.kind = extract.Heading
		}
		if k > best {
			best, found = k, day
		}
	}
	if best != noMark {
		dated(d, graph.DayOf(found), "text")
	}
	for i := 0; i < len(us) && i < topUnits; i++ {
		if day, ok := m.datelineDay(text[us[i].start:us[i].end], given); ok {
			dated(d, graph.DayOf(day), "text")
		}
	}
}

// leadDate finds the publication date of a page in the blocks before its article, unless it is known. Of two that are
// marked alike the nearer counts.
func (m *marks) leadDate(d *extract.Document, lead []block) {
	best, found := noMark, graph.Date{}
	for _, b := range lead {
		if len(b.text) > dateBytes {
			continue
		}
		if day, k := m.dateLine(b.text); k != noMark && k >= best {
			best, found = k, day
		}
	}
	if best != noMark {
		dated(d, graph.DayOf(found), "text")
	}
}

// dateLine reads a line that is there to tell a date, such as "Published 16 November 2015, 14:05 GMT", "Monday,
// 16 November 2015" or "By A. Writer, Nov 16, 2015", and tells what kind of line it is; noMark if it is none.
func (m *marks) dateLine(s string) (day graph.Date, k markKind) {
	ws := dateWords(s)
	if len(ws) > 40 {
		return day, noMark
	}
	tells, strange := noMark, 0
	for i := 0; i < len(ws); i++ {
		if d, n, ok := dateAt(ws, i); ok && d.Year != 0 && !day.Known() {
			day, i = d, i+n-1
			continue
		}
		mark := m.kind[lower(ws[i].text)]
		switch {
		case mark == byline && i == 0, mark == published, mark == updated:
			tells = max(tells, mark)
		case mark == filler, ws[i].number >= 0, isWeekday(ws[i].text):
		case unicode.IsLetter(firstRune(ws[i].text)):
			strange++
		}
	}
	switch {
	case !day.Known() || endsSentence(s) && strange > 0:
		return day, noMark
	case strange == 0:
		return day, max(tells, updated)
	case tells == byline && strange <= 8, tells > byline && strange <= 4:
		return day, tells
	}
	return day, noMark
}

// firstRune is the first character of s.
func firstRune(s string) rune { c, _ := utf8.DecodeRuneInString(s); return c }

// dashes part a dateline from the first sentence.
var dashes = [...]string{" - ", " – ", " — ", "--", " _ ", "—", "–", " _\n", " -\n", " --\n"}

// dateline reads the beginning of an article's first paragraph such as "ANTALYA, Turkey, Nov 16 (Agency) - " and
// returns its place and length in bytes; 0 if there is none.
func (m *marks) dateline(s string) (place string, n int) {
	place, _, n = m.splitDateline(s)
	return place, n
}

// datelineDay is the day written in a dateline.
func (m *marks) datelineDay(s string, given graph.Time) (graph.Date, bool) {
	_, day, n := m.splitDateline(s)
	if n == 0 || !day.Known() {
		return day, false
	}
	if day.Year == 0 {
		if !given.Last.Known() {
			return day, false
		}
		if day.Year = given.Last.Year; day.After(given.Last) {
			day.Year--
		}
	}
	return day, day.Valid()
}

// splitDateline takes a dateline apart.
func (m *marks) splitDateline(s string) (place string, day graph.Date, n int) {
	const most = 100
	head := s[:min(len(s), most)]
	at, width := -1, 0
	for _, d := range dashes {
		if i := strings.Index(head, d); i > 0 && (at < 0 || i < at) {
			at, width = i, len(d)
		}
	}
	if at < 0 && len(s) < most && strings.HasSuffix(s, " _") || strings.HasSuffix(head, " --") && len(s) < most {
		at, width = strings.LastIndexByte(s, ' '), len(s)-strings.LastIndexByte(s, ' ')
	}
	if i := strings.Index(head, ": "); i > 0 && (at < 0 || i < at) && endsSentence(s) && countWords(s) >= 8 && head[:i] == strings.ToUpper(head[:i]) && m.kind[lower(head[:i])] == noMark {
		at, width = i, len(": ") // "NEW DELHI: The government …"
	}
	if at <= 0 {
		return "", day, 0
	}
	head = s[:at]
	sure := false
	if i := strings.IndexByte(head, '('); i >= 0 && strings.HasSuffix(strings.TrimSpace(head), ")") {
		head, sure = head[:i], true
	}
	ws := dateWords(head)
	for i := range ws {
		d, k, ok := dateAt(ws, i)
		if ok && i+k == len(ws) || ok && text(ws, i+k) == "," && i+k+1 == len(ws) {
			day, head, sure = d, head[:ws[i].start], true
			break
		}
	}
	place = strings.Trim(head, " ,\n\t")
	if !isPlace(place, sure) {
		return "", graph.Date{}, 0
	}
	return place, day, at + width
}

// isPlace tells whether s could be the place of a dateline: its first word in capitals, or with a capital where
// agency or date make the dateline sure; the others with a capital.
func isPlace(s string, sure bool) bool {
	ws := strings.Fields(s)
	if len(ws) == 0 || len(ws) > 7 {
		return false
	}
	for i, w := range ws {
		letters, upper := 0, 0
		for _, c := range w {
			if unicode.IsLetter(c) {
				letters++
				if unicode.IsUpper(c) {
					upper++
				}
			} else if !strings.ContainsRune(".,'’/-", c) {
				return false
			}
		}
		switch {
		case i == 0 && !sure && (upper != letters || letters < 2), i == 0 && letters == 0:
			return false
		case i == 1 && !sure && len(ws[0]) < 3 && upper != letters:
			return false // "DJ Example", not "LE BOURGET"
		case upper == 0 && letters > 3:
			return false
		}
	}
	return true
}

// isCaption tells whether s looks like a picture's caption: short, with a credit in it.
func (m *marks) isCaption(s string, words int) bool {
	return words <= 60 && m.credit(s) >= 0
}

// credit is where in s the naming of the photographer begins ("Image: United States Navy.", "Photo by A. Name"), at
// the beginning of s or after a sentence's end; -1 where there is none.
func (m *marks) credit(s string) int {
	const most = 80 // bytes that a credit has
	fresh := len(s) <= most
	for i := max(0, len(s)-most); i < len(s); i++ {
		switch c := s[i]; {
		case isSpace(c) || c == '(':
		case strings.IndexByte(".!?\"')|/", c) >= 0:
			fresh = true
		case fresh && m.isCredit(s[i:]):
			return i
		default:
			fresh = false
		}
	}
	return -1
}

// isCredit tells whether s begins like a credit.
func (m *marks) isCredit(s string) bool {
	n := strings.IndexAny(s, " :")
	if n <= 0 || m.kind[lower(s[:n])] != credit {
		return false
	}
	return s[n] == ':' || strings.HasPrefix(s[n:], " by ")
}
