package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"
)

// TestHostile reads a folder of inputs that no editor would print: each gives a graph or a line that says why not; none
// gives a panic, and those that can be read come out.
func TestHostile(t *testing.T) {
	dir, out := t.TempDir(), t.TempDir()
	good := "Ada Berg met Paul Rey in Rome on Friday. "
	var wide []byte
	for _, u := range utf16.Encode([]rune("\ufeff" + good)) {
		wide = append(wide, byte(u), byte(u>>8))
	}
	for name, b := range map[string][]byte{
		"empty.txt":      {},
		"nul.txt":        make([]byte, 5000),
		"line.txt":       bytes.Repeat([]byte("word "), 4<<20),
		"commas.txt":     []byte(strings.Repeat("Berg, ", 5000) + good),
		"brackets.txt":   []byte(strings.Repeat("(", 20000) + good),
		"marks.txt":      []byte("B" + strings.Repeat("\u0301", 20000) + good),
		"direction.txt":  []byte("\u202e" + good + "\x1b[31m\u2066"),
		"invalid.txt":    []byte("\xff\xfe\x80 " + good + "\xc3"),
		"wide.txt":       wide,
		"deep.html":      []byte(strings.Repeat("<div>", 50000) + "<p>" + good),
		"broken.html":    []byte("<html><p " + strings.Repeat("a=b ", 20000) + "<p>" + good + "</table></p"),
		"broken.jsonl":   []byte("{\"text\":\n[]\nnull\n{\"text\":7}\n{\"text\":\"" + good + "\",\"published\":\"soon\"}\n"),
		"deep.json":      []byte(strings.Repeat("[", 100000)),
		"entity.tml":     []byte("<!DOCTYPE x [<!ENTITY a \"" + good + "\">]><TimeML><TEXT>&a;" + good + "</TEXT>"),
		"dates.txt":      []byte(strings.Repeat("1/1/1/1/", 3000) + " in 99999 BC and 30 February. " + good),
		"markup.txt":     []byte("<script>alert(1)</script> said \"]]> & ${x} {{.}} \\N \\G\" to </style> Ada Berg. " + good),
		"graph.yaml":     []byte("schema: dateline/v1\nevents: [{id: event/x, roles: [{role: agent, entity: person/nobody}]}]\n"),
		"bomb.yaml.json": []byte("{\"schema\":\"dateline/v1\",\"sources\":[{}]}"),
	} {
		if err := os.WriteFile(filepath.Join(dir, name), b, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var messages bytes.Buffer
	c := newRoot()
	c.SetArgs([]string{"build", dir, filepath.Join(dir, "graph.yaml"), "--out", out, "--quiet", "--format", "timeline,page,svg,yaml,json"})
	c.SetErr(&messages)
	if err := c.ExecuteContext(t.Context()); err != nil {
		t.Fatal(err, messages.String())
	}
	for _, want := range []string{"empty.txt: empty", "nul.txt: ", "line.txt: larger", "broken.jsonl:1", "graph.yaml:"} {
		if !strings.Contains(messages.String(), want) {
			t.Errorf("no message %q", want)
		}
	}
	if strings.Contains(messages.String(), "fault in dateline") || strings.ContainsAny(messages.String(), "\x1b\u202e") {
		t.Error(messages.String())
	}
	b, err := os.ReadFile(filepath.Join(out, "graph.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range []string{"commas", "brackets", "invalid", "wide", "deep", "broken", "markup"} {
		if !bytes.Contains(b, []byte("\n  - id: "+id)) {
			t.Errorf("%s was not read", id)
		}
	}
}
