package train

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"dateline/extract"
	"dateline/extract/parser"
)

// projective draws a tree without crossing arcs over the words from…to and returns its root.
func projective(t *rapid.T, tokens []extract.Token, from, to int) int {
	root := rapid.IntRange(from, to-1).Draw(t, "root")
	for _, side := range [][2]int{{from, root}, {root + 1, to}} {
		for at := side[0]; at < side[1]; {
			end := rapid.IntRange(at+1, side[1]).Draw(t, "end")
			tokens[projective(t, tokens, at, end)].Head = root
			at = end
		}
	}
	return root
}

// TestOracle checks two laws of the costs. From any state some move costs nothing; and whoever only makes moves that
// cost nothing from the start ends with the gold tree, if that has no crossing arcs.
func TestOracle(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		tokens := make([]extract.Token, rapid.IntRange(1, 12).Draw(t, "words"))
		tokens[projective(t, tokens, 0, len(tokens))].Head = -1
		stray := rapid.Bool().Draw(t, "stray")
		var g goldTree
		var s parser.State
		g.load(tokens)
		s.Reset(len(tokens))
		lost := 0
		for !s.Done() {
			costs := g.costs(&s)
			var free, legal []parser.Move
			for m := parser.Shift; m <= parser.Right; m++ {
				if s.Legal(m) {
					legal = append(legal, m)
					if costs[m] == 0 {
						free = append(free, m)
					}
				}
			}
			if len(free) == 0 {
				t.Fatalf("every move costs something: %v", costs)
			}
			m := rapid.SampledFrom(free).Draw(t, "move")
			if stray {
				m = rapid.SampledFrom(legal).Draw(t, "any move")
			}
			lost += costs[m]
			s.Make(m, 0)
		}
		wrong := 0
		for i, w := range tokens {
			if int(s.Head[i]) != w.Head {
				wrong++
			}
		}
		if wrong != lost {
			t.Fatalf("%d arcs are wrong, the moves cost %d", wrong, lost)
		}
	})
}

// bank is a small treebank of our own sentences.
const bank = `1	%s	%s	PROPN	NNP	Number=Sing	2	nsubj	_	_
2	%s	%s	VERB	VBD	Tense=Past	0	root	_	_
3	the	the	DET	DT	_	4	det	_	_
4	%s	%s	NOUN	NNS	Number=Plur	2	obj	_	SpaceAfter=No
5	.	.	PUNCT	.	_	2	punct	_	_

`

// TestFit learns from a few sentences twice: same bytes, and what was learned is known.
func TestFit(t *testing.T) {
	var text strings.Builder
	for _, n := range []string{"Cole", "Hill", "Ankara", "Rome"} {
		for _, v := range []string{"closed close", "opened open", "found find"} {
			for _, o := range []string{"bridges bridge", "cities city", "ports port"} {
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
	fit := func() []byte {
		o := TaggerOptions{Runs: 1, Epochs: 3, Bits: 14, Often: 5, Seed: 3, Log: t.Logf}
		samples, err := Jackknife(Samples(articles), 3, o)
		if err != nil {
			t.Fatal(err)
		}
		return append(Tagger(samples, o),
			Parser(samples, ParserOptions{Runs: 2, Epochs: 4, MoveBits: 10, LabelBits: 12, Explore: 0.9, Seed: 3, Log: t.Logf})...)
	}
	one := fit()
	if !bytes.Equal(one, fit()) {
		t.Error("learned twice, got different bytes")
	}
	if testing.Verbose() {
		t.Logf("%d bytes", len(one))
	}
}
