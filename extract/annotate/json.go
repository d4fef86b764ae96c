package annotate

import (
	"bufio"
	"math"

	"dateline/extract"
	"dateline/graph"
)

// The types below are the keys of the json format, in their order. Start and End are bytes of text, half open.

type article struct {
	ID            string     `json:"id"`
	Origin        string     `json:"origin"`
	Title         string     `json:"title"`
	Published     string     `json:"published"`
	PublishedFrom string     `json:"publishedFrom"`
	Text          string     `json:"text"`
	Sentences     []sentence `json:"sentences"`
	Mentions      []mention  `json:"mentions"`
	Entities      []entity   `json:"entities"`
	Times         []timex    `json:"times"`
	Events        []event    `json:"events"`
}

type sentence struct {
	Start  int     `json:"start"`
	End    int     `json:"end"`
	Tokens []token `json:"tokens"`
}

type token struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Lemma string `json:"lemma"`
	UPOS  string `json:"upos"`
	XPOS  string `json:"xpos"`
	Head  int    `json:"head"` // counts tokens of the sentence from 0, -1 = root
	Rel   string `json:"deprel"`
}

type mention struct {
	Start   int          `json:"start"`
	End     int          `json:"end"`
	Kind    graph.Kind   `json:"type"`
	Form    extract.Form `json:"form"`
	Entity  string       `json:"entity,omitempty"`
	Members []string     `json:"members,omitempty"` // entities that a plural stands for
	Holds   []held       `json:"holds,omitempty"`   // places whose names stand inside the name
}

type held struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Known string `json:"known"`
}

type timex struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Type  string `json:"type"`
	Value string `json:"value"`
	Mod   string `json:"mod"`
	bounds
}

// bounds is a graph.Time on its way out; all empty where it is unknown.
type bounds struct {
	EDTF     string `json:"edtf"`
	Earliest string `json:"earliest"`
	Latest   string `json:"latest"`
}

func boundsOf(t graph.Time) bounds {
	return bounds{t.String(), t.First.String(), t.Last.String()}
}

func whenOf(w graph.When) when {
	b := boundsOf(w.Time)
	b.EDTF = w.EDTF()
	return when{b, w.Sure, w.Reason}
}

type event struct {
	Start int    `json:"start"` // of the trigger
	End   int    `json:"end"`
	Lemma string `json:"lemma"`
	Label string `json:"label"`
	Type  string `json:"type"`
	graph.Code
	Status      graph.Status     `json:"status"`
	Cue         *cue             `json:"cue,omitempty"`        // what decided the status
	Factuality  float64          `json:"factuality,omitempty"` // how likely it happened, 0…1
	Minor       bool             `json:"minor,omitempty"`      // told by the way: no line of a timeline
	Roles       []role           `json:"roles"`
	When        when             `json:"when"`
	Place       string           `json:"place,omitempty"`
	Attribution []said           `json:"attribution"`
	Quantities  []graph.Quantity `json:"quantities,omitempty"`
}

type cue struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

type role struct {
	Role   string `json:"role"`
	Start  int    `json:"start"`
	End    int    `json:"end"`
	Entity string `json:"entity,omitempty"`
	Text   string `json:"text"`
}

type when struct {
	bounds
	Sure   graph.Sureness `json:"sure,omitempty"`
	Reason string         `json:"reason"`
}

type said struct {
	Source string `json:"source,omitempty"`
	Start  int    `json:"start"` // of the words that name the source
	End    int    `json:"end"`
	Text   string `json:"text,omitempty"`
	Verb   string `json:"verb"`
}

func writeJSON(w *bufio.Writer, d *extract.Document) error {
	list, of := entities(d)
	return line(w, article{
		ID: d.ID, Origin: d.Origin, Title: d.Title,
		Published: boundsOf(d.Published).EDTF, PublishedFrom: d.PublishedFrom, Text: d.Text,
		Sentences: sentences(d), Mentions: mentions(d, of), Entities: list, Times: times(d), Events: events(d, of),
	})
}

func sentences(d *extract.Document) []sentence {
	out := make([]sentence, 0, len(d.Sentences))
	for _, s := range d.Sentences {
		js := sentence{Start: s.Start, End: s.End, Tokens: make([]token, 0, s.Len())}
		for _, t := range d.Tokens[s.From:s.To] {
			head := -1
			if t.Head >= 0 {
				head = t.Head - s.From
			}
			js.Tokens = append(js.Tokens, token{t.Start, t.End, t.Lemma, t.UPOS, t.XPOS, head, t.Rel})
		}
		out = append(out, js)
	}
	return out
}

func mentions(d *extract.Document, of []string) []mention {
	out := make([]mention, 0, len(d.Mentions))
	for i, m := range d.Mentions {
		s := d.Span(m.At)
		j := mention{Start: s.Start, End: s.End, Kind: m.Kind, Form: m.Form, Entity: of[i]}
		for _, k := range m.Members {
			if of[k] != "" {
				j.Members = append(j.Members, of[k])
			}
		}
		for _, h := range m.Holds {
			s := d.Span(h.At)
			j.Holds = append(j.Holds, held{s.Start, s.End, h.Known})
		}
		out = append(out, j)
	}
	return out
}

func times(d *extract.Document) []timex {
	out := make([]timex, 0, len(d.Times))
	for _, t := range d.Times {
		s := d.Span(t.At)
		out = append(out, timex{s.Start, s.End, t.Type, t.Value, t.Mod, boundsOf(t.When)})
	}
	return out
}

func events(d *extract.Document, of []string) []event {
	out := make([]event, 0, len(d.Events)+len(d.Asides))
	a := 0
	for i := range d.Events {
		for ; a < len(d.Asides) && d.Asides[a].Head < d.Events[i].Head; a++ {
			out = append(out, eventOf(d, &d.Asides[a], true, of))
		}
		out = append(out, eventOf(d, &d.Events[i], false, of))
	}
	for ; a < len(d.Asides); a++ {
		out = append(out, eventOf(d, &d.Asides[a], true, of))
	}
	return out
}

func eventOf(d *extract.Document, e *extract.Event, minor bool, of []string) event {
	s := d.Span(e.At)
	j := event{Minor: minor,
		Start: s.Start, End: s.End, Lemma: e.Lemma, Label: e.Label, Type: e.Type, Code: e.Code, Status: e.Status,
		Roles: []role{}, When: whenOf(e.When), Place: id(of, e.Place), Attribution: []said{}, Quantities: e.Quantities,
		Factuality: math.Round(100*e.Fact) / 100,
	}
	for _, r := range e.Roles {
		s := d.Span(r.At)
		j.Roles = append(j.Roles, role{r.Name, s.Start, s.End, id(of, r.Mention), r.Text})
	}
	for _, a := range e.Attribution {
		s := d.Span(a.At)
		j.Attribution = append(j.Attribution, said{id(of, a.Mention), s.Start, s.End, a.Text, a.Verb})
	}
	if s := d.Span(e.Cue); e.Cue.Len() > 0 {
		j.Cue = &cue{s.Start, s.End, d.String(e.Cue)}
	}
	return j
}

// id is the entity of mention i, "" for none.
func id(of []string, i int) string {
	if i < 0 || i >= len(of) {
		return ""
	}
	return of[i]
}
