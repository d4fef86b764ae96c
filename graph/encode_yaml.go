package graph

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// yamlTree writes YAML in the block style, with flow maps and lists where the layout says so.
type yamlTree struct {
	out
	stack []frame
}

// key writes what stands before a value: line feed, indentation, hyphen, key, or comma and key inside brackets.
func (y *yamlTree) key(k string) {
	if len(y.stack) == 0 {
		return
	}
	f := &y.stack[len(y.stack)-1]
	switch {
	case f.flow && f.n > 0:
		y.bytes(", ")
	case f.flow:
	case f.n == 0 && f.kind == '{' && len(y.stack) > 1: // the first key stands right behind the hyphen
	default:
		if len(y.stack) > 1 || f.n > 0 {
			y.buf = append(y.buf, '\n')
		}
		for range len(y.stack) - 1 {
			y.bytes("  ")
		}
		y.spill()
	}
	f.n++
	switch {
	case k != "":
		y.buf = append(append(y.buf, k...), ':')
	case !f.flow:
		y.buf = append(y.buf, '-')
	}
}

// gap parts a value from its key or hyphen.
func (y *yamlTree) gap(key string) {
	if n := len(y.stack); key != "" || n > 0 && !y.stack[n-1].flow {
		y.buf = append(y.buf, ' ')
	}
}

func (y *yamlTree) str(key, s string) {
	y.key(key)
	y.gap(key)
	if plain(s) {
		y.bytes(s)
	} else {
		y.quoted(s)
	}
}

func (y *yamlTree) num(key string, f float64) {
	y.key(key)
	y.gap(key)
	y.number(f)
}

func (y *yamlTree) yes(key string) {
	y.key(key)
	y.bytes(" true")
}

func (y *yamlTree) begin(key string, kind byte, n int, l layout) {
	y.key(key)
	f := frame{kind: kind, flow: l == flow || n == 0}
	if f.flow {
		y.gap(key)
		y.buf = append(y.buf, kind)
	} else if kind == '{' {
		y.gap(key)
	}
	y.stack = append(y.stack, f)
}

func (y *yamlTree) end() {
	last := len(y.stack) - 1
	if y.stack[last].flow {
		y.buf = append(y.buf, y.stack[last].kind+2)
	}
	y.stack = y.stack[:last]
}

// plain tells whether s may stand without quotes in every place: it begins with a letter, holds no sign with a meaning
// in YAML, and no reader takes it for anything but a string. Dates and numbers begin with no letter.
func plain(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	if !unicode.IsLetter(r) || s[len(s)-1] == ' ' || len(s) > 400 {
		return false
	}
	for _, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune(" -_./+()", r) {
			return false
		}
	}
	return len(s) > 8 || !slices.Contains(notPlain, strings.ToLower(s))
}

// notPlain are the words that some reader of YAML 1.1 or 1.2 takes for something else.
var notPlain = []string{"y", "yes", "n", "no", "true", "false", "on", "off", "null", "nan", "inf", "infinity"}
