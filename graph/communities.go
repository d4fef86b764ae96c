package graph

import (
	"cmp"
	"slices"
)

// Community is a part of the network with more ties inside than to the outside.
type Community struct {
	// ID is that of its weightiest member: it stays while that one leads, whatever else comes and goes.
	ID      string   `json:"id"`
	Name    string   `json:"name"`    // of that member
	Members []string `json:"members"` // IDs, by weight
}

// list makes a Community of all nodes of the same part.
func (w *web) list(part []int, names map[string]string) (list []Community) {
	members := map[int][]int{}
	for i, c := range part {
		members[c] = append(members[c], i)
	}
	for _, all := range members {
		slices.SortFunc(all, func(a, b int) int { return cmp.Or(cmp.Compare(w.weight[b], w.weight[a]), cmp.Compare(a, b)) })
		c := Community{ID: w.ids[all[0]], Name: names[w.ids[all[0]]]}
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

// modularity is how much more of the ties' weight lies inside the parts than would by chance, below 1: above 0.3 the
// parts are real (Newman and Girvan, "Finding and evaluating community structure in networks", 2004).
func (w *web) modularity(part []int) (q float64) {
	inside, sum := map[int]float64{}, map[int]float64{}
	total := 0.0
	for i, es := range w.edges {
		for _, e := range es {
			if part[e.to] == part[i] {
				inside[part[i]] += e.weight
			}
		}
		sum[part[i]] += w.weight[i]
		total += w.weight[i]
	}
	if total == 0 {
		return 0
	}
	for c := range len(part) { // in the order of numbers: sums of floats are not free of order
		q += inside[c]/total - (sum[c]/total)*(sum[c]/total)
	}
	return q
}
