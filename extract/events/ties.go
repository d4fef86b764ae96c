package events

import (
	"strings"

	"dateline/extract"
	"dateline/graph"
)

// The ties between what is planned and what becomes of it.
const (
	planOf  = "plan-of" // from a plan to what was done
	cancels = "cancels" // from a cancellation to the plan
)

// ties lets a plan and what became of it point at each other: the next event of the same words that somebody of the plan
// takes part in, and the calling off of what is planned.
//
//	Germany promised to send doctors. … On Friday Germany sent 40 doctors.   plan-of
//	A parade is to be held on Sunday. … The mayor cancelled the parade.      cancels
func (r *reader) ties() (out []extract.Link) {
	plans := map[string]int{} // what is done, or to what → the last plan of it
	for i := range r.out {
		e := &r.out[i]
		switch e.Status {
		case graph.Planned, graph.Possible:
			for _, k := range r.deeds(e) {
				plans[k] = i
			}
		case graph.Happened, graph.Cancelled:
			kind := planOf
			if e.Status == graph.Cancelled {
				kind = cancels
			}
			for _, k := range r.deeds(e) {
				p, ok := plans[k]
				if !ok || !r.share(e, &r.out[p]) {
					continue
				}
				l := extract.Link{Type: kind, From: p, To: i, By: "events/ties"}
				if kind == cancels {
					l.From, l.To = i, p
				}
				out = append(out, l)
				delete(plans, k)
				break
			}
		}
	}
	return out
}

// deeds are the keys under which e may be found again: the words for what is done, and, for what is called off, the
// thing that is.
func (r *reader) deeds(e *extract.Event) []string {
	keys := []string{e.Lemma}
	if _, noun := split(e.Lemma); noun != "" {
		keys = append(keys, noun)
	}
	for i := range e.Roles {
		if role := &e.Roles[i]; role.Name == "patient" && role.Mention < 0 {
			if words := strings.Fields(role.Text); len(words) > 0 {
				thing := strings.ToLower(words[len(words)-1])
				keys = append(keys, e.Lemma+" "+thing)
				if e.Status != graph.Happened {
					keys = append(keys, "the "+thing)
				}
			}
		}
	}
	return keys
}

// share tells whether the two events may be of the same people: a named participant in common, or none named in one.
func (r *reader) share(a, b *extract.Event) bool {
	named := [2]int{}
	for n, e := range [...]*extract.Event{a, b} {
		for i := range e.Roles {
			m := e.Roles[i].Mention
			if m < 0 || !r.named[m] {
				continue
			}
			named[n]++
			for j := range b.Roles {
				if k := b.Roles[j].Mention; n == 0 && k >= 0 && root(r.d, k) == root(r.d, m) {
					return true
				}
			}
		}
	}
	return a.Status == graph.Cancelled && (named[0] == 0 || named[1] == 0)
}
