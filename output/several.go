package output

import (
	"archive/zip"
	"bufio"
	"compress/flate"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"

	"dateline/graph"
)

// Create begins the next file of a format that writes several. The name is local and has slashes; what Create gave
// before must not be written to any more.
type Create func(name string) (io.Writer, error)

// Folder is the name of the folder that a format of several files is written to: its File without ".zip".
func (f Format) Folder() string { return strings.TrimSuffix(f.File, ".zip") }

// zipped packs a format of several files into one stream. The times in it are those of no clock.
func zipped(files func(Create, *graph.Graph, Options) error) func(io.Writer, *graph.Graph, Options) error {
	return func(w io.Writer, g *graph.Graph, o Options) error {
		z := zip.NewWriter(w)
		z.RegisterCompressor(zip.Deflate, newDeflater())
		if err := files(z.Create, g, o); err != nil {
			return err
		}
		return z.Close()
	}
}

// newDeflater compresses one file after another with one set of tables: most files are small, and new tables for each
// would cost more than the work.
func newDeflater() zip.Compressor {
	var d *flate.Writer
	return func(w io.Writer) (io.WriteCloser, error) {
		if d == nil {
			var err error
			d, err = flate.NewWriter(w, flate.BestSpeed)
			return d, err
		}
		d.Reset(w)
		return d, nil
	}
}

// WriteFolder writes files into a folder inside dir, both of which are made if they are missing. Each file is written
// beside its place and renamed when it is whole. No name leads out of the folder, also not over links that lie in it.
// Files that an earlier build left there under other names stay.
func WriteFolder(dir, folder string, write func(Create) error) (err error) {
	at := filepath.Join(dir, folder)
	defer func() {
		if err != nil {
			err = fmt.Errorf("%s: %w", at, cause(err))
		}
	}()
	if err := os.MkdirAll(at, 0o755); err != nil {
		return err
	}
	root, err := os.OpenRoot(at)
	if err != nil {
		return err
	}
	defer root.Close()
	f := &folderWriter{root: root}
	defer f.drop() // after finish there is nothing to drop
	if err := write(f.create); err != nil {
		return err
	}
	if err := f.finish(); err != nil {
		return err
	}
	syncDir(at)
	return nil
}

// folderWriter is a folder that is being written to, and the file in it that is open.
type folderWriter struct {
	root *os.Root
	name string
	file *os.File
	buf  *bufio.Writer
}

func (f *folderWriter) create(name string) (io.Writer, error) {
	if err := f.finish(); err != nil {
		return nil, err
	}
	if dir := path.Dir(name); dir != "." {
		if err := f.root.MkdirAll(dir, 0o755); err != nil {
			return nil, err
		}
	}
	file, err := f.root.Create(temporary(name))
	if err != nil {
		return nil, err
	}
	f.name, f.file = name, file
	if f.buf == nil {
		f.buf = bufio.NewWriterSize(nil, 1<<16)
	}
	f.buf.Reset(file)
	return f.buf, nil
}

// finish ends the open file and puts it into its place.
func (f *folderWriter) finish() error {
	if f.file == nil {
		return nil
	}
	err := errors.Join(f.buf.Flush(), f.file.Close())
	f.file = nil
	if err == nil {
		err = f.root.Rename(temporary(f.name), f.name)
	}
	if err != nil {
		_ = f.root.Remove(temporary(f.name))
	}
	return err
}

// drop removes a file that was left open by an error.
func (f *folderWriter) drop() {
	if f.file != nil {
		_ = f.file.Close()
		_ = f.root.Remove(temporary(f.name))
	}
}

// temporary is where a file is written before it is whole.
func temporary(name string) string { return path.Join(path.Dir(name), "."+path.Base(name)+".tmp") }
