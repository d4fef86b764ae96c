// Package events turns clauses into events: typed by the rules, with roles, place, date and its reason, status, the one
// who says so, and numbers. It decides what is worth a line in a timeline and words that line.
//
// An event is made from a verb's clause ("launched an air campaign"), from a verb that lends itself to a noun ("held
// talks"), or from an event noun that has someone or something with it ("Moscow's annexation of Crimea"). States,
// copulas and mere saying by nobody in particular are left out.
package events

import (
	"io/fs"
	"sort"
	"strings"

	"dateline/extract"
	"dateline/extract/rules"
	"dateline/graph"
)

// Finder finds events. It is safe for concurrent use.
type Finder struct {
	rules *rules.Set
	verbs inflector
}

// New makes a finder that works by the rules in set and reads the irregular verbs from files, rooted at the data folder.
func New(set *rules.Set, files fs.FS) (*Finder, error) {
	verbs, err := loadVerbs(files, "lexicon/verbs.tsv")
	if err != nil {
		return nil, err
	}
	return &Finder{rules: set, verbs: verbs}, nil
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
		r.said(c)
	}
	r.voices()
	for c := range d.Clauses {
		if e, ok := r.event(c); ok {
			r.index[c] = len(r.out)
			r.out = append(r.out, e)
		}
	}
	r.date()
	d.Events = r.out
	d.Links = r.links()
	d.Relations = relations(d, r.deps, r.rules)
	return nil
}

// reader is the state of reading one document.
type reader struct {
	*Finder
	d       *extract.Document
	deps    *extract.Deps
	clause  []int32 // token → clause it heads, -1 none
	mention []int32 // token → mention it heads, -1 none; names before nominals
	named   []bool  // mention → its chain holds a name
	timed   []int32 // token → time expression it lies in, -1 none
	owner   [][]int // clause → time expressions that hang on it
	speech  [][]extract.Said
	index   []int // clause → event, -1 none
	out     []extract.Event
}

func newReader(f *Finder, d *extract.Document) *reader {
	r := &reader{
		Finder: f, d: d, deps: extract.NewDeps(d),
		clause: filled(len(d.Tokens)), mention: filled(len(d.Tokens)), timed: filled(len(d.Tokens)),
		named: make([]bool, len(d.Mentions)), owner: make([][]int, len(d.Clauses)),
		speech: make([][]extract.Said, len(d.Clauses)), index: make([]int, len(d.Clauses)),
	}
	for c := range d.Clauses {
		r.clause[d.Clauses[c].Head], r.index[c] = int32(c), -1
	}
	for m := range d.Mentions {
		if d.Mentions[m].Form == extract.Name {
			r.named[root(d, m)] = true
		}
	}
	for m := range d.Mentions {
		r.named[m] = r.named[m] || r.named[root(d, m)]
		if h := d.Mentions[m].Head; r.mention[h] < 0 || better(&d.Mentions[m], &d.Mentions[r.mention[h]]) {
			r.mention[h] = int32(m)
		}
	}
	for t := range d.Times {
		for i := d.Times[t].At.From; i < d.Times[t].At.To; i++ {
			r.timed[i] = int32(t)
		}
	}
	r.own()
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
func root(d *extract.Document, m int) int {
	if s := d.Mentions[m].Same; s >= 0 && s < len(d.Mentions) {
		return s
	}
	return m
}

// better tells whether mention a says more than b about the token that both head.
func better(a, b *extract.Mention) bool {
	if (a.Form == extract.Name) != (b.Form == extract.Name) {
		return a.Form == extract.Name
	}
	return a.At.Len() > b.At.Len()
}

// event makes the event of clause c; ok is false where the clause tells none.
func (r *reader) event(c int) (e extract.Event, ok bool) {
	cl := &r.d.Clauses[c]
	if cl.Kind == "copula" || cl.Link == "light" {
		return e, false
	}
	t := r.trigger(c)
	if !r.tells(c, t) || r.doubled(c, t) {
		return e, false
	}
	e = extract.Event{
		At: extract.Range{From: cl.Head, To: cl.Head + 1}, Head: cl.Head, Clause: c, Sentence: cl.Sentence,
		Lemma: cl.Lemma, Place: -1, By: cl.By, Score: 0.6,
	}
	if t != nil {
		e.Type, e.By, e.Score = t.Type.Name, t.By(), 0.8
	}
	e.Roles = r.roles(c, t)
	if !r.worth(c, t, e.Roles) {
		return e, false
	}
	e.Place = r.place(c)
	e.Status = r.status(c, t)
	if t == nil && e.Status != graph.Happened && e.Status != graph.Denied && !r.anyNamed(e.Roles) {
		return e, false // what nameless people may do one day is no event
	}
	e.Attribution = r.attribution(c)
	e.Quantities = r.quantities(c, t)
	e.Label, e.Short = r.label(c, t, e.Status), r.short(cl)
	return e, e.Label != ""
}

// trigger is the first rule whose words and constraints fit clause c, nil if there is none.
func (r *reader) trigger(c int) *rules.Trigger {
	cl := &r.d.Clauses[c]
	if cl.Kind == "noun" {
		return r.fitting(cl, r.rules.Noun(cl.Lemma))
	}
	verb, noun := split(cl.Lemma)
	if noun != "" && !r.particle(cl) {
		if t := r.fitting(cl, r.rules.Noun(noun)); t != nil {
			return t
		}
	}
	for i := range cl.Args {
		if a := &cl.Args[i]; a.Slot == "oblique" && a.Case != "" {
			if t := r.fitting(cl, r.rules.Verb(cl.Lemma+" "+a.Case)); t != nil {
				return t // "called off the parade", with the particle read as a preposition
			}
		}
	}
	if t := r.fitting(cl, r.rules.Verb(cl.Lemma)); t != nil {
		return t
	}
	if noun != "" && !r.particle(cl) {
		return r.fitting(cl, r.rules.Verb(verb))
	}
	return nil
}

// split parts "hold talk" into verb and noun.
func split(lemma string) (verb, noun string) {
	for i := 0; i < len(lemma); i++ {
		if lemma[i] == ' ' {
			return lemma[:i], lemma[i+1:]
		}
	}
	return lemma, ""
}

// particle tells whether the second word of cl's lemma is a particle, not a noun.
func (r *reader) particle(cl *extract.Clause) bool {
	for _, k := range r.deps.Kids(cl.Head) {
		if r.d.Tokens[k].Rel == "compound:prt" {
			return true
		}
	}
	return false
}

func (r *reader) fitting(cl *extract.Clause, triggers []*rules.Trigger) *rules.Trigger {
	for _, t := range triggers {
		if r.fits(cl, t) {
			return t
		}
	}
	return nil
}

// fits tells whether the slots that the rule wants are there, and none that it forbids.
func (r *reader) fits(cl *extract.Clause, t *rules.Trigger) bool {
	if len(t.Needs) > 0 && !r.needs(cl, t.Needs) {
		return false
	}
	if r.among(cl, t.Unless) || len(t.Only) > 0 && !r.among(cl, t.Only) {
		return false
	}
	return len(t.Kinds) == 0 || cl.Kind == "noun" || r.object(cl, t.Kinds)
}

// among tells whether the object of cl, or its subject where it has no object or is passive, is one of the lemmas.
func (r *reader) among(cl *extract.Clause, lemmas []string) bool {
	if len(lemmas) == 0 {
		return false
	}
	slot := "object"
	if cl.Passive || !has(cl, "object") {
		slot = "subject"
	}
	for i := range cl.Args {
		a := &cl.Args[i]
		if a.Slot != slot || a.Clause >= 0 {
			continue
		}
		for _, l := range lemmas {
			if r.d.Tokens[a.Head].Lemma == l {
				return true
			}
		}
	}
	return false
}

func (r *reader) needs(cl *extract.Clause, needs []string) bool {
	for i := range cl.Args {
		a := &cl.Args[i]
		for _, n := range needs {
			if (a.Slot == n || a.Case == n) && r.timed[a.Head] < 0 {
				return true
			}
		}
	}
	return false
}

// object tells whether cl has an object, or passive subject, of one of the kinds.
func (r *reader) object(cl *extract.Clause, kinds []string) bool {
	for i := range cl.Args {
		a := &cl.Args[i]
		if a.Clause >= 0 || !(a.Slot == "object" || a.Slot == "indirect" || cl.Passive && a.Slot == "subject") {
			continue
		}
		for _, k := range kinds {
			if k == "force" && r.rules.In("force", r.d.Tokens[a.Head].Lemma) {
				return true
			}
			if m := r.mention[a.Head]; m >= 0 && string(r.d.Mentions[m].Kind) == k {
				return true
			}
		}
	}
	return false
}

func has(cl *extract.Clause, slot string) bool {
	for i := range cl.Args {
		if cl.Args[i].Slot == slot {
			return true
		}
	}
	return false
}

// tells says whether clause c can tell an event at all.
func (r *reader) tells(c int, t *rules.Trigger) bool {
	cl := &r.d.Clauses[c]
	if cl.Kind == "noun" {
		return t != nil
	}
	verb, _ := split(cl.Lemma)
	if cl.Tense == "none" && cl.Link == "root" && r.d.Tokens[cl.Head].XPOS == "VB" {
		return false // an order to the reader, or a broken sentence
	}
	if r.rules.In("think", verb) && t == nil {
		return false
	}
	if r.rules.In("say", verb) || r.rules.In("claim", verb) {
		return t != nil || r.speaks(cl)
	}
	if t != nil {
		return !r.habit(cl, true)
	}
	if r.rules.In("stative", verb) {
		return r.rules.In("becoming", verb) && cl.Tense == "past" && !cl.Progress && has(cl, "object") && verb != cl.Lemma
	}
	return !r.habit(cl, false) && (cl.Tense != "none" || cl.Link != "root")
}

// doubled tells of the half of "began to broadcast" or "sent jets to strike" that says less: the verb of beginning where
// a rule knows what began, else the infinitive; and purposes that no rule knows.
func (r *reader) doubled(c int, t *rules.Trigger) bool {
	cl := &r.d.Clauses[c]
	if t == nil && cl.Tense == "none" && cl.Mark == "to" && extract.Is(cl.Link, "advcl") {
		return true
	}
	if cl.Link == "xcomp" && cl.Parent >= 0 && t == nil {
		verb, _ := split(r.d.Clauses[cl.Parent].Lemma)
		return r.rules.In("manage", verb)
	}
	if verb, _ := split(cl.Lemma); t != nil || !r.rules.In("manage", verb) {
		return false
	}
	for i := range cl.Args {
		if a := &cl.Args[i]; a.Slot == "clause" && a.Clause >= 0 && r.d.Clauses[a.Clause].Link == "xcomp" && r.trigger(a.Clause) != nil {
			return true
		}
	}
	return false
}

// habit tells of a statement in the simple present without anything that pins it to one moment: "pilgrims arrive". In a
// headline the present is news, and so it is for a typed event of somebody with a name.
func (r *reader) habit(cl *extract.Clause, typed bool) bool {
	for i := range cl.Args {
		if t := r.timed[cl.Args[i].Head]; t >= 0 && r.d.Times[t].Type == "SET" {
			return true
		}
	}
	if cl.Tense != "present" || cl.Perfect || cl.Progress || cl.Modal != "" || r.heading(cl) {
		return false
	}
	for i := range cl.Args {
		if !typed {
			break
		}
		a := &cl.Args[i]
		if m := r.mention[a.Head]; a.Slot == "subject" && a.Clause < 0 && m >= 0 && r.named[m] {
			return false
		}
	}
	return true
}

// heading tells whether cl stands in a headline.
func (r *reader) heading(cl *extract.Clause) bool {
	at := r.d.Tokens[cl.Head].Start
	i := sort.Search(len(r.d.Paragraphs), func(i int) bool { return r.d.Paragraphs[i].End > at })
	return i < len(r.d.Paragraphs) && r.d.Paragraphs[i].Kind == extract.Heading
}

// speaks tells whether cl is somebody's saying of something: a named speaker and words said.
func (r *reader) speaks(cl *extract.Clause) bool {
	named := false
	for i := range cl.Args {
		a := &cl.Args[i]
		m := r.mention[a.Head]
		named = named || a.Slot == "subject" && a.Clause < 0 && m >= 0 && r.named[m]
	}
	content := has(cl, "clause") || has(cl, "object") && cl.Link != "acl:relcl" || strings.HasPrefix(cl.Link, "parataxis")
	return named && content && cl.Modal == "" && !cl.Negated
}

// worth says whether the participants make the event worth a line: a rule and anyone, or an entity with a name.
func (r *reader) worth(c int, t *rules.Trigger, roles []extract.EventRole) bool {
	cl := &r.d.Clauses[c]
	named, full := 0, 0
	for i := range roles {
		switch {
		case roles[i].Mention >= 0 && r.named[roles[i].Mention]:
			named++
		case roles[i].Mention < 0 || r.d.Mentions[roles[i].Mention].Form != extract.Pronoun:
			full++
		}
	}
	if cl.Kind == "noun" {
		return named > 0 || len(r.owner[c]) > 0 && full > 0
	}
	if verb, _ := split(cl.Lemma); len(roles) == 1 && (r.rules.In("say", verb) || r.rules.In("claim", verb) || r.rules.In("wish", verb)) && !r.says(cl) {
		return false // "Putin asked" is nothing without what
	}
	return named+full > 0
}

// says tells whether cl has words of its own besides its subject.
func (r *reader) says(cl *extract.Clause) bool {
	for i := range cl.Args {
		if s := cl.Args[i].Slot; s == "clause" || s == "object" || s == "oblique" || s == "complement" || s == "indirect" {
			return true
		}
	}
	return strings.HasPrefix(cl.Link, "parataxis") || cl.Passive
}

func (r *reader) anyNamed(roles []extract.EventRole) bool {
	for i := range roles {
		if m := roles[i].Mention; m >= 0 && r.named[m] {
			return true
		}
	}
	return false
}
