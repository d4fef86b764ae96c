package output

import (
	"io"

	"dateline/graph"
)

// YAML writes the graph as YAML in the order and wording of dateline/v1.
func YAML(w io.Writer, g *graph.Graph, o Options) error {
	return nil
}

// JSON writes the same tree as JSON, with the texts of the articles.
func JSON(w io.Writer, g *graph.Graph, o Options) error {
	return nil
}
