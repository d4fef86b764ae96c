package train

import (
	"math"
	"testing"
)

// TestScoreChains compares with figures worked out by hand.
func TestScoreChains(t *testing.T) {
	for _, c := range []struct {
		name               string
		gold, found        []int
		muc, bcubed, ceafe float64
	}{
		{"the same", []int{1, 1, 2}, []int{7, 7, 9}, 100, 100, 100},
		{"two chains made one", []int{1, 1, 1, 1, 1, 2, 2, 3, 3, 3, 3, 3}, []int{1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2}, 94.74, 86.49, 73.33},
		{"nothing joined", []int{1, 1, 1}, []int{1, 2, 3}, 0, 50, 25},
		{"all joined", []int{1, 2, 3}, []int{1, 1, 1}, 0, 50, 25},
	} {
		s := ScoreChains(c.gold, c.found)
		for _, m := range []struct {
			name      string
			got, want float64
		}{{"MUC", s.MUC.F1(), c.muc}, {"B3", s.B3.F1(), c.bcubed}, {"CEAFe", s.CEAFe.F1(), c.ceafe}} {
			if math.Abs(m.got-m.want) > 0.01 {
				t.Errorf("%s: %s is %.2f, not %.2f", c.name, m.name, m.got, m.want)
			}
		}
	}
}

func TestMatch(t *testing.T) {
	w := [][]float64{{3, 2, 0}, {3, 0, 0}}
	if got := match(2, 3, func(i, j int) float64 { return w[i][j] }); got != 5 {
		t.Errorf("best match is %v, not 5", got)
	}
	if got := match(3, 2, func(i, j int) float64 { return w[j][i] }); got != 5 {
		t.Errorf("best match the other way is %v, not 5", got)
	}
}
