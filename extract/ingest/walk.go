package ingest

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// Walk reads inputs, which are files, folders, or "-" for stdin, in the order given; folders in sorted order, without
// hidden files. It hands each article to emit and each thing that could not be read to problem. It stops at the first
// error of emit and when ctx is done, and returns that error.
func (r *Reader) Walk(ctx context.Context, inputs []string, stdin io.Reader, emit func(Item) error, problem func(Problem)) error {
	w := walker{Reader: r, ctx: ctx, out: &sink{emit: emit, problem: problem}}
	for _, path := range inputs {
		if err := w.input(path, stdin); err != nil {
			return err
		}
	}
	return nil
}

// walker goes through folders.
type walker struct {
	*Reader
	ctx context.Context
	out *sink
}

// input reads one input that was asked for by name.
func (w walker) input(path string, stdin io.Reader) error {
	if err := w.ctx.Err(); err != nil {
		return err
	}
	if path == "-" {
		return w.read(w.ctx, path, path, stdin, w.out)
	}
	info, err := os.Stat(path)
	if err != nil {
		w.fault(path, err, true)
		return nil
	}
	if info.IsDir() {
		return w.folder(path, "", true)
	}
	return w.file(path, filepath.Base(path), true)
}

// folder reads all that is in a folder. Links to folders are not followed, so that there is no going in circles.
// Shown is its path inside the folder that was asked for.
func (w walker) folder(dir, shown string, named bool) error {
	entries, err := os.ReadDir(dir) // sorted; holds what could be listed even where err is set
	if err != nil {
		w.fault(dir, err, named)
	}
	for _, e := range entries {
		if err := w.ctx.Err(); err != nil {
			return err
		}
		if strings.HasPrefix(e.Name(), ".") {
			continue
		}
		if err := w.entry(filepath.Join(dir, e.Name()), path.Join(shown, e.Name()), e); err != nil {
			return err
		}
	}
	return nil
}

// entry reads one entry of a folder.
func (w walker) entry(path, shown string, e fs.DirEntry) error {
	if e.IsDir() {
		return w.folder(path, shown, false)
	}
	mode := e.Type()
	if mode&fs.ModeSymlink != 0 {
		info, err := os.Stat(path)
		if err != nil {
			w.fault(path, err, false)
			return nil
		}
		mode = info.Mode().Type()
	}
	switch {
	case !mode.IsRegular():
		w.out.problem(Problem{Origin: path, Reason: "not a file"})
	case !known(path):
		w.out.problem(Problem{Origin: path, Reason: "not a kind of file that can be read"})
	default:
		return w.file(path, shown, false)
	}
	return nil
}

// file reads one file.
func (w walker) file(path, shown string, named bool) error {
	f, err := os.Open(path)
	if err != nil {
		w.fault(path, err, named)
		return nil
	}
	defer f.Close()
	return w.read(w.ctx, path, shown, f, w.out)
}

// fault reports that path could not be opened or listed.
func (w walker) fault(path string, err error, named bool) {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		err = pe.Err // the path is in the Problem already
	}
	w.out.problem(Problem{Origin: path, Reason: err.Error(), Missing: named})
}
