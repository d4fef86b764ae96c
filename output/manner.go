package output

import (
	"cmp"
	"fmt"
	"slices"
)

// manner is a way to have a chart laid out. Graphviz puts what a link leads to on the next rank; which end that is, is
// ours to say, since the arrows are ours: what matters is that names that have to do with each other come to be near.
type manner struct {
	Direction string // in which ranks follow each other: "TB" from top to bottom, "LR" from left to right
	// Beside and Below are the least distances of names of one rank and of two ranks, in inches.
	Beside, Below float64
	// Turned says for each link whether it is written the other way round. Its curve is turned back when it is read.
	Turned func(*chart) []bool
}

// manners are tried one after the other; see best.
var manners = []manner{
	{"TB", 0.28, 0.42, (*chart).fanned},
	{"LR", 0.28, 0.42, (*chart).fanned},
	{"TB", 0.28, 0.42, (*chart).centred},
	{"LR", 0.28, 0.42, (*chart).centred},
	{"TB", 0.40, 0.50, (*chart).centred},
}

// ends are the nodes of each link, by number, as Graphviz gets them.
func (m manner) ends(c *chart) [][2]int {
	ends := c.joined()
	for i, turned := range m.Turned(c) {
		if turned {
			ends[i][0], ends[i][1] = ends[i][1], ends[i][0]
		}
	}
	return ends
}

// edges finds a link by "tail head": there is but one between two names.
func (m manner) edges(c *chart) map[string]int {
	edges := make(map[string]int, len(c.Links))
	for i, e := range m.ends(c) {
		edges[fmt.Sprintf("n%d n%d", e[0], e[1])] = i
	}
	return edges
}

// joined are the nodes of each link, by number.
func (c *chart) joined() [][2]int {
	ids := make(map[*node]int, len(c.Nodes))
	for i, n := range c.Nodes {
		ids[n] = i
	}
	ends := make([][2]int, len(c.Links))
	for i, l := range c.Links {
		ends[i] = [2]int{ids[l.From], ids[l.To]}
	}
	return ends
}

// manyLeaves is from how many names that hang on one other alone these are put on both sides of it.
const manyLeaves = 5

// fanned leaves links as they point, so that who acts stands above those who are acted upon, but puts every second leaf
// of a star on the other side.
func (c *chart) fanned() []bool {
	degree := map[*node]int{}
	for _, l := range c.Links {
		degree[l.From]++
		degree[l.To]++
	}
	leaves := map[*node][]int{}
	for i, l := range c.Links {
		if degree[l.To] == 1 {
			leaves[l.From] = append(leaves[l.From], i)
		} else if degree[l.From] == 1 {
			leaves[l.To] = append(leaves[l.To], i)
		}
	}
	turned := make([]bool, len(c.Links))
	for hub, list := range leaves {
		if len(list) < manyLeaves {
			continue
		}
		for k, i := range list {
			turned[i] = (k%2 == 1) == (c.Links[i].From == hub)
		}
	}
	return turned
}

// centred puts the weightiest name in the middle: of the branches that grow from it, about half of the names come to
// stand on one side and half on the other, each as many ranks away as there are links between. A part of a chart, which
// hangs together, is taken for granted.
func (c *chart) centred() []bool {
	rank := c.ranks()
	turned := make([]bool, len(c.Links))
	for i, e := range c.joined() {
		turned[i] = rank[e[1]] < rank[e[0]]
	}
	return turned
}

// ranks are the distances from the first node, in links, below zero on one side of it.
func (c *chart) ranks() []int {
	order, parent, depth := c.walk()
	size := make([]int, len(c.Nodes)) // of the branch that begins with a node
	for _, i := range slices.Backward(order) {
		size[i]++
		if i != order[0] {
			size[parent[i]] += size[i]
		}
	}
	branches := slices.DeleteFunc(slices.Clone(order), func(i int) bool { return depth[i] != 1 })
	slices.SortStableFunc(branches, func(a, b int) int { return cmp.Compare(size[b], size[a]) })
	side, balance := make([]int, len(c.Nodes)), 0
	for _, i := range branches {
		side[i] = 1
		if balance > 0 {
			side[i] = -1
		}
		balance += side[i] * size[i]
	}
	for _, i := range order {
		if depth[i] > 1 {
			side[i] = side[parent[i]]
		}
		depth[i] *= side[i]
	}
	return depth
}

// walk visits the nodes from the first one, nearest first, and tells from where each was reached and how far it is.
func (c *chart) walk() (order, parent, depth []int) {
	near := make([][]int, len(c.Nodes))
	for _, e := range c.joined() {
		near[e[0]] = append(near[e[0]], e[1])
		near[e[1]] = append(near[e[1]], e[0])
	}
	parent, depth = make([]int, len(c.Nodes)), make([]int, len(c.Nodes))
	seen := make([]bool, len(c.Nodes))
	order, seen[0] = []int{0}, true
	for k := 0; k < len(order); k++ {
		for _, i := range near[order[k]] {
			if !seen[i] {
				seen[i], parent[i], depth[i] = true, order[k], depth[order[k]]+1
				order = append(order, i)
			}
		}
	}
	return order, parent, depth
}
