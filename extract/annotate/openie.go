package annotate

import (
	"bufio"
	"slices"
	"strconv"
	"strings"

	"dateline/extract"
)

// writeOpenIE prints tuples: article, sentence from 0, confidence, subject, relation, object, further arguments.
func writeOpenIE(w *bufio.Writer, d *extract.Document) error {
	for _, p := range Propositions(d) {
		p.write(w, d.ID)
	}
	return nil
}

// Proposition is one fact that a sentence states, in the words of the text.
type Proposition struct {
	Sentence          int // index in Document.Sentences
	Subject, Relation string
	Args              []string // the object, then what else is said; never empty
	Score             float64  // how sure it is, 0…1
}

// Propositions are all facts that the clauses of d state, those of clauses first. The clauses give them, as in ClausIE
// (Del Corro and Gemulla 2013); the words of each part come from the tree, since those who read propositions want whole
// phrases where events want short ones.
func Propositions(d *extract.Document) (out []Proposition) {
	p := proposer{d: d, deps: extract.NewDeps(d), merged: make([]bool, len(d.Clauses))}
	for i := range d.Clauses {
		if t, ok := p.tuple(i); ok {
			out = append(out, t)
		}
	}
	for n, s := range d.Sentences {
		for i := s.From; i < s.To; i++ {
			if t, ok := p.beside(i, n); ok {
				out = append(out, t)
			}
		}
	}
	return out
}

func (t *Proposition) write(w *bufio.Writer, id string) {
	cells := append([]string{id, strconv.Itoa(t.Sentence), strconv.FormatFloat(t.Score, 'f', 2, 64), t.Subject, t.Relation}, t.Args...)
	for n, c := range cells {
		cells[n] = extract.Fold(c)
	}
	w.WriteString(strings.Join(cells, "\t"))
	w.WriteByte('\n')
}

// beside reads a tuple off a noun that stands beside token i's head: "Rey, the mayor" → Rey | is | the mayor.
func (p *proposer) beside(i, sentence int) (Proposition, bool) {
	k := p.d.Tokens[i]
	if k.Rel != "appos" || k.UPOS != "NOUN" && k.UPOS != "PROPN" {
		return Proposition{}, false
	}
	return Proposition{Sentence: sentence, Subject: p.words(p.phrase(k.Head)), Relation: "is", Args: []string{p.words(p.phrase(i))}, Score: 0.6}, true
}

// proposer makes tuples of clauses.
type proposer struct {
	d      *extract.Document
	deps   *extract.Deps
	merged []bool // clauses that became part of the relation of another: "tried to win"
}

// tuple reads one off clause i; false where there is no subject or nothing to say of it.
//
//	He often tried to persuade the council in May. → He | often tried to persuade | the council | in May
func (p *proposer) tuple(i int) (Proposition, bool) {
	c := &p.d.Clauses[i]
	if c.Kind == "noun" || p.merged[i] {
		return Proposition{}, false
	}
	s := slots{relation: p.words(p.verb(c))}
	p.fill(&s, c, 0)
	t := Proposition{Sentence: c.Sentence, Subject: s.subject, Relation: s.relation, Args: s.bare}
	for n, a := range s.cased {
		if n == 0 && len(s.bare) == 0 {
			t.Relation += " " + a.prep
			t.Args = append(t.Args, a.words)
			continue
		}
		t.Args = append(t.Args, a.prep+" "+a.words)
	}
	if t.Subject == "" || len(t.Args) == 0 {
		return Proposition{}, false
	}
	t.Score = sureness(c, t)
	return t, true
}

// slots are the parts of a tuple while it is being filled.
type slots struct {
	subject, relation string
	bare              []string // objects, complements
	cased             []cased  // what comes with a preposition
	covered           []extract.Range
}

type cased struct{ prep, words string }

// deepest is how many verbs a relation may chain: "began to try to persuade".
const deepest = 3

// fill puts the arguments of clause c into s, and those of the clause that completes its verb.
func (p *proposer) fill(s *slots, c *extract.Clause, depth int) {
	for _, a := range c.Args {
		if a.At.Len() <= 0 || a.Slot == "modifier" || depth > 0 && a.Slot == "subject" {
			continue
		}
		if next := a.Clause; next >= 0 && depth < deepest && p.completes(next) {
			p.merged[next] = true
			s.relation += " " + p.infinitive(&p.d.Clauses[next])
			p.fill(s, &p.d.Clauses[next], depth+1)
			continue
		}
		at := a.At
		if a.Clause < 0 && at.Has(a.Head) {
			at = p.phrase(a.Head)
			at.From, at.To = min(at.From, a.At.From), max(at.To, a.At.To)
		}
		if s.covers(a.Head) {
			continue
		}
		s.covered = append(s.covered, at)
		switch {
		case a.Slot == "subject":
			if s.subject == "" {
				s.subject = p.words(at)
			}
		case a.Case == "":
			s.bare = append(s.bare, p.words(at))
		default:
			s.cased = append(s.cased, cased{a.Case, p.words(at)})
		}
	}
}

// covers tells whether token i lies in an argument that s has.
func (s *slots) covers(i int) bool {
	for _, r := range s.covered {
		if r.Has(i) {
			return true
		}
	}
	return false
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

// verb is the predicate of c with the adverbs that stand right before it.
func (p *proposer) verb(c *extract.Clause) extract.Range {
	r := c.Predicate
	for r.From > 0 && p.d.Tokens[r.From-1].Head == c.Head && p.d.Tokens[r.From-1].Rel == "advmod" && p.d.Tokens[r.From-1].XPOS != "WRB" {
		r.From--
	}
	return r
}

// loose are the relations of what is not part of a phrase though it hangs on its head.
var loose = []string{"case", "mark", "punct", "acl:relcl", "appos", "parataxis", "cop", "nsubj", "aux", "advcl", "ccomp", "discourse"}

// phrase is all that hangs on token head but for what is loose.
func (p *proposer) phrase(head int) extract.Range {
	lo, hi := p.reach(head, head, 0)
	return p.trim(extract.Range{From: lo, To: hi + 1})
}

// reach gives the first and last token of the part of head's phrase that hangs on token i.
func (p *proposer) reach(i, head, depth int) (lo, hi int) {
	lo, hi = i, i
	if depth > 30 { // no sentence of news goes deeper; a broken tree might
		return
	}
	for _, k := range p.deps.Kids(i) {
		isLoose := func(rel string) bool { return extract.Is(p.d.Tokens[k].Rel, rel) }
		if i == head && slices.ContainsFunc(loose, isLoose) && !(int(k) > head && isLoose("case")) {
			continue
		}
		l, h := p.reach(int(k), head, depth+1)
		lo, hi = min(lo, l), max(hi, h)
	}
	return
}

// trim takes punctuation and conjunctions off the ends.
func (p *proposer) trim(r extract.Range) extract.Range {
	for r.Len() > 1 && (p.d.Tokens[r.From].UPOS == "PUNCT" || p.d.Tokens[r.From].UPOS == "CCONJ") {
		r.From++
	}
	for r.Len() > 1 && (p.d.Tokens[r.To-1].UPOS == "PUNCT" || p.d.Tokens[r.To-1].UPOS == "CCONJ") {
		r.To--
	}
	return r
}

func (p *proposer) words(r extract.Range) string { return p.d.String(r) }

// sureness ranks tuples: the more a clause carries, and the more of it was read off bare slots, the surer. The steps
// are plain; they order, they do not promise a share of right ones.
func sureness(c *extract.Clause, t Proposition) float64 {
	s := 0.9
	if c.Kind != "verb" {
		s -= 0.1
	}
	if c.Link != "" {
		s -= 0.1
	}
	if len(t.Args) > 3 {
		s -= 0.1
	}
	return s
}
