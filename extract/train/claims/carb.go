package claims

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"
)

// Sentence is a sentence of CaRB with its gold tuples.
type Sentence struct {
	Text string
	Gold []Tuple
}

// ReadCaRB reads CaRB's table: sentence, relation, subject, object and further arguments between tabs.
func ReadCaRB(r io.Reader) ([]Sentence, error) {
	var out []Sentence
	at := map[string]int{}
	scan := bufio.NewScanner(r)
	scan.Buffer(nil, 1<<20)
	for line := 1; scan.Scan(); line++ {
		c := strings.Split(scan.Text(), "\t")
		if len(c) < 3 {
			return nil, fmt.Errorf("CaRB:%d: %d columns, want 3 or more", line, len(c))
		}
		i, seen := at[c[0]]
		if !seen {
			i = len(out)
			at[c[0]] = i
			out = append(out, Sentence{Text: c[0]})
		}
		out[i].Gold = append(out[i].Gold, Tuple{Relation: c[1], Subject: c[2], Args: c[3:]})
	}
	return out, scan.Err()
}

// Shares gives, for each tuple, the share of its words that its gold tuple has, after CaRB (Bhardwaj, Aggarwal and Mausam,
// EMNLP 2019, section 3.2): pairs are made one to one by this share, the best first; a tuple that gets no gold tuple has 0.
// What follows the object is compared together with it.
func (s *Sentence) Shares(tuples []Tuple) []float64 {
	shares := make([]float64, len(tuples))
	used, done := make([]bool, len(s.Gold)), make([]bool, len(tuples))
	for range min(len(s.Gold), len(tuples)) {
		bg, bf, best := -1, -1, 0.0
		for g := range s.Gold {
			for f := range tuples {
				if used[g] || done[f] {
					continue
				}
				if p := s.Gold[g].precision(tuples[f]); p > best {
					bg, bf, best = g, f, p
				}
			}
		}
		if bg < 0 {
			break
		}
		used[bg], done[bf], shares[bf] = true, true, best
	}
	return shares
}

// precision is the share of t's words that stand in the same part of g; 0 if no word of the relations is the same.
func (g Tuple) precision(t Tuple) float64 {
	gold, found := g.binary(), t.binary()
	same := overlap(gold[1], found[1])
	if same == 0 {
		same = be(gold[1], found[1])
	}
	if same == 0 {
		return 0
	}
	words := len(found[1])
	for _, i := range [...]int{0, 2} {
		if len(gold[i]) > 0 && len(found[i]) == 0 {
			return 0
		}
		if len(gold[i]) > 0 {
			same += overlap(gold[i], found[i])
			words += len(found[i])
		}
	}
	return share(float64(same), float64(words))
}

// binary is subject, relation and all arguments as one.
func (t Tuple) binary() [3][]string {
	return [3][]string{strings.Fields(t.Subject), strings.Fields(t.Relation), strings.Fields(strings.Join(t.Args, " "))}
}

// overlap counts the words of a that b has, each as often as it stands there.
func overlap(a, b []string) (n int) {
	b = slices.Clone(b)
	for _, w := range a {
		if i := slices.Index(b, w); i >= 0 {
			n++
			b = slices.Delete(b, i, i+1)
		}
	}
	return n
}

// be is 1 where gold has a form of "be" and found "be" itself, as extractors that make up a copula write it.
func be(gold, found []string) int {
	for _, w := range [...]string{"be", "is", "am", "are", "was", "were", "been", "being"} {
		if slices.Contains(gold, w) && slices.Contains(found, "be") {
			return 1
		}
	}
	return 0
}

// Bin is the tuples whose confidence lies in one tenth: how many, the mean of what they promise and of what they keep.
type Bin struct {
	Tuples         int
	Promised, Kept float64 // sums; divide by Tuples
}

// Reliability files tuples with their shares under ten bins of confidence, [0, 0.1) first, 1 with the last.
func Reliability(bins *[10]Bin, tuples []Tuple, shares []float64) {
	for i, t := range tuples {
		b := &bins[min(9, max(0, int(t.Score*10)))]
		b.Tuples++
		b.Promised += t.Score
		b.Kept += shares[i]
	}
}

// Calibration is the mean distance between what tuples promise and keep, over the bins (expected calibration error).
func Calibration(bins *[10]Bin) float64 {
	gap, n := 0.0, 0
	for _, b := range bins {
		gap += max(b.Promised-b.Kept, b.Kept-b.Promised)
		n += b.Tuples
	}
	return share(gap, float64(n))
}
