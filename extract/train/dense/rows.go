package dense

import (
	"math"
	"math/rand/v2"
)

// Dropout makes a mask of n numbers, each 0 with probability p (in steps of 1/256) and else 1/(1-p); it uses the room of
// mask (Srivastava et al., 2014, "Dropout: A Simple Way to Prevent Neural Networks from Overfitting").
func Dropout(mask []float32, n int, p float64, r *rand.Rand) []float32 {
	if cap(mask) < n {
		mask = make([]float32, n)
	}
	mask = mask[:n]
	limit := uint64(p * 256)
	keep := float32(256 / float64(256-limit))
	for i := 0; i < n; i += 8 {
		bits := r.Uint64()
		for j := i; j < min(i+8, n); j++ {
			mask[j] = keep
			if bits&255 < limit {
				mask[j] = 0
			}
			bits >>= 8
		}
	}
	return mask
}

// AddColumns adds the sums of d's columns to g; d has rows as long as g.
func AddColumns(g, d []float32) {
	for ; len(d) > 0; d = d[len(g):] {
		for j := range g {
			g[j] += d[j]
		}
	}
}

// AddProduct adds vector times matrix, whose rows are as long as row, to row.
func AddProduct(row, vector, matrix []float32) {
	for i, x := range vector {
		for j := range row {
			row[j] += x * matrix[i*len(row)+j]
		}
	}
}

// Quantise rounds each row of the given width to whole numbers of a scale that lets its largest be 127.
func Quantise(rows []float32, width int) (data []byte, scales []float32) {
	for ; len(rows) > 0; rows = rows[width:] {
		var top float32
		for _, x := range rows[:width] {
			top = max(top, x, -x)
		}
		scale := max(top/127, 1e-9)
		for _, x := range rows[:width] {
			data = append(data, byte(int8(math.RoundToEven(float64(x/scale)))))
		}
		scales = append(scales, scale)
	}
	return data, scales
}

// Zeros is a list of n zeros in the room of list.
func Zeros(list []float32, n int) []float32 {
	if cap(list) < n {
		return make([]float32, n)
	}
	list = list[:n]
	clear(list)
	return list
}
