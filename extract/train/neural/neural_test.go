package neural

import (
	"bytes"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"dateline/extract"
	net "dateline/extract/neural"
	"dateline/extract/neural/kernel"
	"dateline/extract/train"
)

// bank is a treebank of our own: the ferry leaves, the pilot saw a ferry near the harbour.
const bank = `# newdoc id = news_ferry
1	The	the	DET	DT	_	2	det	_	_
2	ferry	ferry	NOUN	NN	_	3	nsubj	_	_
3	leaves	leave	VERB	VBZ	_	0	root	_	_
4	today	today	NOUN	NN	_	3	obl:tmod	_	SpaceAfter=No
5	.	.	PUNCT	.	_	3	punct	_	_

1	A	a	DET	DT	_	2	det	_	_
2	pilot	pilot	NOUN	NN	_	3	nsubj	_	_
3	saw	see	VERB	VBD	_	0	root	_	_
4	the	the	DET	DT	_	5	det	_	_
5	ferry	ferry	NOUN	NN	_	3	obj	_	_
6	near	near	ADP	IN	_	8	case	_	_
7	the	the	DET	DT	_	8	det	_	_
8	harbour	harbour	NOUN	NN	_	5	nmod	_	SpaceAfter=No
9	.	.	PUNCT	.	_	3	punct	_	_

1	The	the	DET	DT	_	2	det	_	_
2	pilot	pilot	NOUN	NN	_	3	nsubj	_	_
3	leaves	leave	VERB	VBZ	_	0	root	_	_
4	the	the	DET	DT	_	5	det	_	_
5	harbour	harbour	NOUN	NN	_	3	obj	_	_

1	A	a	DET	DT	_	2	det	_	_
2	boat	boat	NOUN	NN	_	3	nsubj	_	_
3	saw	see	VERB	VBD	_	0	root	_	_
4	today	today	NOUN	NN	_	3	obl:tmod	_	_
5	near	near	ADP	IN	_	7	case	_	_
6	the	the	DET	DT	_	7	det	_	_
7	harbour	harbour	NOUN	NN	_	3	obl	_	_

`

func articles(t *testing.T) []train.Article {
	list, err := train.ReadConllu("bank", strings.NewReader(bank))
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// vectors are a few made up.
func vectors() *Vectors {
	v := &Vectors{Words: []string{"the", "ferry", "boat"}, at: map[uint64]int{}}
	var w net.Words
	for i, word := range v.Words {
		w.Load(word, []extract.Token{{Span: extract.Span{End: len(word)}}})
		v.at[w.Key[0]] = i
	}
	r := rand.New(rand.NewPCG(3, 4))
	for range len(v.Words) * dims {
		v.rows = append(v.rows, float32(r.NormFloat64()))
	}
	return v
}

// TestFit learns the bank by heart, the same bytes each time.
func TestFit(t *testing.T) {
	list := articles(t)
	o := Default()
	o.Epochs, o.Words, o.Static = 2, 8, 3
	if !bytes.Equal(Fit(train.Samples(list), vectors(), o), Fit(train.Samples(list), vectors(), o)) {
		t.Error("the same seed gave other bytes")
	}
	o.Epochs, o.Rate = 40, 5e-3
	model := Fit(train.Samples(list), vectors(), o)
	for _, kind := range []kernel.Kind{kernel.Plain, kernel.Best()} {
		n, err := net.Open(model, kind, nil)
		if err != nil {
			t.Fatal(err)
		}
		d := train.Bare(list[0].Doc)
		if err := n.Stage().Run(d); err != nil {
			t.Fatal(err)
		}
		if s := train.ScoreSyntax(list[0].Doc, d); s.XPOS != s.Tokens || s.LAS != s.Tokens {
			t.Errorf("AVX2 %v: of %d tokens %d tags and %d arcs are right", kind, s.Tokens, s.XPOS, s.LAS)
		}
	}
}

// TestGradient compares the gradients with the slope of the loss for some numbers of each table.
func TestGradient(t *testing.T) {
	o := Default()
	o.DropWord, o.DropFirst, o.DropConv, o.DropLast, o.Static = -1, 0, 0, 0, 3
	tr := &trainer{Options: o, kind: kernel.Plain, samples: train.Samples(articles(t)), vectors: vectors(), random: rand.New(rand.NewPCG(1, 1))}
	tr.countClasses()
	tr.countWords()
	tr.prepare()
	tr.begin()
	all := []int{0, 1, 2}
	b := &batch{}
	tr.Explore = 0
	loss := func() float64 {
		tr.random = rand.New(rand.NewPCG(1, 1))
		tr.load(b, all)
		tr.pack()
		b.loss = 0
		tr.forward(b)
		tr.walkAll(b, all, 1)
		return b.loss
	}
	loss()
	tr.unwalk(b)
	tr.backward(b)
	r := rand.New(rand.NewPCG(5, 6))
	for p, m := range tr.all {
		checked := 0
		for range 2000 {
			i := r.IntN(len(m.W))
			if g := float64(m.G[i]); math.Abs(g) > 0.02 && checked < 4 {
				checked++
				old := m.W[i]
				const d = 1e-3
				m.W[i] = old + d
				up := loss()
				m.W[i] = old - d
				down := loss()
				m.W[i] = old
				middle := loss()
				if math.Abs(up+down-2*middle) > 0.02*d {
					continue // a bend of max(x, 0)
				}
				if slope := (up - down) / (2 * d); math.Abs(slope-g) > 0.02+0.1*math.Abs(g) {
					t.Errorf("table %d (%d×%d), number %d: gradient %.4f, slope %.4f", p, m.Rows, m.Cols, i, g, slope)
				}
			}
		}
		if checked == 0 {
			t.Errorf("table %d (%d×%d) has no gradient", p, m.Rows, m.Cols)
		}
	}
}
