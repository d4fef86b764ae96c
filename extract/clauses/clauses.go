// Package clauses reads propositions off the dependency tree: one Clause per predicate, with its subject, objects and
// further arguments, whether they stand beside it or must be fetched from where the syntax left them.
//
//	Obama and Putin met.                     two subjects of one clause
//	Paris condemned it and sent troops.      two clauses, one subject
//	jets dispatched by Russia                dispatch, subject jets, passive, agent Russia
//	Putin asked Assad to leave.              leave, subject Assad
//	the jihadists who hold Raqqa             hold, subject the jihadists
//
// The seven clause types of Del Corro and Gemulla (ClausIE, WWW 2013) are not told apart here: who prints
// propositions decides what is obligatory.
package clauses

import (
	"fmt"
	"io/fs"

	"dateline/extract"
	"dateline/extract/linear"
	"dateline/extract/rules"
)

// Finder finds clauses. It is safe for concurrent use.
type Finder struct {
	rules   *rules.Set
	weights linear.Cells // of factuality
}

// New makes a finder that takes event nouns, light verbs and word groups from set, and the model of factuality from
// files, the data folder.
func New(set *rules.Set, files fs.FS) (*Finder, error) {
	b, err := fs.ReadFile(files, ModelFile)
	if err != nil {
		return nil, err
	}
	f, err := Open(set, b)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", ModelFile, err)
	}
	return f, nil
}

// Open is New with the bytes of a model, which must not change. With a nil model the rules alone decide what happened.
func Open(set *rules.Set, model []byte) (*Finder, error) {
	if model == nil {
		var b linear.Builder
		b.Cells("factuality", Bits, make([]int8, 1<<Bits))
		model = b.File()
	}
	file, err := linear.Open(model)
	if err != nil {
		return nil, err
	}
	weights, err := file.Cells("factuality")
	return &Finder{rules: set, weights: weights}, err
}

// Stage is the finder as a step of the pipeline.
func (f *Finder) Stage() extract.Stage {
	return extract.Stage{
		Name:  "clauses",
		Doc:   "who does what to whom, whether it happened and who says so: one proposition per predicate",
		Needs: extract.Tokens | extract.Sentences | extract.Tags | extract.Tree | extract.Times | extract.Chains,
		Fills: extract.Clauses,
		Run:   f.run,
	}
}

func (f *Finder) run(d *extract.Document) error {
	r := f.reader(d)
	r.claims()
	d.Clauses = r.out
	return nil
}

// reader is a reader that has found the clauses of d.
func (f *Finder) reader(d *extract.Document) *reader {
	deps := extract.NewDeps(d)
	r := &reader{
		Finder: f,
		d:      d,
		deps:   deps,
		names:  extract.NewNaming(d, deps),
		clause: make([]int32, len(d.Tokens)),
		kept:   make([]bool, len(d.Tokens)),
		timed:  make([]bool, len(d.Tokens)),
		quoted: quoted(d),
		name:   make([]int32, len(d.Tokens)),
		atoms:  atomsOf(d),
	}
	for m := range d.Mentions {
		if d.Mentions[m].Form == extract.Name {
			for i := d.Mentions[m].At.From; i < d.Mentions[m].At.To; i++ {
				r.name[i] = int32(m + 1)
			}
		}
	}
	for i := range r.clause {
		r.clause[i] = -1
	}
	for _, t := range d.Times {
		for i := t.At.From; i < t.At.To && i < len(r.timed); i++ {
			r.timed[i] = true
		}
	}
	for s := range d.Sentences {
		r.sentence(s)
	}
	return r
}

// reader is the state of reading one document.
type reader struct {
	*Finder
	d      *extract.Document
	deps   *extract.Deps
	clause []int32 // token → clause it heads, -1 none
	kept   []bool  // scratch of phrase
	timed  []bool  // token lies in a time expression
	name   []int32 // token → mention of a name that it lies in, counted from 1; 0 none
	quoted []bool  // token lies inside quotation marks
	names  *extract.Naming
	atoms  []atoms          // by token
	first  []int            // sentence → its first clause
	speech [][]extract.Said // clause → who says it, if that stands beside it
	out    []extract.Clause
}

// sentence adds the clauses of sentence s: first what stands beside each predicate, then what must be fetched. The
// second pass goes from the root down, so that a clause can take over what its governor has found.
func (r *reader) sentence(s int) {
	first := len(r.out)
	r.first = append(r.first, first)
	sent := r.d.Sentences[s]
	for i := sent.From; i < sent.To; i++ {
		if kind := r.kind(i); kind != "" {
			r.clause[i] = int32(len(r.out))
			r.out = append(r.out, r.predicate(i, s, kind))
		}
	}
	for c := first; c < len(r.out); c++ {
		r.arguments(c)
		r.hang(c)
	}
	done := make([]bool, len(r.out)-first)
	var fetch func(c int)
	fetch = func(c int) {
		if done[c-first] {
			return
		}
		done[c-first] = true
		if p := r.out[c].Parent; p >= 0 {
			fetch(p)
		}
		r.inherit(c)
	}
	for c := first; c < len(r.out); c++ {
		fetch(c)
	}
}

// kind is what sort of predicate token i is: verb, copula, noun, or none ("").
func (r *reader) kind(i int) string {
	t := &r.d.Tokens[i]
	switch t.UPOS {
	case "VERB":
		switch rel := base(t.Rel); rel {
		case "aux", "cop", "case", "mark", "fixed", "flat", "compound", "goeswith", "discourse", "cc":
			return ""
		case "advcl", "acl", "obl":
			if t.XPOS == "VBN" && r.rules.In("as-preposition", t.Lemma) && r.deps.Kid(r.d, i, "obl") > i && r.deps.Kid(r.d, i, "nsubj") < 0 && r.deps.Kid(r.d, i, "mark") < 0 {
				return "" // "11%, compared with 43% in May"
			}
		case "amod":
			if r.deps.Kid(r.d, i, "obl") < 0 && r.deps.Kid(r.d, i, "obj") < 0 {
				return ""
			}
		}
		return "verb"
	}
	if r.deps.Kid(r.d, i, "cop") >= 0 {
		return "copula"
	}
	if t.UPOS == "NOUN" && len(r.rules.Noun(t.Lemma)) > 0 && !extract.Is(t.Rel, "compound") {
		return "noun"
	}
	return ""
}

// base is relation rel without its subtype.
func base(rel string) string {
	for i := 0; i < len(rel); i++ {
		if rel[i] == ':' {
			return rel[:i]
		}
	}
	return rel
}

// hang finds the clause that governs clause c and how.
func (r *reader) hang(c int) {
	cl := &r.out[c]
	cl.Parent, cl.Link = -1, "root"
	top := cl.Head
	if verb := r.stated(top); verb >= 0 {
		cl.Parent, cl.Link = int(r.clause[verb]), "ccomp"
		return
	}
	for h := r.d.Tokens[top].Head; h >= 0; h = r.d.Tokens[top].Head {
		if p := r.clause[h]; p >= 0 {
			cl.Parent, cl.Link = int(p), r.d.Tokens[top].Rel
			if top != cl.Head {
				// The clause hangs on a phrase of its governor: its own relation says how.
				cl.Link = r.d.Tokens[cl.Head].Rel
				if noun := r.d.Tokens[cl.Head].Head; cl.Link == "ccomp" && r.d.Tokens[noun].UPOS == "NOUN" {
					cl.Link = "acl" // "refused to discuss reports that they had left"
				}
			} else if cl.Link == "advcl" && r.wanted(&r.out[p], cl.Head) {
				cl.Link = "xcomp"
			}
			return
		}
		top = h
	}
}
