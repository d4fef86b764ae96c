package events

import (
	"encoding/xml"
	"fmt"
	"io/fs"
	"strings"

	"dateline/extract"
	"dateline/graph"
)

// Article is one document of the MEANTIME corpus (Minard et al., "MEANTIME, the NewsReader Multilingual Event and Time
// Corpus", LREC 2016). The corpus annotates only the headline and the first sentences: Text ends where the annotation
// ends, the line with the date is left out.
type Article struct {
	ID, Text  string
	Headline  int // length of the headline in bytes
	Published graph.Time
	Events    []Annotated
	lines     []extract.Span
}

// Annotated is an event mention with its participants. Spans are the bytes of each word.
type Annotated struct {
	Words        []extract.Span
	Pred         string
	Participants []Participant
}

// Participant is an entity mention that takes part, with its PropBank role: Arg0 … Arg4, Argm-LOC, Argm-OTHER.
type Participant struct {
	Role  string
	Words []extract.Span
}

// cat is the part of the CAT format that is read.
type cat struct {
	ID     string `xml:"doc_id,attr"`
	Tokens []struct {
		ID       string `xml:"t_id,attr"`
		Sentence int    `xml:"sentence,attr"`
		Text     string `xml:",chardata"`
	} `xml:"token"`
	Markables struct {
		Events   []markable `xml:"EVENT_MENTION"`
		Entities []markable `xml:"ENTITY_MENTION"`
		Times    []markable `xml:"TIMEX3"`
	}
	Relations struct {
		Participants []struct {
			Role   string `xml:"sem_role,attr"`
			Source struct {
				ID string `xml:"m_id,attr"`
			} `xml:"source"`
			Target struct {
				ID string `xml:"m_id,attr"`
			} `xml:"target"`
		} `xml:"HAS_PARTICIPANT"`
	}
}

type markable struct {
	ID       string `xml:"m_id,attr"`
	Pred     string `xml:"pred,attr"`
	Value    string `xml:"value,attr"`
	Function string `xml:"functionInDocument,attr"`
	Anchors  []struct {
		ID string `xml:"t_id,attr"`
	} `xml:"token_anchor"`
}

// ReadArticles reads the CAT files in the folder dir.
func ReadArticles(files fs.FS, dir string) ([]Article, error) {
	names, err := fs.Glob(files, dir+"/*.xml")
	if err != nil {
		return nil, err
	}
	var out []Article
	for _, name := range names {
		b, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		a, err := article(b)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		out = append(out, a)
	}
	return out, nil
}

func article(b []byte) (a Article, err error) {
	var c cat
	if err := xml.Unmarshal(b, &c); err != nil {
		return a, err
	}
	a.ID = c.ID
	for _, t := range c.Markables.Times {
		if t.Function == "CREATION_TIME" && len(t.Value) >= 10 {
			a.Published, err = graph.ParseTime(t.Value[:10])
		}
	}
	words := a.join(&c)
	where := map[string][]extract.Span{}
	for _, m := range append(c.Markables.Events, c.Markables.Entities...) {
		for _, x := range m.Anchors {
			if s, ok := words[x.ID]; ok {
				where[m.ID] = append(where[m.ID], s)
			}
		}
	}
	taking := map[string][]Participant{}
	for _, p := range c.Relations.Participants {
		if w := where[p.Target.ID]; len(w) > 0 {
			taking[p.Source.ID] = append(taking[p.Source.ID], Participant{p.Role, w})
		}
	}
	for _, m := range c.Markables.Events {
		if w := where[m.ID]; len(w) > 0 {
			a.Events = append(a.Events, Annotated{w, m.Pred, taking[m.ID]})
		}
	}
	return a, err
}

// join makes the text of the words, a line a sentence, and tells where each word went.
func (a *Article) join(c *cat) map[string]extract.Span {
	sentence := map[string]int{}
	for _, t := range c.Tokens {
		sentence[t.ID] = t.Sentence
	}
	last := 0
	for _, m := range c.Markables.Events {
		for _, x := range m.Anchors {
			last = max(last, sentence[x.ID])
		}
	}
	words := map[string]extract.Span{}
	var text strings.Builder
	at, glue := -1, true
	for _, t := range c.Tokens {
		if t.Sentence == 1 || t.Sentence > last {
			continue
		}
		w := strings.NewReplacer("``", "“", "''", "”").Replace(strings.TrimSpace(t.Text))
		switch {
		case t.Sentence != at:
			a.end(&text, t.Sentence)
			at = t.Sentence
		case !glue && !strings.Contains(", . ; : ! ? ) % ” 's ' n't", w):
			text.WriteByte(' ')
		}
		words[t.ID] = extract.Span{Start: text.Len(), End: text.Len() + len(w)}
		text.WriteString(w)
		glue = w == "(" || w == "“" || w == "$"
	}
	a.end(&text, 0)
	a.Text = text.String()
	return words
}

// end closes a line of the text.
func (a *Article) end(text *strings.Builder, next int) {
	start := 0
	if n := len(a.lines); n > 0 {
		start = a.lines[n-1].End + 1
	}
	if text.Len() == start {
		return
	}
	if len(a.lines) == 0 {
		a.Headline = text.Len()
	}
	a.lines = append(a.lines, extract.Span{Start: start, End: text.Len()})
	text.WriteByte('\n')
}

// Document is a as an article to be read: the headline, then a paragraph a sentence.
func (a *Article) Document() *extract.Document {
	d := &extract.Document{ID: a.ID, Text: a.Text, Title: a.Text[:a.Headline], Published: a.Published}
	for i, l := range a.lines {
		p := extract.Paragraph{Span: l}
		if i == 0 {
			p.Kind = extract.Heading
		}
		d.Paragraphs = append(d.Paragraphs, p)
	}
	return d
}
