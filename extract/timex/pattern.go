package timex

import (
	"fmt"
	"strings"
)

// alt is one thing that an element of a pattern may be.
type alt struct {
	class   class
	word    int32 // a literal word, by its entry
	value   int32
	valued  bool  // value is asked for
	role    field // that the node fills, fNone = none or all of a composite's
	measure bool  // the node is the base: what the expression is measured from or lies in
}

// element is one place of a pattern.
type element struct {
	key      string
	glued    bool
	optional bool
	alts     []alt
}

// matches gives the alternative that n is, nil if none.
func (e *element) matches(w *work, n *node) *alt {
	if e.glued && !n.glued {
		return nil
	}
	for i := range e.alts {
		a := &e.alts[i]
		switch {
		case a.word != 0:
			if n.entry == a.word && n.sense == 0 {
				return a
			}
		case n.class&a.class == 0:
		case !a.valued || w.valueOf(n, a) == a.value:
			return a
		}
	}
	return nil
}

// valueOf is what a node says as a member of an alternative's class.
func (w *work) valueOf(n *node, a *alt) int32 {
	switch {
	case n.sense != 0:
		return w.senses[n.sense].f[a.role]
	case n.entry != 0:
		return w.words.entries[n.entry].value(a.class)
	}
	return n.value
}

// parsePattern reads a pattern: elements between blanks. An element is a class ("weekday"), a class with a value
// ("unit:quarter") or with the field it fills ("num=year"), or a literal word of words.tsv; alternatives stand between
// bars, "?" makes optional, "(a b)?" a group, "~" asks that no white space stands before, "@" makes the node the base
// of the expression. The result is every sequence the pattern stands for.
func (l *lexicon) parsePattern(s string) ([][]*element, error) {
	toks := strings.Fields(strings.NewReplacer("(", " ( ", ")?", " )? ", ") ", " ) ").Replace(s + " "))
	seqs := [][]*element{nil}
	var outer [][]*element // the sequences before an open group
	inGroup := false
	for _, t := range toks {
		switch t {
		case "(":
			if inGroup {
				return nil, fmt.Errorf("group in a group in %q", s)
			}
			inGroup, outer = true, seqs
		case ")?":
			seqs, inGroup = append(seqs, outer...), false
		case ")":
			inGroup = false
		default:
			e, err := l.parseElement(t)
			if err != nil {
				return nil, err
			}
			with := make([][]*element, len(seqs))
			for i, q := range seqs {
				with[i] = append(append([]*element(nil), q...), e)
			}
			if e.optional {
				with = append(with, seqs...)
			}
			seqs = with
		}
		if len(seqs) > 1024 {
			return nil, fmt.Errorf("pattern %q stands for too many sequences", s)
		}
	}
	if inGroup {
		return nil, fmt.Errorf("open group in %q", s)
	}
	return seqs, nil
}

func (l *lexicon) parseElement(t string) (*element, error) {
	e := &element{}
	if strings.HasSuffix(t, "?") {
		e.optional, t = true, t[:len(t)-1]
	}
	e.key = t
	if strings.HasPrefix(t, "~") {
		e.glued, t = true, t[1:]
	}
	for _, part := range strings.Split(t, "|") {
		a, err := l.parseAlt(part)
		if err != nil {
			return nil, err
		}
		e.alts = append(e.alts, a)
	}
	return e, nil
}

func (l *lexicon) parseAlt(s string) (a alt, err error) {
	if strings.HasPrefix(s, "@") {
		a.measure, s = true, s[1:]
	}
	name, role, cast := strings.Cut(s, "=")
	if name == ":" {
		a.word = l.index[":"]
		return a, nil
	}
	name, value, valued := strings.Cut(name, ":")
	if name == "" {
		return a, fmt.Errorf("empty element")
	}
	c, known := l.find(name)
	if !known {
		if cast || valued {
			return a, fmt.Errorf("no class %q", name)
		}
		if a.word = l.index[name]; a.word == 0 {
			return a, fmt.Errorf("%q is neither a class nor a word of %s", name, wordsFile)
		}
		return a, nil
	}
	a.class, a.role = c, l.field(c)
	if cast {
		if a.role = fieldOf(role); a.role == fNone && role != "none" {
			return a, fmt.Errorf("no field %q", role)
		}
	}
	if valued {
		a.valued = true
		a.value, err = parseValue(l.field(c), value)
	}
	return a, err
}
