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
		"rules/words.yaml":       {Data: []byte("say: [say]\nsay: [tell]\n")},
		"rules/roles.yaml":       {Data: []byte("agent: [by]\n")},
		"rules/events/bad.yaml":  {Data: []byte("type: BAD\ntriggers:\n  - verb: [hit]\n")},
		"rules/events/ugly.yaml": {Data: []byte("type: [\n")},
	}
	_, err := rules.Load(files)
	if err == nil {
		t.Fatal("no error")
	}
	for _, want := range []string{`rules/events/bad.yaml:3:5: unknown key "verb"`, "rules/events/bad.yaml:1:1: no examples", "rules/events/ugly.yaml:1:1:",
		`rules/words.yaml:2:1: group "say" stands twice`} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("no %q in\n%v", want, err)
		}
	}
}

func base() fstest.MapFS {
	return fstest.MapFS{
		"rules/words.yaml":    {Data: []byte("people: [man, woman]\n")},
		"rules/roles.yaml":    {Data: []byte("agent: [by]\n")},
		"rules/contexts.yaml": {Data: []byte("election: [vote]\nlegal: [court, vote]\n")},
		"rules/domains.yaml":  {Data: []byte("sport: [goal]\n")},
	}
}

func TestTheNarrowerRuleComesFirst(t *testing.T) {
	files := base()
	files["rules/events/a.yaml"] = &fstest.MapFile{Data: []byte("type: A\ntriggers:\n  - verbs: [fire]\nexamples:\n  - {text: x, type: A}\n")}
	files["rules/events/b.yaml"] = &fstest.MapFile{Data: []byte("type: B\ntriggers:\n  - verbs: [fire]\n    kinds: [person]\n" +
		"  - verbs: [fire]\n    only: [\"@people\", boss]\nexamples:\n  - {text: x, type: B}\n")}
	s, err := rules.Load(files)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range s.Verb("fire") {
		got = append(got, r.By())
	}
	if want := "events/b.yaml:5 events/b.yaml:3 events/a.yaml:3"; strings.Join(got, " ") != want {
		t.Errorf("got %v, want %s", got, want)
	}
	if only := s.Verb("fire")[0].Only; !only["woman"] || !only["boss"] || only["people"] {
		t.Errorf("@people and boss are %v", only)
	}
	if c := s.Contexts("vote"); len(c) != 2 || c[0] != "election" || !s.In("people", "man") || s.In("people", "boss") {
		t.Errorf("contexts of vote %v", c)
	}
}

func TestFaultsOfSenses(t *testing.T) {
	files := base()
	files["rules/events/a.yaml"] = &fstest.MapFile{Data: []byte("type: A\nscale: 11\nmodes:\n  b: {word: [x]}\ntriggers:\n  - verbs: [fire]\n    only: [\"@nobody\"]\n    unless-domains: [sport, war]\nexamples:\n  - {text: x, type: A}\n")}
	_, err := rules.Load(files)
	for _, want := range []string{`a.yaml:2:8: a scale is a number`, `a.yaml:4:7: unknown key "word" in a mode`, `a.yaml:7:11: no group "nobody"`, `a.yaml:8:21: no domain "war"`} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("no %q in\n%v", want, err)
		}
	}
}
