package timex

import (
	"fmt"
	"io/fs"
	"path"
	"sort"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

// rule makes one node of several.
type rule struct {
	name      string // file and line: rules/times/dates.yaml:12
	order     int    // in its file
	split     bool   // a range in two expressions: "from 3 to 5 May"
	as        class
	put       []putting
	left      *element // what must stand before; nil = anything
	right     *element
	notLeft   *element
	notRight  *element
	unless    []string // vetoes by name
	examples  []Example
	published string
}

type putting struct {
	field field
	value int32
}

// pass is the rules of one file. Passes run in order of their numbers, each over what the ones before it made.
type pass struct {
	file   string
	count  int // of rules
	states []state
}

// state is a state of the automaton over the nodes of a sentence: a trie, so that a match is one walk down.
type state struct {
	edges []edge
	next  class   // classes that the edges ask for: a quick no
	rules []*rule // that end here, in file order
}

type edge struct {
	element *element
	next    int32
}

// Example is a text with its time expressions in brackets: "He left on [Friday|2015-11-13]."
type Example struct {
	Text      string
	Published string
	At        string // file and line
}

// readRules loads rules/times/*.yaml.
func readRules(files fs.FS, l *lexicon) ([]*pass, error) {
	names, err := fs.Glob(files, "rules/times/*.yaml")
	if err != nil {
		return nil, err
	}
	var docs []ruleFile
	var bad faults
	for _, name := range names {
		if d, ok := openRules(files, name, &bad); ok {
			docs = append(docs, d)
		}
	}
	sort.SliceStable(docs, func(i, j int) bool { return docs[i].order < docs[j].order })
	var passes []*pass
	for _, d := range docs {
		passes = append(passes, d.read(l, &bad))
	}
	if len(bad) > 0 {
		return nil, bad
	}
	return passes, nil
}

// faults are all that is wrong with the rule files.
type faults []string

// Error joins the faults, a line each.
func (f faults) Error() string { return strings.Join(f, "\n") }

func (f *faults) at(name string, n *yaml.Node, err error) {
	*f = append(*f, fmt.Sprintf("%s:%d:%d: %v", name, n.Line, n.Column, err))
}

// ruleFile is a file of rules before its patterns are read.
type ruleFile struct {
	name, published string
	order           int
	rules           []*yaml.Node
}

func openRules(files fs.FS, name string, bad *faults) (f ruleFile, ok bool) {
	text, err := fs.ReadFile(files, name)
	if err != nil {
		*bad = append(*bad, err.Error())
		return f, false
	}
	var doc yaml.Node
	if err := yaml.Unmarshal(text, &doc); err != nil || len(doc.Content) == 0 {
		*bad = append(*bad, fmt.Sprintf("%s:1:1: %v", name, err))
		return f, false
	}
	f.name = name
	each(doc.Content[0], func(k, v *yaml.Node) {
		switch k.Value {
		case "pass":
			f.order, _ = strconv.Atoi(v.Value)
		case "published":
			f.published = v.Value
		case "about":
		case "rules":
			f.rules = v.Content
		default:
			bad.at(name, k, fmt.Errorf("unknown key %q (known: pass, about, published, rules)", k.Value))
		}
	})
	return f, true
}

// read makes a pass of the file.
func (f *ruleFile) read(l *lexicon, bad *faults) *pass {
	p := &pass{file: f.name, states: make([]state, 1)}
	for _, n := range f.rules {
		if err := p.read(n, f.published, l); err != nil {
			bad.at(f.name, n, err)
		}
	}
	return p
}

func each(n *yaml.Node, do func(k, v *yaml.Node)) {
	for i := 0; n.Kind == yaml.MappingNode && i+1 < len(n.Content); i += 2 {
		do(n.Content[i], n.Content[i+1])
	}
}

// read adds one rule to the pass.
func (p *pass) read(n *yaml.Node, published string, l *lexicon) (err error) {
	r := &rule{name: fmt.Sprintf("%s:%d", path.Clean(p.file), n.Line), published: published}
	var seqs [][]*element
	fail := func(e error) {
		if err == nil {
			err = e
		}
	}
	each(n, func(k, v *yaml.Node) {
		var e error
		switch k.Value {
		case "find":
			seqs, e = l.patterns(v)
		case "as":
			r.as, e = l.classes(v.Value)
		case "put":
			e = r.readPut(v)
		case "left":
			r.left, e = l.parseElement(v.Value)
		case "right":
			r.right, e = l.parseElement(v.Value)
		case "notleft":
			r.notLeft, e = l.parseElement(v.Value)
		case "notright":
			r.notRight, e = l.parseElement(v.Value)
		case "split":
			r.split = v.Value == "true"
		case "unless":
			r.unless = strings.Fields(v.Value)
			e = knownVetoes(r.unless)
		case "examples":
			for _, c := range v.Content {
				r.examples = append(r.examples, Example{c.Value, published, fmt.Sprintf("%s:%d", p.file, c.Line)})
			}
		default:
			e = fmt.Errorf("unknown key %q in a rule", k.Value)
		}
		fail(e)
	})
	if err == nil && (len(seqs) == 0 || r.as == 0) {
		err = fmt.Errorf("a rule needs find and as")
	}
	if err == nil && len(r.examples) == 0 {
		err = fmt.Errorf("a rule needs an example of its own")
	}
	if err == nil {
		err = p.add(r, seqs, l)
	}
	return err
}

// patterns reads one pattern or a list of them.
func (l *lexicon) patterns(n *yaml.Node) (seqs [][]*element, err error) {
	if n.Kind != yaml.SequenceNode {
		return l.parsePattern(n.Value)
	}
	for _, c := range n.Content {
		more, err := l.parsePattern(c.Value)
		if err != nil {
			return nil, err
		}
		seqs = append(seqs, more...)
	}
	return seqs, nil
}

func (r *rule) readPut(n *yaml.Node) (err error) {
	each(n, func(k, v *yaml.Node) {
		f := fieldOf(k.Value)
		value, e := parseValue(f, v.Value)
		if f == fNone {
			e = fmt.Errorf("no field %q", k.Value)
		}
		if e != nil && err == nil {
			err = e
		}
		r.put = append(r.put, putting{f, value})
	})
	return err
}

// classes reads the names of classes between blanks, making new ones.
func (l *lexicon) classes(s string) (c class, err error) {
	for _, name := range strings.Fields(s) {
		b, e := l.bit(name)
		if e != nil {
			return 0, e
		}
		c |= b
	}
	return c, nil
}

// add puts the sequences of a rule into the trie.
func (p *pass) add(r *rule, seqs [][]*element, l *lexicon) error {
	p.count++
	r.order = p.count
	for _, q := range seqs {
		if len(q) == 0 {
			return fmt.Errorf("the pattern matches nothing")
		}
		at := int32(0)
		for _, e := range q {
			at = p.step(at, e, l)
		}
		p.states[at].rules = append(p.states[at].rules, r)
	}
	return nil
}

// step follows the edge of an element, making it if it is new.
func (p *pass) step(at int32, e *element, l *lexicon) int32 {
	for _, a := range e.alts {
		p.states[at].next |= a.class | l.entries[a.word].classes
	}
	for _, g := range p.states[at].edges {
		if g.element.key == e.key {
			return g.next
		}
	}
	next := int32(len(p.states))
	p.states = append(p.states, state{})
	p.states[at].edges = append(p.states[at].edges, edge{e, next})
	return next
}
