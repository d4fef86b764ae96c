package events

import (
	"strings"

	"dateline/extract"
)

// leastTopic is the number of words that say what somebody speaks of; "the country" may be anything.
const leastTopic = 3

// topic says what is spoken of instead of words that do not fit: "spoke of the recovery of demand in Japan". It tells whether
// it could.
func (l *line) topic() bool {
	const verb = 1 // after the subject
	c := l.r.saidBy(l.cl)
	if l.rule != nil || c < 0 || len(l.parts) <= verb || l.r.forms.topic[l.parts[verb]] == "" {
		return false
	}
	said := l.r.forms.topic[l.parts[verb]]
	told := said == l.parts[verb]
	a := l.r.spokenOf(&l.r.d.Clauses[c])
	if a == nil || told != (len(l.parts) > verb+1) {
		return false
	}
	words := l.r.words(&extract.Argument{At: a.At, Head: a.Head, Slot: "oblique", Clause: -1})
	if strings.Count(words, " ")+1+l.words > labelWords+1 {
		words = l.r.spelled(l.r.stem(a))
	}
	if n := strings.Count(words, " ") + 1; n < leastTopic || n+l.words > labelWords+2 {
		return false
	}
	if i := a.At.From; l.r.starts(i) && l.r.d.Tokens[i].UPOS == "ADJ" && l.r.d.Tokens[i].Lemma == strings.ToLower(l.r.d.Tokens[i].Lemma) && l.r.mention[i] < 0 {
		words = lower(words)
	}
	l.parts[verb] = said
	if told {
		words = "of " + words
	}
	l.add(words)
	return true
}

// spokenOf is the subject of clause cl where it is a thing that can be named by itself: no pronoun, no "no reasons", nothing
// of the speaker's own. Nil if it is none.
func (r *reader) spokenOf(cl *extract.Clause) *extract.Argument {
	i := firstSubject(cl)
	if i < 0 || cl.Args[i].Clause >= 0 {
		return nil
	}
	a := &cl.Args[i]
	if u := r.d.Tokens[a.Head].UPOS; u != "NOUN" && u != "PROPN" {
		return nil
	}
	for k := a.At.From; k < a.At.To; k++ {
		if w := strings.ToLower(r.d.Word(k)); r.rules.In("negation", w) || r.rules.In("mine", w) {
			return nil
		}
	}
	return a
}
