package claims

import (
	"bytes"
	"testing"

	"dateline/extract/clauses"
	"dateline/extract/linear"
)

// TestFitFactuality learns that one feature speaks for what happened and another against it, and forgets a rare one.
func TestFitFactuality(t *testing.T) {
	yes, no, rare := linear.Mix(1, 1, 0, 0), linear.Mix(1, 2, 0, 0), linear.Mix(1, 3, 0, 0)
	list := []Judged{{[]uint64{yes, rare}, 1}}
	for range 20 {
		list = append(list, Judged{[]uint64{yes}, 1.2}, Judged{[]uint64{no}, -1.1})
	}
	b := FitFactuality(list)
	if !bytes.Equal(b, FitFactuality(list)) {
		t.Error("two runs differ")
	}
	file, err := linear.Open(b)
	if err != nil {
		t.Fatal(err)
	}
	cells, err := file.Cells("factuality")
	if err != nil {
		t.Fatal(err)
	}
	odds := func(f uint64) int32 { return cells.Sum([]uint32{linear.Slot(f, clauses.Bits)}, 0) }
	if odds(yes) < clauses.Unit/2 || odds(no) > -clauses.Unit/2 || odds(rare) != 0 {
		t.Errorf("odds %d for, %d against, %d of the rare one", odds(yes), odds(no), odds(rare))
	}
}
