package kernel

// plainTile adds one row of a product to 16 columns of c.
func plainTile(c, a []float32, col int, panel []float32, k int) {
	var s [Panel]float32
	for i := range k {
		x := a[i*col]
		b := panel[i*Panel : i*Panel+Panel : i*Panel+Panel]
		for j := range s {
			s[j] += x * b[j]
		}
	}
	for j := range s {
		c[j] += s[j]
	}
}

func plainDense(out, bias *[Outputs]float32, x, w []float32) {
	*out = *bias
	for i, v := range x {
		if v == 0 {
			continue
		}
		row := w[i*Outputs : i*Outputs+Outputs]
		for j := range out {
			out[j] += v * row[j]
		}
	}
}

func plainGather(out *[Hidden]float32, base []float32, at []int32) {
	*out = [Hidden]float32{}
	for _, from := range at {
		row := base[from : from+Hidden]
		for j := range out {
			out[j] += row[j]
		}
	}
	for j := range out {
		out[j] = max(out[j], 0)
	}
}
