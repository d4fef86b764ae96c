package events

import (
	"strings"

	"dateline/extract"
	"dateline/graph"
)

// informed tells whether argument a, who is told something in clause cl, is a paper, a broadcaster or an agency: "told BBC
// News", but not "warned the BBC". It hands on what it hears, and has no more to do with the speaker than any reader has.
func (r *reader) informed(cl *extract.Clause, a *extract.Argument) bool {
	verb, noun := split(cl.Lemma)
	return (r.rules.In("telling", verb) || r.rules.In("telling", noun)) && r.medium(r.naming(a))
}

// medium tells whether mention m names a paper, a broadcaster or an agency, by the lexicon or else by a word in its name.
func (r *reader) medium(m int) bool {
	if m < 0 || !r.named[m] {
		return false
	}
	x := &r.d.Mentions[root(r.d, m)]
	if x.Known != "" || x.Kind != graph.Organization && x.Kind != graph.Work {
		return x.Sort == "media"
	}
	for _, w := range strings.Fields(x.Name) {
		if r.rules.In("medium", strings.ToLower(w)) {
			return true
		}
	}
	return false
}
