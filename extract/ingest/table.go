package ingest

import (
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
)

// eachRow calls f with the cells of each line of a tab-separated file of the data folder; lines that are empty or begin
// with # are left out. A nil folder has no rows. The error lists all faults as path:line: message.
func eachRow(files fs.FS, path string, columns int, f func(cells []string) error) error {
	if files == nil {
		return nil
	}
	b, err := fs.ReadFile(files, path)
	if err != nil {
		return err
	}
	var faults []error
	for i, s := range strings.Split(string(b), "\n") {
		s = strings.TrimRight(s, " \r")
		if s == "" || s[0] == '#' {
			continue
		}
		cells := strings.Split(s, "\t")
		err := fmt.Errorf("%d columns instead of %d, parted by tabs", len(cells), columns)
		if len(cells) == columns {
			err = f(cells)
		}
		if err != nil {
			faults = append(faults, fmt.Errorf("%s:%d: %w", path, i+1, err))
		}
	}
	return errors.Join(faults...)
}

// weight reads a cell that holds a number.
func weight(s string) (float32, error) {
	v, err := strconv.ParseFloat(s, 32)
	if err != nil {
		return 0, fmt.Errorf("%q is not a number", s)
	}
	return float32(v), nil
}
