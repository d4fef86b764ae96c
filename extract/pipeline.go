package extract

import "fmt"

// Layer is a part of the Document that one stage fills and later ones read.
type Layer uint

// The layers, as bits.
const (
	Paragraphs Layer = 1 << iota // with Text: by ingest
	Tokens
	Sentences
	Tags // UPOS, XPOS, Lemma, Feats
	Tree // Head, Rel
	Mentions
	Times
	Chains // Mention.Same and what goes with it
	Clauses
	Events // with Relations and Links
)

// Stage is one step of reading. Run is a function of the Document alone: no clock, no randomness, no files. It must be
// safe to call at once on different Documents.
type Stage struct {
	Name, Doc    string
	Needs, Fills Layer
	Run          func(*Document) error
}

// Pipeline is a list of stages in order.
type Pipeline []Stage

// Check tells whether each layer that a stage needs has been filled before it, and none is filled twice.
func (p Pipeline) Check() error {
	have := Paragraphs
	for _, s := range p {
		if missing := s.Needs &^ have; missing != 0 {
			return fmt.Errorf("stage %s needs layers %b that no stage before it fills", s.Name, missing)
		}
		if twice := s.Fills & have; twice != 0 {
			return fmt.Errorf("stage %s fills layers %b again", s.Name, twice)
		}
		have |= s.Fills
	}
	return nil
}

// Run puts d through all stages. An error names the stage and leaves the layers filled so far.
func (p Pipeline) Run(d *Document) error {
	for _, s := range p {
		if err := s.Run(d); err != nil {
			return fmt.Errorf("%s: %s: %w", d.ID, s.Name, err)
		}
	}
	return nil
}
