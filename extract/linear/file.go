package linear

import (
	"encoding/binary"
	"errors"
	"fmt"
	"unsafe"
)

// The layout of a model file, all numbers little endian:
//
//	0   magic "dateline"      8 bytes
//	8   version, 1            uint32
//	12  number of sections    uint32
//	16  sections              48 bytes each:
//	      name                24 bytes, filled with NUL
//	      kind, bits, width   uint32 each; bits and width as in Rows and Cells, otherwise 0
//	      0                   uint32
//	      offset, length      uint32 each, in bytes; offsets are multiples of 64
//	...  the sections' bytes, filled with NUL between them
const (
	magic     = "dateline"
	version   = 1
	headBytes = 16
	entry     = 48
	nameBytes = 24
	align     = 64
)

// kind is what a section holds.
type kind uint32

const (
	kindBytes kind = iota
	kindRows
	kindCells
	kindNumbers // uint32
	kindStrings // count, count+1 offsets, then the bytes
	kindDict    // pairs of uint32: check, value+1
)

// File is an opened model file.
type File struct {
	names    []string
	sections []section
}

type section struct {
	kind        kind
	bits, width int
	data        []byte
}

// Open reads the header of a model file. The File and all that is taken from it point into b, which must not change.
func Open(b []byte) (*File, error) {
	if len(b) < headBytes || string(b[:8]) != magic {
		return nil, errors.New("not a dateline model")
	}
	if v := binary.LittleEndian.Uint32(b[8:]); v != version {
		return nil, fmt.Errorf("model version %d, this program reads %d", v, version)
	}
	n := int(binary.LittleEndian.Uint32(b[12:]))
	if n > (len(b)-headBytes)/entry {
		return nil, errors.New("model cut short in its header")
	}
	f := &File{make([]string, n), make([]section, n)}
	for i := range n {
		e := b[headBytes+i*entry:][:entry]
		number := func(at int) int { return int(binary.LittleEndian.Uint32(e[at:])) }
		offset, length := number(40), number(44)
		if offset > len(b) || length > len(b)-offset {
			return nil, fmt.Errorf("model cut short in section %q", trimNUL(e[:nameBytes]))
		}
		f.names[i] = trimNUL(e[:nameBytes])
		f.sections[i] = section{kind(number(24)), number(28), number(32), b[offset : offset+length : offset+length]}
	}
	return f, nil
}

func trimNUL(b []byte) string {
	for len(b) > 0 && b[len(b)-1] == 0 {
		b = b[:len(b)-1]
	}
	return string(b)
}

// find is the section of that name and kind.
func (f *File) find(name string, k kind) (section, error) {
	for i, n := range f.names {
		if n == name && f.sections[i].kind == k {
			return f.sections[i], nil
		}
	}
	return section{}, fmt.Errorf("model has no section %q of kind %d", name, k)
}

// errSize says that a section is not as long as its header wants.
func errSize(name string) error { return fmt.Errorf("model section %q has a wrong size", name) }

// Bytes is a section of plain bytes.
func (f *File) Bytes(name string) ([]byte, error) {
	s, err := f.find(name, kindBytes)
	return s.data, err
}

// Rows is a table of rows.
func (f *File) Rows(name string) (Rows, error) {
	s, err := f.find(name, kindRows)
	if err != nil {
		return Rows{}, err
	}
	if s.bits < 1 || s.bits > 30 || s.width < 1 || s.width > 1024 || len(s.data) != s.width<<s.bits {
		return Rows{}, errSize(name)
	}
	return Rows{s.bits, s.width, s.data}, nil
}

// Cells is a table of single weights.
func (f *File) Cells(name string) (Cells, error) {
	s, err := f.find(name, kindCells)
	if err != nil {
		return Cells{}, err
	}
	if s.bits < 8 || s.bits > 30 || len(s.data) != 1<<s.bits {
		return Cells{}, errSize(name)
	}
	return Cells{s.bits, s.data}, nil
}

// Numbers is a list of 32-bit numbers.
func (f *File) Numbers(name string) ([]uint32, error) {
	s, err := f.find(name, kindNumbers)
	if err != nil {
		return nil, err
	}
	return numbers(s.data), nil
}

// numbers sees bytes as little-endian uint32, in place where machine and alignment allow it, else as a copy.
func numbers(b []byte) []uint32 {
	n := len(b) / 4
	if n == 0 {
		return nil
	}
	one := uint16(1)
	littleEndian := *(*byte)(unsafe.Pointer(&one)) == 1
	if littleEndian && uintptr(unsafe.Pointer(&b[0]))%4 == 0 {
		return unsafe.Slice((*uint32)(unsafe.Pointer(&b[0])), n)
	}
	list := make([]uint32, n)
	for i := range list {
		list[i] = binary.LittleEndian.Uint32(b[4*i:])
	}
	return list
}
