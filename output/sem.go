package output

import (
	"iter"
	"strconv"
	"unicode/utf8"

	"dateline/graph"
)

// The vocabularies that the graph is written in as linked data, by prefix: the Simple Event Model (van Hage and others
// 2011) for events, those who take part, places and times; GAF for the words of a text that tell an event, addressed by
// RFC 5147; PROV for the articles; SKOS and Dublin Core for names.
var vocabularies = []struct{ Prefix, IRI string }{
	{"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
	{"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
	{"xsd", "http://www.w3.org/2001/XMLSchema#"},
	{"sem", "http://semanticweb.cs.vu.nl/2009/11/sem/"},
	{"gaf", "http://groundedannotationframework.org/gaf#"},
	{"prov", "http://www.w3.org/ns/prov#"},
	{"skos", "http://www.w3.org/2004/02/skos/core#"},
	{"dcterms", "http://purl.org/dc/terms/"},
	{"edtf", "http://id.loc.gov/datatypes/edtf/"},
}

// space is where all names of ours lie.
const space = "urn:dateline:"

// iri is the name of a thing of ours by its ID. Different IDs give different names.
func iri(id string) string { return space + anchor(id) }

// resource is a thing with what is said of it.
type resource struct {
	IRI   string
	Types []string // with prefix
	Says  []property
}

// property is one statement: another thing, or text with its type.
type property struct {
	Name string // with prefix, or an IRI of ours
	IRI  string // empty: Text
	Text string
	Type string // of Text, with prefix; empty: plain
}

func (r *resource) thing(name, iri string) { r.Says = append(r.Says, property{Name: name, IRI: iri}) }

// text says something in words, unless there are none.
func (r *resource) text(name, text, kind string) {
	if text != "" {
		r.Says = append(r.Says, property{Name: name, Text: text, Type: kind})
	}
}

// resources gives the graph as linked data: articles, entities, events with their roles and views, relations.
func (x *index) resources() iter.Seq[resource] {
	return func(yield func(resource) bool) {
		for i := range x.graph.Sources {
			if !yield(x.articleResource(&x.graph.Sources[i])) {
				return
			}
		}
		for i := range x.graph.Entities {
			if !yield(x.entityResource(&x.graph.Entities[i])) {
				return
			}
		}
		for _, e := range x.inOrder() {
			for _, r := range x.eventResources(e) {
				if !yield(r) {
					return
				}
			}
		}
	}
}

func (x *index) articleResource(s *graph.Source) resource {
	r := resource{IRI: articleIRI(s.ID), Types: []string{"prov:Entity"}}
	r.text("dcterms:title", clean(s.Title), "")
	r.text("dcterms:publisher", clean(s.Publisher), "")
	r.text("dcterms:issued", s.Published.String(), "edtf:EDTF")
	r.text("dcterms:source", webURL(s.Origin), "xsd:anyURI")
	return r
}

// articleIRI is the name of an article, whose IDs are apart from those of entities and events.
func articleIRI(id string) string { return iri("article/" + id) }

func (x *index) entityResource(e *graph.Entity) resource {
	r := resource{IRI: iri(e.ID), Types: []string{"sem:Actor"}}
	kind := "sem:actorType"
	if e.Kind == graph.Place {
		r.Types, kind = []string{"sem:Place"}, "sem:placeType"
	}
	r.text("rdfs:label", nameOf(e), "")
	r.thing(kind, iri("kind/"+string(e.Kind)))
	for _, a := range cleanAll(e.Aliases) {
		r.text("skos:altLabel", a, "")
	}
	if item := e.Wikidata(); item != "" {
		r.thing("skos:exactMatch", "http://www.wikidata.org/entity/"+item)
	}
	for _, l := range x.relations[e.ID] {
		if l.From == e.ID && x.joins(l) {
			r.thing(iri("relation/"+l.Type), iri(l.To))
		}
	}
	return r
}

// eventResources are an event, a sem:Role for each who takes part, and a sem:View for each who says so.
func (x *index) eventResources(e *graph.Event) []resource {
	event := resource{IRI: iri(e.ID), Types: []string{"sem:Event"}}
	event.text("rdfs:label", labelOf(e), "")
	if e.Type != "" {
		event.thing("sem:eventType", iri("type/"+e.Type))
	}
	event.thing(iri("status"), iri("status/"+string(e.Status)))
	event.times(e.When)
	all := []resource{{}}
	for k, t := range x.takers(e) {
		part, has := resource{IRI: iri(edgeID(e, k)), Types: []string{"sem:Role"}}, "sem:hasActor"
		switch t.Role {
		case "source":
			part.Types, has = []string{"sem:View"}, "sem:eventProperty"
			part.thing("rdf:value", iri("status/"+string(e.Status)))
			part.thing("sem:accordingTo", iri(t.ID))
		case "place":
			has = "sem:hasPlace"
			fallthrough
		default:
			event.thing(has, iri(t.ID))
			part.thing("rdf:value", iri(t.ID))
			part.thing("sem:roleType", iri("role/"+t.Role))
		}
		event.thing(has, part.IRI)
		all = append(all, part)
	}
	for _, l := range x.relations[e.ID] {
		if l.From == e.ID && x.joins(l) {
			event.thing(iri("relation/"+l.Type), iri(l.To))
		}
	}
	x.evidence(&event, e)
	all[0] = event
	return all
}

// times says when an event was: a day, from when to when, or between which days.
func (r *resource) times(w graph.When) {
	first, last := w.Time.First.String(), w.Time.Last.String()
	switch w.Time.Grain {
	case graph.Day:
		r.text("sem:hasTimeStamp", first, "xsd:date")
	case graph.Stretch:
		r.text("sem:hasBeginTimeStamp", first, "xsd:date")
		r.text("sem:hasEndTimeStamp", last, "xsd:date")
	default:
		r.text("sem:hasEarliestBeginTimeStamp", first, "xsd:date")
		r.text("sem:hasLatestEndTimeStamp", last, "xsd:date")
	}
	r.text("dcterms:temporal", w.EDTF(), "edtf:EDTF")
}

// evidence leads an event to its articles, and to the characters of their text that name it.
func (x *index) evidence(r *resource, e *graph.Event) {
	last := ""
	for _, v := range e.Seen {
		s := x.sources[v.Source]
		if s == nil {
			continue
		}
		if s.ID != last {
			r.thing("prov:wasDerivedFrom", articleIRI(s.ID))
			last = s.ID
		}
		if from, to := v.Trigger.Start, v.Trigger.End; 0 <= from && from <= to && to <= len(s.Text) {
			before := utf8.RuneCountInString(s.Text[:from])
			r.thing("gaf:denotedBy", articleIRI(s.ID)+"#char="+strconv.Itoa(before)+","+strconv.Itoa(before+utf8.RuneCountInString(s.Text[from:to])))
		}
	}
}
