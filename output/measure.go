package output

import (
	"unicode"

	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/width"
)

// advance has the widths of the printable ASCII characters in Helvetica, in thousandths of the font size, as in the
// font metrics that Adobe published; Arial and Liberation Sans have the same. Graphviz in WebAssembly has no fonts and
// takes each character outside ASCII for a blank, so the map measures its text itself.
var advance = [...]int{
	278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, // blank … /
	556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, // 0 … ?
	1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, // @ … O
	667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, // P … _
	333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, // ` … o
	556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584, // p … ~
}

// textWidth is the width of clean text at a font size, in the unit of the size; bold letters are a tenth wider.
func textWidth(s string, size float64, bold bool) float64 {
	sum := 0
	for _, r := range norm.NFD.String(s) {
		sum += runeWidth(r)
	}
	w := float64(sum) * size / 1000
	if bold {
		w *= 1.08
	}
	return w
}

// runeWidth is the width of one character; outside ASCII a guess on the wide side.
func runeWidth(r rune) int {
	switch {
	case r >= ' ' && r <= '~':
		return advance[r-' ']
	case isMark(r):
		return 0
	case r == '–' || r == '·' || r == '’' || r == '“' || r == '”':
		return 556
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 1000
	}
	if unicode.IsUpper(r) || r > 0xffff {
		return 1000
	}
	return 700
}
