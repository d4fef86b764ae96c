package ingest

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// openInput looks at the beginning of an input and puts a decoder in front of it where it is UTF-16.
func openInput(ctx context.Context, origin, shown string, from io.Reader) (*input, error) {
	in := &input{ctx: ctx, origin: origin, shown: shown, name: filepath.Base(origin), Reader: bufio.NewReaderSize(from, headSize)}
	head, err := in.Peek(headSize)
	if err != nil && err != io.EOF {
		return nil, err
	}
	if order, ok := utf16(head); ok {
		dec := unicode.UTF16(order, unicode.UseBOM).NewDecoder()
		in.Reader = bufio.NewReaderSize(transform.NewReader(in.Reader, dec), headSize)
		if head, err = in.Peek(headSize); err != nil && err != io.EOF {
			return nil, err
		}
	} else if bytes.HasPrefix(head, []byte(utf8BOM)) {
		_, _ = in.Discard(len(utf8BOM)) // just peeked
		head = head[len(utf8BOM):]
	}
	in.head = head
	return in, nil
}

// utf8BOM is the byte order mark as some editors put it before UTF-8.
const utf8BOM = "\ufeff"

// utf16 tells whether head is UTF-16, by its byte order mark, or by NULs standing in every second place as they do in
// Western text.
func utf16(head []byte) (order unicode.Endianness, ok bool) {
	switch {
	case bytes.HasPrefix(head, []byte{0xff, 0xfe}):
		return unicode.LittleEndian, true
	case bytes.HasPrefix(head, []byte{0xfe, 0xff}):
		return unicode.BigEndian, true
	}
	var nul [2]int
	for i, c := range head {
		if c == 0 {
			nul[i&1]++
		}
	}
	half := len(head) / 2
	switch {
	case half >= 2 && nul[1] > half*7/10 && nul[0] < half/10+1:
		return unicode.LittleEndian, true
	case half >= 2 && nul[0] > half*7/10 && nul[1] < half/10+1:
		return unicode.BigEndian, true
	}
	return unicode.BigEndian, false
}

// binary tells whether head is no text: more than one control character in twenty.
func binary(head []byte) bool {
	n := 0
	for _, c := range head {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v' && c != 0x1b || c == 0x7f {
			n++
		}
	}
	return n*20 > len(head)
}

// toUTF8 is b as valid UTF-8. Where b is not, and nothing in it looks like UTF-8 either, it is taken for
// windows-1252, which old Western files mostly are; otherwise each wrong byte becomes U+FFFD.
func toUTF8(b []byte) string {
	if utf8.Valid(b) {
		return string(b)
	}
	if !multibyte(b) {
		if s, err := charmap.Windows1252.NewDecoder().Bytes(b); err == nil {
			return string(s)
		}
	}
	return strings.ToValidUTF8(string(b), "\ufffd")
}

// multibyte tells whether b holds a character of more than one byte in UTF-8.
func multibyte(b []byte) bool {
	for i := 0; i < len(b); {
		c, n := utf8.DecodeRune(b[i:])
		if n > 1 && c != utf8.RuneError {
			return true
		}
		i += n
	}
	return false
}

// tidy is s with line ends made "\n" and without control characters and byte order marks. Zero-width and
// direction marks stay: they may be part of a quotation.
func tidy(s string) string {
	if !strings.ContainsFunc(s, untidy) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for i, c := range s {
		switch {
		case c == '\r' && strings.HasPrefix(s[i+1:], "\n"):
		case c == '\r' || c == '\f' || c == '\v' || c == 0x85 || c == 0x2028 || c == 0x2029:
			b.WriteByte('\n')
		case untidy(c):
		default:
			b.WriteRune(c)
		}
	}
	return b.String()
}

// untidy tells whether tidy changes c.
func untidy(c rune) bool {
	return c < ' ' && c != '\n' && c != '\t' || 0x7f <= c && c < 0xa0 || c == 0xfeff || c == 0x2028 || c == 0x2029
}
