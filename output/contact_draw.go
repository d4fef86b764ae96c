package output

import "fmt"

// contactColors paint scenes by the kind of contact; colours of Okabe and Ito (2008), which all eyes tell apart.
var contactColors = map[string]string{cooperation: "#0072b2", conflict: "#c04a00", "": "#555555"}

// conflictMark tells the lines of conflict from those of cooperation where colours do not: on paper without any, and to
// eyes that see few.
func (b *svg) conflictMark(at point) {
	b.polygon(fmt.Sprintf(`class="tip %s" fill="%s"`, conflict, contactColors[conflict]), at, 9, 9, diamond)
}

// diamond has its corners in parts of width and height.
var diamond = []point{{0, -.5}, {.5, 0}, {0, .5}, {-.5, 0}}

// middleOf is a point about half-way along a curve.
func middleOf(path []point) point {
	line := sample(path)
	return line[len(line)/2]
}

// knot marks an actor's part in an event: a disc, or a diamond of conflict, which colours alone would not tell everybody.
func (b *svg) knot(kind string, at point, fill string) {
	class := kind
	if fill == hollow {
		class += " hollow"
	}
	paint := fmt.Sprintf(`class="knot %s" fill="%s" stroke="%s" stroke-width="2"`, class, fill, contactColors[kind])
	if kind == conflict {
		b.polygon(paint, at, 13, 13, diamond)
		return
	}
	b.printf(`<circle %s cx="%.1f" cy="%.1f" r="5"/>`, paint, at.X, at.Y)
}

// hollow fills what did not simply happen.
const hollow = "#ffffff"
