// Package names finds the names in an article, and the words that may stand for what is named: nouns such as "the
// president" and pronouns. It fills Document.Mentions; who is the same as whom is left to package coref.
//
// Names are found by a learned tagger (features.go, decode.go), then set right with what the lexicon knows and with what
// the rest of the article says: a name that is clear in one sentence decides those that are not (consistent.go).
package names

import (
	"io/fs"
	"sort"

	"dateline/extract"
	"dateline/extract/lexicon"
)

// Tagger finds mentions. It is safe for use by many goroutines.
type Tagger struct {
	lex   *lexicon.Lexicon
	model *Model
}

// New opens the model and the lexicon in files, rooted at the data folder.
func New(files fs.FS) (*Tagger, error) {
	lex, err := lexicon.Open(files)
	if err != nil {
		return nil, err
	}
	return With(files, lex)
}

// With is New with a lexicon that is open already.
func With(files fs.FS, lex *lexicon.Lexicon) (*Tagger, error) {
	m, err := open(files, lex)
	if err != nil {
		return nil, err
	}
	return &Tagger{lex, m}, nil
}

// Open is New with a model and a lexicon that are read already.
func Open(m *Model) *Tagger { return &Tagger{m.Lex, m} }

// Stage is the step of the pipeline.
func (t *Tagger) Stage() extract.Stage {
	return extract.Stage{
		Name:  "names",
		Doc:   "finds names, the nouns and pronouns that may stand for them, and their titles",
		Needs: extract.Tokens | extract.Sentences | extract.Tags | extract.Tree,
		Fills: extract.Mentions,
		Run:   t.run,
	}
}

// Names gives the names in d as mentions are made of them. Without tags and trees it does what can be done without.
func (t *Tagger) Names(d *extract.Document) []Span {
	f := t.finder(d)
	return f.settle(t.model.Find(d, f.words))
}

func (t *Tagger) finder(d *extract.Document) *finder {
	w := t.model.Read(d)
	return &finder{Tagger: t, d: d, words: w, text: w.Text, deps: extract.NewDeps(d), taken: make([]bool, len(d.Tokens))}
}

func (t *Tagger) run(d *extract.Document) error {
	f := t.finder(d)
	for _, s := range f.settle(t.model.Find(d, f.words)) {
		f.name(s)
	}
	f.nominals()
	f.adjectives()
	f.pronouns()
	sort.SliceStable(f.out, func(i, k int) bool {
		a, b := f.out[i].At, f.out[k].At
		return a.From < b.From || a.From == b.From && a.To > b.To
	})
	for i := range f.out {
		f.out[i].Same = i
	}
	d.Mentions = f.out
	return nil
}

// finder is the work on one article.
type finder struct {
	*Tagger
	d     *extract.Document
	words *Words
	text  *lexicon.Text
	deps  *extract.Deps
	taken []bool // tokens that are part of a name or its title
	out   []extract.Mention
}
