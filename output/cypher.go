package output

import (
	"bufio"
	"io"
	"strconv"
	"strings"

	"dateline/graph"
)

// Cypher writes what Neo4j writes, as statements, one a line, constraints first. Running them twice changes nothing: nodes are
// merged by their id, relationships by their ends, type and id.
func Cypher(w io.Writer, g *graph.Graph, _ Options) error {
	c := &cypher{bufio.NewWriterSize(w, 1<<16)}
	x := newIndex(g)
	for _, label := range []string{"Entity", "Event", "Article"} {
		c.WriteString("CREATE CONSTRAINT dateline_" + strings.ToLower(label) + " IF NOT EXISTS FOR (n:" + label + ") REQUIRE n.id IS UNIQUE;\n")
	}
	for i := range g.Entities {
		e := &g.Entities[i]
		c.node("Entity", key(e.ID), ":"+neo4jLabel(e.Kind), "name", cypherText(nameOf(e)), "aliases", cypherList(cleanAll(e.Aliases)),
			"mentions", strconv.Itoa(e.Mentions), "sources", strconv.Itoa(e.Sources))
	}
	for i := range g.Sources {
		s := &g.Sources[i]
		c.node("Article", key(s.ID), "", "title", cypherText(clean(s.Title)), "publisher", cypherText(clean(s.Publisher)),
			"published", cypherText(s.Published.String()), "url", cypherText(webURL(s.Origin)))
	}
	for _, e := range x.inOrder() {
		n := x.entry(e)
		c.node("Event", key(e.ID), "", "label", cypherText(n.Label()), "category", cypherText(clean(e.Type)), "status", cypherText(clean(string(e.Status))),
			"edtf", cypherText(e.When.EDTF()), "earliest", cypherDate(e.When.Time.First), "latest", cypherDate(e.When.Time.Last),
			"order", known(e.Order), "articles", strconv.Itoa(e.Articles), "saidBy", cypherList(n.Says()))
		for k, v := range e.Seen {
			if x.sources[v.Source] != nil {
				c.relationship("Event", key(e.ID), "Article", key(v.Source), "TOLD_BY", strconv.Itoa(k+1), "quote", cypherText(clean(v.Quote)),
					"sentence", strconv.Itoa(v.Sentence), "start", strconv.Itoa(v.Start), "end", strconv.Itoa(v.End))
			}
		}
	}
	for l := range x.edges() {
		c.relationship(x.nodeLabel(l.From), key(l.From), x.nodeLabel(l.To), key(l.To), relationType(l.Kind), key(l.ID), "type", cypherText(clean(l.Kind)),
			"edtf", cypherText(l.When.EDTF()), "earliest", cypherDate(l.When.Time.First), "latest", cypherDate(l.When.Time.Last), "confidence", decimal(l.Score))
	}
	return c.Flush()
}

// nodeLabel is the label of all nodes of the sort that id is of.
func (x *index) nodeLabel(id string) string {
	if x.events[id] != nil {
		return "Event"
	}
	return "Entity"
}

// cypher writes statements.
type cypher struct{ *bufio.Writer }

// node writes a node with its further label and its properties; empty ones are left out.
func (c *cypher) node(label, id, more string, properties ...string) {
	c.WriteString("MERGE (n:" + label + " {id: " + cypherText(id) + "}) SET n")
	if more != "" {
		c.WriteString(more + ", n")
	}
	c.properties(" += ", properties)
	c.WriteString(";\n")
}

// relationship writes one between two nodes.
func (c *cypher) relationship(fromLabel, from, toLabel, to, kind, id string, properties ...string) {
	c.WriteString("MATCH (a:" + fromLabel + " {id: " + cypherText(from) + "}), (b:" + toLabel + " {id: " + cypherText(to) +
		"}) MERGE (a)-[r:" + kind + " {id: " + cypherText(id) + "}]->(b) SET r")
	c.properties(" += ", properties)
	c.WriteString(";\n")
}

func (c *cypher) properties(sign string, properties []string) {
	c.WriteString(sign + "{")
	comma := ""
	for i := 0; i < len(properties); i += 2 {
		if v := properties[i+1]; v != "" && v != "''" && v != "[]" {
			c.WriteString(comma + properties[i] + ": " + v)
			comma = ", "
		}
	}
	c.WriteString("}")
}

// cypherSigns escapes what ends a string. Older versions of Cypher read \u0027 as a quote before they look at strings,
// also behind a backslash of ours; so a backslash before a u ends the string, and another goes on.
var cypherSigns = strings.NewReplacer(`\u`, `\\'+'u`, `\U`, `\\'+'U`, `\`, `\\`, `'`, `\'`)

// cypherText is clean text as a string of Cypher.
func cypherText(s string) string { return "'" + cypherSigns.Replace(s) + "'" }

func cypherList(items []string) string {
	list := make([]string, len(items))
	for i, s := range items {
		list[i] = cypherText(s)
	}
	return "[" + strings.Join(list, ", ") + "]"
}

func cypherDate(d graph.Date) string {
	if !d.Known() {
		return ""
	}
	return "date('" + d.String() + "')"
}
