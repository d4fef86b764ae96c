package rules_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"dateline/data"
	"dateline/extract/rules"
)

func TestShippedRulesLoad(t *testing.T) {
	s, err := rules.Load(data.Files)
	if err != nil {
		t.Fatal(err)
	}
	if len(s.Verb("meet")) == 0 || len(s.Noun("talk")) == 0 || !s.In("say", "say") || s.Role("from") != "origin" {
		t.Error("meet, talk, say or from is not known")
	}
	if got := s.Verb("meet")[0].By(); !strings.HasPrefix(got, "events/consult.yaml:") {
		t.Errorf("By() = %q", got)
	}
}

func TestFaultsNameTheirPlace(t *testing.T) {
	files := fstest.MapFS{
		"rules/words.yaml":       {Data: []byte("say: [say]\n")},
		"rules/roles.yaml":       {Data: []byte("agent: [by]\n")},
		"rules/events/bad.yaml":  {Data: []byte("type: BAD\ntriggers:\n  - verb: [hit]\n")},
		"rules/events/ugly.yaml": {Data: []byte("type: [\n")},
	}
	_, err := rules.Load(files)
	if err == nil {
		t.Fatal("no error")
	}
	for _, want := range []string{`rules/events/bad.yaml:3:5: unknown key "verb"`, "rules/events/bad.yaml:1:1: no examples", "rules/events/ugly.yaml:1:1:"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("no %q in\n%v", want, err)
		}
	}
}
