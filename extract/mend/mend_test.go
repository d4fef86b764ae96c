package mend_test

import (
	"fmt"
	"strings"
	"testing"

	"dateline/data"
	"dateline/extract"
	"dateline/extract/mend"
	"dateline/extract/rules"
)

// A tree as "form/UPOS/XPOS/head/relation", heads counted from 1, 0 = root.
var cases = []struct{ name, in, want string }{
	{"a conjunction read as a preposition",
		"It/PRON/PRP/4/nsubj was/AUX/VBD/4/cop their/PRON/PRP$/4/nmod:poss meeting/NOUN/NN/9/nsubj since/ADP/IN/6/case Spain/PROPN/NNP/4/nmod in/ADP/IN/8/case May/PROPN/NNP/4/nmod closed/VERB/VBD/0/root ports/NOUN/NNS/9/obj",
		"It←meeting nsubj; was←meeting cop; their←meeting nmod:poss; meeting←- root; since←closed mark; Spain←closed nsubj; in←May case; May←closed obl; closed←meeting advcl; ports←closed obj"},
	{"names read as objects of the opening participle",
		"Leaving/VERB/VBG/7/csubj doubts/NOUN/NNS/1/obj ,/PUNCT/,/4/punct Ana/PROPN/NNP/2/conj and/CCONJ/CC/6/cc Bo/PROPN/NNP/2/conj met/VERB/VBD/0/root",
		"Leaving←met advcl; doubts←Leaving obj; ,←Ana punct; Ana←met nsubj; and←Bo cc; Bo←Ana conj; met←- root"},
	{"an apposition between the subject and its verb",
		"Ana/PROPN/NNP/2/nsubj spoke/VERB/VBD/0/root after/ADP/IN/4/case Bo/PROPN/NNP/2/obl ,/PUNCT/,/6/punct head/NOUN/NN/4/appos of/ADP/IN/8/case staff/NOUN/NN/6/nmod ,/PUNCT/,/10/punct left/VERB/VBD/2/conj",
		"Ana←spoke nsubj; spoke←- root; after←left mark; Bo←left nsubj; ,←head punct; head←Bo appos; of←staff case; staff←head nmod; ,←left punct; left←spoke advcl"},
	{"a past form read as an infinitive",
		"Ana/PROPN/NNP/2/nsubj spoke/VERB/VBD/0/root after/ADP/IN/4/case Spain/PROPN/NNP/2/obl shot/VERB/VB/2/advcl birds/NOUN/NNS/5/obj",
		"Ana←spoke nsubj; spoke←- root; after←shot mark; Spain←shot nsubj; shot←spoke advcl; birds←shot obj"},
	{"a month before its subject",
		"In/ADP/IN/3/case May/PROPN/NNP/3/compound Spain/PROPN/NNP/4/obl closed/VERB/VBD/0/root ports/NOUN/NNS/4/obj",
		"In←May case; May←closed obl; Spain←closed nsubj; closed←- root; ports←closed obj"},
	{"a month in the title of its subject",
		"In/ADP/IN/3/case June/PROPN/NNP/3/compound President/PROPN/NNP/4/nmod:desc Ana/PROPN/NNP/5/nsubj met/VERB/VBD/0/root Bo/PROPN/NNP/5/obj",
		"In←June case; June←met obl; President←Ana nmod:desc; Ana←met nsubj; met←- root; Bo←met obj"},
	{"a day that is a part of the name",
		"On/ADP/IN/3/case Sunday/PROPN/NNP/3/compound Times/PROPN/NNP/5/obl Ana/PROPN/NNP/5/nsubj wrote/VERB/VBD/0/root",
		"On←Times case; Sunday←Times compound; Times←wrote obl; Ana←wrote nsubj; wrote←- root"},
	{"nothing to mend",
		"Ana/PROPN/NNP/2/nsubj left/VERB/VBD/0/root after/ADP/IN/4/case lunch/NOUN/NN/2/obl",
		"Ana←left nsubj; left←- root; after←lunch case; lunch←left obl"},
	{"an order has no subject",
		"Read/VERB/VBP/0/root this/PRON/DT/1/obj",
		"Read←- root; this←Read obj"},
}

func TestTrees(t *testing.T) {
	for _, c := range cases {
		d := document(t, c.in)
		mend.Trees(d, words(t))
		if got := tree(d); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
		oneRoot(t, d)
	}
}

// TestAnyTree mends trees of all shapes and asks only that they stay trees.
func TestAnyTree(t *testing.T) {
	tags := []string{"VERB/VBD", "NOUN/NN", "ADP/IN", "PUNCT/,", "PROPN/NNP", "VERB/VBG", "CCONJ/CC", "ADV/RB"}
	set := words(t)
	rels := []string{"nsubj", "obl", "case", "csubj", "conj", "nmod", "advcl", "cc", "cop"}
	for seed := range 3000 {
		var b strings.Builder
		n := 3 + seed%9
		for i := range n {
			x := (seed*31 + i*i*7 + i*seed*13) & 0xffff
			head := 0
			if i > 0 {
				head = 1 + x%i
			}
			word := []string{"since", "a", ",", "and"}[x%4]
			fmt.Fprintf(&b, "%s/%s/%d/%s ", word, tags[x/3%len(tags)], head, rels[x/5%len(rels)])
		}
		d := document(t, strings.TrimSpace(b.String()))
		mend.Trees(d, set)
		oneRoot(t, d)
	}
}

func words(t *testing.T) *rules.Set {
	set, err := rules.Load(data.Files)
	if err != nil {
		t.Fatal(err)
	}
	return set
}

func document(t *testing.T, s string) *extract.Document {
	d := &extract.Document{}
	for _, w := range strings.Fields(s) {
		c := strings.SplitN(w, "/", 4)
		if strings.HasPrefix(w, ",/") {
			c = strings.SplitN(w, "/", 4)
		}
		var head int
		rest := strings.SplitN(c[3], "/", 2)
		if _, err := fmt.Sscan(rest[0], &head); err != nil {
			t.Fatal(w, err)
		}
		start := len(d.Text)
		d.Text += c[0] + " "
		d.Tokens = append(d.Tokens, extract.Token{Span: extract.Span{Start: start, End: start + len(c[0])}, UPOS: c[1], XPOS: c[2], Lemma: c[0], Head: head - 1, Rel: rest[1]})
	}
	d.Sentences = []extract.Sentence{{Range: extract.Range{From: 0, To: len(d.Tokens)}}}
	return d
}

func tree(d *extract.Document) string {
	var parts []string
	for i, t := range d.Tokens {
		head := "-"
		if t.Head >= 0 {
			head = d.Word(t.Head)
		}
		parts = append(parts, fmt.Sprintf("%s←%s %s", d.Word(i), head, t.Rel))
	}
	return strings.Join(parts, "; ")
}

func oneRoot(t *testing.T, d *extract.Document) {
	t.Helper()
	roots := 0
	for i := range d.Tokens {
		if d.Tokens[i].Head < 0 {
			roots++
		}
		steps := 0
		for j := i; j >= 0; j = d.Tokens[j].Head {
			if steps++; steps > len(d.Tokens) {
				t.Fatalf("a ring in %s", tree(d))
			}
		}
	}
	if roots != 1 {
		t.Fatalf("%d roots in %s", roots, tree(d))
	}
}
