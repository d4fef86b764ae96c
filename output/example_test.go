package output_test

import (
	"fmt"
	"io"
	"os"

	"dateline/graph"
	"dateline/output"
)

// meeting is a graph of one event.
func meeting() *graph.Graph {
	said := graph.Evidence{Source: "g20", Start: 0, End: 36, Trigger: graph.Span{Start: 16, End: 19}, Quote: "Obama and Putin met over coffee.", By: "events/consult.yaml:12"}
	return &graph.Graph{
		Sources: []graph.Source{{ID: "g20", Title: "A coffee in Antalya"}, {ID: "wire", Title: "Summit notes"}},
		Entities: []graph.Entity{
			{ID: "person/barack-obama", Name: "Barack Obama", Kind: graph.Person},
			{ID: "person/vladimir-putin", Name: "Vladimir Putin", Kind: graph.Person},
			{ID: "place/antalya", Name: "Antalya", Kind: graph.Place},
		},
		Events: []graph.Event{{
			ID: "event/2015-11-15/consult/barack-obama+vladimir-putin", Type: "CONSULT", Trigger: "met", Lemma: "meet",
			Label: "Barack Obama met Vladimir Putin", Place: "place/antalya", Status: graph.Happened, Articles: 1,
			When:  graph.When{Time: graph.DayOf(graph.Date{Year: 2015, Month: 11, Day: 15}), Reason: "\"on Sunday\""},
			Roles: []graph.Role{{Name: "agent", Entity: "person/barack-obama"}, {Name: "agent", Entity: "person/vladimir-putin"}},
			Seen:  []graph.Evidence{said},
		}},
	}
}

func ExampleTimeline() {
	if err := output.Timeline(os.Stdout, meeting(), output.Options{Quotes: true}); err != nil {
		fmt.Println(err)
	}
	// Output:
	// Timeline
	// 1 event from 2 articles · 15 November 2015
	//
	// November 2015
	// ─────────────
	//  Sun 15 Nov       Barack Obama met Vladimir Putin
	//                     Antalya · g20
	//                     “Obama and Putin met over coffee.” — g20
}

// Every format is written the same way, as a whole or not at all.
func ExampleWriteFile() {
	dir, err := os.MkdirTemp("", "dateline")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	for _, name := range []string{"timeline", "page", "svg"} {
		f, _ := output.Lookup(name)
		err := output.WriteFile(dir, f.File, func(w io.Writer) error { return f.Write(w, meeting(), output.Options{}) })
		fmt.Println(f.File, err)
	}
	// Output:
	// timeline.txt <nil>
	// timeline.html <nil>
	// map.svg <nil>
}
