package output

import (
	"bufio"
	"encoding/json"
	"io"
	"strings"

	"dateline/graph"
)

// JSONLD writes the same statements as Turtle as JSON-LD 1.1, a resource a line.
func JSONLD(w io.Writer, g *graph.Graph, _ Options) error {
	b := bufio.NewWriterSize(w, 1<<16)
	b.WriteString(`{"@context":{"@version":1.1`)
	for _, v := range vocabularies {
		b.WriteString(`,"` + v.Prefix + `":"` + v.IRI + `"`)
	}
	b.WriteString("},\"@graph\":[")
	comma := "\n"
	for r := range newIndex(g).resources() {
		b.WriteString(comma)
		comma = ",\n"
		if err := writeResource(b, &r); err != nil {
			return err
		}
	}
	b.WriteString("\n]}\n")
	return b.Flush()
}

// writeResource writes one object, in which the statements with one name are one list.
func writeResource(b *bufio.Writer, r *resource) error {
	b.WriteString(`{"@id":"` + r.IRI + `","@type":["` + strings.Join(r.Types, `","`) + `"]`)
	done := make([]bool, len(r.Says))
	for i := range r.Says {
		if done[i] {
			continue
		}
		b.WriteString(`,"` + r.Says[i].Name + `":[`)
		comma := ""
		for k := i; k < len(r.Says); k++ {
			if p := &r.Says[k]; !done[k] && p.Name == r.Says[i].Name {
				done[k] = true
				b.WriteString(comma)
				comma = ","
				if err := writeObject(b, p); err != nil {
					return err
				}
			}
		}
		b.WriteByte(']')
	}
	b.WriteByte('}')
	return nil
}

func writeObject(b *bufio.Writer, p *property) error {
	if p.IRI != "" {
		b.WriteString(`{"@id":"` + p.IRI + `"}`) // anchor leaves nothing to escape
		return nil
	}
	text, err := json.Marshal(p.Text)
	if err != nil {
		return err
	}
	b.WriteString(`{"@value":`)
	b.Write(text)
	if p.Type != "" {
		b.WriteString(`,"@type":"` + p.Type + `"`)
	}
	b.WriteByte('}')
	return nil
}
