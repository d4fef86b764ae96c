package output

import (
	"io"
	"strings"

	"dateline/graph"
	"dateline/output/paint"
)

// MapPNG writes the map as pixels, for slides and messages.
func MapPNG(w io.Writer, g *graph.Graph, o Options) error { return painted(w, g, o, paint.PNG) }

// MapPDF writes the map as a page, for printers and reports.
func MapPDF(w io.Writer, g *graph.Graph, o Options) error { return painted(w, g, o, paint.PDF) }

func painted(w io.Writer, g *graph.Graph, o Options, as func(io.Writer, string) error) error {
	var svg strings.Builder
	if err := Map(&svg, g, o); err != nil {
		return err
	}
	return as(w, svg.String())
}
