package ingest

import (
	"bytes"
	"encoding/json"
	"strconv"
)

// sniffJSON tells a file that is one JSON value from JSON Lines: it begins with a list, or with an object that does
// not end on the first line.
func sniffJSON(ext string, head []byte) bool {
	first, _, more := bytes.Cut(bytes.TrimLeft(head, " \t\r\n"), []byte("\n"))
	return ext == ".json" && (starts(head, "[") || more && !bytes.HasSuffix(bytes.TrimSpace(first), []byte("}")))
}

// readJSON reads one article, or a list of them.
func readJSON(r *Reader, in *input, out *sink) error {
	b, ok := r.whole(in, out)
	if !ok {
		return nil
	}
	at := &cursor{b: b, line: 1}
	fault := func(offset int64, reason string) {
		line, col := at.to(int(offset))
		out.problem(Problem{Origin: in.origin, Line: line, Col: col, Reason: reason})
	}
	dec := json.NewDecoder(bytes.NewReader(b))
	list := starts(b, "[")
	if list {
		_, _ = dec.Token() // the bracket
	}
	for n := 1; dec.More(); n++ {
		if err := in.ctx.Err(); err != nil {
			return err
		}
		var raw json.RawMessage
		if err := dec.Decode(&raw); err != nil {
			offset, reason := jsonFault(err, dec.InputOffset())
			fault(int64(offset), reason)
			return nil
		}
		start := dec.InputOffset() - int64(len(raw))
		id := in.id
		if list {
			id = strconv.Itoa(n)
		}
		line, _ := at.to(int(start))
		d, col, reason := r.record(raw, in.shown, id, line)
		if d == nil {
			fault(start+int64(col), reason)
		} else if err := r.emit(d, out); err != nil {
			return err
		}
	}
	return nil
}

// cursor turns offsets into lines; offsets must not go down.
type cursor struct {
	b                  []byte
	offset, line, last int // last is the start of the line
}

// to is line and column, from 1, of the byte at offset.
func (c *cursor) to(offset int) (line, col int) {
	for offset = min(offset, len(c.b)); c.offset < offset; c.offset++ {
		if c.b[c.offset] == '\n' {
			c.line, c.last = c.line+1, c.offset+1
		}
	}
	return c.line, max(0, offset-c.last) + 1
}
