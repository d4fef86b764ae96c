package crossdoc

import (
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"dateline/graph"
)

// TestJoins draws the one pair that is no copy, and the events that have somebody and a month in common.
func TestJoins(t *testing.T) {
	g := &graph.Graph{Sources: []graph.Source{{ID: "a"}, {ID: "b"}, {ID: "c", CopyOf: "a"}}}
	seen := func(source, quote string) graph.Evidence {
		at := strings.Index(quote, "met")
		return graph.Evidence{Source: source, Quote: quote, End: len(quote), Trigger: graph.Span{Start: at, End: at + 3}}
	}
	day, _ := graph.ParseTime("2015-11")
	event := func(id string, seen ...graph.Evidence) graph.Event {
		return graph.Event{ID: id, Lemma: "meet", When: graph.When{Time: day}, Roles: []graph.Role{{Name: "agent", Entity: "person/ann"}}, Seen: seen}
	}
	g.Events = []graph.Event{
		event("copied", seen("a", "Ann met Bo."), seen("c", "Ann met Bo.")),
		event("told twice", seen("a", "Ann met Cy."), seen("b", "Cy met Ann.")),
	}
	joins := Joins(g, 9, 1)
	if len(joins) != 1 || joins[0].A.ID != "told twice" || !strings.Contains(joins[0].Text, "Cy [met] Ann.") {
		t.Errorf("joins %v", joins)
	}
	if g.Events = append(g.Events, event("alone", seen("b", "Ann met Di."))); len(Apart(g, 9, 1)) == 0 {
		t.Error("no pair is apart")
	}
	if !reflect.DeepEqual(Apart(g, 9, 1), Apart(g, 9, 1)) || !reflect.DeepEqual(joins, Joins(&graph.Graph{Sources: g.Sources, Events: g.Events[:2]}, 9, 1)) {
		t.Error("the same seed draws other pairs")
	}
}

const apple = `<Document doc_id="7"><token t_id="1" sentence="0">Apple</token><token t_id="2" sentence="0">shows</token>
<token t_id="3" sentence="2">It</token><token t_id="4" sentence="2">showed</token><token t_id="5" sentence="2">,</token><token t_id="6" sentence="2">sold</token>
<Markables><EVENT_MENTION m_id="1"><token_anchor t_id="2"/></EVENT_MENTION><EVENT_MENTION m_id="2"><token_anchor t_id="4"/></EVENT_MENTION>
<EVENT_MENTION m_id="3"><token_anchor t_id="6"/></EVENT_MENTION><EVENT m_id="8" instance_id="OTH1"/><EVENT m_id="9"/></Markables>
<Relations><REFERS_TO><source m_id="1"/><source m_id="2"/><target m_id="8"/></REFERS_TO>
<REFERS_TO><source m_id="2"/><source m_id="3"/><target m_id="9"/></REFERS_TO></Relations></Document>`

// TestReadMeantime: an instance is the chain of its mentions, before an event of the article alone.
func TestReadMeantime(t *testing.T) {
	articles, err := ReadMeantime(fstest.MapFS{"7.xml": {Data: []byte(apple)}})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, m := range articles[0].Mentions {
		got = append(got, articles[0].Text[m.Start:m.End]+" "+m.Chain)
	}
	if want := []string{"shows OTH1", "showed OTH1", "sold 7#9"}; !reflect.DeepEqual(got, want) {
		t.Errorf("mentions %v, want %v", got, want)
	}
}
