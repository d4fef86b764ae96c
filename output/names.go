package output

import (
	"cmp"
	"slices"
	"strings"

	"dateline/graph"
)

// kindNames are the names of one kind, most linked first.
type kindNames struct {
	Title string
	Names []pageName
}

// pageName is one line of the index.
type pageName struct {
	Name, Anchor, Kind string
	Aliases            []string
	Events             []*entry // the first maxListed
	Count              int      // of all events
	Ties               []tie    // states that last: "head of United States"
}

// How many events the index lists under one name, and how many names the filter offers.
const (
	maxListed  = 40
	maxOffered = 300
)

// tie is a state between two entities, or the order of two events, as one of them sees it: "head of United States".
type tie struct {
	ID            string // anchor, only where the one who sees it is From
	Before, After string // what stands before and after the link to the other
	Name, Anchor  string // of the other
	When          string
	Quotes        []quote // only at From
}

// tiesOf are the relations of an entity or event.
func (x *index) tiesOf(id string) []tie {
	var list []tie
	for _, r := range x.relations[id] {
		what := strings.ReplaceAll(clean(r.Type), "-", " ")
		t := tie{When: shortTime(r.When.Time, noYear)}
		switch {
		case r.From == id:
			t.ID, t.Before, t.Name, t.Anchor = anchor(r.ID), what, x.title(r.To), anchor(r.To)
			for i := range r.Seen[:min(len(r.Seen), 2)] {
				t.Quotes = append(t.Quotes, x.quote(&r.Seen[i]))
			}
		case r.Type == graph.Before:
			t.Before, t.Name, t.Anchor = "after", x.title(r.From), anchor(r.From)
		case r.Type == graph.SubEvent:
			t.Before, t.Name, t.Anchor = "its part:", x.title(r.From), anchor(r.From)
		default:
			t.Name, t.Anchor, t.After = x.title(r.From), anchor(r.From), what
		}
		list = append(list, t)
	}
	return list
}

// names makes the index: who and what takes part in events or has lasting ties, by kind, those with most events first.
func (x *index) names(sections []section) []kindNames {
	events := map[string][]*entry{}
	for _, s := range sections {
		for _, n := range s.Items {
			for _, id := range n.ids() {
				events[id] = append(events[id], n)
			}
		}
	}
	list := make([]kindNames, len(looks))
	for i := range x.graph.Entities {
		e := &x.graph.Entities[i]
		ties := x.tiesOf(e.ID)
		if len(events[e.ID])+len(ties) == 0 {
			continue
		}
		kind := lookOf(e.Kind)
		at := slices.IndexFunc(looks, func(l look) bool { return l.Name == kind.Name })
		name := pageName{Name: nameOf(e), Anchor: anchor(e.ID), Kind: kind.Name, Events: events[e.ID], Count: len(events[e.ID]), Ties: ties}
		name.Events = name.Events[:min(len(name.Events), maxListed)]
		for _, a := range e.Aliases {
			name.Aliases = append(name.Aliases, clean(a))
		}
		list[at].Names = append(list[at].Names, name)
	}
	for i := range list {
		list[i].Title = looks[i].Plural
		slices.SortStableFunc(list[i].Names, func(a, b pageName) int { return cmp.Compare(b.Count, a.Count) })
	}
	return slices.DeleteFunc(list, func(k kindNames) bool { return len(k.Names) == 0 })
}

// offers are the names with most events.
func offers(kinds []kindNames) []kindNames {
	var counts []int
	for _, k := range kinds {
		for _, n := range k.Names {
			counts = append(counts, n.Count)
		}
	}
	slices.SortFunc(counts, func(a, b int) int { return cmp.Compare(b, a) })
	least := 0
	if len(counts) > maxOffered {
		least = counts[maxOffered] + 1 // names with the same count are all in or all out
	}
	var list []kindNames
	for _, k := range kinds {
		end := slices.IndexFunc(k.Names, func(n pageName) bool { return n.Count < least })
		if end < 0 {
			end = len(k.Names)
		}
		if end > 0 {
			list = append(list, kindNames{k.Title, k.Names[:end]})
		}
	}
	return list
}

// ids are the entities of an event, each once: its roles, its place, who says so.
func (n *entry) ids() []string {
	var list []string
	add := func(id string) {
		if id != "" && !slices.Contains(list, id) {
			list = append(list, id)
		}
	}
	for _, r := range n.Event.Roles {
		add(r.Entity)
	}
	add(n.Event.Place)
	for _, a := range n.Event.Attribution {
		add(a.Source)
	}
	return list
}
