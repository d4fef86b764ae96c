package output

import (
	"bytes"
	"flag"
	unescape "html"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"dateline/graph"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// write runs a format and gives its bytes.
func write(t testing.TB, f Format, g *graph.Graph, o Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := f.Write(&b, g, o); err != nil {
		t.Fatalf("%s: %v", f.Name, err)
	}
	return b.Bytes()
}

// TestGolden writes the autumn of 2015 in every format. The files are examples of what dateline makes: look at them
// after -update.
func TestGolden(t *testing.T) {
	g := autumn(t)
	for _, f := range Formats {
		if f.Name == "png" || f.Name == "pdf" { // made of map.svg by package paint, which has its own tests
			continue
		}
		if f.Name == "html" { // half a megabyte of script: its data are what can go wrong
			f = Format{Name: f.Name, File: "explorer.json", Write: ExplorerData}
		}
		if file := write(t, f, g, Options{}); f.Files != nil {
			golden(t, f.Folder()+".txtar", txtar.Format(&txtar.Archive{Files: unpack(t, f, file)}))
		} else {
			golden(t, f.File, file)
		}
	}
	text, _ := Lookup("timeline")
	golden(t, "timeline-quotes.txt", write(t, text, g, Options{Quotes: true, Width: 80}))
	golden(t, "timeline-color.txt", write(t, text, g, Options{Color: true}))
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s (-want +got):\n%.2000s", path, diff)
	}
}

// TestSame: the same graph gives the same bytes, also for several writers at once, and is not changed.
func TestSame(t *testing.T) {
	g, before := autumn(t), autumn(t)
	for _, f := range Formats {
		want := write(t, f, g, Options{})
		var all sync.WaitGroup
		for range 4 {
			all.Go(func() {
				if got := write(t, f, g, Options{}); !bytes.Equal(got, want) {
					t.Errorf("%s: another run gave other bytes", f.Name)
				}
			})
		}
		all.Wait()
	}
	if diff := cmp.Diff(before, g); diff != "" {
		t.Errorf("writing changed the graph:\n%s", diff)
	}
}

// bare are the formats that are a line an event and nothing else.
var bare = []string{"jsonl", "plover", "gdelt", "ftm"}

// TestNothing: a graph without anything is not an error.
func TestNothing(t *testing.T) {
	for _, f := range Formats {
		if b := write(t, f, &graph.Graph{}, Options{}); len(b) == 0 && !slices.Contains(bare, f.Name) {
			t.Errorf("%s: wrote nothing", f.Name)
		}
	}
}

func TestLookup(t *testing.T) {
	for _, f := range Formats {
		for _, name := range []string{f.Name, f.File} {
			if got, ok := Lookup(name); !ok || got.Name != f.Name {
				t.Errorf("Lookup(%q) = %v, %v", name, got.Name, ok)
			}
		}
	}
	if _, ok := Lookup("docx"); ok {
		t.Error("there is no docx")
	}
}

// TestLinks: every link within the page, and every link of the map into the page, leads to something, and no two things
// have the same id.
func TestLinks(t *testing.T) {
	g := autumn(t)
	html, _ := Lookup("page")
	svg, _ := Lookup("svg")
	story, _ := Lookup("storyline")
	pictures := string(write(t, svg, g, Options{})) + string(write(t, story, g, Options{}))
	page := string(write(t, html, g, Options{}))
	ids := map[string]bool{}
	for _, m := range regexp.MustCompile(` id="([^"]+)"`).FindAllStringSubmatch(page, -1) {
		if id := unescape.UnescapeString(m[1]); ids[id] {
			t.Errorf("two things have the id %s", id)
		} else {
			ids[id] = true
		}
	}
	links := 0
	for _, m := range regexp.MustCompile(` href="(?:timeline\.html)?#([^"]+)"`).FindAllStringSubmatch(page+pictures, -1) {
		links++
		if to := unescape.UnescapeString(m[1]); !ids[to] {
			t.Errorf("a link leads to %s, which is not there", to)
		}
	}
	if links < 300 {
		t.Errorf("only %d links", links)
	}
}
