// Package timex measures time expressions after TempEval-3 (UzZaman et al. 2013, "SemEval-2013 Task 1") on folders of
// TimeML files: strict and relaxed F1 of the spans, F1 of value and type over the relaxed matches.
package timex

import (
	"encoding/xml"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"

	"dateline/extract"
	"dateline/graph"
)

// Mark is one expression: bytes of the text, half open, with type and value after TIMEX3.
type Mark struct {
	Start, End  int
	Type, Value string
}

// Article is a TimeML file with its gold expressions, sorted by Start.
type Article struct {
	ID, Text  string
	Published graph.Date // no date where the file has none
	Times     []Mark
}

// ReadFolder reads all .tml files under files, in order of their paths.
func ReadFolder(files fs.FS) ([]Article, error) {
	var out []Article
	err := fs.WalkDir(files, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || path.Ext(name) != ".tml" {
			return err
		}
		f, err := files.Open(name)
		if err != nil {
			return err
		}
		defer f.Close()
		a, err := Read(f)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		if a.ID == "" {
			a.ID = strings.TrimSuffix(path.Base(name), ".tml")
		}
		out = append(out, a)
		return nil
	})
	return out, err
}

// Read reads one TimeML file: the text of its TEXT element, the TIMEX3 in it, and the DCT.
func Read(r io.Reader) (Article, error) {
	d := xml.NewDecoder(r)
	d.Strict = false
	d.Entity = xml.HTMLEntity
	var f reader
	for {
		t, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			return f.Article, err
		}
		switch t := t.(type) {
		case xml.StartElement:
			f.open(t)
		case xml.EndElement:
			f.close(t.Name.Local)
		case xml.CharData:
			switch f.within {
			case "TEXT":
				f.text.Write(t)
			case "DOCID":
				f.ID += string(t)
			}
		}
	}
	f.ID, f.Text = strings.TrimSpace(f.ID), f.text.String()
	return f.Article, nil
}

// reader is a TimeML file half read.
type reader struct {
	Article
	text   strings.Builder
	within string // the section: TEXT, DOCID, DCT
	marks  []Mark // open ones, inner last
}

func (f *reader) open(t xml.StartElement) {
	switch name := t.Name.Local; name {
	case "TEXT", "DOCID", "DCT":
		f.within = name
	case "TIMEX3":
		m := mark(t, f.text.Len())
		if f.within == "DCT" && len(m.Value) >= 10 {
			f.Published, _ = graph.ParseDate(m.Value[:10])
		}
		f.marks = append(f.marks, m)
	}
}

func (f *reader) close(name string) {
	k := len(f.marks) - 1
	switch {
	case name == f.within:
		f.within = ""
	case name == "TIMEX3" && k >= 0:
		m := f.marks[k]
		f.marks, m.End = f.marks[:k], f.text.Len()
		if f.within == "TEXT" {
			f.Times = append(f.Times, m)
		}
	}
}

func mark(t xml.StartElement, start int) Mark {
	m := Mark{Start: start}
	for _, at := range t.Attr {
		switch at.Name.Local {
		case "type":
			m.Type = at.Value
		case "value":
			m.Value = at.Value
		}
	}
	return m
}

// Document is the article as the pipeline wants it, with blank lines between its paragraphs.
func (a *Article) Document() *extract.Document {
	d := &extract.Document{ID: a.ID, Text: a.Text}
	if a.Published.Known() {
		d.Published, d.PublishedFrom = graph.DayOf(a.Published), "metadata"
	}
	at := 0
	for _, block := range strings.SplitAfter(a.Text, "\n\n") {
		start := at + len(block) - len(strings.TrimLeft(block, " \t\r\n"))
		if end := at + len(strings.TrimRight(block, " \t\r\n")); end > start {
			d.Paragraphs = append(d.Paragraphs, extract.Paragraph{Span: extract.Span{Start: start, End: end}})
		}
		at += len(block)
	}
	return d
}

// Found is the expressions of a document that the pipeline has read.
func Found(d *extract.Document) []Mark {
	out := make([]Mark, 0, len(d.Times))
	for _, x := range d.Times {
		s := d.Span(x.At)
		out = append(out, Mark{s.Start, s.End, x.Type, x.Value})
	}
	return out
}
