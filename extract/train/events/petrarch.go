// Package events scores the reading of events on annotated corpora: who did what to whom in the coded sentences of
// PETRARCH, and the event mentions and their participants in the NewsReader MEANTIME corpus.
package events

import (
	"fmt"
	"html"
	"io/fs"
	"strings"

	"dateline/extract"
	"dateline/graph"
)

// Coding is one coded event of a sentence: actor codes and event code as CAMEO writes them ("USAGOV", "RUS", "042").
type Coding struct{ Source, Target, Event string }

// Unit is one coded sentence.
type Unit struct {
	ID, Text  string
	Published graph.Time
	Codings   []Coding // empty: it is coded that nothing happens
}

// Document is u as an article of one sentence.
func (u *Unit) Document() *extract.Document {
	return &extract.Document{
		ID: u.ID, Text: u.Text, Published: u.Published,
		Paragraphs: []extract.Paragraph{{Span: extract.Span{Start: 0, End: len(u.Text)}}},
	}
}

// ReadUnits reads a file of PETRARCH validation records. They are not quite XML (comments hold "--"), so they are cut out
// by their tags. Records that test what a coder refuses (error="…") or that have no text are left out.
func ReadUnits(files fs.FS, name string) ([]Unit, error) {
	b, err := fs.ReadFile(files, name)
	if err != nil {
		return nil, err
	}
	var out []Unit
	for n, rest := 1, string(b); ; n++ {
		record, after, ok := cut(rest, "<Sentence ", "</Sentence>")
		if !ok {
			return out, nil
		}
		rest = after
		if u, ok := unit(record); ok {
			if u.ID == "" {
				u.ID = fmt.Sprintf("record %d", n)
			}
			out = append(out, u)
		}
	}
}

func unit(record string) (u Unit, ok bool) {
	head, _, _ := strings.Cut(record, ">")
	text, _, _ := cut(record, "<Text>", "</Text>")
	u = Unit{ID: attribute(head, "id"), Text: extract.Fold(html.UnescapeString(text))}
	if d := attribute(head, "date"); len(d) == 8 {
		u.Published, _ = graph.ParseTime(d[:4] + "-" + d[4:6] + "-" + d[6:])
	}
	for rest := record; ; {
		tag, after, found := cut(rest, "<EventCoding", ">")
		if !found {
			return u, u.Text != ""
		}
		rest = after
		if attribute(tag, "error") != "" {
			return u, false
		}
		if c := (Coding{attribute(tag, "sourcecode"), attribute(tag, "targetcode"), attribute(tag, "eventcode")}); c.Event != "" {
			u.Codings = append(u.Codings, c)
		}
	}
}

// cut gives what stands between the first open and the next end in s, and what comes after.
func cut(s, open, end string) (inside, after string, ok bool) {
	if _, s, ok = strings.Cut(s, open); !ok {
		return "", "", false
	}
	return strings.Cut(s, end)
}

// attribute is the value of name in the inside of a tag, without quotation marks and blanks; empty if it has none.
func attribute(tag, name string) string {
	for i := 0; ; {
		k := strings.Index(tag[i:], name)
		if k < 0 {
			return ""
		}
		i += k + len(name)
		v, ok := strings.CutPrefix(strings.TrimLeft(tag[i:], " "), "=")
		if v = strings.TrimLeft(v, " "); !ok || v == "" {
			continue
		}
		v, _, _ = strings.Cut(v[1:], v[:1])
		return strings.Trim(strings.TrimSpace(v), `"`)
	}
}
