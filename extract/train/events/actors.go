package events

import (
	"bufio"
	_ "embed"
	"io/fs"
	"strings"
)

// invented are the codes of PETRARCH's made-up countries and people, and of persons that the Phoenix dictionaries lack:
// code, tab, names separated by commas.
//
//go:embed actors.tsv
var invented string

// Actors knows the CAMEO codes of names. It serves scoring only.
type Actors struct {
	codes   map[string][]string // name, upper case words joined by "_" → codes
	longest int                 // words of the longest name
}

// ReadActors reads Phoenix actor dictionaries: a name, its other names after "+", and codes in square brackets, with
// dates that are not looked at.
func ReadActors(files fs.FS, names ...string) (*Actors, error) {
	a := &Actors{codes: map[string][]string{}}
	for line := range strings.Lines(invented) {
		if code, list, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok {
			a.add(strings.Split(list, ","), []string{code})
		}
	}
	for _, name := range names {
		if err := a.read(files, name); err != nil {
			return nil, err
		}
	}
	return a, nil
}

func (a *Actors) read(files fs.FS, name string) error {
	f, err := files.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	var block, codes []string
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		line, _, _ := strings.Cut(lines.Text(), "#")
		text, code, coded := strings.Cut(line, "[")
		if text = strings.TrimSpace(text); text != "" && text[0] != '+' {
			a.add(block, codes)
			block, codes = nil, nil
		}
		if text = strings.Trim(text, "+ "); text != "" {
			block = append(block, text)
		}
		if code, _, _ = strings.Cut(code, "]"); coded {
			if f := strings.Fields(code); len(f) > 0 {
				codes = append(codes, f[0])
			}
		}
	}
	a.add(block, codes)
	return lines.Err()
}

func (a *Actors) add(names, codes []string) {
	for _, n := range names {
		key := strings.ToUpper(strings.Trim(strings.ReplaceAll(strings.TrimSpace(n), " ", "_"), "_"))
		a.codes[key] = append(a.codes[key], codes...)
		a.longest = max(a.longest, strings.Count(key, "_")+1)
	}
}

// In are the codes of all names that stand in words.
func (a *Actors) In(words string) (codes []string) {
	f := strings.FieldsFunc(strings.ToUpper(words), func(r rune) bool { return strings.ContainsRune(" ,;:()\"“”_’'", r) })
	for i := range f {
		key := ""
		for n := i; n < len(f) && n < i+a.longest; n++ {
			if key += f[n]; a.codes[key] != nil {
				codes = append(codes, a.codes[key]...)
			}
			key += "_"
		}
	}
	return codes
}

// Is tells whether words name the actor of code: a name in them has a code with the same country, or the same
// organisation where the code is that of one. A code without a country ("---GOV") is named by words without known names.
func (a *Actors) Is(code, words string) bool {
	found := a.In(words)
	if strings.HasPrefix(code, "---") {
		return len(found) == 0
	}
	for _, c := range found {
		if same(code, c) {
			return true
		}
	}
	return false
}

// same tells whether the code found in the words stands for the body of the gold code. Codes are runs of three letters.
func same(gold, found string) bool {
	if len(found) >= 3 && strings.Contains("IGO NGO NGM IMG MNC INT", found[:3]) {
		n := min(6, len(found), len(gold))
		return gold[:n] == found[:n]
	}
	for i := 0; i+3 <= len(gold) && len(found) >= 3; i += 3 {
		if gold[i:i+3] == found[:3] {
			return true
		}
	}
	return false
}
