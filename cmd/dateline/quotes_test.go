package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"gopkg.in/yaml.v3"

	"dateline/output"
)

// found is as much of a graph file as the proof needs. It is read by libraries, not by package graph, which wrote it.
type found struct {
	Sources                     []struct{ ID, Hash, Text string }
	Entities, Events, Relations []thing
}

type thing struct {
	ID, Trigger string
	Evidence    []struct {
		Source     string
		Start, End int
		Trigger    struct{ Start, End int }
		Quote      string
	}
}

// TestQuotes reads the samples as a person would and proves of every output that what it quotes stands in the article:
// at the bytes that it names, and with the trigger in it.
func TestQuotes(t *testing.T) {
	dir := t.TempDir()
	formats := ""
	for _, f := range output.Formats {
		formats += "," + f.Name
	}
	var printed bytes.Buffer
	c := newRoot()
	c.SetArgs([]string{"build", "--samples", "--out", dir, "--quotes", "--with-text", "--format", formats[1:]})
	c.SetOut(&printed)
	c.SetErr(os.Stderr)
	if err := c.ExecuteContext(t.Context()); err != nil {
		t.Fatal(err)
	}
	file := func(name string) []byte {
		b, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	var fromJSON, fromYAML found
	if err := json.Unmarshal(file("graph.json"), &fromJSON); err != nil {
		t.Fatal(err)
	}
	if err := yaml.Unmarshal(file("graph.yaml"), &fromYAML); err != nil {
		t.Fatal(err)
	}
	n := proveGraph(t, "graph.json", fromJSON)
	if m := proveGraph(t, "graph.yaml", fromYAML); m != n {
		t.Errorf("graph.json has %d quotes, graph.yaml %d", n, m)
	}
	proveQuotes(t, "timeline.html", fromJSON, pageQuotes(t, file("timeline.html")))
	proveQuotes(t, "timeline.txt", fromJSON, lineQuotes(string(file("timeline.txt"))))
	proveQuotes(t, "standard output", fromJSON, lineQuotes(printed.String()))
	if svg := string(file("map.svg")); strings.Contains(svg, "“") {
		proveQuotes(t, "map.svg", fromJSON, lineQuotes(html.UnescapeString(svg)))
	}
}

// proveGraph checks all evidence of a graph file against the texts in it, and counts it.
func proveGraph(t *testing.T, name string, g found) int {
	texts := map[string]string{}
	for _, s := range g.Sources {
		texts[s.ID] = s.Text
		if sum := sha256.Sum256([]byte(s.Text)); s.Text == "" || s.Hash != "sha256:"+hex.EncodeToString(sum[:]) {
			t.Errorf("%s: %s: the hash is not that of the text", name, s.ID)
		}
	}
	n := 0
	for i, things := range [][]thing{g.Entities, g.Events, g.Relations} {
		if len(things) == 0 && i < 2 {
			t.Errorf("%s: nothing found of kind %d", name, i)
		}
		for _, x := range things {
			if len(x.Evidence) == 0 {
				t.Errorf("%s: %s has no evidence", name, x.ID)
			}
			triggered := x.Trigger == ""
			for _, e := range x.Evidence {
				n++
				text := texts[e.Source]
				if e.Start < 0 || e.Start >= e.End || e.End > len(text) || text[e.Start:e.End] != e.Quote {
					t.Errorf("%s: %s: %q does not stand at %d to %d of %s", name, x.ID, e.Quote, e.Start, e.End, e.Source)
					continue
				}
				if e.Trigger.Start < e.Start || e.Trigger.Start >= e.Trigger.End || e.Trigger.End > e.End {
					t.Errorf("%s: %s: the trigger %v lies outside %d to %d", name, x.ID, e.Trigger, e.Start, e.End)
					continue
				}
				triggered = triggered || fold(text[e.Trigger.Start:e.Trigger.End]) == x.Trigger
			}
			if !triggered {
				t.Errorf("%s: %s: no quote has the trigger %q at its place", name, x.ID, x.Trigger)
			}
		}
	}
	return n
}

// quoted is a quotation as a reader sees it; the trigger is empty where the output does not mark it.
type quoted struct{ sentence, trigger string }

// proveQuotes checks that what an output for people quotes stands in an article, and that it is an event's evidence with
// the trigger that is marked.
func proveQuotes(t *testing.T, name string, g found, quotes []quoted) {
	triggers := map[string][]string{}
	for _, s := range g.Sources {
		for _, e := range g.Events {
			for _, v := range e.Evidence {
				if v.Source == s.ID {
					triggers[fold(v.Quote)] = append(triggers[fold(v.Quote)], fold(s.Text[v.Trigger.Start:v.Trigger.End]))
				}
			}
		}
	}
	if len(quotes) < len(g.Events)/2 {
		t.Errorf("%s: only %d quotes of %d events", name, len(quotes), len(g.Events))
	}
	for _, q := range quotes {
		words := triggers[q.sentence]
		ok := len(words) > 0 && q.trigger == ""
		for _, w := range words {
			ok = ok || w == q.trigger
		}
		if !ok {
			t.Errorf("%s: %q with the trigger %q is no event's evidence", name, q.sentence, q.trigger)
		}
	}
}

// pageQuotes are the block quotations of a web page and what is marked in them.
func pageQuotes(t *testing.T, page []byte) []quoted {
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var all []quoted
	for n := range root.Descendants() {
		if n.Type != html.ElementNode || n.Data != "blockquote" {
			continue
		}
		q := quoted{sentence: fold(textOf(n))}
		for m := range n.Descendants() {
			if m.Type == html.ElementNode && m.Data == "mark" {
				q.trigger = fold(textOf(m))
			}
		}
		all = append(all, q)
	}
	return all
}

func textOf(n *html.Node) string {
	text := ""
	for m := range n.Descendants() {
		if m.Type == html.TextNode {
			text += m.Data
		}
	}
	return text
}

// lineQuotes are the quotations of a timeline in plain text: from a line that begins with “ to the sign ” before " — ".
func lineQuotes(text string) []quoted {
	var all []quoted
	for _, block := range strings.Split(text, "\n\n") {
		_, rest, ok := strings.Cut(fold(block), " “")
		for ok {
			var sentence string
			sentence, rest, ok = strings.Cut(rest, "” — ")
			if ok {
				all = append(all, quoted{sentence: sentence})
				_, rest, ok = strings.Cut(rest, " “")
			}
		}
	}
	return all
}

// fold makes each run of white space one blank.
func fold(s string) string { return strings.Join(strings.Fields(s), " ") }
