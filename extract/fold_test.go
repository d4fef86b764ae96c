package extract

import (
	"strings"
	"testing"
)

func TestFold(t *testing.T) {
	for _, s := range []string{"", " ", "a", "a b", " a", "a ", "a  b", "a\nb", "a\u00a0b", "a\u2009b", "é b", "a\u3000b", "„a“ b", "\x00", "a\u0085b", "a\u1680b"} {
		if got, want := Fold(s), strings.Join(strings.Fields(s), " "); got != want {
			t.Errorf("Fold(%q) = %q, want %q", s, got, want)
		}
	}
}
