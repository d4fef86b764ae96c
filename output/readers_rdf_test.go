package output

import (
	"bytes"
	"encoding/json"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/knakk/rdf"
	"github.com/piprate/json-gold/ld"

	"dateline/graph"
)

// triples reads linked data.
func triples(t testing.TB, file []byte, f rdf.Format) (all []rdf.Triple) {
	t.Helper()
	d := rdf.NewTripleDecoder(bytes.NewReader(file), f)
	for {
		triple, err := d.Decode()
		if err == io.EOF {
			return all
		}
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, triple)
	}
}

// statements are triples as lines of N-Triples, sorted.
func statements(all []rdf.Triple) (list []string) {
	for _, triple := range all {
		list = append(list, triple.Serialize(rdf.NTriples))
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// number is how many things have a type.
func number(all []rdf.Triple, kind string) (n int) {
	for _, triple := range all {
		n += b2i(strings.HasSuffix(triple.Pred.String(), "#type") && triple.Obj.String() == kind)
	}
	return n
}

func literals(all []rdf.Triple) (texts []string) {
	for _, triple := range all {
		if triple.Obj.Type() == rdf.TermLiteral {
			texts = append(texts, triple.Obj.String())
		}
	}
	return texts
}

func readTurtle(t testing.TB, g *graph.Graph, file []byte) []string {
	all := triples(t, file, rdf.Turtle)
	equal(t, "events", number(all, "http://semanticweb.cs.vu.nl/2009/11/sem/Event"), len(g.Events))
	equal(t, "entities", number(all, "http://semanticweb.cs.vu.nl/2009/11/sem/Actor")+number(all, "http://semanticweb.cs.vu.nl/2009/11/sem/Place"), len(g.Entities))
	equal(t, "articles", number(all, "http://www.w3.org/ns/prov#Entity"), len(g.Sources))
	return literals(all)
}

// local loads the context of schema.org, which here says only where its words lie, and nothing from the network.
type local struct{ t testing.TB }

func (l local) LoadDocument(url string) (*ld.RemoteDocument, error) {
	if url != "https://schema.org" {
		l.t.Errorf("asks for %s", url)
	}
	return &ld.RemoteDocument{DocumentURL: url, Document: map[string]any{"@context": map[string]any{"@vocab": "https://schema.org/"}}}, nil
}

// toTriples gives the statements of JSON-LD.
func toTriples(t testing.TB, file []byte) []rdf.Triple {
	t.Helper()
	var document any
	if err := json.Unmarshal(file, &document); err != nil {
		t.Fatal(err)
	}
	options := ld.NewJsonLdOptions("")
	options.DocumentLoader, options.Format = local{t}, "application/n-quads"
	quads, err := ld.NewJsonLdProcessor().ToRDF(document, options)
	if err != nil {
		t.Fatal(err)
	}
	return triples(t, []byte(quads.(string)), rdf.NTriples)
}

// readJSONLD wants the same statements as Turtle has, as another library reads them.
func readJSONLD(t testing.TB, g *graph.Graph, file []byte) []string {
	turtle, _ := Lookup("turtle")
	all := toTriples(t, file)
	got, want := statements(all), statements(triples(t, write(t, turtle, g, Options{}), rdf.Turtle))
	if !slices.Equal(got, want) {
		for i := range min(len(got), len(want)) {
			if got[i] != want[i] {
				t.Errorf("statement %d is %s, want %s", i, got[i], want[i])
				break
			}
		}
		equal(t, "statements", len(got), len(want))
	}
	return literals(all)
}

func readSchemaOrg(t testing.TB, g *graph.Graph, file []byte) []string {
	all := toTriples(t, file)
	happenings := 0
	for _, triple := range all {
		happenings += b2i(triple.Obj.String() == "https://schema.org/Event" && strings.Contains(triple.Subj.String(), ":event/"))
	}
	want := len(g.Events)
	for _, e := range g.Entities { // named events, which take part in others, share the type and the beginning of the name
		used := slices.ContainsFunc(g.Events, func(h graph.Event) bool {
			return slices.ContainsFunc(h.Roles, func(r graph.Role) bool {
				return r.Entity == e.ID && (slices.Contains(acting, r.Name) || slices.Contains(affected, r.Name))
			})
		})
		want += b2i(e.Kind == graph.Occasion && used)
	}
	equal(t, "events", happenings, want)
	return literals(all)
}
