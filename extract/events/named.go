package events

import (
	"dateline/extract"
	"dateline/graph"
)

// shareDates lets event nouns that name the same thing share one date: "the Paris attacks on Friday" dates "the Paris
// attacks" everywhere in the article, as long as only one date is told for them.
func (r *reader) shareDates() {
	type key struct {
		kind  string
		place int
	}
	keyOf := func(e *extract.Event) (key, bool) {
		if r.d.Clauses[e.Clause].Kind != "noun" || e.Place < 0 {
			return key{}, false
		}
		return key{e.Type, root(r.d, e.Place)}, true
	}
	dates := map[key]graph.When{}
	for i := range r.out {
		if k, ok := keyOf(&r.out[i]); ok && r.out[i].When.Time.Known() {
			if w, seen := dates[k]; seen && w.Time != r.out[i].When.Time {
				dates[k] = graph.When{}
			} else {
				dates[k] = r.out[i].When
			}
		}
	}
	for i := range r.out {
		if k, ok := keyOf(&r.out[i]); ok && !r.out[i].When.Time.Known() {
			if w := dates[k]; w.Time.Known() {
				r.out[i].When = graph.When{Time: w.Time, Sure: inferred(w.Sure), Reason: w.Reason + ", told elsewhere in the article of the same event"}
			}
		}
	}
}

// settle puts aside event nouns that only a place goes with ("the war in Syria") unless the article dates them: without
// somebody or a day they are a setting, not an event.
func (r *reader) settle() {
	r.putAside(func(i int) bool {
		e := &r.out[i]
		return r.d.Clauses[e.Clause].Kind == "noun" && !e.When.Time.Known() && !r.anyNamed(e.Roles)
	})
	r.oneName()
}

// oneName gives the event nouns of one type, place and time one label, the shortest, so that "the attacks in Paris" and
// "the Paris bombing" merge.
func (r *reader) oneName() {
	type key struct {
		kind  string
		place int
		time  graph.Time
	}
	shortest := map[key]*extract.Event{}
	each := func(do func(key, *extract.Event)) {
		for i := range r.out {
			if e := &r.out[i]; r.d.Clauses[e.Clause].Kind == "noun" && e.Place >= 0 && e.When.Time.Known() && !r.anyNamed(e.Roles) {
				do(key{e.Type, root(r.d, e.Place), e.When.Time}, e)
			}
		}
	}
	each(func(k key, e *extract.Event) {
		if s := shortest[k]; s == nil || len(e.Label) < len(s.Label) {
			shortest[k] = e
		}
	})
	each(func(k key, e *extract.Event) {
		e.Label, e.Short, e.Lemma, e.Roles = shortest[k].Label, shortest[k].Short, shortest[k].Lemma, shortest[k].Roles
	})
}
