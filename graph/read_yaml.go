package graph

import (
	"bytes"
	"encoding"
	"errors"
	"io"
	"reflect"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

// readYAML reads data, one document, into d. The parsing is yaml.v3's, which refuses nesting without end; going from
// its nodes to our structs is our own, for faults with line and column, all at once, and because a person who writes
// id: 2015 or edtf: 2015-09-30 without quotes means the words, not a number or a date.
func readYAML(data []byte, d *document) error {
	if parts, ok := cut(data, partSize); ok {
		if err := readParts(parts, d); err == nil {
			return checkSchema(d.Schema)
		}
		*d = document{} // once more, as a whole, for the report
	}
	var f Faults
	if err := f.read(data, d); err != nil {
		return err
	}
	if d.Schema != Schema {
		f = append(checkSchema(d.Schema).(Faults), f...)
	}
	return f.err()
}

// read reads one document; what comes back is an error of the parser, which ends the reading.
func (f *Faults) read(data []byte, d *document) error {
	dec := yaml.NewDecoder(bytes.NewReader(data))
	var root yaml.Node
	switch err := dec.Decode(&root); {
	case errors.Is(err, io.EOF):
		return nil
	case err != nil:
		return yamlFault(err)
	}
	f.fill(root.Content[0], reflect.ValueOf(d).Elem())
	if err := dec.Decode(&yaml.Node{}); !errors.Is(err, io.EOF) {
		*f = append(*f, "more than one document, or something after the first")
	}
	return nil
}

// yamlFault gives an error of the parser the form of ours; it knows the line only.
func yamlFault(err error) error {
	s := strings.TrimPrefix(err.Error(), "yaml: ")
	if rest, ok := strings.CutPrefix(s, "line "); ok {
		if line, what, ok := strings.Cut(rest, ": "); ok {
			return Faults{line + ":1: " + what}
		}
	}
	return Faults{"1:1: " + s}
}

// fill sets v from n by the yaml tags of v's struct fields.
func (f *Faults) fill(n *yaml.Node, v reflect.Value) {
	switch {
	case n.Kind == yaml.AliasNode || n.Anchor != "":
		f.add(n.Line, n.Column, "anchors and aliases are not read here")
	case n.Style&yaml.TaggedStyle != 0:
		f.add(n.Line, n.Column, "tags such as %s are not read here", n.Tag)
	case n.Kind == yaml.ScalarNode && n.Tag == "!!null" && n.Value != "" || n.Kind == yaml.ScalarNode && n.Value == "" && n.Style == 0:
	case v.Type() == reflect.TypeFor[When]():
		var t whenTree
		f.fill(n, reflect.ValueOf(&t).Elem())
		v.Set(reflect.ValueOf(t.when()))
	case v.Type() == reflect.TypeFor[Ref]() && n.Kind == yaml.ScalarNode: // only the ID
		v.Set(reflect.ValueOf(Ref{ID: n.Value}))
	case v.Kind() == reflect.Slice:
		f.fillSlice(n, v)
	case v.Kind() == reflect.Struct && !reflect.PointerTo(v.Type()).Implements(reflect.TypeFor[encoding.TextUnmarshaler]()):
		f.fillStruct(n, v)
	default:
		f.fillScalar(n, v)
	}
}

func (f *Faults) fillSlice(n *yaml.Node, v reflect.Value) {
	if n.Kind != yaml.SequenceNode {
		f.add(n.Line, n.Column, "a list should stand here")
		return
	}
	s := reflect.MakeSlice(v.Type(), len(n.Content), len(n.Content))
	for i, c := range n.Content {
		f.fill(c, s.Index(i))
	}
	v.Set(s)
}

func (f *Faults) fillStruct(n *yaml.Node, v reflect.Value) {
	if n.Kind != yaml.MappingNode {
		f.add(n.Line, n.Column, "keys with values should stand here")
		return
	}
	seen := make(map[string]bool, len(n.Content)/2)
	for i := 0; i+1 < len(n.Content); i += 2 {
		k := n.Content[i]
		field := fieldOf(v, k.Value)
		switch {
		case !field.IsValid():
			f.add(k.Line, k.Column, "unknown key %q", k.Value)
		case seen[k.Value]:
			f.add(k.Line, k.Column, "key %q stands here twice", k.Value)
		default:
			f.fill(n.Content[i+1], field)
		}
		seen[k.Value] = true
	}
}

// fieldOf is the field of struct v with the yaml tag key, in v or in what it embeds; the zero Value if there is none.
func fieldOf(v reflect.Value, key string) reflect.Value {
	t := v.Type()
	for i := range t.NumField() {
		name, _, _ := strings.Cut(t.Field(i).Tag.Get("yaml"), ",")
		if t.Field(i).Anonymous {
			if in := fieldOf(v.Field(i), key); in.IsValid() {
				return in
			}
		} else if name == key {
			return v.Field(i)
		}
	}
	return reflect.Value{}
}

func (f *Faults) fillScalar(n *yaml.Node, v reflect.Value) {
	if n.Kind != yaml.ScalarNode {
		f.add(n.Line, n.Column, "one value should stand here")
		return
	}
	if u, ok := v.Addr().Interface().(encoding.TextUnmarshaler); ok {
		if err := u.UnmarshalText([]byte(n.Value)); err != nil {
			f.add(n.Line, n.Column, "%v", err)
		}
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(n.Value)
	case reflect.Int:
		i, err := strconv.Atoi(n.Value)
		if err != nil {
			f.add(n.Line, n.Column, "%q is not a whole number", n.Value)
		}
		v.SetInt(int64(i))
	case reflect.Float64:
		x, err := strconv.ParseFloat(n.Value, 64)
		if err != nil || x != x || x-x != 0 {
			f.add(n.Line, n.Column, "%q is not a number", n.Value)
		}
		v.SetFloat(x)
	case reflect.Bool:
		b, err := strconv.ParseBool(n.Value)
		if err != nil {
			f.add(n.Line, n.Column, "%q is neither true nor false", n.Value)
		}
		v.SetBool(b)
	}
}
