package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"dateline/data"
	"dateline/extract"
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
			list := io.Discard
			if faults {
				list = c.OutOrStdout()
			}
			if err := scoreAcross(c.OutOrStdout(), list, corpora, p); err != nil {
				return err
			}
			return scorePronouns(c.OutOrStdout(), list, filepath.Join(corpora, "treebanks", "gum", part), p)
		},
	}
	c.Flags().StringVar(&corpora, "corpora", "", "folder that holds crossdoc/ and treebanks/")
	c.Flags().StringVar(&part, "part", "dev", "part of GUM: dev, or train, on which the parser has learned")
	c.Flags().BoolVar(&faults, "faults", false, "list entities split or joined, and pronouns wrong or missed")
	c.MarkFlagRequired("corpora")
	return c
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
	treebank, err := train.ReadTreebank(dir)
	if err != nil {
		return err
	}
	articles, err := coref.Gum(treebank)
	if err != nil {
		return err
	}
	p = p[:1+slices.IndexFunc(p, func(s extract.Stage) bool { return s.Fills&extract.Chains != 0 })]
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
