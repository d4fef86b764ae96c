package english_test

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"strings"
	"sync"
	"testing"

	"dateline/data"
	"dateline/extract"
	"dateline/extract/english"
	"dateline/extract/ingest"
)

// articles are the sample articles, read anew.
func articles(t testing.TB) []*extract.Document {
	t.Helper()
	r, err := ingest.New(ingest.Options{Files: data.Files})
	if err != nil {
		t.Fatal(err)
	}
	names, err := fs.Glob(data.Files, "samples/*")
	if err != nil {
		t.Fatal(err)
	}
	var list []*extract.Document
	for _, name := range names {
		if strings.HasSuffix(name, "README.md") {
			continue
		}
		b, err := fs.ReadFile(data.Files, name)
		if err != nil {
			t.Fatal(err)
		}
		items, _ := r.ReadBytes(name, b)
		for _, i := range items {
			list = append(list, i.Document)
		}
	}
	if len(list) < 16 {
		t.Fatalf("%d sample articles", len(list))
	}
	return list
}

// written is all that is read in d, as bytes.
func written(t testing.TB, p extract.Pipeline, d *extract.Document) []byte {
	t.Helper()
	if err := p.Run(d); err != nil {
		t.Error(err)
		return nil
	}
	b, err := json.Marshal(extract.Assemble(d))
	if err != nil {
		t.Error(err)
	}
	return b
}

// TestWorkers reads the samples in eight goroutines with one pipeline, each in another order: all write the same bytes as
// one alone. With -race it also finds memory that they share.
func TestWorkers(t *testing.T) {
	p, err := english.New(data.Files)
	if err != nil {
		t.Fatal(err)
	}
	var want [][]byte
	events := 0
	for _, d := range articles(t) {
		want = append(want, written(t, p, d))
		events += len(d.Events)
	}
	if events == 0 {
		t.Fatal("the samples tell no events")
	}
	var wait sync.WaitGroup
	for k := range 8 {
		list := articles(t)
		wait.Go(func() {
			for i := range list {
				i = (i + 2*k) % len(list)
				if got := written(t, p, list[i]); !bytes.Equal(got, want[i]) {
					t.Errorf("worker %d: %s is read in another way than alone", k, list[i].ID)
				}
			}
		})
	}
	wait.Wait()
}
