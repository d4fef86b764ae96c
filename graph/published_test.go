package graph

import "testing"

// meeting is an event between a and b, told by the sources.
func meeting(id, edtf string, sources ...string) Event {
	e := Event{ID: id, Type: "CONSULT", Lemma: "meet", Label: "A met B", Status: Happened,
		Roles: []Role{{Name: "agent", Entity: "person/a"}, {Name: "agent", Entity: "person/b"}}}
	if edtf != "" {
		e.When = whenOf(edtf)
		e.When.Sure = Stated
	}
	for _, s := range sources {
		e.Seen = append(e.Seen, Evidence{Source: s})
	}
	return e
}

func TestInferPublished(t *testing.T) {
	day := DayOf(Date{2015, 11, 16})
	dated := Source{ID: "dated", Published: day, PublishedFrom: "metadata"}
	for _, c := range []struct {
		name   string
		source Source
		events []Event
		want   string // published and why
	}{
		{"one event of both", Source{ID: "s"}, []Event{meeting("e", "2015-11-15", "dated", "s")}, "2015-11-15/.. not before 2015-11-15: it tells “A met B”, dated by dated"},
		{"told alike", Source{ID: "s"}, []Event{meeting("e", "2015-11-15", "dated"), meeting("f", "", "s")}, "2015-11-15/.. not before 2015-11-15: it tells “A met B”, dated by dated"},
		{"two meetings", Source{ID: "s"}, []Event{meeting("d", "2015-11-14", "dated"), meeting("e", "2015-11-15", "dated"), meeting("f", "", "s")}, " "},
		{"nobody dates it", Source{ID: "s"}, []Event{meeting("e", "", "dated"), meeting("f", "", "s")}, " "},
		{"narrower than before", Source{ID: "s", Published: WithinOf(Date{2015, 11, 1}, Date{2015, 12, 1}), PublishedFrom: PublishedInferred, PublishedWhy: "not before “x”, told as past; not after “y”, told as to come"},
			[]Event{meeting("e", "2015-11-15", "dated", "s")}, "[2015-11-15..2015-12-01] not before 2015-11-15: it tells “A met B”, dated by dated; not after “y”, told as to come"},
		{"cannot be", Source{ID: "s", Published: Until(DayOf(Date{2015, 11, 1})), PublishedFrom: PublishedInferred}, []Event{meeting("e", "2015-11-15", "dated", "s")}, "../2015-11-01 "},
		{"a copy", Source{ID: "s", CopyOf: "dated"}, nil, "2015-11-16/.. not before 2015-11-16: it is a copy of dated"},
		{"found, not touched", Source{ID: "s", Published: DayOf(Date{2015, 1, 1}), PublishedFrom: "url"}, []Event{meeting("e", "2015-11-15", "dated", "s")}, "2015-01-01 "},
	} {
		g := &Graph{Sources: []Source{dated, c.source}, Events: c.events}
		InferPublished(g)
		InferPublished(g) // once more changes nothing
		s := g.Sources[1]
		if got := s.Published.String() + " " + s.PublishedWhy; got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		if s.PublishedFrom == PublishedInferred != (s.PublishedWhy != "" || c.name == "cannot be") {
			t.Errorf("%s: published from %s", c.name, s.PublishedFrom)
		}
		if g.Sources[0].Published != dated.Published {
			t.Errorf("%s: a date that was found has changed", c.name)
		}
	}
}
