package output

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"dateline/graph"
)

// How much a picture can hold and still be read, and how much the layout can take in a second.
const (
	readableNodes, readableLinks = 36, 46
	possibleNodes, possibleLinks = 120, 160
)

// Map draws who did what with whom: the people, organisations and places with the weightiest links between them.
func Map(w io.Writer, g *graph.Graph, o Options) error {
	place := o.Place
	if place == nil {
		place = Place
	}
	c, p, err := plot(newChart(g, o), place)
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, draw(c, p))
	return err
}

// plot lays a chart out. Where that fails, it tries half of it, then a quarter, and the picture says what is left out.
func plot(c *chart, place func([]string) ([]string, error)) (*chart, *placement, error) {
	for {
		p, err := layout(c, place)
		if err == nil || len(c.Nodes) < 8 {
			return c, p, err
		}
		c = c.trim(len(c.Nodes)/2, len(c.Links)/2)
	}
}

// chart is what a map shows, before anything has a place: weightiest first.
type chart struct {
	Title    string
	Subtitle string
	Page     string // address of the timeline, for links
	Nodes    []*node
	Links    []*link
	// Between is the betweenness of entities by ID, where that is what sizes tell.
	Between map[string]float64
	// AllNodes and AllLinks are how many there were before the trimming.
	AllNodes, AllLinks int
}

// node is one entity in the map.
type node struct {
	Entity *graph.Entity
	Name   string
	Weight int     // sum of its links
	Rank   int     // place by size, from 0
	Part   float64 // size as a part of the greatest node's, 0…1; the size is the weight, or the betweenness
	// Cluster is the number of the community it belongs to; 0: none.
	Cluster int
}

// newChart takes the weightiest part of the graph that can be read.
func newChart(g *graph.Graph, o Options) *chart {
	c := &chart{Title: clean(o.Title), Subtitle: summary(g, o), Page: cmp.Or(o.Page, "timeline.html")}
	if c.Title == "" {
		c.Title = "Who did what with whom"
	}
	n := graph.NewNetwork(g)
	c.collect(g, n)
	c.cluster(n.Communities())
	if o.Size == SizeBetweenness {
		c.Between = n.Betweenness()
	}
	c.AllNodes, c.AllLinks = len(c.Nodes), len(c.Links)
	return c.trim(min(cmp.Or(o.MaxNodes, readableNodes), possibleNodes), min(cmp.Or(o.MaxEdges, readableLinks), possibleLinks))
}

// collect makes a link of the ties between two entities, whichever way they point.
func (c *chart) collect(g *graph.Graph, n *graph.Network) {
	x := newFacts(g)
	nodes := map[string]*node{}
	find := func(id string) *node {
		if nodes[id] == nil {
			nodes[id] = &node{Entity: x.entities[id], Name: nameOf(x.entities[id])}
			c.Nodes = append(c.Nodes, nodes[id])
		}
		return nodes[id]
	}
	links := map[[2]string]*link{}
	for _, t := range n.Ties() {
		if x.entities[t.From] == nil || x.entities[t.To] == nil {
			continue
		}
		key := [2]string{min(t.From, t.To), max(t.From, t.To)}
		if links[key] == nil {
			links[key] = &link{From: find(t.From), To: find(t.To)}
			c.Links = append(c.Links, links[key])
		}
		links[key].add(t, x)
	}
	slices.SortStableFunc(c.Links, func(a, b *link) int {
		return cmp.Or(cmp.Compare(b.Weight, a.Weight), cmp.Compare(a.From.Entity.ID, b.From.Entity.ID), cmp.Compare(a.To.Entity.ID, b.To.Entity.ID))
	})
	for _, l := range c.Links {
		l.tidy()
	}
}

// trim keeps the weightiest links, and with them the entities that they join, up to the given numbers.
func (c *chart) trim(maxNodes, maxLinks int) *chart {
	t := *c
	t.Nodes, t.Links = nil, nil
	for _, l := range c.Links {
		var fresh []*node
		for _, n := range []*node{l.From, l.To} {
			if !slices.Contains(t.Nodes, n) {
				fresh = append(fresh, n)
			}
		}
		if len(t.Links) < maxLinks && len(t.Nodes)+len(fresh) <= maxNodes {
			t.Nodes = append(t.Nodes, fresh...)
			t.Links = append(t.Links, l)
		}
	}
	slices.SortStableFunc(t.Nodes, func(a, b *node) int {
		return cmp.Or(cmp.Compare(b.Weight, a.Weight), cmp.Compare(a.Entity.ID, b.Entity.ID))
	})
	t.rank()
	return &t
}

// rank says how much each name of the picture matters.
func (c *chart) rank() {
	size := func(n *node) float64 { return float64(n.Weight) }
	if c.Between != nil {
		size = func(n *node) float64 { return c.Between[n.Entity.ID] }
	}
	order := slices.Clone(c.Nodes)
	slices.SortStableFunc(order, func(a, b *node) int { return cmp.Compare(size(b), size(a)) })
	for i, n := range order {
		n.Rank, n.Part = i, 0
		if most := size(order[0]); most > 0 {
			n.Part = size(n) / most
		}
	}
}

// sizeTold says what sizes tell where that is the betweenness.
const sizeTold = "Large names lie between others. "

// leftOut says what the picture does not show, and what sizes tell where that is not the weight; empty if there is
// nothing to say.
func (c *chart) leftOut() string {
	if c.AllNodes == 0 {
		return "No links between names were found."
	}
	between := ""
	if c.Between != nil {
		between = sizeTold
	}
	if c.AllNodes == len(c.Nodes) && c.AllLinks == len(c.Links) {
		return strings.TrimSpace(between)
	}
	return between + fmt.Sprintf("Shown are the weightiest %d of %d names and %d of %d links between them; all events are in the timeline.",
		len(c.Nodes), c.AllNodes, len(c.Links), c.AllLinks)
}
