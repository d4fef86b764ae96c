package graph

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"
)

// anyText draws what may stand in an article, with much that YAML or JSON could stumble over.
func anyText() *rapid.Generator[string] {
	return rapid.OneOf(
		rapid.SampledFrom([]string{"", "no", "On", "null", "~", "2015-09-30", "1e3", "0x1f", "12:30:45", "a: b", "a #b", "- a", "[x]", "{", "y",
			" lead", "trail ", "line\nfeed", "\r\n", "\t", "\"quoted\"", "back\\slash", "\u0085\u2028\u2029\ufeff", "\x00\x1f\x7f", "💥 emoji", "Erdoğan", "é", "'", "---", "...", "!tag", "&anchor", "*alias", "%", "@", "`", "NaN", ".inf", "<<", "=", "\ufffe", "\ufffd"}),
		rapid.String())
}

// anyGraph draws every field of every struct by reflection, so that a field that Encode or Read forgets is found.
func anyGraph() *rapid.Generator[Graph] {
	return rapid.MakeCustom[Graph](rapid.MakeConfig{
		Types: map[reflect.Type]*rapid.Generator[any]{
			reflect.TypeFor[Time](): anyTime().AsAny(),
			reflect.TypeFor[When](): rapid.Custom(drawWhen).AsAny(),
		},
		Kinds: map[reflect.Kind]*rapid.Generator[any]{
			reflect.String:  anyText().AsAny(),
			reflect.Int:     rapid.IntRange(-1, 1<<40).AsAny(),
			reflect.Float64: rapid.OneOf(rapid.Float64(), rapid.Float64Range(0, 1), rapid.SampledFrom([]float64{129, 1e15, 0.1})).Filter(func(f float64) bool { return f-f == 0 }).AsAny(),
		},
	})
}

// drawWhen is any When whose likely day lies in its time.
func drawWhen(t *rapid.T) When {
	w := When{Time: anyTime().Draw(t, "time"), Sure: Sureness(anyText().Draw(t, "sure")), Reason: anyText().Draw(t, "reason")}
	if rapid.Bool().Draw(t, "guess") && w.Time.Known() && w.Time.Days() != 1 {
		w.Time.About = false // EDTF has one sign at a date
		w.Likely, w.Time.Grain = w.Time.begin(), Within
		w.Time = w.Time.Normal()
	}
	return w
}

func TestReadEncode(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := anyGraph().Draw(t, "g")
		for _, format := range []struct {
			name   string
			encode func(*Graph, *bytes.Buffer, EncodeOptions) error
		}{
			{"YAML", func(g *Graph, b *bytes.Buffer, o EncodeOptions) error { return g.EncodeYAML(b, o) }},
			{"JSON", func(g *Graph, b *bytes.Buffer, o EncodeOptions) error { return g.EncodeJSON(b, o) }},
		} {
			var b bytes.Buffer
			if err := format.encode(&g, &b, EncodeOptions{WithText: true}); err != nil {
				t.Fatal(err)
			}
			if !strings.Contains(b.String()[:20], "schema") || !bytes.HasSuffix(b.Bytes(), []byte("\n")) {
				t.Fatalf("%s begins or ends wrongly:\n%s", format.name, &b)
			}
			got, err := Read(bytes.NewReader(b.Bytes()))
			if err != nil {
				t.Fatalf("%s: %v\n%s", format.name, err, &b)
			}
			if diff := cmp.Diff(&g, got, cmpopts.EquateEmpty()); diff != "" {
				t.Fatalf("%s:\n%s\n%s", format.name, diff, &b)
			}
			if parts, ok := cut(b.Bytes(), 100); format.name == "YAML" && ok {
				var d document
				if err := readParts(parts, &d); err != nil {
					t.Fatalf("in parts: %v\n%q", err, parts)
				}
				if diff := cmp.Diff(&g, &d.Graph, cmpopts.EquateEmpty()); diff != "" {
					t.Fatalf("in parts:\n%s\n%q", diff, parts)
				}
			} else if format.name == "YAML" && b.Len() > 100 {
				t.Fatalf("not cut:\n%s", &b)
			}
			if format.name == "JSON" && !json.Valid(b.Bytes()) {
				t.Fatalf("no JSON:\n%s", &b)
			}
		}
	})
}

const small = `schema: dateline/v1
sources:
  - id: g20
    title: "Summit: day one"
    origin: articles/g20.txt
    publisher: ""
    published: "2015-11-16"
    publishedFrom: metadata
    hash: "sha256:00"
entities:
  - id: person/barack-obama
    name: Barack Obama
    type: person
    aliases: [Obama, President Obama]
    mentions: 1
    sources: 1
    keys: ["person:barack obama"]
    evidence:
      - {source: g20, sentence: 0, start: 0, end: 12, trigger: {start: 0, end: 12}, quote: Barack Obama, by: names}
events:
  - id: event/2015-11-15/consult/barack-obama
    type: CONSULT
    trigger: met
    lemma: meet
    label: Barack Obama met reporters
    when: {edtf: "2015-11-15", earliest: "2015-11-15", latest: "2015-11-15", reason: the day before}
    order: 12
    roles:
      - {role: agent, entity: person/barack-obama}
      - {role: patient, text: "reporters, guests"}
    status: happened
    attribution:
      - {text: a US official, verb: said}
    quantities:
      - {what: killed, atLeast: 129, about: true}
    articles: 1
    conflicts: []
    why:
      - "no"
    evidence:
      - {source: g20, sentence: 0, start: 0, end: 20, trigger: {start: 13, end: 16}, quote: "Barack Obama met …", by: "consult.yaml:12", score: 0.5}
relations: []
`

func TestYAMLForm(t *testing.T) {
	g, err := Read(strings.NewReader(small))
	if err != nil {
		t.Fatal(err)
	}
	var y, j bytes.Buffer
	if err := g.EncodeYAML(&y, EncodeOptions{}); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(small, y.String()); diff != "" {
		t.Error(diff)
	}
	if err := g.EncodeJSON(&j, EncodeOptions{}); err != nil {
		t.Fatal(err)
	}
	h, err := Read(&j)
	if diff := cmp.Diff(g, h); diff != "" || err != nil {
		t.Error(err, diff)
	}
}

func TestWhenJSON(t *testing.T) {
	for want, w := range map[string]When{
		`{"edtf":"2015-09","earliest":"2015-09-01","latest":"2015-09-30","reason":"said \"September\""}`: {Time: MonthOf(2015, 9), Reason: `said "September"`},
		`{"edtf":"2015-09/..","earliest":"2015-09-01","latest":""}`:                                      {Time: Since(MonthOf(2015, 9))},
		`{"edtf":"2015-11-16?","earliest":"","latest":"2015-11-16","sure":"likely","reason":"news"}`: {
			Time: Until(DayOf(Date{2015, 11, 16})), Likely: Date{2015, 11, 16}, Sure: Likely, Reason: "news"},
		`{"edtf":""}`: {},
	} {
		b, err := json.Marshal(w)
		if err != nil || string(b) != want {
			t.Errorf("%s, %v, want %s", b, err, want)
		}
		var got When
		if err := json.Unmarshal(b, &got); err != nil || got != w {
			t.Errorf("%s reads %+v, %v", b, got, err)
		}
	}
}

func TestReadFaults(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"nothing", "", "1:1: no \"schema: dateline/v1\": this is no graph of dateline"},
		{"a text", "Just some words.", "1:1: no \"schema: dateline/v1\": this is no graph of dateline\n1:1: keys with values should stand here"},
		{"newer", "schema: dateline/v9\n", "1:1: schema \"dateline/v9\" is not known; this program reads dateline/v1"},
		{"all at once", "schema: dateline/v1\nevents:\n  - id: 5\n    wen: x\n    when: {edtf: soon}\n    articles: two\n    id: 6\n    roles: none\n",
			"4:5: unknown key \"wen\"\n5:18: \"soon\" is not a time in EDTF, such as 2015-09-30, 2015-09, 2015-09/.. or [2015-09-28..2015-09-30]\n6:15: \"two\" is not a whole number\n7:5: key \"id\" stands here twice\n8:12: a list should stand here"},
		{"anchors", "schema: dateline/v1\nevents: &a []\nrelations: *a\n", "2:9: anchors and aliases are not read here\n3:12: anchors and aliases are not read here"},
		{"tags", "schema: dateline/v1\nevents: !!set {}\n", "2:9: tags such as !!set are not read here"},
		{"no YAML", "schema: dateline/v1\nevents: [\n", "2:1: did not find expected node content"},
		{"two documents", "schema: dateline/v1\n---\na: b\n", "more than one document, or something after the first"},
		{"broken JSON", "{\"schema\":\"dateline/v1\",\n\"events\":[{\"ID\":1},]}", "2:12: unknown key \"ID\""},
		{"JSON and more", "{\"schema\":\"dateline/v1\"}\n x", "2:2: more after the end of the graph"},
		{"JSON of others", "{\"type\":\"FeatureCollection\"}", "1:1: no \"schema: dateline/v1\": this is no graph of dateline\n1:2: unknown key \"type\""},
	} {
		_, err := Read(strings.NewReader(c.in))
		if err == nil || err.Error() != c.want {
			t.Errorf("%s: got\n%v\nwant\n%s", c.name, err, c.want)
		}
	}
}

func TestReadByHand(t *testing.T) {
	g, err := Read(strings.NewReader("# notes\nschema: dateline/v1\nevents:\n- id: 2015-09-30\n  when:\n    edtf: 2015-09-30\n  label: no\n  roles:\nsources:\n- {id: 007, published: 2015-11}\n"))
	if err != nil {
		t.Fatal(err)
	}
	want := &Graph{
		Sources: []Source{{ID: "007", Published: MonthOf(2015, 11)}},
		Events:  []Event{{ID: "2015-09-30", Label: "no", When: When{Time: DayOf(date(2015, 9, 30))}}},
	}
	if diff := cmp.Diff(want, g); diff != "" {
		t.Error(diff)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(small)
	f.Add("{\"schema\":\"dateline/v1\",\"events\":[{\"id\":\"x\",\"when\":{\"edtf\":\"2015~\"}}]}")
	f.Fuzz(func(t *testing.T, s string) {
		g, err := Read(strings.NewReader(s))
		if parts, ok := cut([]byte(s), 8); ok {
			var d document
			if readParts(parts, &d) == nil && d.Schema == Schema {
				d.tidy()
				if diff := cmp.Diff(g, &d.Graph); diff != "" || err != nil {
					t.Fatalf("read in parts: %v %s\n%q", err, diff, parts)
				}
			}
		}
		if err != nil {
			return
		}
		for _, encode := range []func(*Graph, *bytes.Buffer) error{
			func(g *Graph, b *bytes.Buffer) error { return g.EncodeYAML(b, EncodeOptions{WithText: true}) },
			func(g *Graph, b *bytes.Buffer) error { return g.EncodeJSON(b, EncodeOptions{WithText: true}) },
		} {
			var b bytes.Buffer
			if err := encode(g, &b); err != nil {
				t.Fatal(err)
			}
			h, err := Read(&b)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(g, h, cmpopts.EquateEmpty()); diff != "" {
				t.Fatal(diff)
			}
		}
	})
}
