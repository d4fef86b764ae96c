package main

import (
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"dateline/extract/train/coref"
	"dateline/extract/train/crossdoc"
	"dateline/graph"
)

// samples are what "sample" can draw from a graph, for a person to read and judge.
var samples = []struct {
	name, doc string
	draw      func(w io.Writer, g *graph.Graph, n int, seed uint64)
}{
	{"merges", "pairs of mentions that became one entity", sampleMerges},
	{"persons", "persons, each with those who are named alike", samplePersons},
	{"relations", "relations between entities, with their words", sampleRelations},
	{"joins", "pairs of sentences that were made one event", sampleJoins},
	{"apart", "pairs of events that are alike and were not made one", sampleApart},
}

// sample draws from the graph that build wrote with the texts of the articles.
func sample() *cobra.Command {
	c := &cobra.Command{Use: "sample", Short: "Draw from a graph what a person is to judge",
		Long: "Draws from a graph with texts, as `dateline build --format json --out DIR` writes it (DIR/graph.json), what a person is to read and judge."}
	for _, s := range samples {
		var n int
		var seed uint64
		sub := &cobra.Command{
			Use: s.name + " GRAPH", Short: "Draw " + s.doc, Args: cobra.ExactArgs(1),
			RunE: func(c *cobra.Command, args []string) error {
				f, err := os.Open(args[0])
				if err != nil {
					return err
				}
				defer f.Close()
				g, err := graph.Read(f)
				if err != nil {
					return fmt.Errorf("%s: %w", args[0], err)
				}
				s.draw(c.OutOrStdout(), g, n, seed)
				return nil
			},
		}
		sub.Flags().IntVar(&n, "n", 100, "how many")
		sub.Flags().Uint64Var(&seed, "seed", 1, "`NUMBER` that the draw follows from")
		c.AddCommand(sub)
	}
	return c
}

func sampleMerges(w io.Writer, g *graph.Graph, n int, seed uint64) {
	for i, p := range coref.Pairs(g, n, seed) {
		fmt.Fprintf(w, "%d %s\n  %s (%s)\n  %s (%s)\n", i+1, p.Entity.ID, coref.Shown(g, p.A), p.A.By, coref.Shown(g, p.B), p.B.By)
	}
}

func samplePersons(w io.Writer, g *graph.Graph, n int, seed uint64) {
	for i, p := range coref.Persons(g, n, seed) {
		fmt.Fprintf(w, "%d %s %q %d mentions\n  %s\n", i+1, p.Entity.ID, p.Entity.Aliases, p.Entity.Mentions, coref.Shown(g, p.Entity.Seen[0]))
		for _, o := range p.Others {
			fmt.Fprintf(w, "    or? %s %d mentions: %s\n", o.ID, o.Mentions, coref.Shown(g, o.Seen[0]))
		}
	}
}

func sampleRelations(w io.Writer, g *graph.Graph, n int, seed uint64) {
	var states []*graph.Relation
	for i := range g.Relations {
		if r := &g.Relations[i]; !strings.HasPrefix(r.From, "event/") {
			states = append(states, r)
		}
	}
	rnd := rand.New(rand.NewPCG(seed, 2))
	for i, k := range rnd.Perm(len(states))[:min(n, len(states))] {
		r := states[k]
		fmt.Fprintf(w, "%d %s %s → %s %s\n  %s (%s)\n", i+1, r.Type, r.From, r.To, r.When.Time, coref.Shown(g, r.Seen[0]), r.Seen[0].By)
	}
}

func sampleJoins(w io.Writer, g *graph.Graph, n int, seed uint64) {
	printJoins(w, crossdoc.Joins(g, n, seed))
}

func sampleApart(w io.Writer, g *graph.Graph, n int, seed uint64) {
	printJoins(w, crossdoc.Apart(g, n, seed))
}

func printJoins(w io.Writer, all []crossdoc.Join) {
	for i := range all {
		fmt.Fprintf(w, "%d %s", i+1, all[i].Text)
	}
}
