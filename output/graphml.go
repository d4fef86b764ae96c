package output

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"dateline/graph"
)

// graphKeys are the attributes of nodes and edges in GraphML, and those of nodes and edges in GEXF.
var graphKeys = []struct{ ID, For, Name, Type string }{
	{"label", "node", "label", "string"},
	{"kind", "node", "kind", "string"},
	{"category", "node", "category", "string"},
	{"status", "node", "status", "string"},
	{"edtf", "node", "edtf", "string"},
	{"earliest", "node", "earliest", "string"},
	{"latest", "node", "latest", "string"},
	{"aliases", "node", "aliases", "string"},
	{"sources", "node", "sources", "int"},
	{"quote", "node", "quote", "string"},
	{"type", "edge", "type", "string"},
	{"weight", "edge", "weight", "double"},
	{"edge-edtf", "edge", "edtf", "string"},
	{"edge-earliest", "edge", "earliest", "string"},
	{"edge-latest", "edge", "latest", "string"},
}

// GraphML writes the network for yEd, Gephi, Cytoscape and networkx. Nodes are entities and events, told apart by their
// kind; lists are joined by "|".
func GraphML(w io.Writer, g *graph.Graph, _ Options) error {
	b := &xmlWriter{bufio.NewWriterSize(w, 1<<16)}
	x := newIndex(g)
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?>` + "\n" +
		`<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"` +
		` xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">` + "\n")
	for _, k := range graphKeys {
		fmt.Fprintf(b, `<key id="%s" for="%s" attr.name="%s" attr.type="%s"/>`+"\n", k.ID, k.For, k.Name, k.Type)
	}
	b.WriteString(`<graph id="G" edgedefault="directed">` + "\n")
	for n := range x.nodes() {
		b.element("<node", "id", key(n.ID))
		b.WriteByte('>')
		for _, v := range n.values() {
			b.data(v.Key, v.Value)
		}
		b.WriteString("</node>\n")
	}
	for l := range x.edges() {
		b.element("<edge", "id", key(l.ID), "source", key(l.From), "target", key(l.To))
		b.WriteByte('>')
		b.data("type", clean(l.Kind))
		b.data("weight", strconv.Itoa(l.Weight))
		b.data("edge-edtf", l.When.EDTF())
		b.data("edge-earliest", l.When.Time.First.String())
		b.data("edge-latest", l.When.Time.Last.String())
		b.WriteString("</edge>\n")
	}
	b.WriteString("</graph>\n</graphml>\n")
	return b.Flush()
}

// graphNode is an entity or an event as a node.
type graphNode struct {
	ID, Label, Kind, Quote string
	Category               string
	Status                 graph.Status
	When                   graph.When
	Aliases                []string
	Sources                int
	Look                   *look
}

// nodes gives entities and events as nodes.
func (x *index) nodes() func(yield func(graphNode) bool) {
	return func(yield func(graphNode) bool) {
		for i := range x.graph.Entities {
			e := &x.graph.Entities[i]
			if !yield(graphNode{ID: e.ID, Label: nameOf(e), Kind: clean(string(e.Kind)), Aliases: cleanAll(e.Aliases), Sources: e.Sources, Look: lookOf(e.Kind)}) {
				return
			}
		}
		for i := range x.graph.Events {
			e := &x.graph.Events[i]
			if !yield(graphNode{ID: e.ID, Label: labelOf(e), Kind: "happening", Category: clean(e.Type), Status: e.Status, When: e.When,
				Sources: e.Articles, Quote: told(e), Look: &eventLook}) {
				return
			}
		}
	}
}

// eventLook is how an event is drawn beside entities.
var eventLook = look{Name: "event", Shape: "diamond", Fill: "#ffffff", Line: "#333333"}

// keyed is a value of a node under the key of its attribute.
type keyed struct{ Key, Value string }

// values are the attributes of a node in the order of graphKeys; an empty one is not known.
func (n *graphNode) values() []keyed {
	return []keyed{
		{"label", n.Label}, {"kind", n.Kind}, {"category", n.Category}, {"status", clean(string(n.Status))}, {"edtf", n.When.EDTF()},
		{"earliest", n.When.Time.First.String()}, {"latest", n.When.Time.Last.String()}, {"aliases", strings.Join(n.Aliases, "|")},
		{"sources", strconv.Itoa(n.Sources)}, {"quote", n.Quote},
	}
}

// xmlWriter writes elements.
type xmlWriter struct{ *bufio.Writer }

// element writes the beginning of an element with its attributes; empty ones are left out.
func (b *xmlWriter) element(open string, attributes ...string) {
	b.WriteString(open)
	for i := 0; i < len(attributes); i += 2 {
		if attributes[i+1] != "" {
			b.WriteString(" " + attributes[i] + `="`)
			b.WriteString(xmlText(attributes[i+1]))
			b.WriteByte('"')
		}
	}
}

// data writes one value of GraphML.
func (b *xmlWriter) data(key, value string) {
	if value != "" {
		b.WriteString(`<data key="` + key + `">`)
		b.WriteString(xmlText(value))
		b.WriteString("</data>")
	}
}
