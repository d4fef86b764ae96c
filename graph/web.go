package graph

import (
	"cmp"
	"slices"
)

// web is the network as lists of neighbours, whichever way ties point, by the place of IDs in a sorted list.
type web struct {
	ids    []string
	edges  [][]edge
	weight []float64
}

type edge struct {
	to     int
	weight float64
}

func newWeb(ties []*Tie) *web {
	w := &web{}
	duos := duosOf(ties)
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

// maxPivots is from how many beginnings shortest ways are followed (Brandes and Pich, "Centrality estimation in large
// networks", 2007): chosen evenly over the sorted IDs.
const maxPivots = 400

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
