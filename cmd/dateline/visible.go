package main

import (
	"io"
	"strings"
	"unicode"
)

// visible makes text of articles harmless on a terminal: control characters, escape sequences among them, and signs
// that turn the direction of writing are replaced by U+FFFD. Line feeds and tabs pass. It keeps no state, so one Write
// should hold whole characters.
type visible struct{ w io.Writer }

func (v visible) Write(b []byte) (int, error) {
	if _, err := io.WriteString(v.w, strings.Map(shown, string(b))); err != nil {
		return 0, err
	}
	return len(b), nil
}

func shown(r rune) rune {
	switch {
	case r == '\n' || r == '\t':
		return r
	case unicode.IsControl(r), r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
		return unicode.ReplacementChar
	}
	return r
}
