package linear

import (
	"encoding/binary"
	"sort"
)

// bucketEntries is the number of entries of a bucket of Keyed.
const bucketEntries = 4

// Keyed is a table of three weights per feature that knows its features by a check byte: one that was not learned finds
// nothing, but for about one in sixty, instead of another one's weights. It lies in buckets of four entries of four
// bytes: weights, biased, and check, which is 0 in an empty entry.
type Keyed struct {
	Bits int // the table has 2^Bits buckets
	data []byte
}

// check is the byte by which a bucket knows feature h.
func check(h uint64, bits int) byte { return byte(h>>(56-uint(bits)))%255 + 1 }

// Sum adds the weights of the features, at most MaxRows.
func (k Keyed) Sum(features []uint64) (out [3]int32) {
	var sum uint64 // lanes of 16 bits
	var found int32
	data, bits := k.data, k.Bits
	for _, h := range features {
		i := int(Slot(h, bits)) * (4 * bucketEntries)
		b := data[i : i+16 : i+16]
		c := check(h, bits)
		for e := 0; e < 16; e += 4 {
			if b[e+3] != c {
				continue
			}
			x := uint64(binary.LittleEndian.Uint32(b[e:]) & 0xffffff)
			sum += x&0xff | x&0xff00<<8 | x&0xff0000<<16
			found++
			break
		}
	}
	for i := range out {
		out[i] = int32(sum>>(16*i)&0xffff) - found*bias
	}
	return out
}

// Keyed is a table of keyed weights.
func (f *File) Keyed(name string) (Keyed, error) {
	s, err := f.find(name, kindKeyed)
	if err != nil {
		return Keyed{}, err
	}
	if s.bits < 1 || s.bits > 26 || len(s.data) != 4*bucketEntries<<s.bits {
		return Keyed{}, errSize(name)
	}
	return Keyed{s.bits, s.data}, nil
}

// Keyed adds a table of 2^bits buckets for features with three weights each. Where a bucket is full, the features whose
// largest weight is smallest are left out.
func (b *Builder) Keyed(name string, bits int, features []uint64, weights [][3]int8) {
	order := make([]int, len(features))
	for i := range order {
		order[i] = i
	}
	sort.Slice(order, func(i, j int) bool {
		x, y := largest(weights[order[i]]), largest(weights[order[j]])
		return x > y || x == y && features[order[i]] < features[order[j]]
	})
	data := make([]byte, 4*bucketEntries<<bits)
	for _, i := range order {
		bucket := data[int(Slot(features[i], bits))*16:][:16]
		c := check(features[i], bits)
		e := 0
		for e < 16 && bucket[e+3] != 0 && bucket[e+3] != c {
			e += 4
		}
		if e < 16 && bucket[e+3] == 0 {
			copy(bucket[e:], biased(weights[i][:]))
			bucket[e+3] = c
		}
	}
	b.add(name, section{kindKeyed, bits, 4, data})
}

// largest is the largest weight without its sign.
func largest(w [3]int8) (top int) {
	for _, v := range w {
		top = max(top, int(v), -int(v))
	}
	return top
}
