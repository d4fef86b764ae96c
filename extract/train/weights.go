package train

import "math"

// Weights are the weights of an averaged perceptron (Freund and Schapire, 1999, "Large Margin Classification Using the
// Perceptron Algorithm"; Collins, 2002, "Discriminative Training Methods for Hidden Markov Models", section 2). They
// are whole numbers, so that learning gives the same result on every machine.
type Weights struct {
	W   []int32 // as they stand now
	sum []int64 // each change times the number of the step at which it was made
}

// NewWeights are n weights of zero.
func NewWeights(n int) *Weights { return &Weights{make([]int32, n), make([]int64, n)} }

// Add changes weight i by delta at the given step; steps never go backwards.
func (w *Weights) Add(i int, delta int32, step int64) {
	w.W[i] += delta
	w.sum[i] += int64(delta) * step
}

// Average is the mean of each weight over all steps up to the given one.
func (w *Weights) Average(step int64) []float64 {
	mean := make([]float64, len(w.W))
	for i, v := range w.W {
		mean[i] = float64(int64(v)*step-w.sum[i]) / float64(step)
	}
	return mean
}

// Quantise rounds the weights, averaged over all steps up to the given one, to 8 bits. The weight that becomes 127 is clip
// (0…1) times the largest; what is larger is cut. Half costs nothing, much less costs accuracy: perceptron weights are
// heavy-tailed.
func (w *Weights) Quantise(step int64, clip float64) []int8 {
	weights := w.Average(step)
	var top float64
	for _, v := range weights {
		top = math.Max(top, math.Abs(v))
	}
	out := make([]int8, len(weights))
	if top == 0 {
		return out
	}
	scale := 127 / (top * clip)
	for i, v := range weights {
		out[i] = int8(math.Max(-127, math.Min(127, math.Round(v*scale))))
	}
	return out
}
