package annotate

import (
	"fmt"
	"sort"

	"dateline/extract"
	"dateline/graph"
)

// entity is the mentions of one thing within the article.
type entity struct {
	ID      string     `json:"id"` // e1, e2 … by first mention
	Name    string     `json:"name"`
	Kind    graph.Kind `json:"type"`
	Aliases []string   `json:"aliases"` // its other names in the text, sorted
}

// entities lists what the mentions name and gives for each mention the ID of its entity, "" where it has none: a chain
// of pronouns alone names nothing.
func entities(d *extract.Document) ([]entity, []string) {
	of := make([]string, len(d.Mentions))
	byFirst := map[int]int{} // first mention of a chain → index in list
	list := []entity{}
	for i, m := range d.Mentions {
		if m.Form == extract.Pronoun {
			continue
		}
		n, ok := byFirst[m.Same]
		if !ok {
			n = len(list)
			byFirst[m.Same] = n
			list = append(list, entity{ID: fmt.Sprintf("e%d", n+1), Kind: m.Kind})
		}
		of[i] = list[n].ID
	}
	for i, m := range d.Mentions {
		if n, ok := byFirst[m.Same]; ok {
			of[i] = list[n].ID
		}
	}
	for first, n := range byFirst {
		name(&list[n], d, first)
	}
	return list, of
}

// name fills Name, Kind and Aliases from the chain of the first mention: the longest name wins, the earliest of equals.
func name(e *entity, d *extract.Document, first int) {
	best, seen := -1, map[string]bool{}
	for i, m := range d.Mentions {
		if m.Same != first || m.Form == extract.Pronoun {
			continue
		}
		if better(d, i, best) {
			best = i
		}
		if m.Form == extract.Name {
			seen[d.String(m.At)] = true
		}
	}
	e.Name, e.Kind, e.Aliases = called(d, d.Mentions[best]), d.Mentions[best].Kind, []string{}
	for s := range seen {
		if s != e.Name {
			e.Aliases = append(e.Aliases, s)
		}
	}
	sort.Strings(e.Aliases)
}

// better tells whether mention i names its thing better than mention best, -1 being none.
func better(d *extract.Document, i, best int) bool {
	if best < 0 {
		return true
	}
	a, b := d.Mentions[i], d.Mentions[best]
	if (a.Form == extract.Name) != (b.Form == extract.Name) {
		return a.Form == extract.Name
	}
	return a.Form == extract.Name && len(called(d, a)) > len(called(d, b))
}

// called is the name that the stages settled on, else the words of the mention.
func called(d *extract.Document, m extract.Mention) string {
	if m.Name != "" {
		return m.Name
	}
	return d.String(m.At)
}
