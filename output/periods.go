package output

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"dateline/graph"
)

// How much the small maps hold: names on each circle, and circles.
const (
	circleNames = 12
	mostPeriods = 24
	manyMonths  = 24 // more than so many months become years
	fewEvents   = 3  // fewer than so many a month do, too, where the story is longer than manyMonths
)

// Sizes of a small map, in points.
const (
	ring        = 92.0 // radius of the circle of names
	panelWidth  = 400.0
	panelHeight = 256.0
	panelsARow  = 3
	panelText   = 11.0
)

// Periods draws one small map for each month, or for each year of a long story: the same names in the same places, and
// between them what happened then. What changes from one to the next is the story.
func Periods(w io.Writer, g *graph.Graph, o Options) error {
	_, err := io.WriteString(w, newPeriods(g, o).draw())
	return err
}

// periods is a row of small maps.
type periods struct {
	Title, Subtitle string
	Names           []*graph.Entity // round the circle
	Panels          []*panel        // in the order of time
	All             int             // periods with links, shown or not
}

// panel is the map of one period.
type panel struct {
	Title  string
	Events int
	Chords []*chord
	first  graph.Date
}

// chord is all that was between two names in a period.
type chord struct {
	a, b   int // names
	events []*graph.Event
}

// newPeriods takes the names with most links, the periods with most events between them, and puts names that have much
// to do with each other beside each other.
func newPeriods(g *graph.Graph, o Options) *periods {
	p := &periods{Title: cmp.Or(clean(o.Title), "Who did what with whom, and when"), Subtitle: summary(g, o)}
	x := newIndex(g)
	ties := graph.NewNetwork(g).Ties()
	p.Names = x.linked(ties)
	at := map[string]int{}
	for i, e := range p.Names {
		at[e.ID] = i
	}
	type contact struct {
		a, b  int
		event *graph.Event
	}
	var contacts []contact
	var times []graph.Time
	for _, t := range ties {
		a, known := at[t.From]
		b, known2 := at[t.To]
		if !known || !known2 || a == b {
			continue
		}
		for _, id := range t.Events {
			contacts = append(contacts, contact{min(a, b), max(a, b), x.events[id]})
			times = append(times, x.events[id].When.Best())
		}
	}
	panels := map[string]*panel{}
	period := periodOf(times)
	for i, c := range contacts {
		title, first := period(times[i])
		if title == "" {
			continue
		}
		if panels[title] == nil {
			panels[title] = &panel{Title: title, first: first}
			p.Panels = append(p.Panels, panels[title])
		}
		panels[title].add(c.a, c.b, c.event)
	}
	p.All = len(p.Panels)
	slices.SortStableFunc(p.Panels, func(a, b *panel) int {
		return cmp.Or(cmp.Compare(b.Events, a.Events), a.first.Compare(b.first))
	})
	p.Panels = p.Panels[:min(len(p.Panels), mostPeriods)]
	slices.SortFunc(p.Panels, func(a, b *panel) int { return a.first.Compare(b.first) })
	p.arrange()
	return p
}

// linked are the entities with the weightiest ties, heaviest first.
func (x *index) linked(ties []*graph.Tie) (names []*graph.Entity) {
	weight := map[string]int{}
	for _, t := range ties {
		weight[t.From] += t.Weight
		weight[t.To] += t.Weight
	}
	for id := range weight {
		if e := x.entities[id]; e != nil {
			names = append(names, e)
		}
	}
	slices.SortFunc(names, func(a, b *graph.Entity) int {
		return cmp.Or(cmp.Compare(weight[b.ID], weight[a.ID]), cmp.Compare(a.ID, b.ID))
	})
	return names[:min(len(names), circleNames)]
}

// periodOf gives the month or the year that holds a whole time, with its first day; empty where none does. Years are
// taken where there would be too many months, or hardly anything in them.
func periodOf(times []graph.Time) func(graph.Time) (string, graph.Date) {
	months, events := map[graph.Date]bool{}, 0
	var first, last graph.Date
	for _, t := range times {
		title, m := monthOf(t)
		if title == "" {
			continue
		}
		if len(months) == 0 || m.Before(first) {
			first = m
		}
		if len(months) == 0 || m.After(last) {
			last = m
		}
		months[m] = true
		events++
	}
	long := (last.Year-first.Year)*12+last.Month-first.Month >= manyMonths
	if len(months) > manyMonths || long && events < fewEvents*len(months) {
		return yearOf
	}
	return monthOf
}

func monthOf(t graph.Time) (string, graph.Date) {
	if !t.First.Known() || !t.Last.Known() || t.First.Year != t.Last.Year || t.First.Month != t.Last.Month {
		return "", graph.Date{}
	}
	return graph.MonthOf(t.First.Year, t.First.Month).Words(), graph.Date{Year: t.First.Year, Month: t.First.Month, Day: 1}
}

func yearOf(t graph.Time) (string, graph.Date) {
	if !t.First.Known() || !t.Last.Known() || t.First.Year != t.Last.Year {
		return "", graph.Date{}
	}
	return graph.YearOf(t.First.Year).Words(), graph.Date{Year: t.First.Year, Month: 1, Day: 1}
}

// add puts an event between two names.
func (p *panel) add(a, b int, e *graph.Event) {
	p.Events++
	for _, c := range p.Chords {
		if c.a == a && c.b == b {
			if !slices.Contains(c.events, e) {
				c.events = append(c.events, e)
			}
			return
		}
	}
	p.Chords = append(p.Chords, &chord{a, b, []*graph.Event{e}})
}

// arrange turns the circle so that chords are short: two names are exchanged as long as that makes all chords together
// shorter.
func (p *periods) arrange() {
	n := len(p.Names)
	ties := make([][]int, n)
	for i := range ties {
		ties[i] = make([]int, n)
	}
	for _, panel := range p.Panels {
		for _, c := range panel.Chords {
			ties[c.a][c.b] += len(c.events)
			ties[c.b][c.a] += len(c.events)
		}
	}
	place := make([]int, n) // of each name on the circle
	for i := range place {
		place[i] = i
	}
	length := func(i int) (sum int) {
		for k := range n {
			d := (place[i] - place[k] + n) % n
			sum += ties[i][k] * min(d, n-d)
		}
		return sum
	}
	for better := true; better; {
		better = false
		for i := range n {
			for k := range i {
				before := length(i) + length(k)
				place[i], place[k] = place[k], place[i]
				if length(i)+length(k) < before {
					better = true
				} else {
					place[i], place[k] = place[k], place[i]
				}
			}
		}
	}
	names := make([]*graph.Entity, n)
	for i, e := range p.Names {
		names[place[i]] = e
	}
	p.Names = names
	for _, panel := range p.Panels {
		for _, c := range panel.Chords {
			c.a, c.b = place[c.a], place[c.b]
		}
	}
}

// draw is the finished picture as SVG.
func (p *periods) draw() string {
	columns := min(max(len(p.Panels), 1), panelsARow)
	rows := (len(p.Panels) + columns - 1) / columns
	w := max(float64(columns)*panelWidth, legendWidth) + 2*border
	h := float64(rows)*panelHeight + headHeight + footHeight + 2*border
	b := &svg{}
	b.begin(w, h, p.Title, fmt.Sprintf("%s of the same %s, one for each period. %s.", plural(len(p.Panels), "small map", "small maps"), count(len(p.Names), "name"), p.Subtitle))
	b.head(p.Title, p.Subtitle)
	for i, panel := range p.Panels {
		x := border + (float64(i%columns)+0.5)*panelWidth
		y := border + headHeight + float64(i/columns)*panelHeight
		b.panel(p, panel, point{x, y + panelHeight/2 + 10}, y+14)
	}
	b.periodsLegend(p, h-border-footHeight+30)
	b.printf("</svg>\n")
	return b.String()
}

// periodsLegend explains dots and lines, and says what was left out.
func (b *svg) periodsLegend(p *periods, y float64) {
	b.printf(`<g id="legend" font-size="12">` + "\n")
	x := border
	word := func(wide float64, s string) {
		b.printf(`<text class="legend" x="%.1f" y="%.1f" fill="#111">%s</text>`+"\n", x+wide, y, s)
		x += wide + textWidth(s, 12, false) + 24
	}
	for i := range looks {
		if slices.ContainsFunc(p.Names, func(e *graph.Entity) bool { return lookOf(e.Kind) == &looks[i] }) {
			b.printf(`<circle class="shape" cx="%.1f" cy="%.1f" r="5.5" fill="%s" stroke="%s" stroke-width="1.6"/>`, x+6, y-4, looks[i].Fill, looks[i].Line)
			word(18, looks[i].Name)
		}
	}
	for _, kind := range []string{cooperation, conflict, ""} {
		b.chord(kind, []point{{x, y - 4}, {x + 12, y - 4}, {x + 22, y - 4}, {x + 34, y - 4}}, 2)
		word(42, cmp.Or(kind, "other"))
	}
	b.printf("</g>\n"+`<text class="legend" x="%.0f" y="%.0f" font-size="12" font-style="italic" fill="#111">%s</text>`+"\n", border, y+36, xmlText(p.leftOut()))
}

// chord draws what was between two names.
func (b *svg) chord(kind string, path []point, wide float64) {
	b.printf(`<path class="line %s" d="%s" fill="none" stroke="%s" stroke-width="%.1f"/>`, kind, curve(path), contactColors[kind], wide)
	if kind == conflict {
		b.conflictMark(middleOf(path))
	}
}

// leftOut says what the picture does not show.
func (p *periods) leftOut() string {
	switch {
	case len(p.Panels) == 0:
		return "No dated events between two names were found."
	case len(p.Panels) < p.All:
		return fmt.Sprintf("Shown are the %d of %d periods with most events; bigger dots have more links in that period.", len(p.Panels), p.All)
	}
	return "Bigger dots have more links in that period."
}

// on is the place of a name on the circle around a centre, from the top clockwise.
func (p *periods) on(center point, i int, radius float64) point {
	turn := 2*math.Pi*(float64(i)+0.5)/float64(max(len(p.Names), 1)) - math.Pi/2
	return point{center.X + radius*math.Cos(turn), center.Y + radius*math.Sin(turn)*0.92}
}

// bow is the curve of a chord: it bends towards the centre, the more the farther its ends are from each other.
func (p *periods) bow(center point, c *chord) []point {
	from, to := p.on(center, c.a, ring), p.on(center, c.b, ring)
	part := 0.2 + 0.4*length(to.X-from.X, to.Y-from.Y)/(2*ring)
	bend := func(q point) point { return point{q.X + (center.X-q.X)*part, q.Y + (center.Y-q.Y)*part} }
	return []point{from, bend(from), bend(to), to}
}

// panel draws one period.
func (b *svg) panel(p *periods, m *panel, center point, top float64) {
	b.printf(`<text class="head" x="%.1f" y="%.1f" font-size="14" font-weight="bold" text-anchor="middle" fill="#111">%s</text>`+"\n", center.X, top, xmlText(m.Title))
	links := make([]int, len(p.Names))
	for _, c := range m.Chords {
		links[c.a] += len(c.events)
		links[c.b] += len(c.events)
		b.printf(`<g><title>%s</title>`, xmlText(c.tip(p)))
		b.chord(contactOfAll(c.events), p.bow(center, c), 1.2+min(float64(len(c.events)-1)*0.8, 5))
		b.printf("</g>\n")
	}
	for i, e := range p.Names {
		b.dot(e, p.on(center, i, ring), p.on(center, i, ring+12), center, links[i])
	}
}

// dot draws a name of a circle: grey where it has no part in the period.
func (b *svg) dot(e *graph.Entity, at, label, center point, links int) {
	k, ink := lookOf(e.Kind), "#111"
	class, fill, line, r := "", k.Fill, k.Line, 4+min(math.Sqrt(float64(links)), 5)
	if links == 0 {
		class, fill, line, ink, r = " idle", "#ffffff", "#bbbbbb", "#767676", 3
	}
	b.printf(`<circle class="shape%s" cx="%.1f" cy="%.1f" r="%.1f" fill="%s" stroke="%s" stroke-width="1.6"/>`, class, at.X, at.Y, r, fill, line)
	name := shorten(nameOf(e), 20)
	wide := textWidth(name, panelText, false)
	x := label.X - wide/2 + math.Copysign(wide/2, label.X-center.X) // away from the circle
	b.printf(`<text class="legend%s" x="%.1f" y="%.1f" font-size="%.0f" textLength="%.1f" lengthAdjust="spacingAndGlyphs" fill="%s">%s</text>`+"\n",
		class, x, label.Y+panelText*0.36, panelText, wide, ink, xmlText(name))
}

// tip lists what was between two names.
func (c *chord) tip(p *periods) string {
	lines := []string{nameOf(p.Names[c.a]) + " and " + nameOf(p.Names[c.b])}
	for _, e := range c.events[:min(len(c.events), 8)] {
		lines = append(lines, headline(e.When.Time, e.Label, badges[e.Status]))
	}
	return strings.Join(lines, "\n")
}
