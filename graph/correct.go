package graph

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Correct is UnifyBy, of what Merge made, with the corrections of a person, which win over everything. What does not apply, because it means
// nothing that is there, is left out and told, a line each: "line:col: what".
//
// Corrections mean what stands in the graph as the program alone makes it: so an ID that a person read there stays right
// whatever other corrections say. Events and entities that they make one, or keep apart, are so before anything else is
// judged; names, types, times and places are set last. What stands in one sentence, at one word, is one.
func Correct(g *Graph, by Judgement, cs []Correction) (u *Graph, lost []string) {
	if len(cs) == 0 {
		return unify(g, by), nil
	}
	u = unify(g, by)
	k := &corrector{g: u, merged: g}
	for i := range cs {
		k.resolve(&cs[i])
	}
	if k.judges {
		by.person = k.person
		u = unify(g, by)
	}
	k.apply(u)
	slices.SortFunc(k.lost, func(a, b fault) int { return cmp.Or(cmp.Compare(a.line, b.line), cmp.Compare(a.text, b.text)) })
	for _, f := range k.lost {
		lost = append(lost, f.text)
	}
	return u, lost
}

type fault struct {
	line int
	text string
}

// corrector is one call of Correct.
type corrector struct {
	g      *Graph // as the program alone made it
	merged *Graph // as Merge made it
	meant  []meaning
	person person
	judges bool // whether person says anything
	lost   []fault
}

// meaning is a correction and what it is about.
type meaning struct {
	*Correction
	of []target
}

// target is an event, by the places of its triggers, or an entity, by its keys.
type target struct {
	marks []mark
	keys  []string
}

// mark is the place of a trigger.
type mark struct {
	source string
	at     Span
}

// person is what a person says of which are one.
type person struct {
	same, apart         [][2]mark
	sameKeys, apartKeys []twoNames
	why                 map[[2]mark]string
}

// twoNames are the keys of two entities, and the line that says what a person says of them.
type twoNames struct {
	keys [2][]string
	why  string
}

func (k *corrector) lose(c *Correction, format string, args ...any) {
	k.lost = append(k.lost, fault{c.Line, fmt.Sprintf("%d:%d: %s: %s", c.Line, c.Col, c.String(), fmt.Sprintf(format, args...))})
}

// resolve finds what a correction means.
func (k *corrector) resolve(c *Correction) {
	m := meaning{Correction: c}
	for _, r := range c.What {
		t, ok := k.find(&r)
		if !ok {
			k.lose(c, "%s is not there", cmp.Or(r.ID, "“"+r.Quote+"”"))
			return
		}
		m.of = append(m.of, t)
	}
	if c.Do == "not-same" && m.of[0].keys != nil && meet(m.of[0].keys, m.of[1].keys) {
		for i := range m.of { // one, as the program sees it: perhaps they were two before names were judged
			r := c.What[i]
			r.ID = ""
			if t, ok := findEntity(k.merged, &r); ok {
				m.of[i] = t
			}
		}
	}
	if c.Do == "same" || c.Do == "not-same" {
		for i := range m.of {
			if (m.of[i].keys == nil) != (m.of[0].keys == nil) {
				k.lose(c, "an event and an entity are never one")
				return
			}
		}
		k.judge(&m)
		return
	}
	k.meant = append(k.meant, m)
}

// judge hands what is, or is not, one to Unify.
func (k *corrector) judge(m *meaning) {
	k.judges = true
	p := &k.person
	if p.why == nil {
		p.why = map[[2]mark]string{}
	}
	for _, t := range m.of[1:] {
		a := m.of[0]
		switch {
		case a.keys != nil && m.Do == "same":
			p.sameKeys = append(p.sameKeys, twoNames{[2][]string{a.keys, t.keys}, m.why()})
		case a.keys != nil && meet(a.keys, t.keys):
			k.lose(m.Correction, "both have one name, which cannot be told apart")
		case a.keys != nil:
			p.apartKeys = append(p.apartKeys, twoNames{[2][]string{a.keys, t.keys}, m.why()})
		case m.Do == "same":
			pair := [2]mark{a.marks[0], t.marks[0]}
			p.same = append(p.same, pair)
			p.why[pair] = m.why()
		case meet(a.marks, t.marks):
			k.lose(m.Correction, "both are told by the same words")
		default:
			for _, x := range a.marks {
				for _, y := range t.marks {
					p.apart = append(p.apart, [2]mark{x, y})
				}
			}
		}
	}
}

// find is what r means: what has its words, else what has its ID.
func (k *corrector) find(r *Ref) (t target, ok bool) {
	if r.Quote != "" && r.Word != "" {
		for i := range k.g.Events {
			for _, v := range k.g.Events[i].Seen {
				if v.Source == r.Source && v.word() == r.Word && v.Quote == r.Quote {
					t.marks = append(t.marks, mark{v.Source, v.Trigger})
				}
			}
		}
		if len(t.marks) > 0 {
			return t, true
		}
	}
	for i := range k.g.Events {
		if e := &k.g.Events[i]; e.ID == r.ID {
			for _, v := range e.Seen {
				t.marks = append(t.marks, mark{v.Source, v.Trigger})
			}
			return t, true
		}
	}
	return findEntity(k.g, r)
}

// findEntity is what r means among the entities of g: what has its ID, else what has its words.
func findEntity(g *Graph, r *Ref) (t target, ok bool) {
	for i := range g.Entities {
		if e := &g.Entities[i]; e.ID == r.ID {
			return target{keys: e.Keys}, true
		}
	}
	for i := range g.Entities {
		e := &g.Entities[i]
		if r.Word == "" && slices.ContainsFunc(e.Seen, func(v Evidence) bool { return v.Source == r.Source && v.Quote == r.Quote }) {
			return target{keys: e.Keys}, true
		}
	}
	return target{}, false
}

// apply changes u, which is nobody else's, by all that does not judge.
func (k *corrector) apply(u *Graph) {
	k.g = u
	for i := range k.meant {
		m := &k.meant[i]
		if e := k.event(&m.of[0]); e != nil {
			k.applyEvent(m, e)
		} else if x := k.entity(&m.of[0]); x != nil {
			k.applyEntity(m, x)
		} else {
			k.lose(m.Correction, "it is no longer there")
		}
	}
	u.count()
}

func (k *corrector) event(t *target) *Event {
	for i := range k.g.Events {
		for _, v := range k.g.Events[i].Seen {
			if slices.Contains(t.marks, mark{v.Source, v.Trigger}) {
				return &k.g.Events[i]
			}
		}
	}
	return nil
}

func (k *corrector) entity(t *target) *Entity {
	for i := range k.g.Entities {
		if meet(k.g.Entities[i].Keys, t.keys) {
			return &k.g.Entities[i]
		}
	}
	return nil
}

func (k *corrector) applyEvent(m *meaning, e *Event) {
	switch m.Do {
	case "rename":
		e.Label = m.To
	case "retype":
		e.Type, e.Code = strings.ToUpper(m.To), Code{}
	case "retime":
		t, _ := ParseTime(m.To) // ReadCorrections has seen that it is one
		e.When = When{Time: t, Sure: Given, Reason: m.why()}
	case "relocate":
		ids, err := Find(k.g, m.To)
		if err != nil || len(ids) > 1 {
			k.lose(m.Correction, "which place is meant is not clear")
			return
		}
		e.Place = ids[0]
	case "reject":
		k.reject(func(x *Event) bool { return x.ID == e.ID }, nil)
		return
	}
	e.Why = set(append(slices.Clone(e.Why), m.why()))
}

func (k *corrector) applyEntity(m *meaning, e *Entity) {
	switch m.Do {
	case "rename":
		e.Aliases = set(append(slices.DeleteFunc(slices.Clone(e.Aliases), func(s string) bool { return s == m.To }), e.Name))
		e.Name = m.To
	case "retype":
		kind := Kind(strings.ToLower(m.To))
		if !slices.Contains(kinds, kind) {
			k.lose(m.Correction, "there is no such type of entity")
			return
		}
		e.Kind = kind
	case "retime", "relocate":
		k.lose(m.Correction, "only an event can be moved")
		return
	case "reject":
		id, name := e.ID, e.Name
		k.reject(nil, func(x *Entity) bool { return x.ID == id })
		k.forget(id, name)
		return
	}
	e.Why = set(append(slices.Clone(e.Why), m.why()))
}

// reject drops events and entities, with the relations that name them.
func (k *corrector) reject(event func(*Event) bool, entity func(*Entity) bool) {
	gone := map[string]bool{}
	if event != nil {
		k.g.Events = slices.DeleteFunc(k.g.Events, func(e Event) bool {
			gone[e.ID] = gone[e.ID] || event(&e)
			return gone[e.ID]
		})
	}
	if entity != nil {
		k.g.Entities = slices.DeleteFunc(k.g.Entities, func(e Entity) bool {
			gone[e.ID] = gone[e.ID] || entity(&e)
			return gone[e.ID]
		})
	}
	k.g.Relations = slices.DeleteFunc(k.g.Relations, func(r Relation) bool { return gone[r.From] || gone[r.To] })
}

// forget leaves only the words where a rejected entity took part.
func (k *corrector) forget(id, name string) {
	for i := range k.g.Events {
		e := &k.g.Events[i]
		e.Roles, e.Attribution = slices.Clone(e.Roles), slices.Clone(e.Attribution)
		if e.Place == id {
			e.Place = ""
		}
		for j := range e.Roles {
			if r := &e.Roles[j]; r.Entity == id {
				r.Entity, r.Text = "", cmp.Or(r.Text, name)
			}
		}
		for j := range e.Attribution {
			if a := &e.Attribution[j]; a.Source == id {
				a.Source, a.Text = "", cmp.Or(a.Text, name)
			}
		}
	}
}

// joinNames gives the entities that are one by a person's word a key in common.
func (p *person) joinNames(g *Graph) *Graph {
	h := *g
	h.Entities = slices.Clone(g.Entities)
	for i := range h.Entities {
		e := &h.Entities[i]
		for _, pair := range p.sameKeys {
			if meet(e.Keys, pair.keys[0]) || meet(e.Keys, pair.keys[1]) {
				e.Keys = set(append(slices.Clone(e.Keys), pair.keys[0][0], pair.keys[1][0]))
				e.Why = set(append(slices.Clone(e.Why), pair.why))
			}
		}
	}
	return &h
}

// partNames takes from entities of named, which are those of before with more keys, the keys that lead to one which is
// another by a person's word.
func (p *person) partNames(named, before *Graph) *Graph {
	for i := range named.Entities {
		e, own := &named.Entities[i], before.Entities[i].Keys
		for _, pair := range p.apartKeys {
			for side, keys := range pair.keys {
				others := pair.keys[1-side]
				if !meet(own, keys) || meet(own, others) || !meet(e.Keys, others) {
					continue
				}
				e.Keys = slices.DeleteFunc(slices.Clone(e.Keys), func(s string) bool { return slices.Contains(others, s) })
				e.Why = set(append(slices.Clone(before.Entities[i].Why), pair.why)) // what made them one does not hold
			}
		}
	}
	return named
}

// events are the events of g by the places of their triggers that the person speaks of.
func (p *person) events(g *Graph) map[mark]int {
	if len(p.same)+len(p.apart) == 0 {
		return nil
	}
	at := map[mark]int{}
	for _, pairs := range [][][2]mark{p.same, p.apart} {
		for _, pair := range pairs {
			at[pair[0]], at[pair[1]] = -1, -1
		}
	}
	for i := range g.Events {
		for _, v := range g.Events[i].Seen {
			if m := (mark{v.Source, v.Trigger}); at[m] < 0 {
				at[m] = i
			}
		}
	}
	return at
}

// judge makes one what is one by a person's word, and notes what is not.
func (u *unifier) judge(p *person) {
	at := p.events(u.g)
	for _, pair := range p.apart {
		i, j := at[pair[0]], at[pair[1]]
		if i >= 0 && j >= 0 && i != j {
			u.apart[[2]int{min(i, j), max(i, j)}] = true
		}
	}
	for _, pair := range p.same {
		i, j := at[pair[0]], at[pair[1]]
		if i < 0 || j < 0 || u.union.find(i) == u.union.find(j) {
			continue
		}
		a, b := u.union.find(i), u.union.find(j)
		t, ok := u.group[a].time.meet(u.group[b].time)
		if !ok {
			t = u.group[a].time
		}
		u.unite(a, b, t, p.why[pair])
	}
}

// kept tells whether a person's word keeps two groups apart.
func (u *unifier) kept(a, b int) bool {
	if len(u.apart) == 0 {
		return false
	}
	for _, i := range u.group[a].members {
		for _, j := range u.group[b].members {
			if u.apart[[2]int{min(i, j), max(i, j)}] {
				return true
			}
		}
	}
	return false
}
