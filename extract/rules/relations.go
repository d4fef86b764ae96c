package rules

import (
	"fmt"
	"io/fs"
	"slices"

	"gopkg.in/yaml.v3"
)

// Relation is one rule of rules/relations.yaml: words that state a relation between two names.
type Relation struct {
	Type     string
	Line     int
	Nouns    []string // lemmas: the thing so called is the relation's start, what the noun is of its end
	Verbs    []string // lemmas
	At       []string // prepositions that lead from a verb to the end; nil: the object does
	From, To []string // kinds that the ends may have; nil = any
	Examples []RelationExample
}

// RelationExample is a sentence with the relation of the rule's type that must come out of it, by the names of both ends;
// or None.
type RelationExample struct {
	Line           int
	Text, From, To string
	None           bool
}

// Relations are the rules of rules/relations.yaml, indexed by their words.
type Relations struct {
	Rules []*Relation // in file order
	nouns map[string][]*Relation
	verbs map[string][]*Relation
}

const relationsFile = "rules/relations.yaml"

// By is how evidence names the rule: file and line.
func (r *Relation) By() string { return fmt.Sprintf("relations.yaml:%d", r.Line) }

// Noun gives the rules of a noun's lemma in order.
func (s *Relations) Noun(lemma string) []*Relation { return s.nouns[lemma] }

// Verb gives the rules of a verb's lemma in order.
func (s *Relations) Verb(lemma string) []*Relation { return s.verbs[lemma] }

// Fits tells whether the ends of a relation may have these kinds.
func (r *Relation) Fits(from, to string) bool {
	return (r.From == nil || slices.Contains(r.From, from)) && (r.To == nil || slices.Contains(r.To, to))
}

// LoadRelations reads rules/relations.yaml of files. An error lists every fault as path:line:col: message, a line each.
func LoadRelations(files fs.FS) (*Relations, error) {
	s := &Relations{nouns: map[string][]*Relation{}, verbs: map[string][]*Relation{}}
	b, err := fs.ReadFile(files, relationsFile)
	if err != nil {
		return nil, err
	}
	var faults Faults
	var n yaml.Node
	if err := yaml.Unmarshal(b, &n); err != nil {
		faults.add(relationsFile, at(err), "%v", err)
	} else if len(n.Content) != 1 || n.Content[0].Kind != yaml.SequenceNode {
		faults.add(relationsFile, &n, "want a list of rules")
	} else {
		for _, c := range n.Content[0].Content {
			s.add(relation(c, &faults))
		}
	}
	if len(faults) > 0 {
		return nil, faults
	}
	return s, nil
}

func (s *Relations) add(r *Relation) {
	s.Rules = append(s.Rules, r)
	for _, n := range r.Nouns {
		s.nouns[n] = append(s.nouns[n], r)
	}
	for _, v := range r.Verbs {
		s.verbs[v] = append(s.verbs[v], r)
	}
}

func relation(n *yaml.Node, faults *Faults) *Relation {
	r := &Relation{Line: n.Line}
	words := map[string]*[]string{"nouns": &r.Nouns, "verbs": &r.Verbs, "at": &r.At, "from": &r.From, "to": &r.To}
	each(n, func(k, v *yaml.Node) {
		switch to, ok := words[k.Value]; {
		case ok:
			*to = list(relationsFile, v, faults)
		case k.Value == "type":
			r.Type = v.Value
		case k.Value == "examples":
			for _, c := range v.Content {
				r.Examples = append(r.Examples, relationExample(c, faults))
			}
		default:
			faults.add(relationsFile, k, "unknown key %q (known: type, nouns, verbs, at, from, to, examples)", k.Value)
		}
	})
	switch {
	case r.Type == "":
		faults.add(relationsFile, n, "no type")
	case len(r.Nouns) == 0 && len(r.Verbs) == 0:
		faults.add(relationsFile, n, "a rule needs nouns or verbs")
	case len(r.Examples) == 0:
		faults.add(relationsFile, n, "no examples: each rule shows what it finds")
	}
	return r
}

func relationExample(n *yaml.Node, faults *Faults) RelationExample {
	e := RelationExample{Line: n.Line}
	each(n, func(k, v *yaml.Node) {
		switch k.Value {
		case "text":
			e.Text = v.Value
		case "from":
			e.From = v.Value
		case "to":
			e.To = v.Value
		case "none":
			e.None = v.Value == "true"
		default:
			faults.add(relationsFile, k, "unknown key %q in an example", k.Value)
		}
	})
	if e.Text == "" || (e.From == "" || e.To == "") != e.None {
		faults.add(relationsFile, n, "an example needs a text, and from and to or none: true")
	}
	return e
}
