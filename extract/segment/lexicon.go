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
	site                    // "com" of "Example.Com": a host that is no word
	file                    // "pdf" of "minutes-2.pdf"
	keep                    // "s/he"
	fraction
	face
	date  // "monday", "july"
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
		"prefix": prefix, "unit": unit, "host": host, "site": host | site, "file": host | file,
		"keep": keep, "fraction": fraction, "face": face, "date": date, "split": 0, "where": 0,
	},
	abbreviationsFile: {"title": title, "number": number, "name": name, "day": day, "last": last, "other": other},
}

// lexicon is what segment knows of single words.
type lexicon struct {
	words map[string]kind
	parts map[string]parts
}

// parts is how a word is split: where each of its parts ends, in bytes; before which words, nil for everywhere.
type parts struct {
	ends   []int
	before map[string]bool
}

// readLexicon reads both files. Errors have the form path:line: message.
func readLexicon(files fs.FS) (*lexicon, error) {
	l := &lexicon{map[string]kind{}, map[string]parts{}}
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
	if len(fields) < 2 || fields[0][0] == '#' {
		return nil
	}
	k, ok := kinds[fields[0]]
	if !ok {
		return fmt.Errorf("unknown kind %q", fields[0])
	}
	switch fields[0] {
	case "split":
		for _, word := range fields[1:] {
			if err := l.split(word, nil); err != nil {
				return err
			}
		}
	case "where":
		before := l.parts[strings.ReplaceAll(fields[1], "|", "")].before // of an earlier line
		if before == nil {
			before = map[string]bool{}
		}
		for _, word := range fields[2:] {
			before[word] = true
		}
		return l.split(fields[1], before)
	default:
		for _, word := range fields[1:] {
			l.words[word] |= k
		}
	}
	return nil
}

// split takes in a word with bars between its parts.
func (l *lexicon) split(word string, before map[string]bool) error {
	list := strings.Split(word, "|")
	if len(list) < 2 {
		return fmt.Errorf("%q has no bar", word)
	}
	p := parts{before: before}
	end := 0
	for _, part := range list {
		end += len(part)
		p.ends = append(p.ends, end)
	}
	l.parts[strings.Join(list, "")] = p
	return nil
}

// is tells whether the folded word is of the kind.
func (l *lexicon) is(folded []byte, k kind) bool { return l.words[string(folded)]&k != 0 }
