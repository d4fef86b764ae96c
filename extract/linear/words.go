package linear

import "unsafe"

// Strings is a list of strings that lie in a model file; the strings are not copied.
type Strings struct {
	offsets []uint32 // one more than there are strings
	text    []byte
}

// Strings is a section of strings.
func (f *File) Strings(name string) (Strings, error) {
	s, err := f.find(name, kindStrings)
	if err != nil {
		return Strings{}, err
	}
	bad := errSize(name)
	if len(s.data) < 8 {
		return Strings{}, bad
	}
	n := int(numbers(s.data[:4])[0])
	if n > len(s.data)/4-2 {
		return Strings{}, bad
	}
	l := Strings{numbers(s.data[4 : 8+4*n]), s.data[8+4*n:]}
	for i := range n {
		if l.offsets[i] > l.offsets[i+1] {
			return Strings{}, bad
		}
	}
	if int(l.offsets[n]) != len(l.text) {
		return Strings{}, bad
	}
	return l, nil
}

// Len is the number of strings.
func (l Strings) Len() int { return max(len(l.offsets)-1, 0) }

// At is string i; it points into the model.
func (l Strings) At(i int) string {
	b := l.text[l.offsets[i]:l.offsets[i+1]]
	return unsafe.String(unsafe.SliceData(b), len(b))
}

// All is the strings as a slice.
func (l Strings) All() []string {
	all := make([]string, l.Len())
	for i := range all {
		all[i] = l.At(i)
	}
	return all
}

// Dict is a map from 64-bit hashes to numbers that lies in a model file. It knows keys by 32 bits beside their place:
// a key that was never put in is found by mistake about once in a thousand million look-ups.
type Dict struct {
	slots []uint32 // pairs: check, value+1; a value of 0 is an empty slot
	bits  int
}

// Dict is a section that holds a map.
func (f *File) Dict(name string) (Dict, error) {
	s, err := f.find(name, kindDict)
	if err != nil {
		return Dict{}, err
	}
	if s.bits < 1 || s.bits > 28 || len(s.data) != 8<<s.bits {
		return Dict{}, errSize(name)
	}
	return Dict{numbers(s.data), s.bits}, nil
}

// Get is the value of the key with hash h.
func (d Dict) Get(h uint64) (uint32, bool) {
	if d.bits == 0 {
		return 0, false
	}
	n := uint32(len(d.slots) / 2)
	at, check := Slot(h, d.bits), uint32(h)
	for range n {
		c, v := d.slots[2*at], d.slots[2*at+1]
		if v == 0 {
			return 0, false
		}
		if c == check {
			return v - 1, true
		}
		at = (at + 1) & (n - 1)
	}
	return 0, false
}
