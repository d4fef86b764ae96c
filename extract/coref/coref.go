// Package coref finds out which mentions of an article are the same person, organisation, place or group: full and short
// names, acronyms, offices, nouns and pronouns.
//
// For names and nouns it is a sieve of rules, the surest first (Lee et al., 2013, "Deterministic Coreference Resolution
// Based on Entity-Centric, Precision-Ranked Rules"): names are grouped over the whole article (groups.go, persons.go,
// organizations.go; witness.go says when a surname alone means somebody known); then nouns and pronouns are taken in the
// order of the text, each looking back at what has been named (walk.go, offices.go, nominals.go, pronouns.go). What he,
// she, it and they stand for is ranked by a small learned model (antecedent.go, model.go); who says I, by who speaks
// (quotes.go). Each tie names its rule in Mention.By; where a rule is not sure, a mention stays alone.
package coref

import (
	"io/fs"

	"dateline/extract"
	"dateline/extract/lexicon"
)

// Resolver ties mentions together. It is safe for use by many goroutines.
type Resolver struct {
	lex   *lexicon.Lexicon
	model *model
}

// New opens the lexicon and the model in files, rooted at the data folder.
func New(files fs.FS) (*Resolver, error) {
	lex, err := lexicon.Open(files)
	if err != nil {
		return nil, err
	}
	return With(files, lex)
}

// With is New with a lexicon that is open already.
func With(files fs.FS, lex *lexicon.Lexicon) (*Resolver, error) {
	m, err := readModel(files)
	if err != nil {
		return nil, err
	}
	return &Resolver{lex, m}, nil
}

// Stage is the step of the pipeline.
func (r *Resolver) Stage() extract.Stage {
	return extract.Stage{
		Name:  "coref",
		Doc:   "ties the mentions of one thing together: names, titles, acronyms, nouns, pronouns",
		Needs: extract.Mentions | extract.Tree,
		Fills: extract.Chains,
		Run:   func(d *extract.Document) error { return r.resolve(d, nil) },
	}
}
