package output

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// filesIn lists the files below a folder.
func filesIn(t *testing.T, dir string) (list []string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(file string, e os.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			name, _ := filepath.Rel(dir, file)
			list = append(list, filepath.ToSlash(name))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// TestWriteFolder: a format of several files fills a folder with the files that its archive has.
func TestWriteFolder(t *testing.T) {
	g, dir := autumn(t), t.TempDir()
	for _, f := range Formats {
		if f.Files == nil {
			continue
		}
		for range 2 { // the second time over the first
			if err := WriteFolder(dir, f.Folder(), func(c Create) error { return f.Files(c, g, Options{}) }); err != nil {
				t.Fatal(err)
			}
		}
		var want []string
		for _, part := range unpack(t, f, write(t, f, g, Options{})) {
			want = append(want, part.Name)
			b, err := os.ReadFile(filepath.Join(dir, f.Folder(), filepath.FromSlash(part.Name)))
			if err != nil || string(b) != string(part.Data) {
				t.Errorf("%s: %s is another file than in the archive, %v", f.Name, part.Name, err)
			}
		}
		slices.Sort(want)
		if got := filesIn(t, filepath.Join(dir, f.Folder())); !slices.Equal(got, want) {
			t.Errorf("%s: files %q, want %q", f.Name, got, want)
		}
	}
}

// TestWriteFolderFaults: no name leads out of the folder, and nothing half written stays.
func TestWriteFolderFaults(t *testing.T) {
	for name, write := range map[string]func(Create) error{
		"above":    func(c Create) error { _, err := c("../out.txt"); return err },
		"absolute": func(c Create) error { _, err := c("/tmp/dateline-out.txt"); return err },
		"link":     func(c Create) error { _, err := c("link/out.txt"); return err },
		"broken": func(c Create) error {
			w, err := c("a/b.txt")
			if err != nil {
				return err
			}
			fmt.Fprint(w, "half")
			return errors.New("no more")
		},
	} {
		dir, outside := t.TempDir(), t.TempDir()
		if err := os.Mkdir(filepath.Join(dir, "vault"), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.Symlink(outside, filepath.Join(dir, "vault", "link")); err != nil {
			t.Skip(err)
		}
		if err := WriteFolder(dir, "vault", write); err == nil {
			t.Errorf("%s: no error", name)
		}
		if got := append(filesIn(t, filepath.Join(dir, "vault")), filesIn(t, outside)...); !slices.Equal(got, []string{"link"}) {
			t.Errorf("%s: left %q", name, got)
		}
	}
}

// TestZippedFaults: an error of the writer comes back.
func TestZippedFaults(t *testing.T) {
	for _, f := range Formats {
		if err := f.Write(full{}, autumn(t), Options{}); !errors.Is(err, errFull) {
			t.Errorf("%s: %v", f.Name, err)
		}
	}
}

var errFull = errors.New("disk full")

// full is a writer that takes nothing.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }
