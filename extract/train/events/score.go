package events

import (
	"fmt"
	"slices"

	"dateline/extract"
)

// PLOVER are the sixteen categories of the ontology; events of other types are not scored here.
var PLOVER = map[string]bool{
	"AGREE": true, "CONSULT": true, "SUPPORT": true, "CONCEDE": true, "COOPERATE": true, "AID": true, "RETREAT": true, "REQUEST": true,
	"ACCUSE": true, "REJECT": true, "THREATEN": true, "PROTEST": true, "SANCTION": true, "MOBILIZE": true, "COERCE": true, "ASSAULT": true,
}

// Record is an event as PLOVER records it: a category, and the words of those who act and of those acted on.
type Record struct {
	Category           string
	Actors, Recipients []string
	Trigger            string
}

// sides are the roles that make a participant actor or recipient. A topic or place is recipient of last resort: CAMEO
// codes the country that the talk, the journey or the blow is about.
var sides = map[string]int{
	"agent": 1, "patient": 2, "recipient": 2, "audience": 2, "destination": 2, "beneficiary": 2, "origin": 2, "topic": 3, "place": 3, "cause": 3,
}

// Records are the events of d, asides too, that have a category.
func Records(d *extract.Document) (out []Record) {
	for _, e := range slices.Concat(d.Events, d.Asides) {
		if !PLOVER[e.Type] {
			continue
		}
		r := Record{Category: e.Type, Trigger: d.String(e.At)}
		var last []string
		for _, x := range e.Roles {
			words := x.Text
			if x.Mention >= 0 {
				words += " " + d.Mentions[x.Mention].Name + " " + d.Mentions[x.Mention].Title
				if s := d.Mentions[x.Mention].Same; s >= 0 && s < len(d.Mentions) {
					words += " " + d.Mentions[s].Name
				}
			}
			switch sides[x.Name] {
			case 1:
				r.Actors = append(r.Actors, words)
			case 2:
				r.Recipients = append(r.Recipients, words)
			case 3:
				last = append(last, words)
			}
		}
		if e.Place >= 0 {
			last = append(last, d.Mentions[e.Place].Name)
		}
		if len(r.Recipients) == 0 && len(r.Actors) < 2 {
			r.Recipients = last
		} else {
			r.Recipients = append(r.Recipients, last...)
		}
		out = append(out, r)
	}
	return out
}

// Dyads counts coded and found events of coded sentences.
type Dyads struct {
	Sentences int
	Gold, Hit int // codings, and those that an event holds: category and both actors
	// Found are the events with a category between two sides who are both known to the dictionaries, Right those of them
	// that hold a coding.
	Found, Right int
	// Other are events of categories that no coding of the sentence has, whoever takes part. They need not be false:
	// only what happens between two known actors is coded.
	Other    int
	Category int // codings whose category some event of the sentence has
}

// Add adds the counts of b.
func (a *Dyads) Add(b Dyads) {
	a.Sentences += b.Sentences
	a.Gold += b.Gold
	a.Hit += b.Hit
	a.Found += b.Found
	a.Right += b.Right
	a.Other += b.Other
	a.Category += b.Category
}

// String is the figures in percent, a line.
func (a Dyads) String() string {
	return fmt.Sprintf("precision %.1f  recall %.1f  (category alone %.1f)  in 100 sentences %.1f false, %.1f of categories not coded  (%d sentences, %d coded, %d found)",
		percent(a.Right, a.Found), percent(a.Hit, a.Gold), percent(a.Category, a.Gold), percent(a.Found-a.Right, a.Sentences), percent(a.Other, a.Sentences),
		a.Sentences, a.Gold, a.Found)
}

func percent(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return 100 * float64(n) / float64(of)
}

// Compare scores the records found in u. ok is false where one of u's codes belongs to no scheme: nothing is counted.
func Compare(u *Unit, found []Record, t *Table, a *Actors) (s Dyads, faults []string, ok bool) {
	s.Sentences = 1
	right, known := make([]bool, len(found)), map[string]bool{}
	for _, c := range u.Codings {
		categories, coded := t.Categories(c.Event)
		if !coded {
			return Dyads{}, nil, false
		}
		if len(categories) == 0 || c.Source == "" || c.Target == "" || c.Target == "---" || c.Source == "---" {
			continue
		}
		s.Gold++
		hit, same := false, false
		for _, k := range categories {
			known[k] = true
			for i := range found {
				if found[i].Category == k {
					same = true
					if holds(&found[i], c, a) {
						right[i], hit = true, true
					}
				}
			}
		}
		s.Hit, s.Category = s.Hit+one(hit), s.Category+one(same)
		if !hit {
			faults = append(faults, fmt.Sprintf("missed\t%s\t%s %s %s %v\t%s", u.ID, c.Source, c.Target, c.Event, categories, u.Text))
		}
	}
	for i := range found {
		r := &found[i]
		dyad := dyadic(r, a)
		s.Found, s.Right = s.Found+one(dyad), s.Right+one(dyad && right[i])
		s.Other += one(!known[r.Category])
		if dyad && !right[i] || !known[r.Category] {
			faults = append(faults, fmt.Sprintf("extra\t%s\t%s %q %q→%q\t%s", u.ID, r.Category, r.Trigger, r.Actors, r.Recipients, u.Text))
		}
	}
	return s, faults, true
}

// holds tells whether r is the coded event, with other participants perhaps. Actors on one level are both sides; of a
// meeting it does not matter who is coded as guest and who as host, since CAMEO codes both.
func holds(r *Record, c Coding, a *Actors) bool {
	return between(r, c, a) || r.Category == "CONSULT" && between(r, Coding{c.Target, c.Source, c.Event}, a)
}

func between(r *Record, c Coding, a *Actors) bool {
	for i, x := range r.Actors {
		if !a.Is(c.Source, x) {
			continue
		}
		for _, y := range r.Recipients {
			if a.Is(c.Target, y) {
				return true
			}
		}
		for j, y := range r.Actors {
			if i != j && a.Is(c.Target, y) {
				return true
			}
		}
	}
	return false
}

// dyadic tells whether both sides of r are known to the dictionaries.
func dyadic(r *Record, a *Actors) bool {
	sides := 0
	for _, x := range r.Actors {
		sides += one(len(a.In(x)) > 0)
	}
	if sides == 0 {
		return false
	}
	for _, x := range r.Recipients {
		sides += one(len(a.In(x)) > 0)
	}
	return sides >= 2
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}
