package names

import (
	"math"
	"math/rand/v2"
	"sort"

	"dateline/extract"
	"dateline/extract/linear"
	"dateline/extract/names"
	"dateline/extract/neural/kernel"
	"dateline/extract/train"
	"dateline/extract/train/dense"
)

const (
	first   = names.RowWidth
	width   = names.NetWidth
	outputs = names.NetOutputs
	dims    = 100 // of a word vector
)

// NetOptions are how the network is learned.
type NetOptions struct {
	Epochs    int
	Words     int     // of a batch
	Rate      float64 // of learning at the beginning; it falls to a twentieth in a straight line
	DropWord  float64 // how often a word hides its own row; the rarer it is, the oftener
	DropAll   float64 // how often its vector goes with it
	DropFirst float64 // dropout of the first layer, of each convolution
	DropConv  float64
	DropTag   float64 // how often a word hides its part of speech, and its relation
	DropHabit float64 // how often a sentence does not say which corpus it is from
	Static    int     // how many words with vectors the model holds
	Habit     string  // corpus whose habits the model takes on, "" for none
	Seed      uint64
}

// DefaultNet are the options of what ships.
func DefaultNet() NetOptions {
	return NetOptions{Epochs: 3, Words: 300, Rate: 2e-3, DropWord: 0.3, DropAll: 0.3, DropFirst: 0.4, DropConv: 0.3, DropHabit: 0.3, DropTag: 0.2, Static: 80000,
		Habit: "uner", Seed: train.Seed}
}

// netTrainer is the network while it learns.
type netTrainer struct {
	NetOptions
	kind    kernel.Kind
	random  *rand.Rand
	pieces  []netPiece
	vectors *Vectors
	words   map[uint64]int32 // rows of words that have their own
	count   map[uint64]int
	habits  map[string]int

	rows           *dense.Table
	project, bias  *dense.Matrix
	habit          *dense.Matrix
	conv, convBias [names.NetLayers]*dense.Matrix
	recur          *dense.Recurrence
	out, outBias   *dense.Matrix
	moves          *dense.Matrix
	all            []*dense.Matrix
	adam           dense.Adam
	crf            *crf
	loss           float64
}

// netPiece is a sentence as the network sees it.
type netPiece struct {
	rows  [][]int32 // without the word's own
	key   []uint64
	sets  []uint32
	habit int
	times int
	told  bool // the parser has learned from the sentence, so its tags tell more than they do elsewhere
}

// fitNet learns the network from samples and returns what Encode wants of it.
func fitNet(samples []Sample, features names.Features, v *Vectors, o NetOptions, log train.Logf, watch func(*names.NetParts) error) (*names.NetParts, error) {
	t := &netTrainer{NetOptions: o, kind: kernel.Best(), random: rand.New(rand.NewPCG(o.Seed, 0x7a3e5)), vectors: v, crf: newCRF()}
	t.prepare(samples, features)
	t.begin()
	var order []int
	total := 0
	for k, p := range t.pieces {
		for range p.times {
			order = append(order, k)
			total += len(p.key)
		}
	}
	steps, b := 0, &netBatch{}
	for epoch := range o.Epochs {
		rand.New(rand.NewPCG(o.Seed+uint64(epoch), 0x5eed)).Shuffle(len(order), func(i, k int) { order[i], order[k] = order[k], order[i] })
		t.loss = 0
		words, from := 0, 0
		for at, k := range order {
			if words += len(t.pieces[k].key); words < o.Words && at < len(order)-1 {
				continue
			}
			done := float64(steps*o.Words) / float64(total*o.Epochs)
			t.step(b, order[from:at+1], o.Rate*(1-0.95*min(done, 1)), done)
			words, from, steps = 0, at+1, steps+1
		}
		log("network, epoch %d: loss %.4f per word", epoch+1, t.loss/float64(total))
		if err := watch(t.parts(false)); err != nil {
			return nil, err
		}
	}
	return t.parts(true), nil
}

// pack makes the packed forms of all matrices.
func (t *netTrainer) pack() {
	for i := range t.conv {
		t.conv[i].Pack(3)
	}
	for _, p := range []*dense.Matrix{t.project, t.recur.Weights, t.out} {
		p.Pack(1)
	}
	t.crf.set(t.moves.W)
}

// score turns the scores of the labels into their gradients and gives the loss.
func (t *netTrainer) score(b *netBatch) (loss float64) {
	for k, p := range b.parts {
		loss += t.crf.gradient(b.scores[p.Row*outputs:], outputs, b.sets[k], t.moves.G)
	}
	for _, row := range b.gaps {
		clear(b.scores[row*outputs:][:outputs])
	}
	return loss
}

// step learns from one batch.
func (t *netTrainer) step(b *netBatch, pieces []int, rate, done float64) {
	t.pack()
	t.load(b, pieces)
	t.forward(b)
	t.loss += t.score(b)
	t.backward(b)
	norm := dense.Square(t.rows.G)
	for _, p := range t.all {
		norm += dense.Square(p.G)
	}
	t.adam.Next(rate, math.Sqrt(norm), 5*math.Sqrt(float64(b.rows)))
	t.rows.Step(&t.adam)
	for _, p := range t.all {
		p.Step(&t.adam)
	}
	if done > 0.6 && t.adam.Steps()%20 == 0 {
		t.rows.Keep()
		for _, p := range t.all {
			p.Keep()
		}
	}
}

func (t *netTrainer) begin() {
	r := t.random
	add := func(rows, cols int, spread float64) *dense.Matrix {
		p := dense.NewMatrix(rows, cols, spread, r)
		t.all = append(t.all, p)
		return p
	}
	t.rows = dense.NewTable(names.FirstWord+len(t.words), first, 0.1, r)
	t.project, t.bias = add(dims, first, 0.2), add(1, first, 0)
	t.habit = add(len(t.habits)+1, first, 0.1)
	for i := range t.conv {
		rows := 3 * names.InWidth(i)
		t.conv[i], t.convBias[i] = add(rows, width, math.Sqrt(1/float64(rows))), add(1, width, 0)
	}
	t.recur = dense.NewRecurrence(r)
	t.all = append(t.all, t.recur.Weights, t.recur.Bias)
	t.out, t.outBias = add(width, outputs, math.Sqrt(1/float64(width))), add(1, outputs, 0)
	t.moves = add(names.Labels, names.Labels, 0)
}

// prepare looks all words of the samples up once and gives those that are frequent enough a row of their own.
func (t *netTrainer) prepare(samples []Sample, features names.Features) {
	t.count, t.words, t.habits = map[uint64]int{}, map[uint64]int32{}, map[string]int{}
	for k := range samples {
		s := &samples[k]
		w := features.Read(s.Doc)
		if _, ok := t.habits[s.Corpus]; !ok {
			t.habits[s.Corpus] = len(t.habits) + 1
		}
		sets := s.sets(w)
		for _, sent := range s.Doc.Sentences {
			for from := sent.From; from < sent.To; from += 200 {
				t.piece(w, sets, extract.Range{From: from, To: min(from+200, sent.To)}, s)
			}
		}
	}
}

func (t *netTrainer) piece(w *names.Words, sets []uint32, r extract.Range, s *Sample) {
	p := netPiece{habit: t.habits[s.Corpus], times: max(s.Times, 1), told: s.Treebank, sets: sets[r.From:r.To]}
	for i := r.From; i < r.To; i++ {
		key := w.Key(i)
		p.rows = append(p.rows, w.Rows(make([]int32, 0, 10), i))
		p.key = append(p.key, key)
		if t.count[key]++; t.count[key] == ownRow {
			t.words[key] = names.FirstWord + int32(len(t.words))
		}
	}
	t.pieces = append(t.pieces, p)
}

// ownRow is how often a word must stand in the corpora to have a row of its own. Rarer words are read as those that were
// never seen: by their vectors, ends and shape.
const ownRow = 8

// find is the row and the vector of a word, by its key. Words beyond the first Static have a vector only if they have a
// row.
func (t *netTrainer) find(key uint64) (row int32, vector int) {
	vector = -1
	row, own := t.words[key]
	if i, ok := t.vectors.at[key]; ok && (own || i < t.Static) {
		vector = i
	}
	if own {
		return row, vector
	}
	if vector >= 0 {
		return names.Rare, vector
	}
	return names.Unknown, -1
}

// parts are the sections of the model: with the mean of the last steps, or as it stands. The input layer is folded: the
// row of a word is its own plus its vector times the projection; the habits are part of the bias.
func (t *netTrainer) parts(mean bool) *names.NetParts {
	value := func(p *dense.Matrix) []float32 {
		if mean {
			return p.Mean()
		}
		return p.W
	}
	rows, project := value(&t.rows.Matrix), value(t.project)
	folded := append([]float32(nil), rows[:names.FirstWord*first]...)
	out := &names.NetParts{Moves: value(t.moves), Out: kernel.Pack(nil, value(t.out), outputs, width, outputs), OutBias: value(t.outBias)}
	keys := make([]uint64, len(t.words))
	for key, row := range t.words {
		keys[row-names.FirstWord] = key
	}
	var others []uint64
	for key, i := range t.vectors.at {
		if _, own := t.words[key]; !own && i < t.Static {
			others = append(others, key)
		}
	}
	sort.Slice(others, func(i, j int) bool { return t.vectors.at[others[i]] < t.vectors.at[others[j]] })
	for _, key := range append(keys, others...) {
		row, vector := t.find(key)
		out.Words, out.Places = append(out.Words, key), append(out.Places, uint32(len(folded)/first))
		folded = append(folded, rows[int(row)*first:int(row+1)*first]...)
		dense.AddProduct(folded[len(folded)-first:], t.vectors.row(vector), project)
	}
	out.Rows, out.Scales = dense.Quantise(folded, first)
	habit := value(t.habit)[t.habits[t.Habit]*first:]
	for j, x := range value(t.bias) {
		out.Bias = append(out.Bias, x+habit[j])
	}
	out.Gates, out.GateBias = kernel.Pack(nil, value(t.recur.Weights), kernel.Gates, width, kernel.Gates), value(t.recur.Bias)
	for i := range t.conv {
		out.Conv = append(out.Conv, kernel.Pack(nil, value(t.conv[i]), width, 3*names.InWidth(i), width))
		out.ConvBias = append(out.ConvBias, value(t.convBias[i]))
	}
	return out
}

// Vectors are word vectors of length 1, the most frequent word first.
type Vectors struct {
	words []string
	rows  [][]float32
	at    map[uint64]int // by the hash of the folded word
}

func (v *Vectors) row(i int) []float32 {
	if i < 0 {
		return nil
	}
	return v.rows[i]
}

// NewVectors makes them of words and their vectors.
func NewVectors(words []string, rows [][]float32) *Vectors {
	v := &Vectors{words, rows, make(map[uint64]int, len(words))}
	var buf []byte
	for i, w := range words {
		buf = linear.Fold(buf[:0], w)
		if h := linear.HashBytes(buf); rows[i] != nil {
			if _, ok := v.at[h]; !ok {
				v.at[h] = i
			}
		}
	}
	return v
}
