package output
import ("io";"dateline/graph")
func Page(w io.Writer, g *graph.Graph, o Options) error { return nil }
func Map(w io.Writer, g *graph.Graph, o Options) error { return nil }
