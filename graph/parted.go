package graph

import (
	"slices"
	"strconv"
)

// parted is g with the events that a person says are two, though Merge made one of them since all that is known of them
// agrees, taken apart again: their sentences are shared out so that no two are together which are not of one. It is g
// itself where there are none.
func (p *person) parted(g *Graph) *Graph {
	apart := map[mark][]mark{}
	for _, pair := range p.apart {
		apart[pair[0]] = append(apart[pair[0]], pair[1])
		apart[pair[1]] = append(apart[pair[1]], pair[0])
	}
	var out []Event
	for i := range g.Events {
		shares := shareOut(g.Events[i].Seen, apart)
		if len(shares) < 2 {
			continue
		}
		if out == nil {
			out = slices.Clone(g.Events)
		}
		for n, seen := range shares {
			e := g.Events[i].onlySeen(seen)
			if e.Apart += "/" + strconv.Itoa(n); n == 0 {
				out[i] = e
			} else {
				e.ID += e.Apart
				out = append(out, e)
			}
		}
	}
	if out == nil {
		return g
	}
	return Merge(&Graph{g.Sources, g.Entities, out, g.Relations})
}

// shareOut puts each of the evidence with the first of which none is apart from it.
func shareOut(seen []Evidence, apart map[mark][]mark) (shares [][]Evidence) {
	for _, v := range seen {
		others := apart[mark{v.Source, v.Trigger}]
		k := slices.IndexFunc(shares, func(share []Evidence) bool {
			return !slices.ContainsFunc(share, func(w Evidence) bool { return slices.Contains(others, mark{w.Source, w.Trigger}) })
		})
		if k < 0 {
			k, shares = len(shares), append(shares, nil)
		}
		shares[k] = append(shares[k], v)
	}
	return shares
}

// onlySeen is e as far as some of its evidence tells it.
func (e *Event) onlySeen(seen []Evidence) Event {
	c := *e
	c.Seen = seen
	c.Tellings = slices.DeleteFunc(slices.Clone(e.Tellings), func(t Telling) bool {
		return !slices.ContainsFunc(seen, func(v Evidence) bool { return v.Source == t.Source })
	})
	return c
}
