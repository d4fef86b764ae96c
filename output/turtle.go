package output

import (
	"bufio"
	"io"
	"strings"

	"dateline/graph"
)

// Turtle writes the graph as linked data in Turtle (RDF 1.1), a resource a paragraph; see vocabularies.
func Turtle(w io.Writer, g *graph.Graph, _ Options) error {
	b := bufio.NewWriterSize(w, 1<<16)
	for _, v := range vocabularies {
		b.WriteString("@prefix " + v.Prefix + ": <" + v.IRI + "> .\n")
	}
	for r := range newIndex(g).resources() {
		b.WriteString("\n<" + r.IRI + ">")
		sep := " a "
		for _, t := range r.Types {
			b.WriteString(sep + t)
			sep = " ;\n\ta "
		}
		for _, p := range r.Says {
			b.WriteString(" ;\n\t" + turtleName(p.Name) + " ")
			b.WriteString(turtleObject(&p))
		}
		b.WriteString(" .\n")
	}
	return b.Flush()
}

// turtleName is the name of a property: as it is if it has a prefix.
func turtleName(name string) string {
	if strings.HasPrefix(name, space) {
		return "<" + name + ">"
	}
	return name
}

// turtleText escapes what ends a string. Clean text has no line breaks and no control characters.
var turtleText = strings.NewReplacer(`\`, `\\`, `"`, `\"`)

func turtleObject(p *property) string {
	switch {
	case p.IRI != "":
		return "<" + p.IRI + ">"
	case p.Type != "":
		return `"` + turtleText.Replace(p.Text) + `"^^` + p.Type
	}
	return `"` + turtleText.Replace(p.Text) + `"`
}
