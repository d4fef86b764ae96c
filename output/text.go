package output

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"golang.org/x/text/width"

	"dateline/graph"
)

// margin is the width of the column of dates.
const margin = 18

// Timeline prints the events under months or years, the date in a column of its own:
//
//	November 2015
//	═════════════
//	 Sun 15 Nov     • Barack Obama met Vladimir Putin
//	                    Antalya · according to a US official · 2 articles: g20, wire
//
// A date is not repeated for the next event of the same day. Long timelines begin with what most articles tell.
func Timeline(w io.Writer, g *graph.Graph, o Options) error {
	p := &printer{Writer: bufio.NewWriter(w), width: o.Width, color: o.Color, quotes: o.Quotes}
	if p.width == 0 {
		p.width = 88
	}
	p.width = min(max(p.width, 60), 100)
	t := newTimeline(g, o)
	p.line("", p.paint(bold, t.Title))
	p.line("", t.Summary)
	if slices.ContainsFunc(g.Events, func(e graph.Event) bool { return e.Articles > 1 }) {
		p.line("", "• told by more than one article")
	}
	if len(t.Sections) == 0 {
		p.line("", "")
		p.line("", "No events were found.")
	}
	p.top(t.Top)
	for _, s := range t.Sections {
		p.section(s)
	}
	return p.Flush()
}

// The colours of a terminal that are used: attributes that stay readable on light and dark ground.
const (
	bold   = "1"
	faint  = "2"
	cyan   = "36"
	yellow = "33"
	red    = "31"
)

// badgeColors has the colour of each badge.
var badgeColors = map[string]string{
	"planned": cyan, "possible": yellow, "denied": red, "cancelled": red, "claimed": yellow, "unclear": yellow,
}

// printer writes lines no longer than width columns.
type printer struct {
	*bufio.Writer
	width         int
	color, quotes bool
}

// top prints the events that matter most, one line each.
func (p *printer) top(list []*entry) {
	if len(list) == 0 {
		return
	}
	p.line("", "")
	p.line("", p.paint(bold, "Main events"))
	wide := 0
	for _, n := range list {
		wide = max(wide, columns(n.Brief())+4)
	}
	for _, n := range list {
		label := n.Label()
		if n.Event.Articles > 1 {
			label += " (" + count(n.Event.Articles, "article") + ")"
		}
		p.wrap(column("  "+n.Brief(), wide), label, "")
	}
}

// section prints a heading and its events.
func (p *printer) section(s section) {
	p.line("", "")
	p.line("", p.paint(bold, s.Title))
	p.line("", strings.Repeat("─", columns(s.Title)))
	last := s.Day // the first date need not say what the heading says
	for i, n := range s.Items {
		date := n.Short()
		if n.Brief() == last {
			date = ""
		} else if i > 0 {
			p.line("", "")
		}
		last = n.Brief()
		p.entry(n, date)
	}
}

// entry prints one event beside its date, which may need more than one line.
func (p *printer) entry(n *entry, date string) {
	dates := Wrap(date, margin-4)
	mark := " "
	if n.Event.Articles > 1 {
		mark = "•"
	}
	label := n.Label()
	if n.Badge() != "" {
		label = "[" + n.Badge() + "] " + label
	}
	next := func() string {
		d, m := "", mark
		if mark = " "; len(dates) > 0 {
			d, dates = dates[0], dates[1:]
		}
		return column(" "+d, margin-2) + m + " "
	}
	for i, line := range Wrap(label, p.width-margin) {
		if rest, ok := strings.CutPrefix(line, "["+n.Badge()+"] "); ok && i == 0 && n.Badge() != "" {
			line = p.paint(badgeColors[n.Badge()], "["+n.Badge()+"]") + " " + p.emphasis(n, rest)
		} else {
			line = p.emphasis(n, line)
		}
		p.line(next(), line)
	}
	for _, line := range Wrap(n.note(), p.width-margin-2) {
		p.line(next(), "  "+p.paint(faint, line))
	}
	for len(dates) > 0 {
		p.line(next(), "")
	}
	if p.quotes {
		p.quote(n)
	}
}

// emphasis makes what several articles tell stand out.
func (p *printer) emphasis(n *entry, s string) string {
	if n.Event.Articles > 1 {
		return p.paint(bold, s)
	}
	return s
}

// note is the small print under an event: where, who says so, which articles, what they disagree on.
func (n *entry) note() string {
	var parts []string
	if n.Where() != "" {
		parts = append(parts, n.Where())
	}
	if len(n.Says()) > 0 {
		parts = append(parts, "according to "+join(n.Says(), 3))
	}
	ids := make([]string, 0, len(n.From()))
	for _, s := range n.From() {
		ids = append(ids, clean(s.ID))
	}
	switch {
	case n.Lone():
	case len(ids) == 1:
		parts = append(parts, ids[0])
	case len(ids) > 1:
		from := count(max(n.Event.Articles, 1), "article")
		if n.Copies() > 0 {
			from += " and " + plural(n.Copies(), "copy", "copies")
		}
		parts = append(parts, from+": "+join(ids, 3))
	}
	for _, c := range n.Event.Conflicts {
		parts = append(parts, "sources disagree: "+clean(c))
	}
	return strings.Join(parts, " · ")
}

// quote prints the sentences that the event was read from, each with its article.
func (p *printer) quote(n *entry) {
	indent := strings.Repeat(" ", margin+2)
	for _, v := range n.Event.Seen {
		p.wrap(indent+"“", clean(v.Quote)+"” — "+clean(v.Source), "")
	}
}

// wrap prints text after a prefix, further lines indented as far as the prefix is wide.
func (p *printer) wrap(prefix, text, color string) {
	w := columns(prefix)
	for _, line := range Wrap(text, p.width-w) {
		p.line(prefix, p.paint(color, line))
		prefix = strings.Repeat(" ", w)
	}
}

// line prints one line without blanks at its end.
func (p *printer) line(prefix, s string) {
	fmt.Fprintln(p, strings.TrimRight(prefix+s, " "))
}

// paint wraps s into a terminal colour where colours are asked for.
func (p *printer) paint(color, s string) string {
	if !p.color || color == "" || s == "" {
		return s
	}
	return "\x1b[" + color + "m" + s + "\x1b[0m"
}

// Wrap breaks text without control characters at blanks into lines of at most max columns; longer words are cut.
func Wrap(s string, max int) []string {
	var lines []string
	line, used := "", 0
	for _, word := range strings.Fields(s) {
		for _, part := range cutWord(word, max) {
			w := columns(part)
			if used > 0 && used+1+w > max {
				lines, line, used = append(lines, line), "", 0
			}
			if used > 0 {
				line, used = line+" ", used+1
			}
			line, used = line+part, used+w
		}
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// cutWord cuts a word into parts of at most max columns.
func cutWord(word string, max int) []string {
	if len(word) <= max || columns(word) <= max {
		return []string{word}
	}
	var parts []string
	from, used := 0, 0
	for i, r := range word {
		w := runeColumns(r)
		if used+w > max {
			parts, from, used = append(parts, word[from:i]), i, 0
		}
		used += w
	}
	return append(parts, word[from:])
}

// columns is the width of clean text on a terminal.
func columns(s string) int {
	n := 0
	for _, r := range s {
		n += runeColumns(r)
	}
	return n
}

// column is s filled with blanks to a width; at least one blank follows it.
func column(s string, width int) string {
	return s + strings.Repeat(" ", max(1, width-columns(s)))
}

// join lists at most max items: "a, b, c and 2 more".
func join(items []string, max int) string {
	if len(items) <= max {
		return strings.Join(items, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(items[:max], ", "), len(items)-max)
}

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// runeColumns is 0 for marks that sit on the letter before, 2 for wide East Asian characters, else 1.
func runeColumns(r rune) int {
	if r < 0x300 {
		return 1
	}
	if isMark(r) {
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}
