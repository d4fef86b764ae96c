package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"dateline/data"
	"dateline/extract"
	stage "dateline/extract/coref"
	"dateline/extract/english"
	"dateline/extract/train"
	"dateline/extract/train/coref"
)

// scoreCoref is "score coref".
func scoreCoref() *cobra.Command {
	var corpora, part string
	var faults bool
	c := &cobra.Command{
		Use: "coref", Short: "Score who is whom: entities across articles, pronouns within one", Args: cobra.NoArgs,
		Long: "Scores entities across the articles of MEANTIME (crossdoc/meantime-apple): MUC, B3, CEAFe and their mean, the\n" +
			"CoNLL F1; and the antecedents of pronouns in the news, interviews and biographies of GUM dev (treebanks/gum).",
		RunE: func(c *cobra.Command, _ []string) error {
			p, err := english.New(data.Files)
			if err != nil {
				return err
			}
			list := listing(c, faults)
			if err := scoreAcross(c.OutOrStdout(), list, corpora, p); err != nil {
				return err
			}
			return scorePronouns(c.OutOrStdout(), list, filepath.Join(corpora, "treebanks", "gum", part), p)
		},
	}
	needCorpora(c, &corpora, "folder that holds crossdoc/ and treebanks/")
	c.Flags().StringVar(&part, "part", "dev", "part of GUM: dev, or train, on which the parser has learned")
	c.Flags().BoolVar(&faults, "faults", false, "list entities split or joined, and pronouns wrong or missed")
	return c
}

// antecedentsCard is the card that goes with the model of antecedents.
const antecedentsCard = `# antecedents.tsv

Weights of the ranker of antecedents (extract/coref): for he and she, it, they, a log-linear model of the things that were mentioned
before and of "none of them"; %d features, those that are not zero in the file, as text.

- Learned from: GUM train, all of its freely licensed genres (CC BY and CC BY-SA; the Entity column), read from raw text by the stages
  that ship.
- Command: dateline-train fit coref --corpora DIR --date %s
- Date: %s. No random numbers but a fixed shuffle: the same corpora give the same bytes.
- Size: %d bytes.
- Known faults: little text, so few examples of things; it stands for what is told in a clause as often as for a thing, and is then
  left alone; spoken language and drama are unlike news.

Scores on development data (dateline-train score coref --corpora DIR):

%s`

// fitCoref is "fit coref".
func fitCoref() *cobra.Command {
	var corpora, out, date string
	c := &cobra.Command{
		Use: "coref", Short: "Learn the ranker of antecedents", Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			b, err := fitAntecedents(filepath.Join(corpora, "treebanks", "gum", "train"))
			if err != nil {
				return err
			}
			model := train.Model{File: stage.Path, Data: b}
			p, err := english.New(overlay{data.Files, []train.Model{model}})
			if err != nil {
				return err
			}
			var scores bytes.Buffer
			if err := scorePronouns(&scores, io.Discard, filepath.Join(corpora, "treebanks", "gum", "dev"), p); err != nil {
				return err
			}
			card := fmt.Sprintf(antecedentsCard, stage.Weights, date, date, len(b), indented(scores.String()))
			return writeModel(out, model, card)
		},
	}
	f := c.Flags()
	needCorpora(c, &corpora, "folder that holds treebanks/")
	f.StringVar(&out, "out", "data/models", "folder to write the model and its card to")
	f.StringVar(&date, "date", "", "date to write into the card")
	return c
}

func fitAntecedents(dir string) ([]byte, error) {
	articles, err := readGum(dir)
	if err != nil {
		return nil, err
	}
	p, err := english.New(data.Files)
	if err != nil {
		return nil, err
	}
	r, err := stage.New(data.Files)
	if err != nil {
		return nil, err
	}
	p = through(p, extract.Chains)
	return coref.Fit(articles, p[:len(p)-1], r)
}

// indented puts four blanks in front of each line, as Markdown wants it for text as it stands.
func indented(s string) string {
	return "    " + strings.ReplaceAll(strings.ReplaceAll(strings.TrimSpace(s), "\n\n", "\n"), "\n", "\n    ") + "\n"
}

func readGum(dir string) ([]coref.GumArticle, error) {
	treebank, err := train.ReadTreebank(dir)
	if err != nil {
		return nil, err
	}
	return coref.Gum(treebank)
}

func scoreAcross(w, list io.Writer, corpora string, p extract.Pipeline) error {
	articles, err := coref.ReadMeantime(os.DirFS(filepath.Join(corpora, "crossdoc", "meantime-apple", "cross")))
	if err != nil {
		return err
	}
	a, err := coref.ScoreAcross(articles, p)
	if err != nil {
		return err
	}
	for _, line := range a.Faults {
		fmt.Fprintln(list, line)
	}
	fmt.Fprintf(w, "MEANTIME Apple, %d articles\n", len(articles))
	a.Write(w)
	return nil
}

// spoken are the genres of GUM whose pronouns are scored.
var spoken = []string{"bio", "interview", "news"}

func scorePronouns(w, list io.Writer, dir string, p extract.Pipeline) error {
	articles, err := readGum(dir)
	if err != nil {
		return err
	}
	p = through(p, extract.Chains)
	byGenre, all := map[string]coref.Pronouns{}, coref.Pronouns{}
	for i := range articles {
		a := &articles[i]
		if !slices.Contains(spoken, a.Genre) {
			continue
		}
		d := a.Copy()
		if err := p.Run(d); err != nil {
			return err
		}
		if byGenre[a.Genre] == nil {
			byGenre[a.Genre] = coref.Pronouns{}
		}
		for _, line := range byGenre[a.Genre].Add(a, d) {
			fmt.Fprintln(list, line)
		}
	}
	for _, genre := range spoken {
		all.Merge(byGenre[genre])
		fmt.Fprintf(w, "\nGUM, %s\n", genre)
		byGenre[genre].Write(w)
	}
	fmt.Fprintf(w, "\nGUM, all of these\n")
	all.Write(w)
	return nil
}
