package output

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"dateline/graph"
)

// Room around the drawing, and the height of title and legend, in points.
const (
	border      = 28.0
	headHeight  = 62.0
	legendWidth = 990.0
	footHeight  = 92.0
)

// draw is the finished map as SVG. Graphviz has placed things; the drawing is ours, because it must do what the writer
// of Graphviz cannot: text that fits its box in any font (textLength), words that stay readable where they cross a
// line, a legend made of the same shapes, tooltips of several lines, a dark mode, and escaping that we answer for.
//
// No script, no font, no address outside the folder: links lead to the timeline page beside the map.
func draw(c *chart, p *placement) string {
	w := math.Ceil(max(p.W, legendWidth, textWidth(c.Title, 22, true)) + 2*border)
	h := math.Ceil(p.H + headHeight + footHeight + 2*border)
	b := &svg{}
	b.begin(w, h, c.Title, c.describe())
	b.printf("%s", markers())
	b.head(c.Title, c.Subtitle)
	b.printf(`<g id="links" transform="translate(%.1f %.1f)">`+"\n", (w-p.W)/2, border+headHeight)
	for _, g := range p.Grounds {
		b.ground(g, clusterMargin)
	}
	for i, l := range c.Links {
		b.path(c, i, l, p.Paths[i])
	}
	for i, l := range c.Links {
		b.words(c, i, l, p.Words[i])
	}
	b.printf("</g>\n"+`<g id="names" transform="translate(%.1f %.1f)">`+"\n", (w-p.W)/2, border+headHeight)
	for i, n := range c.Nodes {
		b.node(c, i, n, p.Nodes[i])
	}
	b.printf("</g>\n")
	b.legend(c, p, h)
	b.printf("</svg>\n")
	return b.String()
}

// describe is the map in a sentence, for people who cannot see it.
func (c *chart) describe() string {
	s := fmt.Sprintf("A network of %d names and %d links. %s.", len(c.Nodes), len(c.Links), c.Subtitle)
	var main []string
	for _, n := range c.Nodes[:min(4, len(c.Nodes))] {
		main = append(main, n.Name)
	}
	if len(main) > 0 {
		s += " Most linked: " + strings.Join(main, ", ") + "."
	}
	return s
}

// style holds what attributes cannot say. Everything needed to see the map is in attributes.
const style = `
a{text-decoration:none}
a:hover .shape,a:focus .shape,a:hover .line{stroke-width:4}
a:hover .word,a:focus .word,a:hover .name,a:focus .name{text-decoration:underline}
@media screen and (prefers-color-scheme:dark){.ground{fill:#16181c}.cluster{fill:#22252b;stroke:#22252b}.word,.legend,.head{fill:#e8e8e8}.word[stroke]{stroke:#16181c}
.line{stroke:#b9bec6}a.line{stroke:none}.line.lasting{stroke:#7d838c}.line.cooperation{stroke:#6cb8ee}.line.conflict{stroke:#f0915a}
.tip{fill:#b9bec6}.tip.cooperation{fill:#6cb8ee}.tip.conflict{fill:#f0915a}
.faint{stroke:#3f454e}circle.idle{fill:#16181c;stroke:#5d646e}text.idle{fill:#949aa3}
.knot{fill:#b9bec6;stroke:#b9bec6}.knot.cooperation{fill:#6cb8ee;stroke:#6cb8ee}.knot.conflict{fill:#f0915a;stroke:#f0915a}.knot.hollow{fill:#16181c}}
@media print{.ground{fill:#fff}.word,.legend,.head{fill:#111}.word[stroke]{stroke:#fff}}
`

// markers are the arrow heads, one for each colour of lines.
func markers() string {
	b := &svg{}
	b.printf("<defs>")
	for _, kind := range []string{"", cooperation, conflict} {
		b.printf(`<marker id="tip%s" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" `+
			`orient="auto-start-reverse"><path class="tip %s" d="M0,0.8L10,5L0,9.2z" fill="%s"/></marker>`, kind, kind, contactColors[kind])
	}
	b.printf("</defs>\n")
	return b.String()
}

// lineStyle is how links of a status are drawn.
type lineStyle struct {
	Status graph.Status
	Name   string // in the legend
	Dash   string
	Color  string
	Cross  bool // struck through
}

var lineStyles = []lineStyle{
	{Status: graph.Happened, Name: "happened", Color: "#555555"},
	{Status: graph.Planned, Name: "planned or possible", Dash: "7 4", Color: "#555555"},
	{Status: graph.Reported, Name: "claimed", Dash: "10 3 2 3", Color: "#555555"},
	{Status: lasting, Name: "lasting tie", Color: "#a3a3a3"},
	{Status: graph.Denied, Name: "denied or cancelled", Dash: "1.5 3.5", Color: "#8a8a8a", Cross: true},
}

func lineStyleOf(s graph.Status) lineStyle {
	for _, l := range lineStyles {
		if l.Status == s {
			return l
		}
	}
	return lineStyles[0]
}

// svg builds the text of a picture.
type svg struct{ strings.Builder }

func (b *svg) printf(format string, args ...any) { fmt.Fprintf(b, format, args...) }

// begin opens a picture of some size, with its title and a description for people who cannot see it.
func (b *svg) begin(w, h float64, title, description string) {
	b.printf(`<svg xmlns="http://www.w3.org/2000/svg" width="%.0fpt" height="%.0fpt" viewBox="0 0 %.0f %.0f" `+
		`font-family="Helvetica, Arial, 'Liberation Sans', sans-serif" role="group" aria-labelledby="title desc">`+"\n", w, h, w, h)
	b.printf("<title id=\"title\">%s</title>\n<desc id=\"desc\">%s</desc>\n<style>%s</style>\n", xmlText(title), xmlText(description), style)
	b.printf(`<rect class="ground" width="%.0f" height="%.0f" fill="#ffffff"/>`+"\n", w, h)
}

// head draws title and subtitle.
func (b *svg) head(title, subtitle string) {
	b.printf(`<text class="head" x="%.0f" y="%.0f" font-size="22" font-weight="bold" fill="#111">%s</text>`+"\n", border, border+18, xmlText(title))
	b.printf(`<text class="head" x="%.0f" y="%.0f" font-size="12" fill="#444">%s</text>`+"\n", border, border+38, xmlText(subtitle))
}

// path draws the line of a link: its colour tells cooperation from conflict, its width how often it was told. It leads where its words lead, but is no second stop for
// people who walk through the links with the keyboard.
func (b *svg) path(c *chart, i int, l *link, pts []point) {
	s, kind := lineStyleOf(l.status()), l.contact()
	color := s.Color
	if kind != "" {
		color = contactColors[kind]
	}
	b.printf(`<a class="line" href="%s" tabindex="-1" aria-hidden="true"><title>%s</title>`, xmlText(l.href(c)), xmlText(l.tip()))
	class := kind
	if kind == "" && s.Status == lasting {
		class = string(lasting)
	}
	b.printf(`<path class="line %s" d="%s" fill="none" stroke="%s" stroke-width="%.1f"%s`, class, curve(pts), color, l.width(), dash(s.Dash))
	if l.Forward {
		b.printf(` marker-end="url(#tip%s)"`, kind)
	}
	if l.Back {
		b.printf(` marker-start="url(#tip%s)"`, kind)
	}
	b.printf("/>")
	if kind == conflict {
		b.conflictMark(middleOf(pts))
	}
	b.printf("</a>\n")
}

// width is the thickness of a link: it grows with the articles that tell of it.
func (l *link) width() float64 {
	told := 0
	for _, f := range l.Facts {
		told += f.Told
	}
	return 1.1 + min(float64(told-1)*0.35, 2.9)
}

func dash(d string) string {
	if d == "" {
		return ""
	}
	return ` stroke-dasharray="` + d + `"`
}

// curve is a Bézier curve as a path.
func curve(pts []point) string {
	var b strings.Builder
	for i, p := range pts {
		switch {
		case i == 0:
			b.WriteByte('M')
		case i%3 == 1:
			b.WriteByte('C')
		default:
			b.WriteByte(' ')
		}
		fmt.Fprintf(&b, "%.1f,%.1f", p.X, p.Y)
	}
	return b.String()
}

// words writes what happened at a link.
func (b *svg) words(c *chart, i int, l *link, at point) {
	lines := l.label()
	s := lineStyleOf(l.status())
	b.open(fmt.Sprintf("link%d", i), "link", l.href(c), l.tip())
	y := at.Y - labelSize*lineSkip*float64(len(lines)-1)/2 + labelSize*0.36
	for k, line := range lines {
		fill := "#222"
		if k > 0 {
			fill = "#555"
		}
		b.text("word", at.X, y, labelSize, false, line,
			` fill="`+fill+`" stroke="#fff" stroke-width="3.5" stroke-linejoin="round" paint-order="stroke"`)
		if s.Cross && k == 0 {
			b.strike(at.X, y, labelSize, line)
		}
		y += labelSize * lineSkip
	}
	b.close()
}

// strike draws a line through a text. (The line-through of SVG would get the light outline of the text too.)
func (b *svg) strike(x, y, size float64, s string) {
	w := textWidth(s, size, false) + 2
	b.printf(`<path class="line" d="M%.1f,%.1fH%.1f" fill="none" stroke="#555555" stroke-width="1.1"/>`, x-w/2, y-size*0.3, x+w/2)
}

// node draws an entity and leads to its events.
func (b *svg) node(c *chart, i int, n *node, at point) {
	look := lookOf(n.Entity.Kind)
	w, h, lines := n.box()
	b.open(fmt.Sprintf("name%d", i), "name "+strings.ToLower(look.Name), c.Page+"#"+anchor(n.Entity.ID), n.tip())
	b.shape(look, at, w, h, n.strength())
	size, bold := n.nodeSize()
	y := at.Y - size*lineSkip*float64(len(lines)-1)/2 + size*0.36
	for _, line := range lines {
		b.text("name", at.X, y, size, bold, line, ` fill="#111"`)
		y += size * lineSkip
	}
	b.close()
}

// strength is the width of the outline.
func (n *node) strength() float64 {
	if _, bold := n.nodeSize(); bold {
		return 2.4
	}
	return 1.4
}

// open begins a group with a link and a tooltip.
func (b *svg) open(id, class, href, tip string) {
	b.printf(`<a id="%s" class="%s" href="%s"><title>%s</title>`, id, class, xmlText(href), xmlText(tip))
}

func (b *svg) close() { b.printf("</a>\n") }

// text writes one centred line, forced to the width that was measured for it: other fonts are squeezed to fit.
func (b *svg) text(class string, x, y, size float64, bold bool, s, more string) {
	weight := ""
	if bold {
		weight = ` font-weight="bold"`
	}
	b.printf(`<text class="%s" x="%.1f" y="%.1f" font-size="%.0f" text-anchor="middle" textLength="%.1f" lengthAdjust="spacingAndGlyphs"%s%s>%s</text>`,
		class, x, y, size, textWidth(s, size, bold), weight, more, xmlText(s))
}

// shape draws the outline of a kind, as Graphviz has reckoned with it.
func (b *svg) shape(k *look, at point, w, h, strength float64) {
	paint := fmt.Sprintf(`class="shape" fill="%s" stroke="%s" stroke-width="%.1f"`, k.Fill, k.Line, strength)
	x0, y0 := at.X-w/2, at.Y-h/2
	switch k.Shape {
	case "ellipse":
		b.printf(`<ellipse %s cx="%.1f" cy="%.1f" rx="%.1f" ry="%.1f"/>`, paint, at.X, at.Y, w/2, h/2)
	case "box":
		b.printf(`<rect %s x="%.1f" y="%.1f" width="%.1f" height="%.1f"/>`, paint, x0, y0, w, h)
	case "hexagon":
		b.polygon(paint, at, w, h, []point{{-.25, -.5}, {.25, -.5}, {.5, 0}, {.25, .5}, {-.25, .5}, {-.5, 0}})
	case "octagon":
		const q = 0.2071 // half of √2 − 1
		b.polygon(paint, at, w, h, []point{{-q, -.5}, {q, -.5}, {.5, -q}, {.5, q}, {q, .5}, {-q, .5}, {-.5, q}, {-.5, -q}})
	default: // a sheet with a folded corner
		const f = 9.0
		b.printf(`<path %s d="M%.1f,%.1fH%.1fl%.1f,%.1fV%.1fH%.1fz"/>`, paint, x0, y0, x0+w-f, f, f, y0+h, x0)
	}
}

// polygon draws corners given in parts of width and height around the centre.
func (b *svg) polygon(paint string, at point, w, h float64, corners []point) {
	b.printf(`<polygon %s points="`, paint)
	for i, c := range corners {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.printf("%.1f,%.1f", at.X+c.X*w, at.Y+c.Y*h)
	}
	b.printf(`"/>`)
}

// together is what the legend says of clusters.
const together = "belong together"

// legend explains the shapes, colours and lines that occur, and says what was left out.
func (b *svg) legend(c *chart, p *placement, h float64) {
	y := h - border - footHeight + 36
	b.printf(`<g id="legend" font-size="12">` + "\n")
	x := border
	for i := range looks {
		k := &looks[i]
		if !slices.ContainsFunc(c.Nodes, func(n *node) bool { return lookOf(n.Entity.Kind) == k }) {
			continue
		}
		b.shape(k, point{x + 17, y - 4}, 34, 20, 1.4)
		b.printf(`<text class="legend" x="%.0f" y="%.0f" fill="#111">%s</text>`+"\n", x+42, y, k.Name)
		x += 42 + textWidth(k.Name, 12, false) + 24
	}
	x, y = border, y+28
	for _, s := range lineStyles {
		if !slices.ContainsFunc(c.Links, func(l *link) bool { return l.status() == s.Status }) {
			continue
		}
		b.printf(`<path class="line %s" d="M%.0f,%.0fH%.0f" fill="none" stroke="%s" stroke-width="1.8"%s/>`, s.Status, x, y-4, x+34, s.Color, dash(s.Dash))
		b.printf(`<text class="legend" x="%.0f" y="%.0f" fill="#111">%s</text>`+"\n", x+42, y, s.Name)
		if s.Cross {
			b.strike(x+42+textWidth(s.Name, 12, false)/2, y, 12, s.Name)
		}
		x += 42 + textWidth(s.Name, 12, false) + 24
	}
	for _, kind := range []string{cooperation, conflict} {
		if slices.ContainsFunc(c.Links, func(l *link) bool { return l.contact() == kind }) {
			b.printf(`<path class="line %s" d="M%.0f,%.0fH%.0f" fill="none" stroke="%s" stroke-width="2.6"/>`, kind, x, y-4, x+34, contactColors[kind])
			if kind == conflict {
				b.conflictMark(point{x + 17, y - 4})
			}
			b.printf(`<text class="legend" x="%.0f" y="%.0f" fill="#111">%s</text>`+"\n", x+42, y, kind)
			x += 42 + textWidth(kind, 12, false) + 24
		}
	}
	if len(p.Grounds) > 0 {
		b.ground(rect{point{x + 17, y - 4}, 20, 6}.corners(), 6)
		b.printf(`<text class="legend" x="%.0f" y="%.0f" fill="#111">%s</text>`+"\n", x+42, y, together)
		x += 42 + textWidth(together, 12, false) + 24
	}
	if slices.ContainsFunc(c.Links, func(l *link) bool { return len(l.Facts) > 1 }) {
		b.printf(`<text class="legend" x="%.0f" y="%.0f" fill="#111">“met +3”: and three more</text>`+"\n", x, y)
	}
	if left := c.leftOut(); left != "" {
		b.printf(`<text class="legend" x="%.0f" y="%.0f" fill="#111" font-style="italic">%s</text>`+"\n", border, y+28, xmlText(left))
	}
	b.printf("</g>\n")
}

// xmlText is clean text as content or attribute of XML; line breaks stay, as references.
func xmlText(s string) string {
	var b strings.Builder
	for _, r := range strings.ToValidUTF8(s, "\uFFFD") {
		switch {
		case r == '&':
			b.WriteString("&amp;")
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case r == '"':
			b.WriteString("&quot;")
		case r == '\'':
			b.WriteString("&#39;")
		case r == '\n':
			b.WriteString("&#10;")
		case r == '\t' || r >= 0x20 && r <= 0xd7ff || r >= 0xe000 && r <= 0xfffd || r >= 0x10000:
			b.WriteRune(r)
		default: // XML has no way to write the other control characters
			b.WriteString("\uFFFD")
		}
	}
	return b.String()
}

// anchor is an id of ours as the id of an element, which can stand in an address as it is: letters, digits and -_./+
// stay, all else becomes "~" and the number of the byte. Different ids stay different.
func anchor(id string) string {
	var b strings.Builder
	for _, c := range []byte(id) {
		if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || strings.IndexByte("-_./+", c) >= 0 {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, "~%02x", c)
		}
	}
	return b.String()
}
