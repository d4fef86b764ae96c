// Package rules reads the event rules and word groups that stand as YAML in the data folder: which words name which
// type of event, and how their syntax maps to roles. Each file carries examples, which Examples runs.
package rules

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"sort"

	"gopkg.in/yaml.v3"
)

// Type is one type of event, one file under rules/events.
type Type struct {
	Name     string    // PLOVER category or one of our own, in capitals
	About    string    // one line on what it covers
	CAMEO    string    // root code, two digits, empty if none
	Quad     int       // 1 verbal cooperation … 4 material conflict, 0 none
	Scale    float64   // from -10, conflict, to 10, cooperation, after PLOVER; 0 where it has none
	Local    bool      // happens at one spot, which a dateline names where nothing nearer does
	Modes    []Mode    // in file order
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
	Voice   string            // active or passive, where the sense is found in one only
	CAMEO   string            // root code where it is not that of the type
	Mode    string            // the mode that these words name by themselves
	// Bare tells that the nouns name an event without a light verb too: "an attack", but not "ties" of "restored ties".
	Bare bool
	// Habit tells that the plain present of the verbs is a habit or state even of somebody with a name: "backs the bill".
	Habit bool
	// Needs lists slots of which one must be there: object, clause, any preposition, or subject; nil = none needed.
	Needs []string
	// Lacks lists slots that must not be there.
	Lacks []string
	// Only and Unless hold lemmas of objects (of a passive: its subject) without which, or with which, the word means
	// something else. Subjects and UnlessSubjects are the same for who acts, Modifiers and UnlessModifiers for what
	// stands before an event noun. Only, Subjects and Modifiers are nil where anything goes.
	Only, Unless, Subjects, UnlessSubjects, Modifiers, UnlessModifiers Words
	// UnlessClauses are verbs of the clause that fills a slot, with which the word is of no account: "declined to COMMENT".
	UnlessClauses Words
	// Phrases are prepositions, or slots, with the lemmas that one of them must govern: "arrived FOR TALKS"; nil = any.
	Phrases map[string]Words
	// Kinds of the object that the sense wants (person, organization, place, group, force); nil = any.
	Kinds []string
	// Actors are the kinds of who acts that the sense wants, as Kinds; nil = any.
	Actors []string
	// Domains and UnlessDomains are what the article must be, or must not be, about (rules/domains.yaml); nil = anything.
	Domains, UnlessDomains []string
}

// Words is a set of lemmas. In a rule "@GROUP" stands for all words of a group of rules/words.yaml.
type Words map[string]bool

// Mode is a way in which a type of event comes about, known by words beside its trigger: ASSAULT by drone.
type Mode struct {
	Name  string
	Scale float64 // as Type.Scale; 0: that of the type
	Words Words
}

// narrow is how much r asks of its surroundings: of two rules for a word the one that asks more is tried first.
func (r *Trigger) narrow() int {
	switch {
	case r.Domains != nil || r.Only != nil || r.Subjects != nil || r.Phrases != nil || r.Modifiers != nil:
		return 2
	case len(r.Kinds) > 0 || len(r.Actors) > 0 || len(r.Needs) > 0:
		return 1
	}
	return 0
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
	Mode   string // wanted mode, empty = not asked
	// Roles are words that must stand in the participants of these roles.
	Roles map[string]string
}

// Set is all rules, indexed by lemma.
type Set struct {
	Types    []*Type
	verbs    map[string][]*Trigger
	nouns    map[string][]*Trigger
	groups   map[string][]string // lemma → groups of words that it is in, sorted
	roles    map[string]string
	contexts map[string][]string
	domains  map[string][]string // lemma → domains that it is a word of
	local    Words               // names of types
}

// Local tells whether events of a type happen at one spot.
func (s *Set) Local(name string) bool { return s.local[name] }

// Contexts are the contexts of PLOVER that a lemma speaks of, such as "election".
func (s *Set) Contexts(lemma string) []string { return s.contexts[lemma] }

// Domains are what an article may be about that uses lemma, such as "sport".
func (s *Set) Domains(lemma string) []string { return s.domains[lemma] }

// Verb gives the triggers of a verb lemma in order of their files.
func (s *Set) Verb(lemma string) []*Trigger { return s.verbs[lemma] }

// Noun gives the triggers of an event noun's lemma.
func (s *Set) Noun(lemma string) []*Trigger { return s.nouns[lemma] }

// In tells whether lemma stands in the word group of rules/words.yaml.
func (s *Set) In(group, lemma string) bool {
	for _, g := range s.groups[lemma] { // most words are in none, the others in few
		if g == group {
			return true
		}
	}
	return false
}

// Role is the default role of a preposition, empty if it has none.
func (s *Set) Role(preposition string) string { return s.roles[preposition] }

// Load reads rules/events/*.yaml, rules/words.yaml, rules/roles.yaml, rules/contexts.yaml and rules/domains.yaml of files. An error lists every fault as
// path:line:col: message, a line each.
func Load(files fs.FS) (*Set, error) {
	s := &Set{verbs: map[string][]*Trigger{}, nouns: map[string][]*Trigger{}, local: Words{}}
	var faults Faults
	words := loadWords(files, "rules/words.yaml", &faults)
	s.groups, s.roles = turn(words), loadRoles(files, "rules/roles.yaml", &faults)
	domains := loadWords(files, "rules/domains.yaml", &faults)
	s.domains = turn(domains)
	names, err := fs.Glob(files, "rules/events/*.yaml")
	if err != nil {
		return nil, err
	}
	sort.Strings(names)
	for _, name := range names {
		if t := loadType(files, name, words, domains, &faults); t != nil {
			s.add(t)
		}
	}
	s.order()
	s.contexts = loadContexts(files, "rules/contexts.yaml", &faults)
	if len(faults) > 0 {
		return nil, faults
	}
	return s, nil
}

// order puts the narrower rules of each word first, else the order of the files holds.
func (s *Set) order() {
	for _, of := range [...]map[string][]*Trigger{s.verbs, s.nouns} {
		for _, list := range of {
			slices.SortStableFunc(list, func(a, b *Trigger) int { return b.narrow() - a.narrow() })
		}
	}
}

func (s *Set) add(t *Type) {
	s.Types = append(s.Types, t)
	if t.Local {
		s.local[t.Name] = true
	}
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

func loadWords(files fs.FS, name string, faults *Faults) map[string]Words {
	groups := map[string]Words{}
	each(document(files, name, faults), func(k, v *yaml.Node) {
		set := Words{}
		for _, w := range list(name, v, faults) {
			set[w] = true
		}
		if groups[k.Value] != nil {
			faults.add(name, k, "group %q stands twice", k.Value)
		}
		groups[k.Value] = set
	})
	return groups
}

// turn makes of the words of each group the groups of each word.
func turn(groups map[string]Words) map[string][]string {
	names := make([]string, 0, len(groups))
	for g := range groups {
		names = append(names, g)
	}
	sort.Strings(names)
	of := map[string][]string{}
	for _, g := range names {
		for w := range groups[g] {
			of[w] = append(of[w], g)
		}
	}
	return of
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

// loadContexts reads the contexts with the lemmas that speak of them, turned round: lemma → contexts in file order.
func loadContexts(files fs.FS, name string, faults *Faults) map[string][]string {
	of := map[string][]string{}
	each(document(files, name, faults), func(k, v *yaml.Node) {
		for _, w := range list(name, v, faults) {
			of[w] = append(of[w], k.Value)
		}
	})
	return of
}
