package train

import (
	"math/rand/v2"
	"sort"

	"dateline/extract"
	"dateline/extract/linear"
	"dateline/extract/parser"
)

// ParserOptions are how a parser is learned.
type ParserOptions struct {
	Runs      int // so many parsers are learned from different orders of the samples, and their weights added
	Epochs    int
	MoveBits  int     // the table of moves has 2^MoveBits buckets
	LabelBits int     // the table of labels has 2^LabelBits places
	Least     int     // features of moves with no weight above this are left out
	Explore   float64 // how often the parser follows its own move where that is a mistake
	Seed      uint64
	Log       func(format string, args ...any)
}

// parserTrainer learns the weights of a parser.
type parserTrainer struct {
	ParserOptions
	names    []string
	classes  map[string]uint8
	moves    *sparse
	labels   *Weights
	choices  parser.Choices
	lists    candidateLists
	step     int64
	random   *rand.Rand
	words    parser.Words
	state    parser.State
	features []uint64
	slots    []uint32
	gold     goldTree
}

// Parser learns a parser from tagged sentences (with tags as the tagger gives them) and returns the bytes of its model.
func Parser(samples []Sample, o ParserOptions) []byte {
	t := &parserTrainer{
		ParserOptions: o, moves: newSparse(), labels: NewWeights(1 << o.LabelBits),
		random: rand.New(rand.NewPCG(o.Seed, 0x7a5e)),
	}
	t.countLabels(samples)
	t.countChoices(samples)
	var moves, labels []float64
	for run := range o.Runs {
		t.run(samples, o.Seed+uint64(run*o.Epochs))
		moves = t.moves.weights.addAverage(moves, t.step)
		labels = t.labels.addAverage(labels, t.step)
		t.moves.weights.reset()
		t.labels.reset()
		t.step = 0
	}
	b := &linear.Builder{}
	b.Strings("relations", t.names)
	features, weights := t.moves.quantise(moves, 0.5, o.Least)
	o.Log("parser: %d of %d features of moves kept", len(features), len(t.moves.features))
	b.Keyed("moves", o.MoveBits, features, weights)
	b.Cells("labels", o.LabelBits, Quantise(labels, 0.5))
	b.Dict("choices", t.lists.keys, t.lists.at)
	b.Numbers("lists", t.lists.lists)
	return b.File()
}

// run learns one parser.
func (t *parserTrainer) run(samples []Sample, seed uint64) {
	for epoch := range t.Epochs {
		wrong, total := 0, 0
		for _, i := range shuffle(len(samples), seed+uint64(epoch)) {
			wrong += t.learn(&samples[i])
			total += len(samples[i].Tokens)
		}
		t.Log("parser: epoch %d of %d, %.2f %% of labelled arcs right", epoch+1, t.Epochs, 100-100*float64(wrong)/float64(total))
	}
}

// countLabels numbers the relations, the most frequent first.
func (t *parserTrainer) countLabels(samples []Sample) {
	count := map[string]int{}
	for _, s := range samples {
		for _, w := range s.Tokens {
			if w.Head >= 0 {
				count[w.Rel]++
			}
		}
	}
	for name := range count {
		t.names = append(t.names, name)
	}
	sort.Slice(t.names, func(i, j int) bool {
		a, b := t.names[i], t.names[j]
		return count[a] > count[b] || count[a] == count[b] && a < b
	})
	t.names = t.names[:min(len(t.names), parser.MaxLabels)]
	t.classes = map[string]uint8{}
	for i, name := range t.names {
		t.classes[name] = uint8(i)
	}
}

// learn parses one sentence, mends the weights where the move chosen costs something, and counts arcs that come out wrong.
func (t *parserTrainer) learn(s *Sample) (wrong int) {
	t.words.Load(s.Text, s.Tokens)
	t.state.Reset(len(s.Tokens))
	t.gold.load(s.Tokens)
	for !t.state.Done() {
		m := t.learnMove()
		label := uint8(0)
		if m != parser.Shift {
			label = t.learnLabel(m, s.Tokens)
		}
		t.state.Make(m, label)
	}
	for i, w := range s.Tokens {
		if int(t.state.Head[i]) != w.Head || w.Head >= 0 && t.state.Label[i] != t.classes[w.Rel] {
			wrong++
		}
	}
	return wrong
}

// learnMove chooses a move and, where it costs more than the best, learns.
func (t *parserTrainer) learnMove() parser.Move {
	s := &t.state
	if !s.Legal(parser.Left) && !s.Legal(parser.Right) {
		return parser.Shift
	}
	t.step++
	t.features = s.MoveFeatures(t.features[:0], &t.words)
	var scores [3]int32
	for _, h := range t.features {
		if i := t.moves.find(h); i >= 0 {
			for k, w := range t.moves.weights.W[3*i : 3*i+3] {
				scores[k] += w
			}
		}
	}
	guess := s.Best(scores)
	costs := t.gold.costs(s)
	best, found := parser.Shift, false
	for m := parser.Shift; m <= parser.Right; m++ {
		if s.Legal(m) && (!found || costs[m] < costs[best] || costs[m] == costs[best] && scores[m] > scores[best]) {
			best, found = m, true
		}
	}
	if costs[guess] == costs[best] {
		return guess
	}
	for _, h := range t.features {
		at := 3 * t.moves.place(h)
		t.moves.weights.Add(at+int(best), 1, t.step)
		t.moves.weights.Add(at+int(guess), -1, t.step)
	}
	if t.random.Float64() < t.Explore {
		return guess
	}
	return best
}

// learnLabel chooses the label of the arc of m and learns if the arc is right and the label wrong.
func (t *parserTrainer) learnLabel(m parser.Move, tokens []extract.Token) uint8 {
	s := &t.state
	t.features = s.LabelFeatures(t.features[:0], &t.words, m)
	t.slots = t.slots[:0]
	for _, h := range t.features {
		t.slots = append(t.slots, linear.Slot(h, t.LabelBits))
	}
	candidates := t.choices.Labels(s, &t.words, m)
	guess, top := candidates[0], int32(-1<<31)
	for _, label := range candidates {
		if score := t.labels.score(t.slots, label); score > top {
			guess, top = label, score
		}
	}
	head, dep := s.Arc(m)
	gold, ok := t.classes[tokens[dep].Rel]
	if tokens[dep].Head != head || !ok || uint32(gold) == guess {
		return uint8(guess)
	}
	t.labels.move(t.slots, uint32(gold), guess, t.step)
	return gold
}

// countChoices lists the labels that arcs between the same tags have in the samples.
func (t *parserTrainer) countChoices(samples []Sample) {
	count := newCounts()
	for _, s := range samples {
		t.words.Load(s.Text, s.Tokens)
		for i, w := range s.Tokens {
			label, ok := t.classes[w.Rel]
			if w.Head < 0 || !ok {
				continue
			}
			m := parser.Left
			if w.Head < i {
				m = parser.Right
			}
			pair, single := t.words.ArcKeys(w.Head, i, m)
			count.add(pair, uint32(label))
			count.add(single, uint32(label))
			count.all[uint32(label)]++
		}
	}
	t.lists = count.candidates(10, 1, 2000)
	t.choices = parser.NewChoices(t.lists.dict(), t.lists.lists)
}
