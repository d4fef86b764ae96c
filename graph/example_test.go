package graph_test

import (
	"fmt"
	"os"
	"strings"

	"dateline/graph"
)

// article is what reading one article gives: local IDs, keys, evidence.
func article(id, text, who, key, when string) *graph.Graph {
	t, err := graph.ParseTime(when)
	if err != nil {
		panic(err)
	}
	at := func(words string) graph.Evidence {
		i := strings.Index(text, words)
		return graph.Evidence{Source: id, Start: i, End: i + len(words), Trigger: graph.Span{Start: i, End: i + len(words)}, Quote: words}
	}
	met := at("met")
	met.Start, met.End, met.Quote = 0, len(text), text
	return &graph.Graph{
		Sources: []graph.Source{{ID: id, Text: text, Hash: graph.HashOf(text)}},
		Entities: []graph.Entity{
			{ID: "e1", Name: who, Kind: graph.Person, Keys: []string{key}, Seen: []graph.Evidence{at(who)}},
			{ID: "e2", Name: "Vladimir Putin", Kind: graph.Person, Keys: []string{"person:vladimir putin"}, Seen: []graph.Evidence{at("Putin")}},
		},
		Events: []graph.Event{{
			ID: "v1", Type: "CONSULT", Lemma: "meet", Trigger: "met", Label: who + " met Vladimir Putin", When: graph.When{Time: t, Reason: "as written"},
			Status: graph.Happened, Roles: []graph.Role{{Name: "agent", Entity: "e1"}, {Name: "agent", Entity: "e2"}}, Seen: []graph.Evidence{met},
		}},
	}
}

func two() *graph.Graph {
	return graph.Merge(
		article("monday", "Barack Obama met Putin on 15 November.", "Barack Obama", "person:barack obama", "2015-11-15"),
		article("friday", "Mr Barack Obama, who met Putin this month, is back.", "Barack Obama", "person:barack obama", "2015-11"))
}

func ExampleMerge() {
	g := two()
	for _, e := range g.Entities {
		fmt.Println(e.ID, e.Mentions)
	}
	for _, e := range g.Events {
		fmt.Println(e.ID)
	}
	// Output:
	// person/barack-obama 2
	// person/vladimir-putin 2
	// event/2015-11-15/consult/barack-obama+vladimir-putin
	// event/2015-11/consult/barack-obama+vladimir-putin
}

func ExampleUnify() {
	g := graph.Unify(two())
	for _, e := range g.Events {
		fmt.Println(e.ID, e.Articles)
		for _, why := range e.Why {
			fmt.Println("-", why)
		}
	}
	// Output:
	// event/2015-11-15/consult/barack-obama+vladimir-putin 2
	// - “Barack Obama met Vladimir Putin” (friday) is “Barack Obama met Vladimir Putin” (monday): same type CONSULT, both with Barack Obama and Vladimir Putin, November 2015 holds 15 November 2015
}

func ExampleGraph_EncodeYAML() {
	g := &graph.Graph{Entities: []graph.Entity{{ID: "person/barack-obama", Name: "Barack Obama", Kind: graph.Person, Keys: []string{"person:barack obama"}}}}
	if err := g.EncodeYAML(os.Stdout, graph.EncodeOptions{}); err != nil {
		fmt.Println(err)
	}
	// Output:
	// schema: dateline/v1
	// sources: []
	// entities:
	//   - id: person/barack-obama
	//     name: Barack Obama
	//     type: person
	//     mentions: 0
	//     sources: 0
	//     keys: ["person:barack obama"]
	//     evidence: []
	// events: []
	// relations: []
}

func ExampleRead() {
	_, err := graph.Read(strings.NewReader("schema: dateline/v1\nevents:\n  - id: event/1\n    when: {edtf: last Friday}\n    lable: typed wrong\n"))
	fmt.Println(err)
	// Output:
	// 4:18: "last Friday" is not a time in EDTF, such as 2015-09-30, 2015-09, 2015-09/.. or [2015-09-28..2015-09-30]
	// 5:5: unknown key "lable"
}

func ExampleOrder() {
	day := func(s string) graph.When { t, _ := graph.ParseTime(s); return graph.When{Time: t} }
	g := &graph.Graph{
		Events: []graph.Event{{ID: "attack", When: day("2015-11-13")}, {ID: "raid", When: day("2015-11-18")}, {ID: "search"}, {ID: "speech"}},
		Relations: []graph.Relation{
			{Type: graph.Before, From: "attack", To: "search"},
			{Type: graph.Before, From: "search", To: "raid"},
			{Type: graph.Before, From: "raid", To: "attack"},
		},
	}
	fmt.Println(strings.Join(graph.Order(g), "\n"))
	for _, e := range g.Events {
		fmt.Println(e.ID, e.Order)
	}
	// Output:
	// raid is said to be before attack, but the dates say the reverse
	// attack 1
	// raid 3
	// search 2
	// speech 0
}

func ExampleNewNetwork() {
	n := graph.NewNetwork(graph.Unify(two()))
	for _, t := range n.Ties() {
		fmt.Println(t.From, "–", t.To, len(t.Events), t.Mutual)
	}
	// Output:
	// person/barack-obama – person/vladimir-putin 1 true
}

func ExampleTime() {
	for _, s := range []string{"2015-09-30", "2015-09/..", "[2015-09-11..2015-09-20]", "2015~", "-0043-03-15"} {
		t, _ := graph.ParseTime(s)
		fmt.Printf("%s: %s, from %q\n", t, t.Words(), t.First)
	}
	// Output:
	// 2015-09-30: 30 September 2015, from "2015-09-30"
	// 2015-09/..: since September 2015, from "2015-09-01"
	// [2015-09-11..2015-09-20]: mid-September 2015, from "2015-09-11"
	// 2015~: about 2015, from "2015-01-01"
	// -0043-03-15: 15 March 44 BCE, from "-0043-03-15"
}
