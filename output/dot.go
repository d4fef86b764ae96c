package output

import (
	"fmt"
	"math"
	"strings"
)

// Sizes of the text in the map, in points.
const (
	labelSize = 11.0 // at links
	nodeGap   = 4.0  // around each node, so that no line brushes it
	lineSkip  = 1.22 // distance of lines, in sizes
)

// nodeSize is the size of the name of an entity: the main actors are seen first.
func (n *node) nodeSize() (size float64, bold bool) {
	switch {
	case n.Rank < 4 && n.Part > 0.3:
		return 20, true
	case n.Rank < 10 && n.Part > 0.12:
		return 16, true
	}
	return 13, false
}

// box is the room that an entity needs, in points, and its name in lines.
func (n *node) box() (w, h float64, lines []string) {
	size, bold := n.nodeSize()
	lines = breakName(n.Name, 20)
	for _, line := range lines {
		w = max(w, textWidth(line, size, bold))
	}
	h = size * lineSkip * float64(len(lines))
	switch lookOf(n.Entity.Kind).Shape {
	case "ellipse":
		return w*1.16 + 26, h*1.3 + 14, lines
	case "hexagon":
		return w*1.22 + 30, h*1.1 + 14, lines
	case "octagon":
		return w*1.12 + 26, h*1.2 + 16, lines
	}
	return w*1.04 + 22, h + 16, lines
}

// breakName breaks a name into at most three lines of about max characters.
func breakName(name string, max int) []string {
	lines := Wrap(shorten(name, 3*max-4), max)
	if len(lines) == 2 && columns(name) <= max+3 {
		return []string{name}
	}
	if len(lines) > 3 {
		lines = append(lines[:2], shorten(strings.Join(lines[2:], " "), max))
	}
	return lines
}

// labelBox is the room that the words at a link need, in points.
func (l *link) labelBox() (w, h float64) {
	lines := l.label()
	for _, line := range lines {
		w = max(w, textWidth(line, labelSize, false))
	}
	return w*1.04 + 10, labelSize*lineSkip*float64(len(lines)) + 6
}

// standIn is a label of the same size made of the letter x in Courier at 10 points: 6 points wide, 12 high.
func (l *link) standIn() string {
	w, h := l.labelBox()
	line := strings.Repeat("x", int(math.Ceil(w/6)))
	return strings.TrimSuffix(strings.Repeat(line+"\n", int(math.Ceil(h/12))), "\n")
}

// dot writes a chart in the language of Graphviz: nodes n0, n1, … and edges with the ids e0, e1, … Graphviz cannot
// measure text here (see advance). So nodes come with their size, and links with a stand-in for their label; the text
// itself comes along, quoted, for people who read the file, and does not count for the layout. (A table of fixed size
// would be the plainer stand-in, but the HTML labels of this build write over their own memory.)
func (c *chart) dot(m manner) string {
	var b strings.Builder
	fmt.Fprintf(&b, "digraph map {\n\tgraph [rankdir=%s, nodesep=%.2f, ranksep=%.2f, splines=true]\n", m.Direction, m.Beside, m.Below)
	b.WriteString("\tnode [fixedsize=true, label=\"\"]\n\tedge [arrowhead=none, arrowtail=none, fontname=Courier, fontsize=10]\n")
	for i, n := range c.Nodes {
		wide, high, lines := n.box()
		fmt.Fprintf(&b, "\tn%d [shape=%s, width=%.3f, height=%.3f, label=%s]\n",
			i, lookOf(n.Entity.Kind).Shape, (wide+nodeGap)/72, (high+nodeGap)/72, quoteDOT(strings.Join(lines, "\n")))
	}
	ends := m.ends(c)
	for i, l := range c.Links {
		weight := 1 + min(l.Weight/40, 8)
		if l.From.Cluster != 0 && l.From.Cluster == l.To.Cluster {
			weight *= 3 // what belongs together is drawn together
		}
		fmt.Fprintf(&b, "\tn%d -> n%d [id=e%d, weight=%d, label=%s, tooltip=%s]\n", ends[i][0], ends[i][1], i, weight, quoteDOT(l.standIn()), quoteDOT(strings.Join(l.label(), "\n")))
	}
	b.WriteString("}\n")
	return b.String()
}

// quoteDOT is text as a string of the DOT language that Graphviz shows letter for letter. Inside quotes, DOT knows only
// \" and a line continued by a backslash; labels give a meaning of their own to \N, \G, \n and so on, so each backslash
// is doubled, and to HTML entities such as &lt;, so each & becomes one. Line breaks become \n, NUL has no place in C.
func quoteDOT(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range strings.ToValidUTF8(s, "\uFFFD") {
		switch r {
		case '"':
			b.WriteString(`\"`)
		case '\\':
			b.WriteString(`\\`)
		case '&':
			b.WriteString("&amp;")
		case '\n':
			b.WriteString(`\n`)
		case '\r', 0:
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
