package train

import (
	"os"
	"path/filepath"
	"strings"
)

// Inflected is a form of a word with its Penn tag and lemma.
type Inflected struct{ Form, XPOS, Lemma string }

// ReadWordNet reads the verbs and the attested nouns of WordNet 3.0 and their irregular forms from a folder, and forms
// the regular ones by the rules of English spelling: something to learn lemmas from that treebanks do not show.
func ReadWordNet(dir string) ([]Inflected, error) {
	var list []Inflected
	for _, part := range []struct {
		name   string
		forms  func(lemma string) []Inflected
		sorted func(form string) []string
	}{{"verb", verbForms, verbTags}, {"noun", nounForms, nounTags}} {
		irregular, err := exceptions(filepath.Join(dir, part.name+".exc"))
		if err != nil {
			return nil, err
		}
		lemmas, err := attested(filepath.Join(dir, "index."+part.name))
		if err != nil {
			return nil, err
		}
		for _, lemma := range lemmas {
			have := map[string]bool{}
			for _, form := range irregular[lemma] {
				for _, xpos := range part.sorted(form) {
					list = append(list, Inflected{form, xpos, lemma})
					have[xpos] = true
				}
			}
			for _, f := range part.forms(lemma) {
				if !have[f.XPOS] {
					list = append(list, f)
				}
			}
		}
	}
	return list, nil
}

// exceptions reads lines of a form and its lemmas: lemma → forms.
func exceptions(path string) (map[string][]string, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	forms := map[string][]string{}
	for line := range strings.Lines(string(b)) {
		if f := strings.Fields(line); len(f) >= 2 && plain(f[0]) {
			forms[f[1]] = append(forms[f[1]], f[0])
		}
	}
	return forms, nil
}

// attested reads the single words of an index that were met at least once in the texts WordNet counted.
func attested(path string) ([]string, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var list []string
	for line := range strings.Lines(string(b)) {
		f := strings.Fields(line)
		if len(f) < 6 || line[0] == ' ' || !plain(f[0]) {
			continue
		}
		if f[1] == "v" || f[len(f)-1-number(f[2])] != "0" {
			list = append(list, f[0])
		}
	}
	return list, nil
}

func number(digits string) (n int) {
	for _, c := range []byte(digits) {
		n = 10*n + int(c-'0')
	}
	return n
}

// plain tells whether a word is small letters only, three at least.
func plain(word string) bool {
	return len(word) > 2 && strings.Trim(word, "abcdefghijklmnopqrstuvwxyz") == ""
}

// verbTags are the tags that an irregular verb form can have.
func verbTags(form string) []string {
	switch {
	case strings.HasSuffix(form, "ing"):
		return []string{"VBG"}
	case strings.HasSuffix(form, "s"):
		return []string{"VBZ"}
	}
	return []string{"VBD", "VBN"}
}

func nounTags(string) []string { return []string{"NNS"} }

// verbForms are the regular forms of a verb.
func verbForms(lemma string) []Inflected {
	past, gerund := lemma+"ed", lemma+"ing"
	switch {
	case strings.HasSuffix(lemma, "ee"):
		past = lemma + "d"
	case strings.HasSuffix(lemma, "e"):
		past, gerund = lemma+"d", lemma[:len(lemma)-1]+"ing"
	case consonantY(lemma):
		past = lemma[:len(lemma)-1] + "ied"
	}
	return []Inflected{{withS(lemma), "VBZ", lemma}, {gerund, "VBG", lemma}, {past, "VBD", lemma}, {past, "VBN", lemma}}
}

// nounForms is the regular plural of a noun.
func nounForms(lemma string) []Inflected { return []Inflected{{withS(lemma), "NNS", lemma}} }

// withS is the word with the ending s as it is spelled.
func withS(word string) string {
	for _, end := range []string{"s", "x", "z", "ch", "sh"} {
		if strings.HasSuffix(word, end) {
			return word + "es"
		}
	}
	if consonantY(word) {
		return word[:len(word)-1] + "ies"
	}
	return word + "s"
}

// consonantY tells whether word ends in a consonant and y.
func consonantY(word string) bool {
	n := len(word)
	return word[n-1] == 'y' && !strings.ContainsRune("aeiou", rune(word[n-2]))
}
