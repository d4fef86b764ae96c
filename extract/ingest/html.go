package ingest

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"

	"dateline/extract"
)

// sniffHTML tells by ending or by what the page begins with.
func sniffHTML(ext string, head []byte) bool {
	switch ext {
	case ".html", ".htm", ".xhtml":
		return true
	case ".txt", ".text":
		return starts(head, "<!doctype html") || starts(head, "<html")
	}
	return starts(head, "<!doctype") || starts(head, "<html") || starts(head, "<head") || starts(head, "<body") ||
		starts(head, "<?xml") && contains(head, "<html")
}

// readHTML reads one web page: the main text of it, and title, publisher and date from its metadata.
func readHTML(r *Reader, in *input, out *sink) error {
	b, ok := r.whole(in, out)
	if !ok {
		return nil
	}
	b = []byte(decodeHTML(b))
	c := newCollector(r.tags)
	// The parser refuses elements nested more than 512 deep; such a page is read tag by tag.
	if root, err := html.Parse(bytes.NewReader(b)); err == nil {
		c.tree(root)
	} else {
		c = newCollector(r.tags)
		c.stream(html.NewTokenizer(bytes.NewReader(b)))
	}
	d := &extract.Document{ID: in.id, Origin: in.shown}
	c.meta.fill(d)
	r.page(d, c.article())
	return r.emit(d, out)
}

// decodeHTML is the page as UTF-8, by what it says of itself and what its bytes look like.
func decodeHTML(b []byte) string {
	enc, name, _ := charset.DetermineEncoding(b, "")
	if name == "utf-8" || enc == nil {
		return tidy(strings.ToValidUTF8(string(b), "\ufffd"))
	}
	s, err := enc.NewDecoder().Bytes(b)
	if err != nil {
		s = b
	}
	return tidy(strings.ToValidUTF8(string(s), "\ufffd"))
}

// page finishes the Document of a web page whose paragraphs are known.
func (r *Reader) page(d *extract.Document, blocks []block) {
	var b strings.Builder
	us := make([]unit, 0, len(blocks))
	for i, k := range blocks {
		if i > 0 {
			b.WriteString("\n\n")
		}
		u := unit{first: len(us), last: len(us), start: b.Len(), words: k.words, kind: k.kind()}
		b.WriteString(k.text)
		u.end, u.sentence = b.Len(), endsSentence(k.text)
		us = append(us, u)
	}
	text := b.String()
	r.marks.findDate(d, text, us, r.published)
	for i := range us {
		if us[i].kind == extract.Heading && blocks[i].kind() == extract.Body {
			us[i].skip = "date line"
		}
	}
	r.cues.judge(text, us)
	b.Reset()
	for _, u := range us {
		s := text[u.start:u.end]
		if u.skip != "" {
			d.Skipped = append(d.Skipped, extract.Skip{Text: clip(s), Reason: u.skip})
			continue
		}
		if b.Len() > 0 {
			b.WriteString("\n\n")
		}
		b.WriteString(s)
	}
	d.Text = b.String()
	at := 0
	for _, u := range us {
		if u.skip == "" {
			r.marks.paragraphs(d, u, u.start-at, false)
			at += u.end - u.start + 2
		}
	}
}

// tree walks a parsed page.
func (c *collector) tree(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		c.text(n.Data)
		return
	case html.ElementNode:
		if n.DataAtom == atom.Script || n.DataAtom == atom.Title {
			if n.FirstChild != nil {
				c.raw(n.DataAtom, n.Attr, n.FirstChild.Data)
			}
			return
		}
		if skipped(n.DataAtom) {
			return
		}
		c.open(n.DataAtom, n.Attr)
		defer c.close(n.DataAtom)
	}
	for k := n.FirstChild; k != nil; k = k.NextSibling {
		c.tree(k)
	}
}

// stream walks a page tag by tag.
func (c *collector) stream(z *html.Tokenizer) {
	inside := atom.Atom(0) // element whose content is not markup
	var attr []html.Attribute
	for {
		switch z.Next() {
		case html.ErrorToken:
			return
		case html.TextToken:
			if inside == atom.Script || inside == atom.Title {
				c.raw(inside, attr, string(z.Text()))
			} else if inside == 0 {
				c.text(string(z.Text()))
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			t := z.Token()
			inside, attr = 0, t.Attr
			if t.DataAtom == atom.Script || t.DataAtom == atom.Title || t.DataAtom == atom.Style {
				inside = t.DataAtom
				continue
			}
			if c.open(t.DataAtom, t.Attr); void(t.DataAtom) {
				c.close(t.DataAtom)
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			inside = 0
			c.close(atom.Lookup(name))
		}
	}
}
