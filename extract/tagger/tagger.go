// Package tagger gives each token its universal and its Penn Treebank part of speech, its features and its lemma.
//
// Tags come from an averaged perceptron that goes through a sentence from left to right and chooses among joint
// UPOS+XPOS classes (Collins, 2002). A word that was frequent in training can only take the tags it was seen with; if
// that is one, nothing is computed. We differ from the paper in deciding greedily and in hashing features into one
// table of bytes (see package linear).
package tagger

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"sync"

	"dateline/extract"
	"dateline/extract/linear"
)

// ModelFile is where New finds the model.
const ModelFile = "models/tagger.bin"

// Tag is a class of the tagger.
type Tag struct{ UPOS, XPOS string }

// Tagger is a loaded model; it is safe for use by many goroutines.
type Tagger struct {
	lexicon Lexicon
	weights linear.Cells
	tags    []Tag
	lemmas  lemmas
	scratch sync.Pool
}

// New reads the model from files, the data folder.
func New(files fs.FS) (*Tagger, error) {
	b, err := fs.ReadFile(files, ModelFile)
	if err != nil {
		return nil, err
	}
	t, err := Open(b)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", ModelFile, err)
	}
	return t, nil
}

// Open makes a Tagger of the bytes of a model, which must not change.
func Open(b []byte) (*Tagger, error) {
	f, err := linear.Open(b)
	if err != nil {
		return nil, err
	}
	t := &Tagger{}
	var errs [5]error
	t.weights, errs[0] = f.Cells("weights")
	words, err := f.Dict("words")
	errs[1] = err
	lists, err := f.Numbers("lists")
	errs[2] = err
	names, err := f.Strings("tags")
	errs[3] = err
	t.lemmas, errs[4] = openLemmas(f)
	if err := errors.Join(errs[:]...); err != nil {
		return nil, err
	}
	for i := range names.Len() {
		upos, xpos, _ := strings.Cut(names.At(i), " ")
		t.tags = append(t.tags, Tag{upos, xpos})
	}
	t.lexicon = NewLexicon(words, lists, t.tags)
	if err := t.lexicon.check(len(t.tags)); err != nil {
		return nil, err
	}
	t.scratch.New = func() any { return new(scratch) }
	return t, nil
}

// scratch is the working memory of one Run.
type scratch struct {
	atoms    Atoms
	features []uint64
	slots    []uint32
	word     []byte
	classes  []uint32
}

// Stage is the tagger as a step of the pipeline.
func (t *Tagger) Stage() extract.Stage {
	return extract.Stage{
		Name: "tagger", Doc: "parts of speech, features and lemmas",
		Needs: extract.Tokens | extract.Sentences, Fills: extract.Tags,
		Run: func(d *extract.Document) error {
			s := t.scratch.Get().(*scratch)
			defer t.scratch.Put(s)
			for i := range d.Sentences {
				r := d.Sentences[i].Range
				t.tag(s, d.Text, d.Tokens[r.From:r.To])
			}
			return nil
		},
	}
}

// tag does one sentence.
func (t *Tagger) tag(s *scratch, text string, tokens []extract.Token) {
	s.atoms.Load(text, tokens)
	t.lexicon.Choices(&s.atoms)
	s.classes = s.classes[:0]
	var past Past
	for i := range tokens {
		class := t.choose(s, i, past)
		s.classes = append(s.classes, class)
		past = past.After(class, &t.lexicon)
	}
	for i, class := range s.classes {
		tokens[i].UPOS, tokens[i].XPOS = t.tags[class].UPOS, t.tags[class].XPOS
		t.lemmas.fill(s, text, &tokens[i], class)
	}
}

// choose is the best class of word i.
func (t *Tagger) choose(s *scratch, i int, past Past) uint32 {
	candidates := t.lexicon.Candidates(&s.atoms, i)
	if len(candidates) == 1 {
		return candidates[0]
	}
	s.features = s.atoms.Features(s.features[:0], i, past)
	s.slots = s.slots[:0]
	for _, h := range s.features {
		s.slots = append(s.slots, linear.Slot(h, t.weights.Bits))
	}
	best, top := candidates[0], int32(-1<<31)
	for _, class := range candidates {
		if score := t.weights.Sum(s.slots, class); score > top {
			best, top = class, score
		}
	}
	return best
}
