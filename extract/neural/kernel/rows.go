package kernel

// Fill writes row into list again and again; the length of list is a multiple of that of row.
func Fill(list, row []float32) {
	for len(list) > 0 {
		list = list[copy(list, row):]
	}
}

// Grow appends n zeros.
func Grow(list []float32, n int) []float32 {
	from := len(list)
	if cap(list) < from+n {
		list = append(make([]float32, 0, 2*(from+n)), list...)
	}
	list = list[:from+n]
	clear(list[from:])
	return list
}

// The shape of a recurrence in both directions: its width, and the gates of a row, which are z and f of Scan on the way
// forward, then z and f on the way back.
const (
	Both  = 2 * Lanes
	Gates = 2 * Both
)

// Recur runs Scan over n rows, forward and back, and adds the states to x: those of the way forward to the first half of
// its rows, which are Both wide, those of the way back to the second. The rows of gates are Gates wide.
func (kind Kind) Recur(x, gates []float32, n int) {
	var forward, back [Lanes]float32
	for i := range n {
		k := n - 1 - i
		g, h := gates[i*Gates:][:Gates], gates[k*Gates:][:Gates]
		kind.Scan((*[Lanes]float32)(x[i*Both:]), &forward, (*[Lanes]float32)(g), (*[Lanes]float32)(g[Lanes:]))
		kind.Scan((*[Lanes]float32)(x[k*Both+Lanes:]), &back, (*[Lanes]float32)(h[2*Lanes:]), (*[Lanes]float32)(h[3*Lanes:]))
	}
}
