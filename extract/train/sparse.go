package train

// sparse holds the weights of features that were met with a mistake: three each, found by the feature's whole hash, so
// that no two features share them while they are learned.
type sparse struct {
	slots    []uint32 // place in the lists below plus one, 0 if empty; a power of two long
	features []uint64
	weights  *Weights
}

func newSparse() *sparse { return &sparse{slots: make([]uint32, 1<<16), weights: NewWeights(0)} }

// find is the place of feature h, -1 if it has none.
func (s *sparse) find(h uint64) int {
	mask := uint64(len(s.slots) - 1)
	for at := h & mask; s.slots[at] != 0; at = (at + 1) & mask {
		if i := s.slots[at] - 1; s.features[i] == h {
			return int(i)
		}
	}
	return -1
}

// place is the place of feature h, made if it had none.
func (s *sparse) place(h uint64) int {
	if i := s.find(h); i >= 0 {
		return i
	}
	if len(s.features)*3 >= len(s.slots)*2 {
		s.slots = make([]uint32, 2*len(s.slots))
		for i, f := range s.features {
			s.insert(f, i)
		}
	}
	i := len(s.features)
	s.features = append(s.features, h)
	s.weights.W = append(s.weights.W, 0, 0, 0)
	s.weights.sum = append(s.weights.sum, 0, 0, 0)
	s.insert(h, i)
	return i
}

func (s *sparse) insert(h uint64, i int) {
	mask := uint64(len(s.slots) - 1)
	at := h & mask
	for s.slots[at] != 0 {
		at = (at + 1) & mask
	}
	s.slots[at] = uint32(i) + 1
}

// quantise is the given weights in 8 bits, see Quantise, without the features whose weights are all within ±least: they
// have mostly been met once.
func (s *sparse) quantise(mean []float64, clip float64, least int) (features []uint64, weights [][3]int8) {
	q := Quantise(mean, clip)
	for i, h := range s.features {
		w := [3]int8(q[3*i : 3*i+3])
		for _, v := range w {
			if int(v) > least || int(v) < -least {
				features, weights = append(features, h), append(weights, w)
				break
			}
		}
	}
	return features, weights
}
