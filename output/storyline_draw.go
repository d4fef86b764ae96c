package output

import (
	"fmt"
	"math"
)

// Sizes of a storyline, in points.
const (
	sceneGap  = 34.0 // between two scenes, so that slanted labels stand clear of each other
	laneGap   = 40.0
	slant     = 40.0 // degrees by which labels rise
	sceneText = 12.0
	nameText  = 13.0
	longLabel = 52 // characters of a label
)

// draw is the finished storyline as SVG: labels above, lanes with their names to the left, dates below.
func (s *storyline) draw() string {
	left, above, right := s.margins()
	x := func(scene int) float64 { return border + left + sceneGap*(float64(scene)+0.7) }
	y := func(lane int) float64 { return border + headHeight + above + laneGap*(float64(lane)+0.5) }
	floor := y(len(s.Lanes))
	w := math.Ceil(max(x(len(s.Scenes))+right+border, legendWidth, textWidth(s.Title, 22, true)+2*border))
	h := math.Ceil(floor + dateRoom + footHeight)
	b := &svg{}
	b.begin(w, h, s.Title, s.describe())
	b.head(s.Title, s.Subtitle)
	for i, l := range s.Lanes {
		b.lane(s, l, x, y(i))
	}
	for i, c := range s.Scenes {
		b.scene(s, i, c, x(i), y)
	}
	b.dates(s, x, floor-laneGap*0.5)
	b.storyLegend(s, floor+dateRoom)
	b.printf("</svg>\n")
	return b.String()
}

// dateRoom is the height of the slanted dates.
const dateRoom = 78.0

// margins are the room for the names to the left, and for the labels above and to the right.
func (s *storyline) margins() (left, above, right float64) {
	for _, l := range s.Lanes {
		left = max(left, l.wide()+8)
	}
	turn := slant * math.Pi / 180
	for _, c := range s.Scenes {
		long := textWidth(c.caption(), sceneText, c.Event.Articles > 1)
		above, right = max(above, long*math.Sin(turn)+20), max(right, long*math.Cos(turn))
	}
	return left, above, right
}

// wide is the width of the shape of an actor.
func (l *lane) wide() float64 {
	wide := textWidth(shorten(l.Name, 28), nameText, true)
	if lookOf(l.Entity.Kind).Shape == "hexagon" { // the longer it is, the flatter its sides
		wide *= 1.2
	}
	return wide + 22
}

// caption is the label of a scene, with what did not simply happen in front.
func (c *scene) caption() string {
	s := shorten(c.Label(), longLabel)
	if c.Badge() != "" {
		s = "[" + c.Badge() + "] " + s
	}
	return s
}

func (s *storyline) describe() string {
	return fmt.Sprintf("A storyline of %s across %s, from left to right in the order of time. %s.", count(len(s.Scenes), "event"), count(len(s.Lanes), "lane"), s.Subtitle)
}

// lane draws the name of an actor and a line as long as they take part.
func (b *svg) lane(s *storyline, l *lane, x func(int) float64, y float64) {
	k := lookOf(l.Entity.Kind)
	name := shorten(l.Name, 28)
	w := l.wide()
	b.printf(`<path class="line" d="M%.1f,%.1fH%.1f" stroke="%s" stroke-opacity="0.25" stroke-width="1.2" fill="none"/>`+"\n", border+w, y, x(l.First), k.Line)
	b.printf(`<path class="line" d="M%.1f,%.1fH%.1f" stroke="%s" stroke-opacity="0.55" stroke-width="3" fill="none"/>`+"\n", x(l.First), y, x(l.Last), k.Line)
	b.open("lane"+anchor(l.Entity.ID), "name", s.Page+"#"+anchor(l.Entity.ID), l.Name+" ("+k.Name+")")
	b.shape(k, point{border + w/2, y}, w, 26, 1.4)
	b.text("name", border+w/2, y+nameText*0.36, nameText, true, name, ` fill="#111"`)
	b.close()
}

// scene draws an event: a line across the lanes of those who took part, a knot on each, and its label above.
func (b *svg) scene(s *storyline, i int, c *scene, x float64, y func(int) float64) {
	top, bottom := c.span()
	color, line := contactColors[contactOf(c.Event)], lineStyleOf(lineOf(c.Event.Status))
	tip := headline(c.Event.When.Time, c.Event.Label, c.Badge())
	if len(c.Event.Seen) > 0 {
		tip += "\n“" + shorten(clean(c.Event.Seen[0].Quote), 240) + "” — " + c.From()[0].Title
	}
	b.open(fmt.Sprintf("scene%d", i), "scene", s.Page+"#"+anchor(c.Event.ID), tip)
	b.printf(`<path class="faint" d="M%.1f,%.1fV%.1f" stroke="#bbbbbb" stroke-width="0.8" fill="none"/>`, x, y(0)-laneGap*0.5, y(top))
	b.printf(`<path class="line %s" d="M%.1f,%.1fV%.1f" stroke="%s" stroke-width="2.6" fill="none"%s/>`, contactOf(c.Event), x, y(top), y(bottom), color, dash(line.Dash))
	for _, l := range c.Lanes {
		fill := color
		if c.Badge() != "" {
			fill = hollow
		}
		b.knot(contactOf(c.Event), point{x, y(l.at)}, fill)
	}
	b.slanted("word", x+3, y(0)-laneGap*0.5-4, -slant, c.caption(), c.Event.Articles > 1, line.Cross)
	b.close()
}

// slanted writes a line of text that begins at a point and rises, or falls where the angle is positive.
func (b *svg) slanted(class string, x, y, angle float64, s string, bold, cross bool) {
	weight := ""
	if bold {
		weight = ` font-weight="bold"`
	}
	b.printf(`<g transform="translate(%.1f %.1f) rotate(%.0f)"><text class="%s" font-size="%.0f" textLength="%.1f" lengthAdjust="spacingAndGlyphs" fill="#222"%s>%s</text>`,
		x, y, angle, class, sceneText, textWidth(s, sceneText, bold), weight, xmlText(s))
	if cross {
		b.printf(`<path class="line" d="M0,-4H%.1f" stroke="#555555" stroke-width="1.1"/>`, textWidth(s, sceneText, bold))
	}
	b.printf("</g>")
}

// dates writes when, below the first scene of each date.
func (b *svg) dates(s *storyline, x func(int) float64, y float64) {
	before := ""
	for i, c := range s.Scenes {
		if c.Brief() != before {
			b.slanted("legend", x(i)-3, y+14, slant, c.Brief(), false, false)
			b.printf("\n")
		}
		before = c.Brief()
	}
}

// leftOut says what the picture does not show.
func (s *storyline) leftOut() string {
	switch {
	case len(s.Scenes) == 0:
		return "No dated events with a name were found."
	case len(s.Scenes) < s.All:
		return fmt.Sprintf("Shown are the weightiest %d of %d dated events of these names; bold ones are told by several articles.", len(s.Scenes), s.All)
	}
	return ""
}

// contactMarks are the knots of a legend; the last one is for storylines, which tell what did not simply happen apart.
var contactMarks = []struct{ name, kind, fill string }{
	{cooperation, cooperation, contactColors[cooperation]},
	{conflict, conflict, contactColors[conflict]},
	{"other", "", contactColors[""]},
	{"planned, possible, claimed, denied", "", hollow},
}

// storyLegend explains the knots, and says what was left out.
func (b *svg) storyLegend(s *storyline, y float64) {
	b.printf(`<g id="legend" font-size="12">` + "\n")
	x := border
	for _, k := range contactMarks {
		b.knot(k.kind, point{x + 6, y + 18}, k.fill)
		b.printf(`<text class="legend" x="%.1f" y="%.1f" fill="#111">%s</text>`+"\n", x+18, y+22, k.name)
		x += 18 + textWidth(k.name, 12, false) + 24
	}
	b.printf("</g>\n")
	if left := s.leftOut(); left != "" {
		b.printf(`<text class="legend" x="%.0f" y="%.0f" font-size="12" fill="#111" font-style="italic">%s</text>`+"\n", border, y+50, xmlText(left))
	}
}
