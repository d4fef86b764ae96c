package output

import (
	"bufio"
	"cmp"
	"fmt"
	"io"

	"dateline/graph"
)

// DOT writes the network in the language of Graphviz: nodes are entities and events, with a shape and a colour for each
// kind. It asks for sfdp and straight lines: the program dot, or curves, would take minutes for some hundred nodes.
func DOT(w io.Writer, g *graph.Graph, o Options) error {
	b := bufio.NewWriterSize(w, 1<<16)
	x := newIndex(g)
	b.WriteString("digraph dateline {\n\tgraph [layout=sfdp, overlap=prism, splines=line, label=" + quoteDOT(cmp.Or(clean(o.Title), summary(g, o))) + "]\n" +
		"\tnode [style=filled, fontname=Helvetica]\n\tedge [fontname=Helvetica, fontsize=9, color=\"#777777\"]\n")
	for n := range x.nodes() {
		fmt.Fprintf(b, "\t%s [label=%s, shape=%s, fillcolor=%q, color=%q", quoteDOT(key(n.ID)), quoteDOT(shorten(n.Label, maxNodeLabel)), n.Look.Shape, n.Look.Fill, n.Look.Line)
		if n.Quote != "" {
			fmt.Fprintf(b, ", tooltip=%s, comment=%s", quoteDOT(n.Quote), quoteDOT(n.When.EDTF()))
		}
		b.WriteString("]\n")
	}
	for l := range x.edges() {
		fmt.Fprintf(b, "\t%s -> %s [label=%s, weight=%d]\n", quoteDOT(key(l.From)), quoteDOT(key(l.To)), quoteDOT(clean(l.Kind)), max(l.Weight, 1))
	}
	b.WriteString("}\n")
	return b.Flush()
}

// maxNodeLabel bounds a label in characters; longer ones are cut.
const maxNodeLabel = 200
