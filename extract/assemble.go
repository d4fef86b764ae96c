package extract

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"sort"

	"dateline/graph"
)

// Assemble makes the small graph of one read article: its source, the entities with a name, the events and relations,
// each with the bytes it was read from. It is the one place where words about a text become words about the world. IDs
// are local to the article ("e3", "v5"); graph.Merge makes the lasting ones.
func Assemble(d *Document) *graph.Graph {
	a := &assembler{d: d, entity: map[int]string{}, event: make([]string, len(d.Events))}
	a.source()
	a.entities()
	a.events()
	a.relations()
	g := a.g // a copy, which does not hold on to the Document
	return &g
}

type assembler struct {
	d      *Document
	g      graph.Graph
	entity map[int]string    // first mention of a chain → local ID
	event  []string          // event → local ID
	state  map[string]string // entry of the lexicon → local ID, of states that seats of power stand for
}

func (a *assembler) source() {
	d := a.d
	sum := sha256.Sum256([]byte(d.Text))
	a.g.Sources = []graph.Source{{
		ID: d.ID, Title: d.Title, Origin: d.Origin, Publisher: d.Publisher, Published: d.Published,
		PublishedFrom: d.PublishedFrom, PublishedWhy: d.PublishedWhy, Hash: "sha256:" + hex.EncodeToString(sum[:]), Text: d.Text,
	}}
}

// first is the first mention of the thing that mention m names.
func (a *assembler) first(m int) int {
	if s := a.d.Mentions[m].Same; s >= 0 && s < len(a.d.Mentions) {
		return s
	}
	return m
}

// entities makes one entity of each chain of mentions that holds a name or stands for somebody the lexicon knows, such as
// "the Russian president" at a date.
func (a *assembler) entities() {
	d := a.d
	named := map[int]bool{}
	for m := range d.Mentions {
		if d.Mentions[m].Names() || d.Mentions[m].Known != "" {
			named[a.first(m)] = true
		}
	}
	index := map[int]int{}
	chains := NewChains(d)
	for m := range d.Mentions {
		x := &d.Mentions[m]
		first := a.first(m)
		if !named[first] {
			continue
		}
		i, ok := index[first]
		if !ok {
			name, kind, keys, aliases := chains.Keys(first)
			if name == "" || len(keys) == 0 {
				named[first] = false
				continue
			}
			i = len(a.g.Entities)
			index[first] = i
			a.entity[first] = fmt.Sprintf("e%d", i+1)
			a.g.Entities = append(a.g.Entities, graph.Entity{ID: a.entity[first], Name: name, Kind: kind, Keys: keys, Aliases: aliases})
			if t, ok := chains.Trait(first); ok {
				a.g.Entities[i].Traits = []graph.Trait{t}
			}
		}
		e := &a.g.Entities[i]
		if x.Form != Pronoun {
			e.Seen = append(e.Seen, a.evidence(x.At, x.At, x.By, x.Score))
		}
		if x.By != "" && x.By != SameName && m != first && x.Form == Name && d.String(x.At) != e.Name {
			e.Why = append(e.Why, fmt.Sprintf("%s: “%s” is %s (%s)", d.ID, d.String(x.At), e.Name, x.By))
		}
	}
	for i := range a.g.Entities {
		e := &a.g.Entities[i]
		e.Why = unique(e.Why)
		e.Mentions, e.Sources = len(e.Seen), 1
	}
}

// events makes one event of each that was found, with its sentence as quote.
func (a *assembler) events() {
	for i := range a.d.Events {
		e := &a.d.Events[i]
		a.event[i] = fmt.Sprintf("v%d", i+1)
		v := graph.Event{
			ID: a.event[i], Type: e.Type, Code: e.Code, Trigger: a.d.String(e.At), Lemma: e.Lemma, Label: e.Label, Short: e.Short, When: e.When,
			Status: e.Status, Quantities: e.Quantities, Articles: 1,
			Seen: []graph.Evidence{a.evidence(a.d.Sentences[e.Sentence].Range, e.At, e.By, e.Score)},
		}
		if s := a.d.Span(e.Cue); e.Cue.Len() > 0 {
			v.Seen[0].Cue = graph.Span{Start: s.Start, End: s.End}
		}
		for _, r := range e.Roles {
			role := graph.Role{Name: r.Name, Text: r.Text}
			if id := a.named(r.Mention); id != "" {
				role.Entity = id
				if x := &a.d.Mentions[r.Mention]; r.Text == a.d.String(x.At) || x.Form == Pronoun || len(x.Members) > 0 || x.At.From <= r.At.From && x.At.To >= r.At.To {
					role.Text = ""
				}
			}
			v.Roles = append(v.Roles, role)
		}
		v.Place = a.named(e.Place)
		for _, s := range e.Attribution {
			at := graph.Attribution{Source: a.named(s.Mention), Verb: s.Verb}
			if at.Source == "" {
				at.Text = s.Text
			}
			v.Attribution = append(v.Attribution, at)
		}
		if len(v.Attribution) > 0 && len(v.Quantities) > 0 {
			v.Quantities = slices.Clone(v.Quantities)
			for i := range v.Quantities {
				v.Quantities[i].Source, v.Quantities[i].Text = v.Attribution[0].Source, v.Attribution[0].Text
			}
		}
		a.g.Events = append(a.g.Events, v)
	}
}

// relations makes the states between entities and the ties between events.
func (a *assembler) relations() {
	add := func(kind, from, to string, when graph.When, seen graph.Evidence) {
		if from == "" || to == "" || from == to {
			return
		}
		a.g.Relations = append(a.g.Relations, graph.Relation{
			ID: fmt.Sprintf("r%d", len(a.g.Relations)+1), Type: kind, From: from, To: to, When: when, Seen: []graph.Evidence{seen},
		})
	}
	for _, r := range a.d.Relations {
		if s := a.d.SentenceOf(r.At.From); s >= 0 {
			add(r.Type, a.named(r.From), a.named(r.To), r.When, a.evidence(a.d.Sentences[s].Range, r.At, r.By, 0.8))
		}
	}
	for _, m := range a.seats() {
		x := &a.d.Mentions[m]
		add("seat-of", a.named(m), a.state[x.Stands], a.d.Told(false), a.evidence(a.d.Sentences[a.d.SentenceOf(x.At.From)].Range, x.At, "coref/seat", x.Score))
	}
	for _, l := range a.d.Links {
		e := &a.d.Events[l.To]
		if l.Type == graph.SubEvent {
			e = &a.d.Events[l.From] // whose clause says so
		}
		add(l.Type, a.event[l.From], a.event[l.To], graph.When{}, a.evidence(a.d.Sentences[e.Sentence].Range, e.At, l.By, 0.7))
	}
}

// seats are the mentions of seats of power that act for a state which the article names, too: the first of each chain.
// Their states are put into a.state.
func (a *assembler) seats() (list []int) {
	a.state = map[string]string{}
	seen := map[int]bool{}
	for m := range a.d.Mentions {
		if x := &a.d.Mentions[m]; x.Stands != "" && !seen[a.first(m)] && a.d.SentenceOf(x.At.From) >= 0 {
			seen[a.first(m)] = true
			list = append(list, m)
		}
	}
	if len(list) == 0 {
		return nil
	}
	for m := range a.d.Mentions {
		if known := a.d.Mentions[m].Known; known != "" && a.state[known] == "" {
			a.state[known] = a.named(m)
		}
	}
	return list
}

// named is the local ID of the entity that mention m names, empty if it has none.
func (a *assembler) named(m int) string {
	if m < 0 || m >= len(a.d.Mentions) {
		return ""
	}
	return a.entity[a.first(m)]
}

// evidence quotes the tokens of at, with trigger inside.
func (a *assembler) evidence(at, trigger Range, by string, score float64) graph.Evidence {
	s, t := a.d.Span(at), a.d.Span(trigger)
	return graph.Evidence{
		Source: a.d.ID, Sentence: a.d.SentenceOf(at.From), Start: s.Start, End: s.End,
		Trigger: graph.Span{Start: t.Start, End: t.End}, Quote: a.d.Text[s.Start:s.End], By: by, Score: score,
	}
}

// unique sorts lines and drops those that stand twice.
func unique(lines []string) []string {
	sort.Strings(lines)
	out := lines[:0]
	for i, l := range lines {
		if i == 0 || l != lines[i-1] {
			out = append(out, l)
		}
	}
	return out
}
