package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"dateline/data"
	"dateline/extract"
	"dateline/extract/english"
	"dateline/extract/train/crossdoc"
	"dateline/graph"
)

// scoreCrossdoc is "score crossdoc".
func scoreCrossdoc() *cobra.Command {
	var pairs int
	var seed uint64
	var meantime bool
	c := &cobra.Command{
		Use: "crossdoc DIR", Short: "Score events told by several articles on the topics of ECB+, or on MEANTIME",
		Long: "Reads the articles of each topic of ECB+, or those of MEANTIME as one topic, merges and unifies them, and compares which mentions of events became\n" +
			"one with the chains of the corpus, on the mentions found. With --pairs N it lists N of the pairs of mentions in\n" +
			"different articles that became one, drawn with --seed.",
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			read := crossdoc.ReadECB
			if meantime {
				read = crossdoc.ReadMeantime
			}
			articles, err := read(os.DirFS(args[0]))
			if err != nil {
				return err
			}
			p, err := english.New(data.Files)
			if err != nil {
				return err
			}
			f, err := data.Files.Open("lexicon/senses.txt")
			if err != nil {
				return err
			}
			defer f.Close()
			var by graph.Judgement
			if by.Senses, err = graph.ReadSenses(f); err != nil {
				return err
			}
			var r crossdoc.Result
			for len(articles) > 0 {
				n := 1
				for n < len(articles) && articles[n].Topic == articles[0].Topic {
					n++
				}
				g, err := together(p, by, articles[:n])
				if err != nil {
					return err
				}
				r.Add(articles[:n], g)
				articles = articles[n:]
			}
			for _, x := range r.Sample(pairs, seed) {
				fmt.Fprintln(c.OutOrStdout(), x)
			}
			fmt.Fprintln(c.OutOrStdout(), &r)
			return nil
		},
	}
	c.Flags().BoolVar(&meantime, "meantime", false, "DIR holds articles of MEANTIME with cross-document annotation")
	c.Flags().IntVar(&pairs, "pairs", 0, "list `N` pairs that became one")
	c.Flags().Uint64Var(&seed, "seed", 1, "`NUMBER` that draws the pairs")
	return c
}

// together reads articles and makes one graph of them.
func together(p extract.Pipeline, by graph.Judgement, articles []crossdoc.Article) (*graph.Graph, error) {
	var parts []*graph.Graph
	for i := range articles {
		d := articles[i].Document()
		if err := p.Run(d); err != nil {
			return nil, fmt.Errorf("%s: %w", d.ID, err)
		}
		parts = append(parts, extract.Assemble(d))
	}
	return graph.UnifyBy(graph.Merge(parts...), by), nil
}
