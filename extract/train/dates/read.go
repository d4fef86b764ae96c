package dates

import (
	"encoding/xml"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strconv"
	"strings"

	"dateline/extract"
	"dateline/graph"
)

// Article is one article of the corpus, a line a sentence.
type Article struct {
	ID, Text  string
	Published graph.Time
	lines     []line
}

type line struct {
	number int
	extract.Span
}

// sentence is the number of the sentence that holds byte at, -1 if none does.
func (a *Article) sentence(at int) int {
	for _, l := range a.lines {
		if l.Start <= at && at < l.End {
			return l.number
		}
	}
	return -1
}

// Document is the article as the pipeline wants it: the headline and one paragraph a sentence, as the corpus does not
// keep the paragraphs.
func (a *Article) Document() *extract.Document {
	d := &extract.Document{ID: a.ID, Text: a.Text, Published: a.Published, PublishedFrom: "metadata"}
	for i, l := range a.lines {
		p := extract.Paragraph{Span: l.Span}
		if i == 0 {
			p.Kind, d.Title = extract.Heading, a.Text[l.Start:l.End]
		}
		d.Paragraphs = append(d.Paragraphs, p)
	}
	return d
}

// ReadArticles reads the TimeML files of a folder. The first numbered sentence, which only holds the date, is left out.
func ReadArticles(files fs.FS, dir string) ([]Article, error) {
	names, err := fs.Glob(files, path.Join(dir, "*.tml"))
	if err != nil {
		return nil, err
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("%s: no .tml file", dir)
	}
	var all []Article
	for _, name := range names {
		f, err := files.Open(name)
		if err != nil {
			return nil, err
		}
		a, err := readArticle(f)
		f.Close()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		all = append(all, a)
	}
	return all, nil
}

func readArticle(r io.Reader) (a Article, err error) {
	d := xml.NewDecoder(r)
	d.Strict = false
	d.Entity = xml.HTMLEntity
	within, number := "", 0
	var words strings.Builder
	for {
		t, err := d.Token()
		if err == io.EOF {
			return a, nil
		} else if err != nil {
			return a, err
		}
		switch t := t.(type) {
		case xml.StartElement:
			switch name := t.Name.Local; name {
			case "s", "EXTRAINFO", "DOCID":
				within = name
				words.Reset()
				number, _ = strconv.Atoi(attribute(t, "id"))
			case "TIMEX3":
				if attribute(t, "functionInDocument") == "CREATION_TIME" {
					if a.Published, err = graph.ParseTime(attribute(t, "value")); err != nil {
						return a, err
					}
				}
			}
		case xml.CharData:
			words.Write(t)
		case xml.EndElement:
			if t.Name.Local == within {
				a.end(within, number, extract.Fold(words.String()))
				within = ""
			}
		}
	}
}

// end keeps what an element held.
func (a *Article) end(name string, number int, text string) {
	switch {
	case name == "DOCID":
		a.ID = text
	case name == "s" && number == 1 || text == "":
	default:
		start := len(a.Text)
		a.Text += text + "\n"
		a.lines = append(a.lines, line{number, extract.Span{Start: start, End: start + len(text)}})
	}
}

func attribute(t xml.StartElement, name string) string {
	for _, at := range t.Attr {
		if at.Name.Local == name {
			return at.Value
		}
	}
	return ""
}

// ReadTimelines reads the timelines of a folder: a name, then lines of position, date and mentions between tabs. Mentions
// without a date are left out, and those that stand twice count once.
func ReadTimelines(files fs.FS, dir string) ([]Gold, error) {
	names, err := fs.Glob(files, path.Join(dir, "*.txt"))
	if err != nil {
		return nil, err
	}
	var all []Gold
	seen := map[Mark]bool{}
	for _, name := range names {
		b, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		for row := range strings.Lines(string(b)) {
			cells := strings.Split(strings.TrimRight(row, "\r\n"), "\t")
			if len(cells) < 3 || strings.HasPrefix(cells[1], "XXX") {
				continue
			}
			date, err := graph.ParseTime(strings.ReplaceAll(strings.TrimSpace(cells[1]), "-XX", ""))
			if err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
			for _, c := range cells[2:] {
				if m, ok := parseMark(c); ok && !seen[m] {
					seen[m] = true
					all = append(all, Gold{m, date})
				}
			}
		}
	}
	return all, nil
}

// parseMark reads "18315-4-said".
func parseMark(s string) (m Mark, ok bool) {
	p := strings.SplitN(strings.TrimSpace(s), "-", 3)
	if len(p) < 3 {
		return m, false
	}
	n, err := strconv.Atoi(p[1])
	return Mark{p[0], n, p[2]}, err == nil
}
