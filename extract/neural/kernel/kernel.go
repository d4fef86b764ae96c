// Package kernel is the arithmetic of the neural network: a few loops over float32, each written twice. On amd64 with
// AVX2 and FMA they are Go assembly; everywhere else, and with the build tag purego, plain Go. The two differ in
// rounding only: assembly fuses multiplication and addition.
//
// All lengths must fit; the callers own the shapes. Widths are multiples of 16 where matrices are packed, of 8 elsewhere.
package kernel

// Panel is the number of columns in a panel of a packed matrix.
const Panel = 16

// Outputs is the number of outputs of Dense, Hidden that of Gather, Lanes that of Scan.
// The assembly gathers Hidden in two halves.
const (
	Outputs = 112
	Hidden  = 128
	Lanes   = 64
)

// Kind says which of the two ways is taken.
type Kind bool

// The ways.
const (
	Plain Kind = false
	AVX2  Kind = true
)

// Pack lays a k×n matrix out in panels of 16 columns, as Mul wants its right side; stride is the length of b's rows.
// The result is appended to dst.
func Pack(dst, b []float32, stride, k, n int) []float32 {
	for j := 0; j < n; j += Panel {
		for i := range k {
			dst = append(dst, b[i*stride+j:i*stride+j+Panel]...)
		}
	}
	return dst
}

// Left is the left side of a product: element (i, j) is Data[i*Row+j*Col]. Rows may overlap.
type Left struct {
	Data     []float32
	Row, Col int
}

// Mul adds the product of a (m×k) and the packed matrix b (k×n) to c, whose rows begin stride apart.
func (kind Kind) Mul(c []float32, stride int, a Left, b []float32, m, n, k int) {
	if m == 0 || k == 0 {
		return
	}
	_ = c[(m-1)*stride+n-1]
	_ = a.Data[(m-1)*a.Row+(k-1)*a.Col]
	_ = b[k*n-1]
	for j := 0; j < n; j += Panel {
		panel := b[j*k : (j+Panel)*k]
		i := 0
		if kind == AVX2 {
			for ; i+6 <= m; i += 6 {
				tile6(&c[i*stride+j], stride, &a.Data[i*a.Row], a.Row, a.Col, &panel[0], k)
			}
			for ; i < m; i++ {
				tile1(&c[i*stride+j], &a.Data[i*a.Row], a.Col, &panel[0], k)
			}
			continue
		}
		for ; i < m; i++ {
			plainTile(c[i*stride+j:i*stride+j+Panel], a.Data[i*a.Row:], a.Col, panel, k)
		}
	}
}

// Dense sets out to bias plus x times w; w has len(x) rows of Outputs columns, not packed.
func (kind Kind) Dense(out, bias *[Outputs]float32, x, w []float32) {
	_ = w[len(x)*Outputs-1]
	if kind == AVX2 {
		dense(&out[0], &bias[0], &x[0], &w[0], len(x))
		return
	}
	plainDense(out, bias, x, w)
}

// Gather sets out to the sum of the rows that begin at the given places of base, negative numbers made 0.
func (kind Kind) Gather(out *[Hidden]float32, base []float32, at []int32) {
	if kind == AVX2 {
		gather(&out[0], &base[0], &at[0], len(at))
		gather(&out[Hidden/2], &base[Hidden/2], &at[0], len(at))
		return
	}
	plainGather(out, base, at)
}

// AddRow adds scale times row to dst.
func (kind Kind) AddRow(dst []float32, row []int8, scale float32) {
	_ = row[len(dst)-1]
	if kind == AVX2 {
		addRow(&dst[0], &row[0], scale, len(dst))
		return
	}
	for i := range dst {
		dst[i] += scale * float32(row[i])
	}
}

// Relu sets dst to x with negative numbers made 0.
func (kind Kind) Relu(dst, x []float32) {
	_ = x[len(dst)-1]
	if kind == AVX2 {
		relu(&dst[0], &x[0], len(dst))
		return
	}
	for i := range dst {
		dst[i] = max(x[i], 0)
	}
}

// AddRelu adds t with negative numbers made 0 to dst.
func (kind Kind) AddRelu(dst, t []float32) {
	_ = t[len(dst)-1]
	if kind == AVX2 {
		addRelu(&dst[0], &t[0], len(dst))
		return
	}
	for i := range dst {
		dst[i] += max(t[i], 0)
	}
}

// Scan moves the state h one step on and adds it to out. The step is h = z + gate·(h−z); what is kept of h is
// gate = (1 + f/(1+|f|)) / 2, close to a sigmoid.
func (kind Kind) Scan(out, h, z, f *[Lanes]float32) {
	if kind == AVX2 {
		scan(&out[0], &h[0], &z[0], &f[0])
		return
	}
	for i := range h {
		h[i] = z[i] + Gate(f[i])*(h[i]-z[i])
		out[i] += h[i]
	}
}

// Gate is the part of the state that Scan keeps.
func Gate(f float32) float32 { return 0.5 + 0.5*f/(1+max(f, -f)) }
