package main

import (
	"errors"
	"io/fs"
	"iter"
	"slices"

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

// sensesFile says which words may tell of one event.
const sensesFile = "lexicon/senses.txt"

// judgement is what graph.UnifyBy goes by, read from files.
func judgement(files fs.FS) (by graph.Judgement, err error) {
	f, err := files.Open(sensesFile)
	if err != nil {
		return by, err
	}
	defer f.Close()
	by.Senses, err = graph.ReadSenses(f)
	return by, placedIn(sensesFile, err)
}

// placedIn puts the name of the file in front of each fault of err.
func placedIn(name string, err error) error {
	var faults graph.Faults
	if !errors.As(err, &faults) {
		return err
	}
	placed := slices.Clone(faults)
	for i, f := range placed {
		placed[i] = name + ":" + f
	}
	return placed
}

// join makes one graph of many: merged, what is told in other words made one, corrected, and put in order. It says which
// statements about the order of events contradict others, and which corrections do not apply.
func join(parts []*graph.Graph, by graph.Judgement, cs []graph.Correction) (g *graph.Graph, contradictions, lost []string, err error) {
	g, lost = graph.Correct(graph.Merge(parts...), by, cs)
	graph.InferPublished(g)
	contradictions = graph.Order(g)
	return g, contradictions, lost, g.Check()
}
