package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"net/url"
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
	provePage(t, fromJSON, page(t, file("timeline.html")))
	proveTimeline(t, "timeline.txt", fromJSON, string(file("timeline.txt")))
	proveTimeline(t, "standard output", fromJSON, printed.String())
	proveMap(t, file("map.svg"), page(t, file("timeline.html")))
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

// quoted is one event's evidence as a reader sees it.
type quoted struct{ sentence, trigger string }

// evidence is all that the events of g quote.
func evidence(g found) map[quoted]bool {
	texts := map[string]string{}
	for _, s := range g.Sources {
		texts[s.ID] = s.Text
	}
	all := map[quoted]bool{}
	for _, e := range g.Events {
		for _, v := range e.Evidence {
			all[quoted{fold(v.Quote), fold(texts[v.Source][v.Trigger.Start:v.Trigger.End])}] = true
		}
	}
	return all
}

func page(t *testing.T, b []byte) *html.Node {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	return root
}

// provePage checks that the block quotations of the page, with what is marked in them, are the evidence of the events:
// no other and none left out.
func provePage(t *testing.T, g found, root *html.Node) {
	want, n := evidence(g), 0
	got := map[quoted]bool{}
	for b := range root.Descendants() {
		if b.Type != html.ElementNode || b.Data != "blockquote" {
			continue
		}
		q := quoted{sentence: fold(textOf(b))}
		for m := range b.Descendants() {
			if m.Type == html.ElementNode && m.Data == "mark" {
				q.trigger = fold(textOf(m))
			}
		}
		if !want[q] {
			t.Errorf("timeline.html: %q with the trigger %q is no event's evidence", q.sentence, q.trigger)
		}
		got[q] = true
		n++
	}
	if len(got) != len(want) {
		t.Errorf("timeline.html: %d different quotes, want %d", len(got), len(want))
	}
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

// proveTimeline checks that the quotes of a timeline in plain text are the evidence of the events: each event has one of
// its own, and there are no more than there is evidence.
func proveTimeline(t *testing.T, name string, g found, text string) {
	text = fold(text)
	most := 0
	for _, e := range g.Events {
		shown := 0
		for _, v := range e.Evidence {
			if strings.Contains(text, "“"+fold(v.Quote)+"”") {
				shown++
			}
		}
		if shown == 0 {
			t.Errorf("%s: %s: none of its sentences is quoted: %q", name, e.ID, e.Evidence[0].Quote)
		}
		most += len(e.Evidence)
	}
	if n := strings.Count(text, "” — "); n < len(g.Events) || n > most {
		t.Errorf("%s: %d quotes of %d events with %d pieces of evidence", name, n, len(g.Events), most)
	}
}

// proveMap checks that what is drawn leads to its evidence: every link of the map goes to a place that the page has.
func proveMap(t *testing.T, svg []byte, root *html.Node) {
	places := map[string]bool{}
	for n := range root.Descendants() {
		for _, a := range n.Attr {
			if a.Key == "id" {
				places[a.Val] = true
			}
		}
	}
	links, dec := 0, xml.NewDecoder(bytes.NewReader(svg))
	for {
		tok, err := dec.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatalf("map.svg: %v", err)
		}
		e, _ := tok.(xml.StartElement)
		for _, a := range e.Attr {
			if a.Name.Local != "href" || strings.HasPrefix(a.Value, "#") {
				continue
			}
			links++
			u, err := url.Parse(a.Value)
			if err != nil || u.Path != "timeline.html" || !places[u.Fragment] && !places[u.EscapedFragment()] {
				t.Errorf("map.svg: %s leads nowhere (%v)", a.Value, err)
			}
		}
	}
	if links < 10 {
		t.Errorf("map.svg: only %d links", links)
	}
}

// fold makes each run of white space one blank.
func fold(s string) string { return strings.Join(strings.Fields(s), " ") }
