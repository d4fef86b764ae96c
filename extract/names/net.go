package names

import (
	"fmt"
	"math"
	"unsafe"

	"dateline/extract/linear"
	"dateline/extract/neural/kernel"
)

// The second reader of names: a small network that knows words by their vectors where the first, linear one knows them by
// heart. A word enters as the sum of table rows (itself, its ends, its shape, what the lexicon and the rest of the article
// say of it, its part of speech and its relation in the tree); two convolutions of width 3 (Collobert et al., 2011, "Natural
// Language Processing (Almost) from Scratch", section 3.3) show it its neighbours, a gated recurrence in each direction
// (after Bradbury et al., 2017, "Quasi-Recurrent Neural Networks") its sentence. What both readers say of a label is added
// before the best path is looked for.

// The shape of the network.
const (
	RowWidth  = 64 // of what a word enters with
	NetWidth  = kernel.Both
	NetLayers = 2 // of convolution
	// NetOutputs is Labels rounded up to a panel of the kernel.
	NetOutputs = (Labels + kernel.Panel - 1) / kernel.Panel * kernel.Panel
)

// The rows of the input, one block after the other. Rare is added to the vector of a word that has no row of its own,
// Unknown stands for a word that has neither.
const (
	Rare = iota
	Unknown
	rowKnown  // one per bit of Words.known
	rowAbout  = rowKnown + 2*knownBits
	rowStyle  = rowAbout + 16
	rowEnd2   = rowStyle + styles
	bitsEnd2  = 10
	rowEnd3   = rowEnd2 + 1<<bitsEnd2
	bitsEnd3  = 12
	rowEnd4   = rowEnd3 + 1<<bitsEnd3
	bitsEnd4  = 13
	rowStart  = rowEnd4 + 1<<bitsEnd4
	bitsStart = 12
	rowShape  = rowStart + 1<<bitsStart
	bitsShape = 11
	rowTag    = rowShape + 1<<bitsShape
	bitsTag   = 9
	rowTie    = rowTag + 1<<bitsTag
	bitsTie   = 9
	// FirstWord is the row of the first word of the dictionary.
	FirstWord = rowTie + 1<<bitsTie
)

// Rows appends the rows that word i enters with, all but its own.
func (w *Words) Rows(out []int32, i int) []int32 {
	place := func(from int32, bits int, h uint32) { out = append(out, from+int32(h*0x9e3779b1>>(32-bits))) }
	place(rowEnd2, bitsEnd2, w.suf[0][i])
	place(rowEnd3, bitsEnd3, w.suf[1][i])
	place(rowEnd4, bitsEnd4, w.suf[2][i])
	place(rowStart, bitsStart, w.pre[i])
	place(rowShape, bitsShape, w.shape[i])
	place(rowTag, bitsTag, w.tag[i])
	place(rowTie, bitsTie, w.tie[i])
	out = append(out, rowAbout+int32(w.about[i]&15), rowStyle+int32(w.style[i]))
	for k, bit := w.known[i], int32(0); k != 0; k, bit = k>>1, bit+1 {
		if k&1 != 0 {
			out = append(out, rowKnown+bit)
		}
	}
	return out
}

// OfSyntax tells whether a row is that of a part of speech or of a relation.
func OfSyntax(row int32) bool { return rowTag <= row && row < FirstWord }

// Key is the key of word i in the dictionary of the network.
func (w *Words) Key(i int) uint64 { return w.keys[i] }

// Net is the network; it is safe for use by many goroutines.
type Net struct {
	kind   kernel.Kind
	words  linear.Dict
	rows   []int8
	scales []float32
	bias   []float32
	conv   [NetLayers]layer
	gates  layer
	out    layer
}

// layer is a packed matrix with its bias.
type layer struct{ weights, bias []float32 }

// NetParts are the sections of a network, as a model file has them: matrices packed as kernel.Pack does.
type NetParts struct {
	Words    []uint64 // hashes of words
	Places   []uint32 // and their rows
	Rows     []byte   // of RowWidth 8-bit numbers
	Scales   []float32
	Bias     []float32
	Conv     [][]float32
	ConvBias [][]float32
	Gates    []float32
	GateBias []float32
	Out      []float32
	OutBias  []float32
	Moves    []float32 // of label b after label a at a*Labels+b
}

func (p *NetParts) encode(b *linear.Builder) {
	floats := func(name string, list []float32) {
		bits := make([]uint32, len(list))
		for i, x := range list {
			bits[i] = math.Float32bits(x)
		}
		b.Numbers(name, bits)
	}
	b.Dict("net words", p.Words, p.Places)
	b.Bytes("net rows", p.Rows)
	floats("net scales", p.Scales)
	floats("net bias", p.Bias)
	for i := range p.Conv {
		name := convName(i)
		floats(name, p.Conv[i])
		floats(name+" b", p.ConvBias[i])
	}
	floats("net gates", p.Gates)
	floats("net gates b", p.GateBias)
	floats("net out", p.Out)
	floats("net out b", p.OutBias)
	floats("net moves", p.Moves)
}

// InWidth is how many numbers of a word enter convolution i.
func InWidth(i int) int {
	if i == 0 {
		return RowWidth
	}
	return NetWidth
}

func convName(i int) string { return fmt.Sprintf("net convolution %d", i+1) }

// openNet reads the network from the sections of a model file.
func openNet(f *linear.File) (n *Net, moves []uint32, err error) {
	n = &Net{kind: kernel.Best()}
	if n.words, err = f.Dict("net words"); err != nil {
		return nil, nil, err
	}
	rows, err := f.Bytes("net rows")
	if err != nil {
		return nil, nil, err
	}
	floats := func(name string, want int) (list []float32) {
		numbers, bad := f.Numbers(name)
		if bad == nil && want > 0 && len(numbers) != want {
			bad = fmt.Errorf("model section %q has %d numbers, not %d", name, len(numbers), want)
		}
		if bad != nil && err == nil {
			err = bad
		}
		if len(numbers) > 0 {
			list = unsafe.Slice((*float32)(unsafe.Pointer(&numbers[0])), len(numbers))
		}
		return list
	}
	n.scales = floats("net scales", 0)
	n.bias = floats("net bias", RowWidth)
	for i := range n.conv {
		name := convName(i)
		n.conv[i] = layer{floats(name, 3*InWidth(i)*NetWidth), floats(name+" b", NetWidth)}
	}
	n.gates = layer{floats("net gates", NetWidth*kernel.Gates), floats("net gates b", kernel.Gates)}
	n.out = layer{floats("net out", NetWidth*NetOutputs), floats("net out b", NetOutputs)}
	if err == nil && (len(n.scales) < FirstWord || len(rows) != len(n.scales)*RowWidth) {
		err = fmt.Errorf("model has %d rows with %d scales", len(rows)/RowWidth, len(n.scales))
	}
	if err != nil {
		return nil, nil, err
	}
	n.rows = unsafe.Slice((*int8)(unsafe.Pointer(&rows[0])), len(rows))
	moves, err = f.Numbers("net moves")
	return n, moves, err
}

// NetScale is how many points of the linear reader one point (a natural logarithm) of the network is worth.
const NetScale = 100

func points(x float32) int32 { return int32(math.RoundToEven(float64(x) * NetScale)) }
