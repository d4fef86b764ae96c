package output

import (
	"bytes"
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"dateline/graph"
)

// ftmRules are the schemata of alephdata/followthemoney that we write, in our words: what each must have, and to what
// its links may lead.
var ftmRules = map[string]struct {
	required []string
	links    map[string]string
	others   string
}{
	"Article":      {required: []string{"fileName"}, others: "title publisher sourceUrl publishedAt processingAgent contentHash bodyText notes"},
	"Person":       {required: []string{"name"}, links: map[string]string{"proof": "Article"}, others: "alias keywords"},
	"Organization": {required: []string{"name"}, links: map[string]string{"proof": "Article"}, others: "alias keywords"},
	"PublicBody":   {required: []string{"name"}, links: map[string]string{"proof": "Article"}, others: "alias keywords"},
	"LegalEntity":  {required: []string{"name"}, links: map[string]string{"proof": "Article"}, others: "alias keywords"},
	"Address":      {required: []string{"full"}, links: map[string]string{"proof": "Article"}, others: "name alias keywords"},
	"Event": {required: []string{"name"}, links: map[string]string{"proof": "Article", "involved": "Person Organization PublicBody LegalEntity"},
		others: "alias keywords date startDate endDate location sourceUrl publisher description notes"},
	"Employment":  {required: []string{"employee", "employer"}, links: map[string]string{"proof": "Article", "employee": "Person", "employer": "Organization PublicBody"}, others: "role date startDate endDate description"},
	"Membership":  {required: []string{"member", "organization"}, links: map[string]string{"proof": "Article", "member": "Person", "organization": "Organization PublicBody"}, others: "role date startDate endDate description"},
	"UnknownLink": {required: []string{"subject", "object"}, links: map[string]string{"proof": "Article", "subject": "*", "object": "*"}, others: "role date startDate endDate description"},
}

var (
	ftmIDs   = regexp.MustCompile(`^[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?$`)
	ftmDates = regexp.MustCompile(`^\d{4}(-\d\d(-\d\d)?)?$`)
)

func readFTM(t testing.TB, g *graph.Graph, file []byte) (texts []string) {
	type line struct {
		schema     string
		properties map[string]any
	}
	all, counts := map[string]line{}, map[string]int{}
	n := eachLine(t, file, func(l map[string]any) {
		id, schema := l["id"].(string), l["schema"].(string)
		if !ftmIDs.MatchString(id) || all[id].schema != "" {
			t.Errorf("id %q is none, or there twice", id)
		}
		all[id] = line{schema, l["properties"].(map[string]any)}
		counts[schema]++
		texts = append(texts, stringsOf(l)...)
	})
	for id, l := range all {
		rule, ok := ftmRules[l.schema]
		if !ok {
			t.Errorf("schema %s", l.schema)
		}
		for _, p := range rule.required {
			if l.properties[p] == nil {
				t.Errorf("%s %s has no %s", l.schema, id, p)
			}
		}
		for p, values := range l.properties {
			to, isLink := rule.links[p]
			if !isLink && !slices.Contains(rule.required, p) && !slices.Contains(strings.Fields(rule.others), p) {
				t.Errorf("%s has %s", l.schema, p)
			}
			for _, v := range values.([]any) {
				v := v.(string) // every value is text
				if isLink && to != "*" && !slices.Contains(strings.Fields(to), all[v].schema) || isLink && all[v].schema == "" {
					t.Errorf("%s: %s leads to %q", l.schema, p, all[v].schema)
				}
				if strings.HasSuffix(strings.ToLower(p), "date") && !ftmDates.MatchString(v) {
					t.Errorf("date %q", v)
				}
			}
		}
	}
	occasions := 0
	for _, e := range g.Entities {
		occasions += b2i(e.Kind == graph.Occasion)
	}
	equal(t, "lines", n, len(g.Sources)+len(g.Entities)+len(g.Events)+len(g.Relations))
	equal(t, "events", counts["Event"]-occasions, len(g.Events))
	equal(t, "articles", counts["Article"], len(g.Sources))
	return texts
}

// TestFollowTheMoneyBack: what FollowTheMoney carries comes back: names, events with date, status, roles, place and
// speaker, relations, and the sentences in the texts of the articles.
func TestFollowTheMoneyBack(t *testing.T) {
	g := graph.Merge(autumn(t))
	var b bytes.Buffer
	if err := FollowTheMoney(&b, g, Options{WithText: true}); err != nil {
		t.Fatal(err)
	}
	h, err := graph.Read(&b)
	if err != nil {
		t.Fatal(err)
	}
	if err := h.Check(); err != nil {
		t.Fatal(err)
	}
	if diff := gocmp.Diff(gist(g), gist(h)); diff != "" {
		t.Error(diff)
	}
}

// gist is what FollowTheMoney carries of a graph, in lines.
func gist(g *graph.Graph) (list []string) {
	x := newIndex(g)
	for _, e := range g.Entities {
		list = append(list, fmt.Sprint("entity ", e.ID, e.Name, e.Aliases, e.Sources))
	}
	for _, e := range g.Events {
		roles := []string{}
		for _, r := range e.Roles {
			roles = append(roles, r.Name+"="+cmp.Or(x.name(r.Entity), r.Text))
		}
		slices.Sort(roles)
		list = append(list, fmt.Sprint("event ", e.ID, e.Label, e.Type, e.Status, e.When.Time, e.When.Likely, roles, x.name(e.Place), x.entry(&e).Says(), e.Articles, told(&e)))
	}
	for _, r := range g.Relations {
		list = append(list, fmt.Sprint("relation ", r.Type, r.From, r.To))
	}
	slices.Sort(list)
	return list
}

// TestFollowTheMoneyOfOthers: data with only the usual properties give names, an event and a link.
func TestFollowTheMoneyOfOthers(t *testing.T) {
	g, err := graph.Read(strings.NewReader(`{"id":"p1","schema":"Person","caption":"Ada Roe","properties":{"name":["Ada Roe","A. Roe"]},"referents":[]}
{"id":"c1","schema":"Company","properties":{"name":["Roe Holdings"],"country":["gb"]}}
{"id":"v1","schema":"Vessel","properties":{"name":["Sea Bird"]}}
{"id":"e1","schema":"Event","properties":{"name":["Signing of the lease"],"startDate":["2015-09-28"],"endDate":["2015-09-30"],"involved":["p1","c1","v1"]}}
{"id":"d1","schema":"Directorship","properties":{"director":["p1"],"organization":["c1"],"startDate":["2014"]}}
`))
	if err != nil {
		t.Fatal(err)
	}
	if err := g.Check(); err != nil {
		t.Fatal(err)
	}
	if len(g.Entities) != 2 || len(g.Events) != 1 || len(g.Relations) != 1 {
		t.Fatalf("%d entities, %d events, %d relations", len(g.Entities), len(g.Events), len(g.Relations))
	}
	if e := g.Events[0]; e.When.Time.String() != "2015-09-28/2015-09-30" || len(e.Roles) != 2 || g.Relations[0].Type != "director-of" {
		t.Errorf("%+v, %s", e, g.Relations[0].Type)
	}
}
