package names

import (
	"math"
	"math/rand/v2"
	"testing"

	"dateline/extract/names"
)

// TestGradient compares the gradient of the loss with differences of the loss, for labels that are known and for sets.
func TestGradient(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	const stride = names.NetOutputs
	sets := []uint32{
		1, 1 << names.Label(0, 0, 2), 1 << names.Label(0, 1, 2), 1 | labelsOf(1<<5|1<<6), 1 | labelsOf(1<<5), labelsOf(1<<names.Labels - 1),
	}
	scores, moves := make([]float32, len(sets)*stride), make([]float32, names.Labels*names.Labels)
	for i := range scores {
		scores[i] = float32(r.NormFloat64())
	}
	for i := range moves {
		moves[i] = float32(r.NormFloat64())
	}
	c := newCRF()
	loss := func() (float64, []float32, []float32) {
		c.set(moves)
		d, m := append([]float32(nil), scores...), make([]float32, len(moves))
		return c.gradient(d, stride, sets, m), d, m
	}
	_, d, m := loss()
	check := func(what string, at *float32, got float32) {
		const h = 1e-2
		old := *at
		*at = old + h
		up, _, _ := loss()
		*at = old - h
		down, _, _ := loss()
		*at = old
		if want := (up - down) / (2 * h); math.Abs(want-float64(got)) > 1e-3 {
			t.Errorf("%s: gradient %g, want %g", what, got, want)
		}
	}
	for i := range sets {
		for l := range names.Labels {
			check("score", &scores[i*stride+l], d[i*stride+l])
		}
	}
	for i := range moves {
		check("move", &moves[i], m[i])
	}
}

// TestNoPath gives the loss sets that BILOU has no path through.
func TestNoPath(t *testing.T) {
	c := newCRF()
	c.set(make([]float32, names.Labels*names.Labels))
	scores, moves := make([]float32, names.NetOutputs), make([]float32, names.Labels*names.Labels)
	if loss := c.gradient(scores, names.NetOutputs, []uint32{1 << names.Label(0, 0, 2)}, moves); loss != 0 || scores[0] != 0 {
		t.Errorf("loss %g, gradient %v", loss, scores)
	}
}
