package output

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"dateline/graph"
)

// Calendar writes iCalendar (RFC 5545): one entry an event, whole days unless the time of day is known. What is known
// less finely than to the day spans all days that it may mean and is TENTATIVE, as is all that did not simply happen.
// Events whose first day is not known, or lies outside the years 1 to 9999, cannot be entries; X-DATELINE-LEFT-OUT says
// how many there are. DTSTAMP is the day on which the last article was published.
func Calendar(w io.Writer, g *graph.Graph, o Options) error {
	x := newIndex(g)
	c := &calendar{Writer: bufio.NewWriterSize(w, 1<<16), stamp: "19700101T000000Z"}
	if d := x.latest(); d.Known() && d.Year > 0 {
		c.stamp = basic(d) + "T000000Z"
	}
	c.line("BEGIN", "VCALENDAR")
	c.line("VERSION", "2.0")
	c.line("PRODID", "-//dateline//EN")
	c.line("CALSCALE", "GREGORIAN")
	c.text("X-WR-CALNAME", cmp.Or(clean(o.Title), "Timeline"))
	left := 0
	for i := range g.Events {
		left += b2i(!onCalendar(g.Events[i].When.Best()))
	}
	if left > 0 {
		c.line("X-DATELINE-LEFT-OUT", strconv.Itoa(left))
	}
	for _, e := range x.inOrder() {
		if onCalendar(e.When.Best()) {
			c.entry(x, x.entry(e))
		}
	}
	c.line("END", "VCALENDAR")
	return c.Flush()
}

// onCalendar tells whether a calendar has a place for t. The day after its last must be a date, too.
func onCalendar(t graph.Time) bool {
	return t.First.Known() && 1 <= t.First.Year && t.First.Year <= 9998 && t.Last.Year <= 9998
}

// calendar writes lines of iCalendar.
type calendar struct {
	*bufio.Writer
	stamp string
}

func (c *calendar) entry(x *index, n *entry) {
	e, t := n.Event, n.Event.When.Best()
	c.line("BEGIN", "VEVENT")
	c.text("UID", key(e.ID)+"@dateline")
	c.line("DTSTAMP", c.stamp)
	c.when(t)
	c.text("SUMMARY", n.headline())
	c.text("DESCRIPTION", describe(n))
	if n.Where() != "" {
		c.text("LOCATION", n.Where())
	}
	if kind := clean(e.Type); kind != "" {
		c.text("CATEGORIES", kind)
	}
	if u := x.url(e); u != "" {
		c.line("URL", u)
	}
	c.line("STATUS", calendarStatus(e))
	c.line("TRANSP", "TRANSPARENT") // what happened keeps nobody from making an appointment
	c.text("X-DATELINE-EDTF", e.When.EDTF())
	if score := confidence(e.Seen); score > 0 {
		c.line("X-DATELINE-CONFIDENCE", strconv.FormatFloat(score, 'g', 3, 64))
	}
	c.line("END", "VEVENT")
}

// when writes begin and end; DTEND is exclusive. A time of day comes without an end and, as no zone is known, floating.
func (c *calendar) when(t graph.Time) {
	if hour, minute, ok := clock(t); ok {
		c.line("DTSTART", fmt.Sprintf("%sT%02d%02d00", basic(t.First), hour, minute))
		return
	}
	c.line("DTSTART;VALUE=DATE", basic(t.First))
	if t.Last.Known() {
		c.line("DTEND;VALUE=DATE", basic(t.Last.AddDays(1)))
	}
}

// basic is a date in the basic format of ISO 8601: 20150930.
func basic(d graph.Date) string { return strings.ReplaceAll(d.String(), "-", "") }

// calendarStatus is how sure an entry is.
func calendarStatus(e *graph.Event) string {
	t := e.When.Time // a likely day is not a sure one
	switch {
	case e.Status == graph.Cancelled:
		return "CANCELLED"
	case e.Status == graph.Happened && (t.Grain == graph.Day || t.Grain == graph.Stretch) && !t.About && !t.Open():
		return "CONFIRMED"
	}
	return "TENTATIVE"
}

// describe is what is known of an event besides its label, in lines.
func describe(n *entry) string {
	lines := []string{n.Event.When.Words()}
	if note := n.note(); note != "" {
		lines = append(lines, note)
	}
	for _, v := range n.Event.Seen[:min(len(n.Event.Seen), 3)] {
		lines = append(lines, "“"+clean(v.Quote)+"” — "+clean(v.Source))
	}
	return strings.Join(lines, "\n")
}

// icsText escapes what has a meaning in a TEXT value (RFC 5545, 3.3.11).
var icsText = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\n", `\n`, "\r", "")

// text writes a property whose value is text.
func (c *calendar) text(name, value string) { c.line(name, icsText.Replace(value)) }

// maxLine is the length of a line in bytes (RFC 5545, 3.1).
const maxLine = 75

// line writes a property, folded between characters into lines of at most maxLine bytes.
func (c *calendar) line(name, value string) {
	s := name + ":" + value
	for room := maxLine; len(s) > room; room = maxLine - 1 {
		cut := room
		for cut > 1 && !utf8.RuneStart(s[cut]) {
			cut--
		}
		c.WriteString(s[:cut])
		c.WriteString("\r\n ")
		s = s[cut:]
	}
	c.WriteString(s)
	c.WriteString("\r\n")
}
