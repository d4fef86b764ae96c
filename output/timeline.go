package output

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"dateline/graph"
)

// timeline is what text and page have in common: the events in order, under headings, in words.
type timeline struct {
	Title    string
	Summary  string // "38 events from 4 articles, 13 to 16 November 2015"
	Top      []*entry
	Sections []section
}

// section is a day, a month, a year, a decade, or "Without a date".
type section struct {
	Title  string
	Day    string // "Sun 15 Nov 2015" where it is a day
	Part   string // the month, or the title where it is no day
	Anchor string // "t2015-11"; unique
	Items  []*entry
}

// entry is one event in words, which are found when they are asked for: a timeline may have a hundred thousand. All
// strings are clean.
type entry struct {
	Event *graph.Event
	index *index
	year  int // of the heading that it stands under, noYear under none
}

// source is an article as a reader would cite it.
type source struct {
	ID, Title, Publisher, When string
	URL                        string // only http and https
	Copy                       bool
}

// index finds what IDs stand for.
type index struct {
	graph     *graph.Graph
	entities  map[string]*graph.Entity
	sources   map[string]*graph.Source
	events    map[string]*graph.Event
	relations map[string][]*graph.Relation // by both ends
	cited     map[string]*source           // those asked for so far
}

func newIndex(g *graph.Graph) *index {
	x := &index{graph: g, entities: make(map[string]*graph.Entity, len(g.Entities)), sources: make(map[string]*graph.Source, len(g.Sources)),
		events: make(map[string]*graph.Event, len(g.Events)), relations: make(map[string][]*graph.Relation, len(g.Relations)), cited: map[string]*source{}}
	for i := range g.Entities {
		x.entities[g.Entities[i].ID] = &g.Entities[i]
	}
	for i := range g.Sources {
		x.sources[g.Sources[i].ID] = &g.Sources[i]
	}
	for i := range g.Events {
		x.events[g.Events[i].ID] = &g.Events[i]
	}
	for i := range g.Relations {
		r := &g.Relations[i]
		x.relations[r.From] = append(x.relations[r.From], r)
		if r.To != r.From {
			x.relations[r.To] = append(x.relations[r.To], r)
		}
	}
	return x
}

// title is the clean name of an entity or the label of an event.
func (x *index) title(id string) string {
	if e := x.events[id]; e != nil {
		return labelOf(e)
	}
	return x.name(id)
}

// labelOf is the clean label of an event; its ID where nothing of the label can be shown.
func labelOf(e *graph.Event) string { return cmp.Or(clean(e.Label), clean(e.ID)) }

// name is the clean name of an entity, its ID where the graph lacks it.
func (x *index) name(id string) string {
	if e := x.entities[id]; e != nil {
		return nameOf(e)
	}
	return clean(id)
}

// nameOf is the clean name of an entity; its ID where nothing of the name can be shown.
func nameOf(e *graph.Entity) string { return cmp.Or(clean(e.Name), clean(e.ID)) }

// badges are the words for what did not simply happen.
var badges = map[graph.Status]string{
	graph.Planned: "planned", graph.Possible: "possible", graph.Denied: "denied", graph.Cancelled: "cancelled",
	graph.Reported: "claimed", graph.Unknown: "unclear",
}

// newTimeline puts the events of g in order and into words.
func newTimeline(g *graph.Graph, o Options) *timeline {
	x := newIndex(g)
	entries := make([]*entry, len(g.Events))
	for i := range g.Events {
		entries[i] = x.entry(&g.Events[i])
	}
	slices.SortStableFunc(entries, func(a, b *entry) int { return compareEvents(a.Event, b.Event) })
	t := &timeline{Title: clean(o.Title), Summary: summary(g, o), Top: topEntries(entries), Sections: sections(entries)}
	if t.Title == "" {
		t.Title = "Timeline"
	}
	return t
}

// entry puts one event into words.
func (x *index) entry(e *graph.Event) *entry { return &entry{e, x, noYear} }

// When is "15 November 2015"; empty if unknown.
func (n *entry) When() string { return n.Event.When.Words() }

// Brief is "Sun 15 Nov 2015".
func (n *entry) Brief() string { return shortWhen(n.Event.When, noYear) }

// Short is "Sun 15 Nov" beside a heading that says the year.
func (n *entry) Short() string { return shortWhen(n.Event.When, n.year) }

// Label is what happened.
func (n *entry) Label() string { return labelOf(n.Event) }

// Badge is "planned"; empty where it simply happened.
func (n *entry) Badge() string { return badges[n.Event.Status] }

// Contact is the kind of contact between the sides, cooperation or conflict; empty where it is neither.
func (n *entry) Contact() string { return contactOf(n.Event) }

// Where is the place; empty if unknown.
func (n *entry) Where() string {
	if n.Event.Place == "" {
		return ""
	}
	return n.index.name(n.Event.Place)
}

// Says is who says so, each once.
func (n *entry) Says() (list []string) {
	for _, a := range n.Event.Attribution {
		who := clean(a.Text)
		if a.Source != "" {
			who = n.index.name(a.Source)
		}
		if who != "" && !slices.Contains(list, who) {
			list = append(list, who)
		}
	}
	return list
}

// From are the articles, copies last.
func (n *entry) From() []*source { return n.index.from(n.Event.Seen) }

// Copies is how many of From are near copies.
func (n *entry) Copies() (copies int) {
	for _, s := range n.From() {
		copies += b2i(s.Copy)
	}
	return copies
}

// Lone tells that there is but one article, so that naming it says nothing.
func (n *entry) Lone() bool { return len(n.index.sources) < 2 }

// source is an article by its ID.
func (x *index) source(id string) *source {
	s := x.cited[id]
	if s != nil {
		return s
	}
	s = &source{ID: id}
	if a := x.sources[id]; a != nil {
		s = &source{id, clean(a.Title), clean(a.Publisher), a.Published.Words(), webURL(a.Origin), a.CopyOf != ""}
	}
	x.cited[id] = s
	return s
}

// from lists the articles of the evidence, those that stand on their own first.
func (x *index) from(seen []graph.Evidence) []*source {
	var list []*source
	for _, v := range seen {
		if slices.ContainsFunc(list, func(s *source) bool { return s.ID == v.Source }) {
			continue
		}
		list = append(list, x.source(v.Source))
	}
	slices.SortStableFunc(list, func(a, b *source) int { return cmp.Compare(b2i(a.Copy), b2i(b.Copy)) })
	return list
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// compareEvents is the order of the timeline: the places that the graph has worked out, which also fit undated events
// in; then the dates; events of which nothing is known come last.
func compareEvents(a, b *graph.Event) int {
	return cmp.Or(
		cmp.Compare(b2i(!placed(a)), b2i(!placed(b))),
		cmp.Compare(a.Order, b.Order),
		start(a.When.Best()).Compare(start(b.When.Best())),
		a.When.Best().Last.Compare(b.When.Best().Last),
		cmp.Compare(a.ID, b.ID),
	)
}

// placed tells whether anything is known of when e was.
func placed(e *graph.Event) bool { return e.Order > 0 || e.When.Time.Known() }

// start is the day under which a time is listed: its first, or its last where it is open towards the past.
func start(t graph.Time) graph.Date {
	if t.First.Known() {
		return t.First
	}
	return t.Last
}

// summary says in one line how much there is and from when.
func summary(g *graph.Graph, o Options) string {
	var span graph.Time
	undated := 0
	for i := range g.Events {
		if !g.Events[i].When.Time.Known() {
			undated++
		}
		span = widen(span, g.Events[i].When.Time)
	}
	articles := len(g.Sources) // also those that tell of nothing
	if o.Part != "" {
		articles = tellers(g)
	}
	parts := []string{count(len(g.Events), "event") + " from " + count(articles, "article")}
	if span.First.Known() {
		span.Grain = graph.Stretch
		if span.First == span.Last {
			span.Grain = graph.Day
		}
		parts = append(parts, span.Words())
	}
	if undated > 0 && undated < len(g.Events) {
		parts = append(parts, fmt.Sprintf("%d undated", undated))
	}
	if o.Part != "" {
		parts = append(parts, "only "+clean(o.Part))
	}
	return strings.Join(parts, " · ")
}

// tellers is how many articles tell the events.
func tellers(g *graph.Graph) int {
	told := map[string]bool{}
	for i := range g.Events {
		for _, s := range g.Events[i].Seen {
			told[s.Source] = true
		}
	}
	return len(told)
}
