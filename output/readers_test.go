package output

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"

	"dateline/graph"
)

// A secondReader reads what a format wrote with a parser that is not ours, checks the rules of the format, that there is a
// record for each thing of the graph that the format can carry, and gives all texts that stand in it.
type secondReader func(t testing.TB, g *graph.Graph, file []byte) (texts []string)

// readers has a reader for each format that other programs read.
var readers = map[string]secondReader{
	"jsonl": readLines, "csv": readTables, "ics": readCalendar, "timelinejs": readTimelineJS, "markdown": readMarkdown, "markwhen": readMarkwhen,
	"mermaid": readMermaid, "timesketch": readTimesketch, "plover": readPLOVER, "gdelt": readGDELT, "graphml": readGraphML, "gexf": readGEXF, "dot": readDOT,
	"neo4j": readNeo4j, "cypher": readCypher, "turtle": readTurtle, "jsonld": readJSONLD, "schemaorg": readSchemaOrg, "stix": readSTIX, "ftm": readFTM, "obsidian": readVault,
	"yaml": readYAML,
}

// verbatim are the formats that keep all characters of a text; the others clean it.
var verbatim = []string{"yaml", "json", "jsonl"}

// TestReaders: what was written can be read by others, and nothing is missing or too much.
func TestReaders(t *testing.T) {
	g := autumn(t)
	for name, read := range readers {
		f, ok := Lookup(name)
		if !ok {
			t.Fatalf("no format %s", name)
		}
		text := strings.Join(read(t, g, write(t, f, g, Options{})), "\x00")
		for i := range g.Events {
			if want := carried(name, g, &g.Events[i]); !strings.Contains(text, want) {
				t.Errorf("%s: %q is missing", name, want)
			}
		}
	}
}

// TestTimes: all kinds of times that a graph can hold are what the readers take, and no date is made up.
func TestTimes(t *testing.T) {
	var g graph.Graph
	seen := []graph.Evidence{{Source: "a", End: 1, Trigger: graph.Span{End: 1}, Quote: "x"}}
	g.Sources = []graph.Source{{ID: "a", Title: "x", Published: graph.DayOf(graph.Date{Year: 2015, Month: 11, Day: 16}), Text: "x"}}
	for i, edtf := range strings.Fields("-0043-03-15 -0043 0000 0001-01-01 0999-05 1066-10-14 1677-01-01 2015-09-30T15:30 2015-09-30 2015-09-30~ 2015-09 2015 201X 20XX 2015-21 2015-24 2015-33 " +
		"2015-09-28/2015-10-02 2015-05/2015-07 [2015-09-28..2015-09-30] [2014-12-31..2015-01-01] 2015-09/.. ../2015-09-30 9998-12-31 9999-12-31 -0050/0010") {
		when, err := graph.ParseTime(edtf)
		if err != nil {
			t.Fatal(err)
		}
		g.Events = append(g.Events, graph.Event{ID: fmt.Sprintf("event/%02d", i), Label: "when " + edtf, Lemma: "x", Status: graph.Happened, Articles: 1,
			When: graph.When{Time: when}, Seen: seen, Roles: []graph.Role{{Name: "topic", Text: "x"}}})
	}
	g.Events[len(g.Events)-4].When.Likely = graph.Date{Year: 2015, Month: 9, Day: 20} // of "until 30 September"
	for name, read := range readers {
		f, _ := Lookup(name)
		text := strings.Join(read(t, &g, write(t, f, &g, Options{})), "\x00")
		if name == "graphml" || name == "turtle" {
			for i := range g.Events {
				if edtf := g.Events[i].When.EDTF(); !strings.Contains(text, edtf) {
					t.Errorf("%s: %s is missing", name, edtf)
				}
			}
		}
	}
}

// TestNasty puts each of some 500 nasty strings into every text of a graph and writes that in every format. A separate
// parser finds as many things as there are, and the strings as they were, cleaned; no control character, terminal
// escape or change of direction is in the file.
func TestNasty(t *testing.T) {
	texts := nasty()
	if len(texts) < 500 {
		t.Errorf("only %d strings", len(texts))
	}
	g := besieged(texts)
	for name, read := range readers {
		f, _ := Lookup(name)
		file := write(t, f, g, Options{Title: texts[0]})
		text := strings.Join(read(t, g, file), "\x00")
		missing := 0
		for i := range g.Events {
			if want := carried(name, g, &g.Events[i]); !strings.Contains(text, want) {
				if missing++; missing < 4 {
					t.Errorf("%s: %q is missing", name, want)
				}
			}
		}
		for _, part := range unpack(t, f, file) {
			if !slices.Contains(verbatim, name) {
				harmless(t, f.Name+" "+part.Name, string(part.Data))
			}
		}
	}
}

// carried is the text of an event that a format must have; empty where it does not carry the event.
func carried(name string, g *graph.Graph, e *graph.Event) string {
	switch {
	case slices.Contains(verbatim, name):
		return string([]rune(e.Label)) // each bad byte becomes U+FFFD
	case name == "gdelt":
		return newIndex(g).name(e.Roles[0].Entity)
	case name == "plover" && !coded(e), !e.When.Time.Known():
		return ""
	}
	return labelOf(e)
}

// harmless wants no character that a terminal, a calendar or a header could take for more than text.
func harmless(t testing.TB, name, file string) {
	t.Helper()
	if !utf8.ValidString(file) {
		t.Errorf("%s: no UTF-8", name)
	}
	for _, r := range strings.ReplaceAll(file, "\r\n", "\n") {
		if r != '\n' && r != '\t' && (r < ' ' || r >= 0x7f && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r == 0x2028 || r == 0xfeff) {
			t.Errorf("%s: control character %U", name, r)
			return
		}
	}
}

// unpack gives the files of a format, one or several.
func unpack(t testing.TB, f Format, file []byte) []txtar.File {
	t.Helper()
	if f.Files == nil {
		return []txtar.File{{Name: f.File, Data: file}}
	}
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatalf("%s: %v", f.Name, err)
	}
	var parts []txtar.File
	for _, part := range z.File {
		r, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		parts = append(parts, txtar.File{Name: part.Name, Data: b})
	}
	return parts
}

// nasty is hostile and many combinations: what ends a string, a tag, a line or a cell, before and behind what could then
// run.
func nasty() []string {
	texts := slices.Clone(hostile)
	openings := []string{"", "\"", "'", "`", "\\", "\\\"", "\n", "\r\n", "\r", "\t", " ", "\u00a0", "\u200b", "\u202e", "\x00", "\x1b", "]]>", "-->", "</p>", "}}", ";", ",", "|", "\u2028"}
	payloads := []string{"=1+1", "+1", "-1+1", "@SUM(A1)", "＝1+1", "<script>alert(1)</script>", "END:VEVENT", "BEGIN:VALARM\r\nACTION:PROCEDURE", "{{7*7}}", "<% tp %>",
		"`= this.file`", "%%{init: {}}%%", "[[x|y]] ![z](javascript:a)", "' OR 1=1 //", "'}) DETACH DELETE n //", "\\u0027}) MATCH (n)", "<http://x> .", "\"@en ; a <x>", "a:b::c #x",
		"\\N\\n\\E", "&#x3c;b&#x3e;"}
	for _, o := range openings {
		for _, p := range payloads {
			texts = append(texts, o+p+o)
		}
	}
	return texts
}

// besieged is a graph in which every text of an article is one of texts, all of them in every kind of field.
func besieged(texts []string) *graph.Graph {
	g := &graph.Graph{}
	day := graph.Date{Year: 2015, Month: 9, Day: 30}
	for i, s := range texts {
		n := fmt.Sprintf("%04d", i)
		seen := []graph.Evidence{{Source: "source" + n, End: len(s), Trigger: graph.Span{End: len(s)}, Quote: s, By: s, Score: 0.5}}
		when := graph.When{Time: graph.DayOf(day.AddDays(i)), Reason: s}
		person, place := "person/"+n, "place/"+n+"/"+s
		kind := "ASSAULT"
		if i%4 == 0 {
			kind = s
		}
		g.Sources = append(g.Sources, graph.Source{ID: "source" + n, Title: s, Origin: s, Publisher: s, Published: graph.DayOf(day), Hash: s, Text: s})
		g.Entities = append(g.Entities,
			graph.Entity{ID: person, Name: s, Kind: graph.Person, Aliases: []string{s, "x" + s}, Keys: []string{s}, Why: []string{s}, Seen: seen, Mentions: 1, Sources: 1},
			graph.Entity{ID: place, Name: s, Kind: graph.Kind(s), Keys: []string{s}, Seen: seen, Mentions: 1, Sources: 1})
		g.Events = append(g.Events, graph.Event{ID: "event/" + n + "/" + s, Type: kind, Code: graph.Code{CAMEO: s, Mode: s, Context: []string{s}}, Trigger: s, Lemma: s, Label: s, Short: s, When: when,
			Roles: []graph.Role{{Name: "agent", Entity: person}, {Name: "patient", Text: s}, {Name: s, Entity: place}},
			Place: place, Status: graph.Status(s), Attribution: []graph.Attribution{{Source: person, Text: s, Verb: s}},
			Quantities: []graph.Quantity{{What: s, Value: 3, Unit: s}}, Articles: 1, Conflicts: []string{s}, Why: []string{s}, Seen: seen,
			Disputes: []graph.Dispute{{About: s, Sides: []graph.Side{{Says: s, Source: "source" + n, Quote: s}, {Says: s}}}}})
		g.Relations = append(g.Relations, graph.Relation{ID: "relation/" + n + s, Type: s, From: person, To: place, When: when, Seen: seen})
	}
	slices.SortFunc(g.Entities, func(a, b graph.Entity) int { return strings.Compare(a.ID, b.ID) })
	slices.SortFunc(g.Events, func(a, b graph.Event) int { return strings.Compare(a.ID, b.ID) })
	slices.SortFunc(g.Relations, func(a, b graph.Relation) int { return strings.Compare(a.ID, b.ID) })
	return g
}

// dated is the number of events with a date.
func dated(g *graph.Graph) int { return len(g.Events) - newIndex(g).undated() }

// lines is the number of lines of the network.
func lines(g *graph.Graph) int {
	n := 0
	for range newIndex(g).edges() {
		n++
	}
	return n
}

// equal wants two numbers to be the same.
func equal(t testing.TB, what string, got, want int) {
	t.Helper()
	if got != want {
		t.Errorf("%s: %d, want %d", what, got, want)
	}
}
