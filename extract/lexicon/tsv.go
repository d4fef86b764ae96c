package lexicon

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// row is one line of a table.
type row struct {
	file  string
	line  int
	cells []string // reused by the next row
	from  []int    // byte where each cell begins in its line
}

// cell is column i, empty where the line ends before it.
func (r *row) cell(i int) string {
	if i < len(r.cells) {
		return r.cells[i]
	}
	return ""
}

// list is column i taken apart at "|".
func (r *row) list(i int, do func(string)) {
	rest := r.cell(i)
	for rest != "" {
		word, tail, _ := strings.Cut(rest, "|")
		if word != "" {
			do(word)
		}
		rest = tail
	}
}

// words are those of column i, nil if it is empty.
func (r *row) words(i int) []string {
	if r.cell(i) == "" {
		return nil
	}
	return strings.Split(r.cell(i), "|")
}

// fault is an error at column i.
func (r *row) fault(i int, format string, args ...any) error {
	col := 1
	if i < len(r.from) {
		col = r.from[i] + 1
	}
	return fmt.Errorf("%s:%d:%d: %s", r.file, r.line, col, fmt.Sprintf(format, args...))
}

// gender reads column i: m, f, u or nothing.
func (r *row) gender(i int) (byte, error) {
	switch c := r.cell(i); c {
	case "":
		return 0, nil
	case "m", "f", "u":
		return c[0], nil
	default:
		return 0, r.fault(i, "gender %q is not m, f or u", c)
	}
}

// each calls do for every line that is neither empty nor a comment. It gathers at most ten faults.
func each(file, text string, columns int, do func(*row) error) []error {
	var faults []error
	r := &row{file: file, cells: make([]string, 0, columns), from: make([]int, 0, columns)}
	for text != "" && len(faults) < 10 {
		line, rest, _ := strings.Cut(text, "\n")
		text = rest
		r.line++
		line = strings.TrimSuffix(line, "\r")
		if line == "" || line[0] == '#' {
			continue
		}
		r.split(line)
		err := do(r)
		if len(r.cells) > columns {
			err = r.fault(columns, "more than %d columns", columns)
		} else if r.cells[0] == "" {
			err = r.fault(0, "first column is empty")
		} else if !utf8.ValidString(line) {
			err = r.fault(0, "not UTF-8")
		}
		if err != nil {
			faults = append(faults, err)
		}
	}
	return faults
}

func (r *row) split(line string) {
	r.cells, r.from = r.cells[:0], r.from[:0]
	at := 0
	for {
		i := strings.IndexByte(line[at:], '\t')
		r.from = append(r.from, at)
		if i < 0 {
			r.cells = append(r.cells, line[at:])
			return
		}
		r.cells = append(r.cells, line[at:at+i])
		at += i + 1
	}
}
