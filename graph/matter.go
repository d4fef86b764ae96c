package graph

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
)

// Matter is how much an event matters to a reader of the whole, and why.
type Matter struct {
	Event  string  // ID
	Weight float64 // above 0; only for comparing events of one graph
	Reason string  // a sentence: "told by 5 articles, 2 of them later; Barack Obama is in 14; it opens 3"
}

// The weights of what makes an event matter. Counts are taken by their logarithms: the fifth article adds less than the
// second.
const (
	byArticles  = 3.0 // independent articles that tell it
	byLater     = 1.5 // of these, those published a day or more after the first
	byLead      = 1.5 // share of its articles that open with it
	byCentre    = 2.0 // how widely the best known of those who take part is named, 0…1
	byHappening = 0.5 // it happened, and was not only planned or denied
	byDay       = 0.5 // its day is known
)

// leadSentences is how many sentences, with the title, open an article.
const leadSentences = 2

// Matters weighs all events of g, the weightiest first.
func Matters(g *Graph) []Matter {
	w := weigher{copyOf: g.copyOf(), published: map[string]Time{}, entities: map[string]*Entity{}}
	for i := range g.Sources {
		w.published[g.Sources[i].ID] = g.Sources[i].Published
	}
	for i := range g.Entities {
		e := &g.Entities[i]
		w.entities[e.ID] = e
		w.most = max(w.most, e.Sources)
	}
	all := make([]Matter, len(g.Events))
	for i := range g.Events {
		all[i] = w.weigh(&g.Events[i])
	}
	slices.SortFunc(all, func(a, b Matter) int { return cmp.Or(cmp.Compare(b.Weight, a.Weight), cmp.Compare(a.Event, b.Event)) })
	return all
}

// weigher is one call of Matters.
type weigher struct {
	copyOf    map[string]string
	published map[string]Time
	entities  map[string]*Entity
	most      int // sources of the entity that has most
}

func (w *weigher) weigh(e *Event) Matter {
	later, leads, sources := w.tellings(e)
	who, known := w.bestKnown(e)
	weight := byArticles*math.Log2(1+float64(e.Articles)) + byLater*math.Log2(1+float64(later)) + byLead*float64(leads)/float64(max(sources, 1)) +
		byCentre*math.Log2(1+float64(known))/math.Log2(2+float64(w.most))
	if e.Status == Happened {
		weight += byHappening
	}
	if e.When.Time.Grain == Day {
		weight += byDay
	}
	reason := fmt.Sprintf("told by %s", count(e.Articles, "article"))
	if later > 0 {
		reason += fmt.Sprintf(", %d of them later", later)
	}
	if who != "" {
		reason += fmt.Sprintf("; %s is in %d", who, known)
	}
	if leads > 0 {
		reason += fmt.Sprintf("; it opens %d", leads)
	}
	return Matter{e.ID, weight, reason}
}

// count is a number of things in words: "1 article", "3 articles".
func count(n int, thing string) string {
	if n != 1 {
		thing += "s"
	}
	return fmt.Sprintf("%d %s", n, thing)
}

// tellings counts the sources of an event, those that open with it, and the independent ones published after the first.
func (w *weigher) tellings(e *Event) (later, leads, sources int) {
	first := Time{}
	var originals []string
	opens := map[string]bool{}
	for i := range e.Seen {
		v := &e.Seen[i]
		opens[v.Source] = opens[v.Source] || v.Sentence < leadSentences
		if p := w.published[v.Source]; p.Known() && (!first.Known() || p.Compare(first) < 0) {
			first = p
		}
		if w.copyOf[v.Source] == "" {
			originals = append(originals, v.Source)
		}
	}
	for _, opened := range opens {
		leads += b2i(opened)
	}
	for _, id := range set(originals) {
		later += b2i(first.Precedes(w.published[id]))
	}
	return later, leads, len(opens)
}

// bestKnown is the entity of those that take part, the place aside, which most sources name, and how many do.
func (w *weigher) bestKnown(e *Event) (name string, sources int) {
	for _, r := range e.Roles {
		if x := w.entities[r.Entity]; x != nil && roleRank(r.Name) < core && x.Sources > sources {
			name, sources = x.Name, x.Sources
		}
	}
	return name, sources
}

// top are the IDs of the n events that matter most.
func top(g *Graph, n int) map[string]bool {
	kept := map[string]bool{}
	for _, m := range Matters(g)[:min(n, len(g.Events))] {
		kept[m.Event] = true
	}
	return kept
}

// around are the entities that are at most steps ties away from one of those given, themselves among them.
func around(g *Graph, from map[string]bool, steps int) map[string]bool {
	next := map[string][]string{}
	for _, t := range tiesOf(g) {
		next[t.From] = append(next[t.From], t.To)
		next[t.To] = append(next[t.To], t.From)
	}
	reached, edge := map[string]bool{}, []string(nil)
	for id := range from {
		reached[id] = true
		edge = append(edge, id)
	}
	for range steps {
		var further []string
		for _, id := range edge {
			for _, to := range next[id] {
				if !reached[to] {
					reached[to] = true
					further = append(further, to)
				}
			}
		}
		edge = further
	}
	return reached
}

// ErrNobody says that no entity has a name that was asked for.
type ErrNobody string

// Error names the name.
func (e ErrNobody) Error() string { return fmt.Sprintf("nobody and nothing is called %q", string(e)) }

// Find are the IDs of the entities that a name means, sorted: the one with it as ID, else those with just that name or alias, else those that have
// its words in theirs. It is ErrNobody where there is none.
func Find(g *Graph, name string) ([]string, error) {
	exact, parts := []string(nil), []string(nil)
	folded := fold(name, ' ')
	for i := range g.Entities {
		e := &g.Entities[i]
		if e.ID == name {
			return []string{name}, nil
		}
		for _, s := range append([]string{e.Name}, e.Aliases...) {
			if f := fold(s, ' '); f == folded {
				exact = append(exact, e.ID)
			} else if strings.Contains(" "+f+" ", " "+folded+" ") {
				parts = append(parts, e.ID)
			}
		}
	}
	switch {
	case folded == "" || len(exact)+len(parts) == 0:
		return nil, ErrNobody(name)
	case len(exact) > 0:
		return set(exact), nil
	}
	return set(parts), nil
}
