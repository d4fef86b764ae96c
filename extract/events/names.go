package events

import (
	"strings"

	"dateline/extract"
	"dateline/graph"
)

// words is argument a as a label says it: a person's or thing's name in full where the whole phrase names it, else
// the words as written.
func (r *reader) words(a *extract.Argument) string {
	m := r.naming(a)
	if m >= 0 && len(r.d.Mentions[m].Members) > 0 {
		var names []string
		for _, k := range r.d.Mentions[m].Members {
			names = append(names, r.name(k))
		}
		return enumerate(names, "and")
	}
	if m >= 0 && r.named[m] {
		x := &r.d.Mentions[m]
		if r.whole(a.At, x) && x.Kind != graph.Group && x.Kind != graph.Other {
			return r.name(m)
		}
	}
	if a.At.Len() > 1 && r.d.Tokens[a.At.From].XPOS == "WP$" {
		what := r.d.String(extract.Range{From: a.At.From + 1, To: a.At.To})
		if owner := r.whose(a); owner != "" {
			return possessive(owner) + " " + what
		}
		return what
	}
	s := r.spelled(r.closed(a))
	if owner := r.possessor(a); owner != "" {
		return possessive(owner) + s[strings.IndexByte(s, ' '):]
	}
	if i := a.At.From; r.d.Tokens[i].UPOS != "PROPN" && r.d.Tokens[i].XPOS != "NNP" && r.starts(i) && !acronym(s) && (r.mention[i] < 0 || r.d.Mentions[r.mention[i]].Form != extract.Name) && r.d.Tokens[i].UPOS != "ADJ" && s != "I" {
		s = lower(s)
	}
	return s
}

// whose is the name of the one that "whose" at the begin of a points back to, empty if he has none.
func (r *reader) whose(a *extract.Argument) string {
	v := r.d.Tokens[a.Head].Head
	if v < 0 || !extract.Is(r.d.Tokens[v].Rel, "acl") || r.d.Tokens[v].Head < 0 {
		return ""
	}
	if m := r.mention[r.d.Tokens[v].Head]; m >= 0 && r.named[m] && len(r.d.Mentions[m].Members) == 0 {
		return r.name(int(m))
	}
	return ""
}

// closed is the range of argument a without the clause that a question word opens behind its head ("some makers [for what
// …]", "the committee[, which is a forum]"), and with the first half of a word that its begin would cut off ("[two-]day").
func (r *reader) closed(a *extract.Argument) extract.Range {
	at := a.At
	for i := a.Head + 1; i < at.To; i++ {
		if x := r.d.Tokens[i].XPOS; x == "WP" || x == "WDT" || x == "WRB" || x == "WP$" {
			at.To = i
		}
	}
	for at.To > a.Head+1 && (r.d.Tokens[at.To-1].UPOS == "ADP" || r.d.Tokens[at.To-1].UPOS == "PUNCT") && at.To < a.At.To {
		at.To--
	}
	for at.From < a.Head && r.d.Tokens[at.From].UPOS == "CCONJ" {
		at.From++
	}
	at.From = r.unbroken(at.From)
	return at
}

// unbroken is the first token of the hyphened word that token from ends, from itself if it is none.
func (r *reader) unbroken(from int) int {
	for from > 1 && r.d.Word(from-1) == "-" && r.d.Tokens[from-1].End == r.d.Tokens[from].Start && r.d.Tokens[from-2].End == r.d.Tokens[from-1].Start {
		from -= 2
	}
	return from
}

// possessor is the name of whose thing a subject is where a pronoun opens it: Assad of "his army lost the town".
func (r *reader) possessor(a *extract.Argument) string {
	i := a.At.From
	t := &r.d.Tokens[i]
	if a.Slot != "subject" || a.At.Len() < 2 || t.UPOS != "PRON" || !extract.Is(t.Rel, "nmod:poss") {
		return ""
	}
	m := r.mention[i]
	if m < 0 || !r.named[m] || len(r.d.Mentions[m].Members) > 0 {
		return ""
	}
	return r.name(int(m))
}

// spelled is the words of range at with the persons inside it by their full names, titles left out: "talks with Barack
// Obama" for "talks with US President Obama".
func (r *reader) spelled(at extract.Range) string {
	s := r.d.String(at)
	for i := at.From; i < at.To; i++ {
		m := r.mention[i]
		if m < 0 || r.d.Mentions[m].Form != extract.Name || r.d.Mentions[m].Kind != graph.Person || r.d.Mentions[m].At.From < at.From {
			continue
		}
		x := &r.d.Mentions[m]
		old := r.d.String(x.At)
		if titled := x.Title + " " + old; x.Title != "" && strings.Contains(s, titled) && !r.extended(at, x) {
			old = titled
		}
		s = strings.Replace(s, old, r.name(int(m)), 1)
	}
	return s
}

// extended tells whether words before the title of x belong to it: "Federal Reserve chairman Alan Greenspan".
func (r *reader) extended(at extract.Range, x *extract.Mention) bool {
	before := x.At.From - strings.Count(x.Title, " ") - 2
	return before >= at.From && (r.d.Tokens[before].UPOS == "PROPN" || r.d.Tokens[before].UPOS == "NOUN")
}

// whole tells whether mention x is all that range at says, but for a determiner, title or description before it.
func (r *reader) whole(at extract.Range, x *extract.Mention) bool {
	if x.Form == extract.Pronoun {
		return at.Len() == 1
	}
	if r.described(at, x) {
		return true
	}
	if x.At.To < at.To || x.Form != extract.Name && x.At.From > at.From {
		return false
	}
	for i := at.From; i < x.At.From && i < at.To; i++ {
		if r.d.Tokens[i].XPOS == "POS" || r.d.Tokens[i].UPOS == "NUM" || r.mention[i] >= 0 && x.Kind != graph.Person && r.d.Mentions[r.mention[i]].Form == extract.Name {
			return false
		}
		if x.Kind != graph.Person && r.d.Tokens[i].UPOS != "DET" {
			return false
		}
	}
	return true
}

// described tells of a person whom range at names behind a description: "the union's general secretary Ana Rey, of Leeds".
func (r *reader) described(at extract.Range, x *extract.Mention) bool {
	if x.Form != extract.Name || x.Kind != graph.Person || x.At.From == 0 || x.At.From < at.From || x.At.To > at.To {
		return false
	}
	if x.At.To < at.To && r.d.Tokens[x.At.To].UPOS != "PUNCT" {
		return false
	}
	before := &r.d.Tokens[x.At.From-1]
	return x.At.From == at.From || x.Title != "" || before.UPOS == "NOUN" && (extract.Is(before.Rel, "nmod:desc") || extract.Is(before.Rel, "compound"))
}

// name is the best name of what mention m names.
func (r *reader) name(m int) string {
	if n := r.d.Mentions[root(r.d, m)].Name; n != "" {
		return n
	}
	if n := r.d.Mentions[m].Name; n != "" {
		return n
	}
	return r.d.String(r.d.Mentions[m].At)
}

// starts tells whether token i opens its sentence.
func (r *reader) starts(i int) bool {
	s := r.d.SentenceOf(i)
	return s >= 0 && (r.d.Sentences[s].From == i || i > 0 && r.d.Tokens[i-1].UPOS == "PUNCT")
}
