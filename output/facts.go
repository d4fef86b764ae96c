package output

import (
	"iter"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"dateline/graph"
)

// What the files for other programs have in common. They all show the same network: entities and events are its nodes;
// who takes part in an event, where it was and who tells it are its edges, and so are relations. Text of articles is
// cleaned (see clean) in all of them but YAML, JSON and the JSON Lines of events; what is not known is left out.

// inOrder gives the events in the order of the timeline.
func (x *index) inOrder() []*graph.Event {
	events := make([]*graph.Event, len(x.graph.Events))
	for i := range x.graph.Events {
		events[i] = &x.graph.Events[i]
	}
	slices.SortStableFunc(events, compareEvents)
	return events
}

// edge is a line of the network.
type edge struct {
	ID, From, To string
	Kind         string // role of the entity To in the event From, "source" for who says so, or the type of a relation
	When         graph.When
	Weight       int     // number of sources
	Score        float64 // 0…1, 0 where unknown
}

// edges gives the lines of the network, events first. Both ends exist, and no two have the same ID.
func (x *index) edges() iter.Seq[edge] {
	return func(yield func(edge) bool) {
		for i := range x.graph.Events {
			e := &x.graph.Events[i]
			for k, t := range x.takers(e) {
				line := edge{edgeID(e, k), e.ID, t.ID, t.Role, e.When, max(e.Articles, 1), confidence(e.Seen)}
				if !yield(line) {
					return
				}
			}
		}
		for i := range x.graph.Relations {
			r := &x.graph.Relations[i]
			if x.joins(r) && !yield(edge{r.ID, r.From, r.To, r.Type, r.When, len(r.Seen), confidence(r.Seen)}) {
				return
			}
		}
	}
}

// edgeID is the ID of the edge to one of the takers of an event, counted from 0.
func edgeID(e *graph.Event, k int) string { return e.ID + "#" + strconv.Itoa(k+1) }

// joins tells whether both ends of a relation are there, two entities or two events.
func (x *index) joins(r *graph.Relation) bool {
	return x.entities[r.From] != nil && x.entities[r.To] != nil || x.events[r.From] != nil && x.events[r.To] != nil
}

// taker is an entity that takes part in an event.
type taker struct{ Role, ID string }

// takers are the entities of an event: those in its roles, its place, who says so. None is there twice in one role.
func (x *index) takers(e *graph.Event) []taker {
	list := make([]taker, 0, len(e.Roles)+2)
	add := func(role, id string) {
		if t := (taker{clean(role), id}); x.entities[id] != nil && !slices.Contains(list, t) {
			list = append(list, t)
		}
	}
	for _, r := range e.Roles {
		add(r.Name, r.Entity)
	}
	add("place", e.Place)
	for _, a := range e.Attribution {
		add("source", a.Source)
	}
	return list
}

// roles are the names, or the words, of those in one of the roles of an event.
func (x *index) roles(e *graph.Event, names ...string) []string {
	var list []string
	for _, r := range e.Roles {
		if !slices.Contains(names, r.Name) {
			continue
		}
		who := clean(r.Text)
		if r.Entity != "" {
			who = x.name(r.Entity)
		}
		if who != "" && !slices.Contains(list, who) {
			list = append(list, who)
		}
	}
	return list
}

// The roles of those who act, and of those to whom it is done.
var (
	acting   = []string{"agent"}
	affected = []string{"patient", "recipient", "beneficiary"}
)

// headline is the label of an event, behind the word for what did not simply happen: "[planned] Cameron meets Putin".
func (n *entry) headline() string {
	if n.Badge() != "" {
		return "[" + n.Badge() + "] " + n.Label()
	}
	return n.Label()
}

// told is the first sentence that tells the event.
func told(e *graph.Event) string {
	if len(e.Seen) == 0 {
		return ""
	}
	return clean(e.Seen[0].Quote)
}

// confidence is the best score of the evidence, 0…1; 0 where no rule says how sure it is.
func confidence(seen []graph.Evidence) float64 {
	best := 0.0
	for i := range seen {
		best = max(best, seen[i].Score)
	}
	return min(best, 1)
}

// key is an ID of ours as it stands in files: itself where it can be shown, else escaped by anchor. Different IDs stay
// different.
func key(id string) string {
	if strings.IndexByte(id, '~') < 0 && clean(id) == id {
		return id
	}
	return anchor(id)
}

// latest is the last day on which one of the sources was published: the date of all that is made of them, so that files
// need no clock. It is no date where none is known.
func (x *index) latest() graph.Date {
	var last graph.Date
	for i := range x.graph.Sources {
		if d := x.graph.Sources[i].Published.Last; d.Known() && (!last.Known() || d.After(last)) {
			last = d
		}
	}
	return last
}

// webURL is the address of an article, empty where it came from somewhere else than the web.
func webURL(origin string) string {
	u, err := url.Parse(origin)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.User != nil {
		return ""
	}
	return u.String()
}

// url is the address of the first source of an event that has one.
func (x *index) url(e *graph.Event) string {
	for i := range e.Seen {
		if u := x.source(e.Seen[i].Source).URL; u != "" {
			return u
		}
	}
	return ""
}

// precisions are words for how finely a time is known, by grain.
var precisions = [...]string{graph.NoGrain: "", graph.Day: "day", graph.Week: "week", graph.Month: "month", graph.Season: "season",
	graph.Quarter: "quarter", graph.Year: "year", graph.Decade: "decade", graph.Century: "century", graph.Stretch: "stretch", graph.Within: "within"}

// precision is how finely t is known, in a word; "open" where only one end is.
func precision(t graph.Time) string {
	if t.Open() {
		return "open"
	}
	return precisions[t.Grain]
}

// certain is the part of the date that is sure, after ISO 8601: 2015-09-30, 2015-09, 2015, or nothing. It is what
// formats take that know no intervals.
func certain(t graph.Time) string {
	f, l := t.First, t.Last
	switch {
	case !f.Known() || !l.Known() || f.Year != l.Year || f.Year < 1:
		return ""
	case f.Month != l.Month:
		return f.String()[:len("2015")]
	case f.Day != l.Day:
		return f.String()[:len("2015-09")]
	}
	return f.String()
}

// shortenBytes cuts clean text to at most max bytes, between characters.
func shortenBytes(s string, max int) string {
	if len(s) <= max {
		return s
	}
	cut := max
	for cut > 0 && !utf8.RuneStart(s[cut]) {
		cut--
	}
	return strings.TrimRight(s[:cut], " ")
}
