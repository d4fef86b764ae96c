package annotate

import (
	"strings"

	"dateline/extract"
	"dateline/graph"
)

// Proposition is one fact that a sentence states, in the words of the text.
type Proposition struct {
	Sentence          int // index in Document.Sentences
	Subject, Relation string
	Args              []string // the object, then what else is said; never empty
	// Score is how sure it is, 0…1: about the share of its words that a reader would put into the same fact. The steps
	// were set on the development set of CaRB (dateline-train score claims openie).
	Score float64
}

// How sure the kinds of propositions are, and what makes one surer or less so.
const (
	sureVerb       = 0.59
	sureCopula     = 0.56
	sureTitle      = 0.50
	sureApposition = 0.37
	surePlace      = 0.31
	sureInstance   = 0.23
	sureOwner      = 0.19

	ofSplit       = 0.70 // factor: one of several coordinated
	forGroup      = 0.06 // the verb has auxiliaries, or chains
	forShort      = 0.05 // a short sentence
	forLong       = -0.08
	forParticiple = -0.12 // no finite verb
	forSubject    = -0.05 // a long subject
)

// Propositions are all facts that d states, sentence by sentence. Most come from clauses, as in ClausIE (Del Corro and
// Gemulla, WWW 2013); coordinated arguments give one more for each of them, as in MinIE (Gashteovski et al., EMNLP 2017);
// appositions, titles and possessors state facts of their own.
//
//	Rey, the mayor, opened a bridge and a school.   Rey | opened | a bridge and a school
//	                                                Rey | opened | a bridge
//	                                                Rey | opened | a school
//	                                                Rey | is | the mayor
func Propositions(d *extract.Document) []Proposition {
	deps := extract.NewDeps(d)
	p := proposer{d: d, deps: deps, names: extract.NewNaming(d, deps), merged: make([]bool, len(d.Clauses))}
	c := 0
	for n, s := range d.Sentences {
		for ; c < len(d.Clauses) && d.Clauses[c].Sentence == n; c++ {
			p.clause(c)
		}
		for i := s.From; i < s.To; i++ {
			p.beside(i, n)
		}
	}
	return p.out
}

// proposer makes propositions.
type proposer struct {
	d      *extract.Document
	deps   *extract.Deps
	names  *extract.Naming
	merged []bool // clauses that became part of the relation of another: "tried to win"
	out    []Proposition
}

// clause adds what clause i states; nothing where there is no subject or nothing to say of it.
//
//	He often tried to persuade the council in May. → He | often tried to persuade | the council | in May
func (p *proposer) clause(i int) {
	c := &p.d.Clauses[i]
	if c.Kind == "noun" || p.merged[i] {
		return
	}
	s := p.slots(c)
	if there := p.deps.Kid(p.d, c.Head, "expl"); there >= 0 && p.d.Tokens[there].XPOS == "EX" && len(s.bare) == 0 && s.subject.words != "" {
		s.bare, s.subject = []part{s.subject}, part{words: p.d.Word(there)}
	}
	if s.subject.words == "" || len(s.bare)+len(s.cased) == 0 {
		return
	}
	whole := s.proposition(c.Sentence, p.sureness(c, &s))
	p.out = append(p.out, whole)
	p.split(c, &s, whole)
}

// split adds one proposition for each of several coordinated subjects, or objects.
func (p *proposer) split(c *extract.Clause, s *slots, whole Proposition) {
	for _, slot := range s.all() {
		if len(slot.each) < 2 {
			continue
		}
		kept := slot.words
		for _, words := range slot.each {
			slot.words = words
			one := s.proposition(c.Sentence, whole.Score*ofSplit)
			p.out = append(p.out, one)
		}
		slot.words = kept
	}
}

// beside adds what a noun states that stands beside another: "Rey, the mayor", "President Rey", "Rey's car", "Paris,
// France", "a school in Paris".
func (p *proposer) beside(i, sentence int) {
	k := &p.d.Tokens[i]
	if strings.HasSuffix(k.Rel, "subj:outer") {
		p.outer(i, sentence)
		return
	}
	if k.Head < 0 || k.UPOS != "NOUN" && k.UPOS != "PROPN" && k.Rel != "nmod:poss" {
		return
	}
	add := func(subject, object extract.Range, relation string, score float64) {
		if subject.Len() <= 0 {
			return
		}
		p.out = append(p.out, Proposition{
			Sentence: sentence, Subject: p.words(subject), Relation: relation, Args: []string{p.words(object)}, Score: score,
		})
	}
	mine, other := p.phrase(i, k.Head), p.phrase(k.Head, i)
	switch k.Rel {
	case "appos":
		relation := "is"
		if p.place(i) && p.place(k.Head) {
			relation = "is in"
		}
		add(other, mine, relation, sureApposition)
	case "nmod:desc":
		if k.Head > i && !strings.HasSuffix(p.d.Word(i), ".") { // "Mr." says nothing
			add(other, mine, "is", sureTitle)
		}
	case "nmod:poss":
		other.From = max(other.From, mine.To)
		if k.UPOS == "PRON" {
			mine = p.named(i)
		}
		add(mine, p.trim(other), "has", sureOwner)
	case "nmod", "conj":
		if head := p.instanceOf(i); head >= 0 {
			at := p.phrase(head, p.under(i, head))
			at.To = min(at.To, i)
			add(mine, at, "is", sureInstance)
		}
		if k.Rel == "conj" {
			return
		}
		if in := p.deps.Kid(p.d, i, "case"); in >= 0 && p.d.Tokens[in].Lemma == "in" && in > k.Head && p.place(i) {
			other.To = min(other.To, in)
			add(other, mine, "is in", surePlace)
		}
	}
}

// outer adds what a clause says that is itself what something is: "The danger is [that they leave]".
func (p *proposer) outer(i, sentence int) {
	head := p.d.Tokens[i].Head
	be := p.deps.Kid(p.d, head, "cop")
	if be < i {
		return
	}
	first, lo := p.deps.Reach(i)
	group := extract.Range{From: be, To: be + 1}
	for group.From-1 > lo && p.d.Tokens[group.From-1].Head == head && p.d.Tokens[group.From-1].UPOS != "PUNCT" {
		group.From--
	}
	_, last := p.deps.Reach(head)
	p.out = append(p.out, Proposition{
		Sentence: sentence, Subject: p.words(p.trim(extract.Range{From: first, To: lo + 1})), Relation: p.words(group),
		Args: []string{p.words(p.trim(extract.Range{From: be + 1, To: last + 1}))}, Score: sureCopula,
	})
}

// instanceOf is the noun of which token i is given as an instance: "rivers such as the Po and the Adda", -1 if none.
func (p *proposer) instanceOf(i int) int {
	for p.d.Tokens[i].Rel == "conj" {
		i = p.d.Tokens[i].Head
	}
	if k := p.deps.Kid(p.d, i, "case"); k >= 0 && p.d.Tokens[i].Rel == "nmod" {
		if w := p.d.Tokens[k].Lemma; w == "such" || w == "including" || w == "include" {
			return p.d.Tokens[i].Head
		}
	}
	return -1
}

// under is the dependent of token head above token i.
func (p *proposer) under(i, head int) int {
	for p.d.Tokens[i].Head >= 0 && p.d.Tokens[i].Head != head {
		i = p.d.Tokens[i].Head
	}
	return i
}

// named is the name in the same sentence for which the pronoun at token i stands; empty if there is none.
func (p *proposer) named(i int) extract.Range {
	m := p.names.Head[i]
	if m < 0 {
		return extract.Range{}
	}
	x := &p.d.Mentions[p.d.First(int(m))]
	if x.Form != extract.Name || p.d.SentenceOf(x.Head) != p.d.SentenceOf(i) {
		return extract.Range{}
	}
	return x.At
}

// place tells whether token i heads the name of a place.
func (p *proposer) place(i int) bool {
	m := p.names.Head[i]
	return m >= 0 && p.d.Mentions[m].Kind == graph.Place && p.d.Mentions[m].Form == extract.Name
}

// sureness is the confidence of what clause c states.
func (p *proposer) sureness(c *extract.Clause, s *slots) float64 {
	sure := sureVerb
	if c.Kind == "copula" {
		sure = sureCopula
	}
	for _, f := range [...]struct {
		is   bool
		step float64
	}{
		{strings.Count(s.relation, " ") > 1, forGroup},
		{p.d.Sentences[c.Sentence].Len() < 20, forShort},
		{p.d.Sentences[c.Sentence].Len() >= 50, forLong},
		{c.Tense == "none" && p.d.Tokens[c.Head].XPOS == "VBG", forParticiple},
		{strings.Count(s.subject.words, " ") >= 9, forSubject},
	} {
		if f.is {
			sure += f.step
		}
	}
	return sure
}
