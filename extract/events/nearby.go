package events

import (
	"fmt"
	"strings"

	"dateline/extract"
	"dateline/graph"
)

// nearby is the time that stands in an adverbial of clause c without being one itself: in the name of an occasion
// ("said in a July 16 press conference", "at last week's summit") or with a participle ("was found on Thursday clinging
// to a raft"). Nothing finite may stand between.
func (r *reader) nearby(c int) graph.When {
	cl := &r.d.Clauses[c]
	s := r.d.Sentences[cl.Sentence]
	if cl.Kind == "noun" {
		return r.behind(cl)
	}
	if cl.Kind != "verb" || cl.Tense == "none" {
		return graph.When{}
	}
	for t := r.timesBefore(s.From); t < len(r.d.Times) && r.d.Times[t].At.From < s.To; t++ {
		x := &r.d.Times[t]
		if x.Type != "DATE" && x.Type != "TIME" || !x.When.Known() || x.When.Open() || x.When.About && x.When.Grain == graph.Day {
			continue
		}
		if !r.frames(x, c) || cl.Modal == "" && (cl.Tense == "past" || cl.Perfect) && r.later(x.When) {
			continue
		}
		if x.Borrowed {
			return r.borrowed(cl, x)
		}
		w := graph.When{Time: r.bound(x), Sure: graph.Inferred, Reason: fmt.Sprintf("%s, in the same phrase", x.Reason)}
		return r.over(cl, w)
	}
	return graph.When{}
}

// behind is the time that stands right behind an event noun, whatever the tree hung it on: "since its launch in 2003".
func (r *reader) behind(cl *extract.Clause) graph.When {
	i := cl.Head + 1
	if i+1 >= len(r.d.Tokens) || r.d.Tokens[i].UPOS != "ADP" || r.timed[i+1] < 0 || !r.rules.In("frame-mark", r.d.Word(i)) {
		return graph.When{}
	}
	x := &r.d.Times[r.timed[i+1]]
	if x.At.From != i+1 || x.Type != "DATE" || !x.When.Known() || x.When.Open() {
		return graph.When{}
	}
	return graph.When{Time: x.When, Sure: graph.Inferred, Reason: x.Reason + ", right behind it"}
}

// frames tells whether expression x stands in an adverbial of clause c that puts the clause into its time.
func (r *reader) frames(x *extract.Timex, c int) bool {
	cl := &r.d.Clauses[c]
	i := r.headOf(x.At)
	for n := 0; n < 12 && i >= 0; n++ {
		h := r.d.Tokens[i].Head
		if h == cl.Head {
			return r.framing(cl, i)
		}
		if h < 0 || extract.Is(r.d.Tokens[i].Rel, "acl") || extract.Is(r.d.Tokens[i].Rel, "appos") || r.isFinite(h) {
			return false
		}
		i = h
	}
	return false
}

// isFinite tells whether token i heads a clause with a tense of its own.
func (r *reader) isFinite(i int) bool {
	c := r.clause[i]
	return c >= 0 && r.d.Clauses[c].Kind != "noun" && r.d.Clauses[c].Tense != "none"
}

// framing tells whether dependent i of clause cl is an adverbial of time or circumstance.
func (r *reader) framing(cl *extract.Clause, i int) bool {
	rel := r.d.Tokens[i].Rel
	switch {
	case extract.Is(rel, "obl"):
		k := r.deps.Kid(r.d, i, "case")
		return k >= 0 && r.rules.In("frame-mark", strings.ToLower(r.d.Word(k))) && !r.rules.In("charge", cl.Verb())
	case extract.Is(rel, "advcl"), extract.Is(rel, "xcomp"):
		return r.clause[i] >= 0 && r.d.Clauses[r.clause[i]].Tense == "none" && r.d.Clauses[r.clause[i]].Mark == ""
	}
	return false
}
