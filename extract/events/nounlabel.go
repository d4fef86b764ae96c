package events

import (
	"strings"

	"dateline/extract"
)

// nounLabel is an event noun with its modifiers, without article: "Paris attacks", "Moscow's annexation of Crimea".
func (r *reader) nounLabel(cl *extract.Clause) string {
	at := r.phraseOf(cl)
	at.From = r.unbroken(at.From)
	for i := at.From; i < at.To; i++ {
		if t := &r.d.Tokens[i]; t.UPOS == "PRON" && !extract.Is(t.Rel, "nmod:poss") {
			return "" // "meetings between himself and the minister"
		}
	}
	for at.Len() > 1 && (r.d.Tokens[at.From].UPOS == "DET" || r.d.Tokens[at.From].UPOS == "PUNCT" || r.d.Tokens[at.From].UPOS == "ADP") {
		at.From++
	}
	if t := &r.d.Tokens[at.From]; at.Len() > 1 && t.UPOS == "PRON" && extract.Is(t.Rel, "nmod:poss") {
		if m := r.mention[at.From]; m >= 0 && r.named[m] {
			return possessive(r.name(int(m))) + " " + r.d.String(extract.Range{From: at.From + 1, To: at.To})
		}
		at.From++
	}
	return r.d.String(at)
}

// phraseOf is the stretch around the head of cl that its near modifiers and of-, by-, on-, in-phrases span.
func (r *reader) phraseOf(cl *extract.Clause) extract.Range {
	at := extract.Range{From: cl.Head, To: cl.Head + 1}
	grow := func(k int) {
		lo, hi := r.reach(k, 0)
		if lo < at.From && hi >= at.From-1 {
			at.From = lo
		}
		if hi >= at.To && lo <= at.To && hi-at.From < labelWords {
			at.To = hi + 1
		}
	}
	kids := r.deps.Kids(cl.Head)
	for i := len(kids) - 1; i >= 0; i-- {
		if k := int(kids[i]); k < cl.Head && near(r.d.Tokens[k].Rel) {
			grow(k)
		}
	}
	for _, k := range kids {
		if int(k) > cl.Head && r.timed[k] < 0 && extract.Is(r.d.Tokens[k].Rel, "nmod") {
			grow(int(k))
		}
	}
	return at
}

func near(rel string) bool {
	switch rel {
	case "det", "amod", "compound", "nmod:poss", "nummod", "flat":
		return true
	}
	return false
}

// reach is the stretch of the subtree of token k, without clauses and conjuncts that hang on it.
func (r *reader) reach(k, depth int) (lo, hi int) {
	lo, hi = k, k
	if depth > 6 {
		return
	}
	for _, j := range r.deps.Kids(k) {
		switch rel := r.d.Tokens[j].Rel; {
		case rel == "appos" && r.d.Tokens[j-1].UPOS != "PUNCT" && r.d.Tokens[j].UPOS == "PROPN":
			// "telecoms giant Verizon": the name of what stands before it
		case extract.Is(rel, "acl"), rel == "appos", rel == "parataxis", rel == "punct", extract.Is(rel, "advcl"), r.timed[j] >= 0:
			continue
		}
		l, h := r.reach(int(j), depth+1)
		lo, hi = min(lo, l), max(hi, h)
	}
	return
}

func possessive(name string) string {
	if strings.HasSuffix(name, "s") {
		return name + "’"
	}
	return name + "’s"
}
