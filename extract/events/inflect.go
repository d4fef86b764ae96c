package events

import (
	"bufio"
	"fmt"
	"io/fs"
	"strings"
)

// inflector makes the past forms of verbs.
type inflector map[string][2]string // lemma → past tense, past participle

// loadVerbs reads a file of irregular verbs: lemma, past tense and participle, separated by tabs; '#' opens a comment.
func loadVerbs(files fs.FS, name string) (inflector, error) {
	verbs := inflector{}
	err := eachLine(files, name, func(line int, text string) error {
		c := strings.Split(text, "\t")
		if len(c) != 3 {
			return fmt.Errorf("%s:%d:1: want lemma, past tense and participle separated by tabs", name, line)
		}
		verbs[c[0]] = [2]string{c[1], c[2]}
		return nil
	})
	return verbs, err
}

// forms are the words that a label says instead of those written, by where they stand.
type forms struct{ subject, verb, third, topic map[string]string }

// loadForms reads a file of such words: where, as written and as said, separated by tabs.
func loadForms(files fs.FS, name string) (forms, error) {
	f := forms{map[string]string{}, map[string]string{}, map[string]string{}, map[string]string{}}
	where := map[string]map[string]string{"subject": f.subject, "verb": f.verb, "third": f.third, "topic": f.topic}
	err := eachLine(files, name, func(line int, text string) error {
		c := strings.Split(text, "\t")
		if len(c) != 3 || where[c[0]] == nil {
			return fmt.Errorf("%s:%d:1: want subject, verb, third or topic, the word as written and as said, separated by tabs", name, line)
		}
		where[c[0]][c[1]] = c[2]
		return nil
	})
	return f, err
}

// in is w, or what m has for it.
func in(m map[string]string, w string) string {
	if said, ok := m[w]; ok {
		return said
	}
	return w
}

// eachLine calls do for each line of a file that is neither empty nor a comment, with its number from 1.
func eachLine(files fs.FS, name string, do func(line int, text string) error) error {
	f, err := files.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	s := bufio.NewScanner(f)
	for line := 1; s.Scan(); line++ {
		if text := s.Text(); text != "" && text[0] != '#' {
			if err := do(line, text); err != nil {
				return err
			}
		}
	}
	return s.Err()
}

// base is the lemma of which form is an irregular past form, form itself if there is none.
func (v inflector) base(form string) string {
	if _, ok := v[form]; ok {
		return form
	}
	best := form
	for lemma, f := range v {
		if (f[0] == form || f[1] == form) && (best == form || lemma < best) {
			best = lemma
		}
	}
	return best
}

// past is the past tense of lemma.
func (v inflector) past(lemma string) string {
	if f, ok := v[lemma]; ok {
		return f[0]
	}
	return regular(lemma)
}

// participle is the past participle of lemma.
func (v inflector) participle(lemma string) string {
	if f, ok := v[lemma]; ok {
		return f[1]
	}
	return regular(lemma)
}

// regular adds -ed by the spelling rules of English: e drops, y turns to i after a consonant, and the last consonant of
// a word of one syllable doubles after a single vowel.
func regular(lemma string) string {
	n := len(lemma)
	if n < 2 {
		return lemma + "ed"
	}
	last, before := lemma[n-1], lemma[n-2]
	switch {
	case last == 'e':
		return lemma + "d"
	case last == 'y' && !vowel(before):
		return lemma[:n-1] + "ied"
	case n > 2 && !vowel(last) && last != 'w' && last != 'x' && last != 'y' && vowel(before) && !vowel(lemma[n-3]) && syllables(lemma) == 1:
		return lemma + string(last) + "ed"
	}
	return lemma + "ed"
}

// thirdPerson is present form w as a name has it for its subject: insist, insists.
func (f *forms) thirdPerson(w string) string {
	switch n := len(w); {
	case f.third[w] != "":
		return f.third[w]
	case n > 1 && w[n-1] == 'y' && !vowel(w[n-2]):
		return w[:n-1] + "ies"
	case strings.HasSuffix(w, "s") || strings.HasSuffix(w, "x") || strings.HasSuffix(w, "ch") || strings.HasSuffix(w, "sh"):
		return w + "es"
	}
	return w + "s"
}

func vowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

// syllables counts groups of vowels.
func syllables(w string) (n int) {
	in := false
	for i := 0; i < len(w); i++ {
		v := vowel(w[i])
		if v && !in {
			n++
		}
		in = v
	}
	return n
}
