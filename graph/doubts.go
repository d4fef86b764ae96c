package graph

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Doubt is something that a person should look at: an event of which it is not sure that its sentences tell of one, or
// of which the day is only likely; an entity of which it is not sure that its names mean one.
type Doubt struct {
	ID   string
	Text string  // what is in doubt, a line
	Sure float64 // 0…1, for sorting
	// Seen are the words that it was read from: of an event its sentences, of an entity one of each name.
	Seen []Evidence
}

// surenessOf is how sure the time of an event is, as Doubt counts it.
var surenessOf = map[Sureness]float64{Bounded: 0.6, Likely: 0.5, Inferred: 0.8}

// Doubts are what g is least sure of, the least sure first. What a person confirmed is no longer in doubt.
func Doubts(g *Graph) (all []Doubt) {
	add := func(id string, sure float64, seen []Evidence, format string, args ...any) {
		all = append(all, Doubt{id, fmt.Sprintf(format, args...), sure, seen})
	}
	for i := range g.Events {
		e := &g.Events[i]
		if confirmed(e.Why) {
			continue
		}
		least, line := 1.0, ""
		for _, w := range e.Why {
			if s, ok := certainty(w); ok && s < least {
				least, line = s, w
			}
		}
		if line != "" {
			add(e.ID, least, e.Seen, "one event? %s", line)
		}
		if s := surenessOf[e.When.Sure]; s > 0 && e.Status == Happened && e.Articles > 1 {
			add(e.ID, s, e.Seen, "the day? %s, %s: %s", e.When.Time.Words(), e.When.Sure, e.When.Reason)
		}
	}
	for i := range g.Entities {
		e := &g.Entities[i]
		for _, w := range e.Why {
			if strings.HasSuffix(w, inCompany) && !confirmed(e.Why) {
				add(e.ID, 0.7, oneOfEach(e.Seen), "one person? %s", w)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b Doubt) int {
		return cmp.Or(cmp.Compare(a.Sure, b.Sure), cmp.Compare(a.ID, b.ID), cmp.Compare(a.Text, b.Text))
	})
	return all
}

// inCompany ends the line that says why a person named by one word is one named in full.
const inCompany = "in like company"

func confirmed(why []string) bool {
	return slices.ContainsFunc(why, func(w string) bool { return strings.HasPrefix(w, "confirmed") })
}

// certainty is how sure a line of Event.Why is that ends with a weight in brackets, as those of story do; weights above
// twice surely are as sure as can be.
func certainty(line string) (sure float64, ok bool) {
	_, text, ok := strings.Cut(line, inStory+" (")
	w, err := strconv.ParseFloat(strings.TrimSuffix(text, ")"), 64)
	return min(1, w/(2*surely)), ok && err == nil
}

// oneOfEach is the first evidence of each name.
func oneOfEach(es []Evidence) (some []Evidence) {
	seen := map[string]bool{}
	for _, e := range es {
		if k := fold(e.Quote, ' '); !seen[k] {
			seen[k] = true
			some = append(some, e)
		}
	}
	return some
}
