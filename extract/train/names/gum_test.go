package names

import (
	"fmt"
	"strings"
	"testing"

	"dateline/extract/train"
)

const gumText = `# newdoc id = GUM_news_ferry
# sent_id = 1
# text = the captain of the University of Oslo ferry, Ann Lee, reads Sea Tales at the Harbour Fair
1	the	the	DET	DT	_	2	det	_	Entity=(1-person-new-n-cf1-2-sgl
2	captain	captain	NOUN	NN	_	9	nsubj	_	_
3	of	of	ADP	IN	_	8	case	_	_
4	the	the	DET	DT	_	8	det	_	Entity=(2-object-new-n-cf2-5-sgl(3-organization-new-n-cf3-2-sgl-University_of_Oslo
5	University	university	PROPN	NNP	_	8	compound	_	_
6	of	of	ADP	IN	_	7	case	_	_
7	Oslo	Oslo	PROPN	NNP	_	5	nmod	_	Entity=(4-place-new-n-cf4-1-sgl-Oslo)3)
8	ferry	ferry	NOUN	NN	_	2	nmod	_	Entity=2)1)
9	reads	read	VERB	VBZ	_	0	root	_	_
10	old	old	ADJ	JJ	_	12	amod	_	Entity=(5-abstract-new-n-cf5-3-sgl
11	Sea	sea	PROPN	NNP	_	12	compound	_	_
12	Tales	tale	PROPN	NNPS	_	9	obj	_	Entity=5)
13	at	at	ADP	IN	_	16	case	_	_
14	the	the	DET	DT	_	16	det	_	Entity=(6-event-new-n-cf6-3-sgl
15	Harbour	harbour	PROPN	NNP	_	16	compound	_	_
16	Fair	fair	PROPN	NNP	_	9	obl	_	Entity=6)
17	with	with	ADP	IN	_	18	case	_	_
18	Ann	Ann	PROPN	NNP	_	9	obl	_	Entity=(7-person-new-n-cf7-1-sgl
19	Lee	Lee	PROPN	NNP	_	18	flat	_	_
20	of	of	ADP	IN	_	21	case	_	_
21	Bergen	Bergen	PROPN	NNP	_	18	nmod	_	Entity=(8-place-new-n-cf8-1-sgl)7)

`

// TestGUM cuts names out of noun phrases.
func TestGUM(t *testing.T) {
	list, err := train.ReadConllu("ferry", strings.NewReader(gumText))
	if err != nil || len(list) != 1 {
		t.Fatal(len(list), err)
	}
	var got []string
	for _, s := range gumArticle(&list[0]) {
		for _, w := range s {
			if w.kind != "" && w.begin {
				got = append(got, "|"+string(w.kind))
			}
			if w.kind != "" {
				got = append(got, w.text)
			}
		}
	}
	const want = "[|organization University of Oslo |other Sea Tales |event Harbour Fair |person Ann Lee |place Bergen]"
	if fmt.Sprint(got) != want {
		t.Errorf("got  %v\nwant %s", got, want)
	}
}

// TestRecased takes the capitals away and leaves the spans.
func TestRecased(t *testing.T) {
	s, _ := sample(t)
	r := recased(s)
	if want := strings.ToLower(s.Doc.Text); r.Doc.Text != want || s.Doc.Text == want {
		t.Errorf("%q from %q", r.Doc.Text, s.Doc.Text)
	}
	if len(r.Gold) != len(s.Gold) || len(r.Doc.Tokens) != len(s.Doc.Tokens) {
		t.Error("spans changed")
	}
}
