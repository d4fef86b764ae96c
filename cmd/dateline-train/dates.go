package main

import (
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"dateline/data"
	"dateline/extract"
	"dateline/extract/english"
	"dateline/extract/train/dates"
)

// scoreDates is "score dates".
func scoreDates() *cobra.Command {
	var corpora string
	var faults bool
	c := &cobra.Command{
		Use: "dates", Short: "Score the dates of events, on SemEval-2015 task 4 (trial data) and MEANTIME",
		Long: "Of the dated events of the six timelines of SemEval-2015 task 4, and of those of MEANTIME, that the program finds: how\n" +
			"many have the right date, how many only bounds that hold it, how many a wrong one; by how sure the program is. With\n" +
			"--faults each that is not right is listed.",
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			p, err := english.New(data.Files)
			if err != nil {
				return err
			}
			files, log := os.DirFS(corpora), listing(c, faults)
			const folder = "timelines/semeval2015-task4-trial/"
			articles, err := dates.ReadArticles(files, folder+"Corpus-trial-data_task4_TimeML")
			if err != nil {
				return err
			}
			gold, err := dates.ReadTimelines(files, folder+"TimeLines_trial_data_task4_v1.2")
			if err != nil {
				return err
			}
			if err := printDates(c.OutOrStdout(), log, "SemEval-2015 task 4, trial", p, articles, gold); err != nil {
				return err
			}
			if articles, gold, err = dates.ReadMeantime(files, "crossdoc/meantime-apple/intra"); err != nil {
				return err
			}
			return printDates(c.OutOrStdout(), log, "MEANTIME, Apple", p, articles, gold)
		},
	}
	needCorpora(c, &corpora, "`DIR` of the corpora")
	c.Flags().BoolVar(&faults, "faults", false, "list each date that is not right")
	return c
}

// printDates reads articles and prints how the dates of their events compare with the gold; log gets each that is not right.
func printDates(w, log io.Writer, name string, p extract.Pipeline, articles []dates.Article, gold []dates.Gold) error {
	read := make([]*extract.Document, len(articles))
	for i := range articles {
		read[i] = articles[i].Document()
		if err := p.Run(read[i]); err != nil {
			return err
		}
	}
	score, list := dates.Compare(gold, articles, read)
	for _, f := range list {
		fmt.Fprintln(log, f)
	}
	_, err := fmt.Fprintf(w, "%s: %v\n", name, &score)
	return err
}
