package output

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"encoding/json"
	"io"
	"slices"
	"strings"
	"testing"

	ics "github.com/arran4/golang-ical"
	"github.com/goccy/go-yaml"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"golang.org/x/net/html"

	"dateline/graph"
)

// eachLine decodes JSON Lines one by one.
func eachLine(t testing.TB, file []byte, do func(line map[string]any)) (n int) {
	t.Helper()
	d := json.NewDecoder(bytes.NewReader(file))
	for {
		var line map[string]any
		if err := d.Decode(&line); err == io.EOF {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		do(line)
		n++
	}
	if lines := bytes.Count(file, []byte("\n")); lines != n {
		t.Errorf("%d lines for %d objects", lines, n)
	}
	return n
}

// strings gives all strings of a tree of JSON.
func stringsOf(v any) (list []string) {
	switch v := v.(type) {
	case string:
		return []string{v}
	case []any:
		for _, m := range v {
			list = append(list, stringsOf(m)...)
		}
	case map[string]any:
		for _, m := range v {
			list = append(list, stringsOf(m)...)
		}
	}
	return list
}

// readYAML reads a graph with a parser of YAML that shares nothing with the one that dateline reads it back with.
func readYAML(t testing.TB, g *graph.Graph, file []byte) []string {
	var tree struct {
		Entities, Events []map[string]any
		Rest             map[string]any `yaml:",inline"`
	}
	if err := yaml.Unmarshal(file, &tree); err != nil {
		t.Fatalf("yaml: %v", err)
	}
	equal(t, "entities", len(tree.Entities), len(g.Entities))
	equal(t, "events", len(tree.Events), len(g.Events))
	for i, e := range tree.Events { // each text is that of its own event, and nothing but text
		if want := string([]rune(g.Events[i].Label)); e["label"] != want {
			t.Errorf("yaml: label %q, want %q", e["label"], want)
		}
	}
	texts := stringsOf(tree.Rest)
	for _, record := range slices.Concat(tree.Entities, tree.Events) {
		texts = append(texts, stringsOf(record)...)
	}
	return texts
}

func readLines(t testing.TB, g *graph.Graph, file []byte) (texts []string) {
	n := eachLine(t, file, func(line map[string]any) { texts = append(texts, stringsOf(line)...) })
	equal(t, "events", n, len(g.Events))
	return texts
}

// table reads a table, and wants rows of one length with different ids.
func table(t testing.TB, name string, file []byte) (rows []map[string]string) {
	t.Helper()
	records, err := csv.NewReader(bytes.NewReader(file)).ReadAll()
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	ids := map[string]bool{}
	for _, r := range records[1:] {
		row := map[string]string{}
		for i, cell := range r {
			if isFormula(cell) {
				t.Errorf("%s: %q would run", name, cell)
			}
			if rest, ok := strings.CutPrefix(cell, "'"); ok && isFormula(rest) {
				cell = rest
			}
			row[records[0][i]] = cell
		}
		id := cmp.Or(row["id"], row["event_id"])
		if ids[id] {
			t.Errorf("%s: %q is there twice", name, id)
		}
		ids[id] = true
		rows = append(rows, row)
	}
	return rows
}

func readTables(t testing.TB, g *graph.Graph, file []byte) (texts []string) {
	f, _ := Lookup("csv")
	tables := map[string][]map[string]string{}
	ids := map[string]bool{}
	for _, part := range unpack(t, f, file) {
		tables[part.Name] = table(t, part.Name, part.Data)
		for _, row := range tables[part.Name] {
			if part.Name != "edges.csv" {
				ids[row["id"]] = true
			} else if !ids[row["source"]] || !ids[row["target"]] {
				t.Errorf("edge from %q to %q", row["source"], row["target"])
			}
			for _, cell := range row {
				texts = append(texts, cell)
			}
		}
	}
	equal(t, "events", len(tables["events.csv"]), len(g.Events))
	equal(t, "entities", len(tables["entities.csv"]), len(g.Entities))
	equal(t, "edges", len(tables["edges.csv"]), lines(g))
	return texts
}

func readCalendar(t testing.TB, g *graph.Graph, file []byte) (texts []string) {
	rest := string(file)
	for rest != "" {
		line, more, ok := strings.Cut(rest, "\r\n")
		if !ok || len(line) > maxLine || strings.ContainsAny(line, "\r\n\x1b") {
			t.Fatalf("line %q", line)
		}
		rest = more
	}
	c, err := ics.ParseCalendar(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	want, uids := 0, map[string]bool{}
	for _, e := range g.Events {
		want += b2i(onCalendar(e.When.Best()))
	}
	equal(t, "entries", len(c.Events()), want)
	for _, e := range c.Events() {
		uids[e.Id()] = true
		if _, err := e.GetDtStampTime(); err != nil || len(e.Alarms()) > 0 {
			t.Errorf("%s: %v, %d alarms", e.Id(), err, len(e.Alarms()))
		}
		first, err := e.GetAllDayStartAt()
		if end := e.GetProperty(ics.ComponentPropertyDtEnd); err == nil && end != nil {
			if last, err := e.GetAllDayEndAt(); err != nil || !last.After(first) {
				t.Errorf("%s: from %v to %v, %v", e.Id(), first, last, err)
			}
		} else if _, timed := e.GetStartAt(); err != nil && timed != nil {
			t.Errorf("%s: %v", e.Id(), timed)
		}
		for _, p := range []ics.ComponentProperty{ics.ComponentPropertySummary, ics.ComponentPropertyDescription} {
			texts = append(texts, e.GetProperty(p).Value)
		}
	}
	equal(t, "different UIDs", len(uids), want)
	return texts
}

// timelineSchema is what website/docs/json-format.njk of TimelineJS3 asks for, in our words.
const timelineSchema = `{"type":"object","required":["events"],"additionalProperties":false,"properties":{
 "scale":{"enum":["human","cosmological"]},"title":{"$ref":"#/$defs/slide"},
 "events":{"type":"array","items":{"allOf":[{"$ref":"#/$defs/slide"},{"required":["start_date","unique_id"]}]}},
 "eras":{"type":"array","items":{"required":["start_date","end_date"]}}},
"$defs":{
 "slide":{"type":"object","additionalProperties":false,"required":["text"],"properties":{
  "unique_id":{"type":"string","minLength":1},"start_date":{"$ref":"#/$defs/date"},"end_date":{"$ref":"#/$defs/date"},
  "text":{"type":"object","additionalProperties":false,"properties":{"headline":{"type":"string"},"text":{"type":"string"}}},
  "media":{"type":"object","required":["url"]},"group":{"type":"string"},"display_date":{"type":"string"},
  "background":{"type":"object"},"autolink":{"type":"boolean"}}},
 "date":{"type":"object","additionalProperties":false,"required":["year"],"properties":{
  "year":{"type":"integer","minimum":-271821,"maximum":275760},"month":{"type":"integer","minimum":1,"maximum":12},
  "day":{"type":"integer","minimum":1,"maximum":31},"hour":{"type":"integer","minimum":0,"maximum":23},
  "minute":{"type":"integer","minimum":0,"maximum":59},"display_date":{"type":"string"},"format":{"type":"string"}},
  "dependentRequired":{"day":["month"],"hour":["day"]}}}}`

// valid wants a document of JSON to follow a schema, and gives it.
func valid(t testing.TB, schema string, document []byte) any {
	t.Helper()
	rules, err := jsonschema.UnmarshalJSON(strings.NewReader(schema))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("rules.json", rules); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("rules.json")
	if err != nil {
		t.Fatal(err)
	}
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(document))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Validate(v); err != nil {
		t.Errorf("%.2000v", err)
	}
	return v
}

func readTimelineJS(t testing.TB, g *graph.Graph, file []byte) (texts []string) {
	v := valid(t, timelineSchema, file).(map[string]any)
	slides := v["events"].([]any)
	equal(t, "slides", len(slides), dated(g))
	for _, s := range append(slides, v["title"]) {
		text := s.(map[string]any)["text"].(map[string]any)
		for _, markup := range stringsOf(text) {
			texts = append(texts, markupText(t, markup))
		}
	}
	return texts
}

// markupText parses HTML that holds no more than paragraphs, quotations and links to the web, and gives its text.
func markupText(t testing.TB, markup string) string {
	t.Helper()
	z := html.NewTokenizer(strings.NewReader(markup))
	var text strings.Builder
	for {
		switch z.Next() {
		case html.ErrorToken:
			return text.String()
		case html.TextToken:
			text.WriteString(string(z.Text()))
		case html.StartTagToken:
			token := z.Token()
			if !strings.Contains(" p blockquote br a ", " "+token.Data+" ") {
				t.Errorf("element %s", token.Data)
			}
			for _, a := range token.Attr {
				if a.Key != "rel" && (a.Key != "href" || !strings.HasPrefix(a.Val, "http")) {
					t.Errorf("%s=%q", a.Key, a.Val)
				}
			}
		case html.CommentToken, html.DoctypeToken, html.SelfClosingTagToken:
			t.Errorf("%s", z.Raw())
		}
	}
}
