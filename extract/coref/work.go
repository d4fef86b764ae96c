package coref

import (
	"strings"

	"dateline/extract"
	"dateline/extract/lexicon"
	"dateline/graph"
)

// work is the state of one article.
type work struct {
	*Resolver
	d     *extract.Document
	text  *lexicon.Text
	deps  *extract.Deps
	month int // of publication, as lexicon.Month; 0 if unknown

	groups    []group
	best      []string       // per root of groups its best name
	of        []int          // per mention its thing, -1 if it has none yet
	byKnown   map[string]int // entry → group
	group     []int          // per mention its group of equal names, -1 for other mentions
	rule      []string
	things    []thing
	sent      []int32 // per mention its sentence
	quotes    quotes
	officials map[string]int  // entry → thing, of those that only an office names
	countries map[string]int  // entry → thing, of the places that have been named
	bodies    map[string]bool // entries that the article names, and the countries of the places and persons among them
	home      string          // country that the article names oftener than all others together, empty if none
	recent    recency
	heads     map[int]int // head token → mention, names before nouns
	top       []int       // per mention its head, of a name with a title in front the title's where the tree has it so

	voices  map[voice]int    // things that say I or we and are not known
	covered []bool           // tokens that head a mention
	nouns   map[int]int      // noun that is no mention → thing, of those that a pronoun stands for
	oracle  func(Choice) int // decides in place of the model, for learning
	buffer  []candidate      // reused
	choice  []Option         // reused
	pool    []uint16         // reused
}

// thing is what mentions are mentions of.
type thing struct {
	kind    graph.Kind
	gender  byte // 'm', 'f', 'n', 'p' or 0
	known   string
	name    string // best name; empty if nothing names it
	also    string // another name that identifies it: "Lord Falconer"
	head    string // folded lemma of the head, of a thing that only nouns stand for
	posts   []office
	nouns   []string // folded lemmas that it has been called by, at most maxNouns
	members []int    // mentions, of a thing that is several
	we      bool     // only ever "we": never they
	local   bool     // its name means it within this article only
	first   int      // first mention
	last    int      // latest mention so far
	shown   int      // latest that is no relative pronoun and no I in a quotation: where "Rey, who left, …" leaves Rey
	count   int      // mentions so far
	weight  int      // salience at sentence at
	at      int32
}

// resolve is the stage; with an oracle the pronouns are decided by it.
func (r *Resolver) resolve(d *extract.Document, oracle func(Choice) int) error {
	if len(d.Mentions) == 0 {
		return nil
	}
	w := newWork(r, d)
	w.oracle = oracle
	w.place()
	w.quotes = findQuotes(d)
	w.players()
	w.awards()
	w.findBodies()
	w.nameGroups()
	w.walk()
	w.finish()
	return nil
}

func newWork(r *Resolver, d *extract.Document) *work {
	n := len(d.Mentions)
	w := &work{
		Resolver: r, d: d, text: r.lex.Scan(d), deps: extract.NewDeps(d), of: make([]int, n), group: make([]int, n), rule: make([]string, n),
		sent: make([]int32, n), top: make([]int, n), heads: make(map[int]int, n), officials: map[string]int{}, countries: map[string]int{},
		covered: make([]bool, len(d.Tokens)), nouns: map[int]int{}, voices: map[voice]int{},
	}
	if f := d.Published.First; f.Year > 0 {
		w.month = lexicon.Month(f.Year, f.Month)
	}
	return w
}

// place finds the sentence and the heads of each mention.
func (w *work) place() {
	d, s := w.d, 0
	for i := range d.Mentions {
		m := &d.Mentions[i]
		for s < len(d.Sentences)-1 && d.Sentences[s].To <= m.At.From {
			s++
		}
		w.sent[i], w.of[i], w.group[i] = int32(s), -1, -1
		w.top[i] = top(d, m)
		for _, head := range [...]int{m.Head, w.top[i]} {
			w.covered[head] = true
			if at, ok := w.heads[head]; !ok || d.Mentions[at].Form != extract.Name {
				w.heads[head] = i
			}
		}
	}
}

// field is the walk of life that the title of m tells, else the first of the nouns that t is called by.
func (w *work) field(m *extract.Mention, t *thing) string {
	r := w.titleRange(m)
	for i := r.From; i < r.To; i++ {
		if n, title := w.text.Title(i); n > 0 && i+n <= r.To && title.Field != "" {
			return title.Field
		}
	}
	for _, noun := range t.nouns {
		if title := w.lex.Title(noun); title != nil && title.Field != "" {
			return title.Field
		}
	}
	return ""
}

// told is what tells a person that the lexicon does not know from namesakes: the gender of a title, the country of an office
// of state, the walk of life.
func (w *work) told(m *extract.Mention, t *thing) (told graph.Trait) {
	if t.kind != graph.Person || t.known != "" || m.Form != extract.Name {
		return told
	}
	if title := w.lex.Title(m.Title[strings.LastIndexByte(m.Title, ' ')+1:]); title != nil && title.Gender != 0 {
		told.Gender = string(rune(title.Gender))
	}
	told.Field = w.field(m, t)
	for _, p := range t.posts {
		if e := w.lex.Entry(p.of); e != nil && e.Sort == "country" && len(w.lex.Holders(p.title, p.of, 0)) > 0 {
			told.Country = p.of
			break
		}
	}
	return told
}

// acts tells whether the seat of power of mention i stands for its state: a house or office always does, a city where it
// says something.
func (w *work) acts(i int) bool {
	m := &w.d.Mentions[i]
	if m.Kind == graph.Organization {
		return true
	}
	t := &w.d.Tokens[w.top[i]]
	return m.Form == extract.Name && extract.Is(t.Rel, "nsubj") && t.Head >= 0 && w.lex.Speech(w.lemma(t.Head))
}

// top is the head of mention m and of the titles that it hangs on: of "Mr Kerry" trees have Mr.
func top(d *extract.Document, m *extract.Mention) int {
	h := m.Head
	for range 5 {
		t := &d.Tokens[h]
		if m.Form != extract.Name || t.Head < 0 || t.Head > h || !extract.Is(t.Rel, "flat") {
			break
		}
		h = t.Head
	}
	return h
}

// finish writes what was found into the mentions.
func (w *work) finish() {
	first := make([]int, len(w.things))
	for i := range first {
		first[i] = -1
	}
	for i, t := range w.of {
		if t >= 0 && first[t] < 0 {
			first[t] = i
		}
	}
	for i := range w.d.Mentions {
		m := &w.d.Mentions[i]
		m.Same = i
		if w.of[i] < 0 {
			continue
		}
		t := &w.things[w.of[i]]
		m.Same = first[w.of[i]]
		if w.rule[i] != "" {
			m.By = "coref/" + w.rule[i]
		}
		m.Known, m.Members = t.known, t.members
		if e := w.lex.Entry(t.known); e != nil {
			m.Wikidata, m.Sort = e.Wikidata, e.Sort
		}
		if seat := w.lex.Seat(t.known); seat != "" && w.acts(i) {
			m.Stands = seat
		}
		if t.name != "" {
			m.Name = t.name
			m.Also, m.Told = t.also, w.told(m, t)
			m.Local = t.local || w.own(m, t.known)
		}
		if t.gender != 0 {
			m.Gender = t.gender
		}
		if t.name != "" || m.Form == extract.Pronoun {
			m.Kind = t.kind
		}
	}
}
