package ingest

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"dateline/extract"
)

// sniffJSONL tells by the first character; a file that says it is JSON Lines is believed even where that is wrong.
func sniffJSONL(ext string, head []byte) bool {
	return ext == ".jsonl" || ext == ".ndjson" || ext == ".json" || ext != ".txt" && starts(head, "{\"")
}

// readJSONL reads one article a line and holds only one line at a time. A line that cannot be read is reported.
func readJSONL(r *Reader, in *input, out *sink) error {
	for n := 1; ; n++ {
		if err := in.ctx.Err(); err != nil {
			return err
		}
		b, tooLong, err := readLine(in.Reader, r.maxBytes)
		fault := func(col int, reason string) {
			out.problem(Problem{Origin: in.origin, Line: n, Col: col, Reason: reason})
		}
		switch {
		case tooLong:
			fault(0, fmt.Sprintf("larger than %d bytes", r.maxBytes))
		case len(bytes.TrimSpace(b)) > 0:
			d, col, reason := r.record(b, in.shown, strconv.Itoa(n), n)
			if d == nil {
				fault(col, reason)
			} else if err := r.emit(d, out); err != nil {
				return err
			}
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			fault(0, err.Error())
			return nil
		}
	}
}

// readLine reads up to the next line feed. A line of more than most bytes is read over, not kept.
func readLine(from *bufio.Reader, most int) (line []byte, tooLong bool, err error) {
	for {
		part, err := from.ReadSlice('\n')
		if tooLong = tooLong || len(line)+len(part) > most; tooLong {
			line = nil
		} else {
			line = append(line, part...)
		}
		if err != bufio.ErrBufferFull {
			return line, tooLong, err
		}
	}
}

// record is one line of JSON Lines. The names of the fields are those that crawlers use.
type record struct {
	ID            any `json:"id"`
	URL           any `json:"url"`
	Title         any `json:"title"`
	Headline      any `json:"headline"`
	Publisher     any `json:"publisher"`
	Published     any `json:"published"`
	Date          any `json:"date"`
	DatePublish   any `json:"date_publish"`
	DatePublished any `json:"datePublished"`
	Text          any `json:"text"`
	Body          any `json:"body"`
	Content       any `json:"content"`
	MainText      any `json:"maintext"`
}

// record makes a Document of an object; nil with column and reason where it cannot. The id is for one that has none.
func (r *Reader) record(b []byte, origin, id string, line int) (d *extract.Document, col int, reason string) {
	var rec record
	dec := json.NewDecoder(bytes.NewReader(b))
	dec.UseNumber()
	if err := dec.Decode(&rec); err != nil {
		col, reason = jsonFault(err, dec.InputOffset())
		return nil, col, reason
	}
	if end := dec.InputOffset(); len(bytes.TrimSpace(b[end:])) > 0 {
		return nil, int(end) + 1, "more than one object on the line"
	}
	text, ok := first(rec.Text, rec.Body, rec.Content, rec.MainText)
	if !ok {
		return nil, 0, "no text"
	}
	if strings.Count(text, "\n") > maxLines {
		return nil, 0, tooManyLines
	}
	d = &extract.Document{Origin: origin}
	if d.ID, _ = first(rec.ID); d.ID == "" {
		d.ID = id
	}
	d.Title, _ = first(rec.Title, rec.Headline)
	d.Title = extract.Fold(tidy(d.Title))
	d.Publisher, _ = first(rec.Publisher)
	for _, v := range []any{rec.Published, rec.Date, rec.DatePublish, rec.DatePublished} {
		s, _ := first(v)
		if t, ok := parseDate(s); ok {
			dated(d, t, "metadata")
		}
	}
	url, _ := first(rec.URL)
	if t, ok := urlDate(url); ok {
		dated(d, t, "url")
	}
	if rec.URL != nil && url != "" {
		d.Origin = url
	}
	r.article(d, tidy(text), line, 0)
	return d, 0, ""
}

// first is the first of the values that is text or a number; text that is not empty goes before.
func first(vs ...any) (s string, ok bool) {
	for _, v := range vs {
		switch v := v.(type) {
		case string:
			if v != "" {
				return v, true
			}
			ok = true
		case json.Number:
			return v.String(), true
		case map[string]any: // {"@type": "Organization", "name": "…"}
			if name, is := v["name"].(string); is {
				return name, true
			}
		}
	}
	return "", ok
}

// jsonFault is where and what is wrong with a line of JSON.
func jsonFault(err error, offset int64) (col int, reason string) {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return int(syntax.Offset), "not JSON: " + syntax.Error()
	case errors.As(err, &kind):
		return int(kind.Offset), "not an object but " + kind.Value
	case errors.Is(err, io.ErrUnexpectedEOF):
		return int(offset), "not JSON: ends too early"
	}
	return int(offset), "not JSON: " + err.Error()
}
