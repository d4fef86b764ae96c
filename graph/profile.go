package graph

import (
	"cmp"
	"slices"
	"strings"
)

// object is the index of the patient's slot.
const object = 1

// profile is an event as it is weighed against others.
type profile struct {
	sources []int32 // sorted
	quote   []term  // of length 1: the words of its sentences, but the trigger and the names of those who take part
	label   []int32 // those of its label, sorted
	figures []int32 // numbers in its sentences
	counts  []int32 // numbers in its label, unless what they count is known: tolls differ and grow
	tolls   []string
	named   []string
	apart   []string
	also    bool // its sentence says that it is not the only one
	titles  bool // a headline tells it
	early   bool // a sentence close behind the headline tells it
	roles   [core]slot
	round   int // of siblings, in which it was made
}

// slot is who or what stands in one core role.
type slot struct {
	ids   []string
	in    []string // entities that the words name: the board of whom
	words []int32
}

// named are the entities of a slot, or else those that its words name.
func (s *slot) named() []string {
	if len(s.ids) > 0 {
		return s.ids
	}
	return s.in
}

// leadEnd is the number of the sentence up to which an article says again what its headline says.
const leadEnd = 3

func (t *story) profile(i int) *profile {
	if t.profiles[i] == nil {
		e := &t.u.g.Events[i]
		k := t.near.profiles[&e.Seen[0]]
		if k.profile == nil || k.n != len(e.Seen) {
			k = kept{len(e.Seen), t.newProfile(e)}
			t.near.profiles[&e.Seen[0]] = k
		}
		t.profiles[i] = k.profile
	}
	return t.profiles[i]
}

// kept is the profile of an event with n evidence. An event that became one with others has evidence of its own; all
// that does not keeps what it had, and its profile from pass to pass.
type kept struct {
	n       int
	profile *profile
}

func (t *story) newProfile(e *Event) *profile {
	p := &profile{round: t.near.round}
	own := t.near.words.words(e.Lemma + " " + e.Trigger)
	for i := range e.Roles {
		own = t.slot(p, &e.Roles[i], own)
	}
	for k := range e.Seen[:min(len(e.Seen), maxSeen)] {
		v := &e.Seen[k]
		s := t.near.index[v.Source]
		p.sources = append(p.sources, s)
		p.quote = t.near.quote(p.quote, v)
		p.named = append(p.named, t.near.mentions[sentence{s, int32(v.Start)}]...)
		own = append(own, t.near.words.words(v.word())...)
		p.titles = p.titles || v.headline()
		p.early = p.early || 0 < v.Sentence && v.Sentence <= leadEnd
	}
	p.sources = slices.Compact(p.sources)
	p.named = set(p.named)
	for k := range p.roles {
		t.inside(p, &p.roles[k])
	}
	p.label = t.near.words.words(e.Label)
	slices.Sort(p.label)
	p.label = slices.Compact(p.label)
	p.apart, p.also = t.senses.apartIn(e.Label), t.senses.alsoIn(&e.Seen[0])
	t.content(p, own)
	if p.tolls = e.tolls(); len(e.Quantities) > 0 {
		p.counts = nil
	}
	if len(p.tolls) > 0 {
		o := &p.roles[object]
		o.words = slices.DeleteFunc(o.words, func(w int32) bool { return t.near.words.digits[w] })
	}
	return p
}

// slot puts a role into its slot. It adds the words of a name to own.
func (t *story) slot(p *profile, r *Role, own []int32) []int32 {
	k := roleRank(r.Name)
	if k >= core {
		return own
	}
	s := &p.roles[k]
	if r.Entity != "" {
		s.ids = append(s.ids, r.Entity)
		own = append(own, t.near.words.words(t.u.names[r.Entity])...)
	}
	if text := cmp.Or(r.Text, t.u.names[r.Entity]); !t.senses.empty[fold(text, ' ')] {
		s.words = append(s.words, t.near.words.words(text)...)
	}
	return own
}

// inside finds the entities of the sentences that the words of a role name where it has no entity: the board of whom.
func (t *story) inside(p *profile, s *slot) {
	if len(s.ids) > 0 || len(s.words) == 0 {
		return
	}
	for _, id := range p.named {
		if name := t.near.words.words(t.u.names[id]); len(name) > 0 && within(name, s.words) {
			s.in = append(s.in, id)
		}
	}
}

// content takes the words of own from the sentences of p: what its sentences say beside what is told, and of whom.
func (t *story) content(p *profile, own []int32) {
	slices.SortFunc(p.quote, func(a, b term) int { return cmp.Or(byWord(a, b), cmp.Compare(b.weight, a.weight)) })
	p.quote = slices.CompactFunc(p.quote, func(a, b term) bool { return a.word == b.word })
	for _, x := range p.quote {
		if t.near.words.long[x.word] {
			p.figures = append(p.figures, x.word)
		}
	}
	mine := func(w int32) bool { return slices.Contains(own, w) }
	p.quote = slices.DeleteFunc(p.quote, func(x term) bool { return mine(x.word) })
	normalise(p.quote)
	for _, w := range p.label {
		if t.near.words.digits[w] {
			p.counts = append(p.counts, w)
		}
	}
	p.label = slices.DeleteFunc(p.label, mine)
}

// headline tells whether v is a headline: the first sentence of its article, without a full stop.
func (v *Evidence) headline() bool {
	return v.Sentence == 0 && v.Quote != "" && !strings.ContainsAny(v.Quote[len(v.Quote)-1:], ".!?\"\u201d")
}

// within tells whether all of a are among b.
func within[T comparable](a, b []T) bool {
	return !slices.ContainsFunc(a, func(x T) bool { return !slices.Contains(b, x) })
}
