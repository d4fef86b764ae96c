package rules

import (
	"fmt"
	"io/fs"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

// Faults are all that is wrong with files that people wrote, each as path:line:col: message.
type Faults []string

// Error joins the faults, a line each.
func (f Faults) Error() string { return strings.Join(f, "\n") }

func (f *Faults) add(name string, n *yaml.Node, format string, args ...any) {
	line, col := 1, 1
	if n != nil && n.Line > 0 {
		line, col = n.Line, n.Column
	}
	*f = append(*f, fmt.Sprintf("%s:%d:%d: %s", name, line, col, fmt.Sprintf(format, args...)))
}

// at is the place that a syntax error of the YAML reader names ("yaml: line 7: …"), nil if it names none.
func at(err error) *yaml.Node {
	var line int
	if _, e := fmt.Sscanf(err.Error(), "yaml: line %d:", &line); e != nil {
		return nil
	}
	return &yaml.Node{Line: line, Column: 1}
}

// each calls do for every key and value of mapping n, in order.
func each(n *yaml.Node, do func(k, v *yaml.Node)) {
	if n == nil || n.Kind != yaml.MappingNode {
		return
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		do(n.Content[i], n.Content[i+1])
	}
}

// list gives the strings of a sequence, or a single scalar as a list of one.
func list(name string, n *yaml.Node, faults *Faults) []string {
	switch n.Kind {
	case yaml.ScalarNode:
		return []string{n.Value}
	case yaml.SequenceNode:
		var out []string
		for _, c := range n.Content {
			if c.Kind != yaml.ScalarNode || c.Value == "" {
				faults.add(name, c, "want a word")
				continue
			}
			out = append(out, c.Value)
		}
		return out
	}
	faults.add(name, n, "want a word or a list of words")
	return nil
}

func loadType(files fs.FS, name string, faults *Faults) *Type {
	root := document(files, name, faults)
	if root == nil {
		return nil
	}
	t := &Type{File: name}
	each(root, func(k, v *yaml.Node) {
		switch k.Value {
		case "type":
			t.Name = v.Value
		case "about":
			t.About = v.Value
		case "cameo":
			t.CAMEO = v.Value
		case "quad":
			q, err := strconv.Atoi(v.Value)
			if err != nil || q < 1 || q > 4 {
				faults.add(name, v, "quad is 1, 2, 3 or 4, not %q", v.Value)
			}
			t.Quad = q
		case "triggers":
			for _, c := range v.Content {
				t.Triggers = append(t.Triggers, trigger(name, t, c, faults))
			}
		case "examples":
			for _, c := range v.Content {
				t.Examples = append(t.Examples, example(name, c, faults))
			}
		default:
			faults.add(name, k, "unknown key %q (known: type, about, cameo, quad, triggers, examples)", k.Value)
		}
	})
	if t.Name == "" {
		faults.add(name, root, "no type")
	}
	if len(t.Examples) == 0 {
		faults.add(name, root, "no examples: each rule file shows what it finds and what it leaves alone")
	}
	return t
}

func trigger(name string, t *Type, n *yaml.Node, faults *Faults) Trigger {
	r := Trigger{Type: t, Line: n.Line, Roles: map[string]string{}}
	each(n, func(k, v *yaml.Node) {
		switch k.Value {
		case "verbs":
			r.Verbs = list(name, v, faults)
		case "nouns":
			r.Nouns = list(name, v, faults)
		case "light":
			r.Light = list(name, v, faults)
		case "sides":
			r.Sides = v.Value == "true"
		case "subject":
			r.Subject = v.Value
		case "object":
			r.Object = v.Value
		case "status":
			r.Status = v.Value
		case "needs":
			r.Needs = list(name, v, faults)
		case "unless":
			r.Unless = list(name, v, faults)
		case "only":
			r.Only = list(name, v, faults)
		case "kinds":
			r.Kinds = list(name, v, faults)
		case "roles":
			each(v, func(p, role *yaml.Node) { r.Roles[p.Value] = role.Value })
		default:
			faults.add(name, k, "unknown key %q in a trigger", k.Value)
		}
	})
	if len(r.Verbs) == 0 && len(r.Nouns) == 0 {
		faults.add(name, n, "a trigger needs verbs or nouns")
	}
	return r
}

func example(name string, n *yaml.Node, faults *Faults) Example {
	e := Example{Line: n.Line}
	each(n, func(k, v *yaml.Node) {
		switch k.Value {
		case "text":
			e.Text = v.Value
		case "type":
			e.Type = v.Value
		case "label":
			e.Label = v.Value
		case "status":
			e.Status = v.Value
		default:
			faults.add(name, k, "unknown key %q in an example", k.Value)
		}
	})
	if e.Text == "" || e.Type == "" && e.Label == "" {
		faults.add(name, n, "an example needs a text and a type or label")
	}
	return e
}
