package output

import (
	"bufio"
	"io"
	"strconv"
	"strings"

	"dateline/graph"
)

// Mermaid writes the timeline as a diagram of Mermaid, for wikis and Markdown: a section a month or year, events of one
// date beside each other. Text is written in letters, digits and a few harmless signs; all else is an entity code such
// as #58;, which Mermaid shows as the sign.
func Mermaid(w io.Writer, g *graph.Graph, o Options) error {
	b := bufio.NewWriterSize(w, 1<<16)
	t := newTimeline(g, o)
	b.WriteString("timeline\n    title " + mermaidText(t.Title) + "\n")
	for _, s := range t.Sections {
		b.WriteString("    section " + mermaidText(s.Title) + "\n")
		last := ""
		for _, n := range s.Items {
			date := n.Short()
			if date == "" {
				date = "undated"
			}
			if date == last {
				b.WriteString("            : " + mermaidText(n.headline()) + "\n")
				continue
			}
			b.WriteString("        " + mermaidText(date) + " : " + mermaidText(n.headline()) + "\n")
			last = date
		}
	}
	return b.Flush()
}

// mermaidText is clean text for a diagram.
func mermaidText(s string) string {
	plain := func(r rune) bool {
		return r >= 0x80 || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune(" .,'-/()?", r)
	}
	if !strings.ContainsFunc(s, func(r rune) bool { return !plain(r) }) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if plain(r) {
			b.WriteRune(r)
		} else {
			b.WriteString("#" + strconv.Itoa(int(r)) + ";")
		}
	}
	return b.String()
}
