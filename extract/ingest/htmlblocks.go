package ingest

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"dateline/extract"
)

// collector takes a page apart into boxes, the elements that hold blocks, and blocks, the pieces of running text.
type collector struct {
	tags   *tagWords
	meta   pageMeta
	boxes  []box   // in the order of the page: a box stands after the one that holds it
	blocks []block // in the order of the page
	lead   []block // those right before the article's first; filled by article
	stack  []open  // elements that are open

	buf       strings.Builder
	words     int
	linkWords int
	links     int // open links and <time> elements: blocks that are nothing else are no text
	tag       atom.Atom
	space     bool // white space before the next word
}

// open is an element that has been opened.
type open struct {
	tag   atom.Atom
	boxed bool
	box   int // the innermost box
}

// box is an element that may hold the article.
type box struct {
	parent  int // index of the box around it, -1 for none
	tag     atom.Atom
	against bool    // its name speaks against its being part of the article
	body    bool    // its name says that it is the article's text
	value   float64 // words of good paragraphs in it
	blocks  [2]int  // blocks in it, half open
}

// block is a piece of running text.
type block struct {
	text      string // white space folded
	tag       atom.Atom
	box       int
	words     int
	linkWords int // words among them that are in links
}

func newCollector(t *tagWords) *collector {
	return &collector{tags: t, boxes: []box{{parent: -1}}, stack: []open{{}}}
}

// maxOpen is how many elements may be open at once; deeper ones are read as if they were not there.
const maxOpen = 2000

// maxBoxes is how many elements of a page are told apart; the rest of its text is one block.
const maxBoxes = 200_000

// open takes a start tag.
func (c *collector) open(tag atom.Atom, attr []html.Attribute) {
	top := c.stack[len(c.stack)-1]
	switch {
	case tag == atom.Meta, tag == atom.Link:
		c.meta.tag(tag, attr)
	case tag == atom.Time:
		c.meta.tag(tag, attr)
		c.links++
	case tag == atom.Br:
		c.lineBreak()
	case tag == atom.A:
		c.links++
	case tag == atom.H1 && c.meta.h1 == "":
		c.meta.inH1 = true
	}
	if len(c.stack) >= maxOpen || len(c.boxes) >= maxBoxes {
		c.space = true
		return
	}
	next := open{tag: tag, box: top.box}
	if isBlock(tag) {
		c.flush()
		c.tag = tag
		against, body := c.tags.judge(tag, attr)
		c.boxes = append(c.boxes, box{parent: top.box, tag: tag, against: against, body: body, blocks: [2]int{len(c.blocks), 0}})
		next.box, next.boxed = len(c.boxes)-1, true
	} else if against, _ := c.tags.judge(tag, attr); against {
		// An inline element with such a name is a label or button: it is left out like a box.
		c.flush()
		c.boxes = append(c.boxes, box{parent: top.box, tag: tag, against: true, blocks: [2]int{len(c.blocks), 0}})
		next.box, next.boxed = len(c.boxes)-1, true
	}
	if !void(tag) {
		c.stack = append(c.stack, next)
	} else if next.boxed {
		c.boxes[next.box].blocks[1] = len(c.blocks)
	}
}

// close takes an end tag. One that closes nothing near is not heeded.
func (c *collector) close(tag atom.Atom) {
	if void(tag) {
		return
	}
	const near = 40
	for i := len(c.stack) - 1; i > 0 && i >= len(c.stack)-near; i-- {
		if c.stack[i].tag != tag {
			continue
		}
		for len(c.stack) > i {
			c.pop()
		}
		return
	}
}

// pop closes the innermost element.
func (c *collector) pop() {
	e := c.stack[len(c.stack)-1]
	if e.boxed {
		c.flush()
		c.boxes[e.box].blocks[1] = len(c.blocks)
	}
	switch {
	case (e.tag == atom.A || e.tag == atom.Time) && c.links > 0:
		c.links--
	case e.tag == atom.H1:
		c.meta.inH1 = false
	}
	c.stack = c.stack[:len(c.stack)-1]
	if e.boxed {
		c.tag = c.boxes[c.stack[len(c.stack)-1].box].tag
	}
}

// text takes a piece of text.
func (c *collector) text(s string) {
	if c.meta.inH1 && len(c.meta.h1) < 400 {
		c.meta.h1 += s
	}
	for s != "" {
		i := strings.IndexFunc(s, unicode.IsSpace)
		if i < 0 {
			i = len(s)
		}
		if i > 0 {
			c.word(s[:i])
		}
		if i < len(s) {
			c.space = true
			s = strings.TrimLeftFunc(s[i:], unicode.IsSpace)
			continue
		}
		return
	}
}

// word adds a word or a part of one.
func (c *collector) word(s string) {
	if c.space || c.buf.Len() == 0 {
		if c.buf.Len() > 0 {
			c.buf.WriteByte(' ')
		}
		if strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			c.words++
			if c.links > 0 {
				c.linkWords++
			}
		}
		c.space = false
	}
	c.buf.WriteString(s)
}

// lineBreak takes a <br>: an end of the block where a sentence ends there, else only white space.
func (c *collector) lineBreak() {
	if s := c.buf.String(); s != "" && len(c.blocks) < maxBoxes && (endsSentence(s) || c.space && s[len(s)-1] == ':') {
		tag := c.tag
		c.flush()
		c.tag = tag
		return
	}
	c.space = true
}

// flush ends the block that is being collected.
func (c *collector) flush() {
	if c.buf.Len() > 0 {
		c.blocks = append(c.blocks, block{text: c.buf.String(), tag: c.tag, box: c.stack[len(c.stack)-1].box, words: c.words, linkWords: c.linkWords})
	}
	c.buf.Reset()
	c.words, c.linkWords, c.space = 0, 0, false
}

// kind is what the block is in the article.
func (b block) kind() extract.ParagraphKind {
	switch b.tag {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return extract.Heading
	case atom.Li, atom.Dd, atom.Dt:
		return extract.Item
	case atom.Figcaption:
		return extract.Caption
	}
	return extract.Body
}

// isBlock tells whether an element stands in a line of its own.
func isBlock(a atom.Atom) bool {
	switch a {
	case atom.P, atom.Div, atom.Section, atom.Article, atom.Main, atom.Aside, atom.Nav, atom.Header, atom.Footer,
		atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Ul, atom.Ol, atom.Li, atom.Dl, atom.Dt, atom.Dd,
		atom.Table, atom.Thead, atom.Tbody, atom.Tr, atom.Td, atom.Th, atom.Blockquote, atom.Pre, atom.Form, atom.Fieldset,
		atom.Figure, atom.Figcaption, atom.Address, atom.Details, atom.Summary, atom.Body, atom.Html, atom.Head, atom.Hr, atom.Center,
		atom.Button, atom.Label, atom.Menu, atom.Dialog:
		return true
	}
	return false
}

// skipped tells whether an element holds nothing to read.
func skipped(a atom.Atom) bool {
	switch a {
	case atom.Style, atom.Noscript, atom.Template, atom.Iframe, atom.Svg, atom.Math, atom.Object, atom.Embed, atom.Audio,
		atom.Video, atom.Canvas, atom.Select, atom.Textarea, atom.Map:
		return true
	}
	return false
}

// void tells whether an element has no end tag.
func void(a atom.Atom) bool {
	switch a {
	case atom.Area, atom.Base, atom.Br, atom.Col, atom.Embed, atom.Hr, atom.Img, atom.Input, atom.Link, atom.Meta,
		atom.Param, atom.Source, atom.Track, atom.Wbr:
		return true
	}
	return false
}
