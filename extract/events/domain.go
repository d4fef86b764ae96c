package events

import (
	"slices"

	"dateline/extract"
	"dateline/extract/rules"
)

// An article is about its domain where at least leastWords of its words speak of it, and one in so many.
const (
	leastWords = 5
	oneIn      = 60
)

// force is the domain of fights and crimes: a sentence that speaks of it means what it says, whatever the article is about.
const force = "force"

// domain is what the article is mostly about, after rules/domains.yaml, empty if nothing prevails. A word has, as a rule,
// one sense in an article (Gale, Church and Yarowsky, 1992, "One sense per discourse"): in one about football an attack
// hurts nobody.
func (r *reader) domain() string {
	var names []string
	var count []int
	words := 0
	for i := range r.d.Tokens {
		if r.d.Tokens[i].UPOS == "PUNCT" {
			continue
		}
		words++
		for _, d := range r.rules.Domains(r.d.Tokens[i].Lemma) {
			k := slices.Index(names, d)
			if k < 0 {
				k, names, count = len(names), append(names, d), append(count, 0)
			}
			count[k]++
		}
	}
	if len(count) == 0 {
		return ""
	}
	best := slices.Index(count, slices.Max(count))
	if count[best] < leastWords || count[best]*oneIn < words {
		return ""
	}
	return names[best]
}

// inDomain tells whether the article, and clause cl in it, is about what t wants.
func (r *reader) inDomain(cl *extract.Clause, t *rules.Trigger) bool {
	about := r.about
	if about != force && r.forceful(cl) {
		about = force
	}
	return (t.Domains == nil || slices.Contains(t.Domains, about)) && !slices.Contains(t.UnlessDomains, about)
}

// forceful tells whether an argument of cl speaks of force: "insurgents attacked", "attacked the convoy".
func (r *reader) forceful(cl *extract.Clause) bool {
	for i := range cl.Args {
		a := &cl.Args[i]
		if a.Clause < 0 && slices.Contains(r.rules.Domains(r.meant(a.Head)), force) {
			return true
		}
	}
	return false
}
