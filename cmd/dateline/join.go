package main

import (
	"iter"

	"dateline/extract"
	"dateline/graph"
)

// both gives the values of a, then those of b.
func both[T any](a, b iter.Seq[T]) iter.Seq[T] {
	return func(yield func(T) bool) {
		for v := range a {
			if !yield(v) {
				return
			}
		}
		b(yield)
	}
}

// assemble turns the article of p into a small graph and lets go of the article.
func assemble(p piece) piece {
	if p.Document != nil {
		g := *extract.Assemble(p.Document) // a copy, as the graph may lie inside what holds the article
		p.Graph, p.Document = &g, nil
	}
	return p
}

// join makes one graph of many: merged, what is told in other words made one, and put in order. It says which statements
// about the order of events contradict others.
func join(parts []*graph.Graph) (g *graph.Graph, contradictions []string, err error) {
	g = graph.Unify(graph.Merge(parts...))
	contradictions = graph.Order(g)
	return g, contradictions, g.Check()
}
