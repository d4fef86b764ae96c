package output

import (
	"io"

	"dateline/graph"
)

// YAML writes the graph as YAML in the order and wording of dateline/v1, without the texts of the articles unless they
// are asked for.
func YAML(w io.Writer, g *graph.Graph, o Options) error {
	return g.EncodeYAML(w, graph.EncodeOptions{WithText: o.WithText})
}

// JSON writes the same tree as JSON, with the texts of the articles, so that the offsets of the evidence can be checked.
func JSON(w io.Writer, g *graph.Graph, _ Options) error {
	return g.EncodeJSON(w, graph.EncodeOptions{WithText: true})
}
