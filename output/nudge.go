package output

import "math"

// room is kept between a label and what else there is.
const room = 3.0

// rect is a box around a centre.
type rect struct {
	at   point
	w, h float64
}

func (r rect) holds(p point) bool {
	return math.Abs(p.X-r.at.X) < r.w/2 && math.Abs(p.Y-r.at.Y) < r.h/2
}

func (r rect) meets(o rect) bool {
	return math.Abs(r.at.X-o.at.X) < (r.w+o.w)/2+room && math.Abs(r.at.Y-o.at.Y) < (r.h+o.h)/2+room
}

// nudge moves each label that a line runs through to a free place elsewhere along its own line, if there is a better
// one, and tells how many are left with a line through them. Graphviz keeps labels off nodes and off each other, but not
// off lines.
func (p *placement) nudge(c *chart) (left int) {
	lines := make([][]point, len(p.Paths))
	for i, path := range p.Paths {
		lines[i] = sample(path)
	}
	var fixed []rect // nodes, then labels
	for i, n := range c.Nodes {
		w, h, _ := n.box()
		fixed = append(fixed, rect{p.Nodes[i], w, h})
	}
	nodes := len(fixed)
	for i, l := range c.Links {
		w, h := l.labelBox()
		fixed = append(fixed, rect{p.Words[i], w - 8, h - 4})
	}
	for i := range c.Links {
		here := fixed[nodes+i]
		best, least := here, crossings(here, lines, i)
		if least == 0 {
			continue
		}
		for _, at := range places(lines[i], here.w, here.h) {
			r := rect{at, here.w, here.h}
			if n := crossings(r, lines, i); n < least && p.free(r, fixed, nodes+i) {
				best, least = r, n
			}
		}
		fixed[nodes+i] = best
		p.Words[i] = best.at
		if least > 0 {
			left++
		}
	}
	return left
}

// places are the centres for a label of a size at both sides of its line, from the middle of the line outwards.
func places(line []point, w, h float64) []point {
	var list []point
	middle := len(line) / 2
	for k := range middle {
		for _, i := range []int{middle + k, middle - k} {
			if i < 1 || i >= len(line)-1 {
				continue
			}
			dx, dy := line[i+1].X-line[i-1].X, line[i+1].Y-line[i-1].Y
			long := math.Hypot(dx, dy)
			if long == 0 {
				continue
			}
			nx, ny := -dy/long, dx/long // across the line
			off := math.Abs(nx)*w/2 + math.Abs(ny)*h/2 + room
			list = append(list, line[i].plus(nx*off, ny*off), line[i].plus(-nx*off, -ny*off))
		}
	}
	return list
}

// free tells whether a label fits into the picture without meeting a node or a label other than itself.
func (p *placement) free(r rect, fixed []rect, self int) bool {
	if r.at.X-r.w/2 < 0 || r.at.Y-r.h/2 < 0 || r.at.X+r.w/2 > p.W || r.at.Y+r.h/2 > p.H {
		return false
	}
	for i, o := range fixed {
		if i != self && r.meets(o) {
			return false
		}
	}
	return true
}

// crossings counts how much of the lines runs through a label; its own line counts less.
func crossings(r rect, lines [][]point, own int) int {
	n := 0
	for i, line := range lines {
		for _, q := range line {
			if !r.holds(q) {
				continue
			}
			if n += 3; i == own {
				n -= 2
			}
		}
	}
	return n
}

// sample walks along a Bézier curve in steps of some points.
func sample(path []point) []point {
	var list []point
	for i := 0; i+3 < len(path); i += 3 {
		a, b, c, d := path[i], path[i+1], path[i+2], path[i+3]
		steps := 2 + int((math.Hypot(b.X-a.X, b.Y-a.Y)+math.Hypot(c.X-b.X, c.Y-b.Y)+math.Hypot(d.X-c.X, d.Y-c.Y))/6)
		for k := range steps {
			t := float64(k) / float64(steps)
			u := 1 - t
			list = append(list, point{
				u*u*u*a.X + 3*u*u*t*b.X + 3*u*t*t*c.X + t*t*t*d.X,
				u*u*u*a.Y + 3*u*u*t*b.Y + 3*u*t*t*c.Y + t*t*t*d.Y,
			})
		}
	}
	return list
}
