package events_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"dateline/data"
	"dateline/extract"
	"dateline/extract/english"
	"dateline/graph"
)

// TestRelations reads sentences published on 16 November 2015 and compares what they state, as "type from → to when".
func TestRelations(t *testing.T) {
	p, err := english.New(data.Files)
	if err != nil {
		t.Fatal(err)
	}
	const now, past = "2015-11-16", "../2015-11-16"
	for _, c := range []struct{ text, want string }{
		{"French President Francois Hollande spoke.", "head-of Francois Hollande → France " + now},
		{"Former French President Nicolas Sarkozy spoke.", "head-of Nicolas Sarkozy → France " + past},
		{"Russian Foreign Minister Sergei Lavrov spoke.", "office-of Sergei Lavrov → Russia " + now},
		{"Russian striker Ivan Petrov scored.", "national-of Ivan Petrov → Russia " + now},
		{"Russian tennis star Maria Sharapova won.", "national-of Maria Sharapova → Russia " + now},
		{"European champion Ivan Petrov won.", ""},
		{"Karl Berg, chief executive of Siemens, resigned.", "head-of Karl Berg → Siemens " + now},
		{"Karl Berg was the chairman of Siemens.", "head-of Karl Berg → Siemens " + past},
		{"Russia met its ally President Bashar al-Assad.", "ally-of Bashar al-Assad → Russia " + now},
		{"Russian tennis chief Ivan Petrov spoke.", "national-of Ivan Petrov → Russia " + now + "; office-of Ivan Petrov → Russia " + now},
		{"Ivan Petrov, head of systems at Cranfield University, spoke.", "office-of Ivan Petrov → Cranfield University " + now},
		{"Germany's Chancellor Gerhard Schroeder spoke.", "head-of Gerhard Schroeder → Germany " + now},
		{"UK chancellor Gordon Brown spoke.", "office-of Gordon Brown → United Kingdom " + now},
		{"Ivan Petrov, vice-chairman of Siemens, spoke.", "office-of Ivan Petrov → Siemens " + now},
		{"Leicester tight-head Ivan Petrov left.", ""},
		{"Karl Berg is not the chairman of Siemens.", ""},
		{"Karl Berg may be the owner of Siemens.", ""},
		{"Karl Berg met the chairman of Siemens.", ""},
	} {
		d := &extract.Document{ID: "test", Text: c.text, Published: graph.DayOf(graph.Date{Year: 2015, Month: 11, Day: 16}),
			Paragraphs: []extract.Paragraph{{Span: extract.Span{Start: 0, End: len(c.text)}}}}
		if err := p.Run(d); err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, r := range d.Relations {
			got = append(got, fmt.Sprintf("%s %s → %s %s", r.Type, d.Mentions[r.From].Name, d.Mentions[r.To].Name, r.When.Time))
			if r.At.From >= r.At.To || r.At.To > len(d.Tokens) || r.By == "" || r.When.Reason == "" {
				t.Errorf("%q: %+v", c.text, r)
			}
		}
		slices.Sort(got)
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%q: %s\nwant %s", c.text, s, c.want)
		}
	}
}
