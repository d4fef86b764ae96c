package graph

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// Correction is what a person knows better than the program. Corrections stand in a file that only grows, in the order
// in which they are made; taking one back is removing it.
type Correction struct {
	// Do is what to do: same, not-same, rename, retype, retime, relocate, reject, confirm or note.
	Do string `yaml:"do"`
	// What are the entities or the events meant: two or more for same and not-same, where
	// the first is none of the others, else one.
	What []Ref `yaml:"what"`
	// To is the new name, type, time (EDTF), or place (ID or name).
	To      string `yaml:"to"`
	By      string `yaml:"by"`      // who says so
	On      string `yaml:"on"`      // the day
	Because string `yaml:"because"` // the reason, or the note

	Line, Col int `yaml:"-"` // where it stands in its file, from 1
}

// Ref means an entity or event: by its ID, and, since IDs change when more is known, by the words that it was read from,
// which then decide: of an event the sentence and the trigger, of an entity the name.
type Ref struct {
	ID     string `yaml:"id"`
	Source string `yaml:"source"` // ID of an article that tells it
	Quote  string `yaml:"quote"`  // the sentence; of an entity the name as written
	Word   string `yaml:"word"`   // the trigger
}

// deeds are what corrections can do, how many things each is about, and whether it needs To.
var deeds = []struct {
	do          string
	least, most int
	to          bool
}{
	{"same", 2, 99, false}, {"not-same", 2, 99, false}, {"rename", 1, 1, true}, {"retype", 1, 1, true}, {"retime", 1, 1, true},
	{"relocate", 1, 1, true}, {"reject", 1, 1, false}, {"confirm", 1, 1, false}, {"note", 1, 1, false},
}

// ReadCorrections reads a list of corrections in YAML. Faults come all at once, as Faults, each "line:col: what".
func ReadCorrections(r io.Reader) ([]Correction, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxBytes))
	if err != nil {
		return nil, err
	}
	var root yaml.Node
	if err := yaml.NewDecoder(bytes.NewReader(data)).Decode(&root); errors.Is(err, io.EOF) {
		return nil, nil
	} else if err != nil {
		return nil, yamlFault(err)
	}
	var f Faults
	list := root.Content[0]
	if list.Kind != yaml.SequenceNode {
		f.add(list.Line, list.Column, "a list of corrections should stand here")
		return nil, f
	}
	all := make([]Correction, len(list.Content))
	for i, n := range list.Content {
		c := &all[i]
		f.fill(n, reflect.ValueOf(c).Elem())
		c.Line, c.Col = n.Line, n.Column
		c.check(&f)
	}
	return all, f.err()
}

func (c *Correction) check(f *Faults) {
	var known []string
	for _, d := range deeds {
		known = append(known, d.do)
		if d.do != c.Do {
			continue
		}
		if n := len(c.What); n < d.least || n > d.most {
			f.add(c.Line, c.Col, "%s is about %d things, not %d", c.Do, d.least, n)
		}
		if d.to && c.To == "" {
			f.add(c.Line, c.Col, "%s needs a \"to\"", c.Do)
		}
	}
	if !slices.Contains(known, c.Do) {
		f.add(c.Line, c.Col, "do %q is not known; known: %s", c.Do, strings.Join(known, ", "))
	}
	if c.Do == "note" && c.Because == "" {
		f.add(c.Line, c.Col, "note needs a \"because\"")
	}
	if c.Do == "retime" {
		if _, err := ParseTime(c.To); err != nil {
			f.add(c.Line, c.Col, "%v", err)
		}
	}
	for _, r := range c.What {
		if r.ID == "" && r.Quote == "" {
			f.add(c.Line, c.Col, "neither id nor quote says what is meant")
		}
	}
}

// WriteCorrection writes c as an entry of a list, to be put at the end of a file.
func WriteCorrection(w io.Writer, c *Correction) error {
	y := &yamlTree{out: out{w: w}}
	y.begin("", '[', 1, block)
	y.begin("", '{', 1, block)
	y.str("do", c.Do)
	list(y, "what", c.What, flow, func(t tree, r *Ref) {
		optional(t, "id", r.ID)
		optional(t, "source", r.Source)
		optional(t, "quote", r.Quote)
		optional(t, "word", r.Word)
	})
	optional(y, "to", c.To)
	optional(y, "by", c.By)
	optional(y, "on", c.On)
	optional(y, "because", c.Because)
	y.end()
	y.end()
	y.bytes("\n")
	y.buf = bytes.TrimLeft(y.buf, "\n")
	return y.flush()
}

// String names the correction as a message does: "same event/a and event/b".
func (c *Correction) String() string {
	var names []string
	for _, r := range c.What {
		if r.ID == "" {
			r.ID = fmt.Sprintf("“%s” (%s)", r.Quote, r.Source)
		}
		names = append(names, r.ID)
	}
	return strings.TrimSpace(c.Do + " " + strings.Join(names, " and ") + " " + c.To)
}

// why is the line that the correction leaves at what it changed.
func (c *Correction) why() string {
	s := "corrected"
	switch c.Do {
	case "confirm":
		s = "confirmed"
	case "note":
		s = "note"
	}
	if c.By != "" {
		s += " by " + c.By
	}
	if c.On != "" {
		s += ", " + c.On
	}
	if c.Do != "confirm" && c.Do != "note" {
		s += ": " + c.Do
		if c.To != "" {
			s += " to " + c.To
		}
	}
	if c.Because != "" {
		s += ": " + c.Because
	}
	return s
}

// RefEvent means an event by all that is known: its ID, and the words of its first evidence.
func RefEvent(e *Event) Ref { return RefEvidence(e.ID, &e.Seen[0]) }

// RefEvidence means the event with an ID by one of the sentences that tell it.
func RefEvidence(id string, v *Evidence) Ref {
	return Ref{ID: id, Source: v.Source, Quote: v.Quote, Word: v.word()}
}

// RefEntity means an entity by its ID and a name that it was read from.
func RefEntity(e *Entity) Ref {
	return Ref{ID: e.ID, Source: e.Seen[0].Source, Quote: e.Seen[0].Quote}
}

// RefsApart are what not-same is about where the n-th of the evidence seen, all of what has an ID now, means another: it
// comes first.
func RefsApart(id string, seen []Evidence, n int) []Ref {
	refs := []Ref{RefEvidence(id, &seen[n])}
	for i := range seen {
		if i != n {
			refs = append(refs, RefEvidence(id, &seen[i]))
		}
	}
	return refs
}

// RefsOfName are what not-same is about where a name of e means another. It is false where e was never named so, or
// never otherwise.
func RefsOfName(e *Entity, name string) (refs []Ref, ok bool) {
	seen := oneOfEach(e.Seen)
	n := slices.IndexFunc(seen, func(v Evidence) bool { return fold(v.Quote, ' ') == fold(name, ' ') })
	if n < 0 || len(seen) < 2 {
		return nil, false
	}
	refs = RefsApart(e.ID, seen, n)
	for i := range refs {
		refs[i].Word = "" // a name, not a sentence with a trigger
	}
	return refs, true
}
