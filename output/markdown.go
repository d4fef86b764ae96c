package output

import (
	"bufio"
	"io"
	"strings"

	"dateline/graph"
)

// Markdown writes the timeline as CommonMark: a heading a section, a list item an event, with its sentences below it
// where they are asked for. Text of articles is escaped, so that none of it is markup.
func Markdown(w io.Writer, g *graph.Graph, o Options) error {
	b := bufio.NewWriterSize(w, 1<<16)
	t := newTimeline(g, o)
	b.WriteString("# " + mdText(t.Title) + "\n\n" + mdText(t.Summary) + "\n")
	for _, s := range t.Sections {
		b.WriteString("\n## " + mdText(s.Title) + "\n\n")
		for _, n := range s.Items {
			b.WriteString("- ")
			if n.Short() != "" {
				b.WriteString("**" + mdText(n.Short()) + "** ")
			}
			b.WriteString(mdText(n.headline()))
			if note := n.note(); note != "" {
				b.WriteString(" — *" + mdText(note) + "*")
			}
			b.WriteByte('\n')
			if o.Quotes {
				for _, v := range n.Event.Seen {
					b.WriteString("  > " + mdText(clean(v.Quote)) + " — " + mdText(clean(v.Source)) + "\n  >\n")
				}
			}
		}
	}
	return b.Flush()
}

// mdText is clean text for one line of Markdown, in any of its flavours, Obsidian's too: signs with a meaning come
// behind a backslash, and so does what begins a list, a heading or a rule at the beginning of a line.
func mdText(s string) string {
	at := strings.IndexAny(s, mdSigns)
	if at < 0 && !startsBlock(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + 16)
	if startsBlock(s) {
		digits := len(s) - len(strings.TrimLeft(s, "0123456789"))
		b.WriteString(s[:digits] + `\`)
		s = s[digits:]
		b.WriteByte(s[0])
		s = s[1:]
	}
	for i := 0; i < len(s); i++ {
		if strings.IndexByte(mdSigns, s[i]) >= 0 {
			b.WriteByte('\\')
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// mdSigns have a meaning somewhere in a line of Markdown: emphasis, code, links, tags, HTML, entities, tables, formulas,
// comments and highlights of Obsidian, templates of programs that run over Markdown.
const mdSigns = "\\`*_{}[]<>#|~$&%=^!"

// startsBlock tells whether a line that begins with s would be no paragraph, for a sign that is not of mdSigns: a list,
// numbered or not, or the line under a heading.
func startsBlock(s string) bool {
	rest := strings.TrimLeft(s, "0123456789")
	if rest == "" {
		return false
	}
	if len(rest) < len(s) {
		return rest[0] == '.' || rest[0] == ')'
	}
	return rest[0] == '+' || rest[0] == '-'
}
