package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"dateline/data"
	"dateline/extract"
	"dateline/extract/english"
	train "dateline/extract/train/timex"
)

// scoreTimex is "score timex".
func scoreTimex() *cobra.Command {
	var faults bool
	c := &cobra.Command{
		Use: "timex DIR...", Short: "Score time expressions on folders of TimeML files",
		Long: "Score time expressions on folders of TimeML files after TempEval-3: strict and relaxed F1 of the spans,\n" +
			"F1 of values and types. With --faults every difference is listed, a line each.",
		Args: cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, dirs []string) error {
			p, err := english.New(data.Files)
			if err != nil {
				return err
			}
			p, log := through(p, extract.Times), listing(c, faults)
			var total train.Score
			for _, dir := range dirs {
				articles, err := train.ReadFolder(os.DirFS(dir))
				if err != nil {
					return err
				}
				for i := range articles {
					d := articles[i].Document()
					if err := p.Run(d); err != nil {
						return err
					}
					s, list := train.Compare(&articles[i], train.Found(d))
					total.Add(s)
					for _, f := range list {
						f.Print(log, &articles[i])
					}
				}
			}
			fmt.Fprintln(c.OutOrStdout(), total)
			return nil
		},
	}
	c.Flags().BoolVar(&faults, "faults", false, "list every difference")
	return c
}
