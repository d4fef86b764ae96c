package graph

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// Senses says which lemmas may tell of one event: "kill" and "slay", "resign" and "resignation". The zero Senses knows
// nothing: each lemma is a sense of its own.
type Senses struct {
	lemma map[string][]string // lemma → senses, each the number of its line
	weak  map[string]bool     // lemmas that say too little by themselves to compare what they tell
	apart map[string]bool     // words that set one event apart from another of its kind
	empty map[string]bool     // words in roles that do not tell who or what it is
	also  map[string]bool     // words before a verb that say that there was another event of its kind
	once  map[string]bool     // lemmas of what happens to somebody once, or seldom
}

// ReadSenses reads lines of lemmas parted by commas; those of one line are one sense, and one lemma may stand in many.
// What follows "#" is left out. Lines that begin with a word and a colon list others: "weak:" lemmas that say too little by
// themselves, "apart:" words such as "second" or "another" that keep two events from being one, "empty:" words such as
// "they" that do not tell who takes part, "also:" words before a verb that say that it is not the only event of its kind,
// "once:" lemmas of what happens to nobody twice, or seldom. Faults are Faults, each "line:col: what".
func ReadSenses(r io.Reader) (s Senses, err error) {
	s = Senses{lemma: map[string][]string{}}
	lists := map[string]*map[string]bool{"weak": &s.weak, "apart": &s.apart, "empty": &s.empty, "also": &s.also, "once": &s.once}
	for _, list := range lists {
		*list = map[string]bool{}
	}
	var faults Faults
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		line, _, _ := strings.Cut(lines.Text(), "#")
		col := 1
		if what, rest, ok := strings.Cut(line, ":"); ok {
			into := lists[strings.TrimSpace(what)]
			if into == nil {
				faults.add(n, 1, "%q is none of weak, apart, empty, also and once", strings.TrimSpace(what))
				continue
			}
			for w := range strings.SplitSeq(rest, ",") {
				(*into)[strings.TrimSpace(w)] = true
			}
			delete(*into, "")
			continue
		}
		if strings.TrimSpace(line) == "" {
			continue
		}
		words := strings.Split(line, ",")
		sense := strconv.Itoa(n)
		for _, w := range words {
			lemma := strings.TrimSpace(w)
			if lemma == "" {
				faults.add(n, col, "a word is missing")
			} else {
				s.lemma[lemma] = append(s.lemma[lemma], sense)
			}
			col += len(w) + 1
		}
	}
	if err := lines.Err(); err != nil {
		return Senses{}, fmt.Errorf("senses: %w", err)
	}
	return s, faults.err()
}

// of are the senses of a lemma, itself where none is known.
func (s *Senses) of(lemma string) []string {
	if of := s.lemma[lemma]; len(of) > 0 {
		return of
	}
	return []string{lemma}
}

// shared tells whether two lemmas have a sense in common.
func (s *Senses) shared(a, b string) bool {
	if a == b {
		return true
	}
	for _, x := range s.of(a) {
		if slices.Contains(s.of(b), x) {
			return true
		}
	}
	return false
}
