package output

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// WriteFile writes a file as a whole or not at all: write prints into a temporary file of the same folder, which is
// synced to the disk and then renamed. A reader sees the old file or the new one, also after a crash or on a full
// disk. The folder is made if it is missing. Errors name the file that was asked for.
func WriteFile(dir, name string, write func(io.Writer) error) error {
	path := filepath.Join(dir, name)
	if name == "" || name != filepath.Base(name) || !filepath.IsLocal(name) {
		return fmt.Errorf("%s: not a plain file name", path)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("%s: %w", dir, cause(err))
	}
	if err := replace(dir, name, write); err != nil {
		return fmt.Errorf("%s: %w", path, cause(err))
	}
	return nil
}

// replace does the work of WriteFile; whatever happens, also a panic in write, the temporary file is gone afterwards.
func replace(dir, name string, write func(io.Writer) error) (err error) {
	path := filepath.Join(dir, name)
	mode := fs.FileMode(0o644)
	if old, err := os.Stat(path); err == nil {
		if !old.Mode().IsRegular() {
			return errors.New("exists and is not a regular file")
		}
		mode = old.Mode().Perm()
	}
	tmp, err := os.CreateTemp(dir, "."+name+".*.tmp")
	if err != nil {
		return err
	}
	defer os.Remove(tmp.Name()) // after the rename there is nothing to remove
	defer tmp.Close()
	buf := bufio.NewWriterSize(tmp, 1<<16)
	if err := write(buf); err != nil {
		return err
	}
	if err := errors.Join(buf.Flush(), tmp.Chmod(mode), tmp.Sync(), tmp.Close()); err != nil {
		return err
	}
	if err := os.Rename(tmp.Name(), path); err != nil {
		return err
	}
	syncDir(dir)
	return nil
}

// syncDir makes the rename last through a power cut. Not every file system can; the file is whole in any case.
func syncDir(dir string) {
	if d, err := os.Open(dir); err == nil {
		_ = d.Sync()
		_ = d.Close()
	}
}

// cause strips the name of the temporary file from an error: people know the file that they asked for.
func cause(err error) error {
	if p := (*fs.PathError)(nil); errors.As(err, &p) {
		return p.Err
	}
	if l := (*os.LinkError)(nil); errors.As(err, &l) {
		return l.Err
	}
	return err
}
