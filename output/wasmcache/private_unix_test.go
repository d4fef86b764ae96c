//go:build unix

package wasmcache

import (
	"go/build"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// TestMain gives TMPDIR back, as package output does; it must not have moved for good.
func TestMain(m *testing.M) {
	moved := os.TempDir()
	Restore()
	if before.ask || moved == os.TempDir() {
		panic("TMPDIR was not moved and given back: " + moved)
	}
	os.Exit(m.Run())
}

// TestOrder holds what the order of initialisation rests on: a path before the renderer's, and no import that the
// renderer does not have itself, directly or through os and path/filepath.
func TestOrder(t *testing.T) {
	if path := "dateline/output/wasmcache"; path >= "github.com/goccy/go-graphviz/internal/wasm" {
		t.Errorf("%s is initialised after the renderer", path)
	}
	p, err := build.ImportDir(".", 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range p.Imports {
		if !slices.Contains([]string{"os", "path/filepath", "syscall"}, path) {
			t.Errorf("imports %s: may be ready only after the renderer", path)
		}
	}
}

func TestPrivate(t *testing.T) {
	base := open(t)
	tests := []struct {
		name        string
		above, mode os.FileMode // of the folder above, of the folder
		link        bool
		want        bool
	}{
		{name: "closed", above: 0o755, mode: 0o700, want: true},
		{name: "readable", above: 0o755, mode: 0o755},
		{name: "writable above", above: 0o777, mode: 0o700},
		{name: "writable above for the group", above: 0o775, mode: 0o700},
		{name: "sticky above", above: 0o777 | os.ModeSticky, mode: 0o700, want: true},
		{name: "symlink", above: 0o755, mode: 0o700, link: true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			above := filepath.Join(base, test.name)
			dir := filepath.Join(above, "dateline")
			real := dir
			if test.link {
				real = filepath.Join(above, "elsewhere")
			}
			if err := os.MkdirAll(real, 0o700); err != nil {
				t.Fatal(err)
			}
			if test.link {
				if err := os.Symlink(real, dir); err != nil {
					t.Fatal(err)
				}
			}
			if err := os.Chmod(real, test.mode); err != nil {
				t.Fatal(err)
			}
			if err := os.Chmod(above, test.above); err != nil {
				t.Fatal(err)
			}
			if got := private(dir); got != test.want {
				t.Errorf("private = %v, want %v", got, test.want)
			}
		})
	}
}

// TestClosedAbove: a folder that others cannot enter makes all below it safe.
func TestClosedAbove(t *testing.T) {
	base := open(t)
	dir := filepath.Join(base, "home", "open", "dateline")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(filepath.Join(base, "home", "open"), 0o777); err != nil {
		t.Fatal(err)
	}
	for mode, want := range map[os.FileMode]bool{0o700: true, 0o755: false} {
		if err := os.Chmod(filepath.Join(base, "home"), mode); err != nil {
			t.Fatal(err)
		}
		if got := private(dir); got != want {
			t.Errorf("below a folder of mode %o: private = %v, want %v", mode, got, want)
		}
	}
}

// open is a temporary folder that others can enter, as those above it.
func open(t *testing.T) string {
	t.Helper()
	base, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for _, dir := range []string{base, filepath.Dir(base)} { // both are the test's own
		if err := os.Chmod(dir, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	return base
}
