package ingest

import (
	"bytes"
	"strings"
	"unicode/utf8"

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
	page := decodeHTML(b)
	c := newCollector(r.tags)
	if root := parsePage(page); root != nil {
		c.tree(root)
	} else {
		c.stream(tokens(page))
	}
	d := &extract.Document{ID: in.id, Origin: in.shown}
	c.meta.fill(d)
	blocks := c.article()
	r.marks.leadDate(d, c.lead)
	r.page(d, blocks)
	return r.emit(d, out)
}

// maxTags is how many tags a page may have to be parsed as a tree, which needs memory for each.
const maxTags = 200_000

// parsePage is the page as a tree; nil where it is too large for one or its elements are nested more than 512 deep,
// which the parser refuses: then it has to be read tag by tag.
func parsePage(page string) *html.Node {
	if strings.Count(page, "<") > maxTags {
		return nil
	}
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		return nil
	}
	return root
}

// tokens are the tags and texts of a page.
func tokens(page string) *html.Tokenizer { return html.NewTokenizer(strings.NewReader(page)) }

// decodeHTML is the page as UTF-8. Bytes that are valid UTF-8 are that, whatever the page says of itself; else it is
// taken at its word; what is mostly UTF-8 has its wrong bytes replaced.
func decodeHTML(b []byte) string {
	if utf8.Valid(b) {
		return tidy(string(b))
	}
	const far = 16 << 10 // how far the declaration of a charset is looked for
	decl := b
	if i := bytes.Index(bytes.ToLower(b[:min(len(b), far)]), []byte("charset")); i >= 0 {
		decl = b[max(0, bytes.LastIndexByte(b[:i], '<')):]
	}
	enc, name, _ := charset.DetermineEncoding(decl, "")
	if name == "utf-8" || enc == nil || name == "windows-1252" && multibyte(b) {
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
		if us[i].dated {
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
