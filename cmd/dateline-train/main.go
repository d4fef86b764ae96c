// Dateline-train learns and scores the models that dateline ships. It is never linked into the program.
//
//	dateline-train fit syntax --corpora DIR --out data/models --date 2026-11-21
//	dateline-train fit neural --corpora DIR --vectors FILE --out data/models --date 2026-11-21
//	dateline-train score syntax --corpora DIR
package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"
)

func main() {
	root := &cobra.Command{
		Use: "dateline-train", Short: "Learn and score the models of dateline",
		SilenceUsage: true, SilenceErrors: true,
	}
	fit := &cobra.Command{Use: "fit", Short: "Learn models and write them with their cards"}
	score := &cobra.Command{Use: "score", Short: "Score the models on development data"}
	fit.AddCommand(fitSyntax(), fitNames(), fitNeural(), fitFactuality(), fitCoref())
	score.AddCommand(scoreSyntax(), scoreNames(), scoreTimex(), scoreDates(), scoreClaims(), scoreCrossdoc(), scoreCopies(), scoreCoref(), scoreEvents())
	root.AddCommand(fit, score, sample())
	if err := root.Execute(); err != nil {
		fmt.Fprintln(os.Stderr, "dateline-train:", err)
		os.Exit(1)
	}
}
