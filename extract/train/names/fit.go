package names

import (
	"dateline/extract/lexicon"
	"dateline/extract/linear"
	"dateline/extract/names"
	"dateline/extract/train"
)

// Options are how the tagger is learned.
type Options struct {
	Epochs int
	Bits   int // the table has 2^Bits rows
	Net    NetOptions
	Watch  func(model []byte) error // called after each epoch of the network, nil for not at all
	Log    func(format string, args ...any)
}

// fitter holds the weights while they are learned.
type fitter struct {
	Options
	rows    *train.Weights
	moves   *train.Weights
	step    int64
	feats   []uint64
	slots   []int32 // of all features of the sentence
	ends    []int   // where those of each word end
	scores  []int32
	gold    []uint8
	labels  []uint8
	decoder *names.Decoder
}

// Fit learns from samples and returns the bytes of the model.
func Fit(samples []Sample, lex *lexicon.Lexicon, c Clusters, v *Vectors, o Options) ([]byte, error) {
	f := &fitter{Options: o, rows: train.NewWeights(32 << o.Bits), moves: train.NewWeights(names.Labels * names.Labels)}
	f.decoder = names.NewDecoder(f.moves.W)
	features := names.Features{Lex: lex, Clusters: dict(c)}
	words := make([]*names.Words, len(samples))
	var order []int
	for i := range samples {
		for range max(samples[i].Times, 1) {
			order = append(order, i)
		}
	}
	for epoch := range o.Epochs {
		shuffle(order, uint64(epoch+1))
		wrong, total := 0, 0
		for _, k := range order {
			if words[k] == nil {
				words[k] = features.Read(samples[k].Doc)
			}
			w, t := f.article(&samples[k], words[k])
			wrong, total = wrong+w, total+t
		}
		o.Log("epoch %d: %d of %d words wrong (%.2f %%)", epoch+1, wrong, total, 100*float64(wrong)/float64(total))
	}
	rows, moves := f.quantise()
	l := names.Linear{Bits: o.Bits, Rows: rows, Moves: moves, Words: c.Words, Paths: c.Paths}
	if o.Net.Epochs == 0 {
		return names.Encode(l, nil), nil
	}
	words = nil
	watch := func(n *names.NetParts) error { return o.Watch(names.Encode(l, n)) }
	if o.Watch == nil {
		watch = func(*names.NetParts) error { return nil }
	}
	net, err := fitNet(samples, features, v, o.Net, o.Log, watch)
	if err != nil {
		return nil, err
	}
	return names.Encode(l, net), nil
}

// dict is the clusters as the model will have them.
func dict(c Clusters) linear.Dict {
	var b linear.Builder
	b.Dict("clusters", c.Words, c.Paths)
	f, err := linear.Open(b.File())
	if err != nil {
		panic(err) // we have just written it
	}
	d, err := f.Dict("clusters")
	if err != nil {
		panic(err)
	}
	return d
}

// shuffle is the Fisher-Yates shuffle with a generator of its own (Marsaglia, 2003, "Xorshift RNGs"), the same everywhere.
func shuffle(order []int, seed uint64) {
	x := seed * 0x9e3779b97f4a7c15
	for i := len(order) - 1; i > 0; i-- {
		x ^= x << 13
		x ^= x >> 7
		x ^= x << 17
		j := int(x % uint64(i+1))
		order[i], order[j] = order[j], order[i]
	}
}

// article learns from each sentence of s.
func (f *fitter) article(s *Sample, w *names.Words) (wrong, total int) {
	at := 0
	for _, sent := range s.Doc.Sentences {
		for at < len(s.Gold) && s.Gold[at].From < sent.From {
			at++
		}
		n := sent.Len()
		f.gold = append(f.gold[:0], make([]uint8, n)...)
		for ; at < len(s.Gold) && s.Gold[at].To <= sent.To; at++ {
			g := s.Gold[at]
			for i := g.From; i < g.To; i++ {
				f.gold[i-sent.From] = uint8(names.Label(g.Type, i-g.From, g.To-g.From))
			}
		}
		f.score(w, sent.From, sent.To)
		f.labels = append(f.labels[:0], make([]uint8, n)...)
		f.decoder.Best(f.scores, f.labels)
		wrong += f.update()
		total += n
		f.step++
	}
	return wrong, total
}

// score fills f.slots and f.scores for the words from to to.
func (f *fitter) score(w *names.Words, from, to int) {
	f.slots, f.ends, f.scores = f.slots[:0], f.ends[:0], f.scores[:0]
	for i := from; i < to; i++ {
		f.feats = w.At(f.feats[:0], i, from, to)
		var sum [names.Labels]int32
		for _, h := range f.feats {
			slot := int32(linear.Slot(h, f.Bits)) * 32
			f.slots = append(f.slots, slot)
			row := f.rows.W[slot : slot+int32(names.Labels)]
			for l, v := range row {
				sum[l] += v
			}
		}
		f.ends = append(f.ends, len(f.slots))
		f.scores = append(f.scores, sum[:]...)
	}
}

// update moves the weights from the labels found to the gold ones.
func (f *fitter) update() (wrong int) {
	from := 0
	for i, g := range f.gold {
		if l := f.labels[i]; l != g {
			wrong++
			for _, slot := range f.slots[from:f.ends[i]] {
				f.rows.Add(int(slot)+int(g), 1, f.step)
				f.rows.Add(int(slot)+int(l), -1, f.step)
			}
		}
		from = f.ends[i]
		if i > 0 && (f.gold[i-1] != f.labels[i-1] || g != f.labels[i]) {
			f.moves.Add(int(f.gold[i-1])*names.Labels+int(g), 1, f.step)
			f.moves.Add(int(f.labels[i-1])*names.Labels+int(f.labels[i]), -1, f.step)
		}
	}
	return wrong
}

// clip is the part of the largest weight that 8 bits hold.
const clip = 0.5

// quantise rounds the averaged weights; moves keep the scale of the rows.
func (f *fitter) quantise() ([]int8, []int32) {
	rows := f.rows.Average(max(f.step, 1))
	var top float64
	for _, v := range rows {
		top = max(top, v, -v)
	}
	scale := 127 / (max(top, 1e-9) * clip)
	out := make([]int8, len(rows))
	for i, v := range rows {
		out[i] = int8(max(-127, min(127, round(v*scale))))
	}
	moves := make([]int32, len(f.moves.W))
	for i, v := range f.moves.Average(max(f.step, 1)) {
		moves[i] = int32(round(v * scale))
	}
	return out, moves
}

func round(x float64) float64 {
	if x < 0 {
		return float64(int64(x - 0.5))
	}
	return float64(int64(x + 0.5))
}
