package timex

import (
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"
)

// Faults of rule files name the place. A rule without an example is one.
func TestRuleFaults(t *testing.T) {
	for rule, want := range map[string]string{
		"  - find: weekday\n    as: date\n":                            "rules/times/own.yaml:3:5: a rule needs an example of its own",
		"  - find: weekday\n    as: date\n    examples: []\n":          "rules/times/own.yaml:3:5: a rule needs an example of its own",
		"  - as: date\n    examples: [\"It rained.\"]\n":               "rules/times/own.yaml:3:5: a rule needs find and as",
		"  - find: weekday\n    as: date\n    unless: xyz\n":           "rules/times/own.yaml:3:5: no veto \"xyz\"",
		"  - find: weekday\n    as: date\n    example: [\"Today.\"]\n": "rules/times/own.yaml:3:5: unknown key \"example\" in a rule",
	} {
		files := fstest.MapFS{"rules/times/own.yaml": {Data: []byte("pass: 70\nrules:\n" + rule)}}
		shipped := os.DirFS("../../data")
		for _, name := range []string{"rules/times/words.tsv", "rules/times/holidays.tsv"} {
			text, err := fs.ReadFile(shipped, name)
			if err != nil {
				t.Fatal(err)
			}
			files[name] = &fstest.MapFile{Data: text}
		}
		if _, err := New(files); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("want %s\ngot  %v", want, err)
		}
	}
}
