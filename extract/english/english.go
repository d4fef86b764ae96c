// Package english is the reading of English news: the list of stages, in order. Nothing English lives anywhere else but
// in the stages' data files.
package english

import (
	"errors"
	"fmt"
	"io/fs"

	"dateline/extract"
	"dateline/extract/clauses"
	"dateline/extract/coref"
	"dateline/extract/events"
	"dateline/extract/lemmas"
	"dateline/extract/lexicon"
	"dateline/extract/mend"
	"dateline/extract/names"
	"dateline/extract/neural"
	"dateline/extract/rules"
	"dateline/extract/segment"
	"dateline/extract/timex"
)

// New makes the pipeline from the models, lexicons and rules in files, rooted at the data folder. The pipeline may run on
// many Documents at once.
func New(files fs.FS) (extract.Pipeline, error) {
	set, err := rules.Load(files)
	if set == nil {
		set = &rules.Set{}
	}
	lex, lexErr := lexicon.Open(files) // once for both stages that ask it
	makers := []func() (extract.Stage, error){
		func() (extract.Stage, error) { return stage(segment.New(files)) },
		func() (extract.Stage, error) {
			morph, err := lemmas.New(files)
			if err != nil {
				return extract.Stage{}, err
			}
			s, err := stage(neural.New(files, morph.Fill))
			return mended(s, set), err
		},
		func() (extract.Stage, error) { return named(files, lex, lexErr) },
		func() (extract.Stage, error) { return stage(timex.New(files)) },
		func() (extract.Stage, error) { return tied(files, lex, lexErr) },
		func() (extract.Stage, error) { return stage(clauses.New(set, files)) },
		func() (extract.Stage, error) { return stage(events.New(set, files)) },
	}
	var p extract.Pipeline
	faults := []error{err}
	for _, make := range makers {
		s, err := make()
		faults = append(faults, err)
		p = append(p, s)
	}
	if err := errors.Join(faults...); err != nil {
		return nil, err // all that is wrong at once
	}
	if err := p.Check(); err != nil {
		return nil, fmt.Errorf("english: %w", err)
	}
	return p, nil
}

// named is the stage names, or what is wrong with the lexicon that it needs.
func named(files fs.FS, lex *lexicon.Lexicon, err error) (extract.Stage, error) {
	if err != nil {
		return extract.Stage{}, err
	}
	return stage(names.With(files, lex))
}

// tied is the stage coref, or what is wrong with the model that it needs.
func tied(files fs.FS, lex *lexicon.Lexicon, err error) (extract.Stage, error) {
	if err != nil {
		return extract.Stage{}, nil // said by named
	}
	return stage(coref.With(files, lex))
}

// stage is the stage of a reader that has just been made.
func stage(s interface{ Stage() extract.Stage }, err error) (extract.Stage, error) {
	if err != nil {
		return extract.Stage{}, err
	}
	return s.Stage(), nil
}

// mended is stage s, which makes trees, with the repairs of package mend behind it.
func mended(s extract.Stage, set *rules.Set) extract.Stage {
	parse := s.Run
	s.Run = func(d *extract.Document) error {
		if err := parse(d); err != nil {
			return err
		}
		mend.Trees(d, set)
		return nil
	}
	return s
}
