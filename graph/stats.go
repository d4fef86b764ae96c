package graph

import (
	"cmp"
	"slices"
)

// Stats is who stands where in the network of a graph: for tables, and for the sizes and colours of a map.
type Stats struct {
	Actors      []Actor     `json:"actors"`      // by weight, the greatest first
	Communities []Community `json:"communities"` // by size, the largest first
	Bursts      []Burst     `json:"bursts"`      // by time
}

// Actor is an entity with a tie.
type Actor struct {
	ID     string `json:"id"`
	Name   string `json:"name"`
	Degree int    `json:"degree"` // others it has a tie with
	Weight int    `json:"weight"` // of all its ties
	// Betweenness is the share of shortest ways between two others that lead over it, 0…1 (Brandes, "A faster algorithm
	// for betweenness centrality", 2001); of large networks an estimate from maxPivots of the beginnings.
	Betweenness float64 `json:"betweenness"`
	Community   string  `json:"community"` // ID of its Community
}

// Community is a part of the network with more ties inside than to the outside.
type Community struct {
	// ID is that of its weightiest member: it stays while that one leads, whatever else comes and goes.
	ID      string   `json:"id"`
	Name    string   `json:"name"`    // of that member
	Members []string `json:"members"` // IDs, by weight
}

// maxPivots is from how many beginnings shortest ways are followed (Brandes and Pich, "Centrality estimation in large
// networks", 2007): chosen evenly over the sorted IDs.
const maxPivots = 400

// NewStats counts over all ties of g.
func NewStats(g *Graph) *Stats {
	w := newWeb(g)
	between := w.betweenness()
	s := &Stats{Bursts: bursts(g), Communities: w.list(w.communities())}
	for i, id := range w.ids {
		s.Actors = append(s.Actors, Actor{ID: id, Name: w.names[id], Degree: len(w.edges[i]), Weight: int(w.weight[i]), Betweenness: between[i]})
	}
	for _, c := range s.Communities {
		for _, id := range c.Members {
			i, _ := slices.BinarySearch(w.ids, id)
			s.Actors[i].Community = c.ID
		}
	}
	slices.SortFunc(s.Actors, func(a, b Actor) int { return cmp.Or(cmp.Compare(b.Weight, a.Weight), cmp.Compare(a.ID, b.ID)) })
	return s
}

// Communities are the parts of the network of g, by size, the largest first.
func Communities(g *Graph) []Community {
	w := newWeb(g)
	return w.list(w.communities())
}

// list makes a Community of all nodes of the same part.
func (w *web) list(part []int) (list []Community) {
	members := map[int][]int{}
	for i, c := range part {
		members[c] = append(members[c], i)
	}
	for _, all := range members {
		slices.SortFunc(all, func(a, b int) int { return cmp.Or(cmp.Compare(w.weight[b], w.weight[a]), cmp.Compare(a, b)) })
		c := Community{ID: w.ids[all[0]], Name: w.names[w.ids[all[0]]]}
		for _, i := range all {
			c.Members = append(c.Members, w.ids[i])
		}
		list = append(list, c)
	}
	slices.SortFunc(list, func(a, b Community) int {
		return cmp.Or(cmp.Compare(len(b.Members), len(a.Members)), cmp.Compare(a.ID, b.ID))
	})
	return list
}

// web is the network as lists of neighbours, whichever way ties point, by the place of IDs in a sorted list.
type web struct {
	ids    []string
	names  map[string]string
	edges  [][]edge
	weight []float64
}

type edge struct {
	to     int
	weight float64
}

func newWeb(g *Graph) *web {
	w := &web{names: make(map[string]string, len(g.Entities))}
	for i := range g.Entities {
		w.names[g.Entities[i].ID] = g.Entities[i].Name
	}
	duos := duosOf(tiesOf(g))
	for _, d := range duos {
		w.ids = append(w.ids, d.key[0], d.key[1])
	}
	w.ids = set(w.ids)
	w.edges, w.weight = make([][]edge, len(w.ids)), make([]float64, len(w.ids))
	for _, d := range duos {
		a, _ := slices.BinarySearch(w.ids, d.key[0])
		b, _ := slices.BinarySearch(w.ids, d.key[1])
		x := float64(d.weight)
		w.edges[a], w.edges[b] = append(w.edges[a], edge{b, x}), append(w.edges[b], edge{a, x})
		w.weight[a], w.weight[b] = w.weight[a]+x, w.weight[b]+x
	}
	for _, es := range w.edges {
		slices.SortFunc(es, func(a, b edge) int { return cmp.Compare(a.to, b.to) })
	}
	return w
}

// betweenness is that of each node.
func (w *web) betweenness() []float64 {
	n := len(w.ids)
	sum := make([]float64, n)
	pivots := min(n, maxPivots)
	b := brandes{w: w, dist: make([]int, n), ways: make([]float64, n), share: make([]float64, n)}
	for k := range pivots {
		b.from(k*n/pivots, sum)
	}
	scale := float64(n) / float64(max(pivots, 1)) / float64(max(1, (n-1)*(n-2)))
	for i := range sum {
		sum[i] *= scale
	}
	return sum
}

// brandes is the room for one walk.
type brandes struct {
	w           *web
	dist        []int // from 1; 0 is not reached
	ways, share []float64
	order       []int
}

// from adds to sum the share of each node in the shortest ways from s.
func (b *brandes) from(s int, sum []float64) {
	clear(b.dist)
	clear(b.ways)
	clear(b.share)
	b.order = append(b.order[:0], s)
	b.dist[s], b.ways[s] = 1, 1
	for k := 0; k < len(b.order); k++ {
		i := b.order[k]
		for _, e := range b.w.edges[i] {
			if b.dist[e.to] == 0 {
				b.dist[e.to] = b.dist[i] + 1
				b.order = append(b.order, e.to)
			}
			if b.dist[e.to] == b.dist[i]+1 {
				b.ways[e.to] += b.ways[i]
			}
		}
	}
	for _, i := range slices.Backward(b.order) {
		for _, e := range b.w.edges[i] {
			if b.dist[e.to] == b.dist[i]+1 {
				b.share[i] += b.ways[i] / b.ways[e.to] * (1 + b.share[e.to])
			}
		}
		if i != s {
			sum[i] += b.share[i]
		}
	}
}

// communities gives each node the number of its part: the first level of the method of Louvain (Blondel and others,
// "Fast unfolding of communities in large networks", 2008), going through the nodes in the order of their IDs, then the
// parts themselves as nodes, until nothing moves. Nothing is drawn by lot.
func (w *web) communities() []int {
	part := make([]int, len(w.ids))
	for i := range part {
		part[i] = i
	}
	level := w.edges
	for {
		moved, of := louvain(level)
		if !moved {
			return part
		}
		for i := range part {
			part[i] = of[part[i]]
		}
		level = contract(level, of)
	}
}

// louvain moves each node to the neighbouring part that gains most modularity, round after round. Parts are numbered
// from 0 in the order of their first nodes.
func louvain(edges [][]edge) (moved bool, of []int) {
	n, total := len(edges), 0.0
	of = make([]int, n)
	degree, sum := make([]float64, n), make([]float64, n)
	for i, es := range edges {
		of[i] = i
		for _, e := range es {
			degree[i] += e.weight
		}
		sum[i] = degree[i]
		total += degree[i]
	}
	const rounds, least = 20, 1e-9
	for r, change := 0, true; change && r < rounds; r++ {
		change = false
		for i, es := range edges {
			to := map[int]float64{}
			for _, e := range es {
				if e.to != i {
					to[of[e.to]] += e.weight
				}
			}
			sum[of[i]] -= degree[i]
			best := of[i]
			gain := to[best] - sum[best]*degree[i]/total
			for _, e := range es { // in the order of neighbours, not of the map
				c := of[e.to]
				if x := to[c] - sum[c]*degree[i]/total; e.to != i && (x > gain+least || x > gain-least && c < best) {
					best, gain = c, x
				}
			}
			sum[best] += degree[i]
			if best != of[i] {
				of[i], change, moved = best, true, true
			}
		}
	}
	number := map[int]int{}
	for i, c := range of {
		k, ok := number[c]
		if !ok {
			k = len(number)
			number[c] = k
		}
		of[i] = k
	}
	return moved, of
}

// contract makes one node of each part; ties inside become a loop.
func contract(edges [][]edge, of []int) [][]edge {
	n := 0
	for _, c := range of {
		n = max(n, c+1)
	}
	sums := make([]map[int]float64, n)
	for i, es := range edges {
		if sums[of[i]] == nil {
			sums[of[i]] = map[int]float64{}
		}
		for _, e := range es {
			sums[of[i]][of[e.to]] += e.weight
		}
	}
	next := make([][]edge, n)
	for c, to := range sums {
		for k, x := range to {
			next[c] = append(next[c], edge{k, x})
		}
		slices.SortFunc(next[c], func(a, b edge) int { return cmp.Compare(a.to, b.to) })
	}
	return next
}
