package train

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"dateline/extract"
	"dateline/extract/lemmas"
)

// bank is a small treebank of our own sentences.
const bank = `1	%s	%s	PROPN	NNP	Number=Sing	2	nsubj	_	_
2	%s	%s	VERB	VBD	Tense=Past	0	root	_	_
3	the	the	DET	DT	_	4	det	_	_
4	%s	%s	NOUN	NNS	Number=Plur	2	obj	_	SpaceAfter=No
5	.	.	PUNCT	.	_	2	punct	_	_

`

// TestLemmas learns from a few sentences twice: same bytes; what was learned is known, and a rule goes on to new words.
func TestLemmas(t *testing.T) {
	var text strings.Builder
	for _, n := range []string{"Cole", "Hill", "Ankara", "Rome"} {
		for _, v := range []string{"closed close", "opened open", "found find"} {
			for _, o := range []string{"bridges bridge", "cities city", "duties duty", "ports port", "boats boat"} {
				vf, vl, _ := strings.Cut(v, " ")
				of, ol, _ := strings.Cut(o, " ")
				fmt.Fprintf(&text, bank, n, n, vf, vl, of, ol)
			}
		}
	}
	articles, err := ReadConllu("bank", strings.NewReader(text.String()))
	if err != nil {
		t.Fatal(err)
	}
	fit := func() []byte { return Lemmas(Samples(articles), []Inflected{{"sank", "VBD", "sink"}}) }
	model := fit()
	if !bytes.Equal(model, fit()) {
		t.Error("learned twice, got different bytes")
	}
	l, err := lemmas.Open(model)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ word, upos, xpos, lemma, feats string }{
		{"found", "VERB", "VBD", "find", "Tense=Past"}, {"sank", "VERB", "VBD", "sink", "Tense=Past"},
		{"Beauties", "NOUN", "NNS", "beauty", "Number=Plur"}, {"Oslo", "PROPN", "NNP", "Oslo", "Number=Sing"},
	} {
		w := extract.Token{Span: extract.Span{Start: 0, End: len(c.word)}, UPOS: c.upos, XPOS: c.xpos}
		if l.Fill(c.word, &w); w.Lemma != c.lemma || w.Feats != c.feats {
			t.Errorf("%s: %s %s, want %s %s", c.word, w.Lemma, w.Feats, c.lemma, c.feats)
		}
	}
}
