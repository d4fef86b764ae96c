package train

import (
	"sort"
	"strings"

	"dateline/extract/lemmas"
	"dateline/extract/linear"
)

// lemmaCase is a pair of form and class with its most frequent lemma.
type lemmaCase struct {
	word   string // as written
	folded string
	class  uint32
	lemma  string
	n      int
}

// often is how many times a form must have been seen to be kept whatever the rules say.
const often = 5

// Lemmas learns lemmas and features from the samples, and lemmas from more forms, and returns the bytes of a model.
func Lemmas(samples []Sample, more []Inflected) []byte {
	tags := pairs(samples)
	class := lemmas.NewClasses(tags).Of
	b := &linear.Builder{}
	b.Strings("tags", tags)
	addLemmas(b, moreCases(lemmaCases(samples, class), more, class))
	addFeats(b, samples, class)
	return b.File()
}

// pairs are the pairs of tags seen at least twice, UPOS and XPOS divided by a blank, the most frequent first.
func pairs(samples []Sample) (list []string) {
	count := map[string]int{}
	for _, s := range samples {
		for _, t := range s.Tokens {
			count[t.UPOS+" "+t.XPOS]++
		}
	}
	for name, n := range count {
		if n >= 2 {
			list = append(list, name)
		}
	}
	sort.Slice(list, func(i, j int) bool {
		a, b := list[i], list[j]
		return count[a] > count[b] || count[a] == count[b] && a < b
	})
	return list
}

// addLemmas adds the rules of lemmas to the model, and a lexicon of what they do not explain.
func addLemmas(b *linear.Builder, cases []lemmaCase) {
	rules := lemmaRules(cases)
	edits := newInterner()
	var keys []uint64
	var values []uint32
	for _, r := range sortedRules(rules) {
		keys = append(keys, lemmas.RuleKey([]byte(r.ending), r.class))
		values = append(values, edits.id(rules[r]))
	}
	b.Dict("lemma endings", keys, values)
	b.Strings("lemma edits", edits.list)
	keys, values = nil, nil
	texts := newInterner()
	for _, c := range cases {
		frequent := c.n >= often && c.lemma == strings.ToLower(c.lemma) // saves the search, and writing a new string
		if strings.Contains(c.folded, "0") || !frequent && apply(rules, c) == c.lemma {
			continue
		}
		keys = append(keys, lemmas.LemmaKey([]byte(c.folded), c.class))
		values = append(values, texts.id(c.lemma))
	}
	b.Dict("lemma words", keys, values)
	b.Strings("lemmas", texts.list)
}

// interner numbers strings in the order they come.
type interner struct {
	ids  map[string]uint32
	list []string
}

func newInterner() *interner { return &interner{ids: map[string]uint32{}} }

func (n *interner) id(s string) uint32 {
	if id, ok := n.ids[s]; ok {
		return id
	}
	id := uint32(len(n.list))
	n.ids[s] = id
	n.list = append(n.list, s)
	return id
}

// lemmaCases counts forms with their lemmas, in the order of first sight.
func lemmaCases(samples []Sample, class func(upos, xpos string) uint32) []lemmaCase {
	type key struct {
		folded string
		class  uint32
	}
	count := map[key]map[string]int{}
	word := map[key]string{}
	var order []key
	for _, s := range samples {
		for _, t := range s.Tokens {
			form := s.Text[t.Start:t.End]
			k := key{string(linear.Fold(nil, form)), class(t.UPOS, t.XPOS)}
			if count[k] == nil {
				count[k] = map[string]int{}
				word[k] = form
				order = append(order, k)
			}
			count[k][t.Lemma]++
		}
	}
	var cases []lemmaCase
	for _, k := range order {
		best, n := "", 0
		for lemma, m := range count[k] {
			if m > n || m == n && lemma < best {
				best, n = lemma, m
			}
		}
		cases = append(cases, lemmaCase{word[k], k.folded, k.class, best, n})
	}
	return cases
}

// moreCases adds forms that the samples do not show.
func moreCases(cases []lemmaCase, more []Inflected, class func(upos, xpos string) uint32) []lemmaCase {
	type key struct {
		folded string
		class  uint32
	}
	have := map[key]bool{}
	for _, c := range cases {
		have[key{c.folded, c.class}] = true
	}
	for _, f := range more {
		k := key{f.Form, class(map[byte]string{'V': "VERB", 'N': "NOUN"}[f.XPOS[0]], f.XPOS)}
		if !have[k] {
			have[k] = true
			cases = append(cases, lemmaCase{f.Form, f.Form, k.class, f.Lemma, 1})
		}
	}
	return cases
}

// ruleKey is an ending with a class.
type ruleKey struct {
	ending string
	class  uint32
}

// lemmaRules chooses for each ending the edit that most forms with it want, and drops rules that the next shorter
// ending implies.
func lemmaRules(cases []lemmaCase) map[ruleKey]string {
	votes := map[ruleKey]map[string]int{}
	for _, c := range cases {
		edit, ok := editOf(c.word, c.lemma)
		if !ok {
			continue
		}
		for n := 0; n <= min(lemmas.MaxEnding, len(c.folded)); n++ {
			k := ruleKey{c.folded[len(c.folded)-n:], c.class}
			if votes[k] == nil {
				votes[k] = map[string]int{}
			}
			votes[k][edit]++
		}
	}
	best := map[ruleKey]string{}
	for k, v := range votes {
		n := 0
		for edit, m := range v {
			if m > n || m == n && edit < best[k] {
				best[k], n = edit, m
			}
		}
		if n < 2 && k.ending != "" {
			delete(best, k)
		}
	}
	rules := map[ruleKey]string{}
	for k, edit := range best {
		if k.ending == "" || edit != shorter(best, k) {
			rules[k] = edit
		}
	}
	return rules
}

// shorter is the rule that the longest proper ending of k's ending has.
func shorter(rules map[ruleKey]string, k ruleKey) string {
	for from := 1; from <= len(k.ending); from++ {
		if edit, ok := rules[ruleKey{k.ending[from:], k.class}]; ok {
			return edit
		}
	}
	return ""
}

// apply is the lemma that the rules give.
func apply(rules map[ruleKey]string, c lemmaCase) string {
	for from := max(0, len(c.folded)-lemmas.MaxEnding); from <= len(c.folded); from++ {
		if edit, ok := rules[ruleKey{c.folded[from:], c.class}]; ok {
			return lemmas.Edit(c.word, edit)
		}
	}
	return strings.ToLower(c.word)
}

// editOf is the shortest rule that makes the lemma of the word, false if it would have to cut more than nine bytes.
func editOf(word, lemma string) (string, bool) {
	word = lemmas.Straight(word)
	letter, stem := "l", strings.ToLower(word)
	if k := commonPrefix(word, lemma); k > commonPrefix(stem, lemma) || word == lemma && stem != word {
		letter, stem = "k", word
	}
	n := commonPrefix(stem, lemma)
	cut := len(word) - n
	if cut > 9 || len(stem) != len(word) || n == 0 && len(lemma) > 3 {
		return "", false
	}
	return letter + string(rune('0'+cut)) + lemma[n:], true
}

func commonPrefix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

func sortedRules(rules map[ruleKey]string) []ruleKey {
	var list []ruleKey
	for k := range rules {
		list = append(list, k)
	}
	sort.Slice(list, func(i, j int) bool {
		if list[i].class != list[j].class {
			return list[i].class < list[j].class
		}
		return list[i].ending < list[j].ending
	})
	return list
}
