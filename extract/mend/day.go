package mend

import (
	"strings"

	"dateline/extract"
	"dateline/extract/rules"
)

// days takes a day or month that was read as the first word of the name behind it out of that name:
//
//	In May Russia sent troops      "May Russia" was read as one phrase of time, and nobody sent troops
//	In June President Ana met Bo   "June" was read as a part of the title
//
// It does so only where the name ends right before a finite verb that has no subject, or is its subject: "in May Day
// parades" and "on the Sunday Times" stay. The days stand in the group "calendar" of rules/words.yaml.
func (t *tree) days() (changed bool) {
	for i := t.sent.From + 1; i+1 < t.sent.To; i++ {
		if !isDay(t.d, t.words, i) {
			continue
		}
		prep := i - 1 // "in late December"
		for prep > t.sent.From && t.d.Tokens[prep].UPOS == "ADJ" {
			prep--
		}
		if t.d.Tokens[prep].UPOS == "ADP" && freeDay(t.d, t.deps, t.sent, prep, i) {
			changed = true
		}
	}
	return changed
}

// isDay tells whether token i is a day or month that was read as a part of a name behind it.
func isDay(d *extract.Document, set *rules.Set, i int) bool {
	t := &d.Tokens[i]
	switch t.Rel {
	case "compound", "flat", "nmod:desc", "nmod", "amod":
	default:
		return false
	}
	return t.Head > i && set.In("calendar", strings.ToLower(d.Word(i)))
}

// freeDay looks for the verb behind the name that begins after day i, and hangs both on it, the day with its preposition
// and what stands between the two; false if there is none.
func freeDay(d *extract.Document, deps *extract.Deps, sent extract.Range, prep, i int) bool {
	name := d.Tokens[i].Head
	if d.Tokens[prep].Rel != "case" || d.Tokens[name].UPOS != "PROPN" && d.Tokens[name].UPOS != "NOUN" {
		return false
	}
	head := name // of the whole name: "President" hangs on "Ana"
	for head+1 < sent.To && inside(d.Tokens[head].Rel) && d.Tokens[head].Head > head {
		head = d.Tokens[head].Head
	}
	if of := d.Tokens[prep].Head; of != name && of != head {
		return false
	}
	verb := head + 1
	for verb < sent.To && (d.Tokens[verb].Head == head && d.Tokens[verb].Rel == "flat" || d.Tokens[verb].UPOS == "ADV") {
		verb++
	}
	if verb >= sent.To || d.Tokens[head].Head != verb || !finite(d, verb) {
		return false
	}
	switch {
	case d.Tokens[head].UPOS == "PROPN" && extract.Is(d.Tokens[head].Rel, "nsubj"):
	case d.Tokens[head].Rel == "obl" && deps.Kid(d, verb, "nsubj") < 0 && deps.Kid(d, verb, "csubj") < 0:
		d.Tokens[head].Rel = "nsubj"
	default:
		return false
	}
	for j := prep; j < i; j++ {
		d.Tokens[j].Head = i
	}
	d.Tokens[i].Head, d.Tokens[i].Rel = verb, "obl"
	return true
}

// finite tells whether token v is a verb in a tense.
func finite(d *extract.Document, v int) bool {
	switch t := &d.Tokens[v]; t.XPOS {
	case "VBD", "VBZ", "VBP":
		return t.UPOS == "VERB" || t.UPOS == "AUX"
	}
	return false
}
