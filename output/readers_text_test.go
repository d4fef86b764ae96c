package output

import (
	"bytes"
	"encoding/json"
	"html"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	graphviz "github.com/goccy/go-graphviz"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	nethtml "golang.org/x/net/html"

	"dateline/graph"
)

// rendered is what a reader of Markdown sees: the text, and how often each element is there. Only elements of ours are.
func rendered(t testing.TB, source []byte, allowed string) (text string, elements map[string]int) {
	t.Helper()
	var page bytes.Buffer
	if err := goldmark.New(goldmark.WithExtensions(extension.GFM)).Convert(source, &page); err != nil {
		t.Fatal(err)
	}
	elements = map[string]int{}
	var b strings.Builder
	z := nethtml.NewTokenizer(&page)
	for {
		switch z.Next() {
		case nethtml.ErrorToken:
			return b.String(), elements
		case nethtml.TextToken:
			b.WriteString(html.UnescapeString(string(z.Raw())))
		case nethtml.StartTagToken, nethtml.SelfClosingTagToken:
			token := z.Token()
			elements[token.Data]++
			bareLink := token.Data == "a" && strings.HasPrefix(token.Attr[0].Val, "http://") // by the reader, from text
			if !strings.Contains(allowed, " "+token.Data+" ") && !bareLink {
				t.Errorf("element %s", token)
			}
		case nethtml.CommentToken, nethtml.DoctypeToken:
			t.Errorf("%s", z.Raw())
		}
	}
}

func readMarkdown(t testing.TB, g *graph.Graph, file []byte) []string {
	text, elements := rendered(t, file, " h1 h2 p ul li strong em blockquote ")
	equal(t, "items", elements["li"], len(g.Events))
	return []string{text}
}

// FuzzMarkdownText: another reader sees the text, and nothing but text, wherever it stands in a line.
func FuzzMarkdownText(f *testing.F) {
	for _, s := range nasty() {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = clean(s)
		for _, before := range []string{"", "- ", "> ", "- **"} {
			after := ""
			if before == "- **" {
				after = "** x"
			}
			text, _ := rendered(t, []byte(before+mdText(s)+after+"\n"), " p ul li strong blockquote ")
			if got := strings.Join(strings.Fields(text), " "); after == "" && got != strings.Join(strings.Fields(s), " ") {
				t.Errorf("%q came back as %q", s, got)
			}
		}
	})
}

// markwhenLine is an entry after the grammar of markwhen: a date or range of EDTF, a colon, text with tags.
var markwhenLine = regexp.MustCompile(`^\d{4}(-\d\d(-\d\d)?)?(/\d{4}(-\d\d(-\d\d)?)?)?: (.+?)((?: #[a-z-]+)*)$`)

// narrow gives the wide twins of markwhen their form back.
var narrow = strings.NewReplacer("＃", "#", "＠", "@", "［", "[", "］", "]", "（", "(", "）", ")", "／／", "//", "！", "!", "｛", "{", "｝", "}", "％", "%")

func readMarkwhen(t testing.TB, g *graph.Graph, file []byte) (texts []string) {
	_, body, _ := strings.Cut(string(file), "\n---\n")
	entries, depth := 0, 0
	for _, line := range strings.Split(body, "\n") {
		m := markwhenLine.FindStringSubmatch(line)
		switch {
		case m != nil:
			entries++
			if strings.ContainsAny(m[6], "#@[]()") {
				t.Errorf("%q holds more than text", line)
			}
			texts = append(texts, narrow.Replace(m[6]))
		case strings.HasPrefix(line, "section "):
			depth++
		case line == "endSection":
			depth--
		case line != "" && !strings.HasPrefix(line, "// "):
			t.Errorf("line %q", line)
		}
		if depth < 0 || depth > 1 {
			t.Errorf("sections do not fit at %q", line)
		}
	}
	want := 0
	for _, e := range g.Events {
		want += b2i(markwhenSpan(e.When) != "")
	}
	equal(t, "entries", entries, want)
	for _, e := range g.Events { // wide twins in the text itself come back narrow
		if label := labelOf(&e); narrow.Replace(label) != label {
			texts = append(texts, label)
		}
	}
	return texts
}

// mermaidCode is an entity code of Mermaid.
var mermaidCode = regexp.MustCompile(`#(\d+);`)

// readMermaid takes the diagram apart as the lexer of Mermaid's timelines does: keywords at the beginning of a line, the
// rest parted by colons; a number sign, a percent sign or a semicolon that is no entity code would end or change it.
func readMermaid(t testing.TB, g *graph.Graph, file []byte) (texts []string) {
	lines := strings.Split(strings.TrimSuffix(string(file), "\n"), "\n")
	if lines[0] != "timeline" {
		t.Errorf("begins with %q", lines[0])
	}
	events := 0
	decode := func(s string) string {
		if strings.ContainsAny(mermaidCode.ReplaceAllString(s, ""), "#;%{}<>\"`\\") {
			t.Errorf("%q is more than text", s)
		}
		return mermaidCode.ReplaceAllStringFunc(s, func(c string) string {
			n, err := strconv.Atoi(c[1 : len(c)-1])
			if err != nil {
				t.Error(err)
			}
			return string(rune(n))
		})
	}
	for _, line := range lines[1:] {
		parts := strings.SplitN(strings.TrimSpace(line), ":", 2)
		if len(parts) == 1 {
			if !strings.HasPrefix(parts[0], "section ") && !strings.HasPrefix(parts[0], "title ") {
				t.Errorf("line %q", line)
			}
			continue
		}
		if strings.Contains(parts[1], ":") {
			t.Errorf("more than one event in %q", line)
		}
		events++
		texts = append(texts, decode(strings.TrimSpace(parts[1])))
	}
	equal(t, "events", events, len(g.Events))
	return texts
}

func readTimesketch(t testing.TB, g *graph.Graph, file []byte) (texts []string) {
	rows := table(t, "timesketch.csv", file)
	want := 0
	for _, e := range g.Events {
		want += b2i(onSketch(start(e.When.Best())))
	}
	equal(t, "rows", len(rows), want)
	for _, row := range rows {
		at, err := time.Parse(time.RFC3339, row["datetime"])
		if micro, _ := strconv.ParseInt(row["timestamp"], 10, 64); err != nil || at.UnixMicro() != micro || row["timestamp_desc"] == "" || row["message"] == "" {
			t.Errorf("%v, %v", row, err)
		}
		for _, cell := range row {
			if len(cell) > maxField {
				t.Errorf("field of %d bytes", len(cell))
			}
			texts = append(texts, cell)
		}
	}
	return texts
}

// ploverSchema is the chapter "Data Fields" of the manual of PLOVER, in our words.
const ploverSchema = `{"type":"object","required":["id","date","actor","event"],"properties":{
 "id":{"type":"string","minLength":1},"date":{"$ref":"#/$defs/day"},"enddate":{"$ref":"#/$defs/day"},
 "actor":{"type":"array","items":{"$ref":"#/$defs/entity"}},"recipient":{"type":"array","items":{"$ref":"#/$defs/entity"}},
 "event":{"type":"array","minItems":1,"items":{"enum":["AGREE","CONSULT","SUPPORT","CONCEDE","COOPERATE","AID","RETREAT","REQUEST","ACCUSE",
  "REJECT","THREATEN","PROTEST","SANCTION","MOBILIZE","COERCE","ASSAULT","DEMAND","DISAPPROVE","FIGHT"]}},
 "mode":{"type":"array","items":{"type":"string","minLength":1}},"context":{"type":"array","items":{"type":"string","minLength":1}},
 "event_scale":{"type":"number","minimum":-10,"maximum":10},
 "quad_code":{"type":"integer","minimum":1,"maximum":4}},
"$defs":{"day":{"type":"string","pattern":"^-?[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
 "entity":{"type":"object","required":["entity_text"]}}}`

func readPLOVER(t testing.TB, g *graph.Graph, file []byte) (texts []string) {
	want := 0
	for _, e := range g.Events {
		want += b2i(coded(&e))
	}
	var all []any
	n := eachLine(t, file, func(line map[string]any) { all = append(all, line) })
	equal(t, "records", n, want)
	whole, err := json.Marshal(all)
	if err != nil {
		t.Fatal(err)
	}
	if n > 0 {
		valid(t, `{"type":"array","items":`+strings.Replace(strings.Replace(ploverSchema, `"$defs"`, `"x"`, 1), "#/$defs", "#/items/x", -1)+`}`, whole)
	}
	for _, line := range all {
		texts = append(texts, stringsOf(line)...)
	}
	return texts
}

func readGDELT(t testing.TB, g *graph.Graph, file []byte) (texts []string) {
	rows := strings.Split(strings.TrimSuffix(string(file), "\n"), "\n")
	equal(t, "rows", len(rows), len(g.Events))
	ids := map[string]bool{}
	for _, row := range rows {
		cells := strings.Split(row, "\t")
		equal(t, "columns", len(cells), 61)
		ids[cells[0]] = true
		if _, err := strconv.ParseInt(cells[0], 10, 64); err != nil {
			t.Error(err)
		}
		if day := cells[1]; day != "" && (len(day) != 8 || !strings.HasPrefix(day, cells[2]) || !strings.HasPrefix(day, cells[3])) {
			t.Errorf("dates %q", cells[1:5])
		}
		if code := cells[26]; code != "" && (len(code) != 3 || !strings.HasPrefix(code, cells[28])) {
			t.Errorf("codes %q", cells[26:30])
		}
		texts = append(texts, cells...)
	}
	equal(t, "different ids", len(ids), len(rows))
	return texts
}

func readDOT(t testing.TB, g *graph.Graph, file []byte) (texts []string) {
	d, err := graphviz.ParseBytes(file)
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	nodes, err := d.NodeNum()
	if err != nil {
		t.Fatal(err)
	}
	edges, err := d.EdgeNum()
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "nodes", nodes, len(g.Entities)+len(g.Events))
	equal(t, "edges", edges, lines(g))
	shown := strings.NewReplacer(`\\`, `\`, `\n`, "\n", "&amp;", "&")
	n, err := d.FirstNode()
	for ; n != nil && err == nil; n, err = d.NextNode(n) {
		texts = append(texts, shown.Replace(n.GetStr("label")), shown.Replace(n.GetStr("tooltip")))
	}
	return texts
}
