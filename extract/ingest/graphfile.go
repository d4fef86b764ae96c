package ingest

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"dateline/graph"
)

// sniffGraph tells a graph file by its first key, and FollowTheMoney by the keys of its first object.
func sniffGraph(_ string, head []byte) bool {
	if starts(head, "{") && bytes.Contains(head, []byte(`"schema"`)) && bytes.Contains(head, []byte(`"properties"`)) {
		return true
	}
	if !bytes.Contains(head, []byte("dateline/v1")) {
		return false
	}
	if starts(head, "{") {
		head = bytes.TrimLeft(bytes.TrimLeft(head, " \t\r\n"), "{ \t\r\n\"")
	}
	for starts(head, "#") || starts(head, "---") {
		_, rest, _ := bytes.Cut(bytes.TrimLeft(head, " \t\r\n"), []byte("\n"))
		head = rest
	}
	return starts(head, "schema")
}

// readGraph reads a graph file that dateline wrote and people may have changed.
func readGraph(_ *Reader, in *input, out *sink) error {
	g, err := graph.Read(in)
	if err == nil {
		err = graph.Merge(g).Check() // a fault that merging does not mend would end the run later, and name no file
	}
	if err == nil {
		return out.emit(Item{Graph: g})
	}
	var faults graph.Faults
	if !errors.As(err, &faults) {
		out.problem(Problem{Origin: in.origin, Reason: err.Error()})
		return nil
	}
	for _, f := range faults {
		p := Problem{Origin: in.origin, Reason: f}
		if n, _ := fmt.Sscanf(f, "%d:%d:", &p.Line, &p.Col); n == 2 {
			_, f, _ = strings.Cut(f, ": ")
			p.Reason = f
		}
		out.problem(p)
	}
	return nil
}
