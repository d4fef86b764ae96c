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
	verb := 1
	said := l.r.forms.topic[l.parts[verb]]
	told := said == l.parts[verb]
	c := l.r.saidBy(l.cl)
	if l.rule != nil || said == "" || told != (len(l.parts) > 2) || c < 0 {
		return false
	}
	i := firstSubject(&l.r.d.Clauses[c])
	if i < 0 || l.r.d.Clauses[c].Args[i].Clause >= 0 {
		return false
	}
	a := &l.r.d.Clauses[c].Args[i]
	if u := l.r.d.Tokens[a.Head].UPOS; u != "NOUN" && u != "PROPN" {
		return false
	}
	for k := a.At.From; k < a.At.To; k++ {
		if w := strings.ToLower(l.r.d.Word(k)); l.r.rules.In("negation", w) || l.r.rules.In("mine", w) {
			return false
		}
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
