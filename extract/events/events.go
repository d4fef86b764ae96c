package events

import (
	"io/fs"
	"slices"

	"dateline/extract"
	"dateline/extract/rules"
	"dateline/graph"
)

// Finder finds events. It is safe for concurrent use.
type Finder struct {
	rules     *rules.Set
	relations *rules.Relations
	verbs     inflector
	forms     forms
	numbers   map[string]float64 // words of numbers
	amounts   amounts
}

// New makes a finder that works by the rules in set and reads the irregular verbs from files, rooted at the data folder.
func New(set *rules.Set, files fs.FS) (*Finder, error) {
	verbs, err := loadVerbs(files, "lexicon/verbs.tsv")
	if err != nil {
		return nil, err
	}
	forms, err := loadForms(files, "lexicon/forms.tsv")
	if err != nil {
		return nil, err
	}
	numbers, err := loadNumbers(files, "lexicon/numbers.tsv")
	if err != nil {
		return nil, err
	}
	amounts, err := loadAmounts(files)
	if err != nil {
		return nil, err
	}
	relations, err := rules.LoadRelations(files)
	if err != nil {
		return nil, err
	}
	return &Finder{rules: set, relations: relations, verbs: verbs, forms: forms, numbers: numbers, amounts: amounts}, nil
}

// Stage is the finder as a step of the pipeline.
func (f *Finder) Stage() extract.Stage {
	return extract.Stage{
		Name:  "events",
		Doc:   "what happened: typed, dated, placed events with their status and source",
		Needs: extract.Clauses | extract.Chains | extract.Times | extract.Tree,
		Fills: extract.Events,
		Run:   f.run,
	}
}

func (f *Finder) run(d *extract.Document) error {
	r := newReader(f, d)
	for c := range d.Clauses {
		r.read(c)
	}
	r.fold()
	r.date()
	r.local()
	r.occurrences()
	d.Events, d.Asides = r.out, r.asides
	d.Links = slices.Concat(r.links(), r.ties(), r.parts())
	d.Relations = relations(d, r.deps, r.names, r.rules, r.relations)
	return nil
}

// reader is the state of reading one document.
type reader struct {
	*Finder
	d       *extract.Document
	deps    *extract.Deps
	clause  []int32 // token → clause it heads, -1 none
	names   *extract.Naming
	mention []int32                  // names.Head
	named   []bool                   // names.Named
	timed   []int32                  // token → time expression it lies in, -1 none
	owner   [][]int                  // clause → time expressions that hang on it
	hangs   []int                    // time expression → clause that it hangs on, -1 none
	given   map[int]*graph.KnownDate // head token → what the user knows of it
	about   string                   // domain of the article, empty if none prevails
	lead    int                      // time expression of the first day that the article names as one of its news, -1 none
	index   []int                    // clause → event, -1 none
	spoken  []string                 // scratch of code: contexts found
	out     []extract.Event
	asides  []extract.Event
}

func newReader(f *Finder, d *extract.Document) *reader {
	r := &reader{
		Finder: f, d: d, deps: extract.NewDeps(d),
		clause: filled(len(d.Tokens)), timed: filled(len(d.Tokens)), owner: make([][]int, len(d.Clauses)),
		index: make([]int, len(d.Clauses)),
	}
	r.names = extract.NewNaming(d, r.deps)
	r.mention, r.named = r.names.Head, r.names.Named
	for c := range d.Clauses {
		r.clause[d.Clauses[c].Head], r.index[c] = int32(c), -1
	}
	for t := range d.Times {
		for i := d.Times[t].At.From; i < d.Times[t].At.To; i++ {
			r.timed[i] = int32(t)
		}
	}
	r.hangs = make([]int, len(d.Times))
	for t := range r.hangs {
		r.hangs[t] = -1
	}
	r.about = r.domain()
	r.own()
	r.recognise()
	r.publish()
	r.lead = r.leading()
	return r
}

func filled(n int) []int32 {
	s := make([]int32, n)
	for i := range s {
		s[i] = -1
	}
	return s
}

// root is the first mention of the thing that mention m names.
func root(d *extract.Document, m int) int { return d.First(m) }

// read makes the event of clause c, or an aside where what it tells is not worth a line.
func (r *reader) read(c int) {
	cl := &r.d.Clauses[c]
	switch {
	case cl.Kind == "copula":
		r.state(c)
		return
	case cl.Link == "light":
		r.asides = append(r.asides, r.event(c, nil)) // its verb tells it
		return
	}
	t := r.trigger(c)
	e := r.event(c, t)
	if t == nil && cl.Kind == "noun" || !r.tells(c, t) || r.doubled(c, t) || !r.worth(c, t, &e) {
		if cl.Kind == "noun" && len(e.Roles) == 0 && e.Place < 0 {
			e.Type, e.Code = "", graph.Code{} // of nobody and nowhere: too little to be a case of it
		}
		r.asides = append(r.asides, e)
		return
	}
	e.Label, e.Short = r.label(c, t, e.Status), r.short(cl)
	if e.Label != "" {
		r.index[c] = len(r.out)
		r.out = append(r.out, e)
	}
}

// event is what clause c tells by rule t, or by no rule where t is nil.
func (r *reader) event(c int, t *rules.Trigger) extract.Event {
	cl := &r.d.Clauses[c]
	e := extract.Event{
		At: extract.Range{From: cl.Head, To: cl.Head + 1}, Head: cl.Head, Clause: c, Sentence: cl.Sentence,
		Lemma: cl.Lemma, Status: status(cl, t), Cue: cl.Cue, Fact: cl.Fact, Attribution: cl.Said, By: cl.By, Score: 0.6,
	}
	if t != nil {
		e.Type, e.By, e.Score = t.Type.Name, t.By(), 0.8
	}
	e.Roles, e.Place, e.Quantities = r.roles(c, t), r.place(c, t), r.quantities(c, t)
	r.code(&e, t)
	return e
}

// status is that of the clause, unless the rule says that what it names never simply happens.
func status(cl *extract.Clause, t *rules.Trigger) graph.Status {
	if t != nil && t.Status != "" && cl.Status == graph.Happened {
		return graph.Status(t.Status)
	}
	return cl.Status
}
