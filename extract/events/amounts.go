package events

import (
	"fmt"
	"io/fs"
	"strconv"
	"strings"
)

// unit is what an amount is measured in: its name ("USD") and sort (share, money, measure, count).
type unit struct{ name, sort string }

// amounts are the words that say what a number counts.
type amounts struct {
	units map[string]unit
	tolls map[string]string // noun → participle: death → killed
}

func loadAmounts(files fs.FS) (a amounts, err error) {
	a = amounts{map[string]unit{}, map[string]string{}}
	const units, tolls = "lexicon/units.tsv", "lexicon/tolls.tsv"
	err = eachLine(files, units, func(line int, text string) error {
		f := strings.Split(text, "\t")
		if len(f) != 3 {
			return fmt.Errorf("%s:%d:1: want a word, a unit and a sort separated by tabs", units, line)
		}
		a.units[f[0]] = unit{f[1], f[2]}
		return nil
	})
	if err != nil {
		return a, err
	}
	err = eachLine(files, tolls, func(line int, text string) error {
		noun, participle, ok := strings.Cut(text, "\t")
		if !ok {
			return fmt.Errorf("%s:%d:1: want a noun and a participle separated by a tab", tolls, line)
		}
		a.tolls[noun] = participle
		return nil
	})
	return a, err
}

// loadNumbers reads the numbers that are written as words: word and value, separated by a tab; '#' opens a comment.
func loadNumbers(files fs.FS, name string) (map[string]float64, error) {
	numbers := map[string]float64{}
	err := eachLine(files, name, func(line int, text string) error {
		word, value, ok := strings.Cut(text, "\t")
		v, err := strconv.ParseFloat(value, 64)
		if !ok || err != nil {
			return fmt.Errorf("%s:%d:1: want a word and a number separated by a tab", name, line)
		}
		numbers[word] = v
		return nil
	})
	return numbers, err
}
