package output

import (
	"bytes"
	"encoding/xml"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"dateline/graph"
)

// xmlRules are what a schema says: which elements may stand in which, and their attributes.
type xmlRules map[string]struct {
	in         string
	required   []string
	attributes []string
}

// element is an element of XML with all that stands in it.
type element struct {
	XMLName  xml.Name
	Attr     []xml.Attr `xml:",any,attr"`
	Text     string     `xml:",chardata"`
	Children []element  `xml:",any"`
}

func (e *element) get(name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name && a.Name.Space == "" {
			return a.Value
		}
	}
	return ""
}

// check walks the tree, holds it to the rules, and gives the elements by name.
func (r xmlRules) check(t testing.TB, file []byte) map[string][]*element {
	t.Helper()
	var root element
	if err := xml.Unmarshal(file, &root); err != nil {
		t.Fatal(err)
	}
	found := map[string][]*element{}
	var walk func(e *element, in string)
	walk = func(e *element, in string) {
		name := e.XMLName.Local
		rule, ok := r[name]
		if !ok || !slices.Contains(strings.Fields(rule.in), in) && rule.in != in {
			t.Fatalf("<%s> in <%s>", name, in)
		}
		for _, a := range e.Attr {
			if a.Name.Space == "" && a.Name.Local != "xmlns" && !slices.Contains(rule.attributes, a.Name.Local) && !slices.Contains(rule.required, a.Name.Local) {
				t.Errorf("<%s %s>", name, a.Name.Local)
			}
		}
		for _, a := range rule.required {
			if e.get(a) == "" {
				t.Errorf("<%s> without %s", name, a)
			}
		}
		found[name] = append(found[name], e)
		for i := range e.Children {
			walk(&e.Children[i], name)
		}
	}
	walk(&root, "")
	return found
}

var graphmlRules = xmlRules{
	"graphml": {in: ""},
	"key":     {in: "graphml", required: []string{"id", "for", "attr.name", "attr.type"}},
	"graph":   {in: "graphml", required: []string{"id", "edgedefault"}},
	"node":    {in: "graph", required: []string{"id"}},
	"edge":    {in: "graph", required: []string{"id", "source", "target"}},
	"data":    {in: "node edge", required: []string{"key"}},
}

var gexfRules = xmlRules{
	"gexf":        {in: "", required: []string{"version"}},
	"meta":        {in: "gexf", attributes: []string{"lastmodifieddate"}},
	"creator":     {in: "meta"},
	"description": {in: "meta"},
	"graph":       {in: "gexf", attributes: []string{"mode", "defaultedgetype", "timeformat", "timerepresentation", "idtype"}},
	"attributes":  {in: "graph", required: []string{"class"}, attributes: []string{"mode"}},
	"attribute":   {in: "attributes", required: []string{"id", "title", "type"}},
	"nodes":       {in: "graph", attributes: []string{"count"}},
	"edges":       {in: "graph", attributes: []string{"count"}},
	"node":        {in: "nodes", required: []string{"id", "label"}, attributes: []string{"start", "end"}},
	"edge":        {in: "edges", required: []string{"id", "source", "target"}, attributes: []string{"kind", "label", "weight", "start", "end"}},
	"attvalues":   {in: "node edge"},
	"attvalue":    {in: "attvalues", required: []string{"for", "value"}},
	"color":       {in: "node", required: []string{"r", "g", "b"}},
	"size":        {in: "node", required: []string{"value"}},
	"shape":       {in: "node", required: []string{"value"}},
}

// network wants nodes and edges as many as the graph has, with ids of their own, and no edge without its ends.
func network(t testing.TB, g *graph.Graph, found map[string][]*element) {
	t.Helper()
	equal(t, "nodes", len(found["node"]), len(g.Entities)+len(g.Events))
	equal(t, "edges", len(found["edge"]), lines(g))
	nodes, edges := map[string]bool{}, map[string]bool{}
	for _, n := range found["node"] {
		nodes[n.get("id")] = true
	}
	for _, e := range found["edge"] {
		edges[e.get("id")] = true
		if !nodes[e.get("source")] || !nodes[e.get("target")] {
			t.Errorf("edge from %s to %s", e.get("source"), e.get("target"))
		}
	}
	equal(t, "different nodes", len(nodes), len(found["node"]))
	equal(t, "different edges", len(edges), len(found["edge"]))
}

func readGraphML(t testing.TB, g *graph.Graph, file []byte) (texts []string) {
	found := graphmlRules.check(t, file)
	network(t, g, found)
	keys := map[string]string{}
	for _, k := range found["key"] {
		keys[k.get("id")] = k.get("attr.type")
	}
	for _, d := range found["data"] {
		switch keys[d.get("key")] {
		case "string":
			texts = append(texts, d.Text)
		case "int", "double":
			if _, err := strconv.ParseFloat(d.Text, 64); err != nil {
				t.Error(err)
			}
		default:
			t.Errorf("key %s is not declared", d.get("key"))
		}
	}
	if bytes.LastIndex(file, []byte("<key")) > bytes.Index(file, []byte("<graph ")) {
		t.Error("a key stands behind the graph")
	}
	return texts
}

func readGEXF(t testing.TB, g *graph.Graph, file []byte) (texts []string) {
	found := gexfRules.check(t, file)
	network(t, g, found)
	declared := map[string]bool{}
	for _, a := range found["attribute"] {
		declared[a.get("id")] = true
	}
	for _, v := range found["attvalue"] {
		if !declared[v.get("for")] {
			t.Errorf("attribute %s is not declared", v.get("for"))
		}
		texts = append(texts, v.get("value"))
	}
	for _, n := range append(found["node"], found["edge"]...) {
		texts = append(texts, n.get("label"))
		var bounds []time.Time
		for _, s := range []string{n.get("start"), n.get("end")} {
			at, err := time.Parse(time.DateOnly, s)
			if s != "" && err != nil {
				t.Error(err)
			}
			bounds = append(bounds, at)
		}
		if n.get("start") != "" && n.get("end") != "" && bounds[1].Before(bounds[0]) {
			t.Errorf("%s lasts from %v to %v", n.get("id"), bounds[0], bounds[1])
		}
	}
	return texts
}
