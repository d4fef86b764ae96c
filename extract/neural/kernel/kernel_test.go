package kernel

import (
	"math"
	"math/rand/v2"
	"testing"
)

func numbers(r *rand.Rand, n int) []float32 {
	list := make([]float32, n)
	for i := range list {
		list[i] = float32(r.NormFloat64())
	}
	return list
}

func near(t *testing.T, name string, a, b []float32) {
	t.Helper()
	for i := range a {
		if math.Abs(float64(a[i]-b[i])) > 1e-4*(1+math.Abs(float64(a[i]))) {
			t.Fatalf("%s: element %d is %g, want %g", name, i, b[i], a[i])
		}
	}
}

// TestTwins runs each loop both ways.
func TestTwins(t *testing.T) {
	if Best() == Plain {
		t.Skip("no AVX2 here")
	}
	r := rand.New(rand.NewPCG(1, 2))
	for _, m := range []int{1, 5, 6, 7, 31} {
		for _, k := range []int{1, 2, 100} {
			for _, a := range []Left{{numbers(r, (m+k)*8), 8, 1}, {numbers(r, (m+k)*40), 1, 40}, {numbers(r, m*k), k, 1}} {
				b := Pack(nil, numbers(r, 32*k), 32, k, 32)
				c := numbers(r, m*40)
				d := append([]float32(nil), c...)
				Plain.Mul(c, 40, a, b, m, 32, k)
				AVX2.Mul(d, 40, a, b, m, 32, k)
				near(t, "Mul", c, d)
			}
		}
	}
	var out, twin, bias [Outputs]float32
	copy(bias[:], numbers(r, Outputs))
	x, w := numbers(r, Hidden), numbers(r, Hidden*Outputs)
	Plain.Dense(&out, &bias, x, w)
	AVX2.Dense(&twin, &bias, x, w)
	near(t, "Dense", out[:], twin[:])
	var h, g [Hidden]float32
	Plain.Gather(&h, w, []int32{64, 0, 7, 640})
	AVX2.Gather(&g, w, []int32{64, 0, 7, 640})
	near(t, "Gather", h[:], g[:])
	row := make([]int8, 128)
	for i := range row {
		row[i] = int8(i*37 - 128)
	}
	for _, f := range []func(Kind, []float32){
		func(k Kind, c []float32) { k.AddRow(c, row, 0.37) },
		func(k Kind, c []float32) { k.Relu(c, w) },
		func(k Kind, c []float32) { k.AddRelu(c, w) },
		func(k Kind, c []float32) {
			k.Scan((*[64]float32)(c), (*[64]float32)(c[64:]), (*[64]float32)(w), (*[64]float32)(w[64:]))
		},
	} {
		c := numbers(r, 128)
		d := append([]float32(nil), c...)
		f(Plain, c)
		f(AVX2, d)
		near(t, "row", c, d)
	}
}

func BenchmarkMul(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 2))
	a, w, c := numbers(r, 300*128), Pack(nil, numbers(r, 384*128), 128, 384, 128), numbers(r, 300*128)
	for _, kind := range []Kind{Plain, Best()} {
		b.Run(map[Kind]string{Plain: "plain", AVX2: "avx2"}[kind], func(b *testing.B) {
			for b.Loop() {
				kind.Mul(c, 128, Left{a, 128, 1}, w, 290, 128, 384)
			}
			b.ReportMetric(2*290*128*384*float64(b.N)/b.Elapsed().Seconds()/1e9, "GFLOP/s")
		})
	}
}
