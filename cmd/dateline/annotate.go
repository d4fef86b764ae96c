package main

import (
	"bytes"
	"strings"

	"github.com/spf13/cobra"

	"dateline/extract"
	"dateline/extract/annotate"
)

func newAnnotate(s *settings) *cobra.Command {
	var format string
	r := &reading{settings: s}
	c := &cobra.Command{
		Use:   "annotate --format FORMAT INPUT...",
		Short: "Print what was read in each article, for other programs",
		Long:  "Reads one article at a time, merges nothing, and prints in the order of the input.\n\nFormats:\n" + annotateFormats(),
		Example: `  dateline annotate --format json articles/summit.txt
  dateline annotate --format conllu articles/ > articles.conllu
  dateline annotate --format timeml --published 2015-11-16 summit.txt
  cat news.jsonl | dateline annotate --format openie -`,
		Args: someInput,
		RunE: func(_ *cobra.Command, inputs []string) error { return runAnnotate(r, format, inputs) },
	}
	r.addFlags(c)
	c.Flags().StringVar(&format, "format", "json", "`FORMAT` to print: "+strings.Join(annotateNames(), ", "))
	return c
}

// someInput wants at least one file, folder or "-".
func someInput(c *cobra.Command, args []string) error {
	if len(args) > 0 {
		return nil
	}
	return misuse("usage: "+c.UseLine()+"; - is standard input", "%s wants articles: files, folders or -", c.Name())
}

func runAnnotate(r *reading, format string, inputs []string) error {
	f, ok := annotate.Find(format)
	if !ok {
		return misuse("known: "+strings.Join(annotateNames(), ", "), "--format %s: not known", format)
	}
	if err := r.open(); err != nil {
		return err
	}
	var stages extract.Pipeline
	if f.Needs != 0 {
		all, err := r.stages()
		if err != nil {
			return err
		}
		stages = upTo(all, f.Needs)
	}
	type printed struct {
		bytes.Buffer
		problem error
	}
	work := func(p piece) *printed {
		out := &printed{problem: p.problem}
		if p.Document != nil {
			out.problem = p.read(func(d *extract.Document) error {
				if err := stages.Run(d); err != nil {
					return err
				}
				return f.Write(out, d)
			})
		} else if p.problem == nil {
			out.problem = errGraph
		}
		return out
	}
	ctx := r.cmd.Context()
	err := inOrder(ctx, r.workers, r.walk(ctx, inputs), work, func(p *printed) error {
		if p.problem != nil {
			r.report(p.problem)
			return nil
		}
		r.inputs++
		_, err := p.WriteTo(r.cmd.OutOrStdout())
		return err
	})
	return r.end(err)
}

func annotateNames() []string {
	var names []string
	for _, f := range annotate.Formats {
		names = append(names, f.Name)
	}
	return names
}

func annotateFormats() string {
	text := ""
	for _, f := range annotate.Formats {
		text += "  " + f.Name + strings.Repeat(" ", 10-len(f.Name)) + f.Doc + "\n"
	}
	return strings.TrimSuffix(text, "\n")
}
