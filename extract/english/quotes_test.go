package english_test

import (
	"testing"

	"dateline/data"
	"dateline/extract/english"
)

// TestQuotes reads who says a clause, and whether it stands in quotation marks, where marks are left open: a quotation that
// goes on opens anew without having been closed.
func TestQuotes(t *testing.T) {
	p, err := english.New(data.Files)
	if err != nil {
		t.Fatal(err)
	}
	const text = "\"The roads opened late,\" said Ada Berg. \"We left early. \"The union stayed.\" The ministry closed the port on Friday. " +
		"Paul Ross (\"the voice\") sold the shop."
	d := read(t, p, "", text)
	for _, c := range []struct {
		word   string
		quoted bool
		source string
	}{
		{"opened", true, "Ada Berg"},
		{"left", true, "Ada Berg"},
		{"stayed", true, "Ada Berg"},
		{"closed", false, ""},
		{"sold", false, ""},
	} {
		cl := clauseOf(d, c.word)
		if cl == nil {
			t.Errorf("no clause at %q", c.word)
			continue
		}
		source := ""
		if len(cl.Said) > 0 {
			source = cl.Said[0].Text
		}
		if cl.Quoted != c.quoted || source != c.source {
			t.Errorf("%q: quoted %v, said by %q; want %v, %q", c.word, cl.Quoted, source, c.quoted, c.source)
		}
	}
}
