package main

import (
	"fmt"
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
		Use: "dates", Short: "Score the dates of events on the timelines of SemEval-2015 task 4 (trial data)",
		Long: "Of the dated events of the six timelines that the program finds, how many have the right date, how many only bounds\n" +
			"that hold it, how many a wrong one; by how sure the program is. With --faults each that is not right is listed.",
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			files := os.DirFS(corpora)
			const folder = "timelines/semeval2015-task4-trial/"
			articles, err := dates.ReadArticles(files, folder+"Corpus-trial-data_task4_TimeML")
			if err != nil {
				return err
			}
			gold, err := dates.ReadTimelines(files, folder+"TimeLines_trial_data_task4_v1.2")
			if err != nil {
				return err
			}
			p, err := english.New(data.Files)
			if err != nil {
				return err
			}
			read := make([]*extract.Document, len(articles))
			for i := range articles {
				read[i] = articles[i].Document()
				if err := p.Run(read[i]); err != nil {
					return err
				}
			}
			score, list := dates.Compare(gold, articles, read)
			if faults {
				for _, f := range list {
					fmt.Fprintln(c.OutOrStdout(), f)
				}
			}
			fmt.Fprintln(c.OutOrStdout(), &score)
			return nil
		},
	}
	c.Flags().StringVar(&corpora, "corpora", "", "`DIR` of the corpora")
	c.Flags().BoolVar(&faults, "faults", false, "list each date that is not right")
	_ = c.MarkFlagRequired("corpora")
	return c
}
