// Package mend repairs what grammar forbids in a tree that a statistical parser made. The parser decides word by word and
// now and then reads a conjunction as a preposition, runs over a comma, or leaves a sentence without a verb; the words
// around tell better.
//
//	since Russia in September launched a campaign    "since Russia" was read as a phrase of place or time
//	Putting this aside, Obama and Putin met          the names were read as further objects of "putting"
//	Rey, 26, married Ada Berg                        "married" was read as a participle, and nobody did anything
//	Ada Berg is to marry Rey                         the infinitive was read as what Ada Berg is
//
// What is English in it is the order subject – verb, and groups of rules/words.yaml.
package mend

import (
	"strings"

	"dateline/extract"
	"dateline/extract/rules"
)

// repairs are the kinds of repair in the order in which they are made. Each tells whether it changed the tree.
var repairs = [...]func(*tree) bool{
	(*tree).days, (*tree).epithets, (*tree).hyphens, (*tree).twins, (*tree).modals, (*tree).absolutes, (*tree).asides, (*tree).antecedents, (*tree).exceptions, (*tree).objects, (*tree).gerunds, (*tree).doubles, (*tree).verbless, (*tree).numbers, (*tree).sums, (*tree).lists,
	(*tree).agreements, (*tree).conjuncts, (*tree).subjects,
}

// Trees repairs the trees of d with the groups of words in set. Each sentence keeps its one root.
func Trees(d *extract.Document, set *rules.Set) {
	t := &tree{d: d, words: set, deps: extract.NewDeps(d)}
	for s := range d.Sentences {
		t.sent = d.Sentences[s].Range
		for _, repair := range repairs {
			if repair(t) {
				t.deps.Renew(d, t.sent)
			}
		}
	}
}

// tree is that of one sentence.
type tree struct {
	d     *extract.Document
	words *rules.Set
	deps  *extract.Deps
	sent  extract.Range
}

// subjects gives subjects to finite verbs that lack one, where a phrase that can be it stands before the verb.
func (t *tree) subjects() (changed bool) {
	for v := t.sent.From; v < t.sent.To; v++ {
		if lacks(t.d, t.deps, v) && (&mender{tree: t, verb: v}).find() {
			changed = true
		}
	}
	return changed
}

// above tells whether token k is token i or an ancestor of it, so that hanging it on i would make a ring.
func (t *tree) above(k, i int) bool {
	for n := 0; i >= 0 && n <= t.sent.Len(); n++ {
		if i == k {
			return true
		}
		i = t.d.Tokens[i].Head
	}
	return false
}

func (t *tree) set(i, head int, rel string) {
	t.d.Tokens[i].Head, t.d.Tokens[i].Rel = head, rel
}

// in tells whether the word at token i, in lower case, stands in group.
func (t *tree) in(group string, i int) bool { return t.words.In(group, strings.ToLower(t.d.Word(i))) }

// lacks tells whether token v is a finite verb that should have a subject and has none. An infinitive without "to" that
// hangs on a verb as a clause of its own is a finite verb with a wrong tag: "after Turkey shot down a bomber".
func lacks(d *extract.Document, deps *extract.Deps, v int) bool {
	t := &d.Tokens[v]
	if t.UPOS != "VERB" || t.XPOS != "VBD" && t.XPOS != "VBZ" && t.XPOS != "VBP" && !(t.XPOS == "VB" && t.Rel == "advcl" && deps.Kid(d, v, "mark") < 0) {
		return false
	}
	switch rel := t.Rel; {
	case rel == "conj" && deps.Kid(d, v, "cc") >= 0, strings.HasPrefix(rel, "acl"), rel == "amod", rel == "case", rel == "compound", rel == "fixed", strings.HasPrefix(rel, "parataxis"):
		return false
	}
	for _, k := range deps.Kids(v) {
		switch rel := d.Tokens[k].Rel; {
		case extract.Is(rel, "nsubj") && sentence(d, deps, int(k)):
		case extract.Is(rel, "nsubj"), rel == "expl", extract.Is(rel, "aux"), extract.Is(rel, "cop"):
			return false
		case extract.Is(rel, "csubj") && d.Tokens[k].XPOS != "VBG":
			return false
		}
	}
	return true
}

// sentence tells whether noun k is the predicate of a sentence of its own ("it was their first meeting"), which cannot
// be the subject of a verb.
func sentence(d *extract.Document, deps *extract.Deps, k int) bool {
	return deps.Kid(d, k, "cop") >= 0 && deps.Kid(d, k, "nsubj") >= 0
}

// mender looks for the subject of one verb.
type mender struct {
	*tree
	verb  int
	loose []int // phrases between subject and verb, which go to the verb
}

// find walks left from the verb, over adverbs and phrases with prepositions, to the first phrase that can be a subject.
func (m *mender) find() bool {
	for i := m.verb - 1; i >= m.sent.From; {
		t := &m.d.Tokens[i]
		if t.UPOS == "ADV" || t.UPOS == "PUNCT" && m.d.Word(i) == "," {
			i--
			continue
		}
		head, lo := m.chunk(i)
		if head < 0 {
			return false
		}
		if m.d.Tokens[head].Rel == "appos" {
			i = lo - 1
			continue
		}
		mark := m.caseOf(head)
		switch {
		case mark < 0:
			return m.bare(head, lo)
		case m.words.In("conjunction", strings.ToLower(m.d.Word(mark))):
			return m.attach(head, mark)
		}
		m.loose = append(m.loose, head)
		i = lo - 1
	}
	return false
}

// chunk is the head and first token of the noun phrase that ends at token i; head is -1 if none does.
func (m *mender) chunk(i int) (head, lo int) {
	head = i
	for n := 0; n < 12; n++ {
		h := m.d.Tokens[head].Head
		if h < m.sent.From || h >= m.verb || !inside(m.d.Tokens[head].Rel) || m.comma(min(h, head), max(h, head)) || h > i {
			break
		}
		head = h
	}
	switch m.d.Tokens[head].UPOS {
	case "NOUN", "PROPN", "PRON", "NUM":
	default:
		return -1, 0
	}
	if x := m.d.Tokens[head].XPOS; x == "WDT" || x == "WP" {
		return -1, 0
	}
	lo = head
	for j := head - 1; j >= m.sent.From && m.under(j, head); j-- {
		lo = j
	}
	return head, lo
}

// inside tells whether a token with relation rel is part of the phrase of its head.
func inside(rel string) bool {
	switch rel {
	case "det", "amod", "compound", "flat", "nummod", "nmod:poss", "nmod:desc", "case":
		return true
	}
	return false
}

func (m *mender) comma(a, b int) bool {
	for j := a + 1; j < b; j++ {
		if m.d.Tokens[j].UPOS == "PUNCT" {
			return true
		}
	}
	return false
}

// under tells whether token j hangs, directly or not, on token head.
func (m *mender) under(j, head int) bool {
	for n := 0; j >= 0 && n < 12; n++ {
		if u := m.d.Tokens[j].UPOS; u == "PUNCT" || u == "CCONJ" {
			return false
		}
		if j = m.d.Tokens[j].Head; j == head {
			return true
		}
	}
	return false
}

// caseOf is the preposition of the phrase with head k, -1 if it has none.
func (m *mender) caseOf(k int) int {
	for _, j := range m.deps.Kids(k) {
		if m.d.Tokens[j].Rel == "case" && int(j) < k {
			return int(j)
		}
	}
	return -1
}

// attach makes head the subject of the verb and its preposition the conjunction of the verb's clause, its tag too.
func (m *mender) attach(head, mark int) bool {
	if m.above(head, m.verb) {
		return false
	}
	m.turn()
	m.set(head, m.verb, "nsubj")
	m.set(mark, m.verb, "mark")
	m.d.Tokens[mark].UPOS = "SCONJ"
	m.settle(head, "advcl")
	return true
}

// turn puts a sentence that was read as the verb's subject above the verb.
func (m *mender) turn() {
	for _, k := range m.deps.Kids(m.verb) {
		if extract.Is(m.d.Tokens[k].Rel, "nsubj") && sentence(m.d, m.deps, int(k)) {
			v := m.d.Tokens[m.verb]
			m.set(int(k), v.Head, v.Rel)
			m.set(m.verb, int(k), "advcl")
			return
		}
	}
}

// bare makes a phrase without preposition the subject, with the names that "and" ties to it, if it stands behind the
// comma of an opening participle.
func (m *mender) bare(head, lo int) bool {
	part := m.participle()
	if part < 0 || m.above(head, m.verb) {
		return false
	}
	first := head
	for lo-1 > part && m.d.Tokens[lo-1].UPOS == "CCONJ" {
		h, l := m.chunk(lo - 2)
		if h < 0 || m.caseOf(h) >= 0 {
			break
		}
		first, lo = h, l
	}
	if lo-1 <= part || m.d.Word(lo-1) != "," {
		return false
	}
	m.set(first, m.verb, "nsubj")
	if first != head {
		m.set(head, first, "conj")
		for j := first + 1; j < head; j++ {
			if m.d.Tokens[j].UPOS == "CCONJ" {
				m.set(j, head, "cc")
			}
		}
	}
	m.settle(first, m.d.Tokens[m.verb].Rel)
	m.set(part, m.verb, "advcl")
	return true
}

// participle is the participle that opens the sentence and hangs on the verb as a subject clause, -1 if there is none.
func (m *mender) participle() int {
	for _, k := range m.deps.Kids(m.verb) {
		if t := &m.d.Tokens[k]; int(k) < m.verb && t.XPOS == "VBG" && (extract.Is(t.Rel, "csubj") || extract.Is(t.Rel, "advcl")) {
			return int(k)
		}
	}
	return -1
}

// settle hands the phrases between subject and verb that hung on what stands before the subject to the verb, and mends
// the verb's own relation.
func (m *mender) settle(subject int, rel string) {
	for _, k := range m.loose {
		if m.d.Tokens[k].Head < subject && !m.above(k, m.verb) {
			m.set(k, m.verb, "obl")
		}
	}
	if t := &m.d.Tokens[m.verb]; t.Head >= 0 && (extract.Is(t.Rel, "csubj") || t.Rel == "dep" || t.Rel == "conj") {
		t.Rel = rel
	}
}
