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

// sensesFile says which words may tell of one event, nicknamesFile which first names may be one person's.
const sensesFile, nicknamesFile = "lexicon/senses.txt", "lexicon/nicknames.txt"

// judgement is what graph.UnifyBy goes by, read from files.
func judgement(files fs.FS) (by graph.Judgement, err error) {
	if by.Senses, err = senses(files, sensesFile); err != nil {
		return by, err
	}
	if by.FirstNames, err = senses(files, nicknamesFile); err != nil {
		return by, err
	}
	by.Within, err = within(files)
	return by, err
}

// placesFiles say which place lies in which country.
var placesFiles = []string{"lexicon/cities.tsv", "lexicon/regions.tsv"}

func within(files fs.FS) (map[string]string, error) {
	in := map[string]string{}
	for _, name := range placesFiles {
		f, err := files.Open(name)
		if err != nil {
			return nil, err
		}
		err = graph.ReadWithin(f, in)
		_ = f.Close()
		if err != nil {
			return nil, placedIn(name, err)
		}
	}
	return in, nil
}

func senses(files fs.FS, name string) (graph.Senses, error) {
	f, err := files.Open(name)
	if err != nil {
		return graph.Senses{}, err
	}
	defer f.Close()
	s, err := graph.ReadSenses(f)
	return s, placedIn(name, err)
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
