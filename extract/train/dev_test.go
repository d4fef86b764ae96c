package train

import (
	"fmt"
	"os"
	"testing"
	"time"

	"dateline/extract/parser"
	"dateline/extract/tagger"
)

func TestDevTagger(t *testing.T) {
	dir := os.Getenv("CORPORA")
	if dir == "" {
		t.Skip()
	}
	log := func(f string, x ...any) { fmt.Printf(f+"\n", x...) }
	a, err := ReadTreebank(dir + "/treebanks/ewt/en_ewt-ud-train.conllu")
	if err != nil {
		t.Fatal(err)
	}
	b, _ := ReadTreebank(dir + "/treebanks/gum/train")
	start := time.Now()
	samples := Samples(append(a, b...))
	to := TaggerOptions{Epochs: 6, Bits: 21, Often: 12, Seed: 1, Log: log}
	model := Tagger(samples, to)
	fmt.Println(time.Since(start), len(model))
	os.MkdirAll("/tmp/team/out", 0o755)
	os.WriteFile("/tmp/team/out/tagger.bin", model, 0o644)
	tg, err := tagger.Open(model)
	if err != nil {
		t.Fatal(err)
	}
	jk, err := Jackknife(samples, 5, to)
	if err != nil {
		t.Fatal(err)
	}
	start = time.Now()
	pm := Parser(jk, ParserOptions{Epochs: 6, MoveBits: 20, LabelBits: 16, Explore: 0.9, Seed: 1, Log: log})
	fmt.Println(time.Since(start), len(pm))
	os.WriteFile("/tmp/team/out/parser.bin", pm, 0o644)
	ps, err := parser.Open(pm)
	if err != nil {
		t.Fatal(err)
	}
	st, sp := tg.Stage(), ps.Stage()
	for _, dev := range []string{"ewt/en_ewt-ud-dev.conllu", "gum/dev"} {
		arts, _ := ReadTreebank(dir + "/treebanks/" + dev)
		by := map[string]*Syntax{}
		var dur, dur2 time.Duration
		for _, x := range arts {
			d := Bare(x.Doc)
			t0 := time.Now()
			st.Run(d)
			dur += time.Since(t0)
			t0 = time.Now()
			sp.Run(d)
			dur2 += time.Since(t0)
			for _, g := range []string{"all", x.Genre} {
				if by[g] == nil {
					by[g] = &Syntax{}
				}
				by[g].Add(ScoreSyntax(x.Doc, d))
			}
		}
		for g, s := range by {
			f := func(n int) float64 { return 100 * float64(n) / float64(s.Tokens) }
			fmt.Printf("%s %-10s upos %.2f xpos %.2f lemma %.2f feats %.2f uas %.2f las %.2f  %.0f tag/s %.0f parse/s\n", dev, g, f(s.UPOS), f(s.XPOS), f(s.Lemma), f(s.Feats), f(s.UAS), f(s.LAS), float64(s.Tokens)/dur.Seconds(), float64(s.Tokens)/dur2.Seconds())
		}
	}
}
