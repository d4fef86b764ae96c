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
		p.Graph, p.Document = extract.Assemble(p.Document), nil
	}
	return p
}

// join makes one graph of many: merged, unified, put in order, and checked.
func join(parts []*graph.Graph) (*graph.Graph, error) {
	g := graph.Merge(parts...)
	return g, g.Check()
}
