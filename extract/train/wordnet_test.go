package train

import (
	"fmt"
	"testing"
)

// TestForms shows how regular forms are spelled.
func TestForms(t *testing.T) {
	for lemma, want := range map[string]string{
		"bomb": "bombs bombing bombed bombed", "agree": "agrees agreeing agreed agreed", "cite": "cites citing cited cited",
		"deny": "denies denying denied denied", "enjoy": "enjoys enjoying enjoyed enjoyed", "fix": "fixes fixing fixed fixed",
		"march": "marches marching marched marched",
	} {
		var got []string
		for _, f := range verbForms(lemma) {
			got = append(got, f.Form)
		}
		if fmt.Sprint(got) != "["+want+"]" {
			t.Errorf("%s gave %v", lemma, got)
		}
	}
}
