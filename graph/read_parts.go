package graph

import (
	"bytes"
	"fmt"
)

// partSize is how much YAML, in bytes, is read at once. The nodes of yaml.v3 take twenty times the room of their text.
const partSize = 512 << 10

// cut cuts a graph in the block style, as EncodeYAML writes it, into documents of about size bytes that each hold some
// members of one of its lists: a list's key, and below it lines from one "- " to another of the same indentation. It
// is false for what is small or set otherwise; then data is read as a whole.
func cut(data []byte, size int) (parts [][]byte, ok bool) {
	if len(data) <= size {
		return nil, false
	}
	var key, part []byte
	seen := map[string]bool{}
	indent := -1 // of the hyphens; -1 before the first
	end := func() {
		if len(part) > 0 {
			parts = append(parts, part)
		}
		part = nil
	}
	for len(data) > 0 {
		line := data
		if i := bytes.IndexByte(data, '\n'); i >= 0 {
			line = data[:i+1]
		}
		data = data[len(line):]
		text := bytes.TrimLeft(line, " ")
		hyphen := len(text) > 1 && text[0] == '-' && (text[1] == ' ' || text[1] == '\n')
		at := len(line) - len(text)
		switch {
		case len(bytes.TrimSpace(text)) == 0 || text[0] == '#' && at == 0:
		case at == 0 && !hyphen:
			end()
			name, rest, isKey := bytes.Cut(line, []byte(":"))
			if !isKey || seen[string(name)] || bytes.ContainsAny(name, "\"' -") {
				return nil, false
			}
			seen[string(name)] = true
			key, indent = nil, -1
			if len(bytes.TrimSpace(rest)) == 0 {
				key = line
			}
		case key != nil && hyphen && (indent < 0 || at == indent):
			indent = at
			if len(part) >= size {
				end()
				part = append(part, key...)
			}
		case at <= indent:
			return nil, false
		}
		part = append(part, line...)
	}
	end()
	return parts, true
}

// readParts reads what cut made of a graph. An error only says that the graph must be read as a whole.
func readParts(parts [][]byte, d *document) error {
	for _, p := range parts {
		var f Faults
		var part document
		if err := f.read(p, &part); err != nil {
			return err
		}
		if len(f) > 0 {
			return fmt.Errorf("faults: %w", f)
		}
		d.Schema += part.Schema
		d.Sources = append(d.Sources, part.Sources...)
		d.Entities = append(d.Entities, part.Entities...)
		d.Events = append(d.Events, part.Events...)
		d.Relations = append(d.Relations, part.Relations...)
	}
	return nil
}
