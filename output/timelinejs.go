package output

import (
	"bufio"
	"cmp"
	"encoding/json"
	"fmt"
	"html"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/graph"
)

// TimelineJS writes the JSON that TimelineJS3 (Knight Lab) shows as slides: website/docs/json-format.njk of
// NUKnightLab/TimelineJS3. Its text fields are HTML, so all text is escaped. A slide needs a start: events without any
// date are left out, and the title says how many; one that is only known to have been by some day stands on that day,
// and its display date says so.
func TimelineJS(w io.Writer, g *graph.Graph, o Options) error {
	b := bufio.NewWriterSize(w, 1<<16)
	x, enc := newIndex(g), json.NewEncoder(b)
	b.WriteString(`{"scale":"human","title":`)
	if err := enc.Encode(slide{Text: slideText{html.EscapeString(cmp.Or(clean(o.Title), "Timeline")), html.EscapeString(x.covered(o))}}); err != nil {
		return err
	}
	b.WriteString(`,"events":[`)
	comma := ""
	for _, e := range x.inOrder() {
		if !e.When.Time.Known() {
			continue
		}
		b.WriteString(comma)
		if err := enc.Encode(x.slide(e)); err != nil {
			return err
		}
		comma = ","
	}
	b.WriteString("]}\n")
	return b.Flush()
}

// slide is one event, or the title.
type slide struct {
	ID      string     `json:"unique_id,omitempty"`
	Start   *slideDate `json:"start_date,omitempty"`
	End     *slideDate `json:"end_date,omitempty"`
	Text    slideText  `json:"text"`
	Group   string     `json:"group,omitempty"`
	Display string     `json:"display_date,omitempty"`
	Link    *bool      `json:"autolink,omitempty"`
}

type slideText struct {
	Headline string `json:"headline"`
	Text     string `json:"text,omitempty"`
}

type slideDate struct {
	Year   int  `json:"year"`
	Month  int  `json:"month,omitempty"`
	Day    int  `json:"day,omitempty"`
	Hour   *int `json:"hour,omitempty"`
	Minute *int `json:"minute,omitempty"`
}

// covered is the summary with what a timeline of dated events leaves out.
func (x *index) covered(o Options) string {
	s := summary(x.graph, o)
	if n := x.undated(); n > 0 {
		s += " · events without a date are left out: " + fmt.Sprint(n)
	}
	return s
}

// undated is the number of events of whose date nothing is known.
func (x *index) undated() int {
	n := 0
	for i := range x.graph.Events {
		n += b2i(!x.graph.Events[i].When.Time.Known())
	}
	return n
}

func (x *index) slide(e *graph.Event) slide {
	n, t, no := x.entry(e), e.When.Best(), false
	s := slide{ID: anchor(e.ID), Text: slideText{html.EscapeString(n.headline()), x.slideBody(n)}, Group: groupName(e), Display: e.When.Words(), Link: &no}
	grain := t.Grain
	if grain != graph.Year && grain != graph.Month || t.Open() && !t.First.Known() {
		grain = graph.Day
	}
	s.Start = newSlideDate(start(t), grain)
	if t.First != t.Last && t.First.Known() && t.Last.Known() && t.Grain != graph.Month && t.Grain != graph.Year {
		s.End = newSlideDate(t.Last, grain)
	}
	if hour, minute, ok := clock(t); ok {
		s.Start.Hour, s.Start.Minute = &hour, &minute
	}
	return s
}

// newSlideDate is d as finely as g says. Years before 1 count as people count them: -44 is 44 BCE.
func newSlideDate(d graph.Date, g graph.Grain) *slideDate {
	s := &slideDate{Year: d.Year}
	if d.Year < 1 {
		s.Year--
	}
	if g != graph.Year {
		s.Month = d.Month
	}
	if g == graph.Day {
		s.Day = d.Day
	}
	return s
}

// clock is the time of day of t.
func clock(t graph.Time) (hour, minute int, ok bool) {
	_, err := fmt.Sscanf(t.Clock, "%2d:%2d", &hour, &minute)
	return hour, minute, t.Clock != "" && err == nil
}

// groupName is the category of an event in words: "Assault".
func groupName(e *graph.Event) string {
	s := strings.ToLower(clean(e.Type))
	if s == "" {
		return "Other"
	}
	first, n := utf8.DecodeRuneInString(s)
	return html.EscapeString(string(unicode.ToUpper(first)) + s[n:])
}

// slideBody is the text under the headline: where, who says so, the first sentences with their articles.
func (x *index) slideBody(n *entry) string {
	var b strings.Builder
	if note := n.note(); note != "" {
		b.WriteString("<p>" + html.EscapeString(note) + "</p>")
	}
	for _, v := range n.Event.Seen[:min(len(n.Event.Seen), 3)] {
		from := x.source(v.Source)
		cite := html.EscapeString(strings.Join(cleanAll([]string{cmp.Or(from.Title, from.ID), from.Publisher, from.When}), ", "))
		if from.URL != "" {
			cite = `<a href="` + html.EscapeString(from.URL) + `" rel="noopener">` + cite + "</a>"
		}
		b.WriteString("<blockquote>" + html.EscapeString(clean(v.Quote)) + "<br>— " + cite + "</blockquote>")
	}
	return b.String()
}
