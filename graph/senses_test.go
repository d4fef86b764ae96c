package graph

import (
	"errors"
	"os"
	"strings"
	"testing"
)

func TestReadSenses(t *testing.T) {
	s, err := ReadSenses(strings.NewReader("# deaths\nkill, slay, killing\nweak: say\napart: second , third\n\nslay, defeat # in sport\n"))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		a, b string
		want bool
	}{{"kill", "killing", true}, {"kill", "defeat", false}, {"slay", "defeat", true}, {"go", "go", true}, {"go", "kill", false}} {
		if got := s.shared(c.a, c.b); got != c.want {
			t.Errorf("%s and %s share a sense: %v", c.a, c.b, got)
		}
	}
	if !s.weak["say"] || len(s.apartIn("The second and the third round")) != 2 {
		t.Errorf("weak %v, apart %v", s.weak, s.apart)
	}
	_, err = ReadSenses(strings.NewReader("kill,,slay\nloud: shout\n"))
	var f Faults
	if !errors.As(err, &f) || f.Error() != "1:6: a word is missing\n2:1: \"loud\" is none of weak, apart, empty, also and once" {
		t.Errorf("faults: %v", err)
	}
}

// TestShippedSenses: the file that ships has no faults, and no word twice in a line.
func TestShippedSenses(t *testing.T) {
	f, err := os.Open("../data/lexicon/senses.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	s, err := ReadSenses(f)
	if err != nil {
		t.Fatal(err)
	}
	for lemma, of := range s.lemma {
		for i, sense := range of {
			for _, other := range of[:i] {
				if sense == other {
					t.Errorf("%s stands twice in line %s", lemma, sense)
				}
			}
		}
	}
}
