package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"dateline/extract"
	"dateline/extract/annotate"
)

func newShow(s *settings) *cobra.Command {
	r := &reading{settings: s}
	c := &cobra.Command{
		Use:   "show FILE",
		Short: "Show how one article is read, layer by layer, after every stage",
		Long: `Prints what each stage of reading makes of the articles in FILE: sentences, words
with tags and tree, mentions and their chains, times with their reasons, clauses,
events with roles, status and the rule that made them. The lens for people who
write rules: find the first stage that went wrong.

Numbers: s is a sentence, m a mention, t a time, c a clause, v an event; bare
numbers are words, [12:20] are bytes of the text.`,
		Example: `  dateline show articles/summit.txt
  dateline show --published 2015-11-16 articles/summit.txt | less
  dateline show --data my-rules articles/summit.txt`,
		Args: exactly(1),
		RunE: func(_ *cobra.Command, inputs []string) error { return runShow(r, inputs) },
	}
	r.addFlags(c)
	return c
}

func runShow(r *reading, inputs []string) error {
	stages, err := r.stages()
	if err != nil {
		return err
	}
	if err := r.open(); err != nil {
		return err
	}
	out := visible{r.cmd.OutOrStdout()}
	for p := range r.walk(r.cmd.Context(), inputs) {
		problem := p.problem
		if p.Document != nil {
			r.inputs++
			problem = p.read(func(d *extract.Document) error { return showArticle(out, d, stages) })
		} else if problem == nil {
			problem = errGraph
		}
		if problem != nil {
			r.report(problem)
		}
	}
	return r.end(r.cmd.Context().Err())
}

// showArticle runs the stages one by one and prints what each has filled.
func showArticle(w io.Writer, d *extract.Document, stages extract.Pipeline) error {
	if err := annotate.Layers(w, d, extract.Paragraphs); err != nil {
		return err
	}
	for _, s := range stages {
		fmt.Fprintf(w, "\n== %s: %s\n", s.Name, s.Doc)
		if err := s.Run(d); err != nil {
			return fmt.Errorf("%s: %w", s.Name, err)
		}
		if err := annotate.Layers(w, d, s.Fills); err != nil {
			return err
		}
	}
	return nil
}
