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

// score is the sum of the weights of a class in a table laid out as linear.Cells.
func (w *Weights) score(slots []uint32, class uint32) (sum int32) {
	for _, s := range slots {
		sum += w.W[s^class]
	}
	return sum
}

// move makes one class more likely and another less in a table laid out as linear.Cells.
func (w *Weights) move(slots []uint32, to, from uint32, step int64) {
	for _, s := range slots {
		w.Add(int(s^to), 1, step)
		w.Add(int(s^from), -1, step)
	}
}

// Average is the mean of each weight over all steps up to the given one.
func (w *Weights) Average(step int64) []float64 {
	mean := make([]float64, len(w.W))
	w.addAverage(mean, step)
	return mean
}

// addAverage adds the means to those of earlier runs; what is new in w stands behind them.
func (w *Weights) addAverage(mean []float64, step int64) []float64 {
	for len(mean) < len(w.W) {
		mean = append(mean, 0)
	}
	for i, v := range w.W {
		mean[i] += float64(int64(v)*step-w.sum[i]) / float64(step)
	}
	return mean
}

// reset makes all weights zero.
func (w *Weights) reset() {
	clear(w.W)
	clear(w.sum)
}

// Quantise rounds the averaged weights to 8 bits, see Quantise.
func (w *Weights) Quantise(step int64, clip float64) []int8 { return Quantise(w.Average(step), clip) }

// Quantise rounds weights to 8 bits. The weight that becomes 127 is clip (0…1) times the largest; what is larger is cut.
// Half costs nothing, much less costs accuracy: perceptron weights are heavy-tailed.
func Quantise(weights []float64, clip float64) []int8 {
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
