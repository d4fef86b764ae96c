package events

import (
	"strings"

	"dateline/extract"
	"dateline/extract/rules"
	"dateline/graph"
)

// relater reads the states between two names that an article tells outright: by a noun that one of them is called, "Syrian
// President Bashar al-Assad", "Airbus parent EADS", "Bill Gates is the founder of Microsoft", or by a verb, "General
// Motors owns Opel". Which words tell what stands in rules/relations.yaml; offices stand in rules/words.yaml.
type relater struct {
	d     *extract.Document
	deps  *extract.Deps
	set   *rules.Set
	words *rules.Relations
	names *extract.Naming
	begin map[int]int // first token → name that begins there
	said  map[relation]bool
	out   []extract.Relation
}

// titled is where mention m begins with the title in front of it.
func (r *relater) titled(m int) int {
	x := &r.d.Mentions[m]
	from := x.At.From
	for words := len(strings.Fields(x.Title)) + 2; from > 0 && words > 0 && x.Title != ""; words-- {
		from--
		if r.d.String(extract.Range{From: from, To: x.At.From}) == x.Title {
			return from
		}
	}
	return x.At.From
}

// relation is what two relations of one article must differ in.
type relation struct {
	kind     string
	from, to int // first mentions
	past     bool
}

func relations(d *extract.Document, deps *extract.Deps, names *extract.Naming, set *rules.Set, words *rules.Relations) []extract.Relation {
	r := &relater{d: d, deps: deps, set: set, words: words, names: names, begin: map[int]int{}, said: map[relation]bool{}}
	for m := range d.Mentions {
		if d.Mentions[m].Form == extract.Name {
			r.begin[d.Mentions[m].At.From] = m
			r.begin[r.titled(m)] = m
		}
	}
	for i := range d.Tokens {
		switch t := &d.Tokens[i]; t.UPOS {
		case "NOUN", "PROPN":
			r.noun(i)
		case "VERB":
			r.verb(i)
		}
	}
	for m := range d.Mentions {
		if d.Mentions[m].By == extract.Adjectival {
			r.national(m)
		}
	}
	return r.out
}

// add notes a relation between mentions from and to, said by the words from token lo to token hi, both included.
func (r *relater) add(kind, by string, from, to, lo, hi int, past bool) {
	key := relation{kind, r.d.First(from), r.d.First(to), past}
	if key.from == key.to || r.said[key] {
		return
	}
	r.said[key] = true
	r.out = append(r.out, extract.Relation{Type: kind, From: from, To: to, At: extract.Range{From: lo, To: hi + 1}, When: r.d.Told(past), By: by})
}

// noun reads the relation that noun i tells of whoever is called by it.
func (r *relater) noun(i int) {
	lemma := strings.ToLower(r.d.Tokens[i].Lemma)
	office, kin := r.set.In("office", lemma), r.words.Noun(lemma)
	if !office && kin == nil || r.halved(i) {
		return
	}
	holder, past, ok := r.holder(i)
	if !ok {
		return
	}
	body, how := r.body(i, holder)
	if body < 0 || r.d.First(body) == r.d.First(holder) {
		return
	}
	past = past || r.former(i)
	h, b := &r.d.Mentions[holder], &r.d.Mentions[body]
	lo, hi := min(i, h.At.From, b.At.From), max(i, h.At.To-1, b.At.To-1)
	for _, rule := range kin {
		if rule.Fits(string(h.Kind), string(b.Kind)) {
			r.add(rule.Type, rule.By(), holder, body, lo, hi, past)
			return
		}
	}
	if office && h.Kind == graph.Person && bodily(b.Kind) {
		r.add(r.post(i, b), "relations/"+how, holder, body, lo, hi, past)
	}
}

// halved tells whether noun i is the end of a hyphened word that is no office: "tight-head", but "vice-chairman" and "ex-wife".
func (r *relater) halved(i int) bool {
	if i < 2 || r.d.Word(i-1) != "-" || r.d.Tokens[i-1].End != r.d.Tokens[i].Start {
		return false
	}
	first := strings.ToLower(r.d.Word(i - 2))
	return !r.set.In("deputy", first) && !r.set.In("former", first) && !r.set.In("joint", first)
}

// national reads the country of a person from its adjective at mention m: "Russian tennis star Maria Sharapova".
func (r *relater) national(m int) {
	noun := r.d.Tokens[r.d.Mentions[m].Head].Head
	if noun < 0 || r.set.In("continent", strings.ToLower(r.d.Mentions[m].Name)) || r.set.In("state-office", strings.ToLower(r.d.Tokens[noun].Lemma)) {
		return
	}
	holder := r.named(noun)
	if holder < 0 || r.d.Mentions[holder].Form != extract.Name {
		holder, _, _ = r.holder(noun)
	}
	if holder < 0 || r.d.Mentions[holder].Kind != graph.Person || r.d.Mentions[holder].Form != extract.Name {
		return
	}
	h := r.d.Mentions[holder].At
	r.add("national-of", "relations/adjective", holder, m, min(h.From, r.d.Mentions[m].Head), max(h.To-1, noun), false)
}

// holder is the mention of who is called by noun i: the name right behind it, the one that it is in apposition to, or
// the subject of which it is said.
func (r *relater) holder(i int) (m int, past, ok bool) {
	if m, ok := r.begin[i+1]; ok && r.sameSentence(i, i+1) && r.d.Mentions[m].Head != i {
		return m, false, true
	}
	t := &r.d.Tokens[i]
	if t.Rel == "appos" {
		if m := r.named(t.Head); m >= 0 && r.d.Mentions[m].Form == extract.Name {
			return m, false, true
		}
	}
	copula, denied := -1, false
	for _, k := range r.deps.Kids(i) {
		switch kid := &r.d.Tokens[k]; {
		case kid.Rel == "appos":
			if m := r.named(int(k)); m >= 0 && r.d.Mentions[m].Form == extract.Name {
				return m, false, true
			}
		case kid.Rel == "cop":
			copula = int(k)
		case kid.Rel == "aux", strings.EqualFold(r.d.Word(int(k)), "not"), strings.EqualFold(r.d.Word(int(k)), "n't"):
			denied = true
		}
	}
	if copula < 0 || denied {
		return -1, false, false
	}
	if k := r.deps.Kid(r.d, i, "nsubj"); k >= 0 {
		m := r.named(k)
		return m, strings.Contains(r.d.Tokens[copula].Feats, "Tense=Past"), m >= 0
	}
	return -1, false, false
}

// body is the mention of what noun i is of, and how that is said; -1 if nothing says it.
func (r *relater) body(i, holder int) (m int, how string) {
	country := -1 // told by its adjective, which says less than a name beside it: "Scottish Conservative leader"
	for _, k := range r.deps.Kids(i) {
		kid := int(k)
		rel := r.d.Tokens[kid].Rel
		if !extract.Is(rel, "nmod") && rel != "amod" && rel != "compound" || rel == "nmod" && kid > i && !r.of(kid) {
			continue
		}
		if m := r.named(kid); m >= 0 && m != holder && r.fitting(i, m) && !r.between(kid, i) {
			if r.d.Mentions[m].By != extract.Adjectival {
				return m, "apposition"
			}
			country = m
		}
	}
	if country >= 0 {
		return country, "apposition"
	}
	return r.before(i, holder), "title"
}

// before is the name in front of noun i in the phrase that leads to the holder's name: "Airbus parent", "French President".
func (r *relater) before(i, holder int) int {
	if m, ok := r.begin[i+1]; !ok || m != holder {
		return -1
	}
	for k := i - 1; k >= 0 && k > i-8 && r.sameSentence(k, i); k-- {
		switch r.d.Tokens[k].UPOS {
		case "VERB", "ADP", "CCONJ", "AUX":
			return -1
		case "PUNCT":
			if r.d.Word(k) != "-" {
				return -1
			}
		}
		if m := r.named(k); m >= 0 && m != holder && r.fitting(i, m) {
			return m
		}
		if r.between(k-1, k+1) {
			return -1
		}
	}
	return -1
}

// between tells whether a noun of another relation stands between two tokens: of "its ally President Assad" its is the
// ally's, not the president's.
func (r *relater) between(from, to int) bool {
	for k := from + 1; k < to; k++ {
		if r.words.Noun(strings.ToLower(r.d.Tokens[k].Lemma)) != nil {
			return true
		}
	}
	return false
}

// of tells whether a phrase hangs on a noun by a preposition that says whose it is.
func (r *relater) of(token int) bool {
	c := r.deps.Kid(r.d, token, "case")
	return c >= 0 && r.set.In("belonging", strings.ToLower(r.d.Word(c)))
}

// fitting refuses a country's adjective before an office that is no country's: a Russian analyst comes from Russia; and a
// part of a longer word: a Soviet-era ally is not the Soviet Union's.
func (r *relater) fitting(i, m int) bool {
	if to := r.d.Mentions[m].At.To; to < len(r.d.Tokens) && r.d.Word(to) == "-" {
		return false
	}
	lemma := strings.ToLower(r.d.Tokens[i].Lemma)
	return r.d.Mentions[m].Form == extract.Name || r.d.Mentions[m].By != extract.Adjectival || !r.set.In("office", lemma) || r.set.In("state-office", lemma)
}

// named is the mention that token heads, if its chain has a name; -1 otherwise.
func (r *relater) named(token int) int {
	if token < 0 {
		return -1
	}
	m := int(r.names.Head[token])
	if m >= 0 && r.names.Named[m] && len(r.d.Mentions[m].Members) == 0 {
		return m
	}
	return -1
}

func (r *relater) sameSentence(i, k int) bool {
	return i >= 0 && k < len(r.d.Tokens) && r.d.SentenceOf(i) == r.d.SentenceOf(k)
}

// former tells whether a word of the phrase before noun i says that it is over: "former Spurs and England defender".
func (r *relater) former(i int) bool {
	for k := i - 1; k >= 0 && k > i-8 && r.sameSentence(k, i); k-- {
		switch r.d.Tokens[k].UPOS {
		case "VERB", "AUX", "ADP":
			return false
		case "PUNCT":
			if r.d.Word(k) != "-" {
				return false
			}
		}
		if r.set.In("former", strings.TrimSuffix(strings.ToLower(r.d.Word(k)), "-")) {
			return true
		}
	}
	return false
}

// bodily tells whether a kind can have offices: states, organisations, peoples.
func bodily(k graph.Kind) bool {
	return k == graph.Place || k == graph.Organization || k == graph.Group
}

// post is the type of relation that the office at token i makes with a body.
func (r *relater) post(i int, body *extract.Mention) string {
	lemma, before := strings.ToLower(r.d.Tokens[i].Lemma), ""
	if i > 0 {
		before = strings.ToLower(r.d.Word(i - 1))
	}
	if i > 1 && before == "-" {
		before = strings.ToLower(r.d.Word(i - 2))
	}
	switch {
	case body.Kind == graph.Group && !r.set.In("head-group", lemma):
	case r.set.In("head-office", before+" "+lemma), r.set.In("head-office", lemma+" of "+strings.ToLower(body.Name)),
		r.set.In("head-office", lemma) && !r.set.In("deputy", before) && !r.branch(i, body):
		return "head-of"
	}
	return "office-of"
}

// branch tells whether the office at token i heads only a part of body: "tennis chief", "head of research at".
func (r *relater) branch(i int, body *extract.Mention) bool {
	if i > 0 {
		if t := &r.d.Tokens[i-1]; t.UPOS == "NOUN" && t.Head == i && t.Rel == "compound" && !r.set.In("whole", strings.ToLower(t.Lemma)) && !body.At.Has(i-1) {
			return true
		}
	}
	at, of := false, false
	for _, k := range r.deps.Kids(i) {
		if c := r.deps.Kid(r.d, int(k), "case"); c > i {
			at = at || strings.EqualFold(r.d.Word(c), "at") && body.At.Has(int(k))
			of = of || strings.EqualFold(r.d.Word(c), "of") && !body.At.Has(int(k))
		}
	}
	return at && of
}
