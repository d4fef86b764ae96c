package main

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"dateline/extract"
	"dateline/extract/train"
)

// through is the stages of p as far as the first that fills the layers; what comes after it is not needed.
func through(p extract.Pipeline, layers extract.Layer) extract.Pipeline {
	return p[:1+slices.IndexFunc(p, func(s extract.Stage) bool { return s.Fills&layers != 0 })]
}

// overlay is the built-in files with new models in place of theirs.
type overlay struct {
	fs.FS
	models []train.Model
}

// ReadFile is the new model of that name, else the built-in file.
func (o overlay) ReadFile(name string) ([]byte, error) {
	for _, m := range o.models {
		if m.File == name {
			return m.Data, nil
		}
	}
	return fs.ReadFile(o.FS, name)
}

// writeModel writes a model into folder dir and its card beside it: names.bin and names.md.
func writeModel(dir string, m train.Model, card string) error {
	name := filepath.Join(dir, path.Base(m.File))
	if err := os.WriteFile(name, m.Data, 0o644); err != nil {
		return err
	}
	return os.WriteFile(strings.TrimSuffix(name, path.Ext(name))+".md", []byte(card), 0o644)
}
