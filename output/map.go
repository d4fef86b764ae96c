package output

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"dateline/graph"
)

// How much a picture can hold and still be read, and how much the layout can take in a second.
const (
	readableNodes, readableEdges = 36, 54
	possibleNodes, possibleEdges = 120, 160
)

// Map draws who did what with whom: the people, organisations and places with the weightiest links between them.
func Map(w io.Writer, g *graph.Graph, o Options) error {
	c, p, err := plot(newChart(g, o))
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, draw(c, p))
	return err
}

// plot lays a chart out. Where that fails, it tries half of it, then a quarter, and the picture says what is left out.
func plot(c *chart) (*chart, *placement, error) {
	for {
		p, err := layout(c)
		if err == nil || len(c.Nodes) < 8 {
			return c, p, err
		}
		c = c.trim(len(c.Nodes)/2, len(c.Links)/2)
	}
}

// chart is what a map shows, before anything has a place: weightiest first.
type chart struct {
	Title    string
	Subtitle string
	Page     string // address of the timeline, for links
	Nodes    []*node
	Links    []*link
	// All and AllLinks are how many there were before the trimming.
	All, AllLinks int
	index         *index
}

// node is one entity in the map.
type node struct {
	Entity *graph.Entity
	Name   string
	Weight int // sum of its links
	Rank   int // place by weight, from 0
}

// link is the bundle of all events between two entities.
type link struct {
	From, To *node
	Events   []*graph.Event // weightiest first
	Weight   int
	// Forward and Back tell whether From did something to To, and the other way round; neither: they acted together.
	Forward, Back bool
}

// newChart takes the weightiest part of the graph that can be read.
func newChart(g *graph.Graph, o Options) *chart {
	c := &chart{Title: clean(o.Title), Subtitle: summary(g), Page: o.Page, index: newIndex(g)}
	if c.Title == "" {
		c.Title = "Who did what with whom"
	}
	if c.Page == "" {
		c.Page = "timeline.html"
	}
	c.collect(g)
	c.All, c.AllLinks = len(c.Nodes), len(c.Links)
	nodes := min(cmp.Or(o.MaxNodes, readableNodes), possibleNodes)
	edges := min(cmp.Or(o.MaxEdges, readableEdges), possibleEdges)
	return c.trim(nodes, edges)
}

// collect bundles the events of the graph into links.
func (c *chart) collect(g *graph.Graph) {
	nodes := map[string]*node{}
	links := map[[2]string]*link{}
	for i := range g.Events {
		list := ties(&g.Events[i])
		share := 4 * weight(&g.Events[i]) / (3 + len(list)) // a list of many names is not many stories
		for _, t := range list {
			if c.index.entities[t.from] == nil || c.index.entities[t.to] == nil || t.from == t.to {
				continue
			}
			c.tie(nodes, links, &g.Events[i], t, share)
		}
	}
	for _, l := range c.Links {
		slices.SortStableFunc(l.Events, func(a, b *graph.Event) int {
			return cmp.Or(cmp.Compare(weight(b), weight(a)), compareEvents(a, b))
		})
	}
	slices.SortStableFunc(c.Links, func(a, b *link) int {
		return cmp.Or(cmp.Compare(b.Weight, a.Weight), cmp.Compare(a.id(), b.id()))
	})
}

// tie adds one event to the bundle between two entities, with its share of the weight.
func (c *chart) tie(nodes map[string]*node, links map[[2]string]*link, e *graph.Event, t tie, share int) {
	find := func(id string) *node {
		if nodes[id] == nil {
			entity := c.index.entities[id]
			nodes[id] = &node{Entity: entity, Name: clean(entity.Name)}
			c.Nodes = append(c.Nodes, nodes[id])
		}
		return nodes[id]
	}
	key := [2]string{min(t.from, t.to), max(t.from, t.to)}
	l := links[key]
	if l == nil {
		l = &link{From: find(t.from), To: find(t.to)}
		links[key] = l
		c.Links = append(c.Links, l)
	}
	if !slices.Contains(l.Events, e) {
		l.Events = append(l.Events, e)
		l.Weight += share
		l.From.Weight += share
		l.To.Weight += share
	}
	if t.directed {
		l.Forward = l.Forward || l.From.Entity.ID == t.from
		l.Back = l.Back || l.From.Entity.ID == t.to
	}
}

// id orders links of the same weight.
func (l *link) id() string { return l.From.Entity.ID + "\x00" + l.To.Entity.ID }

// tie is one pair of entities that an event brings together.
type tie struct {
	from, to string
	directed bool
}

// ties are the pairs of an event: each agent with each other agent, with each patient and each recipient. Where only
// one takes part, it is tied to the place of the event.
func ties(e *graph.Event) []tie {
	agents, others := participants(e)
	var list []tie
	for i, a := range agents {
		for _, b := range agents[i+1:] {
			list = append(list, tie{a, b, false})
		}
		for _, b := range others {
			list = append(list, tie{a, b, true})
		}
	}
	if len(agents)+len(others) == 1 && e.Place != "" {
		list = append(list, tie{append(agents, others...)[0], e.Place, false})
	}
	return list
}

// participants are the entities that act in an event, and those acted upon; each once, in the order of the roles.
func participants(e *graph.Event) (agents, others []string) {
	for _, r := range e.Roles {
		if r.Entity == "" {
			continue
		}
		switch r.Name {
		case "agent":
			if !slices.Contains(agents, r.Entity) {
				agents = append(agents, r.Entity)
			}
		case "patient", "recipient":
			if !slices.Contains(others, r.Entity) {
				others = append(others, r.Entity)
			}
		}
	}
	others = slices.DeleteFunc(others, func(id string) bool { return slices.Contains(agents, id) })
	return agents, others
}

// trim keeps the weightiest links, and with them the entities that they join, up to the given numbers.
func (c *chart) trim(maxNodes, maxLinks int) *chart {
	t := *c
	t.Nodes, t.Links = nil, nil
	for _, l := range c.Links {
		var fresh []*node
		for _, n := range []*node{l.From, l.To} {
			if !slices.Contains(t.Nodes, n) {
				fresh = append(fresh, n)
			}
		}
		if len(t.Links) < maxLinks && len(t.Nodes)+len(fresh) <= maxNodes {
			t.Nodes = append(t.Nodes, fresh...)
			t.Links = append(t.Links, l)
		}
	}
	slices.SortStableFunc(t.Nodes, func(a, b *node) int {
		return cmp.Or(cmp.Compare(b.Weight, a.Weight), cmp.Compare(a.Entity.ID, b.Entity.ID))
	})
	for i, n := range t.Nodes {
		n.Rank = i
	}
	return &t
}

// leftOut says what the picture does not show; empty if it shows all.
func (c *chart) leftOut() string {
	if c.All == len(c.Nodes) && c.AllLinks == len(c.Links) {
		return ""
	}
	return fmt.Sprintf("Shown are the %d weightiest of %d names and %d of %d links between them; all events are in the timeline.",
		len(c.Nodes), c.All, len(c.Links), c.AllLinks)
}

// status is how a link is drawn: as its events if they agree, else as what happened.
func (l *link) status() graph.Status {
	first := lineOf(l.Events[0].Status)
	for _, e := range l.Events[1:] {
		if lineOf(e.Status) != first {
			return graph.Happened
		}
	}
	return first
}

// lineOf puts statuses that are drawn alike into one.
func lineOf(s graph.Status) graph.Status {
	switch s {
	case graph.Possible:
		return graph.Planned
	case graph.Cancelled:
		return graph.Denied
	case graph.Unknown:
		return graph.Reported
	}
	return s
}

// label is what stands at a link: what happened, and below it when. Of a bundle, the two weightiest and the number of
// the others: "met, agreed +3", "28 Sep – 15 Nov 2015".
func (l *link) label() []string {
	var verbs []string
	for _, e := range l.Events {
		if v := verb(e); len(verbs) < 2 && !slices.Contains(verbs, v) && width2(verbs, v) <= 26 {
			verbs = append(verbs, v)
		}
	}
	what := strings.Join(verbs, ", ")
	if more := len(l.Events) - len(verbs); more > 0 {
		what += fmt.Sprintf(" +%d", more)
	}
	lines := []string{what}
	if when := span(l.Events); when != "" {
		lines = append(lines, when)
	}
	return lines
}

// width2 is the length of a list of words with one more.
func width2(words []string, more string) int {
	if len(words) == 0 {
		return 0
	}
	return utf8.RuneCountInString(strings.Join(words, ", ")) + 2 + utf8.RuneCountInString(more)
}

// verb is what happened in a word or two: the trigger as written, with the particle that its lemma has, and the
// status where it did not simply happen.
func verb(e *graph.Event) string {
	v := clean(e.Trigger)
	if v == "" {
		v = clean(e.Lemma)
	}
	if _, particle, ok := strings.Cut(clean(e.Lemma), " "); ok && !strings.Contains(v, " ") {
		v += " " + particle
	}
	v = shorten(v, 24)
	if b := badges[e.Status]; b != "" && v != b {
		v += " (" + b + ")"
	}
	return v
}

// span is the time of a bundle: of one event its date, of several the first to the last, by months if far apart.
func span(events []*graph.Event) string {
	var t graph.Time
	for _, e := range events {
		w := e.When.Time
		if !w.Known() {
			continue
		}
		if s := start(w); !t.First.Known() || s.Before(t.First) {
			t.First = s
		}
		if s := cmp.Or(w.Last, w.First); s.After(t.Last) || !t.Last.Known() {
			t.Last = s
		}
	}
	if len(events) == 1 {
		t = events[0].When.Time
	}
	if t.First.Known() && t.Last.Known() && t.Last.DaysSince(t.First) > 31 && len(events) > 1 {
		t.First.Day, t.Last.Day = 1, graph.DaysIn(t.Last.Year, t.Last.Month)
	}
	if len(events) > 1 {
		t.Grain = graph.Stretch
	}
	s := shortTime(t, -1<<20)
	for _, day := range dayNames[1:] {
		s = strings.Replace(s, day+" ", "", 1)
	}
	return s
}

// tip is the text that appears over a link: its ends and its events, in the order of time.
func (l *link) tip() string {
	events := slices.Clone(l.Events)
	slices.SortStableFunc(events, compareEvents)
	lines := []string{l.From.Name + " – " + l.To.Name}
	for _, e := range events[:min(len(events), 10)] {
		line := clean(e.Label)
		if when := e.When.Time.Words(); when != "" {
			line = when + ": " + line
		}
		if b := badges[e.Status]; b != "" {
			line += " (" + b + ")"
		}
		lines = append(lines, line)
	}
	if len(events) > 10 {
		lines = append(lines, fmt.Sprintf("and %d more", len(events)-10))
	}
	return strings.Join(lines, "\n")
}

// tip is the text that appears over an entity.
func (n *node) tip() string {
	lines := []string{n.Name + " (" + kindName(n.Entity.Kind) + ")"}
	if len(n.Entity.Aliases) > 0 {
		aliases := make([]string, 0, 6)
		for _, a := range n.Entity.Aliases[:min(6, len(n.Entity.Aliases))] {
			aliases = append(aliases, clean(a))
		}
		lines = append(lines, "also: "+strings.Join(aliases, ", "))
	}
	lines = append(lines, count(n.Entity.Mentions, "mention")+" in "+count(n.Entity.Sources, "article"))
	return strings.Join(lines, "\n")
}
