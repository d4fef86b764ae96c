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
func Read(r io.Reader) (a Article, err error) {
	d := xml.NewDecoder(r)
	d.Strict = false
	d.Entity = xml.HTMLEntity
	var text, id strings.Builder
	var open []Mark
	inText, inID, inDCT := false, false, false
	for {
		t, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			return a, err
		}
		switch t := t.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "TEXT":
				inText = true
			case "DOCID":
				inID = true
			case "DCT":
				inDCT = true
			case "TIMEX3":
				m := mark(t, text.Len())
				if inDCT && len(m.Value) >= 10 {
					a.Published, _ = graph.ParseDate(m.Value[:10])
				}
				open = append(open, m)
			}
		case xml.EndElement:
			switch t.Name.Local {
			case "TEXT":
				inText = false
			case "DOCID":
				inID = false
			case "DCT":
				inDCT = false
			case "TIMEX3":
				if k := len(open) - 1; k >= 0 {
					m := open[k]
					open, m.End = open[:k], text.Len()
					if inText {
						a.Times = append(a.Times, m)
					}
				}
			}
		case xml.CharData:
			if inText {
				text.Write(t)
			} else if inID {
				id.Write(t)
			}
		}
	}
	a.ID, a.Text = strings.TrimSpace(id.String()), text.String()
	return a, nil
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
