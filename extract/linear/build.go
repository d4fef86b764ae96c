package linear

import (
	"encoding/binary"
	"math/bits"
)

// Builder makes a model file. Sections are written in the order they are added; the same calls give the same bytes.
type Builder struct {
	names    []string
	sections []section
}

func (b *Builder) add(name string, s section) {
	if len(name) > nameBytes {
		panic("linear: section name longer than 24 bytes: " + name)
	}
	b.names, b.sections = append(b.names, name), append(b.sections, s)
}

// Bytes adds plain bytes.
func (b *Builder) Bytes(name string, data []byte) { b.add(name, section{kind: kindBytes, data: data}) }

// Rows adds a table of 2^bits rows of width weights.
func (b *Builder) Rows(name string, bits, width int, weights []int8) {
	b.add(name, section{kindRows, bits, width, biased(weights)})
}

// Cells adds a table of 2^bits weights.
func (b *Builder) Cells(name string, bits int, weights []int8) {
	b.add(name, section{kindCells, bits, 1, biased(weights)})
}

func biased(weights []int8) []byte {
	data := make([]byte, len(weights))
	for i, w := range weights {
		data[i] = byte(int(w) + bias)
	}
	return data
}

// Numbers adds a list of 32-bit numbers.
func (b *Builder) Numbers(name string, list []uint32) {
	b.add(name, section{kind: kindNumbers, data: raw(list)})
}

func raw(list []uint32) []byte {
	data := make([]byte, 0, 4*len(list))
	for _, n := range list {
		data = binary.LittleEndian.AppendUint32(data, n)
	}
	return data
}

// Strings adds a list of strings.
func (b *Builder) Strings(name string, list []string) {
	head, text := []uint32{uint32(len(list)), 0}, []byte(nil)
	for _, s := range list {
		text = append(text, s...)
		head = append(head, uint32(len(text)))
	}
	b.add(name, section{kind: kindStrings, data: append(raw(head), text...)})
}

// Dict adds a map from hashes to numbers below 2^32-1. Keys are put in in the order given; a key given twice keeps
// its first value.
func (b *Builder) Dict(name string, keys []uint64, values []uint32) {
	size := max(bits.Len(uint(len(keys)*3/2)), 1) // at most two thirds full
	slots := make([]uint32, 2<<size)
	mask := uint32(1)<<size - 1
	for i, h := range keys {
		at := Slot(h, size)
		for slots[2*at+1] != 0 && slots[2*at] != uint32(h) {
			at = (at + 1) & mask
		}
		if slots[2*at+1] == 0 {
			slots[2*at], slots[2*at+1] = uint32(h), values[i]+1
		}
	}
	b.add(name, section{kindDict, size, 2, raw(slots)})
}

// File is the bytes of the model.
func (b *Builder) File() []byte {
	out := append([]byte(magic), raw([]uint32{version, uint32(len(b.names))})...)
	offset := ceil(headBytes + entry*len(b.names))
	for i, s := range b.sections {
		name := append([]byte(b.names[i]), make([]byte, nameBytes-len(b.names[i]))...)
		out = append(out, name...)
		out = append(out, raw([]uint32{
			uint32(s.kind), uint32(s.bits), uint32(s.width), 0, uint32(offset), uint32(len(s.data)),
		})...)
		offset = ceil(offset + len(s.data))
	}
	for _, s := range b.sections {
		out = append(out, make([]byte, ceil(len(out))-len(out))...)
		out = append(out, s.data...)
	}
	return out
}

// ceil rounds up to the alignment of sections.
func ceil(n int) int { return (n + align - 1) / align * align }
