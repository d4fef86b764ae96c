package main

import (
	"fmt"
	"os"
	"runtime"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"
)

// settings are the flags that every command knows.
type settings struct {
	workers int
	data    string
	quiet   bool
	color   string
	self    string // the file of this program, empty where it runs as a part of another one
}

func newRoot() *cobra.Command { return newRootOf("") }

// newRootOf is the program that stands in the file self.
func newRootOf(self string) *cobra.Command {
	s := &settings{self: self}
	root := &cobra.Command{
		Use:   "dateline",
		Short: "Timeline, map and knowledge graph from news articles, offline",
		Long: `dateline reads news articles and writes what happened when, and who did it with
whom. Nothing leaves this machine, and the same articles give the same bytes.

Exit status: 0 done, 1 could not do it, 2 wrong usage. An article that cannot be
read is reported and counted; it does not stop a run.`,
		Example: `  dateline build --samples --out out          try it on the built-in articles
  dateline build articles/ --out out          a folder of .txt, .html, .jsonl, .tml
  dateline show articles/summit.txt           how one article is read, step by step
  dateline explain event/2015-11-15 --in out/graph.yaml`,
		SilenceUsage:               true,
		SilenceErrors:              true,
		SuggestionsMinimumDistance: 2,
		Args:                       unknownCommand,
		RunE:                       func(c *cobra.Command, _ []string) error { return c.Help() },
		PersistentPreRunE:          func(*cobra.Command, []string) error { return s.check() },
	}
	f := root.PersistentFlags()
	f.IntVar(&s.workers, "workers", runtime.GOMAXPROCS(0), "`N` articles read at once; the result does not depend on it")
	f.StringVar(&s.data, "data", "", "`DIR` with rules, lexicons or models, laid over the built-in ones file by file")
	f.BoolVar(&s.quiet, "quiet", false, "print no timeline, no progress and no summary; only problems")
	f.StringVar(&s.color, "color", "auto", "colour on standard output: `WHEN` is auto, always or never; NO_COLOR is heeded")
	root.SetFlagErrorFunc(func(c *cobra.Command, err error) error {
		return misuse("try "+c.CommandPath()+" --help", "%w", err)
	})
	root.AddCommand(newBuild(s), newAnnotate(s), newShow(s), newExplain(s), newReview(s), newStats(s), newServe(s), newCheck(s), newVersion(s), newLayout())
	return root
}

// unknownCommand refuses words after "dateline" that are no command and names the nearest ones.
func unknownCommand(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	hint := "dateline --help lists the commands"
	if near := c.SuggestionsFor(args[0]); len(near) > 0 {
		hint = "did you mean " + strings.Join(near, " or ") + "?"
	}
	return misuse(hint, "no command %q", args[0])
}

// exactly wants n arguments, which is what the command's usage line says.
func exactly(n int) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if len(args) == n {
			return nil
		}
		return misuse("usage: "+c.UseLine(), "%s wants %d argument(s), not %d", c.Name(), n, len(args))
	}
}

func (s *settings) check() error {
	if s.workers < 1 {
		return misuse("leave it out to use all cores", "--workers %d: at least 1", s.workers)
	}
	switch s.color {
	case "auto", "always", "never":
		return nil
	}
	return misuse("auto, always or never", "--color %s: not known", s.color)
}

// colored tells whether to colour what goes to standard output (https://no-color.org).
func (s *settings) colored() bool {
	if s.color != "auto" {
		return s.color == "always"
	}
	return os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb" && term.IsTerminal(int(os.Stdout.Fd()))
}

// note prints one line for the person who waits, not with --quiet.
func (s *settings) note(c *cobra.Command, format string, args ...any) {
	if !s.quiet {
		fmt.Fprintf(visible{c.ErrOrStderr()}, "dateline: "+format+"\n", args...)
	}
}

// columns is the width of the terminal at standard output, 0 where there is none.
func (s *settings) columns() int {
	width, _, err := term.GetSize(int(os.Stdout.Fd()))
	if err != nil {
		return 0
	}
	return width
}
