package train

import (
	"fmt"
	"io/fs"
	"path/filepath"

	"dateline/extract/parser"
	"dateline/extract/segment"
	"dateline/extract/tagger"
)

// Seed is the seed of all learning that ships.
const Seed = 1

// Logf is told how learning goes on.
type Logf func(format string, args ...any)

// Treebanks are the texts that syntax is learned from and scored on.
type Treebanks struct {
	EWT, GUM       []Article // to learn from
	DevEWT, DevGUM []Article
}

// ReadTreebanks reads what lies under corpora/treebanks.
func ReadTreebanks(corpora string) (t Treebanks, err error) {
	for _, part := range []struct {
		to   *[]Article
		path string
	}{
		{&t.EWT, "ewt/en_ewt-ud-train.conllu"}, {&t.GUM, "gum/train"},
		{&t.DevEWT, "ewt/en_ewt-ud-dev.conllu"}, {&t.DevGUM, "gum/dev"},
	} {
		if *part.to, err = ReadTreebank(filepath.Join(corpora, "treebanks", part.path)); err != nil {
			return t, err
		}
	}
	return t, nil
}

// Training is the texts to learn from. News stands twice: it is what we read.
func (t *Treebanks) Training() []Article {
	all := append(append([]Article(nil), t.EWT...), t.GUM...)
	for _, a := range t.GUM {
		if a.Genre == "news" {
			all = append(all, a)
		}
	}
	return all
}

// Model is one learned file.
type Model struct {
	File string // below the data folder: models/tagger.bin
	Data []byte
}

// FitSyntax learns the models of segment, tagger and parser. The same corpora, word lists and seed give the same bytes.
func FitSyntax(t *Treebanks, data fs.FS, log Logf) ([]Model, error) {
	s, err := segment.Open(data, nil)
	if err != nil {
		return nil, err
	}
	articles := append(append([]Article(nil), t.EWT...), t.GUM...)
	segmenter := Segment(articles, s, SegmentOptions{Epochs: 8, Bits: 16, Seed: Seed, Log: log})
	samples := Samples(t.Training())
	o := TaggerOptions{Epochs: 6, Bits: 21, Often: 12, Seed: Seed, Log: log}
	tags := Tagger(samples, o)
	tagged, err := Jackknife(samples, 10, o)
	if err != nil {
		return nil, fmt.Errorf("jack-knifing: %w", err)
	}
	trees := Parser(tagged, ParserOptions{Epochs: 8, MoveBits: 20, LabelBits: 16, Explore: 0.9, Seed: Seed, Log: log})
	return []Model{{segment.ModelFile, segmenter}, {tagger.ModelFile, tags}, {parser.ModelFile, trees}}, nil
}
