package claims

import (
	"math"

	"dateline/extract"
	"dateline/extract/clauses"
	"dateline/extract/linear"
)

// Judged is a predicate to learn from: the features of its clause and what people say of it.
type Judged struct {
	Features []uint64
	Value    float64 // as Judgement.Value
}

// How factuality is learned: spread and rarest were chosen by thirds of the training data, rounds and rate let the weights settle.
const (
	rounds = 40 // of which the later half is averaged
	rate   = 0.05
	spread = 0.15 // variance that weights are expected to have
	rarest = 4    // a feature must be seen so often
)

// FitFactuality learns weights by logistic regression on how far people say that it happened, with a normal prior on
// the weights and a rate for each of its own (Duchi, Hazan and Singer, JMLR 2011), and gives the model's file. The same
// list gives the same file.
func FitFactuality(list []Judged) []byte {
	slots, count := frequent(list)
	w, squares, sum := make([]float64, 1<<clauses.Bits), make([]float64, 1<<clauses.Bits), make([]float64, 1<<clauses.Bits)
	for round := range rounds {
		for n := range list {
			i := n * 7919 % len(list) // a prime: neighbours in the corpus are not neighbours here
			miss := odds(w, slots[i]) - (max(-1, min(1, list[i].Value))+1)/2
			for _, s := range slots[i] {
				g := miss + w[s]/(spread*count[s]) // the share of the prior that falls on one example
				squares[s] += g * g
				w[s] -= rate * g / math.Sqrt(0.1+squares[s])
			}
		}
		for s := range sum {
			if round >= rounds/2 {
				sum[s] += w[s]
			}
		}
	}
	weights := make([]int8, len(w))
	for i, v := range sum {
		weights[i] = int8(max(-127, min(127, math.Round(v/(rounds-rounds/2)*clauses.Unit))))
	}
	var b linear.Builder
	b.Cells("factuality", clauses.Bits, weights)
	return b.File()
}

// odds is the share that the weights give: 0…1.
func odds(w []float64, slots []uint32) float64 {
	sum := 0.0
	for _, s := range slots {
		sum += w[s]
	}
	return 1 / (1 + math.Exp(-sum))
}

// frequent gives the places of the features that are seen often enough, and how often each place is used.
func frequent(list []Judged) (slots [][]uint32, count []float64) {
	seen := map[uint64]int{}
	for _, j := range list {
		for _, f := range j.Features {
			seen[f]++
		}
	}
	slots, count = make([][]uint32, len(list)), make([]float64, 1<<clauses.Bits)
	for i, j := range list {
		for _, f := range j.Features {
			if seen[f] >= rarest {
				s := linear.Slot(f, clauses.Bits)
				slots[i] = append(slots[i], s)
				count[s]++
			}
		}
	}
	return slots, count
}

// Examples joins the judged words of an article with the features of the clauses that dateline reads in it, d.
func Examples(d *extract.Document, words []Word, features [][]uint64) (out []Judged) {
	at := map[int]int{}
	for c := range d.Clauses {
		at[d.Tokens[d.Clauses[c].Head].Start] = c
	}
	for _, w := range words {
		if c, ok := at[w.Start]; ok {
			out = append(out, Judged{features[c], w.Value})
		}
	}
	return out
}
