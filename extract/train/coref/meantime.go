package coref

import (
	"encoding/xml"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"dateline/extract"
	"dateline/graph"
)

// cat is a file of the MEANTIME corpus (Minard et al., 2016, "MEANTIME, the NewsReader Multilingual Event and Time
// Corpus") as far as entities go.
type cat struct {
	ID     string `xml:"doc_id,attr"`
	Tokens []struct {
		ID       int    `xml:"t_id,attr"`
		Sentence int    `xml:"sentence,attr"`
		Word     string `xml:",chardata"`
	} `xml:"token"`
	Mentions []struct {
		ID      int      `xml:"m_id,attr"`
		Anchors []anchor `xml:"token_anchor"`
	} `xml:"Markables>ENTITY_MENTION"`
	Entities []struct {
		ID       int    `xml:"m_id,attr"`
		Instance string `xml:"instance_id,attr"`
	} `xml:"Markables>ENTITY"`
	Times []struct {
		Function string `xml:"functionInDocument,attr"`
		Value    string `xml:"value,attr"`
	} `xml:"Markables>TIMEX3"`
	Chains []struct {
		Sources []struct {
			ID int `xml:"m_id,attr"`
		} `xml:"source"`
		Target struct {
			ID int `xml:"m_id,attr"`
		} `xml:"target"`
	} `xml:"Relations>REFERS_TO"`
}

type anchor struct {
	ID int `xml:"t_id,attr"`
}

// ReadMeantime reads the articles of MEANTIME's folder with cross-document annotation, in order of their names. An
// entity is its instance, the same in all articles. The text is put together from the words, with the usual spacing; the
// headline and the line of the date are paragraphs of their own. Mentions of no entity are left out.
func ReadMeantime(files fs.FS) ([]Article, error) {
	names, err := fs.Glob(files, "*.xml")
	if err != nil {
		return nil, err
	}
	var all []Article
	for _, name := range names {
		b, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		var c cat
		if err := xml.Unmarshal(b, &c); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		if c.ID == "" {
			c.ID = strings.TrimSuffix(path.Base(name), ".xml")
		}
		all = append(all, c.article())
	}
	return all, nil
}

func (c *cat) article() Article {
	d := &extract.Document{ID: c.ID}
	a := Article{Doc: d}
	at := c.text(d)
	entity := c.entities()
	for _, m := range c.Mentions {
		var s extract.Span
		for i, t := range m.Anchors {
			w, ok := at[t.ID]
			if !ok {
				continue
			}
			if i == 0 || w.Start < s.Start {
				s.Start = w.Start
			}
			s.End = max(s.End, w.End)
		}
		if e := entity[m.ID]; e != "" && s.End > s.Start {
			a.Mentions = append(a.Mentions, Mention{s, e})
		}
	}
	for _, t := range c.Times {
		if t.Function == "CREATION_TIME" && !d.Published.Known() {
			if day, err := graph.ParseDate(t.Value); err == nil {
				d.Published, d.PublishedFrom = graph.DayOf(day), "metadata"
			}
		}
	}
	a.sort()
	return a
}

// entities leads from a mention to the instance it refers to; without one, to its entity within the article.
func (c *cat) entities() map[int]string {
	instance := map[int]string{}
	for _, e := range c.Entities {
		instance[e.ID] = e.Instance
		if e.Instance == "" {
			instance[e.ID] = fmt.Sprintf("%s#%d", c.ID, e.ID)
		}
	}
	of := map[int]string{}
	for _, chain := range c.Chains {
		for _, s := range chain.Sources {
			if e := instance[chain.Target.ID]; e != "" {
				of[s.ID] = e
			}
		}
	}
	return of
}

// bodyFrom is the number of the first sentence behind headline and date.
const bodyFrom = 2

// text fills d.Text and d.Paragraphs and gives the bytes of each token by its ID.
func (c *cat) text(d *extract.Document) map[int]extract.Span {
	at := map[int]extract.Span{}
	var b strings.Builder
	before, sentence := "", -1
	var open bool // an odd number of straight quotation marks so far
	for _, t := range c.Tokens {
		word := strings.TrimSpace(t.Word)
		if word == "" {
			continue
		}
		switch {
		case sentence < 0 || t.Sentence != sentence && t.Sentence <= bodyFrom:
			if b.Len() > 0 {
				b.WriteString("\n\n")
			}
			d.Paragraphs = append(d.Paragraphs, extract.Paragraph{Span: extract.Span{Start: b.Len()}})
		case spaced(before, word, open):
			b.WriteByte(' ')
		}
		open = open != (word == `"`)
		at[t.ID] = extract.Span{Start: b.Len(), End: b.Len() + len(word)}
		b.WriteString(word)
		d.Paragraphs[len(d.Paragraphs)-1].End = b.Len()
		before, sentence = word, t.Sentence
	}
	d.Text = b.String()
	return at
}

// spaced tells whether a blank stands between two words in print; open whether a straight quotation mark is open.
func spaced(before, word string, open bool) bool {
	switch {
	case before == `"`:
		return !open
	case word == `"`:
		return !open
	case strings.Contains(",.;:!?)]%”’", word), strings.HasPrefix(word, "'"), strings.HasPrefix(word, "’"), word == "n't":
		return false
	}
	return !strings.Contains("([$£€“‘", before)
}
