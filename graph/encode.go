package graph

import "io"

// Schema is the first line of every graph that is written, and what Read asks for.
const Schema = "dateline/v1"

// EncodeOptions says what is written. The zero value leaves out the texts of the articles.
type EncodeOptions struct {
	WithText bool // Source.Text too
}

// EncodeYAML writes g as YAML for people: keys in the order of the struct fields, plain scalars that another reader
// could take for a date, a number, a truth value or null in quotes, no anchors and no tags. A when is written as
// {edtf, earliest, latest, reason}; earliest and latest are there to be read and are left out where the time is open or
// unknown, edtf alone counts when it is read back.
func (g *Graph) EncodeYAML(w io.Writer, o EncodeOptions) error {
	y := &yamlTree{out: out{w: w}}
	g.encode(y, o)
	y.bytes("\n")
	return y.flush()
}

// EncodeJSON writes the same tree as JSON, one source, entity, event or relation a line.
func (g *Graph) EncodeJSON(w io.Writer, o EncodeOptions) error {
	j := &jsonTree{out: out{w: w}}
	g.encode(j, o)
	j.bytes("\n")
	return j.flush()
}

// tree is what a graph is written to: YAML or JSON. Each value goes under a key of the map that is open, or, with an
// empty key, to the end of the open list.
type tree interface {
	str(key, s string)
	num(key string, f float64)
	yes(key string) // a truth value that is true; false ones are left out
	// begin opens a map ('{') or a list ('[') of n members; how a list of maps is laid out is told by its layout.
	begin(key string, kind byte, n int, l layout)
	end()
}

// layout says how YAML sets a map or list; JSON does not ask.
type layout uint8

const (
	block layout = iota // each member on lines of its own
	flow                // all on one line, in brackets
)

func (g *Graph) encode(t tree, o EncodeOptions) {
	t.begin("", '{', 5, block)
	t.str("schema", Schema)
	list(t, "sources", g.Sources, block, func(t tree, s *Source) { s.encode(t, o) })
	list(t, "entities", g.Entities, block, encodeEntity)
	list(t, "events", g.Events, block, encodeEvent)
	list(t, "relations", g.Relations, block, encodeRelation)
	t.end()
}

// list writes a list of maps; the list itself is set in block layout unless its maps are to share one line.
func list[T any](t tree, key string, xs []T, l layout, encode func(tree, *T)) {
	t.begin(key, '[', len(xs), block)
	for i := range xs {
		t.begin("", '{', 1, l)
		encode(t, &xs[i])
		t.end()
	}
	t.end()
}

func words(t tree, key string, ss []string, l layout) {
	t.begin(key, '[', len(ss), l)
	for _, s := range ss {
		t.str("", s)
	}
	t.end()
}

func optional(t tree, key, s string) {
	if s != "" {
		t.str(key, s)
	}
}

func number(t tree, key string, f float64) {
	if f != 0 {
		t.num(key, f)
	}
}

func (s *Source) encode(t tree, o EncodeOptions) {
	t.str("id", s.ID)
	t.str("title", s.Title)
	t.str("origin", s.Origin)
	t.str("publisher", s.Publisher)
	t.str("published", s.Published.String())
	t.str("publishedFrom", s.PublishedFrom)
	optional(t, "publishedWhy", s.PublishedWhy)
	t.str("hash", s.Hash)
	optional(t, "copyOf", s.CopyOf)
	if o.WithText {
		optional(t, "text", s.Text)
	}
}

func encodeEntity(t tree, e *Entity) {
	t.str("id", e.ID)
	t.str("name", e.Name)
	t.str("type", string(e.Kind))
	if len(e.Aliases) > 0 {
		words(t, "aliases", e.Aliases, flow)
	}
	t.num("mentions", float64(e.Mentions))
	t.num("sources", float64(e.Sources))
	words(t, "keys", e.Keys, flow)
	if len(e.Traits) > 0 {
		list(t, "traits", e.Traits, flow, encodeTrait)
	}
	if len(e.Why) > 0 {
		words(t, "why", e.Why, block)
	}
	list(t, "evidence", e.Seen, flow, encodeEvidence)
}

func encodeCode(t tree, c *Code) {
	optional(t, "cameo", c.CAMEO)
	number(t, "quad", float64(c.Quad))
	optional(t, "mode", c.Mode)
	if len(c.Context) > 0 {
		words(t, "context", c.Context, flow)
	}
	number(t, "scale", c.Scale)
}

func encodeEvent(t tree, e *Event) {
	t.str("id", e.ID)
	optional(t, "apart", e.Apart)
	t.str("type", e.Type)
	encodeCode(t, &e.Code)
	t.str("trigger", e.Trigger)
	t.str("lemma", e.Lemma)
	t.str("label", e.Label)
	optional(t, "short", e.Short)
	encodeWhen(t, e.When)
	number(t, "order", float64(e.Order))
	list(t, "roles", e.Roles, flow, func(t tree, r *Role) {
		t.str("role", r.Name)
		optional(t, "entity", r.Entity)
		optional(t, "text", r.Text)
	})
	optional(t, "place", e.Place)
	t.str("status", string(e.Status))
	if len(e.Attribution) > 0 {
		list(t, "attribution", e.Attribution, flow, func(t tree, a *Attribution) {
			optional(t, "source", a.Source)
			optional(t, "text", a.Text)
			t.str("verb", a.Verb)
		})
	}
	if len(e.Quantities) > 0 {
		list(t, "quantities", e.Quantities, flow, encodeQuantity)
	}
	t.num("articles", float64(e.Articles))
	words(t, "conflicts", e.Conflicts, block)
	if len(e.Tellings) > 0 {
		list(t, "tellings", e.Tellings, flow, func(t tree, x *Telling) {
			t.str("source", x.Source)
			t.str("label", x.Label)
			t.str("when", x.When.String())
			t.str("status", string(x.Status))
		})
	}
	if len(e.Disputes) > 0 {
		list(t, "disputes", e.Disputes, block, encodeDispute)
	}
	if len(e.Why) > 0 {
		words(t, "why", e.Why, block)
	}
	list(t, "evidence", e.Seen, flow, encodeEvidence)
}

func encodeDispute(t tree, d *Dispute) {
	t.str("about", d.About)
	list(t, "sides", d.Sides, flow, func(t tree, s *Side) {
		t.str("says", s.Says)
		optional(t, "source", s.Source)
		optional(t, "quote", s.Quote)
	})
}

func encodeQuantity(t tree, q *Quantity) {
	t.str("what", q.What)
	number(t, "value", q.Value)
	number(t, "atLeast", q.AtLeast)
	number(t, "atMost", q.AtMost)
	if q.About {
		t.yes("about")
	}
	optional(t, "unit", q.Unit)
	optional(t, "source", q.Source)
	optional(t, "text", q.Text)
}

func encodeRelation(t tree, r *Relation) {
	t.str("id", r.ID)
	t.str("type", r.Type)
	t.str("from", r.From)
	t.str("to", r.To)
	encodeWhen(t, r.When)
	list(t, "evidence", r.Seen, flow, encodeEvidence)
}

func encodeEvidence(t tree, e *Evidence) {
	t.str("source", e.Source)
	t.num("sentence", float64(e.Sentence))
	t.num("start", float64(e.Start))
	t.num("end", float64(e.End))
	t.begin("trigger", '{', 2, flow)
	t.num("start", float64(e.Trigger.Start))
	t.num("end", float64(e.Trigger.End))
	t.end()
	if e.Cue != (Span{}) {
		t.begin("cue", '{', 2, flow)
		t.num("start", float64(e.Cue.Start))
		t.num("end", float64(e.Cue.End))
		t.end()
	}
	t.str("quote", e.Quote)
	t.str("by", e.By)
	number(t, "score", e.Score)
}
