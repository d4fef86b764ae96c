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
	Epochs              int
	MoveBits, LabelBits int     // the tables have 2^Bits rows
	Explore             float64 // how often the parser follows its own move where that is a mistake
	Seed                uint64
	Log                 func(format string, args ...any)
}

// parserTrainer learns the weights of a parser.
type parserTrainer struct {
	ParserOptions
	names         []string
	classes       map[string]uint8
	moves, labels *Weights
	step          int64
	random        *rand.Rand
	words         parser.Words
	state         parser.State
	features      []uint64
	rows          []uint32
	gold          goldTree
}

// Parser learns a parser from tagged sentences (with tags as the tagger gives them) and returns the bytes of its model.
func Parser(samples []Sample, o ParserOptions) []byte {
	t := &parserTrainer{
		ParserOptions: o, moves: NewWeights(4 << o.MoveBits), labels: NewWeights(parser.LabelWidth << o.LabelBits),
		random: rand.New(rand.NewPCG(o.Seed, 0x7a5e)),
	}
	t.countLabels(samples)
	for epoch := range o.Epochs {
		wrong, total := 0, 0
		for _, i := range shuffle(len(samples), o.Seed+uint64(epoch)) {
			wrong += t.learn(&samples[i])
			total += len(samples[i].Tokens)
		}
		o.Log("parser: epoch %d of %d, %.2f %% of labelled arcs right", epoch+1, o.Epochs, 100-100*float64(wrong)/float64(total))
	}
	b := &linear.Builder{}
	b.Strings("relations", t.names)
	b.Rows("moves", o.MoveBits, 4, t.moves.Quantise(t.step, 0.5))
	b.Rows("labels", o.LabelBits, parser.LabelWidth, t.labels.Quantise(t.step, 0.5))
	return b.File()
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
	t.names = t.names[:min(len(t.names), parser.LabelWidth)]
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
	t.rows = t.rows[:0]
	var scores [4]int32
	for _, h := range t.features {
		at := linear.Slot(h, t.MoveBits) * 4
		t.rows = append(t.rows, at)
		for k, w := range t.moves.W[at : at+4] {
			scores[k] += w
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
	for _, at := range t.rows {
		t.moves.Add(int(at)+int(best), 1, t.step)
		t.moves.Add(int(at)+int(guess), -1, t.step)
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
	t.rows = t.rows[:0]
	var scores [parser.LabelWidth]int32
	for _, h := range t.features {
		at := linear.Slot(h, t.LabelBits) * parser.LabelWidth
		t.rows = append(t.rows, at)
		for k, w := range t.labels.W[at : at+parser.LabelWidth] {
			scores[k] += w
		}
	}
	guess := 0
	for i := range t.names {
		if scores[i] > scores[guess] {
			guess = i
		}
	}
	head, dep := s.Arc(m)
	gold, ok := t.classes[tokens[dep].Rel]
	if tokens[dep].Head != head || !ok || int(gold) == guess {
		return uint8(guess)
	}
	for _, at := range t.rows {
		t.labels.Add(int(at)+int(gold), 1, t.step)
		t.labels.Add(int(at)+guess, -1, t.step)
	}
	return gold
}
