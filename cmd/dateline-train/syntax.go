package main

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"dateline/data"
	"dateline/extract/parser"
	"dateline/extract/segment"
	"dateline/extract/tagger"
	"dateline/extract/train"
)

// fitSyntax is "fit syntax".
func fitSyntax() *cobra.Command {
	var corpora, out, date string
	c := &cobra.Command{
		Use: "syntax", Short: "Learn the models of segment, tagger and parser",
		Long: "Learn the models of segment, tagger and parser from the treebanks under DIR/treebanks.\n" +
			"The same corpora give the same bytes.",
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			banks, err := train.ReadTreebanks(corpora)
			if err != nil {
				return err
			}
			log := func(format string, args ...any) { fmt.Fprintf(c.ErrOrStderr(), format+"\n", args...) }
			models, err := train.FitSyntax(&banks, data.Files, log)
			if err != nil {
				return err
			}
			return writeSyntax(&banks, models, out, date)
		},
	}
	c.Flags().StringVar(&corpora, "corpora", "", "folder that holds treebanks/ewt, treebanks/gum and gazetteers/wordnet-3.0")
	c.Flags().StringVar(&out, "out", "data/models", "folder to write models and cards to")
	c.Flags().StringVar(&date, "date", "", "date to write into the cards")
	c.MarkFlagRequired("corpora")
	return c
}

// scoreSyntax is "score syntax".
func scoreSyntax() *cobra.Command {
	var corpora string
	c := &cobra.Command{
		Use: "syntax", Short: "Score segment, tagger and parser on the development treebanks",
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			banks, err := train.ReadTreebanks(corpora)
			if err != nil {
				return err
			}
			return writeScores(c.OutOrStdout(), &banks, data.Files)
		},
	}
	c.Flags().StringVar(&corpora, "corpora", "", "folder that holds treebanks/ewt, treebanks/gum and gazetteers/wordnet-3.0")
	c.MarkFlagRequired("corpora")
	return c
}

// writeScores opens the models in files and prints their scores.
func writeScores(w io.Writer, banks *train.Treebanks, files fs.FS) error {
	s, err := segment.New(files)
	if err != nil {
		return err
	}
	t, err := tagger.New(files)
	if err != nil {
		return err
	}
	p, err := parser.New(files)
	if err != nil {
		return err
	}
	return train.Reading{Segment: s.Stage(), Tagger: t.Stage(), Parser: p.Stage()}.WriteScores(w, banks)
}

// overlay is the built-in files with new models in place of theirs.
type overlay struct {
	fs.FS
	models []train.Model
}

// ReadFile is the new model of that name, else the built-in file.
func (o overlay) ReadFile(name string) ([]byte, error) {
	for _, m := range o.models {
		if m.File == name {
			return m.Data, nil
		}
	}
	return fs.ReadFile(o.FS, name)
}

// writeSyntax scores the models and writes them, each with its card.
func writeSyntax(banks *train.Treebanks, models []train.Model, out, date string) error {
	var scores bytes.Buffer
	if err := writeScores(&scores, banks, overlay{data.Files, models}); err != nil {
		return err
	}
	for _, m := range models {
		name := filepath.Join(out, path.Base(m.File))
		if err := os.WriteFile(name, m.Data, 0o644); err != nil {
			return err
		}
		card := syntaxCard(m, date, scores.String())
		if err := os.WriteFile(strings.TrimSuffix(name, ".bin")+".md", []byte(card), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// syntaxCard is the card that goes with a model.
func syntaxCard(m train.Model, date, scores string) string {
	var b strings.Builder
	name := strings.TrimSuffix(path.Base(m.File), ".bin")
	about := syntaxCards[name]
	fmt.Fprintf(&b, "# %s.bin\n\n%s\n\n", name, about.what)
	fmt.Fprintf(&b, "- Learned from: Universal Dependencies English EWT (train) and the documents of GUM (train) under free licences:\n"+
		"  news, interview, bio, voyage, academic, court. Both CC BY-SA 4.0; no sentence of theirs is in this file, only weights\n"+
		"  and, for lemmas, forms that no rule explains; lemmas also from WordNet 3.0 (WordNet licence).\n- Licence: CC BY-SA 4.0\n")
	fmt.Fprintf(&b, "- Command: `go run ./cmd/dateline-train fit syntax --corpora DIR --out data/models --date %s`\n", date)
	fmt.Fprintf(&b, "- Seed %d, date %s, %d bytes, format: package extract/linear\n- Known faults: %s\n\n", train.Seed, date, len(m.Data), about.faults)
	fmt.Fprintf(&b, "## Scores\n\n`go run ./cmd/dateline-train score syntax --corpora DIR`, per cent, development data (never learned from):\n\n```\n%s```\n",
		scores)
	return b.String()
}

// syntaxCards is what the cards say of each model.
var syntaxCards = map[string]struct{ what, faults string }{
	"segment": {
		"Decides where sentences end among the places where punctuation stands: averaged perceptron, 24 hashed features.",
		"text without punctuation inside one paragraph stays one sentence; lists run together in one line are not divided.",
	},
	"tagger": {
		"Joint UPOS and XPOS tags by an averaged perceptron over 50 hashed features, candidate lists of frequent words, features\n" +
			"and lemmas by look-up and ending rules.",
		"headlines in title case: common nouns become names; unknown words in capitals; VBD and VBN of regular verbs in\n" +
			"  reduced relative clauses.",
	},
	"parser": {
		"Arc-hybrid dependency parser, dynamic oracle, averaged perceptrons for move and label, hashed features.",
		"projective trees only; attachment of prepositional phrases and coordination far apart; long lists.",
	},
}
