package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"dateline/graph"
	"dateline/output"
)

// signature is who says what corrections say, and when.
type signature struct{ by, on string }

func (s *signature) addFlags(c *cobra.Command) {
	c.Flags().StringVar(&s.by, "by", "", "`NAME` that stands in the corrections")
	c.Flags().StringVar(&s.on, "on", "", "`DATE` that stands in the corrections")
}

// readCorrections reads a file of corrections.
func readCorrections(path string) ([]graph.Correction, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return parseCorrections(path, data)
}

func parseCorrections(path string, data []byte) ([]graph.Correction, error) {
	cs, err := graph.ReadCorrections(bytes.NewReader(data))
	return cs, placedIn(path, err)
}

// addCorrection puts c at the end of a file, which it makes where there is none, and gives all that then stands in it.
// The file is read anew, since a person may have changed it, and written as a whole or not at all.
func addCorrection(path string, c *graph.Correction) ([]graph.Correction, error) {
	old, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	before, err := parseCorrections(path, old)
	if err != nil {
		return nil, err // not to be added to
	}
	b := bytes.NewBuffer(bytes.Clone(old))
	if n := len(old); n > 0 && old[n-1] != '\n' {
		b.WriteByte('\n')
	}
	if err := graph.WriteCorrection(b, c); err != nil {
		return nil, err
	}
	all, err := parseCorrections(path, b.Bytes())
	if err != nil {
		return nil, err
	}
	if len(all) != len(before)+1 {
		return nil, fmt.Errorf("%s: its list cannot be added to; set it as \"- do: …\" lines", path)
	}
	return all, writeCorrections(path, b.Bytes())
}

func writeCorrections(path string, data []byte) error {
	if resolved, err := filepath.EvalSymlinks(path); err == nil {
		path = resolved
	}
	dir, name := filepath.Split(path)
	return output.WriteFile(filepath.Clean(dir), name, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
}
