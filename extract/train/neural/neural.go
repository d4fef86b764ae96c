// Package neural learns the network of extract/neural. Everything is written out by hand: the forward pass repeats
// the run time's with dropout, the backward pass undoes it line by line. Learning runs in one goroutine, so one seed
// gives the same bytes on machines of one kind.
package neural

import (
	"math"
	"math/rand/v2"
	"sort"

	"dateline/extract"
	"dateline/extract/linear"
	net "dateline/extract/neural"
	"dateline/extract/neural/kernel"
	"dateline/extract/train"
	"dateline/extract/train/dense"
)

// Options are how a network is learned.
type Options struct {
	Epochs    int
	Teachers  int     // epochs of the teachers
	Words     int     // of a batch
	Rate      float64 // of learning at the beginning; it falls to a twentieth in a straight line
	DropWord  float64 // how often a frequent word hides its own row
	DropFirst float64 // dropout of the first layer, of each convolution, of the last layer
	DropConv  float64
	DropLast  float64
	Explore   float64 // how often the parser follows its own move where that is a mistake
	Static    int     // how many words with static vectors the model holds
	Seed      uint64
	Log       train.Logf
	// Watch is called after each epoch with the model as it stands, nil for not at all.
	Watch func(epoch int, model []byte)
}

// Default are the options of what ships.
func Default() Options {
	return Options{
		Epochs: 14, Teachers: 10, Words: 250, Rate: 2e-3, DropWord: 0.1, DropFirst: 0.25, DropConv: 0.1, DropLast: 0.25,
		Explore: 0.9, Static: 50000, Seed: train.Seed, Log: func(string, ...any) {},
	}
}

// trainer is the network while it learns.
type trainer struct {
	Options
	kind    kernel.Kind
	random  *rand.Rand
	samples []train.Sample
	tags    []string
	classes map[string]int32
	names   []string
	labels  map[string]uint8
	vectors *Vectors
	words   map[uint64]int32 // rows of words that have their own
	count   map[uint64]int
	input   []sentence

	rows             *dense.Table
	project, bias    *dense.Matrix
	conv             [net.Layers]*dense.Matrix
	convBias         [net.Layers]*dense.Matrix
	recur            *dense.Recurrence
	slots, static    *dense.Matrix
	moves, moveBias  *dense.Matrix
	tagging, tagBias *dense.Matrix
	all              []*dense.Matrix
	adam             dense.Adam
}

// sentence is what the network sees of a sample.
type sentence struct {
	rows   [][net.InputRows]int32
	vector []int
	count  []int
	tags   []int32
}

// Fit learns a network from the samples and returns the bytes of its model.
func Fit(samples []train.Sample, v *Vectors, o Options) []byte {
	t := &trainer{Options: o, kind: kernel.Best(), samples: samples, vectors: v, random: rand.New(rand.NewPCG(o.Seed, 0x6e65))}
	t.countClasses()
	t.countWords()
	t.prepare()
	t.begin()
	per := 0
	for range t.batches(0) {
		per++
	}
	total := per * o.Epochs
	step := 0
	b := &batch{}
	for epoch := range o.Epochs {
		var loss float64
		var words, arcs, right int
		for _, list := range t.batches(epoch) {
			t.learn(b, list, step, total)
			step++
			loss, words = loss+b.loss, words+len(b.real)
			arcs, right = arcs+b.arcs, right+b.right
		}
		o.Log("neural: epoch %d of %d, loss %.4f, %.2f %% of labelled arcs right", epoch+1, o.Epochs, loss/float64(words), 100*float64(right)/float64(arcs))
		if o.Watch != nil {
			o.Watch(epoch+1, t.model(step >= total*8/10))
		}
	}
	return t.model(true)
}

// FitSilver learns two teachers from the samples, lets them read the documents, and learns the network from the samples
// and the sentences on which the teachers agree.
func FitSilver(samples []train.Sample, docs []*extract.Document, v *Vectors, o Options) ([]byte, error) {
	var teachers [][]byte
	for k := range 2 {
		t := o
		t.Epochs, t.Seed, t.Watch = o.Teachers, o.Seed+uint64(k)+1, nil
		teachers = append(teachers, Fit(samples, v, t))
	}
	silver, err := Agree(teachers, docs)
	if err != nil {
		return nil, err
	}
	words := 0
	for _, s := range silver {
		words += len(s.Tokens)
	}
	o.Log("neural: the teachers agree on %d sentences, %d words", len(silver), words)
	return Fit(append(append([]train.Sample(nil), samples...), silver...), v, o), nil
}

// learn is one step.
func (t *trainer) learn(b *batch, sentences []int, step, total int) {
	t.load(b, sentences)
	t.pack()
	scale := 1 / float32(len(b.real))
	b.loss, b.arcs, b.right = 0, 0, 0
	t.forward(b)
	t.walkAll(b, sentences, scale)
	t.unwalk(b)
	t.backward(b)
	done := float64(step) / float64(total)
	rate := t.Rate * max(0.02, 1-done) * min(1, float64(step+1)/100)
	norm := dense.Square(t.rows.G)
	for _, p := range t.all {
		norm += dense.Square(p.G)
	}
	t.adam.Next(rate, math.Sqrt(norm), 2)
	for _, p := range t.all {
		p.Step(&t.adam)
	}
	t.rows.Step(&t.adam)
	if done >= 0.8 && step%20 == 0 {
		t.rows.Keep()
		for _, p := range t.all {
			p.Keep()
		}
	}
}

// batches deals the sentences of an epoch into lists of about Words words.
func (t *trainer) batches(epoch int) (all [][]int) {
	var list []int
	words := 0
	for _, k := range rand.New(rand.NewPCG(t.Seed+uint64(epoch), 0x5eed)).Perm(len(t.samples)) {
		list = append(list, k)
		if words += len(t.samples[k].Tokens); words >= t.Words {
			all, list, words = append(all, list), nil, 0
		}
	}
	if list != nil {
		all = append(all, list)
	}
	return all
}

// load lays the sentences out in rows and hides words.
func (t *trainer) load(b *batch, sentences []int) {
	b.rows = 1
	b.parts, b.input, b.vector, b.real, b.tags = b.parts[:0], b.input[:0], b.vector[:0], b.real[:0], b.tags[:0]
	for _, k := range sentences {
		s := &t.input[k]
		b.parts = append(b.parts, dense.Part{Row: b.rows, Len: len(s.rows)})
		for i, rows := range s.rows {
			vector := s.vector[i]
			if rows[0] >= net.FirstWord && t.random.Float64() < t.DropWord+0.5/float64(1+s.count[i]) {
				rows[0] = net.Rare
				if vector < 0 || t.random.Float64() < 0.3 {
					rows[0], vector = net.Unknown, -1
				}
			}
			b.input, b.vector, b.real = append(b.input, rows), append(b.vector, vector), append(b.real, b.rows+i)
			b.tags = append(b.tags, s.tags[i])
		}
		b.rows += len(s.rows) + 1
	}
}

func (t *trainer) pack() {
	for i := range t.conv {
		t.conv[i].Pack(3)
	}
	for _, p := range []*dense.Matrix{t.project, t.recur.Weights, t.slots, t.moves, t.tagging} {
		p.Pack(1)
	}
}

// begin makes the tables.
func (t *trainer) begin() {
	r := t.random
	add := func(rows, cols int, spread float64) *dense.Matrix {
		p := dense.NewMatrix(rows, cols, spread, r)
		t.all = append(t.all, p)
		return p
	}
	t.rows = dense.NewTable(net.FirstWord+len(t.words), width, 0.1, r)
	t.project, t.bias = add(dims, width, 0.1), add(1, width, 0)
	for i := range t.conv {
		t.conv[i], t.convBias[i] = add(3*width, width, math.Sqrt(1/float64(3*width))), add(1, width, 0)
	}
	t.recur = dense.NewRecurrence(r)
	t.all = append(t.all, t.recur.Weights, t.recur.Bias)
	t.slots, t.static = add(width, slots, 0.05), add(1, net.Static, 0.05)
	t.moves, t.moveBias = add(hidden, kernel.Outputs, 0.1), add(1, kernel.Outputs, 0)
	t.tagging, t.tagBias = add(hidden, kernel.Outputs, 0.1), add(1, kernel.Outputs, 0)
}

// countClasses numbers tags and relations, the most frequent first.
func (t *trainer) countClasses() {
	tags, names := map[string]int{}, map[string]int{}
	for _, s := range t.samples {
		for _, w := range s.Tokens {
			tags[w.UPOS+" "+w.XPOS]++
			if w.Head >= 0 {
				names[w.Rel]++
			}
		}
	}
	for tag, n := range tags {
		if n < 2 {
			delete(tags, tag)
		}
	}
	t.tags, t.names = byCount(tags), byCount(names)
	t.tags = t.tags[:min(len(t.tags), kernel.Outputs)]
	t.names = t.names[:min(len(t.names), net.Relations)]
	t.classes, t.labels = map[string]int32{}, map[string]uint8{}
	for i, tag := range t.tags {
		t.classes[tag] = int32(i)
	}
	for i, name := range t.names {
		t.labels[name] = uint8(i)
	}
}

func byCount(count map[string]int) (list []string) {
	for s := range count {
		list = append(list, s)
	}
	sort.Slice(list, func(i, j int) bool {
		a, b := list[i], list[j]
		return count[a] > count[b] || count[a] == count[b] && a < b
	})
	return list
}

// class is the class of a token; a rare pair counts as the most frequent one of its UPOS.
func (t *trainer) class(upos, xpos string) int32 {
	if c, ok := t.classes[upos+" "+xpos]; ok {
		return c
	}
	for i, tag := range t.tags {
		if len(tag) > len(upos) && tag[:len(upos)+1] == upos+" " {
			return int32(i)
		}
	}
	return 0
}

// countWords gives each word seen twice or more a row of its own.
func (t *trainer) countWords() {
	t.count, t.words = map[uint64]int{}, map[uint64]int32{}
	var buf []byte
	for _, s := range t.samples {
		for _, w := range s.Tokens {
			buf = linear.Fold(buf[:0], s.Text[w.Start:w.End])
			key := linear.HashBytes(buf)
			t.count[key]++
			if t.count[key] == 2 {
				t.words[key] = net.FirstWord + int32(len(t.words))
			}
		}
	}
}

// prepare looks all words up once.
func (t *trainer) prepare() {
	var w net.Words
	t.input = make([]sentence, len(t.samples))
	for k, s := range t.samples {
		w.Load(s.Text, s.Tokens)
		in := &t.input[k]
		in.rows = append(in.rows, w.Rows...)
		for i, key := range w.Key {
			row, vector := t.find(key)
			in.rows[i][0] = row
			in.vector, in.count = append(in.vector, vector), append(in.count, t.count[key])
			in.tags = append(in.tags, t.class(s.Tokens[i].UPOS, s.Tokens[i].XPOS))
		}
	}
}

// find is the row and the static vector of a word, by its key. Words beyond the first Static have a vector only if
// they have a row.
func (t *trainer) find(key uint64) (row int32, vector int) {
	vector = -1
	row, own := t.words[key]
	if i, ok := t.vectors.at[key]; ok && (own || i < t.Static) {
		vector = i
	}
	if own {
		return row, vector
	}
	if vector >= 0 {
		return net.Rare, vector
	}
	return net.Unknown, -1
}
