package train

import (
	"fmt"
	"strconv"
	"strings"

	"dateline/extract"
)

// conllu is the state of reading: the article and the sentence under way.
type conllu struct {
	articles []Article
	now      *Article
	text     strings.Builder
	from     int  // first token of the sentence under way
	first    int  // of the words in the range under way
	last     int  // of the words in the range under way
	rangeGap bool // a blank follows the range
	glued    bool // the next word follows without a blank
	newPar   bool
}

func (c *conllu) line(s string) error {
	switch {
	case s == "":
		c.endSentence()
	case s[0] == '#':
		c.comment(s)
	default:
		cols := strings.Split(s, "\t")
		if len(cols) != 10 {
			return fmt.Errorf("%d columns, want 10", len(cols))
		}
		return c.word(cols)
	}
	return nil
}

func (c *conllu) comment(s string) {
	key, value, _ := strings.Cut(strings.TrimSpace(strings.TrimPrefix(s, "#")), "=")
	key, value = strings.TrimSpace(key), strings.TrimSpace(value)
	switch {
	case key == "newdoc id":
		c.endSentence()
		c.endArticle()
		c.start(value)
	case strings.HasPrefix(key, "newpar"):
		c.newPar = true
	case c.now != nil && len(c.now.Doc.Tokens) == 0:
		c.now.Meta[key] = value
	}
}

func (c *conllu) start(id string) {
	genre, _, _ := strings.Cut(strings.TrimPrefix(id, "GUM_"), "-")
	genre, _, _ = strings.Cut(genre, "_")
	c.now = &Article{Doc: &extract.Document{ID: id}, Meta: map[string]string{}, Genre: genre}
	c.newPar = true
}

func (c *conllu) endArticle() {
	if c.now == nil || len(c.now.Doc.Tokens) == 0 {
		c.now = nil
		return
	}
	d := c.now.Doc
	d.Text = c.text.String()
	c.text.Reset()
	c.glued, c.from = false, 0
	c.articles = append(c.articles, *c.now)
	c.now = nil
}

// endSentence closes the sentence and the paragraph's span around it.
func (c *conllu) endSentence() {
	if c.now == nil || c.from == len(c.now.Doc.Tokens) {
		return
	}
	d := c.now.Doc
	to := len(d.Tokens)
	r := extract.Range{From: c.from, To: to}
	span := extract.Span{Start: d.Tokens[c.from].Start, End: d.Tokens[to-1].End}
	d.Sentences = append(d.Sentences, extract.Sentence{Range: r, Span: span})
	d.Paragraphs[len(d.Paragraphs)-1].End = span.End
	c.from, c.first, c.last = to, 0, 0
}

// word adds the token of one line. The words of a range together spell its written form, in these treebanks always.
func (c *conllu) word(cols []string) (err error) {
	if strings.Contains(cols[0], ".") {
		return nil
	}
	if c.now == nil {
		c.start("unnamed")
	}
	gap := !strings.Contains("|"+cols[9]+"|", "|SpaceAfter=No|")
	if a, b, ok := strings.Cut(cols[0], "-"); ok {
		c.rangeGap = gap
		if c.first, err = strconv.Atoi(a); err == nil {
			c.last, err = strconv.Atoi(b)
		}
		return err
	}
	id, err := strconv.Atoi(cols[0])
	if err != nil {
		return err
	}
	head, err := strconv.Atoi(cols[6])
	if err != nil {
		return err
	}
	inside := c.first <= id && id <= c.last
	if inside {
		gap = id == c.last && c.rangeGap
	}
	c.place(cols, head, inside && id > c.first)
	c.glued = !gap
	return nil
}

// place writes a word into the text and its annotation into the layers.
func (c *conllu) place(cols []string, head int, joined bool) {
	d := c.now.Doc
	switch {
	case c.newPar:
		if len(d.Tokens) > 0 {
			c.text.WriteString("\n\n")
		}
		d.Paragraphs = append(d.Paragraphs, extract.Paragraph{Span: extract.Span{Start: c.text.Len()}})
		c.newPar = false
	case !c.glued:
		c.text.WriteByte(' ')
	}
	start := c.text.Len()
	c.text.WriteString(cols[1])
	if head--; head >= 0 {
		head += c.from
	}
	d.Tokens = append(d.Tokens, extract.Token{
		Span: extract.Span{Start: start, End: c.text.Len()}, Joined: joined,
		UPOS: cols[3], XPOS: cols[4], Lemma: cols[2], Feats: blank(cols[5]), Head: head, Rel: cols[7],
	})
	c.now.Misc = append(c.now.Misc, blank(cols[9]))
}

// blank turns CoNLL-U's "_" into the empty string.
func blank(s string) string {
	if s == "_" {
		return ""
	}
	return s
}
