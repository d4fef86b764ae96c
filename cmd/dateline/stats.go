package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"dateline/graph"
)

// counting is one run of stats.
type counting struct {
	in, format, order string
	between           []string
	top               int
}

func newStats(*settings) *cobra.Command {
	n := &counting{}
	c := &cobra.Command{
		Use:   "stats --in FILE",
		Short: "Show who stands where in the network, and when much happened",
		Long: `Counts over the network of a graph file: how many ties each entity has, how often
it lies between others, which belong together, who had to do with whom, since when
and until when, and in which weeks much more happened than usual. With --between it
tells of two entities: first and last contact, all that brings them together, and a
way from one to the other along events that follow each other in time.`,
		Example: `  dateline stats --in out/graph.yaml --order between
  dateline stats --in out/graph.yaml --between "Vladimir Putin" --between "Francois Hollande"
  dateline stats --in out/graph.yaml --format json > stats.json`,
		Args: exactly(0),
		RunE: func(c *cobra.Command, _ []string) error { return n.run(visible{c.OutOrStdout()}) },
	}
	f := c.Flags()
	f.StringVar(&n.in, "in", "", "the graph `FILE` to count in")
	f.StringVar(&n.format, "format", "text", "text or json: `NAME`")
	f.StringArrayVar(&n.between, "between", nil, "one of two `NAME`s to tell of")
	f.StringVar(&n.order, "order", "weight", "show names by weight, ties or between first: `NAME`")
	f.IntVar(&n.top, "top", 15, "show the first `N`")
	return c
}

func (n *counting) run(w io.Writer) error {
	switch {
	case n.in == "":
		return misuse("for example: dateline stats --in out/graph.yaml", "--in FILE is missing")
	case n.format != "text" && n.format != "json":
		return misuse("text or json", "--format %s: not known", n.format)
	case orders[n.order] == nil:
		return misuse(strings.Join(slices.Sorted(maps.Keys(orders)), ", "), "--order %s: not known", n.order)
	case n.top < 0:
		return misuse("a whole number", "--top %d: below 0", n.top)
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
	n.actors(t, s)
	n.communities(t, s)
	n.contacts(t, s)
	n.matrix(t, g, s)
	if len(s.Bursts) > 0 {
		fmt.Fprintf(t, "\nBURSTS\tEVENTS\tABOUT\n")
	}
	for _, b := range s.Bursts {
		about := strings.Join(b.Names, ", ")
		if about == "" {
			about = b.Event
		}
		fmt.Fprintf(t, "%s to %s\t%d\t%s\n", b.From, b.To, b.Events, about)
	}
	return t.Flush()
}

// orders are the columns by which names can be sorted.
var orders = map[string]func(a, b graph.Actor) int{
	"weight":  func(a, b graph.Actor) int { return cmp.Compare(b.Weight, a.Weight) },
	"ties":    func(a, b graph.Actor) int { return cmp.Compare(b.Degree, a.Degree) },
	"between": func(a, b graph.Actor) int { return cmp.Compare(b.Betweenness, a.Betweenness) },
}

func (n *counting) actors(w io.Writer, s *graph.Stats) {
	fmt.Fprintf(w, "NAME\tTIES\tWEIGHT\tBETWEEN\tBELONGS TO\n")
	names := map[string]string{}
	for _, a := range s.Actors {
		names[a.ID] = a.Name
	}
	actors := slices.Clone(s.Actors)
	slices.SortStableFunc(actors, orders[n.order])
	for _, a := range actors[:min(n.top, len(actors))] {
		fmt.Fprintf(w, "%s\t%d\t%d\t%.3f\t%s\n", a.Name, a.Degree, a.Weight, a.Betweenness, names[a.Community])
	}
}

func (n *counting) communities(w io.Writer, s *graph.Stats) {
	names := map[string]string{}
	for _, a := range s.Actors {
		names[a.ID] = a.Name
	}
	fmt.Fprintf(w, "\nCOMMUNITY\tMEMBERS\tWITH\t(modularity %.2f)\n", s.Modularity)
	for _, c := range s.Communities[:min(n.top, len(s.Communities))] {
		var with []string
		for _, id := range c.Members[1:min(4, len(c.Members))] {
			with = append(with, names[id])
		}
		fmt.Fprintf(w, "%s\t%d\t%s\n", c.Name, len(c.Members), strings.Join(with, ", "))
	}
}

// contacts prints who had most to do with whom.
func (n *counting) contacts(w io.Writer, s *graph.Stats) {
	fmt.Fprintf(w, "\nCONTACT\tEVENTS\tFIRST\tLAST\tCOOPERATION\tCONFLICT\n")
	for _, c := range s.Contacts[:min(n.top, len(s.Contacts))] {
		fmt.Fprintf(w, "%s and %s\t%d\t%s\t%s\t%d\t%d\n", c.Names[0], c.Names[1], c.Events, c.First, c.Last, c.Cooperation, c.Conflict)
	}
}

// shownMatrix is how many rows and columns the matrix has.
const shownMatrix = 10

// matrix prints in how many events the weightiest took part together.
func (n *counting) matrix(w io.Writer, g *graph.Graph, s *graph.Stats) {
	var ids []string
	for _, a := range s.Actors[:min(shownMatrix, n.top, len(s.Actors))] {
		ids = append(ids, a.ID)
	}
	fmt.Fprint(w, "\nTOGETHER IN EVENTS")
	for i := range ids {
		fmt.Fprintf(w, "\t%d", i+1)
	}
	fmt.Fprintln(w)
	for i, row := range graph.Matrix(g, ids) {
		fmt.Fprintf(w, "%2d %s", i+1, s.Actors[i].Name)
		for k, x := range row {
			if k == i || x == 0 {
				fmt.Fprint(w, "\t·")
			} else {
				fmt.Fprintf(w, "\t%d", x)
			}
		}
		fmt.Fprintln(w)
	}
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
	names := map[string]string{}
	for i := range g.Entities {
		names[g.Entities[i].ID] = g.Entities[i].Name
	}
	n.both(w, graph.Contacts(g, ids[0], ids[1]), names[ids[0]], names[ids[1]])
	for _, pair := range [][2]string{{ids[0], ids[1]}, {ids[1], ids[0]}} {
		way := graph.TimePath(g, pair[0], pair[1])
		if way == nil {
			fmt.Fprintf(w, "no way in time from %s to %s\n", names[pair[0]], names[pair[1]])
			continue
		}
		fmt.Fprintf(w, "from %s to %s in time\n", names[pair[0]], names[pair[1]])
		for _, s := range way {
			fmt.Fprintf(w, "  %s  %s → %s  %s\n", s.Event.When.Time.Words(), names[s.From], names[s.To], s.Event.Label)
		}
	}
	return nil
}

// both prints the events in which two take part: how many, the first and the last contact, and the list.
func (n *counting) both(w io.Writer, events []*graph.Event, a, b string) {
	fmt.Fprintf(w, "%d events with both %s and %s\n", len(events), a, b)
	first, last := graph.FirstLast(events)
	if first != nil {
		fmt.Fprintf(w, "  first  %s  %s\n", first.When.Words(), first.Label)
	}
	if last != nil && last != first {
		fmt.Fprintf(w, "  last   %s  %s\n", last.When.Words(), last.Label)
	}
	for i, e := range events {
		if i == n.top {
			fmt.Fprintf(w, "  and %d more\n", len(events)-i)
			break
		}
		status := ""
		if e.Status != graph.Happened {
			status = "[" + string(e.Status) + "] "
		}
		fmt.Fprintf(w, "  %s  %s%s\n", cmp.Or(e.When.Words(), "no date"), status, e.Label)
	}
}
