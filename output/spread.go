package output

import (
	"cmp"
	"math"
	"slices"
)

// How spread lays out: the length of a link between two light nodes, in points, and how long it goes on.
const (
	linkLength   = 90.0
	spreadRounds = 120    // at most
	spreadEffort = 400000 // nodes moved in all: a big graph gets fewer rounds
	nearEnough   = 0.9    // a far cell counts as one node when its side is less than this part of the way to it
)

// spread gives n nodes places so that linked ones are near each other and no two on top of each other: forces between
// all pairs, springs along the links, as Fruchterman and Reingold, "Graph Drawing by Force-directed Placement" (1991),
// with far nodes taken together as Barnes and Hut, "A hierarchical O(N log N) force-calculation algorithm" (1986), do
// for stars. Differences: gravity towards the middle keeps parts together that no link joins, and heavy nodes get more
// room. It begins with a sunflower, heaviest in the middle, so nothing is random. Products are rounded before they are
// added (the conversions), since machines that add and multiply at once would give other places.
func spread(n int, links [][2]int, weights []int) []point {
	s := &spreading{places: make([]point, n), force: make([]point, n), mass: make([]float64, n), links: links}
	order := make([]int, n)
	for i := range order {
		order[i] = i
		s.mass[i] = 1 + math.Log1p(float64(weights[i]))/4
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(weights[b], weights[a]) })
	for k, i := range order {
		r, turn := linkLength*0.6*math.Sqrt(float64(k)), float64(k)*2.399963229728653 // the golden angle
		s.places[i] = point{math.Round(r * math.Cos(turn)), math.Round(r * math.Sin(turn))}
	}
	rounds := min(spreadRounds, max(spreadEffort/max(n, 1), 8))
	for round := range rounds {
		s.step(linkLength * 0.8 * (1 - float64(round)/float64(rounds)))
	}
	for i, p := range s.places {
		s.places[i] = point{math.Round(p.X), math.Round(p.Y)}
	}
	return s.places
}

// spreading is a layout on its way.
type spreading struct {
	places, force []point
	mass          []float64
	links         [][2]int
	cells         []cell
}

// step moves every node along its force, at most so many points.
func (s *spreading) step(most float64) {
	s.plant()
	for i, p := range s.places {
		s.force[i] = point{-0.02 * p.X, -0.02 * p.Y}
		s.push(0, i)
	}
	for _, l := range s.links {
		a, b := l[0], l[1]
		dx, dy := s.places[b].X-s.places[a].X, s.places[b].Y-s.places[a].Y
		pull := length(dx, dy) / linkLength / 2
		s.force[a] = s.force[a].plus(float64(dx*pull), float64(dy*pull))
		s.force[b] = s.force[b].plus(float64(-dx*pull), float64(-dy*pull))
	}
	for i, f := range s.force {
		if l := length(f.X, f.Y); l > 0 {
			by := min(l, most) / l
			s.places[i] = s.places[i].plus(float64(f.X*by), float64(f.Y*by))
		}
	}
}

func length(x, y float64) float64 { return math.Sqrt(float64(x*x) + float64(y*y)) }

// cell is a square of the plane with the nodes in it taken together: a quadtree. A leaf holds one node, or several at
// the same place.
type cell struct {
	middle, center point // of the square; of the masses in it
	half, mass     float64
	node           int    // of a leaf, −1 else
	quarters       [4]int // places in cells, 0 for none
}

// plant grows the tree.
func (s *spreading) plant() {
	half := 1.0
	for _, p := range s.places {
		half = max(half, math.Abs(p.X), math.Abs(p.Y))
	}
	s.cells = append(s.cells[:0], cell{half: half, node: -1})
	for i, p := range s.places {
		s.grow(0, i, p, s.mass[i])
	}
	for i := range s.cells {
		c := &s.cells[i]
		c.center = point{c.center.X / max(c.mass, 1), c.center.Y / max(c.mass, 1)}
	}
}

// grow puts node i into cell c and the cells below it. Squares become no smaller than a point.
func (s *spreading) grow(c, i int, p point, mass float64) {
	for {
		at := &s.cells[c]
		empty := at.mass == 0
		at.center = at.center.plus(float64(p.X*mass), float64(p.Y*mass))
		at.mass += mass
		if empty {
			at.node = i
			return
		}
		if at.half < 0.5 {
			return
		}
		if other := at.node; other >= 0 {
			at.node = -1
			s.grow(s.quarter(c, s.places[other]), other, s.places[other], s.mass[other])
		}
		c = s.quarter(c, p)
	}
}

// quarter is the cell below c that p is in, made where there is none.
func (s *spreading) quarter(c int, p point) int {
	at := s.cells[c]
	k, middle := 0, point{at.middle.X - at.half/2, at.middle.Y - at.half/2}
	if p.X >= at.middle.X {
		k, middle.X = 1, at.middle.X+at.half/2
	}
	if p.Y >= at.middle.Y {
		k, middle.Y = k+2, at.middle.Y+at.half/2
	}
	if at.quarters[k] == 0 {
		s.cells = append(s.cells, cell{middle: middle, half: at.half / 2, node: -1})
		s.cells[c].quarters[k] = len(s.cells) - 1
	}
	return s.cells[c].quarters[k]
}

// push adds to the force on node i what the nodes in cell c do to it.
func (s *spreading) push(c, i int) {
	at := &s.cells[c]
	if at.mass == 0 || at.node == i {
		return
	}
	dx, dy := s.places[i].X-at.center.X, s.places[i].Y-at.center.Y
	d := max(length(dx, dy), 1)
	if at.node >= 0 || 2*at.half < nearEnough*d || at.half < 0.5 {
		by := linkLength * linkLength * at.mass * s.mass[i] / (d * d)
		s.force[i] = s.force[i].plus(float64(dx*by), float64(dy*by))
		return
	}
	for _, q := range at.quarters {
		if q > 0 {
			s.push(q, i)
		}
	}
}
