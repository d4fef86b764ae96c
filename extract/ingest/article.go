package ingest

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/extract"
	"dateline/graph"
)

// article finishes a Document: it fills Text, Paragraphs and Skipped from text, and what is still missing of Title,
// Place and publication date. The line is that of the input on which text begins; step is 1 where lines of text are
// lines of the input, 0 where all of it stands on one.
func (r *Reader) article(d *extract.Document, text string, line, step int) {
	l := layoutOf(text)
	us := l.units()
	r.marks.findDate(d, l.text, us, r.published)
	r.cues.judge(l.text, us)
	r.marks.sortUnits(l.text, us)
	if d.Title == "" {
		d.Title = titleOf(l.text, us)
	}
	shift := keepLines(d, l, us)
	d.Paragraphs = make([]extract.Paragraph, 0, len(us))
	for i, u := range us {
		if u.skip != "" {
			d.Skipped = append(d.Skipped, extract.Skip{Line: line + step*u.first, Text: clip(l.text[u.start:u.end]), Reason: u.skip})
			continue
		}
		r.marks.paragraphs(d, u, shift[i], len(d.Paragraphs) == 0)
	}
}

// titleOf is the headline among the first units, white space folded; empty if there is none.
func titleOf(text string, us []unit) string {
	for _, u := range us {
		if u.skip == "" && u.kind == extract.Heading && !u.dated {
			return extract.Fold(text[u.start:u.end])
		}
		if u.skip == "" && u.sentence {
			break
		}
	}
	return ""
}

// keepLines fills d.Text with the lines of the units that stay, as they were. It returns for each unit by how many
// bytes it has moved towards the front.
func keepLines(d *extract.Document, l *layout, us []unit) (shift []int) {
	shift = make([]int, len(us))
	var b strings.Builder
	from, moved := 0, 0 // from: start of the stretch that is being kept
	if len(us) > 0 {
		from, moved = l.lines[us[0].first].start, l.lines[us[0].first].start // no blank lines in front
	}
	for i, u := range us {
		start, end := l.lines[u.first].start, len(l.text)
		if i+1 < len(us) {
			end = l.lines[us[i+1].first].start
		}
		if u.skip != "" {
			b.WriteString(l.text[from:start])
			from, moved = end, moved+end-start
		}
		shift[i] = moved
	}
	b.WriteString(l.text[from:])
	d.Text = strings.TrimRightFunc(b.String(), unicode.IsSpace)
	return shift
}

// paragraphs appends the unit u, moved by shift bytes, to d.Paragraphs: as one, or as several where a dateline stands
// at its beginning or a credit at its end. Head says that nothing stands before it.
func (m *marks) paragraphs(d *extract.Document, u unit, shift int, head bool) {
	start, end := u.start-shift, u.end-shift
	if head {
		start += strayBracket(d.Text[start:end])
	}
	add := func(to int, k extract.ParagraphKind) {
		for start < to && isSpace(d.Text[start]) {
			start++
		}
		for e := to; e > start; e-- {
			if !isSpace(d.Text[e-1]) {
				d.Paragraphs = append(d.Paragraphs, extract.Paragraph{Span: extract.Span{Start: start, End: e}, Kind: k})
				break
			}
		}
		start = to
	}
	if u.kind == extract.Body {
		if place, n := m.dateline(d.Text[start:end]); n > 0 && firstBody(d) {
			if d.Place == "" {
				d.Place = place
			}
			add(start+n, extract.Heading)
		}
	}
	if u.kind == extract.Caption {
		if n := m.credit(d.Text[start:end]); n > 0 {
			add(start+n, extract.Caption)
		}
	}
	add(end, u.kind)
}

// firstBody tells whether no paragraph of running text stands before.
func firstBody(d *extract.Document) bool {
	for _, p := range d.Paragraphs {
		if p.Kind == extract.Body {
			return false
		}
	}
	return true
}

// strayBracket is the length of closing brackets before a word at the beginning of a text: what scraping leaves
// of a template. They stay in Text but not in the paragraph.
func strayBracket(s string) int {
	rest := strings.TrimLeft(s, ")]}>")
	if c, _ := utf8.DecodeRuneInString(rest); unicode.IsLetter(c) {
		return len(s) - len(rest)
	}
	return 0
}

// isSpace tells whether c is ASCII white space.
func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

// clip is the beginning of s, at most about 80 bytes, on one line.
func clip(s string) string {
	const most = 80
	if len(s) > most {
		n := most
		for n > 0 && !utf8.RuneStart(s[n]) {
			n--
		}
		s = s[:n] + "…"
	}
	return extract.Fold(s)
}

// firstYear is the earliest year of publication that is believed; some pages say 0001-01-01 for "none".
const firstYear = 1500

// dated sets the publication date unless there is one.
func dated(d *extract.Document, t graph.Time, from string) {
	if d.Published == (graph.Time{}) && t.First.Year >= firstYear {
		d.Published, d.PublishedFrom = t, from
	}
}
