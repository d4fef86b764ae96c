package output

import (
	"os"
	"testing"
)

func TestLookMap(t *testing.T) {
	c := newChart(autumn(t), Options{})
	os.WriteFile("/tmp/o/map.dot", []byte(c.dot()), 0o644)
	f, _ := os.Create("/tmp/o/map.svg")
	if err := Map(f, autumn(t), Options{}); err != nil {
		t.Fatal(err)
	}
	f.Close()
}

func TestLookPage(t *testing.T) {
	f, _ := os.Create("/tmp/o/timeline.html")
	if err := Page(f, autumn(t), Options{}); err != nil {
		t.Fatal(err)
	}
	f.Close()
}
