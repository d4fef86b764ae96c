package dates

import (
	"encoding/xml"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"dateline/extract"
	"dateline/graph"
)

// cat is what is read of a file of MEANTIME (Minard et al. 2016), in the CAT format.
type cat struct {
	ID     string `xml:"doc_id,attr"`
	Tokens []struct {
		ID       string `xml:"t_id,attr"`
		Sentence int    `xml:"sentence,attr"`
		Text     string `xml:",chardata"`
	} `xml:"token"`
	Markables struct {
		Events []markable `xml:"EVENT_MENTION"`
		Times  []markable `xml:"TIMEX3"`
	}
	Relations struct {
		Links []struct {
			Type   string `xml:"reltype,attr"`
			Source struct {
				ID string `xml:"m_id,attr"`
			} `xml:"source"`
			Target struct {
				ID string `xml:"m_id,attr"`
			} `xml:"target"`
		} `xml:"TLINK"`
	}
}

type markable struct {
	ID       string `xml:"m_id,attr"`
	Value    string `xml:"value,attr"`
	Function string `xml:"functionInDocument,attr"`
	Anchors  []struct {
		ID string `xml:"t_id,attr"`
	} `xml:"token_anchor"`
}

// ReadMeantime reads the CAT files of a folder, a line a sentence, without the line that only holds the date. Gold are the
// event mentions that a TLINK puts into, or at, a time whose value is a day, a month or a year.
func ReadMeantime(files fs.FS, dir string) (articles []Article, gold []Gold, err error) {
	names, err := fs.Glob(files, path.Join(dir, "*.xml"))
	if err != nil {
		return nil, nil, err
	}
	if len(names) == 0 {
		return nil, nil, fmt.Errorf("%s: no .xml file", dir)
	}
	for _, name := range names {
		b, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, nil, err
		}
		var c cat
		if err := xml.Unmarshal(b, &c); err != nil {
			return nil, nil, fmt.Errorf("%s: %w", name, err)
		}
		articles = append(articles, c.article())
		gold = append(gold, c.gold()...)
	}
	return articles, gold, nil
}

func (c *cat) article() Article {
	a := Article{ID: c.ID}
	for _, t := range c.Markables.Times {
		if day, err := graph.ParseTime(t.Value); t.Function == "CREATION_TIME" && err == nil {
			a.Published = day
		}
	}
	number := -1
	for _, t := range c.Tokens {
		switch {
		case t.Sentence == 1:
			continue
		case t.Sentence != number:
			a.Text = strings.TrimSuffix(a.Text, " ")
			if number >= 0 {
				a.Text += "\n"
			}
			number = t.Sentence
			a.lines = append(a.lines, line{number, extract.Span{Start: len(a.Text)}})
		}
		a.Text += strings.TrimSpace(t.Text)
		a.lines[len(a.lines)-1].End = len(a.Text)
		a.Text += " "
	}
	return a
}

func (c *cat) gold() (list []Gold) {
	values, marks := map[string]string{}, map[string]Mark{}
	for _, t := range c.Markables.Times {
		values[t.ID] = t.Value
	}
	where := map[string]int{}
	for i, t := range c.Tokens {
		where[t.ID] = i
	}
	for _, e := range c.Markables.Events {
		for _, a := range e.Anchors {
			t := c.Tokens[where[a.ID]]
			m := marks[e.ID]
			marks[e.ID] = Mark{c.ID, t.Sentence, strings.Trim(m.Word+"_"+t.Text, "_")}
		}
	}
	for _, l := range c.Relations.Links {
		m, ok := marks[l.Source.ID]
		date, err := graph.ParseTime(values[l.Target.ID])
		if ok && err == nil && date.Known() && (l.Type == "IS_INCLUDED" || l.Type == "SIMULTANEOUS") {
			list = append(list, Gold{m, date})
		}
	}
	return list
}
