package neural

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/extract"
)

// TestReadPlain puts words together as English writes them.
func TestReadPlain(t *testing.T) {
	lines := `The	DT
pilot	NN
's	POS
ferry	NN
(	(
new	JJ
)	)
cost	VBD
$	$
4	CD
.	.

"	"
It	PRP
did	VBD
n't	RB
sink	VB
,	,
"	"
he	PRP
said	VBD
.	.
`
	path := filepath.Join(t.TempDir(), "plain.tsv")
	if err := os.WriteFile(path, []byte(lines), 0o600); err != nil {
		t.Fatal(err)
	}
	docs, err := ReadPlain(path, extract.Stage{Run: func(*extract.Document) error { return nil }})
	if err != nil || len(docs) != 1 {
		t.Fatal(len(docs), err)
	}
	var got []string
	for _, p := range docs[0].Paragraphs {
		got = append(got, docs[0].Text[p.Start:p.End])
	}
	want := `The pilot's ferry (new) cost $4.|"It didn't sink," he said.`
	if strings.Join(got, "|") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, "|"), want)
	}
}

// TestAgreed keeps what two readings have in common.
func TestAgreed(t *testing.T) {
	read := func() *extract.Document {
		d := &extract.Document{Tokens: make([]extract.Token, 14)}
		for i := range d.Tokens {
			d.Tokens[i] = extract.Token{UPOS: "NOUN", Head: i - 1, Rel: "flat"}
		}
		for _, r := range []extract.Range{{From: 0, To: 5}, {From: 5, To: 11}, {From: 11, To: 14}} {
			d.Sentences = append(d.Sentences, extract.Sentence{Range: r})
		}
		return d
	}
	a, b := read(), read()
	b.Tokens[7].Rel = "obj"
	if got := agreed(a, b); len(got) != 1 || got[0].From != 0 {
		t.Errorf("agreed on %v: the second sentence differs, the third is too short", got)
	}
}
