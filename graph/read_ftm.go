package graph

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
)

// ftmEntity is one line of FollowTheMoney: a schema, and lists of texts under names that the schema has.
type ftmEntity struct {
	ID         string              `json:"id"`
	Schema     string              `json:"schema"`
	Properties map[string][]string `json:"properties"`
}

// first is the first value of a property.
func (e *ftmEntity) first(names ...string) string {
	for _, n := range names {
		if values := e.Properties[n]; len(values) > 0 {
			return values[0]
		}
	}
	return ""
}

// note is the value of the first of the notes that begins with a key of ours.
func (e *ftmEntity) note(key string) string {
	for _, n := range e.Properties["notes"] {
		if value, ok := strings.CutPrefix(n, key+": "); ok {
			return value
		}
	}
	return ""
}

// isFTM tells whether data is FollowTheMoney: JSON whose first object has a schema and properties.
func isFTM(data []byte) bool {
	var first struct {
		Schema     string          `json:"schema"`
		Properties json.RawMessage `json:"properties"`
	}
	err := json.NewDecoder(bytes.NewReader(data)).Decode(&first)
	return err == nil && first.Schema != "" && first.Properties != nil
}

// readFTM reads entities of FollowTheMoney, an object a line, into a graph of ours. Documents become sources; people,
// organisations and addresses entities; events events; links between two of them relations. What stands in notes as
// dateline writes it (date, roles, status) is read; in data of others, those involved in an event are its agents. What
// has no document as its proof gets a source that stands for the data as a whole. Schemata with no place in the graph
// (vehicles, payments, passports) are passed over.
func readFTM(data []byte) (*Graph, error) {
	f := ftmReader{g: &Graph{}, sources: map[string]int{}, kinds: map[string]Kind{}, named: map[string]string{}}
	var all []ftmEntity
	d := json.NewDecoder(bytes.NewReader(data))
	for {
		var e ftmEntity
		err := d.Decode(&e)
		if err == io.EOF {
			break
		}
		if err != nil {
			line, col := position(data, int(d.InputOffset()))
			return nil, Faults{fmt.Sprintf("%d:%d: %s", line, col, strings.TrimPrefix(err.Error(), "json: "))}
		}
		all = append(all, e)
	}
	for _, read := range []func(*ftmEntity){f.document, f.entity, f.event, f.link} { // what is named stands before what names it
		for i := range all {
			if all[i].ID != "" {
				read(&all[i])
			}
		}
	}
	return Merge(f.g), nil
}

// ftmReader is what has been read so far.
type ftmReader struct {
	g       *Graph
	sources map[string]int    // place in g.Sources, by the ID of the document
	kinds   map[string]Kind   // of entities, by ID; empty for events
	named   map[string]string // ID of the first entity with a name
}

// ftmDocuments are the schemata of documents.
var ftmDocuments = []string{"Article", "Document", "HyperText", "PlainText", "Pages", "Email", "Page"}

func (f *ftmReader) document(e *ftmEntity) {
	if !slices.Contains(ftmDocuments, e.Schema) {
		return
	}
	s := Source{ID: cmp.Or(e.first("fileName"), Slug(e.first("title")), e.ID), Title: e.first("title"), Publisher: e.first("publisher"),
		Origin: e.first("sourceUrl", "fileName"), Text: e.first("bodyText"), PublishedFrom: "unknown"}
	if t, err := ParseTime(e.first("publishedAt", "authoredAt", "date")); err == nil && t.Known() {
		s.Published, s.PublishedFrom = t, "metadata"
	}
	for _, n := range e.Properties["notes"] {
		if strings.HasPrefix(n, "sha256:") && s.Text == "" {
			s.Hash = n
		}
	}
	f.addSource(e.ID, s)
}

// addSource takes a source in; an ID that another has gets a tail.
func (f *ftmReader) addSource(id string, s Source) {
	if slices.ContainsFunc(f.g.Sources, func(t Source) bool { return t.ID == s.ID }) {
		s.ID += "-" + short(id)
	}
	f.sources[id] = len(f.g.Sources)
	f.g.Sources = append(f.g.Sources, s)
}

// ftmKinds are the kinds of schemata; a keyword that names a kind says it better.
var ftmKinds = map[string]Kind{
	"Person": Person, "Organization": Organization, "Company": Organization, "PublicBody": Organization, "LegalEntity": Other, "Address": Place,
}

func (f *ftmReader) entity(e *ftmEntity) {
	kind, ok := ftmKinds[e.Schema]
	for _, k := range e.Properties["keywords"] {
		if slices.Contains(kinds, Kind(k)) && (ok || e.Schema == "Event") {
			kind, ok = Kind(k), true
		}
	}
	name := e.first("name", "full", "caption")
	if !ok || name == "" {
		return
	}
	key := KeyOf(kind, name)
	if Slug(name) == "" {
		key = string(kind) + ":" + e.ID
	}
	keys := []string{key}
	for _, item := range e.Properties["wikidataId"] {
		keys = append(keys, WikidataKey(item))
	}
	aliases := slices.Concat(e.Properties["name"][min(1, len(e.Properties["name"])):], e.Properties["alias"])
	f.kinds[e.ID] = kind
	if f.named[name] == "" {
		f.named[name] = e.ID
	}
	f.g.Entities = append(f.g.Entities, Entity{ID: e.ID, Name: name, Kind: kind, Aliases: aliases, Keys: set(keys), Seen: f.evidence(e, []string{name})})
}

func (f *ftmReader) event(e *ftmEntity) {
	if _, entity := f.kinds[e.ID]; entity || e.Schema != "Event" {
		return
	}
	label := e.first("name", "summary")
	x := Event{ID: e.ID, Label: label, Trigger: e.note("trigger"), Lemma: cmp.Or(e.note("lemma"), Slug(label)), Status: Status(cmp.Or(e.note("status"), string(Happened))),
		When: e.when(), Type: e.first("keywords"), Place: f.place(e.first("location")), Seen: f.evidence(e, e.Properties["description"])}
	if !slices.Contains(statuses, x.Status) {
		x.Status = Unknown
	}
	for _, n := range e.Properties["notes"] {
		key, value, _ := strings.Cut(n, ": ")
		switch {
		case slices.Contains(roleNames, key):
			x.Roles = append(x.Roles, f.role(key, value))
		case key == "said by":
			who := f.role("", value)
			x.Attribution = append(x.Attribution, Attribution{Source: who.Entity, Text: who.Text, Verb: "said"})
		case key == "sources disagree":
			x.Conflicts = append(x.Conflicts, value)
		}
	}
	if len(x.Roles) == 0 {
		for _, id := range e.Properties["involved"] {
			if f.kinds[id] != "" {
				x.Roles = append(x.Roles, Role{Name: "agent", Entity: id})
			}
		}
	}
	f.kinds[e.ID] = ""
	f.g.Events = append(f.g.Events, x)
}

// role is one participant by name.
func (f *ftmReader) role(role, who string) Role {
	if id := f.named[who]; id != "" {
		return Role{Name: role, Entity: id}
	}
	return Role{Name: role, Text: who}
}

// place is the ID of a place with a name, empty if there is none.
func (f *ftmReader) place(name string) string {
	if id := f.named[name]; f.kinds[id] == Place {
		return id
	}
	return ""
}

// when is the time in our note, else the dates of the schema.
func (e *ftmEntity) when() When {
	day := func(s string) string { s, _, _ = strings.Cut(s, "T"); return s }
	from, to := day(e.first("startDate")), day(e.first("endDate"))
	edtf := e.note("when")
	switch {
	case edtf != "":
	case from != "" && to != "" && from != to:
		edtf = from + "/" + to
	default:
		edtf = cmp.Or(day(e.first("date")), from, to)
	}
	t, err := ParseTime(edtf)
	if err != nil {
		return When{}
	}
	w := When{Time: t, Sure: Sureness(e.note("sureness")), Reason: "as the data say"}
	if w.Likely, err = ParseDate(e.note("likely")); err != nil || !w.Valid() {
		w.Likely = Date{}
	}
	if w.Sure.Rank() < 0 {
		w.Sure = Unsaid
	}
	return w
}

// ftmLinks are the schemata of links: the properties of both ends, and the type where no role says it.
var ftmLinks = map[string]struct{ from, to, kind string }{
	"Membership": {"member", "organization", "member-of"}, "Employment": {"employee", "employer", "works-for"}, "Directorship": {"director", "organization", "director-of"},
	"Ownership": {"owner", "asset", "owner-of"}, "Family": {"person", "relative", "relative-of"}, "Associate": {"person", "associate", "associate-of"},
	"Representation": {"agent", "client", "represents"}, "UnknownLink": {"subject", "object", "linked-to"},
}

func (f *ftmReader) link(e *ftmEntity) {
	l, ok := ftmLinks[e.Schema]
	from, to := e.first(l.from), e.first(l.to)
	fromKind, fromOK := f.kinds[from]
	toKind, toOK := f.kinds[to]
	if !ok || !fromOK || !toOK || (fromKind == "") != (toKind == "") {
		return
	}
	f.g.Relations = append(f.g.Relations, Relation{ID: e.ID, Type: cmp.Or(Slug(e.first("role", "relationship")), l.kind), From: from, To: to, When: e.when(),
		Seen: f.evidence(e, e.Properties["description"])})
}

// evidence leads to the documents that are the proof; each has the first of the quotes that stands in its text, or just
// the first where the text is not there.
func (f *ftmReader) evidence(e *ftmEntity, quotes []string) []Evidence {
	proof := slices.DeleteFunc(slices.Clone(e.Properties["proof"]), func(id string) bool { _, ok := f.sources[id]; return !ok })
	if len(proof) == 0 {
		const whole = "followthemoney"
		if _, ok := f.sources[whole]; !ok {
			f.addSource(whole, Source{ID: whole, Title: "FollowTheMoney data", Origin: whole, PublishedFrom: "unknown"})
		}
		proof = []string{whole}
	}
	var seen []Evidence
	for _, id := range proof {
		s := &f.g.Sources[f.sources[id]]
		v := Evidence{Source: s.ID, By: "followthemoney"}
		if s.Text == "" && len(quotes) > 0 {
			v.Quote, v.End = quotes[0], len(quotes[0])
		}
		for _, q := range quotes {
			if at := strings.Index(s.Text, q); s.Text != "" && at >= 0 {
				v.Quote, v.Start, v.End = q, at, at+len(q)
				break
			}
		}
		v.Trigger = Span{v.Start, v.End}
		seen = append(seen, v)
	}
	return seen
}
