package main

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"

	"github.com/spf13/cobra"

	"dateline/data"
	"dateline/extract"
	"dateline/extract/english"
	"dateline/extract/train"
)

// fitSyntax is "fit syntax".
func fitSyntax() *cobra.Command {
	var corpora, out, date string
	c := &cobra.Command{
		Use: "syntax", Short: "Learn the models of segment and lemmas",
		Long: "Learn the models of segment and lemmas from the treebanks under DIR/treebanks and from WordNet.\n" +
			"The same corpora give the same bytes. The network that tags and parses is learned by \"fit neural\".",
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			banks, err := train.ReadTreebanks(corpora)
			if err != nil {
				return err
			}
			models, err := train.FitSyntax(&banks, data.Files, progress(c))
			if err != nil {
				return err
			}
			return writeSyntax(&banks, models, out, date)
		},
	}
	needCorpora(c, &corpora, treebanksHelp)
	c.Flags().StringVar(&out, "out", "data/models", "folder to write models and cards to")
	c.Flags().StringVar(&date, "date", "", "date to write into the cards")
	return c
}

const treebanksHelp = "folder that holds treebanks/ewt, treebanks/gum and gazetteers/wordnet-3.0"

// scoreSyntax is "score syntax".
func scoreSyntax() *cobra.Command {
	var corpora string
	c := &cobra.Command{
		Use: "syntax", Short: "Score sentences, words, tags, lemmas and trees on the development treebanks",
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			banks, err := train.ReadTreebanks(corpora)
			if err != nil {
				return err
			}
			return writeScores(c.OutOrStdout(), &banks, data.Files)
		},
	}
	needCorpora(c, &corpora, treebanksHelp)
	return c
}

// writeScores opens the models in files and prints their scores.
func writeScores(w io.Writer, banks *train.Treebanks, files fs.FS) error {
	r, err := reading(files)
	if err != nil {
		return err
	}
	return r.WriteScores(w, banks)
}

// reading is the stages of English up to the one that makes trees, as they ship.
func reading(files fs.FS) (train.Reading, error) {
	p, err := english.New(files)
	divide, parse := 0, 0
	for i, s := range p {
		if s.Fills&extract.Sentences != 0 {
			divide = i + 1
		}
		if s.Fills&extract.Tree != 0 {
			parse = i + 1
		}
	}
	return train.Reading{Divide: p[:divide], Parse: p[divide:parse]}, err
}

// writeSyntax scores the models and writes them, each with its card.
func writeSyntax(banks *train.Treebanks, models []train.Model, out, date string) error {
	var scores bytes.Buffer
	if err := writeScores(&scores, banks, overlay{data.Files, models}); err != nil {
		return err
	}
	for _, m := range models {
		if err := writeModel(out, m, syntaxCard(m, date, scores.String())); err != nil {
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
		"  news, interview, bio, voyage, academic, court. Both CC BY-SA 4.0; no sentence of theirs is in this file, %s\n"+
		"- Licence: CC BY-SA 4.0\n", about.holds)
	fmt.Fprintf(&b, "- Command: `go run ./cmd/dateline-train fit syntax --corpora DIR --out data/models --date %s`\n", date)
	fmt.Fprintf(&b, "- Seed %d, date %s, %d bytes, format: package extract/linear\n- Known faults: %s\n\n", train.Seed, date, len(m.Data), about.faults)
	fmt.Fprintf(&b, "## Scores\n\n`go run ./cmd/dateline-train score syntax --corpora DIR`, per cent, development data (never learned from).\n"+
		"Tags and trees are those of english.bin:\n\n```\n%s```\n", scores)
	return b.String()
}

// syntaxCards is what the cards say of each model.
var syntaxCards = map[string]struct{ what, holds, faults string }{
	"segment": {
		"Decides where sentences end among the places where punctuation stands: averaged perceptron, 24 hashed features.",
		"only weights.",
		"text without punctuation inside one paragraph stays one sentence; lists run together in one line are not divided.",
	},
	"lemmas": {
		"Lemmas and features of words whose tags are known: a lexicon of the forms that no rule explains, rules of endings, the\n" +
			"usual features of each pair of tags, and the words that differ from them.",
		"only rules of\n  endings, hashes of the forms that none explains, and their lemmas. Lemmas also from WordNet 3.0 (WordNet licence).",
		"a wrong tag gives a wrong lemma; irregular forms that neither treebanks nor WordNet have are taken for regular.",
	},
}
