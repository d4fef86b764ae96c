package events

import (
	"sort"
	"strings"

	"dateline/extract"
	"dateline/graph"
)

// Narrative time. What an article tells in the plain past and without a date belongs, as a rule, to its news: to the day
// that the paragraph speaks of, or the one before it; else to the first day that the article names; else to the day of
// publication. That is a likelihood, not a statement, and it holds only on the main line of the telling: what is told
// aside ("the man, who lost his post"), said by somebody, thought, or told of earlier times is bounded by the
// publication and nothing more.

// opening is the number of paragraphs from the top in which the plain past tense means news.
const opening = 3

// week is the number of days before publication from which a day is still news.
const week = 7

// farBack is how many time expressions before a clause are looked at.
const farBack = 64

// story is the time expression that dates what clause cl tells on the main line, -1 if none does. History is true where
// the paragraph has gone back to older times: then nothing is known.
func (r *reader) story(cl *extract.Clause) (t int, history bool) {
	here := r.block(r.d.Tokens[cl.Head].Start)
	before := r.timesBefore(cl.Head)
	for i := before - 1; i >= max(0, before-farBack); i-- {
		x := &r.d.Times[i]
		away := here - r.block(r.d.Tokens[x.At.From].Start)
		switch {
		case away > 1:
			return r.leadOf(cl), false
		case !r.onLine(i, cl):
		case r.isNews(x):
			return i, false
		case away == 0 && r.isOld(x):
			return -1, true
		}
	}
	return r.leadOf(cl), false
}

// leadOf is the expression of the article's first day where it can be that of clause cl, else -1: a day that is first
// named below the opening dates nothing that stands before it.
func (r *reader) leadOf(cl *extract.Clause) int {
	if r.lead < 0 {
		return -1
	}
	if at := r.d.Times[r.lead].At.From; at > cl.Head && r.paragraph(r.d.Tokens[at].Start) >= opening {
		return -1
	}
	return r.lead
}

// timesBefore is the number of time expressions that begin before token i.
func (r *reader) timesBefore(i int) int {
	return sort.Search(len(r.d.Times), func(t int) bool { return r.d.Times[t].At.From >= i })
}

// onLine tells whether expression i hangs on a verb of the main line of the telling; cl is the clause to be dated. "After
// Friday's attacks" names another event, and need not be the day of this one. What somebody
// says of today dates nothing but the saying, and what had happened before is over.
func (r *reader) onLine(i int, cl *extract.Clause) bool {
	c := r.hangs[i]
	if c < 0 {
		return false
	}
	x := &r.d.Clauses[c]
	if _, ok := r.shared(x, &r.d.Times[i]); ok {
		return false
	}
	return x.Kind == "verb" && !(x.Quoted && !cl.Quoted) && !(x.Perfect && x.Tense == "past") && !r.offLine(x)
}

// isNews tells whether x says one day of the week up to publication; "now" and "recently" say none.
func (r *reader) isNews(x *extract.Timex) bool {
	pub := r.d.Published
	return (x.Type == "DATE" || x.Type == "TIME") && x.When.Grain == graph.Day && x.When.Days() == 1 &&
		!x.When.About && !x.Borrowed && x.Value != "PRESENT_REF" && pub.Days() == 1 &&
		!x.When.First.After(pub.Last) && pub.First.DaysSince(x.When.First) <= week
}

// isOld tells whether x is a time that ends more than a week before publication.
func (r *reader) isOld(x *extract.Timex) bool {
	pub := r.d.Published
	return (x.Type == "DATE" || x.Type == "TIME") && x.When.Last.Known() && x.When.First.Known() && pub.First.Known() &&
		pub.First.DaysSince(x.When.Last) > week
}

// leading is the first day that the article names on the main line as one of its news, -1 if it names none.
func (r *reader) leading() int {
	for i := range r.d.Times {
		x := &r.d.Times[i]
		if c := r.hangs[i]; c >= 0 && r.isNews(x) {
			if cl := &r.d.Clauses[c]; cl.Tense != "future" && r.onLine(i, &extract.Clause{}) {
				return i
			}
		}
	}
	return -1
}

// offLine tells whether clause cl stands off the main line of the telling: in a relative clause, before a noun, or in a
// finite clause of time or cause. What is said or thought stands on the line only for the day it names.
func (r *reader) offLine(cl *extract.Clause) bool {
	for n := 0; n < 20; n++ {
		switch {
		case extract.Is(cl.Link, "acl:relcl") && r.goesOn(cl):
		case extract.Is(cl.Link, "acl"), extract.Is(cl.Link, "advcl") && cl.Tense != "none":
			return true
		case cl.Parent < 0:
			return false
		}
		cl = &r.d.Clauses[cl.Parent]
	}
	return true
}

// goesOn tells whether relative clause cl goes on with the telling: "… at a conference, where he praised it".
func (r *reader) goesOn(cl *extract.Clause) bool {
	k := r.deps.Kid(r.d, cl.Head, "advmod")
	return k > 1 && strings.EqualFold(r.d.Word(k), "where") && r.d.Word(k-1) == ","
}

// reportedSpeech tells whether cl is, or is part of, what somebody says, knows or thinks. What stands before its speaker
// ("the two met, a spokesman said") is told as the news itself, the speaker being its source.
func (r *reader) reportedSpeech(cl *extract.Clause) bool {
	for n := 0; n < 20; n++ {
		switch {
		case extract.Is(cl.Link, "ccomp") && !(cl.Parent >= 0 && cl.Head < r.d.Clauses[cl.Parent].Head):
			return true
		case cl.Parent < 0 || strings.HasPrefix(cl.Link, "parataxis"):
			return false
		}
		cl = &r.d.Clauses[cl.Parent]
	}
	return true
}

// anterior tells whether an adverb puts clause cl before what the text tells: "had earlier", "first", "originally".
func (r *reader) anterior(cl *extract.Clause) bool {
	for _, k := range r.deps.Kids(cl.Head) {
		if extract.Is(r.d.Tokens[k].Rel, "advmod") && r.rules.In("anterior", strings.ToLower(r.d.Word(int(k)))) {
			return true
		}
	}
	return false
}

// block is the number of the paragraph that holds byte at.
func (r *reader) block(at int) int {
	return sort.Search(len(r.d.Paragraphs), func(i int) bool { return r.d.Paragraphs[i].End > at })
}

// paragraph is the number of the body paragraph that holds byte at, from 0; opening for all that come later.
func (r *reader) paragraph(at int) int {
	n := 0
	for _, p := range r.d.Paragraphs {
		if at < p.End || n >= opening {
			break
		}
		if p.Kind == extract.Body {
			n++
		}
	}
	return n
}
