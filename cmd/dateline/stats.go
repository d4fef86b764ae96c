package main

import (
	"encoding/json"
	"fmt"
	"io"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"dateline/graph"
)

// counting is one run of stats.
type counting struct {
	in, format string
	between    []string
	top        int
}

func newStats(*settings) *cobra.Command {
	n := &counting{}
	c := &cobra.Command{
		Use:   "stats --in FILE",
		Short: "Show who stands where in the network, and when much happened",
		Long: `Counts over the network of a graph file: how many ties each entity has, how often
it lies between others, which belong together, who took part in events with whom,
and in which weeks much more happened than usual. With --between it tells of two
entities: first and last contact, and a way from one to the other along events
that follow each other in time.`,
		Example: `  dateline stats --in out/graph.yaml
  dateline stats --in out/graph.yaml --between "Vladimir Putin" --between "Francois Hollande"
  dateline stats --in out/graph.yaml --format json > stats.json`,
		Args: exactly(0),
		RunE: func(c *cobra.Command, _ []string) error { return n.run(visible{c.OutOrStdout()}) },
	}
	f := c.Flags()
	f.StringVar(&n.in, "in", "", "the graph `FILE` to count in")
	f.StringVar(&n.format, "format", "text", "text or json: `NAME`")
	f.StringArrayVar(&n.between, "between", nil, "one of two `NAME`s to tell of")
	f.IntVar(&n.top, "top", 15, "show the first `N`")
	return c
}

func (n *counting) run(w io.Writer) error {
	switch {
	case n.in == "":
		return misuse("for example: dateline stats --in out/graph.yaml", "--in FILE is missing")
	case n.format != "text" && n.format != "json":
		return misuse("text or json", "--format %s: not known", n.format)
	case len(n.between) != 0 && len(n.between) != 2:
		return misuse("--between NAME --between NAME", "--between is about two")
	}
	g, err := readGraph(n.in)
	if err != nil {
		return err
	}
	if len(n.between) == 2 {
		return n.two(w, g)
	}
	s := graph.NewStats(g)
	if n.format == "json" {
		enc := json.NewEncoder(w)
		enc.SetIndent("", " ")
		enc.SetEscapeHTML(false)
		return enc.Encode(s)
	}
	return n.tables(w, g, s)
}

// tables prints the heads of all lists.
func (n *counting) tables(w io.Writer, g *graph.Graph, s *graph.Stats) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintf(t, "NAME\tTIES\tWEIGHT\tBETWEEN\tBELONGS TO\n")
	names := map[string]string{}
	for _, a := range s.Actors {
		names[a.ID] = a.Name
	}
	for _, a := range s.Actors[:min(n.top, len(s.Actors))] {
		fmt.Fprintf(t, "%s\t%d\t%d\t%.3f\t%s\n", a.Name, a.Degree, a.Weight, a.Betweenness, names[a.Community])
	}
	fmt.Fprintf(t, "\nCOMMUNITY\tMEMBERS\tWITH\n")
	for _, c := range s.Communities[:min(n.top, len(s.Communities))] {
		with := ""
		for _, id := range c.Members[1:min(4, len(c.Members))] {
			with += ", " + names[id]
		}
		fmt.Fprintf(t, "%s\t%d\t%s\n", c.Name, len(c.Members), trimmed(with))
	}
	if err := t.Flush(); err != nil {
		return err
	}
	n.matrix(w, g, s)
	for _, b := range s.Bursts {
		fmt.Fprintf(w, "%d events from %s to %s\n", b.Events, b.From, b.To)
	}
	return nil
}

func trimmed(list string) string {
	if list == "" {
		return ""
	}
	return list[len(", "):]
}

// shownMatrix is how many rows and columns the matrix has.
const shownMatrix = 10

// matrix prints in how many events the weightiest took part together.
func (n *counting) matrix(w io.Writer, g *graph.Graph, s *graph.Stats) {
	var ids []string
	for _, a := range s.Actors[:min(shownMatrix, n.top, len(s.Actors))] {
		ids = append(ids, a.ID)
	}
	fmt.Fprintln(w, "\nTOGETHER IN EVENTS")
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for i, row := range graph.Matrix(g, ids) {
		fmt.Fprintf(t, "%2d %s", i+1, s.Actors[i].Name)
		for k, x := range row[:i] {
			fmt.Fprintf(t, "\t%d:%d", k+1, x)
		}
		fmt.Fprintln(t)
	}
	_ = t.Flush() // the Writer below has told of an error already
	fmt.Fprintln(w)
}

// two prints the contacts of two entities, and a way between them.
func (n *counting) two(w io.Writer, g *graph.Graph) error {
	var ids [2]string
	for i, name := range n.between {
		found, err := graph.Find(g, name)
		if err != nil {
			return err
		}
		if len(found) > 1 {
			return fmt.Errorf("%q means several:%s", name, someOf(found))
		}
		ids[i] = found[0]
	}
	events := graph.Contacts(g, ids[0], ids[1])
	fmt.Fprintf(w, "%d events with both\n", len(events))
	for i, e := range events {
		switch {
		case i == 0:
			fmt.Fprintf(w, "  first  %s  %s\n", e.When.Words(), e.Label)
		case i == len(events)-1:
			fmt.Fprintf(w, "  last   %s  %s\n", e.When.Words(), e.Label)
		}
	}
	for _, pair := range [][2]string{{ids[0], ids[1]}, {ids[1], ids[0]}} {
		way := graph.TimePath(g, pair[0], pair[1])
		if way == nil {
			fmt.Fprintf(w, "no way in time from %s to %s\n", pair[0], pair[1])
			continue
		}
		fmt.Fprintf(w, "from %s to %s in time\n", pair[0], pair[1])
		for _, s := range way {
			fmt.Fprintf(w, "  %s  %s → %s  %s\n", s.Event.When.Time.Words(), s.From, s.To, s.Event.Label)
		}
	}
	return nil
}
