package segment

import (
	"bytes"
	"fmt"
	"io/fs"
	"strings"
)

// The files that New reads beside the model.
const (
	tokensFile        = "lexicon/tokens.txt"
	abbreviationsFile = "lexicon/abbreviations.txt"
)

// kind says what the lexicon knows of a folded word, as bits.
type kind uint16

const (
	prefix kind = 1 << iota // "anti" of "anti-American"
	unit                    // "pm" of "5pm"
	host                    // "com" of "example.com"
	keep                    // "s/he"
	fraction
	face
	title // abbreviations, without their last stop
	number
	name
	day
	last
	other
	abbreviation = title | number | name | day | last | other
)

var kinds = map[string]map[string]kind{
	tokensFile: {
		"prefix": prefix, "unit": unit, "host": host, "keep": keep, "fraction": fraction, "face": face, "split": 0,
	},
	abbreviationsFile: {"title": title, "number": number, "name": name, "day": day, "last": last, "other": other},
}

// lexicon is what segment knows of single words.
type lexicon struct {
	words map[string]kind
	parts map[string][]int // bytes of each part of a word that is split
}

// readLexicon reads both files. Errors have the form path:line: message.
func readLexicon(files fs.FS) (*lexicon, error) {
	l := &lexicon{map[string]kind{}, map[string][]int{}}
	for _, path := range []string{tokensFile, abbreviationsFile} {
		b, err := fs.ReadFile(files, path)
		if err != nil {
			return nil, err
		}
		for i, line := range bytes.Split(b, []byte("\n")) {
			if err := l.add(kinds[path], string(line)); err != nil {
				return nil, fmt.Errorf("%s:%d: %w", path, i+1, err)
			}
		}
	}
	return l, nil
}

// add takes in one line.
func (l *lexicon) add(kinds map[string]kind, line string) error {
	fields := strings.Fields(line)
	if len(fields) == 0 || fields[0][0] == '#' {
		return nil
	}
	k, ok := kinds[fields[0]]
	if !ok {
		return fmt.Errorf("unknown kind %q", fields[0])
	}
	for _, word := range fields[1:] {
		if fields[0] != "split" {
			l.words[word] |= k
			continue
		}
		parts := strings.Split(word, "|")
		if len(parts) < 2 {
			return fmt.Errorf("%q has no bar", word)
		}
		for _, p := range parts {
			l.parts[strings.ReplaceAll(word, "|", "")] = append(l.parts[strings.ReplaceAll(word, "|", "")], len(p))
		}
	}
	return nil
}

// is tells whether the folded word is of the kind.
func (l *lexicon) is(folded []byte, k kind) bool { return l.words[string(folded)]&k != 0 }
