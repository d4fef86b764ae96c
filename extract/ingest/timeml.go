package ingest

import (
	"bytes"
	"html"
	"strings"

	"dateline/extract"
)

// sniffTimeML tells by ending or root element.
func sniffTimeML(ext string, head []byte) bool { return ext == ".tml" || contains(head, "<timeml") }

// readTimeML reads one TimeML file: Text is the content of TEXT without tags and with entities decoded, otherwise
// byte for byte, since annotations of others count on it; nothing is cleaned up.
func readTimeML(r *Reader, in *input, out *sink) error {
	s, ok := r.plain(in, out)
	if !ok {
		return nil
	}
	text, found := element(s, "TEXT")
	if !found {
		out.problem(Problem{Origin: in.origin, Reason: "no TEXT element"})
		return nil
	}
	d := &extract.Document{ID: in.id, Origin: in.shown, Text: strings.ToValidUTF8(untag(text), "\ufffd")}
	if id, _ := element(s, "DOCID"); strings.TrimSpace(untag(id)) != "" {
		d.ID = strings.TrimSpace(untag(id))
	}
	if title, ok := element(s, "TITLE"); ok {
		d.Title = extract.Fold(untag(title))
	}
	if dct, ok := element(s, "DCT"); ok {
		t, known := parseDate(attribute(dct, "value"))
		if !known {
			t, _ = parseDate(untag(dct))
		}
		dated(d, t, "metadata")
	}
	l := layoutOf(d.Text)
	us := l.units()
	r.marks.findDate(d, d.Text, us, r.published)
	r.marks.sortUnits(d.Text, us)
	for _, u := range us {
		r.marks.paragraphs(d, u, 0, false)
	}
	return r.emit(d, out)
}

// element is what stands between the first start tag and the next end tag of a name.
func element(s, name string) (string, bool) {
	for i := 0; ; {
		k := strings.Index(s[i:], "<"+name)
		if k < 0 {
			return "", false
		}
		i += k + 1 + len(name)
		if i < len(s) && (s[i] == '>' || isSpace(s[i])) {
			from := strings.IndexByte(s[i:], '>')
			if from < 0 {
				return "", false
			}
			rest := s[i+from+1:]
			if to := strings.Index(rest, "</"+name+">"); to >= 0 {
				rest = rest[:to]
			}
			return rest, true
		}
	}
}

// untag is s without tags and with entities decoded.
func untag(s string) string {
	if !strings.ContainsAny(s, "<&") {
		return s
	}
	var b bytes.Buffer
	for {
		text, rest, tag := strings.Cut(s, "<")
		b.WriteString(html.UnescapeString(text))
		if !tag {
			break
		}
		if _, after, closed := strings.Cut(rest, ">"); closed {
			s = after
			continue
		}
		b.WriteString("<" + html.UnescapeString(rest)) // no tag after all
		break
	}
	return b.String()
}

// attribute is the value of an attribute in the first tag of s that has it.
func attribute(s, name string) string {
	_, rest, ok := strings.Cut(s, " "+name+"=\"")
	if !ok {
		return ""
	}
	v, _, _ := strings.Cut(rest, "\"")
	return html.UnescapeString(v)
}
