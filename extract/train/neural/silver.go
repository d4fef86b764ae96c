package neural

import (
	"bufio"
	"fmt"
	"os"
	"strings"

	"dateline/extract"
	net "dateline/extract/neural"
	"dateline/extract/neural/kernel"
	"dateline/extract/train"
)

// ReadPlain reads text that has one word a line (the first of the columns) and an empty line between sentences, such
// as the Groningen Meaning Bank sample, and cuts it anew by the given segmenter: what follows sees the tokens that run
// time will see.
func ReadPlain(path string, segment extract.Stage) ([]*extract.Document, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	const perDocument = 20
	var docs []*extract.Document
	var p plain
	flush := func() error {
		d := &extract.Document{ID: fmt.Sprintf("%s %d", path, len(docs)), Text: p.text.String(), Paragraphs: p.paragraphs}
		p = plain{}
		docs = append(docs, d)
		return segment.Run(d)
	}
	scan := bufio.NewScanner(f)
	for scan.Scan() {
		word, _, _ := strings.Cut(scan.Text(), "\t")
		if word != "" {
			p.word(word)
			continue
		}
		if p.end(); len(p.paragraphs) == perDocument {
			if err := flush(); err != nil {
				return nil, err
			}
		}
	}
	p.end()
	if err := scan.Err(); err != nil {
		return nil, err
	}
	err = flush()
	return docs, err
}

// plain is a text being put together, one sentence a paragraph.
type plain struct {
	text       strings.Builder
	paragraphs []extract.Paragraph
	start      int
	open       bool // no blank before the next word
	quoted     bool
}

// word adds a word, with a blank before it where English has one.
func (p *plain) word(w string) {
	blank := p.text.Len() > p.start && !p.open
	p.open = false
	switch w {
	case ".", ",", ";", ":", "?", "!", ")", "]", "%", "'s", "n't", "'m", "'ll", "'re", "'ve", "'d", "...", "…", "”", "’":
		blank = false
	case "(", "[", "$", "“", "‘", "#":
		p.open = true
	case `"`:
		blank = blank && !p.quoted
		p.open = !p.quoted
		p.quoted = !p.quoted
	}
	if blank {
		p.text.WriteByte(' ')
	}
	p.text.WriteString(w)
}

// end ends a sentence.
func (p *plain) end() {
	if p.text.Len() > p.start {
		p.paragraphs = append(p.paragraphs, extract.Paragraph{Span: extract.Span{Start: p.start, End: p.text.Len()}})
		p.text.WriteString("\n\n")
	}
	p.start, p.open, p.quoted = p.text.Len(), false, false
}

// Agree are the sentences of the documents to which all models give the same tags and the same tree (Zhou and Li, 2005,
// "Tri-Training"; Weiss et al., 2015, "Structured Training for Neural Network Transition-Based Parsing", section 2.4).
func Agree(models [][]byte, docs []*extract.Document) ([]train.Sample, error) {
	var first []*extract.Document
	var fine []train.Article
	for k, b := range models {
		n, err := net.Open(b, kernel.Best(), nil)
		if err != nil {
			return nil, err
		}
		for i, d := range docs {
			c := *d
			c.Tokens = append([]extract.Token(nil), d.Tokens...)
			if err := n.Stage().Run(&c); err != nil {
				return nil, err
			}
			switch {
			case k == 0:
				first = append(first, &c)
			default:
				first[i].Sentences = agreed(first[i], &c)
			}
		}
	}
	for _, d := range first {
		fine = append(fine, train.Article{Doc: d, Genre: "silver"})
	}
	return train.Samples(fine), nil
}

// agreed are the sentences of a, of 5 to 60 tokens, that b reads alike.
func agreed(a, b *extract.Document) (same []extract.Sentence) {
	for _, s := range a.Sentences {
		ok := 5 <= s.Len() && s.Len() <= 60
		for i := s.From; i < s.To && ok; i++ {
			ok = a.Tokens[i] == b.Tokens[i]
		}
		if ok {
			same = append(same, s)
		}
	}
	return same
}
