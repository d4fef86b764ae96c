package lexicon

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Words are compared as atoms: small letters without accents, dots and apostrophes, taken apart at blanks, hyphens and
// before "'s". So "Al-Qaida", "al Qaida" and, in a treebank's words, "Al", "-", "Qaida" are one phrase.

// caps says how a stretch of text is written.
type caps uint8

const (
	capsNone caps = iota // first letter small or no letter
	capsSome             // first letter a capital
	capsAll              // all letters capitals
)

// capsOf looks at the letters of s.
func capsOf(s string) caps {
	first, small, large := true, false, false
	c := capsNone
	for _, r := range s {
		switch {
		case 'a' <= r && r <= 'z', r > 127 && unicode.IsLower(r):
			small = true
		case 'A' <= r && r <= 'Z', r > 127 && unicode.IsUpper(r):
			large = true
			if first {
				c = capsSome
			}
		case '0' <= r && r <= '9' && first:
			c = capsSome
		default:
			continue
		}
		first = false
	}
	if large && !small {
		return capsAll
	}
	return c
}

// seed is the hash of the empty phrase.
const seed uint64 = 0x9e3779b97f4a7c15

// step hashes one byte into an atom.
func step(h uint64, b byte) uint64 { return (h ^ uint64(b)) * 0x100000001b3 }

// join adds a finished atom to the hash of a phrase.
func join(phrase, atom uint64) uint64 {
	x := (phrase ^ atom) * 0xbf58476d1ce4e5b9
	return x ^ x>>29
}

// atoms calls do with the hash of each atom of s.
func atoms(s string, do func(uint64)) {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			s = plain(s)
			break
		}
	}
	h, n := seed, 0
	end := func() {
		if n > 0 {
			do(h)
		}
		h, n = seed, 0
	}
	for i := 0; i < len(s); i++ {
		switch b := s[i]; {
		case 'a' <= b && b <= 'z', '0' <= b && b <= '9', b == '&', b == '+', b >= utf8.RuneSelf:
			h, n = step(h, b), n+1
		case 'A' <= b && b <= 'Z':
			h, n = step(h, b+'a'-'A'), n+1
		case b == '\'' && strings.HasPrefix(s[i:], "'s") && (i+2 == len(s) || s[i+2] == ' '):
			end()
		case b == ' ', b == '-', b == '/', b == '\n', b == '\t':
			end()
		}
	}
	end()
}

// plain takes accents off and makes quotes and dashes ASCII.
func plain(s string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(s) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case r == '’' || r == '‘' || r == 'ʼ' || r == '`':
			b.WriteByte('\'')
		case r == '–' || r == '—' || r == '‑':
			b.WriteByte('-')
		case r == '\u00a0':
			b.WriteByte(' ')
		default:
			if to, ok := ascii[r]; ok {
				b.WriteString(to)
			} else {
				b.WriteRune(unicode.ToLower(r))
			}
		}
	}
	return b.String()
}

// ascii has letters that do not come apart into a letter and an accent.
var ascii = map[rune]string{
	'ł': "l", 'Ł': "L", 'ø': "o", 'Ø': "O", 'ı': "i", 'đ': "d", 'Đ': "D", 'ð': "d", 'þ': "th", 'Þ': "Th",
	'ß': "ss", 'æ': "ae", 'Æ': "Ae", 'œ': "oe", 'Œ': "Oe", '“': "\"", '”': "\"",
}

// Fold writes s as the lexicon compares it, atoms divided by single blanks: "Al-Qaida’s" → "al qaida s".
func Fold(s string) string { return fold(s) }

func fold(s string) string {
	ok := s != ""
	for i := 0; i < len(s) && ok; i++ {
		ok = 'a' <= s[i] && s[i] <= 'z'
	}
	if ok {
		return s
	}
	s = plain(s)
	out := make([]byte, 0, len(s))
	blank := func() {
		if len(out) > 0 && out[len(out)-1] != ' ' {
			out = append(out, ' ')
		}
	}
	for i := 0; i < len(s); i++ {
		switch b := s[i]; {
		case 'a' <= b && b <= 'z', '0' <= b && b <= '9', b == '&', b == '+', b >= utf8.RuneSelf:
			out = append(out, b)
		case 'A' <= b && b <= 'Z':
			out = append(out, b+'a'-'A')
		case b == '\'' && strings.HasPrefix(s[i:], "'s") && (i+2 == len(s) || s[i+2] == ' '):
			blank()
		case b == ' ', b == '-', b == '/', b == '\n', b == '\t':
			blank()
		}
	}
	return strings.TrimSuffix(string(out), " ")
}

// phraseKey is the hash of a whole phrase.
func phraseKey(s string) uint64 {
	h := seed
	atoms(s, func(a uint64) { h = join(h, a) })
	return h
}

// table maps phrases, and the beginnings of phrases, to numbers; open addressing, linear probing. A number of -1 marks
// a beginning that is no phrase itself.
type table struct {
	keys   []uint64 // 0 = free
	values []int32
	used   int
}

func newTable(bits int) table {
	return table{keys: make([]uint64, 1<<bits), values: make([]int32, 1<<bits)}
}

func (t *table) slot(h uint64) int {
	mask := uint64(len(t.keys) - 1)
	i := (h ^ h>>32) & mask
	for t.keys[i] != 0 && t.keys[i] != h {
		i = (i + 1) & mask
	}
	return int(i)
}

// put enters phrase and all its beginnings; the caller sets the number of the phrase.
func (t *table) put(phrase string) *int32 {
	h, at := seed, -1
	atoms(phrase, func(a uint64) {
		h = join(h, a)
		if t.used*2 >= len(t.keys) {
			t.grow()
		}
		at = t.slot(h)
		if t.keys[at] == 0 {
			t.keys[at], t.values[at] = h, -1
			t.used++
		}
	})
	if at < 0 {
		return new(int32) // nothing that could be found
	}
	return &t.values[at]
}

func (t *table) grow() {
	old := *t
	*t = table{make([]uint64, 2*len(old.keys)), make([]int32, 2*len(old.keys)), old.used}
	for i, h := range old.keys {
		if h != 0 {
			at := t.slot(h)
			t.keys[at], t.values[at] = h, old.values[i]
		}
	}
}

// get is the number of a phrase; ok tells whether it stands in the table.
func (t *table) get(h uint64) (n int32, ok bool) {
	at := t.slot(h)
	return t.values[at], t.keys[at] == h && t.values[at] > 0
}
