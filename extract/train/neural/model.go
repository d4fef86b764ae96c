package neural

import (
	"math"
	"sort"

	"dateline/extract/linear"
	net "dateline/extract/neural"
	"dateline/extract/neural/kernel"
	"dateline/extract/train/dense"
)

// model is the bytes of the network: with the mean of the last steps, or as it stands.
func (t *trainer) model(mean bool) []byte {
	value := func(p *dense.Matrix) []float32 {
		if mean {
			return p.Mean()
		}
		return p.W
	}
	b := &linear.Builder{}
	b.Strings("tags", t.tags)
	b.Strings("relations", t.names)
	t.addRows(b, value(&t.rows.Matrix), value(t.project))
	packed := func(name string, p *dense.Matrix) {
		b.Numbers(name, bits(kernel.Pack(nil, value(p), p.Cols, p.Rows, p.Cols)))
	}
	plain := func(name string, p *dense.Matrix) { b.Numbers(name, bits(value(p))) }
	plain("input bias", t.bias)
	for i := range t.conv {
		packed(net.ConvName(i), t.conv[i])
		plain(net.ConvName(i)+" bias", t.convBias[i])
	}
	packed("gates", t.recur.Weights)
	plain("gates bias", t.recur.Bias)
	packed("slots", t.slots)
	plain("static", t.static)
	plain("moves", t.moves)
	plain("moves bias", t.moveBias)
	plain("tagging", t.tagging)
	plain("tagging bias", t.tagBias)
	return b.File()
}

func bits(list []float32) []uint32 {
	out := make([]uint32, len(list))
	for i, x := range list {
		out[i] = math.Float32bits(x)
	}
	return out
}

// maxRows is how many rows a model has at most: at this size it stays below 12 MB. The rarest static words go first.
const maxRows = 69500

// addRows folds the input layer: a word's row is its own plus its static vector times the projection. Rows are rounded
// to 8 bits with a scale each.
func (t *trainer) addRows(b *linear.Builder, rows, project []float32) {
	n := net.FirstWord * width
	folded := append([]float32(nil), rows[:n]...)
	keys := make([]uint64, len(t.words))
	for key, row := range t.words {
		keys[row-net.FirstWord] = key
	}
	values := make([]uint32, 0, len(keys)+t.Static)
	for _, key := range keys {
		row := t.words[key]
		values = append(values, uint32(len(folded)/width))
		folded = append(folded, rows[int(row)*width:int(row+1)*width]...)
		_, vector := t.find(key)
		dense.AddProduct(folded[len(folded)-width:], t.vectors.row(vector), project)
	}
	var others []uint64
	for key, i := range t.vectors.at {
		if _, own := t.words[key]; !own && i < t.Static {
			others = append(others, key)
		}
	}
	sort.Slice(others, func(i, j int) bool { return t.vectors.at[others[i]] < t.vectors.at[others[j]] })
	others = others[:max(0, min(len(others), maxRows-len(folded)/width))]
	for _, key := range others {
		values = append(values, uint32(len(folded)/width))
		folded = append(folded, rows[net.Rare*width:(net.Rare+1)*width]...)
		dense.AddProduct(folded[len(folded)-width:], t.vectors.row(t.vectors.at[key]), project)
	}
	b.Dict("words", append(keys, others...), values)
	data, scales := dense.Quantise(folded, width)
	b.Bytes("rows", data)
	b.Numbers("scales", bits(scales))
}
