package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"dateline/graph"
)

// asked is the part of a graph that the flags ask for.
type asked struct {
	who, where, around, types, statuses []string
	from, to                            string
	minSources, top, steps              int
	query                               graph.Query
}

func (a *asked) addFlags(c *cobra.Command) {
	f := c.Flags()
	f.StringSliceVar(&a.who, "who", nil, "only events in which `NAME` takes part, by any of its names")
	f.StringSliceVar(&a.where, "where", nil, "only events at `NAME`")
	f.StringSliceVar(&a.types, "type", nil, "only events of `TYPE`, such as CONSULT, or told by this verb")
	f.StringSliceVar(&a.statuses, "status", nil, "only events with `STATUS`: "+strings.Join(statusNames(), ", "))
	f.StringVar(&a.from, "from", "", "only events on `DATE` or later, such as 2015-09-28, 2015-09 or 2015")
	f.StringVar(&a.to, "to", "", "only events on `DATE` or earlier")
	f.IntVar(&a.minSources, "min-sources", 0, "only events that `N` independent articles tell")
	f.StringSliceVar(&a.around, "around", nil, "only what happened between `NAME` and those near it; see --steps")
	f.IntVar(&a.steps, "steps", 1, "how many ties away from --around is near: `N`")
	f.IntVar(&a.top, "top", 0, "only the `N` events that matter most")
}

func statusNames() (names []string) {
	for _, s := range graph.Statuses() {
		names = append(names, string(s))
	}
	return names
}

// check reads the flags that can be read without the graph.
func (a *asked) check() error {
	a.query = graph.Query{Types: a.types, MinSources: a.minSources, Steps: a.steps, Top: a.top}
	for _, n := range []struct {
		flag  string
		value int
	}{{"min-sources", a.minSources}, {"steps", a.steps}, {"top", a.top}} {
		if n.value < 0 {
			return misuse("a whole number", "--%s %d: below 0", n.flag, n.value)
		}
	}
	for _, s := range a.statuses {
		if !slices.Contains(statusNames(), s) {
			return misuse("known: "+strings.Join(statusNames(), ", "), "--status %s: not known", s)
		}
		a.query.Statuses = append(a.query.Statuses, graph.Status(s))
	}
	from, err := day("from", a.from)
	if err != nil {
		return err
	}
	to, err := day("to", a.to)
	if err != nil {
		return err
	}
	if from.Precedes(to) || !from.Known() || !to.Known() || from.Overlaps(to) {
		a.query.From, a.query.To = from.First, to.Last
		return nil
	}
	return misuse("", "--to %s is before --from %s", a.to, a.from)
}

func day(flag, text string) (graph.Time, error) {
	if text == "" {
		return graph.Time{}, nil
	}
	t, err := graph.ParseTime(text)
	if err == nil && (!t.First.Known() || !t.Last.Known()) {
		err = fmt.Errorf("%q has no day", text)
	}
	if err != nil {
		return t, misuse("such as 2015-09-28, 2015-09 or 2015", "--%s: %w", flag, err)
	}
	return t, nil
}

// of is the part of g that is asked for.
func (a *asked) of(g *graph.Graph) (*graph.Graph, error) {
	q := a.query
	for _, n := range []struct {
		names []string
		ids   *[]string
	}{{a.who, &q.Names}, {a.where, &q.Places}, {a.around, &q.Around}} {
		for _, name := range n.names {
			ids, err := graph.Find(g, name)
			if err != nil {
				return nil, err
			}
			*n.ids = append(*n.ids, ids...)
		}
	}
	return graph.Select(g, q), nil
}

// words say what is asked for, as a picture can have it under its title; empty where all is.
func (a *asked) words() string {
	var list []string
	add := func(before string, what ...string) {
		if words := strings.Join(what, " or "); words != "" {
			list = append(list, before+words)
		}
	}
	add("with ", a.who...)
	add("at ", a.where...)
	add("of type ", a.types...)
	add("", a.statuses...)
	add("from ", a.from)
	add("to ", a.to)
	add("around ", a.around...)
	if len(a.around) > 0 && a.steps != 1 {
		add("", fmt.Sprintf("%d steps", a.steps))
	}
	if a.minSources > 1 {
		add("", fmt.Sprintf("told by %d articles or more", a.minSources))
	}
	if a.top > 0 {
		add("", fmt.Sprintf("the %d that matter most", a.top))
	}
	return strings.Join(list, ", ")
}
