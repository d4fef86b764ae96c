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

// assemble reads the article of p into a small graph and lets go of the article.
func (p piece) assemble(stages extract.Pipeline) piece {
	if p.Document == nil {
		return p
	}
	out := piece{}
	out.problem = p.read(func(d *extract.Document) error {
		if err := stages.Run(d); err != nil {
			return err
		}
		out.Graph = extract.Assemble(d)
		return nil
	})
	return out
}

// join makes one graph of many: merged, what is told in other words made one, and put in order. It says which statements
// about the order of events contradict others.
func join(parts []*graph.Graph) (g *graph.Graph, contradictions []string, err error) {
	g = graph.Unify(graph.Merge(parts...))
	contradictions = graph.Order(g)
	return g, contradictions, g.Check()
}
