package output

import (
	"cmp"
	"fmt"
	"math"
	"slices"
)

// gap is the room between parts of the map that no link joins, in points.
const gap = 36.0

// layout places a chart: Graphviz lays out each part that hangs together in several manners, and the best is taken. The
// parts are put on shelves, the biggest first. (Graphviz would put them all in one row; its own packing loses the labels
// of links.)
func layout(c *chart, place func([]string) ([]string, error)) (*placement, error) {
	parts := c.parts()
	var graphs []string
	for _, part := range parts {
		for _, m := range manners {
			graphs = append(graphs, part.dot(m))
		}
	}
	plain, err := place(graphs)
	if err != nil {
		return nil, err
	}
	if len(plain) != len(graphs) {
		return nil, fmt.Errorf("%d of %d parts of the map came back", len(plain), len(graphs))
	}
	placed := make([]*placement, len(parts))
	for i, part := range parts {
		if placed[i], err = part.best(plain[i*len(manners) : (i+1)*len(manners)]); err != nil {
			return nil, err
		}
	}
	return shelve(c, parts, placed), nil
}

// best takes the layout that reads best, of those in all manners: the one nearest to the shape of a page and with the
// shortest lines, where words that a line runs through count as much as a page twice as big.
func (c *chart) best(plain []string) (best *placement, err error) {
	least := 0.0
	for i, text := range plain {
		p, err := readPlain(text, c, manners[i])
		if err != nil {
			return nil, err
		}
		if cost := float64(1+p.nudge(c)) * (p.size() + p.long()/10); best == nil || cost < least {
			best, least = p, cost
		}
	}
	best.Grounds = best.grounds(c)
	return best, nil
}

// long is the length of all lines together, nearly.
func (p *placement) long() (sum float64) {
	for _, path := range p.Paths {
		for i, q := range path[1:] {
			sum += length(q.X-path[i].X, q.Y-path[i].Y)
		}
	}
	return sum
}

// size is the side of the page of 3 to 2 that holds the drawing.
func (p *placement) size() float64 { return max(p.W, p.H*1.5) }

// parts splits a chart into its connected parts, weightiest first, since nodes and links come in that order.
func (c *chart) parts() []*chart {
	group := make(map[*node]int, len(c.Nodes))
	for i, n := range c.Nodes {
		group[n] = i
	}
	for changed := true; changed; {
		changed = false
		for _, l := range c.Links {
			if a, b := group[l.From], group[l.To]; a != b {
				group[l.From], group[l.To] = min(a, b), min(a, b)
				changed = true
			}
		}
	}
	var list []*chart
	at := map[int]*chart{}
	for _, n := range c.Nodes {
		part := at[group[n]]
		if part == nil {
			part = &chart{}
			at[group[n]] = part
			list = append(list, part)
		}
		part.Nodes = append(part.Nodes, n)
	}
	for _, l := range c.Links {
		part := at[group[l.From]]
		part.Links = append(part.Links, l)
	}
	return list
}

// shelve puts the parts in rows as wide as the widest part or as a picture of pleasant shape, and gathers the places.
func shelve(c *chart, parts []*chart, placed []*placement) *placement {
	all := &placement{Nodes: make([]point, len(c.Nodes)), Paths: make([][]point, len(c.Links)), Words: make([]point, len(c.Links))}
	nodes, links := map[*node]int{}, map[*link]int{}
	for i, n := range c.Nodes {
		nodes[n] = i
	}
	for i, l := range c.Links {
		links[l] = i
	}
	area, widest := 0.0, 0.0
	order := make([]int, len(parts))
	for i, p := range placed {
		order[i] = i
		area += (p.W + gap) * (p.H + gap)
		widest = max(widest, p.W)
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(placed[j].H, placed[i].H) })
	limit := max(widest, math.Sqrt(area*1.6))
	x, y, row := 0.0, 0.0, 0.0
	for _, i := range order {
		p := placed[i]
		if x > 0 && x+p.W > limit {
			x, y, row = 0, y+row+gap, 0
		}
		for k, n := range parts[i].Nodes {
			all.Nodes[nodes[n]] = p.Nodes[k].plus(x, y)
		}
		for k, l := range parts[i].Links {
			all.Words[links[l]] = p.Words[k].plus(x, y)
			for _, q := range p.Paths[k] {
				all.Paths[links[l]] = append(all.Paths[links[l]], q.plus(x, y))
			}
		}
		for _, g := range p.Grounds {
			for k := range g {
				g[k] = g[k].plus(x, y)
			}
			all.Grounds = append(all.Grounds, g)
		}
		all.W, all.H = max(all.W, x+p.W), max(all.H, y+p.H)
		x, row = x+p.W+gap, max(row, p.H)
	}
	return all
}

func (p point) plus(x, y float64) point { return point{p.X + x, p.Y + y} }
