package graph

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Slug is s as it stands in IDs: lower case, marks taken off letters, all that is no letter or digit between words made
// one hyphen: "Recep Tayyip Erdoğan" gives recep-tayyip-erdogan, "U.S." gives us. It may be empty.
func Slug(s string) string { return fold(s, '-') }

// KeyOf is the key that says "has this name": the kind, a colon, and the name with case, marks and punctuation folded.
// "John F. Kennedy" gives person:john f kennedy. Give it only names that are as complete as the source has them: all
// entities of one kind with one key become one.
func KeyOf(k Kind, name string) string { return string(k) + ":" + fold(name, ' ') }

// KnownKey is the key of an entry of the lexicon, whose ID is kind and slug, such as "place/russia".
func KnownKey(id string) string { return known + id }

const known = "known:"

// WikidataKey is the key of an item of Wikidata, "Q30".
func WikidataKey(item string) string { return wikidata + item }

const wikidata = "wikidata:"

// Wikidata is the item of Wikidata that e is by its keys, "Q30", empty if none is known.
func (e *Entity) Wikidata() string {
	for _, k := range e.Keys {
		if item, ok := strings.CutPrefix(k, wikidata); ok && len(item) > 1 && item[0] == 'Q' && strings.Trim(item[1:], "0123456789") == "" {
			return item
		}
	}
	return ""
}

// fold keeps letters and digits of s, in lower case and without marks, and puts sep where words were parted.
// Apostrophes and full stops part nothing, for "O'Neill" and "U.S.".
func fold(s string, sep byte) string {
	b := make([]byte, 0, len(s))
	if ascii(s) {
		return string(foldInto(b, s, sep))
	}
	return string(foldInto(b, norm.NFKD.String(s), sep))
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

func foldInto(b []byte, s string, sep byte) []byte {
	gap := false
	for _, r := range s {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if gap && len(b) > 0 {
				b = append(b, sep)
			}
			gap = false
			b = append(b, letter(unicode.ToLower(r))...)
		case unicode.Is(unicode.M, r) || unicode.Is(unicode.Cf, r) || strings.ContainsRune(".'’‘", r):
		default:
			gap = true
		}
	}
	return b
}

// letter spells the letters that Unicode does not take apart into a base letter and a mark.
func letter(r rune) string {
	switch r {
	case 'ø':
		return "o"
	case 'ł':
		return "l"
	case 'đ', 'ð':
		return "d"
	case 'ı':
		return "i"
	case 'þ':
		return "th"
	case 'ß':
		return "ss"
	case 'æ':
		return "ae"
	case 'œ':
		return "oe"
	}
	return string(r)
}
