// Package rules reads the event rules and word groups that stand as YAML in the data folder: which words name which
// type of event, and how their syntax maps to roles. Each file carries examples, which Examples runs.
package rules

import (
	"fmt"
	"io/fs"
	"path"
	"sort"

	"gopkg.in/yaml.v3"
)

// Type is one type of event, one file under rules/events.
type Type struct {
	Name     string    // PLOVER category or one of our own, in capitals
	About    string    // one line on what it covers
	CAMEO    string    // root code, two digits, empty if none
	Quad     int       // 1 verbal cooperation … 4 material conflict, 0 none
	Triggers []Trigger // in file order
	Examples []Example
	File     string // such as "rules/events/consult.yaml"
}

// Trigger is a set of words that name an event of a type, and the syntax they want.
type Trigger struct {
	Type    *Type
	Line    int               // in Type.File
	Verbs   []string          // lemmas, particles included: "call off"
	Nouns   []string          // lemmas of event nouns
	Light   []string          // verbs that lend themselves to Nouns: hold (talks)
	Sides   bool              // subject, object and with-phrase stand on one level, as with meet
	Subject string            // role of the subject, agent if empty
	Object  string            // role of the object, patient if empty
	Roles   map[string]string // preposition → role, over the defaults
	Status  string            // forced status, such as cancelled
	// Needs lists slots of which one must be there: object, any preposition, or subject; nil = none needed.
	Needs []string
	// Unless lists lemmas of objects (for intransitive uses: of subjects) with which the word means something else.
	Unless []string
	// Only lists lemmas of objects without which the word does not mean this; nil = any.
	Only []string
	// Kinds of the object that the sense wants (person, organization, place, group, none); nil = any.
	Kinds []string
}

// By is how evidence names the trigger: file and line.
func (t *Trigger) By() string {
	return fmt.Sprintf("%s:%d", path.Join("events", path.Base(t.Type.File)), t.Line)
}

// Example is a sentence with what must, or must not, come out of it.
type Example struct {
	Line   int
	Text   string
	Type   string // wanted type of the event; "none": no event of the file's type may come out
	Label  string // wanted label, empty = not asked
	Status string // wanted status, empty = not asked
}

// Set is all rules, indexed by lemma.
type Set struct {
	Types []*Type
	verbs map[string][]*Trigger
	nouns map[string][]*Trigger
	words map[string]map[string]bool
	roles map[string]string
}

// Verb gives the triggers of a verb lemma in order of their files.
func (s *Set) Verb(lemma string) []*Trigger { return s.verbs[lemma] }

// Noun gives the triggers of an event noun's lemma.
func (s *Set) Noun(lemma string) []*Trigger { return s.nouns[lemma] }

// In tells whether lemma stands in the word group of rules/words.yaml.
func (s *Set) In(group, lemma string) bool { return s.words[group][lemma] }

// Role is the default role of a preposition, empty if it has none.
func (s *Set) Role(preposition string) string { return s.roles[preposition] }

// Load reads rules/events/*.yaml, rules/words.yaml and rules/roles.yaml of files. An error lists every fault as
// path:line:col: message, a line each.
func Load(files fs.FS) (*Set, error) {
	s := &Set{verbs: map[string][]*Trigger{}, nouns: map[string][]*Trigger{}}
	var faults Faults
	s.words, s.roles = loadWords(files, "rules/words.yaml", &faults), loadRoles(files, "rules/roles.yaml", &faults)
	names, err := fs.Glob(files, "rules/events/*.yaml")
	if err != nil {
		return nil, err
	}
	sort.Strings(names)
	for _, name := range names {
		if t := loadType(files, name, &faults); t != nil {
			s.add(t)
		}
	}
	if len(faults) > 0 {
		return nil, faults
	}
	return s, nil
}

func (s *Set) add(t *Type) {
	s.Types = append(s.Types, t)
	for i := range t.Triggers {
		r := &t.Triggers[i]
		for _, v := range r.Verbs {
			s.verbs[v] = append(s.verbs[v], r)
		}
		for _, n := range r.Nouns {
			s.nouns[n] = append(s.nouns[n], r)
		}
	}
}

// document parses name and gives its root mapping, nil after a fault.
func document(files fs.FS, name string, faults *Faults) *yaml.Node {
	b, err := fs.ReadFile(files, name)
	if err != nil {
		faults.add(name, nil, "%v", err)
		return nil
	}
	var n yaml.Node
	if err := yaml.Unmarshal(b, &n); err != nil {
		faults.add(name, at(err), "%v", err)
		return nil
	}
	if len(n.Content) != 1 || n.Content[0].Kind != yaml.MappingNode {
		faults.add(name, &n, "want a mapping of keys to values")
		return nil
	}
	return n.Content[0]
}

func loadWords(files fs.FS, name string, faults *Faults) map[string]map[string]bool {
	groups := map[string]map[string]bool{}
	each(document(files, name, faults), func(k, v *yaml.Node) {
		set := map[string]bool{}
		for _, w := range list(name, v, faults) {
			set[w] = true
		}
		groups[k.Value] = set
	})
	return groups
}

func loadRoles(files fs.FS, name string, faults *Faults) map[string]string {
	roles := map[string]string{}
	each(document(files, name, faults), func(k, v *yaml.Node) {
		for _, w := range list(name, v, faults) {
			roles[w] = k.Value
		}
	})
	return roles
}
