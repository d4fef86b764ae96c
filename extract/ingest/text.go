package ingest

import (
	"strings"

	"dateline/extract"
)

// sniffText takes whatever is left, save files that say they are data.
func sniffText(ext string, _ []byte) bool { return ext != ".yaml" && ext != ".yml" }

// readText reads one plain text.
func readText(r *Reader, in *input, out *sink) error {
	text, ok := r.plain(in, out)
	if !ok {
		return nil
	}
	d := &extract.Document{ID: in.id, Origin: in.shown}
	text, line := frontMatter(d, tidy(text))
	r.article(d, text, line, 1)
	return r.emit(d, out)
}

// frontMatterLines is how many lines front matter may have.
const frontMatterLines = 64

// frontMatter takes "key: value" lines between two lines "---" off the beginning of text and fills d from them. It
// returns the rest and the number of its first line. What has no such form is text.
func frontMatter(d *extract.Document, text string) (rest string, line int) {
	first, rest, ok := strings.Cut(text, "\n")
	if !ok || strings.TrimSpace(first) != "---" {
		return text, 1
	}
	fields := map[string]string{}
	for line = 2; line < frontMatterLines; line++ {
		var s string
		if s, rest, ok = strings.Cut(rest, "\n"); !ok && rest == "" && strings.TrimSpace(s) != "---" {
			return text, 1
		}
		s = strings.TrimSpace(s)
		if s == "---" {
			fillFields(d, fields)
			return rest, line + 1
		}
		key, value, ok := strings.Cut(s, ":")
		if s != "" && s[0] != '#' {
			if !ok {
				return text, 1
			}
			fields[strings.ToLower(strings.TrimSpace(key))] = unquote(strings.TrimSpace(value))
		}
	}
	return text, 1
}

// fillFields fills d from the fields of front matter.
func fillFields(d *extract.Document, f map[string]string) {
	set := func(to *string, keys ...string) {
		for _, k := range keys {
			if *to == "" || to == &d.ID && f[k] != "" {
				*to = f[k]
			}
		}
	}
	set(&d.ID, "id")
	set(&d.Title, "title", "headline")
	set(&d.Publisher, "publisher", "source")
	set(&d.Place, "place")
	for _, k := range []string{"published", "date", "date_publish", "datepublished"} {
		if t, ok := parseDate(f[k]); ok {
			dated(d, t, "metadata")
		}
	}
	if t, ok := urlDate(f["url"]); ok {
		dated(d, t, "url")
	}
}

// unquote takes off quotation marks around s.
func unquote(s string) string {
	if len(s) >= 2 && (s[0] == '"' || s[0] == '\'') && s[len(s)-1] == s[0] {
		return s[1 : len(s)-1]
	}
	return s
}
