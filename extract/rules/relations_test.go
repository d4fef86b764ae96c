package rules_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"dateline/data"
	"dateline/extract/rules"
)

func TestLoadRelations(t *testing.T) {
	s, err := rules.LoadRelations(data.Files)
	if err != nil {
		t.Fatal(err)
	}
	if r := s.Noun("founder"); len(r) != 1 || r[0].Type != "founder-of" || !r[0].Fits("person", "organization") || r[0].Fits("place", "organization") {
		t.Errorf("founder: %v", r)
	}
	for file, want := range map[string]string{
		"type: x":                 "want a list of rules",
		"- nouns: [a]":            "relations.yaml:1:3: no type",
		"- {type: x, nouns: [a]}": "relations.yaml:1:3: no examples",
		"- {type: x, noun: a}":    `relations.yaml:1:13: unknown key "noun"`,
		"- {type: x, nouns: a, examples: [{text: T, from: A}]}": "an example needs a text, and from and to or none: true",
	} {
		_, err := rules.LoadRelations(fstest.MapFS{"rules/relations.yaml": {Data: []byte(file)}})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %s", file, err, want)
		}
	}
}
