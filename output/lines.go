package output

import (
	"bufio"
	"encoding/json"
	"io"

	"dateline/graph"
)

// Lines writes the events as JSON Lines in the order of the timeline: each line is the event as it stands in graph.json,
// and beside it the names of its entities and its articles, so that a line can be read by itself.
func Lines(w io.Writer, g *graph.Graph, _ Options) error {
	b := bufio.NewWriterSize(w, 1<<16)
	x, enc := newIndex(g), json.NewEncoder(b)
	for _, e := range x.inOrder() {
		if err := enc.Encode(x.line(e)); err != nil {
			return err
		}
	}
	return b.Flush()
}

// eventLine is an event with what its IDs stand for.
type eventLine struct {
	*graph.Event
	Names    map[string]string `json:"names"` // of entities, by ID
	Articles []articleLine     `json:"sources"`
}

// articleLine is an article that tells an event.
type articleLine struct {
	ID        string     `json:"id"`
	Title     string     `json:"title"`
	Publisher string     `json:"publisher,omitempty"`
	Published graph.Time `json:"published"`
	URL       string     `json:"url,omitempty"`
}

func (x *index) line(e *graph.Event) eventLine {
	l := eventLine{Event: e, Names: map[string]string{}}
	for _, t := range x.takers(e) {
		l.Names[t.ID] = x.entities[t.ID].Name
	}
	last := ""
	for _, v := range e.Seen { // sorted by source
		if s := x.sources[v.Source]; s != nil && s.ID != last {
			l.Articles = append(l.Articles, articleLine{s.ID, s.Title, s.Publisher, s.Published, webURL(s.Origin)})
			last = s.ID
		}
	}
	return l
}
