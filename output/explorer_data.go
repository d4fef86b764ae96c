package output

import (
	"bufio"
	"cmp"
	"encoding/json"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"dateline/graph"
)

// The data of the explorer: the graph as its script wants it. Names, events and articles are called by their place in
// their list; days are counted from 1970-01-01; places in a text count UTF-16 units, as scripts do.
type (
	// seenSource is an article with its text, in which the evidence is shown.
	seenSource struct {
		ID        string `json:"id"`
		Title     string `json:"title"`
		Publisher string `json:"publisher,omitempty"`
		Published string `json:"published,omitempty"`
		URL       string `json:"url,omitempty"`
		Copy      bool   `json:"copy,omitempty"`
		Text      string `json:"text,omitempty"`
	}
	// seenName is an entity with its place in the network, in points, and the weight of its ties.
	seenName struct {
		ID     string   `json:"id"`
		Name   string   `json:"name"`
		Kind   int      `json:"kind"` // place in the list of kinds
		Also   []string `json:"also,omitempty"`
		X      int      `json:"x"`
		Y      int      `json:"y"`
		Weight int      `json:"weight"`
	}
	// seenEvent is an event in words.
	seenEvent struct {
		ID        string        `json:"id"`
		Label     string        `json:"label"`
		Verb      string        `json:"verb"` // what happened in a word or two
		When      string        `json:"when,omitempty"`
		Brief     string        `json:"brief,omitempty"`
		First     *int          `json:"first,omitempty"` // day; absent where it is open
		Last      *int          `json:"last,omitempty"`
		Badge     string        `json:"badge,omitempty"`
		Type      string        `json:"type,omitempty"`
		Contact   string        `json:"contact,omitempty"`
		Reason    string        `json:"reason,omitempty"`
		Roles     []seenRole    `json:"roles,omitempty"`
		Place     *int          `json:"place,omitempty"`
		Says      []string      `json:"says,omitempty"`
		Articles  int           `json:"articles"`
		Conflicts []string      `json:"conflicts,omitempty"`
		Weight    int           `json:"weight"`
		Seen      []seenPassage `json:"seen"`
	}
	// seenRole is one participant: a name, or words.
	seenRole struct {
		Role string `json:"role"`
		Name *int   `json:"name,omitempty"`
		Text string `json:"text,omitempty"`
	}
	// seenPassage is a sentence: Start, End, and From and To of the trigger within the article's text; or the quote
	// itself with the trigger within it, where the graph has no text.
	seenPassage struct {
		Source int    `json:"source"`
		Start  int    `json:"start"`
		End    int    `json:"end"`
		From   int    `json:"from"`
		To     int    `json:"to"`
		Bytes  [2]int `json:"bytes"` // of the sentence, for the citation
		Quote  string `json:"quote,omitempty"`
	}
	// seenTie is all that is between two names.
	seenTie struct {
		A         int           `json:"a"`
		B         int           `json:"b"`
		Events    []int         `json:"events,omitempty"`
		Relations []seenLasting `json:"relations,omitempty"`
	}
	// seenLasting is a state between two names: From and To may be turned round against the tie.
	seenLasting struct {
		From int           `json:"from"`
		What string        `json:"what"`
		When string        `json:"when,omitempty"`
		Seen []seenPassage `json:"seen"`
	}
)

// ExplorerData writes the data of the explorer as one JSON object that can stand inside a page: no "<" is in it.
func ExplorerData(w io.Writer, g *graph.Graph, o Options) error {
	v := newView(g)
	b := bufio.NewWriter(w)
	put := func(prefix string, value any) error {
		text, err := json.Marshal(value)
		if err != nil {
			return err
		}
		b.WriteString(prefix)
		_, err = b.Write(text)
		return err
	}
	err := cmp.Or(
		put(`{"title":`, explorerTitle(o)),
		put(`,"summary":`, summary(g, o)),
		put(`,"kinds":`, kindNamesOf(looks)),
		writeList(b, put, "sources", len(g.Sources), func(i int) any { return v.source(&g.Sources[i]) }),
		writeList(b, put, "names", len(g.Entities), func(i int) any { return v.name(i) }),
		writeList(b, put, "events", len(v.events), func(i int) any { return v.event(v.events[i]) }),
		writeList(b, put, "ties", len(v.ties), func(i int) any { return v.ties[i] }),
	)
	if err != nil {
		return err
	}
	b.WriteString("}")
	return b.Flush()
}

// writeList writes one list, an element at a time.
func writeList(b *bufio.Writer, put func(string, any) error, name string, n int, element func(int) any) error {
	b.WriteString(`,"` + name + `":[`)
	for i := range n {
		separator := ",\n"
		if i == 0 {
			separator = "\n"
		}
		if err := put(separator, element(i)); err != nil {
			return err
		}
	}
	_, err := b.WriteString("]")
	return err
}

func kindNamesOf(looks []look) (names []string) {
	for i := range looks {
		names = append(names, looks[i].Name)
	}
	return names
}

// view turns IDs into places in the lists that the explorer gets.
type view struct {
	*index
	events    []*graph.Event // in the order of the timeline
	ties      []seenTie
	names     map[string]int
	articles  map[string]int
	at        map[string]int // events by ID
	lasting   map[string]*graph.Relation
	rulers    map[string]*ruler
	positions []point
	weights   []int
}

func newView(g *graph.Graph) *view {
	v := &view{index: newIndex(g), names: map[string]int{}, articles: map[string]int{}, at: map[string]int{}, lasting: map[string]*graph.Relation{},
		rulers: map[string]*ruler{}, weights: make([]int, len(g.Entities))}
	for i := range g.Entities {
		v.names[g.Entities[i].ID] = i
	}
	for i := range g.Sources {
		v.articles[g.Sources[i].ID] = i
		v.rulers[g.Sources[i].ID] = newRuler(g.Sources[i].Text)
	}
	for i := range g.Relations {
		v.lasting[g.Relations[i].ID] = &g.Relations[i]
	}
	for i := range g.Events {
		v.events = append(v.events, &g.Events[i])
	}
	slices.SortStableFunc(v.events, compareEvents)
	for i, e := range v.events {
		v.at[e.ID] = i
	}
	v.tie(graph.NewNetwork(g).Ties())
	links := make([][2]int, len(v.ties))
	for i, t := range v.ties {
		links[i] = [2]int{t.A, t.B}
	}
	v.positions = spread(len(g.Entities), links, v.weights)
	return v
}

func (v *view) source(s *graph.Source) seenSource {
	return seenSource{ID: clean(s.ID), Title: cmp.Or(clean(s.Title), clean(s.ID)), Publisher: clean(s.Publisher), Published: s.Published.Words(),
		URL: webURL(s.Origin), Copy: s.CopyOf != "", Text: showText(s.Text)}
}

func (v *view) name(i int) seenName {
	e := &v.graph.Entities[i]
	n := seenName{ID: e.ID, Name: nameOf(e), Kind: slices.IndexFunc(looks, func(l look) bool { return l.Name == lookOf(e.Kind).Name }),
		X: int(v.positions[i].X), Y: int(v.positions[i].Y), Weight: v.weights[i]}
	for _, a := range e.Aliases {
		if a = clean(a); a != n.Name && a != "" {
			n.Also = append(n.Also, a)
		}
	}
	return n
}

func (v *view) event(e *graph.Event) seenEvent {
	n := v.entry(e)
	s := seenEvent{ID: e.ID, Label: n.Label(), Verb: verb(e), When: n.When(), Brief: n.Brief(), First: dayNumber(e.When.Time.First), Last: dayNumber(e.When.Time.Last),
		Badge: n.Badge(), Type: clean(e.Type), Contact: contactOf(e), Reason: clean(e.When.Reason), Place: v.nameAt(e.Place), Says: n.Says(),
		Articles: e.Articles, Weight: e.Weight()}
	for _, c := range e.Conflicts {
		s.Conflicts = append(s.Conflicts, clean(c))
	}
	for _, r := range e.Roles {
		role := seenRole{Role: clean(r.Name), Name: v.nameAt(r.Entity), Text: shorten(clean(r.Text), 120)}
		if role.Name != nil || role.Text != "" {
			s.Roles = append(s.Roles, role)
		}
	}
	for i := range e.Seen {
		s.Seen = append(s.Seen, v.passage(&e.Seen[i]))
	}
	return s
}

// tie makes one tie of those between two names, whichever way they point, and weighs the names.
func (v *view) tie(ties []*graph.Tie) {
	at := map[[2]int]int{}
	for _, t := range ties {
		a, b := v.names[t.From], v.names[t.To]
		v.weights[a] += t.Weight
		v.weights[b] += t.Weight
		key := [2]int{min(a, b), max(a, b)}
		k, ok := at[key]
		if !ok {
			k = len(v.ties)
			at[key] = k
			v.ties = append(v.ties, seenTie{A: key[0], B: key[1]})
		}
		s := &v.ties[k]
		for _, id := range t.Events {
			s.Events = append(s.Events, v.at[id])
		}
		slices.Sort(s.Events)
		s.Events = slices.Compact(s.Events)
		for _, id := range t.Relations {
			r := v.lasting[id]
			last := seenLasting{From: v.names[r.From], What: strings.ReplaceAll(clean(r.Type), "-", " "), When: r.When.Time.Words()}
			for i := range r.Seen {
				last.Seen = append(last.Seen, v.passage(&r.Seen[i]))
			}
			s.Relations = append(s.Relations, last)
		}
	}
}

// nameAt is the place of an entity in the list of names, nil if the graph lacks it.
func (v *view) nameAt(id string) *int {
	if i, ok := v.names[id]; ok {
		return &i
	}
	return nil
}

// passage finds a sentence and its trigger in the text of the article.
func (v *view) passage(e *graph.Evidence) seenPassage {
	p := seenPassage{Source: v.articles[e.Source], Bytes: [2]int{e.Start, e.End}}
	r, shift := v.rulers[e.Source], 0
	if r == nil || e.End > len(r.text) { // no text: the quote stands for it
		r, shift = newRuler(e.Quote), e.Start
		p.Quote = showText(e.Quote)
	}
	p.Start, p.End = r.units(e.Start-shift), r.units(e.End-shift)
	p.From, p.To = r.units(e.Trigger.Start-shift), r.units(e.Trigger.End-shift)
	return p
}

// dayNumber counts days from 1970-01-01; nil where the date is not known.
func dayNumber(d graph.Date) *int {
	if !d.Known() {
		return nil
	}
	n := d.Number()
	return &n
}

// ruler turns places in bytes into places in UTF-16 units.
type ruler struct {
	text  string
	marks []mark // the first character at or after each stride of bytes
}

// mark is one place, counted both ways.
type mark struct{ bytes, units int }

const stride = 256 // bytes

func newRuler(text string) *ruler {
	r := &ruler{text: text}
	units := 0
	for i, c := range text {
		if i >= len(r.marks)*stride {
			r.marks = append(r.marks, mark{i, units})
		}
		units += unitsOf(c)
	}
	return r
}

// units is the place of a byte offset; offsets outside the text are moved into it.
func (r *ruler) units(at int) int {
	at = min(max(at, 0), len(r.text))
	k := min(at/stride, len(r.marks)-1)
	if k < 0 {
		return 0
	}
	if r.marks[k].bytes > at {
		k--
	}
	n := r.marks[k].units
	for _, c := range r.text[r.marks[k].bytes:at] {
		n += unitsOf(c)
	}
	return n
}

func unitsOf(c rune) int {
	if c >= 0x10000 {
		return 2
	}
	return 1
}

// showText is the text of an article with every character that could play tricks on the screen replaced by one of the
// same number of units, so that all places in it stay right.
func showText(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case r < 0x20:
			return 0x2400 + r
		case r == 0x7f:
			return '␡'
		case r >= 0x80 && r < 0xa0, r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
			return utf8.RuneError
		}
		return r
	}, s)
}
