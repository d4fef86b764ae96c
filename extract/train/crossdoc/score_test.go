package crossdoc

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"dateline/graph"
)

const one = `<Document>
<token t_id="1" sentence="0" number="0">Rebels</token><token t_id="2" sentence="0" number="1">attacked</token>
<token t_id="3" sentence="1" number="0">The</token><token t_id="4" sentence="1" number="1">attack</token><token t_id="5" sentence="1" number="2">failed</token>
<Markables><ACTION_OCCURRENCE m_id="1"><token_anchor t_id="2"/></ACTION_OCCURRENCE>
<ACTION_OCCURRENCE m_id="2"><token_anchor t_id="4"/></ACTION_OCCURRENCE>
<ACTION_STATE m_id="3"><token_anchor t_id="5"/></ACTION_STATE>
<HUMAN_PART m_id="4"><token_anchor t_id="1"/></HUMAN_PART></Markables>
<Relations><CROSS_DOC_COREF r_id="7" note="ACT1"><source m_id="1"/><source m_id="2"/><target m_id="9"/></CROSS_DOC_COREF></Relations>
</Document>`

const two = `<Document>
<token t_id="1" sentence="0" number="0">They</token><token t_id="2" sentence="0" number="1">struck</token>
<Markables><ACTION_OCCURRENCE m_id="1"><token_anchor t_id="2"/></ACTION_OCCURRENCE></Markables>
<Relations><CROSS_DOC_COREF r_id="7" note="ACT1"><source m_id="1"/></CROSS_DOC_COREF></Relations>
</Document>`

// TestScore reads two small articles and scores an event that has one mention in each, and one that joins too much.
func TestScore(t *testing.T) {
	articles, err := ReadECB(fstest.MapFS{
		"1/1_1ecb.xml":                      {Data: []byte(one)},
		"1/1_2ecb.xml":                      {Data: []byte(two)},
		"ECBplus_coreference_sentences.csv": {Data: []byte("Topic,File,Sentence Number\n1,1ecb,0\n1,1ecb,1\n1,2ecb,0\n")},
	})
	if err != nil {
		t.Fatal(err)
	}
	if got := articles[0].Text; got != "Rebels attacked\nThe attack failed\n" || len(articles[0].Mentions) != 3 {
		t.Fatalf("text %q, mentions %v", got, articles[0].Mentions)
	}
	for _, c := range []struct {
		triggers   []string // of one event, "article word"
		all, wrong int
	}{
		{[]string{"1_1ecb attacked", "1_2ecb struck"}, 1, 0},
		{[]string{"1_1ecb attacked", "1_1ecb failed", "1_2ecb struck"}, 2, 1},
	} {
		e := graph.Event{Label: "They struck"}
		for _, s := range c.triggers {
			id, word, _ := strings.Cut(s, " ")
			text := articles[0].Text
			if id == "1_2ecb" {
				text = articles[1].Text
			}
			at := strings.Index(text, word)
			e.Seen = append(e.Seen, graph.Evidence{Source: id, Trigger: graph.Span{Start: at, End: at + len(word)}})
		}
		var r Result
		r.Add(articles, &graph.Graph{Events: []graph.Event{e}})
		if all, wrong := r.Joined(); all != c.all || wrong != c.wrong || r.Found != len(c.triggers) || r.Gold != 4 {
			t.Errorf("%v: %d pairs, %d wrong, %d found of %d", c.triggers, all, wrong, r.Found, r.Gold)
		}
		if n := len(r.Sample(10, 1)); n != c.all {
			t.Errorf("%v: a sample of %d", c.triggers, n)
		}
	}
}

// TestScoreCopies: copies made of articles that have nothing in common are found, and nothing else is.
func TestScoreCopies(t *testing.T) {
	var texts []string
	for i := range 40 {
		var b strings.Builder
		for k := range 12 {
			for w := range 25 {
				fmt.Fprintf(&b, "w%d ", (i*7919+k*104729+w*1299709)%99991)
			}
			b.WriteString("\n")
		}
		texts = append(texts, b.String())
	}
	r := ScoreCopies(texts, 50, 1)
	if r.Made != 50 || r.Found < 48 || r.Bad > 0 {
		t.Error(r)
	}
}
