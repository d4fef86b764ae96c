// Package paint turns the pictures that dateline writes as SVG into PNG and PDF, for people whose tools take nothing
// else. It knows that part of SVG that our own pictures are made of and refuses the rest, so that nothing is left out in
// silence: rect, circle, ellipse, polygon, path (M L H V C l z), text, groups that are moved or turned, and arrow heads.
//
// Text is set in the Go fonts, which have Latin, Greek and Cyrillic letters and are the same on every machine, so that
// the same picture gives the same bytes; other letters become the font's sign for what it lacks.
package paint

import (
	"image/color"
	"math"
)

// picture is an SVG read: its size in points and what is drawn, from back to front.
type picture struct {
	W, H  float64
	Items []item
}

// item is a shape, or a text where Text is not empty.
type item struct {
	Path []segment
	Text string
	At   point   // where the text begins, on its base line
	Turn float64 // of the text, in radians, clockwise
	Wide float64 // the width that the text must have; 0: its own
	style
}

// segment is one step of a path: a move, a line, a curve with two control points, or the way back to the last move.
type segment struct {
	Op byte // M, L, C, Z
	To [3]point
}

type point struct{ X, Y float64 }

// style is how something is drawn; groups hand it down.
type style struct {
	Fill, Stroke color.NRGBA // alpha 0: none
	Width        float64     // of the stroke
	Dash         []float64
	Size         float64 // of the font
	Bold, Italic bool
	Anchor       string // start, middle
	Head, Tail   bool   // arrow heads at the ends
}

// matrix maps x, y to a·x + c·y + e, b·x + d·y + f.
type matrix struct{ a, b, c, d, e, f float64 }

func (m matrix) at(x, y float64) point {
	return point{m.a*x + m.c*y + m.e, m.b*x + m.d*y + m.f}
}

// times is m after n.
func (m matrix) times(n matrix) matrix {
	p, q, o := m.at(n.a, n.b), m.at(n.c, n.d), m.at(n.e, n.f)
	return matrix{p.X - m.e, p.Y - m.f, q.X - m.e, q.Y - m.f, o.X, o.Y}
}

func (m matrix) turn() float64 { return math.Atan2(m.b, m.a) }

// arrows are the heads of a line as paths of their own: 9 points long, 8.3 wide, in the colour of the line.
func (i *item) arrows() (heads []item) {
	n := len(i.Path)
	if n < 2 {
		return nil
	}
	add := func(tip, from point) {
		turn := math.Atan2(tip.Y-from.Y, tip.X-from.X)
		m := matrix{math.Cos(turn), math.Sin(turn), -math.Sin(turn), math.Cos(turn), tip.X, tip.Y}
		heads = append(heads, item{style: style{Fill: i.Stroke}, Path: []segment{
			{'M', [3]point{m.at(-8.1, -4.1)}}, {'L', [3]point{m.at(0.9, 0)}}, {'L', [3]point{m.at(-8.1, 4.1)}}, {Op: 'Z'}}})
	}
	if last := i.Path[n-1]; i.Head {
		switch last.Op {
		case 'C':
			add(last.To[2], last.To[1])
		case 'L':
			add(last.To[0], end(i.Path[n-2]))
		}
	}
	if i.Tail {
		add(i.Path[0].To[0], i.Path[1].To[0])
	}
	return heads
}

// end is the point where a segment arrives.
func end(s segment) point {
	if s.Op == 'C' {
		return s.To[2]
	}
	return s.To[0]
}
