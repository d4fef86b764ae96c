package linear

import "encoding/binary"

// bias is added to each weight in a file, so that lanes of a machine word can be summed without borrowing.
const bias = 128

// MaxRows is how many rows may be summed at once before a lane of 16 bits could overflow.
const MaxRows = 256

// Rows is a table of 2^Bits rows with a weight for each of Width classes. Use it where all classes are scored at once.
// The zero Rows scores nothing.
type Rows struct {
	Bits, Width int
	data        []byte // rows one after the other, a byte per weight, biased
}

// Row is the row of feature h.
func (r Rows) Row(h uint64) uint32 { return Slot(h, r.Bits) }

// Sum adds the given rows, at most MaxRows, into out, which holds Width numbers. Width is a multiple of 32.
func (r Rows) Sum(rows []uint32, out []int32) {
	for from := 0; from+32 <= r.Width; from += 32 {
		r.sum32(rows, from, out[from:from+32])
	}
}

// sum32 adds 32 columns: four words per row, the even and the odd bytes of each in lanes of their own. A row is hardly ever
// in the cache, so a short loop asks for the first word of all rows before the others are read: the waits overlap.
func (r Rows) sum32(rows []uint32, from int, out []int32) {
	const low = 0x00ff00ff00ff00ff
	var e0, e1, e2, e3, o0, o1, o2, o3 uint64
	data, width := r.data[from:], r.Width
	for _, row := range rows {
		x := binary.LittleEndian.Uint64(data[int(row)*width:])
		e0, o0 = e0+x&low, o0+x>>8&low
	}
	for _, row := range rows {
		i := int(row) * width
		b := data[i : i+32 : i+32]
		y := binary.LittleEndian.Uint64(b[8:])
		z := binary.LittleEndian.Uint64(b[16:])
		w := binary.LittleEndian.Uint64(b[24:])
		e1, o1 = e1+y&low, o1+y>>8&low
		e2, o2 = e2+z&low, o2+z>>8&low
		e3, o3 = e3+w&low, o3+w>>8&low
	}
	base := int32(len(rows)) * bias
	even, odd := [4]uint64{e0, e1, e2, e3}, [4]uint64{o0, o1, o2, o3}
	for k := range 16 {
		shift := 16 * (k & 3)
		out[2*k] = int32(even[k>>2]>>shift&0xffff) - base
		out[2*k+1] = int32(odd[k>>2]>>shift&0xffff) - base
	}
}

// Cells is a table of 2^Bits single weights, one for each pair of feature and class. Use it where there are many
// classes and few of them are candidates. The weights of one feature lie close together.
type Cells struct {
	Bits int
	data []byte
}

// Sum adds the weights of the features, given by their Slot, for a class.
func (c Cells) Sum(slots []uint32, class uint32) int32 {
	var sum int32
	data := c.data
	for _, s := range slots {
		sum += int32(data[s^class])
	}
	return sum - int32(len(slots))*bias
}
