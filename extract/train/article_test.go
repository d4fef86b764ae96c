package train

import (
	"strings"
	"testing"
)

const tiny = `# newdoc id = GUM_news_harbour
# meta::title = Harbour
# newpar
# sent_id = 1
# text = He didn't go.
1	He	he	PRON	PRP	_	4	nsubj	_	_
2-3	didn't	_	_	_	_	_	_	_	_
2	did	do	AUX	VBD	_	4	aux	_	_
3	n't	not	PART	RB	_	4	advmod	_	_
4	go	go	VERB	VB	VerbForm=Inf	0	root	_	SpaceAfter=No
5	.	.	PUNCT	.	_	4	punct	_	_

# sent_id = 2
# newpar
1	Ankara	Ankara	PROPN	NNP	_	0	root	_	Entity=(1-place)

`

// TestReadConllu reads two paragraphs, a contraction and a missing blank.
func TestReadConllu(t *testing.T) {
	list, err := ReadConllu("tiny", strings.NewReader(tiny))
	if err != nil || len(list) != 1 {
		t.Fatal(len(list), err)
	}
	a := list[0]
	d := a.Doc
	if d.Text != "He didn't go.\n\nAnkara" || a.Genre != "news" || a.Meta["meta::title"] != "Harbour" {
		t.Errorf("text %q, genre %q, meta %v", d.Text, a.Genre, a.Meta)
	}
	if len(d.Sentences) != 2 || len(d.Paragraphs) != 2 || d.Paragraphs[0].End != 13 || d.Sentences[1].Start != 15 {
		t.Errorf("sentences %v, paragraphs %v", d.Sentences, d.Paragraphs)
	}
	if !d.Tokens[2].Joined || d.Tokens[1].Joined || d.Word(2) != "n't" || d.Tokens[2].Head != 3 || d.Tokens[5].Head != -1 {
		t.Errorf("tokens %+v", d.Tokens)
	}
	if a.Misc[5] != "Entity=(1-place)" {
		t.Errorf("misc %q", a.Misc)
	}
	if _, err := ReadConllu("bad", strings.NewReader("1\tx\n")); err == nil || !strings.HasPrefix(err.Error(), "bad:1: ") {
		t.Errorf("error %v", err)
	}
}
