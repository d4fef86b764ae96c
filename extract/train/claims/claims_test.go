package claims

import (
	"math"
	"strings"
	"testing"
	"testing/fstest"

	"dateline/extract"
	"dateline/extract/train"
	"dateline/graph"
)

const wire = `{"harbour": [{"id": "H 1", "tokens": ["Rey", ",", "the", "mayor", ",", "opened", "the", "bridge", "in", "May"], "tuples": [
 {"arg1": {"words": ["Rey"], "words_indexes": [0]}, "rel": {"words": ["opened"], "words_indexes": [5]},
  "arg2": {"words": ["the", "bridge"], "words_indexes": [6, 7]}, "arg3+": [{"words": ["in", "May"], "words_indexes": [8, 9]}]},
 {"arg1": {"words": ["Rey"], "words_indexes": [0]}, "rel": {"words": ["[is]"], "words_indexes": ["inf"]},
  "arg2": {"words": ["the", "mayor"], "words_indexes": [2, 3]}, "arg3+": []}]}]}`

// TestWire57 counts by hand: a tuple without its last argument, one with a made-up copula, one that fits nothing.
func TestWire57(t *testing.T) {
	list, err := ReadWire57(strings.NewReader(wire))
	if err != nil || len(list) != 1 || len(list[0].Gold) != 2 {
		t.Fatal(list, err)
	}
	for _, c := range []struct {
		name       string
		tuples     []Tuple
		right, met float64
	}{
		{"all words", []Tuple{{Subject: "Rey", Relation: "opened", Args: []string{"the bridge", "in May"}}}, 1, 1},
		{"no time", []Tuple{{Subject: "Rey", Relation: "opened", Args: []string{"the bridge"}}}, 1, 4. / 6},
		{"time in the object", []Tuple{{Subject: "Rey", Relation: "opened", Args: []string{"the bridge in May"}}}, 4. / 6, 4. / 6},
		{"supplied copula", []Tuple{{Subject: "Rey", Relation: "is", Args: []string{"the mayor"}}}, 3. / 4, 1},
		{"other subject", []Tuple{{Subject: "Ash", Relation: "opened", Args: []string{"the bridge"}}}, 0, 0},
		{"nothing twice", []Tuple{{Subject: "Rey", Relation: "opened", Args: []string{"the bridge"}}, {Subject: "Rey", Relation: "opened", Args: []string{"it"}}}, 1, 4. / 6},
	} {
		r := list[0].Compare(c.tuples)
		if math.Abs(r.Right-c.right) > 1e-9 || math.Abs(r.Met-c.met) > 1e-9 || r.Gold != 2 || r.Found != float64(len(c.tuples)) {
			t.Errorf("%s: %+v, want right %.3f met %.3f", c.name, r, c.right, c.met)
		}
	}
}

// TestShares pairs tuples of CaRB one to one and files them under their confidence.
func TestShares(t *testing.T) {
	list, err := ReadCaRB(strings.NewReader("Rey opened the bridge .\topened\tRey\tthe bridge\n"))
	if err != nil || len(list) != 1 {
		t.Fatal(list, err)
	}
	tuples := []Tuple{
		{Subject: "Rey", Relation: "opened", Args: []string{"the bridge"}, Score: 0.95},
		{Subject: "Rey", Relation: "opened", Args: []string{"the old bridge"}, Score: 0.55},
	}
	shares := list[0].Shares(tuples)
	if shares[0] != 1 || shares[1] != 0 {
		t.Error(shares)
	}
	if alone := list[0].Shares(tuples[1:]); math.Abs(alone[0]-4./5) > 1e-9 {
		t.Error(alone)
	}
	var bins [10]Bin
	Reliability(&bins, tuples, shares)
	if bins[9].Tuples != 1 || bins[5].Tuples != 1 || bins[5].Kept != 0 {
		t.Error(bins)
	}
	if c := Calibration(&bins); math.Abs(c-(0.05+0.55)/2) > 1e-9 {
		t.Error(c)
	}
}

const bank = `# newdoc id = a
1	Rain	rain	NOUN	NN	_	2	nsubj	_	_
2	fell	fall	VERB	VBD	_	0	root	_	_

1	He	he	PRON	PRP	_	4	nsubj	_	_
2	soon	soon	ADV	RB	_	4	advmod	_	_
3	may	may	AUX	MD	_	4	aux	_	_
4	go	go	VERB	VB	_	0	root	_	_

`

// TestFactuality aligns judgements whose sentences are one further on than in the treebank, and compares.
func TestFactuality(t *testing.T) {
	list, err := ReadUDS(strings.NewReader(`{"data": {
		"ewt-dev-2": {"ewt-dev-2-semantics-pred-2": {"factuality": {"factual": {"value": 1.2}}}},
		"ewt-dev-3": {"ewt-dev-3-semantics-pred-4": {"factuality": {"factual": {"value": -1.1}}}},
		"ewt-test-1": {"ewt-test-1-semantics-pred-1": {"factuality": {"factual": {"value": 1}}}}}}`), "dev")
	if err != nil || len(list) != 2 {
		t.Fatal(list, err)
	}
	articles, err := train.ReadConllu("bank", strings.NewReader(bank))
	if err != nil {
		t.Fatal(err)
	}
	words := Locate(articles, list)
	if len(words[0]) != 2 || words[0][0].Start != 5 || words[0][1].Start != 22 {
		t.Fatal(words)
	}
	var f Factuality
	f.Add(words[0][0].Judgement, nil)
	f.Add(words[0][1].Judgement, &extract.Clause{Status: graph.Possible, Fact: 0.15})
	f.Add(words[0][1].Judgement, &extract.Clause{Status: graph.Happened, Fact: 1})
	if f.Missed != 1 || math.Abs(f.Accuracy()-2./3) > 1e-9 {
		t.Error(f.String())
	}
	// gold 1.2, −1.1, −1.1 against 1, −0.7, 1
	if r := f.Pearson(); math.Abs(r-0.5) > 1e-9 {
		t.Error(r)
	}
}

// TestSources compares two statements found, one by the wrong source, with three that people marked.
func TestSources(t *testing.T) {
	const text = "“Été,” Ana said rain fell. Critics fear war. Bo hopes."
	files := fstest.MapFS{
		"text/x.txt": {Data: []byte(text)},
		"attributions/x_1.ann": {Data: []byte("T1\tSource 7 10\tAna\nT2\tCue 11 15\tsaid\nT3\tContent 0 6;16 25\t…\nE1\tAttribution:T2 Content:T3 Cue:T2 Source:T1\n" +
			"T4\tSource 27 34\tCritics\nT5\tContent 40 43\twar\nE2\tAttribution:T4 Content:T5 Source:T4\nT6\tSource 45 47\tBo\nT7\tContent 48 53\thopes\nE3\tContent:T7 Source:T6\n")},
	}
	list, err := ReadPolNeAR(files)
	if err != nil || len(list) != 1 || len(list[0].Statements) != 3 {
		t.Fatal(list, err)
	}
	a := list[0]
	if s := a.Statements[0].Source[0]; text[s.Start:s.End] != "Ana" {
		t.Fatal(text[s.Start:s.End])
	}
	d := &extract.Document{Text: text}
	word := func(w string) int { // adds a token
		i := strings.Index(text, w)
		d.Tokens = append(d.Tokens, extract.Token{Span: extract.Span{Start: i, End: i + len(w)}})
		return len(d.Tokens) - 1
	}
	say := func(source, content string) {
		s := word(source)
		said := []extract.Said{{At: extract.Range{From: s, To: s + 1}, Cue: s}}
		d.Clauses = append(d.Clauses, extract.Clause{Head: word(content), Said: said})
	}
	say("Ana", "fell")
	say("rain", "war")
	s := a.Compare(d)
	if s.Statement.Right != 2 || s.Statement.Gold != 3 || s.Found.Right != 1 || s.Found.Found != 2 || s.Found.Gold != 2 || s.All.Gold != 3 {
		t.Errorf("%+v", s)
	}
}

// TestNews reads three events, of which one happened and one is not annotated, and finds the clause of one.
func TestNews(t *testing.T) {
	files := fstest.MapFS{"a/7.xml": {Data: []byte(`<Document><token t_id="1" sentence="0">Rain</token><token t_id="2" sentence="0">set</token>
<token t_id="3" sentence="0">in</token><token t_id="4" sentence="0">snow</token><Markables>
<EVENT_MENTION m_id="5" certainty="CERTAIN" polarity="POS" time="NON_FUTURE"><token_anchor t_id="2"/><token_anchor t_id="3"/></EVENT_MENTION>
<EVENT_MENTION m_id="6" certainty="CERTAIN" polarity="POS" time="FUTURE"><token_anchor t_id="4"/></EVENT_MENTION>
<EVENT_MENTION m_id="7"><token_anchor t_id="1"/></EVENT_MENTION></Markables></Document>`)}}
	list, err := ReadNews(files, "a")
	if err != nil || len(list) != 1 || len(list[0].Events) != 2 {
		t.Fatal(list, err)
	}
	set, snow := list[0].Events[0], list[0].Events[1]
	if set.Value != 1 || snow.Value != -1 || list[0].Doc.Text != "Rain set in snow" {
		t.Errorf("%+v", list[0])
	}
	c := &extract.Clause{}
	if at := map[int]*extract.Clause{9: c}; set.Clause(at) != c || snow.Clause(at) != nil {
		t.Error("wrong clauses")
	}
}
