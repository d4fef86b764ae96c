package ingest

import (
	"fmt"
	"io/fs"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"dateline/extract"
)

// tagWords are the words in the names of elements (tag, class, id, role) that tell what they hold. They come from
// lexicon/boilerplate-tags.tsv.
type tagWords struct {
	word map[string]tagVote
}

// tagVote is what a word says of its element.
type tagVote uint8

const (
	noVote  tagVote = iota
	against         // not part of the article: "comments", "related"
	body            // the article's text, together with a second such word: "article", "body"
)

var tagVotes = map[string]tagVote{"against": against, "body": body}

const tagWordsPath = "lexicon/boilerplate-tags.tsv"

// loadTagWords reads the words.
func loadTagWords(files fs.FS) (*tagWords, error) {
	t := &tagWords{word: map[string]tagVote{}}
	err := eachRow(files, tagWordsPath, 2, func(cells []string) error {
		v, ok := tagVotes[cells[0]]
		if !ok {
			return fmt.Errorf("%q is not against or body", cells[0])
		}
		for _, w := range strings.Fields(cells[1]) {
			t.word[w] = v
		}
		return nil
	})
	return t, err
}

// judge looks at the name of an element.
func (t *tagWords) judge(tag atom.Atom, attr []html.Attribute) (isAgainst, isBody bool) {
	switch tag {
	case atom.Nav, atom.Aside, atom.Footer, atom.Form, atom.Figure, atom.Figcaption, atom.Button, atom.Label, atom.Menu, atom.Dialog, atom.Address:
		isAgainst = true
	case atom.Html, atom.Body, atom.Main:
		return false, false // their names tell of the whole page: "with-sidebar"
	}
	for _, a := range attr {
		switch a.Key {
		case "class", "id", "role", "data-component", "data-testid":
			var n, m int
			for _, w := range nameWords(a.Val) {
				switch t.word[w] {
				case against:
					n++
				case body:
					m++
				}
			}
			isAgainst = isAgainst || n > 0
			isBody = isBody || m > 1
		case "itemprop":
			isBody = isBody || strings.EqualFold(a.Val, "articleBody")
		case "hidden":
			isAgainst = true
		case "aria-hidden":
			isAgainst = isAgainst || a.Val == "true"
		case "style":
			isAgainst = isAgainst || strings.Contains(strings.ReplaceAll(a.Val, " ", ""), "display:none")
		}
	}
	return isAgainst, isBody && !isAgainst
}

// nameWords are the words of a class or id in lower case: "relatedLinks main-nav" has related, links, main, nav.
func nameWords(s string) []string {
	if len(s) > 400 {
		s = s[:400]
	}
	var ws []string
	start := -1
	for i := 0; i <= len(s); i++ {
		letter := i < len(s) && (s[i]|0x20 >= 'a' && s[i]|0x20 <= 'z')
		hump := letter && i > 0 && start >= 0 && s[i] <= 'Z' && s[i-1] >= 'a' && s[i-1] <= 'z'
		if start >= 0 && (!letter || hump) {
			ws = append(ws, strings.ToLower(s[start:i]))
			start = -1
		}
		if letter && start < 0 {
			start = i
		}
	}
	return ws
}

// value is how much the block looks like a paragraph of an article, in words.
func (b block) value() float64 {
	if b.words < 8 || b.linkWords*3 > b.words || b.kind() != extract.Body {
		return 0
	}
	v := float64(b.words - b.linkWords)
	if !endsSentence(b.text) {
		v /= 2
	}
	return v
}

// article is the blocks of the page's main text.
//
// The article is looked for in the element that says it is its text, else by going down from the page's root as
// long as one element holds nearly all the good paragraphs. In it, blocks stay that do not lie in elements whose
// names speak against them, and that are not mostly links.
func (c *collector) article() []block {
	c.flush()
	for len(c.stack) > 1 {
		c.pop()
	}
	c.boxes[0].blocks[1] = len(c.blocks)
	c.weigh()
	top := c.mainBox()
	from, to := c.boxes[top].blocks[0], c.boxes[top].blocks[1]
	out := make([]block, 0, to-from)
	for i, b := range c.blocks[from:to] {
		if !c.boxes[b.box].against && c.keeps(b) {
			if c.lead == nil && b.value() > 0 {
				c.lead = c.blocks[max(0, from+i-leadBlocks) : from+i]
			}
			out = append(out, b)
		}
	}
	return trimHeadings(out)
}

// leadBlocks is how many blocks before the article are searched for its date: byline and title, not the page's head,
// which may show today's date.
const leadBlocks = 8

// weigh fills in the values of the boxes and hands "against" down to the boxes inside. A box that holds more than
// half of the page's good text is never against: its name only sounds like it.
func (c *collector) weigh() {
	c.sum(true)
	half := c.boxes[0].value / 2
	for i := range c.boxes {
		b := &c.boxes[i]
		if b.against && b.value > half {
			b.against = false
		}
		if b.parent >= 0 && c.boxes[b.parent].against {
			b.against = true
		}
	}
	c.sum(false)
}

// sum adds up the words of good paragraphs in each box: all of them, or only those in boxes that are not against.
func (c *collector) sum(all bool) {
	for i := range c.boxes {
		c.boxes[i].value = 0
	}
	for _, b := range c.blocks {
		if !c.boxes[b.box].against || all {
			c.boxes[b.box].value += b.value()
		}
	}
	for i := len(c.boxes) - 1; i > 0; i-- {
		c.boxes[c.boxes[i].parent].value += c.boxes[i].value
	}
}

// mainBox is the box that holds the article.
func (c *collector) mainBox() int {
	heir := make([]int, len(c.boxes)) // for each box, the one inside that holds nearly all it has; 0 if none does
	for i := len(c.boxes) - 1; i > 0; i-- {
		if b := c.boxes[i]; b.tag != atom.P && b.value > 0.85*c.boxes[b.parent].value {
			heir[b.parent] = i
		}
	}
	best := c.namedBox()
	for heir[best] != 0 && c.boxes[best].value > 0 {
		best = heir[best]
	}
	return best
}

// namedBox is the box that says it is the article, if it holds enough of the page's good text: a third where its name
// says so, for pages that tell the beginnings of other stories at length; half for an <article>, which may be a mere
// teaser. 0 if there is none.
func (c *collector) namedBox() int {
	best, all := 0, c.boxes[0].value
	for i, b := range c.boxes {
		had := c.boxes[best].value
		switch {
		case b.against || best != 0 && b.value < 0.8*had:
		case b.body && b.value > 0.3*all, b.tag == atom.Article && b.value > 0.5*all && (best == 0 || b.value > 1.2*had):
			best = i
		}
	}
	return best
}

// keeps tells whether a block in the article's box is part of the article.
func (c *collector) keeps(b block) bool {
	if b.words == 0 || b.tag == atom.H1 {
		return false
	}
	if b.linkWords*2 > b.words && b.words < 30 {
		return false // a link to something else
	}
	return true
}

// trimHeadings takes headings off the end, and those that stand before another heading of the same or a higher level.
func trimHeadings(bs []block) []block {
	for len(bs) > 0 && bs[len(bs)-1].kind() == extract.Heading {
		bs = bs[:len(bs)-1]
	}
	return bs
}
