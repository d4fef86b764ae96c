package output

import (
	"cmp"
	"fmt"
	"slices"

	"dateline/graph"
)

// Names that have more to do with each other than with the rest stand on one soft ground.
const (
	clusterLeast  = 3    // names that make a cluster
	clusterMargin = 13.0 // points around its names
	clusterSpread = 8    // times as much room as its names: what is wider strewn stands together no more
	clusterFill   = "#f4f4f1"
)

// cluster says for each node which community it belongs to, 0 for none that is shown.
func (c *chart) cluster(communities []graph.Community) {
	of := map[string]int{}
	for i, m := range communities {
		for _, id := range m.Members {
			of[id] = i + 1
		}
	}
	for _, n := range c.Nodes {
		n.Cluster = of[n.Entity.ID]
	}
}

// clusters are the nodes of each cluster by number, in the order of their first nodes; those that are too small, and one
// that would hold everything, are none.
func (c *chart) clusters() (list [][]int) {
	at := map[int]int{}
	var all [][]int
	for i, n := range c.Nodes {
		if n.Cluster == 0 {
			continue
		}
		k, ok := at[n.Cluster]
		if !ok {
			k = len(all)
			at[n.Cluster] = k
			all = append(all, nil)
		}
		all[k] = append(all[k], i)
	}
	for _, nodes := range all {
		if len(nodes) >= clusterLeast && len(nodes) < len(c.Nodes) {
			list = append(list, nodes)
		}
	}
	return list
}

// ground is what the names of a cluster stand on: the corners of a convex polygon, in order.
type ground []point

// grounds are the polygons around the names of each cluster that stand together: with no other name among them, and off
// the grounds before. (Graphviz can be told to keep clusters together, but this build of it then writes over its own
// memory.)
func (p *placement) grounds(c *chart) (list []ground) {
	for _, nodes := range c.clusters() {
		var corners []point
		names := 0.0 // the room that they take
		for _, i := range nodes {
			box := p.boxOf(c, i)
			corners, names = append(corners, box.corners()...), names+box.w*box.h
		}
		g := hull(corners)
		if g.area() < clusterSpread*names && p.alone(c, g, nodes) && !slices.ContainsFunc(list, func(o ground) bool { return !g.apart(o, 2*clusterMargin+room) }) {
			list = append(list, g)
		}
	}
	return list
}

// boxOf is the room that a name takes.
func (p *placement) boxOf(c *chart, i int) rect {
	w, h, _ := c.Nodes[i].box()
	return rect{p.Nodes[i], w, h}
}

// alone tells whether no name but the given ones reaches into a ground.
func (p *placement) alone(c *chart, g ground, nodes []int) bool {
	for i := range c.Nodes {
		if !slices.Contains(nodes, i) && !g.apart(p.boxOf(c, i).corners(), clusterMargin+room) {
			return false
		}
	}
	return true
}

func (r rect) corners() ground {
	x, y := r.w/2, r.h/2
	return ground{r.at.plus(-x, -y), r.at.plus(x, -y), r.at.plus(x, y), r.at.plus(-x, y)}
}

// hull is the smallest convex polygon around points, after Andrew, "Another efficient algorithm for convex hulls in two
// dimensions" (1979).
func hull(points []point) ground {
	slices.SortFunc(points, func(a, b point) int { return cmp.Or(cmp.Compare(a.X, b.X), cmp.Compare(a.Y, b.Y)) })
	var g ground
	for range 2 { // one side, then the other
		from := len(g)
		for _, q := range points {
			for len(g) >= from+2 && turn(g[len(g)-2], g[len(g)-1], q) <= 0 {
				g = g[:len(g)-1]
			}
			g = append(g, q)
		}
		g = g[:len(g)-1] // the other side begins with it
		slices.Reverse(points)
	}
	return g
}

// turn is above zero where the way from a over b to c turns one way, below where it turns the other way.
func turn(a, b, c point) float64 { return (b.X-a.X)*(c.Y-a.Y) - (b.Y-a.Y)*(c.X-a.X) }

// area is that of the polygon.
func (g ground) area() (sum float64) {
	for i := 2; i < len(g); i++ {
		sum += turn(g[0], g[i-1], g[i]) / 2
	}
	return sum
}

// apart tells whether two convex polygons are so far from each other that a straight strip as wide as gap, along a side
// of one of them, fits in between.
func (g ground) apart(o ground, gap float64) bool { return g.beside(o, gap) || o.beside(g, gap) }

// beside tells whether such a strip lies along a side of g.
func (g ground) beside(o ground, gap float64) bool {
	for i, a := range g {
		b := g[(i+1)%len(g)]
		side := length(b.X-a.X, b.Y-a.Y)
		if side > 0 && !slices.ContainsFunc(o, func(q point) bool { return turn(a, b, q) > -gap*side }) {
			return true
		}
	}
	return false
}

// ground draws what a cluster stands on: its polygon with a margin, which makes the corners round.
func (b *svg) ground(g ground, margin float64) {
	b.polygon(fmt.Sprintf(`class="cluster" fill="%s" stroke="%s" stroke-width="%.1f" stroke-linejoin="round"`, clusterFill, clusterFill, 2*margin), point{}, 1, 1, g)
	b.printf("\n")
}
