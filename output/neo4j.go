package output

import (
	"strconv"
	"strings"

	"dateline/graph"
)

// Neo4j writes the tables that neo4j-admin imports: entities, events and articles as nodes, who takes part in an event,
// what ties entities or events, and which article tells an event as relationships. Each file has its header as "Import
// header format" of the Neo4j operations manual asks; items of lists are parted by semicolons.
func Neo4j(create Create, g *graph.Graph, _ Options) error {
	return writeSheets(create, newIndex(g), Options{Raw: true},
		sheet{"entities.csv", neo4jEntities}, sheet{"events.csv", neo4jEvents}, sheet{"articles.csv", neo4jArticles}, sheet{"roles.csv", neo4jRoles},
		sheet{"relations.csv", neo4jRelations}, sheet{"order.csv", neo4jOrder}, sheet{"evidence.csv", neo4jEvidence})
}

func neo4jEntities(r *rows, x *index) {
	r.row("entityId:ID(Entity)", "name", "aliases:string[]", "mentions:int", "sources:int", ":LABEL")
	for i := range x.graph.Entities {
		e := &x.graph.Entities[i]
		r.row(key(e.ID), nameOf(e), neo4jList(cleanAll(e.Aliases)), strconv.Itoa(e.Mentions), strconv.Itoa(e.Sources), "Entity;"+neo4jLabel(e.Kind))
	}
}

func neo4jEvents(r *rows, x *index) {
	r.row("eventId:ID(Event)", "label", "category", "status", "edtf", "earliest:date", "latest:date", "order:int", "articles:int", "saidBy:string[]", ":LABEL")
	for _, e := range x.inOrder() {
		n := x.entry(e)
		r.row(key(e.ID), n.Label(), clean(e.Type), clean(string(e.Status)), e.When.EDTF(), e.When.Time.First.String(), e.When.Time.Last.String(),
			known(e.Order), strconv.Itoa(e.Articles), neo4jList(n.Says()), "Event")
	}
}

func neo4jArticles(r *rows, x *index) {
	r.row("articleId:ID(Article)", "title", "publisher", "published", "url", ":LABEL")
	for i := range x.graph.Sources {
		s := &x.graph.Sources[i]
		r.row(key(s.ID), clean(s.Title), clean(s.Publisher), s.Published.String(), webURL(s.Origin), "Article")
	}
}

func neo4jRoles(r *rows, x *index) {
	r.row(":START_ID(Event)", "role", "confidence:double", ":END_ID(Entity)", ":TYPE")
	for l := range x.edges() {
		if x.events[l.From] != nil && x.entities[l.To] != nil {
			r.row(key(l.From), clean(l.Kind), decimal(l.Score), key(l.To), relationType(l.Kind))
		}
	}
}

func neo4jRelations(r *rows, x *index) {
	r.row(":START_ID(Entity)", "type", "edtf", "earliest:date", "latest:date", ":END_ID(Entity)", ":TYPE")
	for l := range x.edges() {
		if x.entities[l.From] != nil && x.entities[l.To] != nil {
			r.row(key(l.From), clean(l.Kind), l.When.EDTF(), l.When.Time.First.String(), l.When.Time.Last.String(), key(l.To), relationType(l.Kind))
		}
	}
}

func neo4jOrder(r *rows, x *index) {
	r.row(":START_ID(Event)", "type", ":END_ID(Event)", ":TYPE")
	for l := range x.edges() {
		if x.events[l.From] != nil && x.events[l.To] != nil {
			r.row(key(l.From), clean(l.Kind), key(l.To), relationType(l.Kind))
		}
	}
}

func neo4jEvidence(r *rows, x *index) {
	r.row(":START_ID(Event)", "quote", "sentence:int", "start:int", "end:int", ":END_ID(Article)", ":TYPE")
	for _, e := range x.inOrder() {
		for _, v := range e.Seen {
			if x.sources[v.Source] != nil {
				r.row(key(e.ID), clean(v.Quote), strconv.Itoa(v.Sentence), strconv.Itoa(v.Start), strconv.Itoa(v.End), key(v.Source), "TOLD_BY")
			}
		}
	}
}

// neo4jList is a list in one cell. There is no escape for the semicolon, so it becomes a comma.
func neo4jList(items []string) string {
	list := make([]string, len(items))
	for i, s := range items {
		list[i] = strings.ReplaceAll(s, ";", ",")
	}
	return strings.Join(list, ";")
}

// neo4jLabel is the label of a kind: "Person". Only kinds that the graph knows make one.
func neo4jLabel(k graph.Kind) string {
	switch k {
	case graph.Person, graph.Organization, graph.Place, graph.Group, graph.Work, graph.Product, graph.Law:
		return strings.ToUpper(string(k[:1])) + string(k[1:])
	case graph.Occasion:
		return "Occasion"
	}
	return "Other"
}

// relationType is the type of a relationship: capitals and underscores, "HEAD_OF".
func relationType(s string) string {
	t := strings.Map(func(r rune) rune {
		switch {
		case 'a' <= r && r <= 'z':
			return r - 'a' + 'A'
		case 'A' <= r && r <= 'Z':
			return r
		}
		return '_'
	}, s)
	if t = strings.Trim(t, "_"); t == "" {
		return "RELATED"
	}
	return shortenBytes(t, maxType)
}

// maxType bounds the type of a relationship.
const maxType = 60

// decimal is a score; empty where it is not known.
func decimal(f float64) string {
	if f == 0 {
		return ""
	}
	return strconv.FormatFloat(f, 'g', 4, 64)
}
