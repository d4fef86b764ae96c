package neural

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"dateline/extract"
	"dateline/extract/linear"
)

// AcronymsFile is where New finds acronyms that look like a common word.
const AcronymsFile = "lexicon/acronyms.tsv"

// acronym is read as like in articles that have one of its long forms: "IS" as "ISIL", not as a form of "be".
type acronym struct {
	word string
	key  uint64
	rows [InputRows]int32 // the first and the last are left out
	long []string
}

// readAcronyms reads a table of three columns; there may be none.
func readAcronyms(files fs.FS) (list []acronym, err error) {
	text, err := fs.ReadFile(files, AcronymsFile)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	} else if err != nil {
		return nil, err
	}
	number := 0
	for line := range strings.Lines(string(text)) {
		number++
		line = strings.TrimRight(line, "\r\n")
		if line == "" || line[0] == '#' {
			continue
		}
		cells := strings.Split(line, "\t")
		if len(cells) != 3 || cells[0] == "" || cells[1] == "" || cells[2] == "" {
			return nil, fmt.Errorf("%s:%d:1: want an acronym, another one and long forms, divided by tabs", AcronymsFile, number)
		}
		like := linear.Fold(nil, cells[1])
		list = append(list, acronym{cells[0], linear.HashBytes(like), ends(like), strings.Split(cells[2], "|")})
	}
	return list, nil
}

// choose keeps in s those of the acronyms whose long form stands in text.
func (s *scratch) choose(list []acronym, text string) {
	s.acronyms = s.acronyms[:0]
	for i := range list {
		for _, long := range list[i].long {
			if strings.Contains(text, long) {
				s.acronyms = append(s.acronyms, &list[i])
				break
			}
		}
	}
}

// replace gives the words of a sentence that are such acronyms the rows of those in whose place they are read, but their
// own shape. A sentence all in capitals tells nothing.
func (s *scratch) replace(text string, tokens []extract.Token) {
	if s.words.shouted {
		return
	}
	for i := range tokens {
		word := text[tokens[i].Start:tokens[i].End]
		for _, a := range s.acronyms {
			if word == a.word {
				shape := s.words.Rows[i][InputRows-1]
				s.words.Key[i], s.words.Rows[i] = a.key, a.rows
				s.words.Rows[i][InputRows-1] = shape
			}
		}
	}
}
