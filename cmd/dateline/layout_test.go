package main

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"dateline/graph"
	"dateline/output"
)

// TestElsewhere: another process lays out as this one does; one that fails, hangs up or is not there is an error, after
// which the map is drawn smaller or not at all, never in part.
func TestElsewhere(t *testing.T) {
	dir := t.TempDir()
	self := filepath.Join(dir, "dateline") // the test binary is the program under this name: see TestMain
	binary, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(binary, self); err != nil {
		t.Skip(err)
	}
	graphs := []string{`digraph { n0 -> n1 [label=x] }`, `digraph { n0 }`, "digraph { n0 }" + strings.Repeat(" ", smallLayout)}
	want, err := output.Place(graphs)
	if err != nil {
		t.Fatal(err)
	}
	got, err := elsewhere(t.Context(), self, smallLayout)(graphs)
	if err != nil || strings.Join(got, "") != strings.Join(want, "") {
		t.Errorf("elsewhere %q, %v; here %q", got, err, want)
	}
	if _, err := elsewhere(t.Context(), self, smallLayout)([]string{"digraph {" + strings.Repeat(" ", smallLayout)}); err == nil {
		t.Error("a broken graph was laid out")
	}
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	for name, place := range map[string]func([]string) ([]string, error){
		"missing": elsewhere(t.Context(), filepath.Join(dir, "nothing"), smallLayout), "ended": elsewhere(ended, self, smallLayout), "deaf": elsewhere(t.Context(), deaf(t), smallLayout),
	} {
		if _, err := place(graphs); err == nil {
			t.Errorf("%s: no error", name)
		}
		var b strings.Builder
		err := output.Map(&b, &graph.Graph{}, output.Options{Place: place})
		if err == nil && !strings.HasSuffix(b.String(), "</svg>\n") {
			t.Errorf("%s: half a map", name)
		}
	}
}

// deaf is a program that answers something else.
func deaf(t *testing.T) string {
	path, err := exec.LookPath("true")
	if err != nil {
		t.Skip(err)
	}
	return path
}
