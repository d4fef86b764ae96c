package main

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"strings"

	"github.com/spf13/cobra"

	"dateline/extract/train/crossdoc"
)

// scoreCopies is "score copies".
func scoreCopies() *cobra.Command {
	var n int
	var seed uint64
	var faults bool
	c := &cobra.Command{
		Use: "copies DIR", Short: "Score near copies, made of a folder of plain articles by seeded edits",
		Long: "Makes near copies of articles (cut, reordered, with boilerplate, with other words, all of these), and articles that\n" +
			"only quote another, hides them among the articles of the folder and counts which are found.",
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			var texts []string
			files := os.DirFS(args[0])
			err := fs.WalkDir(files, ".", func(name string, e fs.DirEntry, err error) error {
				if err != nil || e.IsDir() || path.Ext(name) != ".txt" {
					return err
				}
				b, err := fs.ReadFile(files, name)
				texts = append(texts, strings.ToValidUTF8(string(b), "?"))
				return err
			})
			if err != nil {
				return err
			}
			r := crossdoc.ScoreCopies(texts, n, seed)
			if faults {
				fmt.Fprintln(c.OutOrStdout(), strings.Join(append(r.Wrong, r.Lost...), "\n"))
			}
			fmt.Fprintln(c.OutOrStdout(), r)
			return nil
		},
	}
	c.Flags().IntVar(&n, "copies", 1000, "make `N` copies")
	c.Flags().Uint64Var(&seed, "seed", 1, "`NUMBER` that draws them")
	c.Flags().BoolVar(&faults, "faults", false, "list what is marked wrongly and what is not found")
	return c
}
