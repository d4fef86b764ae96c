package graph

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestOneBy(t *testing.T) {
	e := Entity{Kind: Person, Keys: []string{"known:person/fuad-basya", "organization:blue shield", "person:basya@asylum", "person:fuad basya"}}
	want := []string{"whoever is person/fuad-basya of the lexicon", "every organization called “blue shield”", "“basya” in asylum only", "every person named in full as “fuad basya”"}
	if diff := cmp.Diff(want, e.OneBy()); diff != "" {
		t.Error(diff)
	}
}
