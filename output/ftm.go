package output

import (
	"bufio"
	"cmp"
	"crypto/sha1"
	"encoding/hex"
	"encoding/json"
	"io"
	"slices"
	"strings"

	"dateline/graph"
)

// FollowTheMoney writes entities of FollowTheMoney as JSON Lines, for OpenAleph and its kin (schemata of
// alephdata/followthemoney). Articles are documents, names are people, organisations, addresses; an event has those who
// take part as involved, its articles as proof, and its date as far as it is sure. What its schema has no place for
// stands in notes, as "key: value": the date in EDTF, the roles, the status, who says so. Relations become Membership,
// Employment, Family, or else UnknownLink. graph.Read reads all of it back.
func FollowTheMoney(w io.Writer, g *graph.Graph, o Options) error {
	b := bufio.NewWriterSize(w, 1<<16)
	f := &ftm{index: newIndex(g), enc: json.NewEncoder(b), text: o.WithText}
	f.acting = f.actors()
	for i := range g.Sources {
		f.article(&g.Sources[i])
	}
	for i := range g.Entities {
		f.entity(&g.Entities[i])
	}
	for _, e := range f.inOrder() {
		f.event(e)
	}
	for i := range g.Relations {
		if r := &g.Relations[i]; f.joins(r) {
			f.relation(r)
		}
	}
	return b.Flush()
}

// ftm writes entities of FollowTheMoney.
type ftm struct {
	*index
	enc    *json.Encoder
	text   bool
	acting map[string]bool // places that act, by ID
}

// ftmEntity is one line. All values are lists of texts; json sorts the keys.
type ftmEntity struct {
	ID         string              `json:"id"`
	Schema     string              `json:"schema"`
	Properties map[string][]string `json:"properties"`
}

// set gives a property its values, without empty ones; there is no property without values.
func (e *ftmEntity) set(name string, values ...string) {
	values = slices.DeleteFunc(values, func(s string) bool { return s == "" })
	if len(values) > 0 {
		e.Properties[name] = values
	}
}

// put writes one entity.
func (f *ftm) put(e ftmEntity) { _ = f.enc.Encode(e) } // the writer below keeps its error

// ftmID is the ID of an entity: letters and digits alone are sure to be taken.
func ftmID(id string) string {
	sum := sha1.Sum([]byte("dateline\x00" + id))
	return hex.EncodeToString(sum[:])
}

func newFTM(id, schema string) ftmEntity {
	return ftmEntity{ftmID(id), schema, map[string][]string{}}
}

func (f *ftm) article(s *graph.Source) {
	e := newFTM("article\x00"+s.ID, "Article")
	e.set("title", clean(s.Title))
	e.set("fileName", key(s.ID))
	e.set("publisher", clean(s.Publisher))
	e.set("sourceUrl", webURL(s.Origin))
	e.set("publishedAt", certain(s.Published))
	e.set("processingAgent", dateline)
	e.set("notes", clean(s.Hash)) // the article is known again by it
	if s.Text != "" {
		sum := sha1.Sum([]byte(s.Text))
		e.set("contentHash", hex.EncodeToString(sum[:]))
	}
	if f.text {
		e.set("bodyText", cleanLines(s.Text))
	}
	f.put(e)
}

// cleanLines is text cleaned line by line.
func cleanLines(s string) string {
	lines := strings.Split(s, "\n")
	for i := range lines {
		lines[i] = clean(lines[i])
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

// actors are the places that act, or to which something is done: states, in the words of the news.
func (f *ftm) actors() map[string]bool {
	acting := map[string]bool{}
	for i := range f.graph.Events {
		for _, r := range f.graph.Events[i].Roles {
			if who := f.entities[r.Entity]; who != nil && who.Kind == graph.Place && r.Name != "place" && r.Name != "origin" && r.Name != "destination" {
				acting[r.Entity] = true
			}
		}
	}
	return acting
}

// schema is that of an entity. Only legal entities can be involved in an event.
func (f *ftm) schema(e *graph.Entity) string {
	switch {
	case e.Kind == graph.Person:
		return "Person"
	case e.Kind == graph.Organization:
		return "Organization"
	case e.Kind == graph.Place && !f.acting[e.ID]:
		return "Address"
	case e.Kind == graph.Place:
		return "PublicBody"
	case e.Kind == graph.Occasion:
		return "Event"
	}
	return "LegalEntity"
}

func (f *ftm) entity(x *graph.Entity) {
	e := newFTM(x.ID, f.schema(x))
	e.set("name", nameOf(x))
	e.set("alias", cleanAll(x.Aliases)...)
	e.set("wikidataId", x.Wikidata())
	if e.Schema == "Address" {
		e.set("full", nameOf(x))
	}
	e.set("keywords", clean(string(x.Kind)))
	e.set("proof", f.proof(x.Seen)...)
	f.put(e)
}

// proof are the articles of the evidence.
func (f *ftm) proof(seen []graph.Evidence) []string {
	var ids []string
	for i := range seen {
		if id := ftmID("article\x00" + seen[i].Source); f.sources[seen[i].Source] != nil && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

func (f *ftm) event(x *graph.Event) {
	n, t := f.entry(x), x.When.Time
	e := newFTM(x.ID, "Event")
	e.set("name", n.Label())
	e.set("keywords", clean(x.Type))
	if t.Grain == graph.Stretch && t.First.Year > 0 {
		e.set("startDate", t.First.String())
		e.set("endDate", t.Last.String())
	} else {
		e.set("date", certain(t))
	}
	e.set("location", n.Where())
	e.set("involved", f.involved(x)...)
	e.set("proof", f.proof(x.Seen)...)
	e.set("sourceUrl", f.url(x))
	e.set("publisher", f.publishers(n)...)
	var quotes []string
	for i := range x.Seen {
		if q := clean(x.Seen[i].Quote); !slices.Contains(quotes, q) {
			quotes = append(quotes, q)
		}
	}
	e.set("description", quotes...)
	e.set("notes", f.notes(n)...)
	f.put(e)
}

// involved are those who take part in an event, as far as they are legal entities.
func (f *ftm) involved(e *graph.Event) []string {
	var ids []string
	for _, t := range f.takers(e) {
		who := f.entities[t.ID]
		if s := f.schema(who); s == "Address" || s == "Event" || t.Role == "place" || t.Role == "source" {
			continue
		}
		if id := ftmID(t.ID); !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

func (f *ftm) publishers(n *entry) []string {
	var list []string
	for _, s := range n.From() {
		if !slices.Contains(list, s.Publisher) {
			list = append(list, s.Publisher)
		}
	}
	return list
}

// notes are what the schema has no place for.
func (f *ftm) notes(n *entry) []string {
	e := n.Event
	list := []string{"status: " + clean(string(e.Status))}
	for _, note := range [...]struct{ key, value string }{{"when", e.When.Time.String()}, {"likely", e.When.Likely.String()},
		{"sureness", string(e.When.Sure)}, {"trigger", clean(e.Trigger)}, {"lemma", clean(e.Lemma)}} {
		if note.value != "" {
			list = append(list, note.key+": "+note.value)
		}
	}
	for _, r := range e.Roles {
		who := cmp.Or(clean(r.Text), key(r.Entity))
		if r.Entity != "" {
			who = f.name(r.Entity)
		}
		list = append(list, clean(r.Name)+": "+who)
	}
	for _, s := range n.Says() {
		list = append(list, "said by: "+s)
	}
	for _, c := range cleanAll(e.Conflicts) {
		list = append(list, "sources disagree: "+c)
	}
	return list
}

// ftmLinks are the schemata for types of relations, with the properties of both ends and of the type.
var ftmLinks = map[string]struct{ Schema, From, To, Role string }{
	"member-of": {"Membership", "member", "organization", "role"},
	"works-for": {"Employment", "employee", "employer", "role"},
	"office-of": {"Employment", "employee", "employer", "role"},
	"head-of":   {"Employment", "employee", "employer", "role"},
}

func (f *ftm) relation(r *graph.Relation) {
	link, ok := ftmLinks[r.Type]
	from, to := f.entities[r.From], f.entities[r.To]
	if !ok || from == nil || f.schema(from) != "Person" || f.schema(to) != "Organization" && f.schema(to) != "PublicBody" {
		link.Schema, link.From, link.To, link.Role = "UnknownLink", "subject", "object", "role"
	}
	e := newFTM(r.ID, link.Schema)
	e.set(link.From, ftmID(r.From))
	e.set(link.To, ftmID(r.To))
	e.set(link.Role, clean(r.Type))
	if t := r.When.Time; t.Grain == graph.Stretch && t.First.Year > 0 {
		e.set("startDate", t.First.String())
		e.set("endDate", t.Last.String())
	} else {
		e.set("date", certain(t))
	}
	e.set("proof", f.proof(r.Seen)...)
	if len(r.Seen) > 0 {
		e.set("description", clean(r.Seen[0].Quote))
	}
	f.put(e)
}
