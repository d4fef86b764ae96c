package main

import (
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"dateline/data"
	"dateline/extract"
	"dateline/extract/english"
	train "dateline/extract/train/events"
)

// scoreEvents is "score events".
func scoreEvents() *cobra.Command {
	var corpora string
	var faults bool
	c := &cobra.Command{
		Use: "events", Short: "Score events: who did what to whom, event mentions, participants", Args: cobra.NoArgs,
		Long: "Score events on the coded sentences of PETRARCH (category after PLOVER and both actors) and on MEANTIME\n" +
			"(event mentions, roles of their participants). With --faults every difference is listed, a line each.",
		RunE: func(c *cobra.Command, _ []string) error {
			p, err := english.New(data.Files)
			if err != nil {
				return err
			}
			log := listing(c, faults)
			if err := scoreCoded(c.OutOrStdout(), log, p, corpora); err != nil {
				return err
			}
			return scoreMeantime(c.OutOrStdout(), log, p, corpora)
		},
	}
	needCorpora(c, &corpora, "folder that holds events/, crossdoc/ and gazetteers/")
	c.Flags().BoolVar(&faults, "faults", false, "list every difference")
	return c
}

// scoreCoded scores both files of coded sentences. The unit tests are older than CAMEO in part.
func scoreCoded(w, log io.Writer, p extract.Pipeline, corpora string) error {
	files := os.DirFS(corpora)
	cameo, err := train.ReadTable(files, "events/plover/CAMEO2PLOVER-2021.txt")
	if err != nil {
		return err
	}
	const phoenix = "gazetteers/phoenix/Phoenix."
	actors, err := train.ReadActors(files, phoenix+"Countries.actors.txt", phoenix+"International.actors.txt", phoenix+"MilNonState.actors.txt")
	if err != nil {
		return err
	}
	for _, f := range []struct {
		name  string
		table *train.Table
	}{{"PETR.UnitTest.records.xml", cameo.Older()}, {"PETR2_GSR_validation.xml", cameo}} {
		units, err := train.ReadUnits(files, "events/petrarch/"+f.name)
		if err != nil {
			return err
		}
		var total train.Dyads
		for i := range units {
			d := units[i].Document()
			if err := p.Run(d); err != nil {
				return err
			}
			s, lines, _ := train.Compare(&units[i], train.Records(d), f.table, actors)
			total.Add(s)
			for _, l := range lines {
				fmt.Fprintln(log, l)
			}
		}
		fmt.Fprintf(w, "%s: %s\n", f.name, total)
	}
	return nil
}

// scoreMeantime scores the articles of MEANTIME.
func scoreMeantime(w, log io.Writer, p extract.Pipeline, corpora string) error {
	articles, err := train.ReadArticles(os.DirFS(corpora), "crossdoc/meantime-apple/intra")
	if err != nil {
		return err
	}
	var total train.Mentions
	for i := range articles {
		d := articles[i].Document()
		if err := p.Run(d); err != nil {
			return err
		}
		s, lines := articles[i].Match(d)
		total.Add(s)
		for _, l := range lines {
			fmt.Fprintln(log, l)
		}
	}
	fmt.Fprintf(w, "MEANTIME: %s\n", total)
	return nil
}
