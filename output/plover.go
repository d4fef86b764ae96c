package output

import (
	"bufio"
	"encoding/json"
	"io"
	"strings"

	"dateline/graph"
)

// PLOVER writes events as JSON Lines with the fields of the PLOVER manual, chapter "Data Fields" (openeventdata/PLOVER).
// A record wants a category and a date, so events that lack one are left out. Where the day is not known, date and
// enddate are the interval that holds it, and comment says how that is meant. The sentences themselves are left out:
// PLOVER files are passed on, and texts belong to their publishers.
func PLOVER(w io.Writer, g *graph.Graph, _ Options) error {
	b := bufio.NewWriterSize(w, 1<<16)
	x, enc := newIndex(g), json.NewEncoder(b)
	for _, e := range x.inOrder() {
		if !coded(e) {
			continue
		}
		if err := enc.Encode(x.record(e)); err != nil {
			return err
		}
	}
	return b.Flush()
}

// coded tells whether PLOVER has a record for an event: not for one of a type of our own.
func coded(e *graph.Event) bool {
	_, ok := categories[e.Type]
	return ok && e.When.Time.Known()
}

// record is an event of PLOVER.
type record struct {
	ID        string        `json:"id"`
	Date      string        `json:"date"`
	Time      string        `json:"time,omitempty"`
	EndDate   string        `json:"enddate,omitempty"`
	Actor     []participant `json:"actor"`
	Recipient []participant `json:"recipient,omitempty"`
	Event     []string      `json:"event"`
	Mode      []string      `json:"mode,omitempty"`
	Context   []string      `json:"context,omitempty"`
	Quad      int           `json:"quad_code"`
	Scale     float64       `json:"event_scale,omitempty"`
	Text      string        `json:"event_text"`
	Loc       *ploverPlace  `json:"event_loc,omitempty"`
	Size      *ploverSize   `json:"size,omitempty"`
	Info      []textInfo    `json:"text_info,omitempty"`
	Cite      []citeInfo    `json:"cite_info,omitempty"`
	Coder     string        `json:"coder"`
	Comment   string        `json:"comment"`
	EDTF      string        `json:"edtf"` // ours
}

type participant struct {
	Text string `json:"entity_text"`
	ID   string `json:"identifier_text,omitempty"`
}

type ploverPlace struct {
	Extracted string `json:"extracted_place"`
}

type ploverSize struct {
	Dead     float64 `json:"dead,omitempty"`
	Injured  float64 `json:"injured,omitempty"`
	Arrested float64 `json:"arrested,omitempty"`
}

type textInfo struct {
	Sequence int `json:"sequence"`
	Start    int `json:"start"`
	End      int `json:"end"`
}

type citeInfo struct {
	Citation    string `json:"citation"`
	URL         string `json:"url,omitempty"`
	Title       string `json:"title,omitempty"`
	Publication string `json:"publication,omitempty"`
}

func (x *index) record(e *graph.Event) record {
	t := e.When.Best()
	r := record{ID: key(e.ID), Date: start(t).String(), Time: t.Clock, Event: []string{clean(e.Type)}, Quad: categoryOf(e).Quad, Scale: e.Scale, Text: labelOf(e),
		Mode: cleanAll([]string{e.Mode, statusModes[e.Status]}), Context: cleanAll(e.Context),
		Actor: x.participants(e, acting), Recipient: x.participants(e, affected), Coder: "dateline", Comment: e.When.Words(), EDTF: e.When.EDTF(), Size: sizeOf(e)}
	if t.First.Known() && t.Last.Known() && t.First != t.Last {
		r.EndDate = t.Last.String()
	}
	if e.Place != "" {
		r.Loc = &ploverPlace{x.name(e.Place)}
	}
	last := ""
	for _, v := range e.Seen {
		r.Info = append(r.Info, textInfo{v.Sentence, v.Start, v.End})
		if s := x.sources[v.Source]; s != nil && s.ID != last {
			r.Cite = append(r.Cite, citeInfo{key(s.ID), webURL(s.Origin), clean(s.Title), clean(s.Publisher)})
			last = s.ID
		}
	}
	return r
}

// participants are those in one of the roles; empty where there is none.
func (x *index) participants(e *graph.Event, roles []string) []participant {
	list := []participant{}
	for _, name := range roles {
		for _, r := range e.Roles {
			switch {
			case r.Name != name:
			case r.Entity != "":
				list = append(list, participant{x.name(r.Entity), key(r.Entity)})
			default:
				list = append(list, participant{Text: clean(r.Text)})
			}
		}
	}
	return list
}

// sizeOf is what PLOVER counts of the numbers of an event: where only bounds are known, nothing.
func sizeOf(e *graph.Event) *ploverSize {
	var s ploverSize
	for _, q := range e.Quantities {
		switch strings.ToLower(q.What) {
		case "killed", "dead":
			s.Dead = q.Value
		case "wounded", "injured", "hurt":
			s.Injured = q.Value
		case "arrested", "detained":
			s.Arrested = q.Value
		}
	}
	if s == (ploverSize{}) {
		return nil
	}
	return &s
}
