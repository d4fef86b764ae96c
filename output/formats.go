// Package output is what dateline shows: writers that turn a graph into a timeline, a page, a map or a file of data.
//
// One format per file, all of them in one table, Formats, which the commands, their help and the tests walk. A writer
// gets a Graph, changes nothing in it, reads no clock and no file: the same graph gives the same bytes. Text of
// articles is hostile until cleaned or escaped: no writer lets it become structure.
package output

import (
	"io"

	"dateline/graph"
)

// Format is one way to write a graph.
type Format struct {
	Name string // as in --format: "timeline"
	File string // the file it is written to by default: "timeline.txt"
	Doc  string // one line for the help
	// Write prints the whole graph to w. An error of w is returned as it is.
	Write func(w io.Writer, g *graph.Graph, o Options) error
	// Files writes the same as several files into a Folder; nil where the format is one file. Write then packs them
	// into a zip archive.
	Files func(create Create, g *graph.Graph, o Options) error
}

// Formats lists all formats in the order in which a build writes them.
var Formats = []Format{
	{Name: "timeline", File: "timeline.txt", Doc: "the timeline as plain text", Write: Timeline},
	{Name: "page", File: "timeline.html", Doc: "the timeline as one web page: evidence, filter, printable, offline", Write: Page},
	{Name: "svg", File: "map.svg", Doc: "who did what with whom, as a picture", Write: Map},
	{Name: "png", File: "map.png", Doc: "the map as pixels, for slides and messages", Write: MapPNG},
	{Name: "pdf", File: "map.pdf", Doc: "the map as a page, for printers and reports", Write: MapPDF},
	{Name: "storyline", File: "storyline.svg", Doc: "main events from left to right across the lanes of those who took part", Write: Storyline},
	{Name: "periods", File: "periods.svg", Doc: "a small map for each month or year, the same names in the same places", Write: Periods},
	{Name: "yaml", File: "graph.yaml", Doc: "all that is known, for people who edit it", Write: YAML},
	{Name: "html", File: "explorer.html", Doc: "everything to look around in with a browser, as one web page", Write: Explorer},
	{Name: "json", File: "graph.json", Doc: "all that is known, for programs", Write: JSON},
	{Name: "jsonl", File: "events.jsonl", Doc: "one event a line with names and sources, for jq and scripts", Write: Lines},
	{Name: "csv", File: "csv.zip", Doc: "events.csv, entities.csv, edges.csv: spreadsheets, databases", Write: zipped(Tables), Files: Tables},
	{Name: "ics", File: "timeline.ics", Doc: "a calendar: Apple, Google, Outlook, Thunderbird", Write: Calendar},
	{Name: "timelinejs", File: "timelinejs.json", Doc: "slides of TimelineJS, for web pages of newsrooms", Write: TimelineJS},
	{Name: "markdown", File: "timeline.md", Doc: "the timeline as Markdown", Write: Markdown},
	{Name: "markwhen", File: "timeline.mw", Doc: "the timeline for markwhen.com", Write: Markwhen},
	{Name: "mermaid", File: "timeline.mmd", Doc: "the timeline as a Mermaid diagram, for wikis", Write: Mermaid},
	{Name: "obsidian", File: "vault.zip", Doc: "a vault of notes for Obsidian", Write: zipped(Vault), Files: Vault},
	{Name: "timesketch", File: "timesketch.csv", Doc: "the timeline for Timesketch", Write: Timesketch},
	{Name: "plover", File: "plover.jsonl", Doc: "coded events: PLOVER JSON Lines", Write: PLOVER},
	{Name: "gdelt", File: "gdelt.tsv", Doc: "coded events: the 61 columns of GDELT 2", Write: GDELT},
	{Name: "graphml", File: "graph.graphml", Doc: "the network: yEd, Cytoscape, Gephi, networkx", Write: GraphML},
	{Name: "gexf", File: "graph.gexf", Doc: "the network through time: Gephi", Write: GEXF},
	{Name: "neo4j", File: "neo4j.zip", Doc: "the network: tables for neo4j-admin import", Write: zipped(Neo4j), Files: Neo4j},
	{Name: "cypher", File: "graph.cypher", Doc: "the network: statements for Neo4j, Memgraph", Write: Cypher},
	{Name: "turtle", File: "graph.ttl", Doc: "linked data (SEM, GAF, PROV) as Turtle", Write: Turtle},
	{Name: "jsonld", File: "graph.jsonld", Doc: "the same linked data as JSON-LD", Write: JSONLD},
	{Name: "schemaorg", File: "events.jsonld", Doc: "events for web sites: JSON-LD of schema.org", Write: SchemaOrg},
	{Name: "ftm", File: "graph.ftm.json", Doc: "entities of FollowTheMoney: OpenAleph; build reads them, too", Write: FollowTheMoney},
	{Name: "stix", File: "stix.json", Doc: "a bundle of STIX 2.1: OpenCTI, threat intelligence", Write: STIX},
	{Name: "dot", File: "graph.dot", Doc: "the network: Graphviz", Write: DOT},
}

// Lookup finds a format by its name or by the name of its default file; ok is false where there is none.
func Lookup(name string) (f Format, ok bool) {
	for _, f := range Formats {
		if f.Name == name || f.File == name {
			return f, true
		}
	}
	return Format{}, false
}

// SizeBetweenness makes those names large in the map that others are joined by; see graph.Actor.
const SizeBetweenness = "betweenness"

// Options say how to print. The zero value is what most people want.
type Options struct {
	// Title heads the timeline, the page and the map; empty: made from the graph.
	Title string
	// Part says which part of all that is known the graph is, such as "with Barack Obama, from 2015-09"; empty: the whole.
	Part string
	// Quotes prints the sentences that the events were read from (timeline; the page always has them).
	Quotes bool
	// WithText writes the text of the articles into graph.yaml; graph.json always has it.
	WithText bool
	// Color marks up the printed timeline with terminal colours.
	Color bool
	// Width is the number of columns of the printed timeline; 0 means 88. Values outside 60…100 are moved into it.
	Width int
	// Raw writes the cells of CSV as they are. Otherwise an apostrophe stands before each that a spreadsheet would run as
	// a formula.
	Raw bool
	// MaxNodes and MaxEdges bound the map; 0 means 36 and 46.
	MaxNodes, MaxEdges int
	// Size is what the sizes of names in the map tell: their weight, or SizeBetweenness.
	Size string
	// Page is where the links of the map lead; empty means timeline.html beside it.
	Page string
	// Place lays out the graphs of the map, in the DOT language, and gives Graphviz's plain format for each; nil means the
	// function Place, in this process. Where it fails, a smaller map is tried.
	Place func(graphs []string) ([]string, error)
	// Picture is where the map is, for a link from the page; empty means no link.
	Picture string
}
