package events

import (
	"io/fs"
	"strings"

	"dateline/extract"
	"dateline/extract/train"
	"dateline/graph"
)

// Article is one document of the MEANTIME corpus (train.Meantime). The corpus annotates only the headline and the first sentences: Text ends where the annotation
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

// ReadArticles reads the articles in the folder dir.
func ReadArticles(files fs.FS, dir string) ([]Article, error) {
	all, err := train.ReadMeantime(files, dir)
	out := make([]Article, len(all))
	for i := range all {
		out[i] = article(&all[i])
	}
	return out, err
}

func article(m *train.Meantime) Article {
	a := Article{ID: m.ID, Published: m.Published()}
	words := a.join(m)
	spans := func(x train.MeantimeMark) (at []extract.Span) {
		for _, w := range x.Anchors {
			if s, ok := words[w.ID]; ok {
				at = append(at, s)
			}
		}
		return at
	}
	where := map[string][]extract.Span{}
	for _, x := range m.Mentions {
		where[x.ID] = spans(x)
	}
	for _, x := range m.Events {
		where[x.ID] = spans(x)
	}
	taking := map[string][]Participant{}
	for _, p := range m.Participants {
		for _, e := range p.Sources {
			if w := where[p.Target.ID]; len(w) > 0 {
				taking[e.ID] = append(taking[e.ID], Participant{p.Role, w})
			}
		}
	}
	for _, e := range m.Events {
		if w := where[e.ID]; len(w) > 0 {
			a.Events = append(a.Events, Annotated{w, e.Pred, taking[e.ID]})
		}
	}
	return a
}

// join makes the text of the words, a line a sentence, and tells where each word went.
func (a *Article) join(m *train.Meantime) map[string]extract.Span {
	sentence := map[string]int{}
	for _, t := range m.Words {
		sentence[t.ID] = t.Sentence
	}
	last := 0
	for _, e := range m.Events {
		for _, x := range e.Anchors {
			last = max(last, sentence[x.ID])
		}
	}
	words := map[string]extract.Span{}
	var text strings.Builder
	at, glue := -1, true
	for _, t := range m.Words {
		if t.Sentence == 1 || t.Sentence > last {
			continue
		}
		w := strings.NewReplacer("``", "“", "''", "”").Replace(t.Text)
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
