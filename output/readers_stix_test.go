package output

import (
	"bytes"
	"encoding/csv"
	"regexp"
	"strings"
	"testing"

	"dateline/graph"
)

// stixSchema is what oasis-open/cti-stix2-json-schemas asks of the objects that we write, in our words.
const stixSchema = `{"type":"object","required":["type","id","objects"],"additionalProperties":false,
"properties":{"type":{"const":"bundle"},"id":{"type":"string","pattern":"^bundle--"},"objects":{"type":"array","items":{"$ref":"#/$defs/object"}}},
"$defs":{
 "stamp":{"type":"string","pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z$"},
 "id":{"type":"string","pattern":"^[a-z-]+--[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"},
 "object":{"type":"object","required":["type","spec_version","id","created","modified"],"properties":{
  "spec_version":{"const":"2.1"},"id":{"$ref":"#/$defs/id"},"created":{"$ref":"#/$defs/stamp"},"modified":{"$ref":"#/$defs/stamp"},
  "created_by_ref":{"$ref":"#/$defs/id"},"confidence":{"type":"integer","minimum":0,"maximum":100},
  "start_time":{"$ref":"#/$defs/stamp"},"stop_time":{"$ref":"#/$defs/stamp"},"published":{"$ref":"#/$defs/stamp"},
  "object_refs":{"type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/$defs/id"}},
  "identity_class":{"enum":["individual","group","system","organization","class","unspecified"]},
  "external_references":{"type":"array","minItems":1,"items":{"type":"object","required":["source_name"],
   "anyOf":[{"required":["external_id"]},{"required":["description"]},{"required":["url"]}]}}},
  "oneOf":[
   {"properties":{"type":{"const":"identity"}},"required":["name"]},
   {"properties":{"type":{"const":"location"}},"anyOf":[{"required":["region"]},{"required":["country"]},{"required":["latitude","longitude"]}]},
   {"properties":{"type":{"const":"incident"},"extensions":{"type":"object","minProperties":1}},"required":["name"]},
   {"properties":{"type":{"const":"relationship"},"relationship_type":{"type":"string","pattern":"^[a-z0-9-]+$"}},"required":["relationship_type","source_ref","target_ref"]},
   {"properties":{"type":{"const":"report"}},"required":["name","published","object_refs"]},
   {"properties":{"type":{"const":"extension-definition"},"extension_types":{"type":"array","minItems":1,"items":{"enum":["new-sdo","new-sco","new-sro","property-extension","toplevel-property-extension"]}}},
    "required":["name","schema","version","extension_types","created_by_ref"]}]}}}`

func readSTIX(t testing.TB, g *graph.Graph, file []byte) (texts []string) {
	bundle := valid(t, stixSchema, file).(map[string]any)
	objects := map[string]map[string]any{}
	kinds := map[string]int{}
	reported := map[string]bool{}
	for _, o := range bundle["objects"].([]any) {
		o := o.(map[string]any)
		id := o["id"].(string)
		if objects[id] != nil || !strings.HasPrefix(id, o["type"].(string)+"--") {
			t.Errorf("%s is there twice, or is no %s", id, o["type"])
		}
		objects[id] = o
		kinds[o["type"].(string)]++
		texts = append(texts, stringsOf(o)...)
	}
	for _, o := range objects {
		refs, _ := o["object_refs"].([]any)
		for _, r := range append(refs, o["source_ref"], o["target_ref"], o["created_by_ref"]) {
			if id, ok := r.(string); ok && objects[id] == nil {
				t.Errorf("%s refers to %s, which is not there", o["id"], id)
			}
		}
		for _, r := range refs {
			reported[r.(string)] = true
		}
		if start, stop := o["start_time"], o["stop_time"]; start != nil && stop != nil && start.(string) >= stop.(string) {
			t.Errorf("from %v to %v", start, stop)
		}
	}
	for id, o := range objects {
		if o["type"] == "relationship" && !reported[id] {
			t.Errorf("%s is in no report", id)
		}
	}
	equal(t, "incidents", kinds["incident"], len(g.Events))
	equal(t, "identities and locations", kinds["identity"]+kinds["location"]-1, len(g.Entities))
	equal(t, "relationships", kinds["relationship"], lines(g))
	equal(t, "reports", kinds["report"], len(g.Sources))
	return texts
}

// neo4jHeader is a cell of a header after "Import header format" of the Neo4j operations manual.
var neo4jHeader = regexp.MustCompile(`^(\w+)?(:(ID|START_ID|END_ID)\((\w+)\)|:(LABEL|TYPE)|:(int|double|date|string|string\[\]))?$`)

func readNeo4j(t testing.TB, g *graph.Graph, file []byte) (texts []string) {
	f, _ := Lookup("neo4j")
	ids := map[string]map[string]bool{}
	relationships := 0
	for _, part := range unpack(t, f, file) {
		records, err := csv.NewReader(bytes.NewReader(part.Data)).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for i, h := range records[0] {
			m := neo4jHeader.FindStringSubmatch(h)
			if m == nil {
				t.Fatalf("%s: header %q", part.Name, h)
			}
			for _, r := range records[1:] {
				cell, space := r[i], m[4]
				switch m[3] {
				case "ID":
					if ids[space] == nil {
						ids[space] = map[string]bool{}
					}
					if ids[space][cell] {
						t.Errorf("%s: %q is there twice", part.Name, cell)
					}
					ids[space][cell] = true
				case "START_ID", "END_ID":
					if !ids[space][cell] {
						t.Errorf("%s: %q is not there", part.Name, cell)
					}
				}
				texts = append(texts, cell)
			}
			relationships += b2i(m[5] == "TYPE" && part.Name != "evidence.csv") * (len(records) - 1)
		}
	}
	equal(t, "entities", len(ids["Entity"]), len(g.Entities))
	equal(t, "events", len(ids["Event"]), len(g.Events))
	equal(t, "articles", len(ids["Article"]), len(g.Sources))
	equal(t, "relationships", relationships, lines(g))
	return texts
}

// cypherToken is a token of Cypher: a string with its escapes, a word or number, white space, or a sign.
var cypherToken = regexp.MustCompile(`'(?:[^'\\]|\\[\\'])*'|[A-Za-z_][A-Za-z_0-9]*|-?[0-9.]+|[ ]+|[-(){}\[\]:,.;+=>]+`)

// readCypher takes statements apart as openCypher does, once as they are, and once as older versions do, which read
// \uXXXX before anything else: both must see the same.
func readCypher(t testing.TB, g *graph.Graph, file []byte) (texts []string) {
	old := regexp.MustCompile(`\\u[0-9a-fA-F]{4}`).ReplaceAllString(string(file), "'")
	if old != string(file) {
		t.Error("older versions read something else")
	}
	entities, events, edges := 0, 0, 0
	for _, line := range strings.Split(strings.TrimSuffix(string(file), "\n"), "\n") {
		if !strings.HasSuffix(line, ";") {
			t.Fatalf("statement %q", line)
		}
		shape, at := "", 0
		for _, m := range cypherToken.FindAllStringIndex(line, -1) {
			token := line[m[0]:m[1]]
			if m[0] != at {
				t.Fatalf("%q in %q", line[at:m[0]], line)
			}
			at = m[1]
			if token[0] == '\'' {
				text := strings.NewReplacer(`\\`, `\`, `\'`, `'`).Replace(token[1 : len(token)-1])
				if strings.HasSuffix(shape, "$+") {
					texts[len(texts)-1] += text
					shape = strings.TrimSuffix(shape, "+")
					continue
				}
				texts = append(texts, text)
				token = "$"
			}
			shape += token
		}
		if at != len(line) || strings.Count(shape, ";") != 1 {
			t.Fatalf("statement %q", line)
		}
		switch {
		case strings.HasPrefix(shape, "MERGE (n:Entity {id: $}) SET n:"):
			entities++
		case strings.HasPrefix(shape, "MERGE (n:Event {id: $}) SET n += {"):
			events++
		case strings.HasPrefix(shape, "MATCH (a:") && !strings.Contains(shape, "TOLD_BY"):
			edges++
		case !strings.HasPrefix(shape, "CREATE CONSTRAINT ") && !strings.HasPrefix(shape, "MERGE (n:Article ") && !strings.Contains(shape, "TOLD_BY"):
			t.Errorf("statement %s", shape)
		}
	}
	equal(t, "entities", entities, len(g.Entities))
	equal(t, "events", events, len(g.Events))
	equal(t, "edges", edges, lines(g))
	return texts
}
