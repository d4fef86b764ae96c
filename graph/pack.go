package graph

import (
	"encoding/binary"
	"hash/fnv"
	"math"
	"math/bits"
	"reflect"
	"strconv"
	"unique"
)

// packer writes a Graph as bytes, or reads it from them: one walk over the fields serves both ways, so that they cannot
// part. Each number is a varint, each string stands once and is meant by its place afterwards, and quotes that stand in
// the article's text are not repeated. What is read shares its strings with the bytes it came from.
type packer struct {
	buf   []byte            // written so far
	place map[string]uint64 // of the strings written

	rest    string   // to be read
	strings []string // read, by place
	reading bool
	bad     bool // what was read cannot have been written here

	text string // of the article
}

// pack is g, an article's, as bytes.
func pack(g *Graph) string {
	p := packer{place: map[string]uint64{}}
	p.graph(g)
	return string(p.buf)
}

// unpack is what was packed; it is false where that cannot be.
func unpack(packed string) (*Graph, bool) {
	p := packer{rest: packed, reading: true}
	g := &Graph{}
	p.graph(g)
	return g, !p.bad && p.rest == "" && len(g.Sources) == 1
}

func (p *packer) graph(g *Graph) {
	each(p, &g.Sources, p.source)
	each(p, &g.Entities, p.entity)
	each(p, &g.Events, p.event)
	each(p, &g.Relations, p.relation)
}

func (p *packer) source(s *Source) {
	p.plain(&s.Text)
	p.text = s.Text
	p.str(&s.ID)
	p.str(&s.Title)
	p.str(&s.Origin)
	p.str(&s.Publisher)
	p.time(&s.Published)
	p.str(&s.PublishedFrom)
	p.str(&s.PublishedWhy)
	p.str(&s.Hash)
	p.str(&s.CopyOf)
}

func (p *packer) entity(e *Entity) {
	p.str(&e.ID)
	p.str(&e.Name)
	p.word((*string)(&e.Kind))
	each(p, &e.Aliases, p.str)
	p.int(&e.Mentions)
	p.int(&e.Sources)
	each(p, &e.Keys, p.str)
	each(p, &e.Traits, p.trait)
	each(p, &e.Why, p.str)
	each(p, &e.Seen, p.evidence)
}

func (p *packer) trait(t *Trait) {
	p.str(&t.Source)
	p.word(&t.Gender)
	p.time(&t.Born)
	p.str(&t.Country)
	p.word(&t.Field)
}

func (p *packer) event(e *Event) {
	p.str(&e.ID)
	p.str(&e.Apart)
	p.word(&e.Type)
	p.word(&e.CAMEO)
	p.int(&e.Quad)
	p.word(&e.Mode)
	each(p, &e.Context, p.word)
	p.float(&e.Scale)
	p.str(&e.Trigger)
	p.str(&e.Lemma)
	p.str(&e.Label)
	p.str(&e.Short)
	p.when(&e.When)
	p.int(&e.Order)
	each(p, &e.Roles, p.role)
	p.str(&e.Place)
	p.word((*string)(&e.Status))
	each(p, &e.Attribution, p.attribution)
	each(p, &e.Quantities, p.quantity)
	p.int(&e.Articles)
	each(p, &e.Conflicts, p.str)
	each(p, &e.Disputes, p.dispute)
	each(p, &e.Tellings, p.telling)
	each(p, &e.Why, p.str)
	each(p, &e.Seen, p.evidence)
}

func (p *packer) relation(r *Relation) {
	p.str(&r.ID)
	p.word(&r.Type)
	p.str(&r.From)
	p.str(&r.To)
	p.when(&r.When)
	each(p, &r.Seen, p.evidence)
}

func (p *packer) role(r *Role) {
	p.word(&r.Name)
	p.str(&r.Entity)
	p.str(&r.Text)
}

func (p *packer) attribution(a *Attribution) {
	p.str(&a.Source)
	p.str(&a.Text)
	p.str(&a.Verb)
}

func (p *packer) quantity(q *Quantity) {
	p.str(&q.What)
	p.float(&q.Value)
	p.float(&q.AtLeast)
	p.float(&q.AtMost)
	p.bool(&q.About)
	p.str(&q.Unit)
	p.str(&q.Source)
	p.str(&q.Text)
}

func (p *packer) dispute(d *Dispute) {
	p.str(&d.About)
	each(p, &d.Sides, func(s *Side) {
		p.str(&s.Says)
		p.str(&s.Source)
		p.str(&s.Quote)
	})
}

func (p *packer) telling(t *Telling) {
	p.str(&t.Source)
	p.str(&t.Label)
	p.time(&t.When)
	p.word((*string)(&t.Status))
}

func (p *packer) evidence(e *Evidence) {
	p.str(&e.Source)
	p.int(&e.Sentence)
	p.int(&e.Start)
	p.int(&e.End)
	p.span(&e.Trigger)
	p.span(&e.Cue)
	p.quote(e)
	p.word(&e.By)
	p.float(&e.Score)
}

// quote leaves out a quote that the text has where the evidence says so.
func (p *packer) quote(e *Evidence) {
	inText := 0 <= e.Start && e.Start <= e.End && e.End <= len(p.text)
	same := inText && !p.reading && p.text[e.Start:e.End] == e.Quote
	switch p.bool(&same); {
	case !same:
		p.str(&e.Quote)
	case p.reading && inText:
		e.Quote = p.text[e.Start:e.End]
	case p.reading:
		p.fail()
	}
}

func (p *packer) span(s *Span) {
	p.int(&s.Start)
	p.int(&s.End)
}

func (p *packer) when(w *When) {
	p.time(&w.Time)
	p.date(&w.Likely)
	p.word((*string)(&w.Sure))
	p.str(&w.Reason)
}

func (p *packer) time(t *Time) {
	p.date(&t.First)
	p.date(&t.Last)
	grain := int(t.Grain)
	if p.int(&grain); p.reading {
		t.Grain = Grain(grain)
	}
	p.bool(&t.About)
	p.word(&t.Clock)
}

func (p *packer) date(d *Date) {
	p.int(&d.Year)
	p.int(&d.Month)
	p.int(&d.Day)
}

// each walks over a list: how many there are, then one after another. No list that is read is longer than what is left
// to read.
func each[T any](p *packer, list *[]T, walk func(*T)) {
	n := uint64(len(*list))
	p.number(&n)
	if p.reading && !p.bad {
		if n > uint64(len(p.rest)) {
			p.fail()
			return
		}
		if *list = nil; n > 0 {
			*list = make([]T, n)
		}
	}
	for i := range *list {
		walk(&(*list)[i])
	}
}

// str is a string that is likely to come again: its place, or, the first time, 1 and the string. 0 is the empty one.
func (p *packer) str(s *string) {
	const empty, fresh = 0, 1
	if !p.reading {
		at, old := p.place[*s]
		switch {
		case *s == "":
			at = empty
		case !old:
			at = fresh
			p.place[*s] = uint64(len(p.place)) + fresh + 1
		}
		if p.number(&at); at == fresh {
			p.plain(s)
		}
		return
	}
	var at uint64
	switch p.number(&at); {
	case at == empty:
		*s = ""
	case at == fresh:
		p.plain(s)
		p.strings = append(p.strings, *s)
	case at-fresh <= uint64(len(p.strings)):
		*s = p.strings[at-fresh-1]
	default:
		p.fail()
	}
}

// word is a string of which there are few: the names of types and rules. All that are equal share their bytes, over all
// articles.
func (p *packer) word(s *string) {
	if p.str(s); p.reading {
		*s = unique.Make(*s).Value()
	}
}

// plain is a string that stands here and nowhere else.
func (p *packer) plain(s *string) {
	n := uint64(len(*s))
	p.number(&n)
	switch {
	case !p.reading:
		p.buf = append(p.buf, *s...)
	case n > uint64(len(p.rest)):
		p.fail()
	default:
		*s, p.rest = p.rest[:n], p.rest[n:]
	}
}

func (p *packer) bool(b *bool) {
	n := uint64(b2i(*b))
	if p.number(&n); p.reading {
		*b = n == 1
	}
}

func (p *packer) int(i *int) {
	n := uint64(*i<<1) ^ uint64(*i>>63) // small ones below 0, too, stay small
	if p.number(&n); p.reading {
		*i = int(n>>1) ^ -int(n&1)
	}
}

func (p *packer) float(f *float64) {
	n := bits.ReverseBytes64(math.Float64bits(*f)) // round numbers end in zeros
	if p.number(&n); p.reading {
		*f = math.Float64frombits(bits.ReverseBytes64(n))
	}
}

// number is what all else is made of.
func (p *packer) number(n *uint64) {
	if !p.reading {
		p.buf = binary.AppendUvarint(p.buf, *n)
		return
	}
	*n = 0
	for i := 0; i < len(p.rest) && i < binary.MaxVarintLen64; i++ {
		c := p.rest[i]
		if *n |= uint64(c&0x7f) << (7 * i); c < 0x80 {
			p.rest = p.rest[i+1:]
			return
		}
	}
	p.fail()
}

// fail ends reading: nothing is left.
func (p *packer) fail() { p.bad, p.rest = true, "" }

// fields is a number that changes whenever a field is added to a Graph or taken from it.
func fields() string {
	h := fnv.New32a()
	var walk func(t reflect.Type)
	walk = func(t reflect.Type) {
		_, _ = h.Write([]byte(t.Kind().String()))
		switch t.Kind() {
		case reflect.Slice:
			walk(t.Elem())
		case reflect.Struct:
			for i := range t.NumField() {
				_, _ = h.Write([]byte(t.Field(i).Name))
				walk(t.Field(i).Type)
			}
		}
	}
	walk(reflect.TypeFor[Graph]())
	return strconv.FormatUint(uint64(h.Sum32()), 16)
}
