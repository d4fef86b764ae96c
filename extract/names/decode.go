package names

// Decoder finds the best labels of a sentence (Viterbi). It may be used again, by one goroutine at a time.
type Decoder struct {
	// Moves is the score of label b after label a at a*Labels+b; where BILOU does not allow it, it is not looked at.
	Moves []int32
	score []int32 // per token and label the best path that ends there
	back  []uint8
}

// NewDecoder makes a decoder with the scores of moves.
func NewDecoder(moves []int32) *Decoder { return &Decoder{Moves: moves} }

const never = -1 << 29

// Best writes the best path through the scores, Labels per word, into labels, one per word.
func (d *Decoder) Best(scores []int32, labels []uint8) {
	n := len(labels)
	if n == 0 {
		return
	}
	d.score = append(d.score[:0], make([]int32, n*Labels)...)
	d.back = append(d.back[:0], make([]uint8, n*Labels)...)
	for l := range Labels {
		d.score[l] = never
		if l == 0 || part(l) == begin || part(l) == unit {
			d.score[l] = scores[l]
		}
	}
	for i := 1; i < n; i++ {
		d.step(d.score[(i-1)*Labels:i*Labels], d.score[i*Labels:(i+1)*Labels], d.back[i*Labels:(i+1)*Labels], scores[i*Labels:(i+1)*Labels])
	}
	end := d.score[(n-1)*Labels:]
	best := 0
	for l := 1; l < Labels; l++ {
		if opens(l) && end[l] > end[best] {
			best = l
		}
	}
	for i := n - 1; i >= 0; i-- {
		labels[i] = uint8(best)
		best = int(d.back[i*Labels+best])
	}
}

func (d *Decoder) step(prev, cur []int32, back []uint8, scores []int32) {
	for l := range Labels {
		best, from := int32(never), 0
		if l == 0 || part(l) == begin || part(l) == unit {
			best, from = prev[0]+d.Moves[l], 0
			for t := range Learned {
				for p := 4*t + last; p <= 4*t+unit; p++ {
					if v := prev[p] + d.Moves[p*Labels+l]; v > best {
						best, from = v, p
					}
				}
			}
		} else {
			t := TypeOf(l)
			for p := 4*t + begin; p <= 4*t+inside; p++ {
				if v := prev[p] + d.Moves[p*Labels+l]; v > best {
					best, from = v, p
				}
			}
		}
		cur[l], back[l] = max(best, never)+scores[l], uint8(from)
	}
}
