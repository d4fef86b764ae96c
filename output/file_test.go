package output

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestWriteFile(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new", "folder")
	print := func(s string) func(io.Writer) error {
		return func(w io.Writer) error { _, err := io.WriteString(w, s); return err }
	}
	for _, s := range []string{"first", "second, longer", "3"} {
		if err := WriteFile(dir, "timeline.txt", print(s)); err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(filepath.Join(dir, "timeline.txt")); string(got) != s || err != nil {
			t.Errorf("wrote %q, want %q, %v", got, s, err)
		}
	}
	broken := errors.New("disk full")
	err := WriteFile(dir, "timeline.txt", func(w io.Writer) error {
		io.WriteString(w, strings.Repeat("half", 1<<16))
		return broken
	})
	if !errors.Is(err, broken) || !strings.Contains(err.Error(), filepath.Join(dir, "timeline.txt")) {
		t.Errorf("error %q", err)
	}
	func() {
		defer func() { _ = recover() }()
		_ = WriteFile(dir, "timeline.txt", func(io.Writer) error { panic("bug") })
	}()
	if got, _ := os.ReadFile(filepath.Join(dir, "timeline.txt")); string(got) != "3" {
		t.Errorf("a failed write left %q", got)
	}
	if files, _ := os.ReadDir(dir); len(files) != 1 {
		t.Errorf("left over: %v", files)
	}
}

func TestWriteFileKeepsMode(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "map.svg")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := WriteFile(dir, "map.svg", func(io.Writer) error { return nil }); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
}

func TestWriteFileRefuses(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "file"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(dir, "folder"), 0o755); err != nil {
		t.Fatal(err)
	}
	tests := []struct{ dir, name, want string }{
		{dir, "../escape", "not a plain file name"},
		{dir, "", "not a plain file name"},
		{dir, "..", "not a plain file name"},
		{dir, "a/b", "not a plain file name"},
		{dir, "folder", filepath.Join(dir, "folder") + ": exists and is not a regular file"},
		{filepath.Join(dir, "file"), "x", filepath.Join(dir, "file") + ": not a directory"},
		{filepath.Join(dir, "file", "below"), "x", filepath.Join(dir, "file", "below") + ": not a directory"},
	}
	for _, test := range tests {
		err := WriteFile(test.dir, test.name, func(io.Writer) error { return nil })
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("WriteFile(%q, %q) = %v, want %q", test.dir, test.name, err, test.want)
		}
	}
}

// TestWriteFileReadOnly: a folder that may not be written to is named. Root may write everywhere.
func TestWriteFileReadOnly(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("runs as root")
	}
	dir := t.TempDir()
	if err := os.Chmod(dir, 0o500); err != nil {
		t.Fatal(err)
	}
	err := WriteFile(dir, "map.svg", func(io.Writer) error { return nil })
	if want := filepath.Join(dir, "map.svg") + ": permission denied"; err == nil || err.Error() != want {
		t.Errorf("error %v, want %s", err, want)
	}
}

// TestWriteFileFull writes to /dev/full through a folder of the kind that has no room.
func TestWriteFileFull(t *testing.T) {
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip(err)
	}
	defer full.Close()
	for _, f := range Formats {
		if err := f.Write(full, autumn(t), Options{}); err == nil {
			t.Errorf("%s: a full disk went unnoticed", f.Name)
		}
	}
}
