package output

import (
	"bufio"
	"cmp"
	"encoding/json"
	"io"
	"slices"

	"dateline/graph"
)

// SchemaOrg writes the events as JSON-LD in the words of schema.org, which search engines and web sites read. A date is
// given as far as it is sure; the whole of it stands as an identifier in EDTF.
func SchemaOrg(w io.Writer, g *graph.Graph, _ Options) error {
	b := bufio.NewWriterSize(w, 1<<16)
	x, enc := newIndex(g), json.NewEncoder(b)
	b.WriteString("{\"@context\":\"https://schema.org\",\"@graph\":[\n")
	for i, e := range x.inOrder() {
		if i > 0 {
			b.WriteByte(',')
		}
		if err := enc.Encode(x.happening(e)); err != nil {
			return err
		}
	}
	b.WriteString("]}\n")
	return b.Flush()
}

// happening is an event of schema.org.
type happening struct {
	Type        string     `json:"@type"`
	ID          string     `json:"@id"`
	Name        string     `json:"name"`
	Description string     `json:"description,omitempty"`
	Start       string     `json:"startDate,omitempty"`
	End         string     `json:"endDate,omitempty"`
	Status      string     `json:"eventStatus,omitempty"`
	Location    *named     `json:"location,omitempty"`
	Performer   []named    `json:"performer,omitempty"`
	About       []named    `json:"about,omitempty"`
	Keywords    string     `json:"keywords,omitempty"`
	EDTF        *measured  `json:"identifier,omitempty"`
	Subject     []newsItem `json:"subjectOf,omitempty"`
}

type named struct {
	Type string `json:"@type"`
	ID   string `json:"@id,omitempty"`
	Name string `json:"name"`
}

type measured struct {
	Type  string `json:"@type"`
	ID    string `json:"propertyID"`
	Value string `json:"value"`
}

type newsItem struct {
	Type      string `json:"@type"`
	ID        string `json:"@id"`
	Headline  string `json:"headline,omitempty"`
	URL       string `json:"url,omitempty"`
	Published string `json:"datePublished,omitempty"`
	Publisher *named `json:"publisher,omitempty"`
}

// eventStatuses are the statuses that schema.org knows.
var eventStatuses = map[graph.Status]string{
	graph.Planned: "https://schema.org/EventScheduled", graph.Cancelled: "https://schema.org/EventCancelled",
}

func (x *index) happening(e *graph.Event) happening {
	n := x.entry(e)
	h := happening{Type: "Event", ID: iri(e.ID), Name: n.headline(), Description: told(e), Status: eventStatuses[e.Status], Keywords: clean(e.Type),
		Performer: x.nameds(e, acting), About: x.nameds(e, affected)}
	if t := e.When.Time; t.Grain == graph.Stretch && t.First.Year > 0 {
		h.Start, h.End = t.First.String(), t.Last.String()
	} else {
		h.Start = certain(t)
	}
	if edtf := e.When.EDTF(); edtf != "" {
		h.EDTF = &measured{"PropertyValue", "EDTF", edtf}
	}
	if e.Place != "" {
		h.Location = &named{"Place", iri(e.Place), x.name(e.Place)}
	}
	for _, s := range n.From() {
		item := newsItem{Type: "NewsArticle", ID: articleIRI(s.ID), Headline: s.Title, URL: s.URL}
		if a := x.sources[s.ID]; a != nil {
			item.Published = certain(a.Published)
		}
		if s.Publisher != "" {
			item.Publisher = &named{Type: "Organization", Name: s.Publisher}
		}
		h.Subject = append(h.Subject, item)
	}
	return h
}

// schemaTypes are the types of schema.org for kinds of entities; all else is a Thing.
var schemaTypes = map[graph.Kind]string{
	graph.Person: "Person", graph.Organization: "Organization", graph.Place: "Place", graph.Occasion: "Event", graph.Work: "CreativeWork",
	graph.Product: "Product", graph.Law: "Legislation",
}

// nameds are those in one of the roles of an event.
func (x *index) nameds(e *graph.Event, roles []string) []named {
	var list []named
	for _, r := range e.Roles {
		switch who := x.entities[r.Entity]; {
		case !slices.Contains(roles, r.Name):
		case who != nil:
			list = append(list, named{cmp.Or(schemaTypes[who.Kind], "Thing"), iri(who.ID), nameOf(who)})
		default:
			list = append(list, named{Type: "Thing", Name: clean(r.Text)})
		}
	}
	return list
}
