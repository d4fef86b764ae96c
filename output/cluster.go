package output

import (
	"slices"

	"dateline/graph"
)

// Names that have more to do with each other than with the rest stand on one soft ground.
const (
	clusterLeast  = 3    // names that make a cluster
	clusterMargin = 13.0 // points around its names
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

// grounds are the boxes around the names of each cluster that stand together, with no other name among them. (Graphviz
// can be told to keep clusters together, but this build of it then writes over its own memory.)
func (p *placement) grounds(c *chart) (list []rect) {
	for _, nodes := range c.clusters() {
		var low, high point
		for k, i := range nodes {
			w, h, _ := c.Nodes[i].box()
			at := p.Nodes[i]
			if k == 0 {
				low, high = at, at
			}
			low = point{min(low.X, at.X-w/2-clusterMargin), min(low.Y, at.Y-h/2-clusterMargin)}
			high = point{max(high.X, at.X+w/2+clusterMargin), max(high.Y, at.Y+h/2+clusterMargin)}
		}
		ground := rect{point{(low.X + high.X) / 2, (low.Y + high.Y) / 2}, high.X - low.X, high.Y - low.Y}
		if p.alone(c, ground, nodes) {
			list = append(list, ground)
		}
	}
	return list
}

// alone tells whether no name but the given ones reaches into a box.
func (p *placement) alone(c *chart, box rect, nodes []int) bool {
	for i, n := range c.Nodes {
		if w, h, _ := n.box(); !slices.Contains(nodes, i) && box.meets(rect{p.Nodes[i], w, h}) {
			return false
		}
	}
	return true
}

// ground draws the box of a cluster.
func (b *svg) ground(r rect) {
	b.printf(`<rect class="cluster" x="%.1f" y="%.1f" width="%.1f" height="%.1f" rx="18" fill="%s"/>`+"\n", r.at.X-r.w/2, r.at.Y-r.h/2, r.w, r.h, clusterFill)
}
