package output

import (
	"bufio"
	"fmt"
	"io"
	"strconv"

	"dateline/graph"
)

// GEXF writes the network as GEXF 1.3 for Gephi and its timeline (gephi/gexf, specs/1.3): events and their edges exist
// in the interval that their time may mean, entities always. Bounds are days, both inclusive, so one day has the same
// for both; Gephi has read that since 0.9, and networkx reads dates only. Times before the year 1, which Gephi cannot
// read, stand in the edtf only.
func GEXF(w io.Writer, g *graph.Graph, o Options) error {
	b := &xmlWriter{bufio.NewWriterSize(w, 1<<16)}
	x := newIndex(g)
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?>` + "\n")
	b.WriteString(`<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"` +
		` xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">` + "\n")
	b.element("<meta", "lastmodifieddate", x.latest().String())
	b.WriteString("><creator>dateline</creator><description>" + xmlText(clean(o.Title+" "+summary(g, o))) + "</description></meta>\n")
	b.WriteString(`<graph mode="dynamic" defaultedgetype="directed" timeformat="date" timerepresentation="interval" idtype="string">` + "\n")
	for _, class := range []string{"node", "edge"} {
		b.WriteString(`<attributes class="` + class + `" mode="static">`)
		for _, k := range graphKeys {
			if k.For == class && k.Name != "label" && k.Name != "weight" { // these GEXF has itself
				fmt.Fprintf(b, `<attribute id="%s" title="%s" type="%s"/>`, k.ID, k.Name, gexfTypes[k.Type])
			}
		}
		b.WriteString("</attributes>\n")
	}
	b.gexfNodes(x)
	b.gexfEdges(x)
	b.WriteString("</graph>\n</gexf>\n")
	return b.Flush()
}

// gexfTypes are the names of the types of GraphML in GEXF.
var gexfTypes = map[string]string{"string": "string", "int": "integer", "double": "double"}

func (b *xmlWriter) gexfNodes(x *index) {
	fmt.Fprintf(b, "<nodes count=\"%d\">\n", len(x.graph.Entities)+len(x.graph.Events))
	for n := range x.nodes() {
		start, end := gexfBounds(n.When.Time)
		b.element("<node", "id", key(n.ID), "label", n.Label, "start", start, "end", end)
		b.WriteString("><attvalues>")
		for _, v := range n.values()[1:] {
			b.value(v.Key, v.Value)
		}
		b.WriteString("</attvalues>")
		b.viz(&n)
		b.WriteString("</node>\n")
	}
	b.WriteString("</nodes>\n")
}

func (b *xmlWriter) gexfEdges(x *index) {
	b.WriteString("<edges>\n")
	for l := range x.edges() {
		start, end := gexfBounds(l.When.Time)
		b.element("<edge", "id", key(l.ID), "source", key(l.From), "target", key(l.To), "kind", clean(l.Kind), "label", clean(l.Kind),
			"weight", strconv.Itoa(max(l.Weight, 1)), "start", start, "end", end)
		b.WriteString("><attvalues>")
		b.value("type", clean(l.Kind))
		b.value("edge-edtf", l.When.EDTF())
		b.value("edge-earliest", l.When.Time.First.String())
		b.value("edge-latest", l.When.Time.Last.String())
		b.WriteString("</attvalues></edge>\n")
	}
	b.WriteString("</edges>\n")
}

// gexfBounds are the first and the last day of t; empty where they are not known, or Gephi could not read them.
func gexfBounds(t graph.Time) (start, end string) {
	if t.First.Known() && t.First.Year < 1 || t.Last.Known() && t.Last.Year < 1 {
		return "", ""
	}
	return t.First.String(), t.Last.String()
}

// value writes one attribute of GEXF.
func (b *xmlWriter) value(attribute, value string) {
	if value != "" {
		b.element("<attvalue", "for", attribute, "value", value)
		b.WriteString("/>")
	}
}

// viz writes colour and size of a node; shapes of Gephi are few, so events are diamonds and all else discs.
func (b *xmlWriter) viz(n *graphNode) {
	color, err := strconv.ParseUint(n.Look.Line[1:], 16, 32)
	if err != nil {
		return
	}
	shape := "disc"
	if n.Look == &eventLook {
		shape = "diamond"
	}
	fmt.Fprintf(b, `<viz:color r="%d" g="%d" b="%d"/><viz:size value="%d"/><viz:shape value="%s"/>`,
		color>>16, color>>8&255, color&255, 8+2*min(n.Sources, 16), shape)
}
