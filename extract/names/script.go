package names

import (
	"strings"
	"unicode"
)

// MixedScripts is Mention.By of a name with a word that mixes letters of scripts that look alike: "Putin" with a Cyrillic
// "и" is not Putin. Such a name is never one with its look-alike, and the lexicon does not know it.
const MixedScripts = "names/mixed-scripts"

// visible is s without the characters that are not seen: marks of direction, joiners, soft hyphens (Unicode's class Cf).
func visible(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0xc2 { // the class begins at U+00AD
			return strings.Map(func(r rune) rune {
				if unicode.Is(unicode.Cf, r) {
					return -1
				}
				return r
			}, s)
		}
	}
	return s
}

// alike are the scripts whose letters can be taken for each other.
var alike = [...]*unicode.RangeTable{unicode.Latin, unicode.Cyrillic, unicode.Greek}

// mixed tells whether a word of s has letters of two scripts that look alike.
func mixed(s string) bool {
	seen := -1
	for _, r := range s {
		if !unicode.IsLetter(r) {
			seen = -1
			continue
		}
		for k, script := range alike {
			if !unicode.Is(script, r) {
				continue
			}
			if seen >= 0 && seen != k {
				return true
			}
			seen = k
		}
	}
	return false
}
