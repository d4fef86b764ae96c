package timex

import (
	"os"
	"testing"
)

func tagger(t testing.TB) *Tagger {
	t.Helper()
	tg, err := New(os.DirFS("../../data"))
	if err != nil {
		t.Fatal(err)
	}
	return tg
}

func TestExamples(t *testing.T) {
	if err := Check(os.DirFS("../../data")); err != nil {
		t.Error(err)
	}
}
