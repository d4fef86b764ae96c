package ingest

import (
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"dateline/graph"
)

// fuzz feeds bytes to the reader of one format: whatever they are, there is no panic, what comes out holds together,
// and it comes out twice the same. The cases in testdata are the seeds.
func fuzz(f *testing.F, name string) {
	paths, _ := filepath.Glob("testdata/*.txtar")
	for _, path := range paths {
		ar, err := txtar.ParseFile(path)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range ar.Files {
			if filepath.Ext(file.Name) == filepath.Ext(name) {
				f.Add(file.Data)
			}
		}
	}
	r := reader(f, "2015-11-16")
	f.Fuzz(func(t *testing.T, b []byte) {
		items, problems := r.ReadBytes(name, b)
		if len(items)+len(problems) == 0 && name != "a.jsonl" && name != "a.json" {
			t.Fatal("nothing at all")
		}
		check(t, items)
		again, more := r.ReadBytes(name, b)
		if show(items, problems) != show(again, more) {
			t.Fatal("not the same twice")
		}
	})
}

func FuzzText(f *testing.F)   { fuzz(f, "a.txt") }
func FuzzHTML(f *testing.F)   { fuzz(f, "a.html") }
func FuzzJSONL(f *testing.F)  { fuzz(f, "a.jsonl") }
func FuzzJSON(f *testing.F)   { fuzz(f, "a.json") }
func FuzzTimeML(f *testing.F) { fuzz(f, "a.tml") }
func FuzzGraph(f *testing.F)  { fuzz(f, "a.yaml") }

// FuzzStream reads pages tag by tag, as is done where they are nested too deeply.
func FuzzStream(f *testing.F) {
	f.Add("<div><p>One <a href=x>two</a><br>three</div></p>")
	r := reader(f, "")
	f.Fuzz(func(t *testing.T, s string) {
		c := newCollector(r.tags)
		c.stream(tokens(s))
		c.article()
		for _, b := range c.boxes {
			if b.blocks[1] < b.blocks[0] || b.blocks[1] > len(c.blocks) {
				t.Fatalf("box of blocks %v of %d", b.blocks, len(c.blocks))
			}
		}
	})
}

func FuzzDate(f *testing.F) {
	for _, s := range []string{"2015-11-16T10:00:00Z", "16/11/2015", "Mon, 16 Nov 2015", "November 16th, 2015", "1447632000", "https://a/2015/11/16/b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, parse := range []func(string) (graph.Time, bool){parseDate, urlDate} {
			if d, ok := parse(s); ok && (!d.First.Valid() || !d.Last.Valid() || d.Last.Before(d.First)) {
				t.Fatalf("%q: %v", s, d)
			}
		}
	})
}
