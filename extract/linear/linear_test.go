package linear

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"
)

// TestRoundTrip checks that what a Builder writes is what Open reads, also where the bytes lie at an odd address.
func TestRoundTrip(t *testing.T) {
	var b Builder
	b.Strings("words", []string{"", "a", "Ankara"})
	b.Numbers("list", []uint32{7, 0, 1 << 31})
	b.Bytes("note", []byte("hello"))
	b.Dict("dict", []uint64{HashBytes([]byte("x")), HashBytes([]byte("y")), HashBytes([]byte("x"))}, []uint32{0, 5, 9})
	b.Dict("empty", nil, nil)
	file := b.File()
	for shift := range 4 {
		moved := append(make([]byte, shift, len(file)+shift), file...)[shift:]
		f, err := Open(moved)
		if err != nil {
			t.Fatal(err)
		}
		words, err := f.Strings("words")
		if err != nil || fmt.Sprint(words.All()) != "[ a Ankara]" {
			t.Errorf("strings %q, %v", words.All(), err)
		}
		if list, err := f.Numbers("list"); err != nil || fmt.Sprint(list) != "[7 0 2147483648]" {
			t.Errorf("numbers %v, %v", list, err)
		}
		if note, err := f.Bytes("note"); err != nil || string(note) != "hello" {
			t.Errorf("bytes %q, %v", note, err)
		}
		d, _ := f.Dict("dict")
		x, okX := d.Get(HashBytes([]byte("x")))
		y, okY := d.Get(HashBytes([]byte("y")))
		if _, found := d.Get(HashBytes([]byte("z"))); x != 0 || y != 5 || !okX || !okY || found {
			t.Errorf("dict gave %d %v, %d %v, %v", x, okX, y, okY, found)
		}
		if e, err := f.Dict("empty"); err != nil {
			t.Error(err)
		} else if _, found := e.Get(1); found {
			t.Error("found a key in an empty dict")
		}
		if _, err := f.Rows("words"); err == nil {
			t.Error("strings were taken for rows")
		}
	}
}

// TestBroken checks that no cut or changed header makes Open panic.
func TestBroken(t *testing.T) {
	var b Builder
	b.Strings("words", []string{"a", "b"})
	b.Rows("rows", 4, 32, make([]int8, 32<<4))
	file := b.File()
	try := func(bytes []byte) {
		f, err := Open(bytes)
		if err != nil {
			return
		}
		if s, err := f.Strings("words"); err == nil {
			s.All()
		}
		if r, err := f.Rows("rows"); err == nil {
			r.Sum([]uint32{0, 15}, make([]int32, r.Width))
		}
	}
	for cut := range file {
		try(file[:cut])
	}
	for at := range 256 {
		for _, v := range []byte{0, 1, 0x7f, 0xff} {
			changed := append([]byte(nil), file...)
			changed[at] = v
			try(changed)
		}
	}
}

// TestSums checks the sums over lanes against plain addition.
func TestSums(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		width := rapid.SampledFrom([]int{32, 64}).Draw(t, "width")
		weights := rapid.SliceOfN(rapid.Int8(), width<<3, width<<3).Draw(t, "weights")
		rows := rapid.SliceOfN(rapid.Uint32Range(0, 7), 0, MaxRows).Draw(t, "rows")
		var b Builder
		b.Rows("r", 3, width, weights)
		b.Cells("c", 8, append(weights, make([]int8, 512)...)[:256])
		f, _ := Open(b.File())
		r, _ := f.Rows("r")
		c, _ := f.Cells("c")
		want, got := make([]int32, width), make([]int32, width)
		for _, row := range rows {
			for k := range want {
				want[k] += int32(weights[int(row)*width+k])
			}
		}
		r.Sum(rows, got)
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Fatalf("got %v, want %v", got, want)
		}
		if width == 32 {
			var sum int32
			for _, row := range rows {
				sum += int32(weights[row^9])
			}
			if got := c.Sum(rows, 9); got != sum {
				t.Fatalf("cells %d, want %d", got, sum)
			}
		}
	})
}

// TestMix checks that neighbouring atoms spread over a small table about as evenly as chance would.
func TestMix(t *testing.T) {
	count := make([]int, 256)
	for template := range uint32(16) {
		for a := range uint32(64) {
			for b := range uint32(16) {
				count[Slot(Mix(template, a, b, a^b), 8)]++
			}
		}
	}
	for i, n := range count { // 64 expected
		if n < 30 || n > 110 {
			t.Errorf("slot %d has %d features", i, n)
		}
	}
}

func BenchmarkSum(b *testing.B) {
	var build Builder
	build.Rows("r", 16, 64, make([]int8, 64<<16))
	f, _ := Open(build.File())
	r, _ := f.Rows("r")
	rows, out := make([]uint32, 38), make([]int32, 64)
	for i := range rows {
		rows[i] = r.Row(Mix(uint32(i), 1, 2, 3))
	}
	for b.Loop() {
		r.Sum(rows, out)
	}
}
