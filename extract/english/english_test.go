package english_test

import (
	"testing"

	"dateline/data"
	"dateline/extract/english"
)

// TestRuleExamples runs every example of every shipped rule file.
func TestRuleExamples(t *testing.T) {
	faults, err := english.Examples(data.Files)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range faults {
		t.Error(f)
	}
}
