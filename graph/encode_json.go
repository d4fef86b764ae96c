package graph

import (
	"io"
	"strconv"
	"unicode/utf8"
)

// out gathers bytes for a Writer and keeps its first error.
type out struct {
	w   io.Writer
	buf []byte
	err error
}

const bufferSize = 64 << 10

func (o *out) bytes(s string) { o.buf = append(o.buf, s...) }

// spill hands the bytes on once there are enough of them.
func (o *out) spill() {
	if len(o.buf) >= bufferSize {
		o.flush()
	}
}

func (o *out) flush() error {
	if o.err == nil {
		_, o.err = o.w.Write(o.buf)
	}
	o.buf = o.buf[:0]
	return o.err
}

// number writes f in the shortest form that reads back the same; what is no number is written as 0.
func (o *out) number(f float64) {
	switch {
	case f != f || f-f != 0:
		o.bytes("0")
	case -1e15 < f && f < 1e15 && f == float64(int64(f)):
		o.buf = strconv.AppendInt(o.buf, int64(f), 10)
	default:
		o.buf = strconv.AppendFloat(o.buf, f, 'g', -1, 64)
	}
}

// quoted writes s in double quotes with escapes that JSON and YAML read alike: control characters and those that YAML
// takes for line ends or does not admit as \uXXXX. Bytes that are no UTF-8 become U+FFFD.
func (o *out) quoted(s string) {
	const hex = "0123456789abcdef"
	b := append(o.buf, '"')
	from := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c >= 0x20 && c < 0x7f && c != '"' && c != '\\' {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if c >= 0xc2 && !special(r, n) {
			i += n
			continue
		}
		b = append(b, s[from:i]...)
		switch {
		case r == '"' || r == '\\':
			b = append(b, '\\', c)
		case r == '\n':
			b = append(b, '\\', 'n')
		case r == '\t':
			b = append(b, '\\', 't')
		default:
			b = append(b, '\\', 'u', hex[r>>12&15], hex[r>>8&15], hex[r>>4&15], hex[r&15])
		}
		i += n
		from = i
	}
	o.buf = append(append(b, s[from:]...), '"')
}

// special tells whether r, of n bytes, must be escaped; all such runes lie in the Basic Multilingual Plane.
func special(r rune, n int) bool {
	return r < 0xa0 || r == utf8.RuneError && n == 1 || r == 0x2028 || r == 0x2029 || r == 0xfeff || r == 0xfffe || r == 0xffff
}

// frame is an open map or list.
type frame struct {
	kind byte // '{' or '['
	flow bool
	n    int // members so far
}

// jsonTree writes JSON without spaces, with a line feed before each member of the top lists.
type jsonTree struct {
	out
	stack []frame
}

func (j *jsonTree) key(k string) {
	if len(j.stack) == 0 {
		return
	}
	f := &j.stack[len(j.stack)-1]
	if f.n > 0 {
		j.buf = append(j.buf, ',')
	}
	f.n++
	if len(j.stack) <= 2 && j.stack[0].kind == '{' {
		j.buf = append(j.buf, '\n')
		j.spill()
	}
	if k != "" {
		j.buf = append(append(append(j.buf, '"'), k...), '"', ':')
	}
}

func (j *jsonTree) str(key, s string)         { j.key(key); j.quoted(s) }
func (j *jsonTree) num(key string, f float64) { j.key(key); j.number(f) }
func (j *jsonTree) yes(key string)            { j.key(key); j.bytes("true") }

func (j *jsonTree) begin(key string, kind byte, _ int, _ layout) {
	j.key(key)
	j.buf = append(j.buf, kind)
	j.stack = append(j.stack, frame{kind: kind})
}

func (j *jsonTree) end() {
	last := len(j.stack) - 1
	j.buf = append(j.buf, j.stack[last].kind+2) // '{' and '[' are two before their partners
	j.stack = j.stack[:last]
}
