package annotate

import (
	"slices"
	"strings"

	"dateline/extract"
)

// slots are the parts of a proposition while it is being filled.
type slots struct {
	relation string
	subject  part
	bare     []part // objects, complements
	cased    []part // what comes with a preposition
	covered  []extract.Range
}

// part is one argument: its words, those of its conjuncts where it has several, and its preposition.
type part struct {
	prep, words string
	each        []string
	joins       bool // a bare noun that is half of the verb: "place" in "took place"
}

// all are the parts that are there.
func (s *slots) all() []*part {
	out := []*part{&s.subject}
	for i := range s.bare {
		out = append(out, &s.bare[i])
	}
	for i := range s.cased {
		out = append(out, &s.cased[i])
	}
	return out
}

// proposition joins the parts. The preposition of what stands for the object goes to the relation.
func (s *slots) proposition(sentence int, score float64) Proposition {
	t := Proposition{Sentence: sentence, Subject: s.subject.words, Relation: s.relation, Score: score}
	bare := s.bare
	if len(bare) == 1 && bare[0].joins && len(s.cased) > 0 && s.cased[0].prep != "" {
		t.Relation += " " + bare[0].words // "took place in", "is home to"
		bare = nil
	}
	for _, b := range bare {
		t.Args = append(t.Args, b.words)
	}
	for _, c := range s.cased {
		if len(t.Args) == 0 {
			t.Relation += " " + c.prep
			t.Args = append(t.Args, c.words)
			continue
		}
		t.Args = append(t.Args, strings.TrimSpace(c.prep+" "+c.words))
	}
	return t
}

// deepest is how many verbs a relation may chain: "began to try to persuade".
const deepest = 3

// slots reads those of clause c.
func (p *proposer) slots(c *extract.Clause) slots {
	s := slots{relation: p.shared(c) + p.words(p.verb(c))}
	p.fill(&s, c, 0)
	if len(s.bare)+len(s.cased) > 0 {
		p.adverbial(&s, c)
	}
	if said := p.content(c); said.Len() > 0 && len(s.bare) == 0 {
		s.bare = append(s.bare, part{words: p.words(said)})
	}
	return s
}

// fill puts the arguments of clause c into s, and those of the clause that completes its verb.
func (p *proposer) fill(s *slots, c *extract.Clause, depth int) {
	for _, i := range p.order(c) {
		a := &c.Args[i]
		if a.At.Len() <= 0 || a.Slot == "modifier" || a.Slot == "inner" || depth > 0 && a.Slot == "subject" {
			continue
		}
		if next := a.Clause; next >= 0 && depth < deepest && p.completes(next) {
			p.merged[next] = true
			s.relation += " " + p.infinitive(&p.d.Clauses[next])
			p.fill(s, &p.d.Clauses[next], depth+1)
			continue
		}
		if s.covers(a.Head) || p.ofApposition(a.Head) {
			continue
		}
		at := p.extent(c, a)
		if a.Slot != "subject" || s.subject.words == "" {
			s.covered = append(s.covered, at)
		}
		x := part{prep: a.Case, words: p.words(at), each: p.conjuncts(c, i)}
		x.joins = at.Len() == 1 && p.d.Tokens[a.Head].XPOS == "NN" && (c.Kind == "copula" || a.Slot == "object")
		switch {
		case at.Len() == 1 && p.d.Tokens[a.Head].UPOS == "ADP": // "is referred to as"
			s.relation += " " + x.words
		case a.Slot == "subject":
			if s.subject.words == "" {
				s.subject = x
			}
		case a.Case == "":
			s.bare = append(s.bare, x)
		default:
			s.cased = append(s.cased, x)
		}
	}
}

// ofApposition tells whether token i is coordinated with an apposition, so that it says again who is meant.
func (p *proposer) ofApposition(i int) bool {
	t := &p.d.Tokens[i]
	return t.Rel == "conj" && t.Head >= 0 && p.d.Tokens[t.Head].Rel == "appos"
}

// order is that in which the arguments of c are taken: what a copula says of its subject comes first.
func (p *proposer) order(c *extract.Clause) []int {
	var out []int
	for i := range c.Args {
		if c.Args[i].Head == c.Head {
			out = append(out, i)
		}
	}
	for i := range c.Args {
		if c.Args[i].Head != c.Head {
			out = append(out, i)
		}
	}
	return out
}

// shared is the auxiliaries that c, a conjunct without any, has in common with the first conjunct, with a blank behind:
// "was " of "was found and [sold]".
func (p *proposer) shared(c *extract.Clause) string {
	form, first := p.d.Tokens[c.Head].XPOS, c
	for n := 0; n < deepest && first.Link == "conj" && first.Parent >= 0 && first.Predicate.From == first.Head; n++ {
		first = &p.d.Clauses[first.Parent]
		if first.Kind != "verb" || p.d.Tokens[first.Head].XPOS != form {
			return ""
		}
	}
	group := extract.Range{From: first.Predicate.From, To: first.Head}
	if first == c || group.Len() <= 0 || p.d.Tokens[group.From].UPOS != "AUX" {
		return ""
	}
	return p.words(group) + " "
}

// adverbial adds a clause of purpose, time or cause that follows the verb: "climbed into the boot to hide".
func (p *proposer) adverbial(s *slots, c *extract.Clause) {
	for _, k32 := range p.deps.Kids(c.Head) {
		k := int(k32)
		if k < c.Head || !extract.Is(p.d.Tokens[k].Rel, "advcl") || p.d.Tokens[k-1].UPOS == "PUNCT" {
			continue
		}
		lo, hi := p.reach(k, -1, -1, 0)
		if hi-lo > 14 || lo < c.Head {
			continue
		}
		s.cased = append(s.cased, part{words: p.words(p.trim(extract.Range{From: lo, To: hi + 1}))})
	}
}

// extent is the stretch of argument a.
func (p *proposer) extent(c *extract.Clause, a *extract.Argument) extract.Range {
	if a.Clause >= 0 || !a.At.Has(a.Head) {
		return a.At
	}
	if a.Head == c.Head {
		return p.complement(c)
	}
	at := p.phrase(a.Head, c.Head)
	at.From, at.To = min(at.From, a.At.From), max(at.To, a.At.To)
	return at
}

// conjuncts are the words of argument i of c and of each that is coordinated with it; nil if none is.
func (p *proposer) conjuncts(c *extract.Clause, i int) (each []string) {
	first := &c.Args[i]
	for j := i + 1; j < len(c.Args); j++ {
		a := &c.Args[j]
		if a.Slot != first.Slot || a.Clause >= 0 || p.d.Tokens[a.Head].Rel != "conj" || p.d.Tokens[a.Head].Head != first.Head {
			continue
		}
		if each == nil {
			each = append(each, p.words(first.At))
		}
		each = append(each, p.words(a.At))
	}
	return each
}

// covers tells whether token i lies in an argument that s has.
func (s *slots) covers(i int) bool {
	return slices.ContainsFunc(s.covered, func(r extract.Range) bool { return r.Has(i) })
}

// completes tells whether clause i is an open complement of its parent.
func (p *proposer) completes(i int) bool {
	c := &p.d.Clauses[i]
	return c.Kind == "verb" && c.Link == "xcomp" && c.Parent >= 0
}

// infinitive is the verb of an open complement with its "to".
func (p *proposer) infinitive(c *extract.Clause) string {
	words := p.words(p.verb(c))
	if c.Mark == "to" && !strings.HasPrefix(words, "to ") {
		words = "to " + words
	}
	return words
}

// verb is the predicate of c with the adverbs that stand right before it; of a copula only its verbs.
func (p *proposer) verb(c *extract.Clause) extract.Range {
	r := c.Predicate
	if c.Kind == "copula" {
		r = p.copula(c)
	}
	for r.From > 0 && p.d.Tokens[r.From-1].Head == c.Head && p.d.Tokens[r.From-1].Rel == "advmod" && p.d.Tokens[r.From-1].XPOS != "WRB" {
		r.From--
	}
	return r
}

// copula is the form of "be" with its auxiliaries and the adverbs behind it: "has never been".
func (p *proposer) copula(c *extract.Clause) extract.Range {
	r := extract.Range{From: c.Head, To: c.Head}
	for _, k32 := range p.deps.Kids(c.Head) {
		k := int(k32)
		if rel := p.d.Tokens[k].Rel; extract.Is(rel, "cop") || extract.Is(rel, "aux") {
			if r.Len() == 0 {
				r.From = k
			}
			r.To = k + 1
		}
	}
	for r.To < c.Head && p.d.Tokens[r.To].Head == c.Head && extract.Is(p.d.Tokens[r.To].Rel, "advmod") {
		r.To++
	}
	return r
}

// complement is the phrase that a copula gives to its subject, without what stands in slots of its own.
func (p *proposer) complement(c *extract.Clause) extract.Range {
	after := p.copula(c).To
	at := extract.Range{From: c.Head, To: c.Head + 1}
	for _, k32 := range p.deps.Kids(c.Head) {
		k := int(k32)
		rel := p.d.Tokens[k].Rel
		if k < after && k < c.Head || slices.ContainsFunc(loose, func(l string) bool { return extract.Is(rel, l) }) || extract.Is(rel, "obl") || k > c.Head && extract.Is(rel, "advmod") {
			continue
		}
		lo, hi := p.reach(k, c.Head, -1, 1)
		at.From, at.To = min(at.From, lo), max(at.To, hi+1)
	}
	return p.trim(at)
}

// content is what is said where the verb of saying stands behind it: "“They left,” he said".
func (p *proposer) content(c *extract.Clause) extract.Range {
	if !strings.HasPrefix(c.Link, "parataxis") || c.Parent < 0 || p.d.Clauses[c.Parent].Head > c.Head {
		return extract.Range{}
	}
	at := extract.Range{From: p.d.Sentences[c.Sentence].From, To: c.Predicate.From}
	for i := range c.Args {
		if a := &c.Args[i]; a.Clause < 0 {
			at.To = min(at.To, a.At.From)
		}
	}
	if at.Len() <= 0 {
		return extract.Range{}
	}
	return p.trim(at)
}

// loose are the relations of what is not part of a phrase though it hangs on its head.
var loose = []string{"case", "mark", "punct", "acl:relcl", "appos", "parataxis", "cop", "nsubj", "aux", "advcl", "ccomp", "discourse"}

// phrase is all that hangs on token head but for what is loose and what hangs on token skip.
func (p *proposer) phrase(head, skip int) extract.Range {
	lo, hi := p.reach(head, head, skip, 0)
	return p.trim(extract.Range{From: lo, To: hi + 1})
}

// reach gives the first and last token of the part of head's phrase that hangs on token i.
func (p *proposer) reach(i, head, skip, depth int) (lo, hi int) {
	lo, hi = i, i
	if depth > 30 { // no sentence of news goes deeper; a broken tree might
		return
	}
	for _, k := range p.deps.Kids(i) {
		isLoose := func(rel string) bool { return extract.Is(p.d.Tokens[k].Rel, rel) }
		if int(k) == skip || i == head && slices.ContainsFunc(loose, isLoose) && !(int(k) > head && isLoose("case")) {
			continue
		}
		l, h := p.reach(int(k), head, skip, depth+1)
		lo, hi = min(lo, l), max(hi, h)
	}
	return
}

// trim takes punctuation and conjunctions off the ends.
func (p *proposer) trim(r extract.Range) extract.Range {
	for r.Len() > 1 && (p.d.Tokens[r.From].UPOS == "PUNCT" || p.d.Tokens[r.From].UPOS == "CCONJ") {
		r.From++
	}
	for r.Len() > 1 && (p.d.Tokens[r.To-1].UPOS == "PUNCT" || p.d.Tokens[r.To-1].UPOS == "CCONJ" || p.d.Tokens[r.To-1].XPOS == "POS") {
		r.To--
	}
	return r
}

func (p *proposer) words(r extract.Range) string { return p.d.String(r) }
