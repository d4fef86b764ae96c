package output

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// TestPrivateCache runs this test binary again and looks where the renderer keeps its machine code: in a folder of the
// user alone, or nowhere; never in TMPDIR, where others may have been first. See package wasmcache.
func TestPrivateCache(t *testing.T) {
	if runtime.GOOS == "windows" || runtime.GOOS == "plan9" {
		t.Skip("temporary folders are private there")
	}
	for _, test := range []struct {
		name  string
		mode  os.FileMode // of the folder that is there already
		cache bool
	}{
		{"private", 0o700, true},
		{"open to others", 0o755, false},
		{"no home", 0, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			home, tmp := t.TempDir(), t.TempDir()
			dir := filepath.Join(home, "dateline")
			if test.mode == 0 {
				home = filepath.Join(home, "not", "there")
			} else if err := errors.Join(os.Mkdir(dir, 0o700), os.Chmod(dir, test.mode)); err != nil {
				t.Fatal(err)
			}
			child := exec.Command(os.Args[0], "-test.run=^TestTempDir$", "-test.v")
			child.Env = append(os.Environ(), "HOME="+home, "XDG_CACHE_HOME="+home, "TMPDIR="+tmp, "DATELINE_SAY_TMPDIR=1")
			said, err := child.CombinedOutput()
			if err != nil || !strings.Contains(string(said), "TMPDIR is "+tmp) {
				t.Fatalf("%v: %s", err, said)
			}
			if files, _ := os.ReadDir(tmp); len(files) > 0 {
				t.Errorf("TMPDIR has %v", files)
			}
			if files, _ := os.ReadDir(dir); (len(files) > 0) != test.cache && runtime.GOOS == "linux" {
				t.Errorf("the private folder has %v", files)
			}
		})
	}
}

// TestTempDir is the child of TestPrivateCache: it says whether TMPDIR was given back.
func TestTempDir(t *testing.T) {
	if os.Getenv("DATELINE_SAY_TMPDIR") == "" {
		t.Skip("child of TestPrivateCache")
	}
	t.Log("TMPDIR is " + os.TempDir())
}
