package train

import (
	"io/fs"
	"path/filepath"

	"dateline/extract/lemmas"
	"dateline/extract/segment"
)

// Seed is the seed of all learning that ships.
const Seed = 1

// Logf is told how learning goes on.
type Logf func(format string, args ...any)

// Treebanks are the texts that syntax is learned from and scored on.
type Treebanks struct {
	EWT, GUM       []Article // to learn from
	DevEWT, DevGUM []Article
	Forms          []Inflected // of WordNet
}

// ReadTreebanks reads what lies under corpora/treebanks, and WordNet under corpora/gazetteers.
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
	t.Forms, err = ReadWordNet(filepath.Join(corpora, "gazetteers", "wordnet-3.0"))
	return t, err
}

// Training is the texts to learn from, those of news twice: it is what we read.
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
	File string // below the data folder: models/lemmas.bin
	Data []byte
}

// FitSyntax learns the models of segment and lemmas. The same corpora, word lists and seed give the same bytes.
func FitSyntax(t *Treebanks, data fs.FS, log Logf) ([]Model, error) {
	s, err := segment.Open(data, nil)
	if err != nil {
		return nil, err
	}
	articles := append(append([]Article(nil), t.EWT...), t.GUM...)
	ends := Segment(articles, s, SegmentOptions{Epochs: 8, Bits: 16, Seed: Seed, Log: log})
	return []Model{{segment.ModelFile, ends}, {lemmas.ModelFile, Lemmas(Samples(articles), t.Forms)}}, nil
}
