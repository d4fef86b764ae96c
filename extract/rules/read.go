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

// reader reads one rule file.
type reader struct {
	name            string
	groups, domains map[string]Words
	faults          *Faults
}

func loadType(files fs.FS, name string, groups, domains map[string]Words, faults *Faults) *Type {
	root := document(files, name, faults)
	if root == nil {
		return nil
	}
	r := &reader{name, groups, domains, faults}
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
		case "scale":
			t.Scale = r.scale(v)
		case "local":
			t.Local = v.Value == "true"
		case "modes":
			each(v, func(k, v *yaml.Node) { t.Modes = append(t.Modes, r.mode(k, v)) })
		case "triggers":
			for _, c := range v.Content {
				t.Triggers = append(t.Triggers, r.trigger(t, c))
			}
		case "examples":
			for _, c := range v.Content {
				t.Examples = append(t.Examples, example(name, c, faults))
			}
		default:
			faults.add(name, k, "unknown key %q (known: type, about, cameo, quad, scale, local, modes, triggers, examples)", k.Value)
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

func (r *reader) scale(n *yaml.Node) float64 {
	f, err := strconv.ParseFloat(n.Value, 64)
	if err != nil || f < -10 || f > 10 {
		r.faults.add(r.name, n, "a scale is a number from -10 to 10, not %q", n.Value)
	}
	return f
}

func (r *reader) mode(k, n *yaml.Node) Mode {
	m := Mode{Name: k.Value}
	each(n, func(k, v *yaml.Node) {
		switch k.Value {
		case "scale":
			m.Scale = r.scale(v)
		case "words":
			m.Words = r.words(v)
		default:
			r.faults.add(r.name, k, "unknown key %q in a mode (known: scale, words)", k.Value)
		}
	})
	return m
}

// words reads a set of lemmas, with the groups that stand in it.
func (r *reader) words(n *yaml.Node) Words {
	set := Words{}
	for _, w := range list(r.name, n, r.faults) {
		group, is := strings.CutPrefix(w, "@")
		if !is {
			set[w] = true
			continue
		}
		if r.groups[group] == nil {
			r.faults.add(r.name, n, "no group %q in rules/words.yaml", group)
		}
		for w := range r.groups[group] {
			set[w] = true
		}
	}
	return set
}

// domain reads names of domains.
func (r *reader) domain(n *yaml.Node) []string {
	names := list(r.name, n, r.faults)
	for _, d := range names {
		if r.domains[d] == nil {
			r.faults.add(r.name, n, "no domain %q in rules/domains.yaml", d)
		}
	}
	return names
}

func (r *reader) trigger(t *Type, n *yaml.Node) Trigger {
	x := Trigger{Type: t, Line: n.Line, Roles: map[string]string{}, Bare: true}
	lists := map[string]*[]string{"verbs": &x.Verbs, "nouns": &x.Nouns, "light": &x.Light, "needs": &x.Needs, "lacks": &x.Lacks, "kinds": &x.Kinds, "actors": &x.Actors}
	texts := map[string]*string{"subject": &x.Subject, "object": &x.Object, "status": &x.Status, "mode": &x.Mode, "voice": &x.Voice, "cameo": &x.CAMEO}
	sets := map[string]*Words{"only": &x.Only, "unless": &x.Unless, "subjects": &x.Subjects, "unless-subjects": &x.UnlessSubjects,
		"modifiers": &x.Modifiers, "unless-modifiers": &x.UnlessModifiers, "unless-clauses": &x.UnlessClauses}
	flags := map[string]*bool{"sides": &x.Sides, "bare": &x.Bare, "habit": &x.Habit}
	each(n, func(k, v *yaml.Node) {
		switch {
		case lists[k.Value] != nil:
			*lists[k.Value] = list(r.name, v, r.faults)
		case texts[k.Value] != nil:
			*texts[k.Value] = v.Value
		case sets[k.Value] != nil:
			*sets[k.Value] = r.words(v)
		case k.Value == "domains":
			x.Domains = r.domain(v)
		case k.Value == "unless-domains":
			x.UnlessDomains = r.domain(v)
		case flags[k.Value] != nil:
			*flags[k.Value] = v.Value == "true"
		case k.Value == "roles":
			each(v, func(p, role *yaml.Node) { x.Roles[p.Value] = role.Value })
		case k.Value == "phrases":
			x.Phrases = map[string]Words{}
			each(v, func(p, w *yaml.Node) { x.Phrases[p.Value] = r.words(w) })
		default:
			r.faults.add(r.name, k, "unknown key %q in a trigger", k.Value)
		}
	})
	if len(x.Verbs) == 0 && len(x.Nouns) == 0 {
		r.faults.add(r.name, n, "a trigger needs verbs or nouns")
	}
	return x
}

func example(name string, n *yaml.Node, faults *Faults) Example {
	e := Example{Line: n.Line, Roles: map[string]string{}}
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
		case "mode":
			e.Mode = v.Value
		case "roles":
			each(v, func(role, words *yaml.Node) { e.Roles[role.Value] = words.Value })
		default:
			faults.add(name, k, "unknown key %q in an example", k.Value)
		}
	})
	if e.Text == "" || e.Type == "" && e.Label == "" {
		faults.add(name, n, "an example needs a text and a type or label")
	}
	return e
}
