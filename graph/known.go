package graph

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"gopkg.in/yaml.v3"
)

// KnownDate is a date that the user gives for something that articles name, such as "Paris attacks".
type KnownDate struct {
	Name string // as in the user's file
	When Time   // known, not open
	At   string // where it stands: path:line
}

// maxKnown is how large, in bytes, a file of known dates may be.
const maxKnown = 1 << 20

// ReadKnown reads a file of known dates from r: YAML, a name and a time in EDTF a line.
//
//	Paris attacks: 2015-11-13
//	G20 summit: 2015-11-15/2015-11-16
//
// Every fault of the file is one of Faults, as line:col: message; path is only for KnownDate.At.
func ReadKnown(path string, r io.Reader) ([]KnownDate, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxKnown+1))
	if err != nil {
		return nil, err
	}
	if len(data) > maxKnown {
		return nil, Faults{fmt.Sprintf("1:1: larger than %d bytes", maxKnown)}
	}
	var f Faults
	var root yaml.Node
	switch err := yaml.NewDecoder(bytes.NewReader(data)).Decode(&root); {
	case errors.Is(err, io.EOF):
		return nil, nil
	case err != nil:
		return nil, yamlFault(err)
	}
	list := f.known(path, root.Content[0])
	if err := f.err(); err != nil {
		return nil, err
	}
	return list, nil
}

// known reads the names and dates of n.
func (f *Faults) known(path string, n *yaml.Node) (list []KnownDate) {
	if n.Kind != yaml.MappingNode {
		f.add(n.Line, n.Column, "names with dates should stand here, such as Paris attacks: 2015-11-13")
		return nil
	}
	seen := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		k, v := n.Content[i], n.Content[i+1]
		name := strings.Join(strings.Fields(k.Value), " ")
		t, err := ParseTime(v.Value)
		switch {
		case k.Kind != yaml.ScalarNode || name == "":
			f.add(k.Line, k.Column, "a name should stand here")
		case seen[fold(name, ' ')]:
			f.add(k.Line, k.Column, "%q stands here twice", name)
		case v.Kind != yaml.ScalarNode || v.Value == "":
			f.add(v.Line, v.Column, "a date should stand here, such as 2015-11-13")
		case err != nil:
			f.add(v.Line, v.Column, "%v", err)
		case t.Open():
			f.add(v.Line, v.Column, "%s has no end; give both, such as 2015-11-13/2015-11-16", v.Value)
		default:
			list = append(list, KnownDate{Name: name, When: t, At: fmt.Sprintf("%s:%d", path, k.Line)})
		}
		seen[fold(name, ' ')] = true
	}
	return list
}
