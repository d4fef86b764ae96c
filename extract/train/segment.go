package train

import (
	"dateline/extract"
	"dateline/extract/linear"
	"dateline/extract/segment"
)

// SegmentOptions are how sentence ends are learned.
type SegmentOptions struct {
	Epochs int
	Bits   int
	Seed   uint64
	Log    func(format string, args ...any)
}

// Segment learns where sentences end and returns the bytes of the model. The segmenter gives tokens and features.
func Segment(articles []Article, s *segment.Segmenter, o SegmentOptions) []byte {
	w := NewWeights(1 << o.Bits)
	b := s.Boundaries()
	var step int64
	var tokens []extract.Token
	var features []uint64
	for epoch := range o.Epochs {
		wrong, total := 0, 0
		for _, k := range shuffle(len(articles), o.Seed+uint64(epoch)) {
			d := articles[k].Doc
			ends := sentenceEnds(d)
			for _, p := range d.Paragraphs {
				tokens = s.Tokens(tokens[:0], d.Text, p.Start, p.End)
				b.Load(d.Text, tokens)
				for i := range len(tokens) - 1 {
					b.Pass(i)
					end := ends[tokens[i].End]
					if b.Candidate(i) {
						step++
						total++
						features = b.Features(features[:0], i)
						wrong += learnEnd(w, features, o.Bits, end, step)
					}
					if end {
						b.Begin(i + 1)
					}
				}
			}
		}
		o.Log("segment: epoch %d of %d, %.2f %% of %d candidates right", epoch+1, o.Epochs, 100-100*float64(wrong)/float64(total), total)
	}
	m := &linear.Builder{}
	m.Cells("sentences", o.Bits, w.Quantise(step, 0.5))
	return m.File()
}

// learnEnd mends the weights where the sign of the score is wrong or within the margin; it counts wrong signs.
func learnEnd(w *Weights, features []uint64, bits int, end bool, step int64) (wrong int) {
	var score int32
	for _, h := range features {
		score += w.W[linear.Slot(h, bits)]
	}
	delta := int32(-1)
	if end {
		delta = 1
	}
	if score > 0 != end {
		wrong = 1
	}
	if score*delta <= int32(len(features)) {
		for _, h := range features {
			w.Add(int(linear.Slot(h, bits)), delta, step)
		}
	}
	return wrong
}

// sentenceEnds are the bytes where the gold sentences end.
func sentenceEnds(d *extract.Document) map[int]bool {
	ends := map[int]bool{}
	for _, s := range d.Sentences {
		ends[s.End] = true
	}
	return ends
}
