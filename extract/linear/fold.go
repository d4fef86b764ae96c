package linear

import (
	"unicode"
	"unicode/utf8"
)

// Fold appends the form of a word under which the models know it: small letters, every digit as 0, straight quotes.
func Fold(to []byte, word string) []byte {
	for _, r := range word {
		switch {
		case 'A' <= r && r <= 'Z':
			to = append(to, byte(r)+'a'-'A')
		case '0' <= r && r <= '9':
			to = append(to, '0')
		case r == '’' || r == '‘' || r == '`':
			to = append(to, '\'')
		case r < utf8.RuneSelf:
			to = append(to, byte(r))
		case r == '“' || r == '”':
			to = append(to, '"')
		case r == '–' || r == '—':
			to = append(to, '-')
		default:
			to = utf8.AppendRune(to, unicode.ToLower(r))
		}
	}
	return to
}
