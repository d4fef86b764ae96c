package dense

import (
	"math"
	"math/rand/v2"
	"testing"
)

// TestTable learns rows that are used a few at a time: they come near what is wanted, the others stay.
func TestTable(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	table := NewTable(4, 2, 0.1, r)
	before := append([]float32(nil), table.Row(3)...)
	var a Adam
	for range 500 {
		for i := range int32(2) {
			w := table.Row(i)
			table.Add(i, []float32{w[0] - 1, w[1] + float32(i)})
		}
		a.Next(0.05, math.Sqrt(Square(table.G)), 10)
		table.Step(&a)
	}
	for i := range int32(2) {
		if w := table.Row(i); math.Abs(float64(w[0]-1)) > 0.05 || math.Abs(float64(w[1]+float32(i))) > 0.05 {
			t.Errorf("row %d is %v", i, w)
		}
	}
	if w := table.Row(3); w[0] != before[0] || w[1] != before[1] {
		t.Errorf("row 3 moved from %v to %v", before, w)
	}
	if a.Steps() != 500 {
		t.Errorf("%d steps", a.Steps())
	}
}

// TestMean keeps two states and takes the middle.
func TestMean(t *testing.T) {
	p := NewMatrix(1, 2, 0, nil)
	if p.Mean()[0] != 0 {
		t.Error("mean of nothing")
	}
	p.W[0] = 1
	p.Keep()
	p.W[0], p.W[1] = 3, 2
	p.Keep()
	if m := p.Mean(); m[0] != 2 || m[1] != 1 {
		t.Errorf("mean %v", m)
	}
}

// TestQuantise rounds rows and keeps their size.
func TestQuantise(t *testing.T) {
	data, scales := Quantise([]float32{1, -0.5, 0, 0, 254, 127}, 2)
	want := []int8{127, -64, 0, 0, 127, 64}
	for i, w := range want {
		if int8(data[i]) != w {
			t.Errorf("number %d is %d, want %d", i, int8(data[i]), w)
		}
	}
	if len(scales) != 3 || scales[2] != 2 {
		t.Errorf("scales %v", scales)
	}
}

// TestDropout takes about as many away as asked and makes the others larger for it.
func TestDropout(t *testing.T) {
	mask := Dropout(nil, 10000, 0.25, rand.New(rand.NewPCG(1, 2)))
	var sum float64
	zero := 0
	for _, m := range mask {
		sum += float64(m)
		if m == 0 {
			zero++
		}
	}
	if zero < 2300 || zero > 2700 || math.Abs(sum/10000-1) > 0.05 {
		t.Errorf("%d zeros, mean %g", zero, sum/10000)
	}
}
