package output

import (
	"bufio"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"dateline/graph"
)

// Markwhen writes the timeline for markwhen.com: a line an event, its date or range in front, its category and status
// as tags, in sections of months or years. Markwhen has no escapes: signs that have a meaning in it are written as
// their wide twins (＃ for #). Events without a date, or of other years than 1 to 9999, are left out and counted.
func Markwhen(w io.Writer, g *graph.Graph, o Options) error {
	b := bufio.NewWriterSize(w, 1<<16)
	t := newTimeline(g, o)
	title, err := json.Marshal(cmp.Or(clean(o.Title), "Timeline")) // a string of JSON is one of YAML
	if err != nil {
		return err
	}
	fmt.Fprintf(b, "---\ntitle: %s\n---\n", title)
	left := 0
	for _, s := range t.Sections {
		open := false
		for _, n := range s.Items {
			span := markwhenSpan(n.Event.When)
			if span == "" {
				left++
				continue
			}
			if !open {
				b.WriteString("\nsection " + wide.Replace(s.Title) + "\n")
				open = true
			}
			text := n.headline()
			if n.Event.When.Best().Open() {
				text += ", " + n.Event.When.Words()
			}
			b.WriteString(span + ": " + wide.Replace(text) + tag(n.Event.Type) + tag(string(n.Event.Status)) + "\n")
		}
		if open {
			b.WriteString("endSection\n")
		}
	}
	if left > 0 {
		fmt.Fprintf(b, "\n// events without a date that are left out: %d\n", left)
	}
	return b.Flush()
}

// wide gives signs of markwhen their wide twins.
var wide = strings.NewReplacer("#", "＃", "@", "＠", "[", "［", "]", "］", "(", "（", ")", "）", "//", "／／", "!", "！", "{", "｛", "}", "｝", "%", "％")

// tag is a word as a tag; only plain letters make one.
func tag(s string) string {
	s = strings.ToLower(s)
	if s == "" || strings.Trim(s, "abcdefghijklmnopqrstuvwxyz-") != "" {
		return ""
	}
	return " #" + s
}

// markwhenSpan is a time as a date or a range of ISO 8601; empty where there is none.
func markwhenSpan(w graph.When) string {
	t := w.Best()
	if d := start(t); !d.Known() || d.Year < 1 || t.Last.Known() && t.Last.Year < 1 {
		return ""
	}
	switch t.Grain {
	case graph.Day, graph.Month, graph.Year:
		return certainStart(t)
	}
	if t.Open() {
		return start(t).String()
	}
	return t.First.String() + "/" + t.Last.String()
}

// certainStart is the known end of a time, as finely as it is known: 2015-09.
func certainStart(t graph.Time) string {
	s := start(t).String()
	switch t.Grain {
	case graph.Month:
		return s[:len("2015-09")]
	case graph.Year:
		return s[:len("2015")]
	}
	return s
}
