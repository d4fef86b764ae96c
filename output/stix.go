package output

import (
	"bufio"
	"cmp"
	"crypto/sha1"
	"encoding/hex"
	"encoding/json"
	"io"
	"math"
	"strings"

	"dateline/graph"
)

// STIX writes a bundle of STIX 2.1 (oasis-open/cti-stix2-json-schemas): identities, locations, incidents, relationships
// between them, and a report for each article that has a date of publication, which holds all that it tells. An
// incident has no fields for dates and categories, so those stand in an extension of ours. Ids are UUIDs of version 5
// made from our ids; created and modified are the day of the last article.
func STIX(w io.Writer, g *graph.Graph, _ Options) error {
	s := &stix{Writer: bufio.NewWriterSize(w, 1<<16), index: newIndex(g), comma: "\n", created: "1970-01-01T00:00:00.000Z"}
	s.enc = json.NewEncoder(s.Writer)
	if d := s.latest(); d.Known() && d.Year > 0 {
		s.created = stamp(d)
	}
	s.WriteString(`{"type":"bundle","id":"` + stixID("bundle", s.contents()) + `","objects":[`)
	s.author()
	for i := range g.Entities {
		s.entity(&g.Entities[i])
	}
	for i := range g.Events {
		s.incident(&g.Events[i])
	}
	for l := range s.edges() {
		s.relationship(&l)
	}
	s.reports()
	s.WriteString("]}\n")
	return s.Flush()
}

// stix writes the objects of a bundle.
type stix struct {
	*bufio.Writer
	*index
	enc     *json.Encoder
	comma   string
	created string
}

// stixObject is any object; fields that an object has not are left out.
type stixObject struct {
	Type           string                  `json:"type"`
	Version        string                  `json:"spec_version"`
	ID             string                  `json:"id"`
	CreatedBy      string                  `json:"created_by_ref,omitempty"`
	Created        string                  `json:"created"`
	Modified       string                  `json:"modified"`
	Confidence     *int                    `json:"confidence,omitempty"`
	Name           string                  `json:"name,omitempty"`
	Description    string                  `json:"description,omitempty"`
	Class          string                  `json:"identity_class,omitempty"`
	Region         string                  `json:"region,omitempty"`
	Schema         string                  `json:"schema,omitempty"`
	SchemaVersion  string                  `json:"version,omitempty"`
	ExtensionTypes []string                `json:"extension_types,omitempty"`
	Relationship   string                  `json:"relationship_type,omitempty"`
	Source         string                  `json:"source_ref,omitempty"`
	Target         string                  `json:"target_ref,omitempty"`
	StartTime      string                  `json:"start_time,omitempty"`
	StopTime       string                  `json:"stop_time,omitempty"`
	Published      string                  `json:"published,omitempty"`
	ReportTypes    []string                `json:"report_types,omitempty"`
	Refs           []string                `json:"object_refs,omitempty"`
	References     []stixReference         `json:"external_references,omitempty"`
	Extensions     map[string]*stixDetails `json:"extensions,omitempty"`
}

type stixReference struct {
	Name        string `json:"source_name"`
	Description string `json:"description,omitempty"`
	URL         string `json:"url,omitempty"`
	ID          string `json:"external_id,omitempty"`
}

// stixDetails are what an incident has no fields for.
type stixDetails struct {
	Extension string `json:"extension_type"`
	Category  string `json:"category,omitempty"`
	Status    string `json:"status,omitempty"`
	EDTF      string `json:"edtf,omitempty"`
	Earliest  string `json:"earliest,omitempty"`
	Latest    string `json:"latest,omitempty"`
	Sureness  string `json:"sureness,omitempty"`
}

// put writes one object.
func (s *stix) put(o stixObject) {
	o.Version, o.Created, o.Modified, o.CreatedBy = "2.1", s.created, s.created, stixID("identity", dateline)
	s.WriteString(s.comma)
	s.comma = ","
	_ = s.enc.Encode(o) // the writer keeps its error
}

// dateline is the ID of the maker of the objects, and of the extension.
const dateline = "dateline"

// author writes who made the objects, and the extension that they use.
func (s *stix) author() {
	s.put(stixObject{Type: "identity", ID: stixID("identity", dateline), Name: dateline, Class: "system"})
	s.put(stixObject{Type: "extension-definition", ID: stixID("extension-definition", dateline), Name: "dateline event details",
		Description: "category (PLOVER), status, date (EDTF) with its earliest and latest day, and how sure the date is", Schema: "dateline/v1",
		SchemaVersion: "1.0.0", ExtensionTypes: []string{"property-extension"}})
}

func (s *stix) entity(e *graph.Entity) {
	o := stixObject{Type: "identity", ID: s.idOf(e.ID), Name: nameOf(e), Class: "unspecified", Description: strings.Join(cleanAll(e.Aliases), ", ")}
	switch e.Kind {
	case graph.Place: // wants a region, a country or a position; all that is known is the name
		o.Type, o.Class, o.Region = "location", "", strings.ReplaceAll(strings.ToLower(nameOf(e)), " ", "-")
	case graph.Person:
		o.Class = "individual"
	case graph.Organization:
		o.Class = "organization"
	case graph.Group:
		o.Class = "class"
	}
	s.put(o)
}

func (s *stix) incident(e *graph.Event) {
	n := s.entry(e)
	o := stixObject{Type: "incident", ID: s.idOf(e.ID), Name: n.headline(), Description: describe(n), Confidence: percent(confidence(e.Seen)),
		References: []stixReference{{Name: dateline, ID: key(e.ID)}}}
	for _, v := range n.From() {
		o.References = append(o.References, stixReference{Name: cmp.Or(v.Publisher, v.Title, key(v.ID)), Description: v.Title, URL: v.URL, ID: key(v.ID)})
	}
	t := e.When.Time
	o.Extensions = map[string]*stixDetails{stixID("extension-definition", dateline): {"property-extension", clean(e.Type), clean(string(e.Status)),
		e.When.EDTF(), t.First.String(), t.Last.String(), string(e.When.Sure)}}
	s.put(o)
}

func (s *stix) relationship(l *edge) {
	o := stixObject{Type: "relationship", ID: stixID("relationship", l.ID), Relationship: stixType(l.Kind), Source: s.idOf(l.From), Target: s.idOf(l.To),
		Confidence: percent(l.Score)}
	if t := l.When.Time; t.Grain == graph.Day || t.Grain == graph.Stretch {
		if t.First.Known() && t.First.Year > 0 {
			o.StartTime = stamp(t.First)
		}
		if t.Last.Known() && t.Last.Year > 0 && t.Last.Year < 9999 {
			o.StopTime = stamp(t.Last.AddDays(1)) // exclusive, later than the start
		}
	}
	s.put(o)
}

// heard is what one article tells, by place in the lists of the graph.
type heard struct{ entities, events, relations []int32 }

// reports writes a report for each article with a date.
func (s *stix) reports() {
	told := make(map[string]*heard, len(s.graph.Sources))
	for i := range s.graph.Sources {
		told[s.graph.Sources[i].ID] = &heard{}
	}
	each := func(seen []graph.Evidence, add func(*heard)) {
		last := ""
		for i := range seen {
			if h := told[seen[i].Source]; h != nil && seen[i].Source != last {
				add(h)
				last = seen[i].Source
			}
		}
	}
	for i := range s.graph.Entities {
		each(s.graph.Entities[i].Seen, func(h *heard) { h.entities = append(h.entities, int32(i)) })
	}
	for i := range s.graph.Events {
		each(s.graph.Events[i].Seen, func(h *heard) { h.events = append(h.events, int32(i)) })
	}
	for i := range s.graph.Relations {
		each(s.graph.Relations[i].Seen, func(h *heard) { h.relations = append(h.relations, int32(i)) })
	}
	for i := range s.graph.Sources {
		s.report(&s.graph.Sources[i], told[s.graph.Sources[i].ID])
	}
}

// report writes the report of one article: what it tells, with both ends of each relationship.
func (s *stix) report(a *graph.Source, h *heard) {
	d := a.Published.First
	if a.Published.Grain != graph.Day || d.Year < 1 {
		return
	}
	o := stixObject{Type: "report", ID: stixID("report", a.ID), Name: cmp.Or(clean(a.Title), key(a.ID)), Published: stamp(d), ReportTypes: []string{"observed-data"},
		References: []stixReference{{Name: cmp.Or(clean(a.Publisher), dateline), URL: webURL(a.Origin), ID: key(a.ID)}}}
	have := map[string]bool{}
	add := func(ids ...string) {
		for _, id := range ids {
			if !have[id] {
				have[id] = true
				o.Refs = append(o.Refs, id)
			}
		}
	}
	for _, i := range h.entities {
		add(s.idOf(s.graph.Entities[i].ID))
	}
	for _, i := range h.events {
		e := &s.graph.Events[i]
		add(s.idOf(e.ID))
		for k, t := range s.takers(e) {
			add(s.idOf(t.ID), stixID("relationship", edgeID(e, k)))
		}
	}
	for _, i := range h.relations {
		if r := &s.graph.Relations[i]; s.joins(r) {
			add(s.idOf(r.From), s.idOf(r.To), stixID("relationship", r.ID))
		}
	}
	if len(o.Refs) > 0 {
		s.put(o)
	}
}

// idOf is the id of the object that an entity or event becomes.
func (s *stix) idOf(id string) string {
	switch e := s.entities[id]; {
	case e == nil:
		return stixID("incident", id)
	case e.Kind == graph.Place:
		return stixID("location", id)
	}
	return stixID("identity", id)
}

// contents stands for all that is in the bundle.
func (x *index) contents() string {
	h := sha1.New()
	for i := range x.graph.Sources {
		io.WriteString(h, x.graph.Sources[i].ID+"\n"+x.graph.Sources[i].Hash+"\n")
	}
	for i := range x.graph.Events {
		io.WriteString(h, x.graph.Events[i].ID+"\n")
	}
	return string(h.Sum(nil))
}

// stixSpace is the name space of our UUIDs; a number drawn once.
const stixSpace = "\x5e\x1d\xa7\xe1\x1e\x0c\x4b\x52\x9d\x07\x6f\x2a\x90\x3c\x41\xb8"

// stixID is the id of an object: its type and a UUID of version 5 (RFC 9562) made from the type and our id.
func stixID(kind, id string) string {
	u := sha1.Sum([]byte(stixSpace + kind + "\x00" + id))
	u[6], u[8] = u[6]&0x0f|0x50, u[8]&0x3f|0x80
	b := make([]byte, 0, len(kind)+2+36)
	b = append(append(b, kind...), "--"...)
	b = append(hex.AppendEncode(b, u[:4]), '-')
	b = append(hex.AppendEncode(b, u[4:6]), '-')
	b = append(hex.AppendEncode(b, u[6:8]), '-')
	b = append(hex.AppendEncode(b, u[8:10]), '-')
	return string(hex.AppendEncode(b, u[10:16]))
}

// stamp is the first moment of a day.
func stamp(d graph.Date) string { return d.String() + "T00:00:00.000Z" }

// percent is a score as STIX has it, 0…100; nothing where it is not known.
func percent(score float64) *int {
	if score <= 0 {
		return nil
	}
	p := int(math.Round(100 * score))
	return &p
}

// stixType is the type of a relationship: small letters, digits and hyphens.
func stixType(s string) string {
	t := strings.Map(func(r rune) rune {
		if r < 'a' || r > 'z' {
			return '-'
		}
		return r
	}, strings.ToLower(s))
	return cmp.Or(shortenBytes(strings.Trim(t, "-"), maxType), "related-to")
}
