package coref

import (
	"math"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"dateline/extract"
	"dateline/extract/train"
	"dateline/graph"
)

const (
	firstXML = `<Document doc_id="1">
<token t_id="1" sentence="0">Harbour</token><token t_id="2" sentence="0">news</token>
<token t_id="3" sentence="1">May</token><token t_id="4" sentence="1">2,</token>
<token t_id="5" sentence="2">Berg</token><token t_id="6" sentence="2">'s</token><token t_id="7" sentence="2">ship</token><token t_id="8" sentence="2">(</token>
<token t_id="9" sentence="2">Aurora</token><token t_id="10" sentence="2">)</token><token t_id="11" sentence="2">sank</token><token t_id="12" sentence="2">.</token>
<token t_id="13" sentence="3">He</token><token t_id="14" sentence="3">wept</token><token t_id="15" sentence="3">.</token>
<Markables><ENTITY_MENTION m_id="1"><token_anchor t_id="5"/></ENTITY_MENTION><ENTITY_MENTION m_id="2"><token_anchor t_id="13"/></ENTITY_MENTION>
<ENTITY_MENTION m_id="3"><token_anchor t_id="5"/><token_anchor t_id="6"/><token_anchor t_id="7"/></ENTITY_MENTION>
<ENTITY m_id="7" instance_id="PER1"/><ENTITY m_id="8"/><TIMEX3 functionInDocument="CREATION_TIME" value="2005-05-02"/></Markables>
<Relations><REFERS_TO><source m_id="1"/><source m_id="2"/><target m_id="7"/></REFERS_TO>
<REFERS_TO><source m_id="3"/><target m_id="8"/></REFERS_TO></Relations></Document>`
	secondXML = `<Document doc_id="2"><token t_id="1" sentence="0">Berg</token><token t_id="2" sentence="0">sails</token>
<Markables><ENTITY_MENTION m_id="1"><token_anchor t_id="1"/></ENTITY_MENTION><ENTITY m_id="7" instance_id="PER1"/></Markables>
<Relations><REFERS_TO><source m_id="1"/><target m_id="7"/></REFERS_TO></Relations></Document>`
)

func meantime(t *testing.T) []Article {
	t.Helper()
	articles, err := ReadMeantime(fstest.MapFS{"1.xml": {Data: []byte(firstXML)}, "2.xml": {Data: []byte(secondXML)}})
	if err != nil {
		t.Fatal(err)
	}
	return articles
}

func TestReadMeantime(t *testing.T) {
	a := meantime(t)[0]
	if want := "Harbour news\n\nMay 2,\n\nBerg's ship (Aurora) sank. He wept."; a.Doc.Text != want {
		t.Errorf("text %q, want %q", a.Doc.Text, want)
	}
	if len(a.Doc.Paragraphs) != 3 || a.Doc.Published.String() != "2005-05-02" {
		t.Errorf("%d paragraphs, published %s", len(a.Doc.Paragraphs), a.Doc.Published)
	}
	var got []string
	for _, m := range a.Mentions {
		got = append(got, a.Doc.Text[m.Start:m.End]+"="+m.Entity)
	}
	if want := []string{"Berg's ship=1#8", "Berg=PER1", "He=PER1"}; !reflect.DeepEqual(got, want) {
		t.Errorf("mentions %q, want %q", got, want)
	}
}

// TestScoreAcross reads with a stage that finds Berg in both articles and makes each one's pronoun a thing of its own. Of
// the four gold mentions it finds three, as the chains {Berg, Berg} {He} where the gold has {Berg, Berg, He}: MUC has
// recall 1/2 and precision 1; B³ recall (2/3+2/3+1/3)/3 = 5/9 and precision 1; CEAFe pairs the gold chain with the chain
// of two, 2·2/(3+2) = 4/5, which is the recall of one and, halved, the precision of two.
func TestScoreAcross(t *testing.T) {
	read := func(d *extract.Document) error {
		at := strings.Index(d.Text, "Berg")
		add := func(words string, form extract.Form, same int) {
			from := at + strings.Index(d.Text[at:], words)
			n := len(d.Tokens)
			d.Tokens = append(d.Tokens, extract.Token{Span: extract.Span{Start: from, End: from + len(words)}, Head: -1})
			r := extract.Range{From: n, To: n + 1}
			d.Sentences = append(d.Sentences, extract.Sentence{Range: r, Span: d.Tokens[n].Span})
			d.Mentions = append(d.Mentions, extract.Mention{At: r, Head: n, Kind: graph.Organization, Form: form, Name: "Berg", Same: same})
		}
		add("Berg", extract.Name, 0)
		if strings.Contains(d.Text, "He") {
			add("He", extract.Pronoun, 1)
		}
		return nil
	}
	a, err := ScoreAcross(meantime(t), extract.Pipeline{{Name: "test", Run: read}})
	if err != nil {
		t.Fatal(err)
	}
	if a.Gold != 4 || a.Mentions != 3 {
		t.Errorf("%d mentions of %d", a.Mentions, a.Gold)
	}
	for _, c := range []struct {
		name      string
		got, want float64
	}{
		{"MUC recall", a.Found.MUC.Recall(), 50}, {"MUC precision", a.Found.MUC.Precision(), 100},
		{"B3 recall", a.Found.B3.Recall(), 500.0 / 9}, {"B3 precision", a.Found.B3.Precision(), 100},
		{"CEAFe recall", a.Found.CEAFe.Recall(), 80}, {"CEAFe precision", a.Found.CEAFe.Precision(), 40},
	} {
		if math.Abs(c.got-c.want) > 1e-9 {
			t.Errorf("%s is %.2f, not %.2f", c.name, c.got, c.want)
		}
	}
}

// treebank is an article of our own with entities as GUM writes them: she is Ann; they are Ann and Bob; it is nothing; who
// is Bob by the tree.
const treebank = `# newdoc id = GUM_news_test
# meta::dateCreated = 2015-09-30
# newpar
1	Ann	Ann	PROPN	NNP	_	2	nsubj	_	Entity=(1-person-new-s-cf1-1-coref)
2	met	meet	VERB	VBD	_	0	root	_	_
3	Bob	Bob	PROPN	NNP	_	2	obj	_	Entity=(2-person-new-s-cf1-1-coref
4	,	,	PUNCT	,	_	5	punct	_	_
5	who	who	PRON	WP	_	6	nsubj	_	_
6	laughed	laugh	VERB	VBD	_	3	acl:relcl	_	Entity=2)

1	She	she	PRON	PRP	_	2	nsubj	_	Entity=(1-person-giv-s-cf1-1-ana)
2	left	leave	VERB	VBD	_	0	root	_	_

1	It	it	PRON	PRP	_	2	expl	_	_
2	rained	rain	VERB	VBD	_	0	root	_	_

1	They	they	PRON	PRP	_	2	nsubj	_	Entity=(3-person-acc-s-cf1-1-coref)|SplitAnte=1<3,2<3
2	ran	run	VERB	VBD	_	0	root	_	_

`

// TestPronouns puts every pronoun into the chain of Ann: right for she alone. With members the plural is right, too.
func TestPronouns(t *testing.T) {
	read, err := train.ReadConllu("test", strings.NewReader(treebank))
	if err != nil {
		t.Fatal(err)
	}
	articles, err := Gum(read)
	if err != nil {
		t.Fatal(err)
	}
	a := &articles[0]
	d := a.Copy()
	d.Tokens, d.Sentences = a.Gold.Tokens, a.Gold.Sentences
	for i, t := range d.Tokens {
		if form := map[string]extract.Form{"PROPN": extract.Name, "PRON": extract.Pronoun}[t.UPOS]; form != "" {
			d.Mentions = append(d.Mentions, extract.Mention{At: extract.Range{From: i, To: i + 1}, Head: i, Form: form})
		}
	}
	d.Mentions[1].Same = 1
	p := Pronouns{}
	p.Add(a, d)
	want := map[string]Links{"she": {1, 1, 1}, "it": {0, 1, 0}, "they": {1, 1, 0}, "who": {1, 1, 0}}
	check := func() {
		t.Helper()
		for sort, w := range want {
			if *p.rate(sort) != w {
				t.Errorf("%s: %v, want %v", sort, *p.rate(sort), w)
			}
		}
	}
	check()
	they := &d.Mentions[len(d.Mentions)-1]
	they.Same, they.Members = len(d.Mentions)-1, []int{0, 1}
	d.Mentions[2].Same = 1
	p = Pronouns{}
	p.Add(a, d)
	want["they"], want["who"] = Links{1, 1, 1}, Links{1, 1, 1}
	check()
}

// TestLearn learns from choices that the option with feature 1 is right and "none", with feature 3, is not.
func TestLearn(t *testing.T) {
	e := example{options: [][]uint16{{1, 2}, {2}, {3}}, right: []bool{true, false, false}}
	w := learn([]example{e, e, e, e})
	p, right := e.probabilities(w)
	if w[1] <= w[3] || p[0] < 0.6 || right != p[0] {
		t.Errorf("weights %v, probabilities %v", w[:4], p)
	}
	if again := learn([]example{e, e, e, e}); !reflect.DeepEqual(w, again) {
		t.Error("the same examples give other weights")
	}
}
