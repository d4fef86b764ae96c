// Package parser gives each sentence a dependency tree in the sense of Universal Dependencies.
//
// It goes through a sentence once, by the moves of the arc-hybrid system; an averaged perceptron chooses each move, a
// second one the label of each new arc. It was trained with a dynamic oracle (Goldberg and Nivre, 2013, "Training
// Deterministic Parsers with Non-Deterministic Oracles"), so it has learned to go on well after a mistake. We differ
// in having no artificial root (see State) and in the two-step choice, which needs a third of the memory.
package parser

import (
	"errors"
	"fmt"
	"io/fs"
	"sync"

	"dateline/extract"
	"dateline/extract/linear"
)

// ModelFile is where New finds the model.
const ModelFile = "models/parser.bin"

// MaxLabels is the most relations a model can tell apart.
const MaxLabels = 64

// Parser is a loaded model; it is safe for use by many goroutines.
type Parser struct {
	moves   linear.Keyed
	labels  linear.Cells
	choices Choices
	names   []string
	scratch sync.Pool
}

// New reads the model from files, the data folder.
func New(files fs.FS) (*Parser, error) {
	b, err := fs.ReadFile(files, ModelFile)
	if err != nil {
		return nil, err
	}
	p, err := Open(b)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", ModelFile, err)
	}
	return p, nil
}

// Open makes a Parser of the bytes of a model, which must not change.
func Open(b []byte) (*Parser, error) {
	f, err := linear.Open(b)
	if err != nil {
		return nil, err
	}
	moves, err1 := f.Keyed("moves")
	labels, err2 := f.Cells("labels")
	names, err3 := f.Strings("relations")
	if err := errors.Join(err1, err2, err3); err != nil {
		return nil, err
	}
	if names.Len() == 0 || names.Len() > MaxLabels {
		return nil, fmt.Errorf("%d relations", names.Len())
	}
	choices, err := openChoices(f, names.Len())
	if err != nil {
		return nil, err
	}
	p := &Parser{moves: moves, labels: labels, choices: choices, names: names.All()}
	p.scratch.New = func() any { return new(scratch) }
	return p, nil
}

// scratch is the working memory of one Run.
type scratch struct {
	words    Words
	state    State
	features []uint64
	slots    []uint32
}

// Stage is the parser as a step of the pipeline.
func (p *Parser) Stage() extract.Stage {
	return extract.Stage{
		Name: "parser", Doc: "dependency trees",
		Needs: extract.Tokens | extract.Sentences | extract.Tags, Fills: extract.Tree,
		Run: func(d *extract.Document) error {
			s := p.scratch.Get().(*scratch)
			defer p.scratch.Put(s)
			for i := range d.Sentences {
				r := d.Sentences[i].Range
				p.parse(s, d.Text, d.Tokens[r.From:r.To])
				p.write(s, d.Tokens, r)
			}
			return nil
		},
	}
}

// parse finds the tree of one sentence.
func (p *Parser) parse(s *scratch, text string, tokens []extract.Token) {
	s.words.Load(text, tokens)
	s.state.Reset(len(tokens))
	for !s.state.Done() {
		m := p.move(s)
		label := uint8(0)
		if m != Shift {
			label = p.label(s, m)
		}
		s.state.Make(m, label)
	}
}

// move is the best legal move.
func (p *Parser) move(s *scratch) Move {
	if !s.state.Legal(Left) && !s.state.Legal(Right) {
		return Shift
	}
	s.features = s.state.MoveFeatures(s.features[:0], &s.words)
	return s.state.Best(p.moves.Sum(s.features))
}

// Best is the legal move with the highest score, the first of equals.
func (s *State) Best(scores [moves]int32) Move {
	best, top := Shift, int32(-1<<31)
	for m := Shift; m < moves; m++ {
		if s.Legal(m) && scores[m] > top {
			best, top = m, scores[m]
		}
	}
	return best
}

// label is the best label for the arc of move m.
func (p *Parser) label(s *scratch, m Move) uint8 {
	candidates := p.choices.Labels(&s.state, &s.words, m)
	if len(candidates) == 1 {
		return uint8(candidates[0])
	}
	s.features = s.state.LabelFeatures(s.features[:0], &s.words, m)
	s.slots = s.slots[:0]
	for _, h := range s.features {
		s.slots = append(s.slots, linear.Slot(h, p.labels.Bits))
	}
	best, top := candidates[0], int32(-1<<31)
	for _, label := range candidates {
		if score := p.labels.Sum(s.slots, label); score > top {
			best, top = label, score
		}
	}
	return uint8(best)
}

// write puts the tree into the tokens of sentence r.
func (p *Parser) write(s *scratch, tokens []extract.Token, r extract.Range) {
	for i := range r.Len() {
		t := &tokens[r.From+i]
		if h := int(s.state.Head[i]); h < 0 {
			t.Head, t.Rel = none, "root"
		} else {
			t.Head, t.Rel = r.From+h, p.names[s.state.Label[i]]
		}
	}
}
