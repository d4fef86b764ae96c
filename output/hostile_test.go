package output

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html"
	"gopkg.in/yaml.v3"

	"dateline/graph"
)

// hostile are texts that have broken writers before.
var hostile = []string{
	`"`, `'`, `\`, `\\"`, `\N \G \L \E \T`, `\n\l\r`, `&lt;b&gt; &amp;quot; &#x41;`, `<b>bold</b>`, `<!-- x -->`, `]]>`, `<![CDATA[x]]>`,
	`</script><script>alert(1)</script>`, `</style><img src=x onerror=alert(1)>`, `</title></text></svg>`, `<svg onload=alert(1)>`,
	`" onmouseover="alert(1)`, `' onfocus='alert(1)`, `javascript:alert(1)`, `data:text/html,<script>alert(1)</script>`,
	`"]; n99 [label="x", URL="javascript:alert(1)"]; "`, `<<table><tr><td>x</td></tr></table>>`, `n0 -> n1`, `{a|b|c}`, `// x`, `/* x`, `# x`,
	"line\nbreak", "carriage\r\nreturn", "tab\there", "\x1b[31mred\x1b[0m", "\x1b]0;title\x07", "\x9b31m", "bell\a", "nul\x00byte", "\u0085\u2028\u2029",
	"\u202egnirts\u202c", "\u2066isolate\u2069", "zero\u200bwidth\ufeff", "a" + strings.Repeat("\u0301", 60), "bad\xff\xfeutf", "\xed\xa0\x80", "\ufffe\uffff",
	"👨‍👩‍👧 family", "北京大学", "عربي", "e\u0301te\u0301", "{{.}} {{template}}", "${x} `y`", "%s%d%n", "---", "- a: b", "no", "2015-09-30", "1e3", "!!binary x", "&anchor *alias",
	"@import url(//x)", "url(javascript:alert(1))", "=cmd|' /C calc'!A0", strings.Repeat("verylongword", 40), strings.Repeat("many words ", 90), "", " ",
}

// attacked is a graph in which every text of an article is hostile. Quotes still fit their offsets.
func attacked(t testing.TB, texts []string) *graph.Graph {
	g := autumn(t)
	next := 0
	evil := func() string {
		next++
		return texts[next%len(texts)]
	}
	for i := range g.Sources {
		s := &g.Sources[i]
		s.Title, s.Origin, s.Publisher = evil(), evil(), evil()
	}
	for i := range g.Entities {
		g.Entities[i].Name, g.Entities[i].Aliases, g.Entities[i].Kind = evil(), []string{evil(), evil()}, graph.Kind(evil())
	}
	for i := range g.Events {
		e := &g.Events[i]
		e.Label, e.Trigger, e.Lemma, e.Type, e.When.Reason, e.Conflicts = evil(), evil(), evil(), evil(), evil(), []string{evil()}
		e.ID += "/" + evil()
		e.Attribution = append(e.Attribution, graph.Attribution{Text: evil(), Verb: evil()})
		for k := range e.Roles {
			e.Roles[k].Text = evil()
		}
		e.Roles = append(e.Roles, graph.Role{Name: evil(), Text: evil()})
		for k := range e.Seen {
			v := &e.Seen[k]
			v.By, v.Quote = evil(), evil()
			v.Start, v.End = 0, len(v.Quote)
			v.Trigger = graph.Span{Start: len(v.Quote) / 3, End: len(v.Quote) - len(v.Quote)/3}
		}
	}
	return g
}

// TestHostileText: nothing but printable characters and line feeds, no line too long.
func TestHostileText(t *testing.T) {
	for _, o := range []Options{{Quotes: true}, {Quotes: true, Width: 60}, {Width: 1000}} {
		f, _ := Lookup("timeline")
		text := string(write(t, f, attacked(t, hostile), o))
		for _, r := range text {
			if r != '\n' && (r < ' ' || r >= 0x7f && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r == 0x2028) {
				t.Errorf("control character %U", r)
			}
		}
		for line := range strings.SplitSeq(text, "\n") {
			if w := columns(line); w > 100 {
				t.Errorf("line of %d columns: %s", w, line)
			}
		}
	}
}

// TestHostilePage: the page has the structure that it has for harmless text, and says what the text says.
func TestHostilePage(t *testing.T) {
	f, _ := Lookup("page")
	harmless := make([]string, len(hostile))
	for i, s := range hostile {
		if c := clean(s); c != "" { // what looks the same stays the same
			harmless[i] = fmt.Sprint("x", slices.IndexFunc(hostile, func(o string) bool { return clean(o) == c }))
		}
	}
	want, _ := outline(t, write(t, f, attacked(t, harmless), Options{Title: "x"}))
	for _, title := range hostile {
		got, text := outline(t, write(t, f, attacked(t, hostile), Options{Title: "x" + title}))
		if !slices.Equal(got, want) {
			for i := range min(len(got), len(want)) {
				if got[i] != want[i] {
					t.Fatalf("title %q: element %d is %s, want %s", title, i, got[i], want[i])
				}
			}
			t.Fatalf("title %q: %d elements, want %d", title, len(got), len(want))
		}
		for _, s := range hostile {
			if !strings.Contains(text, clean(s)) {
				t.Errorf("%q is not on the page", clean(s))
			}
		}
	}
}

// outline lists the elements of a page with the names of their attributes, and its text.
func outline(t *testing.T, page []byte) (elements []string, text string) {
	t.Helper()
	z := html.NewTokenizer(bytes.NewReader(page))
	var b strings.Builder
	for {
		switch z.Next() {
		case html.ErrorToken:
			return elements, b.String()
		case html.TextToken:
			b.Write(z.Text())
		case html.CommentToken:
			t.Error("a comment")
		case html.StartTagToken, html.SelfClosingTagToken:
			token := z.Token()
			line := token.Data
			for _, a := range token.Attr {
				line += " " + a.Key
				if a.Key == "href" && !strings.HasPrefix(a.Val, "#") || a.Key == "src" || strings.HasPrefix(a.Key, "on") {
					t.Errorf("%s: %s=%q", token.Data, a.Key, a.Val)
				}
			}
			elements = append(elements, line)
		}
	}
}

// TestPagePolicy: the style and script of the page are those that its policy names.
func TestPagePolicy(t *testing.T) {
	f, _ := Lookup("page")
	page := string(write(t, f, autumn(t), Options{}))
	for _, name := range []string{"style", "script"} {
		_, rest, _ := strings.Cut(page, "<"+name+">")
		body, _, ok := strings.Cut(rest, "</"+name+">")
		if !ok || !strings.Contains(html.UnescapeString(page), name+"-src "+digest(body)+";") {
			t.Errorf("the policy does not name the %s", name)
		}
	}
}

// TestHostileMap: well-formed, whole, and made only of what a picture needs.
func TestHostileMap(t *testing.T) {
	c, placed, err := plot(newChart(attacked(t, hostile), Options{}), Place)
	if err != nil {
		t.Fatal(err)
	}
	var p picture
	for _, title := range hostile {
		c.Title = clean("x" + title)
		p = inspect(t, []byte(draw(c, placed)))
		if p.names != len(c.Nodes) || p.links != len(c.Links) {
			t.Fatalf("title %q: %d names and %d links", title, p.names, p.links)
		}
	}
	for _, n := range c.Nodes {
		for _, line := range Wrap(shorten(n.Name, 30), 10) {
			if !strings.Contains(p.text, strings.TrimSuffix(line, "…")) {
				t.Errorf("%q is not in the map", line)
			}
		}
	}
}

// picture is what a separate parser sees of a map.
type picture struct {
	names, links int
	text         string
}

var elementsOfMap = []string{"svg", "title", "desc", "style", "defs", "marker", "path", "rect", "g", "a", "text", "ellipse", "circle", "polygon"}

// inspect parses a map and refuses all that could run or lead outside.
func inspect(t testing.TB, svg []byte) (p picture) {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(svg))
	for {
		token, err := d.Token()
		if err == io.EOF {
			return p
		}
		if err != nil {
			t.Fatalf("not well-formed: %v", err)
		}
		switch token := token.(type) {
		case xml.CharData:
			p.text += string(token)
		case xml.StartElement:
			if !slices.Contains(elementsOfMap, token.Name.Local) {
				t.Errorf("element %s", token.Name.Local)
			}
			for _, a := range token.Attr {
				p.attribute(t, token.Name.Local, a)
			}
		case xml.ProcInst, xml.Directive, xml.Comment:
			t.Errorf("%T", token)
		}
	}
}

func (p *picture) attribute(t testing.TB, element string, a xml.Attr) {
	t.Helper()
	switch {
	case strings.HasPrefix(strings.ToLower(a.Name.Local), "on"), a.Name.Local == "style",
		a.Name.Local == "href" && !strings.HasPrefix(a.Value, "timeline.html#"),
		strings.Contains(a.Value, "url(") && !slices.Contains([]string{"url(#tip)", "url(#tipcooperation)", "url(#tipconflict)"}, a.Value):
		t.Errorf("%s %s=%q", element, a.Name.Local, a.Value)
	case element == "a" && a.Name.Local == "id" && strings.HasPrefix(a.Value, "name"):
		p.names++
	case element == "a" && a.Name.Local == "id" && strings.HasPrefix(a.Value, "link"):
		p.links++
	}
}

// TestHostileData: other parsers read back what was written.
func TestHostileData(t *testing.T) {
	valid := slices.DeleteFunc(slices.Clone(hostile), func(s string) bool { return !utf8.ValidString(s) })
	g := attacked(t, valid)
	var tree struct {
		Events []struct{ ID, Label, Trigger string }
	}
	read := map[string]func([]byte) error{
		"yaml": func(b []byte) error { return yaml.Unmarshal(b, &tree) },
		"json": func(b []byte) error { return json.Unmarshal(b, &tree) },
	}
	for name, parse := range read {
		f, _ := Lookup(name)
		tree.Events = nil
		if err := parse(write(t, f, g, Options{})); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if len(tree.Events) != len(g.Events) {
			t.Fatalf("%s: %d events, want %d", name, len(tree.Events), len(g.Events))
		}
		for i, e := range g.Events {
			if got := tree.Events[i]; got.ID != e.ID || got.Label != e.Label || got.Trigger != e.Trigger {
				t.Errorf("%s: event %d is %q, want %q", name, i, got, []string{e.ID, e.Label, e.Trigger})
			}
		}
	}
}
