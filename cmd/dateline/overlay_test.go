package main

import (
	"bytes"
	"io/fs"
	"testing"
	"testing/fstest"

	"dateline/graph"
)

func TestOverlay(t *testing.T) {
	file := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }
	o := overlay{
		over:  fstest.MapFS{"rules/b.yaml": file("mine"), "rules/d.yaml": file("new")},
		under: fstest.MapFS{"rules/a.yaml": file("a"), "rules/b.yaml": file("b"), "lexicon/c.tsv": file("c")},
	}
	for name, want := range map[string]string{"rules/a.yaml": "a", "rules/b.yaml": "mine", "rules/d.yaml": "new", "lexicon/c.tsv": "c"} {
		if got, err := fs.ReadFile(o, name); err != nil || string(got) != want {
			t.Errorf("%s: %q, %v", name, got, err)
		}
		f, err := o.Open(name)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		f.Close()
	}
	if _, err := fs.ReadFile(o, "rules/e.yaml"); err == nil {
		t.Error("a file that neither has was read")
	}
	names, err := fs.Glob(o, "rules/*.yaml")
	if err != nil || len(names) != 3 || names[1] != "rules/b.yaml" {
		t.Errorf("%v, %v", names, err)
	}
	if names, _ = fs.Glob(o, "lexicon/*"); len(names) != 1 {
		t.Errorf("a folder that only the lower has: %v", names)
	}
	if _, err := fs.ReadDir(o, "none"); err == nil {
		t.Error("a folder that neither has was listed")
	}
}

func TestVisible(t *testing.T) {
	var b bytes.Buffer
	n, err := visible{&b}.Write([]byte("a\x1b[31m\tb\u202ec\né\r"))
	if err != nil || n != 16 || b.String() != "a�[31m\tb�c\né�" {
		t.Errorf("%d %v %q", n, err, b.String())
	}
}

func TestFindID(t *testing.T) {
	g := &graph.Graph{
		Entities: []graph.Entity{{ID: "person/ada-berg"}, {ID: "person/paul-rey"}},
		Events:   []graph.Event{{ID: "event/2015-11-13/consult/ada-berg+paul-rey"}, {ID: "event/2015-11-14/sign/ada-berg"}},
	}
	for asked, want := range map[string]string{
		"person/ada-berg": "person/ada-berg", "Paul-Rey+ADA": "event/2015-11-13/consult/ada-berg+paul-rey", "sign": "event/2015-11-14/sign/ada-berg",
		"consult berg": "event/2015-11-13/consult/ada-berg+paul-rey", "person/ paul": "person/paul-rey",
	} {
		if got, err := findID(g, "g.yaml", asked); err != nil || got != want {
			t.Errorf("%s: %q, %v", asked, got, err)
		}
	}
	for asked, want := range map[string]string{
		"ada-berg":        "g.yaml: \"ada-berg\" is part of 3 ids:\n  person/ada-berg\n  event/2015-11-13/consult/ada-berg+paul-rey\n  event/2015-11-14/sign/ada-berg",
		"person/ada-burg": "g.yaml: no id has \"person/ada-burg\"; the nearest:\n  person/ada-berg\n  person/paul-rey\n  event/2015-11-14/sign/ada-berg\n  event/2015-11-13/consult/ada-berg+paul-rey",
	} {
		if _, err := findID(g, "g.yaml", asked); err == nil || err.Error() != want {
			t.Errorf("%s: %v", asked, err)
		}
	}
}
