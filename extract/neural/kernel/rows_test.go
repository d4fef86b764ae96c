package kernel

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestRecur runs the recurrence over a few rows: both kinds agree, one row knows nothing of others, and what comes first
// on the way forward does not hear of what comes later.
func TestRecur(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	const n = 4
	x, gates := numbers(r, n*Both), numbers(r, n*Gates)
	run := func(kind Kind, gates []float32) []float32 {
		out := slices.Clone(x)
		kind.Recur(out, gates, len(gates)/Gates)
		return out
	}
	plain := run(Plain, gates)
	near(t, "Recur", plain, run(Best(), gates))
	short := run(Plain, gates[:(n-1)*Gates])
	if !slices.Equal(short[:Lanes], plain[:Lanes]) {
		t.Error("the first row hears of the last on the way forward")
	}
	if slices.Equal(short[Lanes:Both], plain[Lanes:Both]) {
		t.Error("the first row does not hear of the last on the way back")
	}
}

// TestGrow keeps what is there and adds zeros, also where the room was used before.
func TestGrow(t *testing.T) {
	list := Grow([]float32{1, 2, 3}[:2], 3)
	if !slices.Equal(list, []float32{1, 2, 0, 0, 0}) {
		t.Error(list)
	}
	Fill(list[1:], []float32{7, 8})
	if list = Grow(list[:1], 2); !slices.Equal(list, []float32{1, 0, 0}) {
		t.Error(list)
	}
}
