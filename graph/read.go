package graph

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// MaxBytes is the size of the largest graph that Read takes.
const MaxBytes = 1 << 30

// maxFaults is how many faults one error lists before it only counts them.
const maxFaults = 20

// ErrTooLarge says that the input of Read is larger than MaxBytes.
var ErrTooLarge = fmt.Errorf("graph is larger than %d MiB", MaxBytes>>20)

// Faults are the places where a file that a person may have written is wrong; one line each.
type Faults []string

// Error is the faults, a line each.
func (f Faults) Error() string { return strings.Join(f, "\n") }

// add notes a fault at line and column, both from 1.
func (f *Faults) add(line, col int, format string, args ...any) {
	*f = append(*f, fmt.Sprintf("%d:%d: %s", line, col, fmt.Sprintf(format, args...)))
}

// err is f, cut to maxFaults lines; nil where there is none.
func (f Faults) err() error {
	if len(f) == 0 {
		return nil
	}
	if more := len(f) - maxFaults; more > 0 {
		f = append(f[:maxFaults:maxFaults], fmt.Sprintf("and %d more", more))
	}
	return f
}

// document is the outermost map of a file.
type document struct {
	Schema string `json:"schema" yaml:"schema"`
	Graph  `yaml:",inline"`
}

// Read reads a graph as YAML or JSON, whichever it is. It takes what EncodeYAML and EncodeJSON write and what a person
// made of that: faults, unknown keys among them, come back all at once as Faults, each "line:col: what". Of a time only
// edtf counts. What is read is not checked further; see Check. It reads entities of FollowTheMoney, too, an object a
// line.
func Read(r io.Reader) (*Graph, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxBytes+1))
	if err != nil {
		return nil, err
	}
	if len(data) > MaxBytes {
		return nil, ErrTooLarge
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	var d document
	if start := bytes.TrimLeft(data, " \t\r\n"); len(start) > 0 && start[0] == '{' {
		if isFTM(start) {
			return readFTM(data)
		}
		err = readJSON(data, &d)
	} else {
		err = readYAML(data, &d)
	}
	if err != nil {
		return nil, err
	}
	d.tidy()
	return &d.Graph, nil
}

// readJSON reads fast and, where that fails, once more as YAML, which holds JSON and tells all faults with their places.
func readJSON(data []byte, d *document) error {
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	err := dec.Decode(d)
	if err == nil {
		if rest := bytes.TrimSpace(data[dec.InputOffset():]); len(rest) > 0 {
			line, col := position(data, len(data)-len(rest))
			return Faults{fmt.Sprintf("%d:%d: more after the end of the graph", line, col)}
		}
		return checkSchema(d.Schema)
	}
	if len(data) <= maxReport {
		*d = document{}
		return readYAML(data, d)
	}
	offset := dec.InputOffset()
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	if errors.As(err, &syntax) {
		offset = syntax.Offset
	} else if errors.As(err, &kind) {
		offset = kind.Offset
	}
	line, col := position(data, int(offset))
	return Faults{fmt.Sprintf("%d:%d: %s", line, col, strings.TrimPrefix(err.Error(), "json: "))}
}

// maxReport is the size up to which broken JSON is read a second time for a better report.
const maxReport = 16 << 20

// position is line and column, from 1, of a byte; columns count bytes.
func position(data []byte, offset int) (line, col int) {
	before := data[:min(offset, len(data))]
	return 1 + bytes.Count(before, []byte("\n")), len(before) - bytes.LastIndexByte(before, '\n')
}

func checkSchema(s string) error {
	switch s {
	case Schema:
		return nil
	case "":
		return Faults{"1:1: no \"schema: " + Schema + "\": this is no graph of dateline"}
	}
	return Faults{fmt.Sprintf("1:1: schema %q is not known; this program reads %s", s, Schema)}
}

// tidy makes empty lists nil, so that a graph has one form in memory.
func (g *Graph) tidy() {
	none(&g.Sources)
	none(&g.Entities)
	none(&g.Events)
	none(&g.Relations)
	for i := range g.Entities {
		e := &g.Entities[i]
		none(&e.Aliases)
		none(&e.Keys)
		none(&e.Why)
		none(&e.Seen)
	}
	for i := range g.Events {
		e := &g.Events[i]
		none(&e.Roles)
		none(&e.Attribution)
		none(&e.Quantities)
		none(&e.Conflicts)
		none(&e.Disputes)
		none(&e.Tellings)
		none(&e.Why)
		none(&e.Seen)
	}
	for i := range g.Relations {
		none(&g.Relations[i].Seen)
	}
}

func none[T any](s *[]T) {
	if len(*s) == 0 {
		*s = nil
	}
}
