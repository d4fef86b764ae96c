package mend_test

import (
	"fmt"
	"strings"
	"testing"

	"dateline/data"
	"dateline/extract"
	"dateline/extract/mend"
	"dateline/extract/rules"
)

// A tree as "form/UPOS/XPOS/head/relation", heads counted from 1, 0 = root.
var cases = []struct{ name, in, want string }{
	{"a speaker tied to what stood under \"as\"",
		"Plays/NOUN/NNS/2/nsubj:pass stopped/VERB/VBN/0/root as/ADP/IN/4/case signs/NOUN/NNS/2/obl of/ADP/IN/6/case grief/NOUN/NN/4/nmod and/CCONJ/CC/8/cc media/NOUN/NNS/6/conj said/VERB/VBD/2/conj so/ADV/RB/9/advmod",
		"Plays←stopped nsubj:pass; stopped←- root; as←signs case; signs←stopped obl; of←grief case; grief←signs nmod; and←said cc; media←said nsubj; said←stopped conj; so←said advmod"},
	{"a conjunction read as a preposition",
		"It/PRON/PRP/4/nsubj was/AUX/VBD/4/cop their/PRON/PRP$/4/nmod:poss meeting/NOUN/NN/9/nsubj since/ADP/IN/6/case Spain/PROPN/NNP/4/nmod in/ADP/IN/8/case May/PROPN/NNP/4/nmod closed/VERB/VBD/0/root ports/NOUN/NNS/9/obj",
		"It←meeting nsubj; was←meeting cop; their←meeting nmod:poss; meeting←- root; since←closed mark; Spain←closed nsubj; in←May case; May←closed obl; closed←meeting advcl; ports←closed obj"},
	{"names read as objects of the opening participle",
		"Leaving/VERB/VBG/7/csubj doubts/NOUN/NNS/1/obj ,/PUNCT/,/4/punct Ana/PROPN/NNP/2/conj and/CCONJ/CC/6/cc Bo/PROPN/NNP/2/conj met/VERB/VBD/0/root",
		"Leaving←met advcl; doubts←Leaving obj; ,←Ana punct; Ana←met nsubj; and←Bo cc; Bo←Ana conj; met←- root"},
	{"an apposition between the subject and its verb",
		"Ana/PROPN/NNP/2/nsubj spoke/VERB/VBD/0/root after/ADP/IN/4/case Bo/PROPN/NNP/2/obl ,/PUNCT/,/6/punct head/NOUN/NN/4/appos of/ADP/IN/8/case staff/NOUN/NN/6/nmod ,/PUNCT/,/10/punct left/VERB/VBD/2/conj",
		"Ana←spoke nsubj; spoke←- root; after←left mark; Bo←left nsubj; ,←head punct; head←Bo appos; of←staff case; staff←head nmod; ,←left punct; left←spoke advcl"},
	{"a past form read as an infinitive",
		"Ana/PROPN/NNP/2/nsubj spoke/VERB/VBD/0/root after/ADP/IN/4/case Spain/PROPN/NNP/2/obl shot/VERB/VB/2/advcl birds/NOUN/NNS/5/obj",
		"Ana←spoke nsubj; spoke←- root; after←shot mark; Spain←shot nsubj; shot←spoke advcl; birds←shot obj"},
	{"a month before its subject",
		"In/ADP/IN/3/case May/PROPN/NNP/3/compound Spain/PROPN/NNP/4/obl closed/VERB/VBD/0/root ports/NOUN/NNS/4/obj",
		"In←May case; May←closed obl; Spain←closed nsubj; closed←- root; ports←closed obj"},
	{"a month in the title of its subject",
		"In/ADP/IN/3/case June/PROPN/NNP/3/compound President/PROPN/NNP/4/nmod:desc Ana/PROPN/NNP/5/nsubj met/VERB/VBD/0/root Bo/PROPN/NNP/5/obj",
		"In←June case; June←met obl; President←Ana nmod:desc; Ana←met nsubj; met←- root; Bo←met obj"},
	{"a day that is a part of the name",
		"On/ADP/IN/3/case Sunday/PROPN/NNP/3/compound Times/PROPN/NNP/5/obl Ana/PROPN/NNP/5/nsubj wrote/VERB/VBD/0/root",
		"On←Times case; Sunday←Times compound; Times←wrote obl; Ana←wrote nsubj; wrote←- root"},
	{"what somebody is to do",
		"Ana/PROPN/NNP/4/nsubj:outer is/AUX/VBZ/4/cop to/PART/TO/4/mark marry/VERB/VB/0/root Bo/PROPN/NNP/4/obj",
		"Ana←marry nsubj; is←marry aux; to←marry mark; marry←- root; Bo←marry obj"},
	{"what a plan is",
		"Plans/NOUN/NNS/4/nsubj:outer are/AUX/VBP/4/cop to/PART/TO/4/mark sell/VERB/VB/0/root it/PRON/PRP/4/obj",
		"Plans←sell nsubj:outer; are←sell cop; to←sell mark; sell←- root; it←sell obj"},
	{"a participle of a name",
		"Ana/PROPN/NNP/2/nsubj won/VERB/VBD/0/root with/ADP/IN/4/case Bo/PROPN/NNP/2/obl coming/VERB/VBG/4/acl third/ADV/RB/5/advmod",
		"Ana←won nsubj; won←- root; with←coming mark; Bo←coming nsubj; coming←won advcl; third←coming advmod"},
	{"what something ends in",
		"It/PRON/PRP/2/nsubj ended/VERB/VBD/0/root in/ADP/IN/4/case police/NOUN/NNS/2/obl using/VERB/VBG/4/acl gas/NOUN/NN/5/obj",
		"It←ended nsubj; ended←- root; in←using mark; police←using nsubj; using←ended advcl; gas←using obj"},
	{"a participle of a common noun",
		"It/PRON/PRP/2/nsubj began/VERB/VBD/0/root with/ADP/IN/4/case police/NOUN/NNS/2/obl using/VERB/VBG/4/acl gas/NOUN/NN/5/obj",
		"It←began nsubj; began←- root; with←police case; police←began obl; using←police acl; gas←using obj"},
	{"an age between the subject and its verb",
		"Ana/PROPN/NNP/0/root ,/PUNCT/,/3/punct 26/NUM/CD/1/amod ,/PUNCT/,/5/punct married/VERB/VBN/3/acl Bo/PROPN/NNP/5/obj in/ADP/IN/8/case May/PROPN/NNP/1/nmod ./PUNCT/./1/punct",
		"Ana←married nsubj; ,←26 punct; 26←Ana amod; ,←married punct; married←- root; Bo←married obj; in←May case; May←married obl; .←married punct"},
	{"a past tense read as an attribute",
		"Sales/NOUN/NNS/0/root at/ADP/IN/3/case Acme/PROPN/NNP/1/nmod fell/VERB/VBD/3/acl sharply/ADV/RB/4/advmod ./PUNCT/./1/punct",
		"Sales←fell nsubj; at←Acme case; Acme←Sales nmod; fell←- root; sharply←fell advmod; .←fell punct"},
	{"a title before the subject",
		"Editor/NOUN/NN/0/root Ana/PROPN/NNP/3/nsubj resigned/VERB/VBD/1/acl:relcl ./PUNCT/./1/punct",
		"Editor←Ana nmod:desc; Ana←resigned nsubj; resigned←- root; .←resigned punct"},
	{"a sentence without a verb",
		"Songs/NOUN/NNS/0/root given/VERB/VBN/1/acl away/ADV/RB/2/advmod ./PUNCT/./1/punct",
		"Songs←- root; given←Songs acl; away←given advmod; .←Songs punct"},
	{"a verb inside the commas",
		"Songs/NOUN/NNS/0/root ,/PUNCT/,/3/punct loved/VERB/VBN/1/acl ,/PUNCT/,/1/punct sung/VERB/VBN/1/acl ./PUNCT/./1/punct",
		"Songs←- root; ,←loved punct; loved←Songs acl; ,←Songs punct; sung←Songs acl; .←Songs punct"},
	{"a verb of saying behind a comma",
		"Few/ADJ/JJ/2/nsubj recovered/VERB/VBD/0/root savings/NOUN/NNS/2/obj ,/PUNCT/,/6/punct Ana/PROPN/NNP/6/nsubj said/VERB/VBD/3/acl:relcl",
		"Few←recovered nsubj; recovered←- root; savings←recovered obj; ,←said punct; Ana←said nsubj; said←recovered parataxis"},
	{"who, tied to a thing",
		"It/PRON/PRP/2/nsubj had/VERB/VBD/0/root seeds/NOUN/NN/2/obj of/ADP/IN/6/case his/PRON/PRP$/6/nmod:poss father/NOUN/NN/3/nmod Bo/PROPN/NNP/6/appos ,/PUNCT/,/10/punct who/PRON/WP/10/nsubj died/VERB/VBD/3/acl:relcl",
		"It←had nsubj; had←- root; seeds←had obj; of←father case; his←father nmod:poss; father←seeds nmod; Bo←father appos; ,←died punct; who←died nsubj; died←father acl:relcl"},
	{"who, tied to somebody",
		"The/DET/DT/2/det wife/NOUN/NN/7/nsubj of/ADP/IN/4/case Ministers/PROPN/NNP/2/nmod who/PRON/WP/6/nsubj sang/VERB/VBD/2/acl:relcl left/VERB/VBD/0/root",
		"The←wife det; wife←left nsubj; of←Ministers case; Ministers←wife nmod; who←sang nsubj; sang←wife acl:relcl; left←- root"},
	{"a noun phrase torn in two",
		"Ana/PROPN/NNP/2/nsubj said/VERB/VBD/0/root the/DET/DT/4/det Savings/PROPN/NNP/2/obj Bill/PROPN/NNP/7/nsubj would/AUX/MD/7/aux pass/VERB/VB/4/acl:relcl",
		"Ana←said nsubj; said←- root; the←Bill det; Savings←Bill compound; Bill←pass nsubj; would←pass aux; pass←said ccomp"},
	{"a preposition hung on the verb",
		"Working/VERB/VBG/4/advcl for/ADP/IN/1/case Ana/PROPN/NNP/1/obj left/VERB/VBD/0/root",
		"Working←left advcl; for←Ana case; Ana←Working obl; left←- root"},
	{"the object of a result",
		"They/PRON/PRP/2/nsubj shot/VERB/VBD/0/root dead/ADJ/JJ/2/xcomp a/DET/DT/5/det thief/NOUN/NN/3/obj",
		"They←shot nsubj; shot←- root; dead←shot xcomp; a←thief det; thief←shot obj"},
	{"what something is made",
		"They/PRON/PRP/2/nsubj made/VERB/VBD/0/root trade/NOUN/NN/2/obj one/NUM/CD/2/obj of/ADP/IN/7/case their/PRON/PRP$/7/nmod:poss aims/NOUN/NNS/4/nmod",
		"They←made nsubj; made←- root; trade←made obj; one←made xcomp; of←aims case; their←aims nmod:poss; aims←one nmod"},
	{"all but some",
		"They/PRON/PRP/2/nsubj sold/VERB/VBD/0/root all/DET/DT/5/det but/CCONJ/CC/5/cc nine/NUM/CD/2/obj",
		"They←sold nsubj; sold←- root; all←nine advmod; but←all fixed; nine←sold obj"},
	{"all, but not some",
		"They/PRON/PRP/2/nsubj sold/VERB/VBD/0/root all/DET/DT/2/obj but/CCONJ/CC/5/cc 92/NUM/CD/4/obj ships/NOUN/NNS/2/conj",
		"They←sold nsubj; sold←- root; all←92 advmod; but←all fixed; 92←sold obj; ships←sold conj"},
	{"two finite verbs and nothing between",
		"Goals/NOUN/NNS/2/nsubj set/VERB/VBD/0/root in/ADP/IN/4/case Rome/PROPN/NNP/2/obl were/AUX/VBD/6/aux:pass missed/VERB/VBN/2/conj",
		"Goals←missed nsubj:pass; set←Goals acl; in←Rome case; Rome←set obl; were←missed aux:pass; missed←- root"},
	{"what a claim is",
		"A/DET/DT/2/det claim/NOUN/NN/7/nsubj that/PRON/WDT/5/obj Ana/PROPN/NNP/5/nsubj worked/VERB/VBD/2/acl:relcl there/ADV/RB/5/advmod fell/VERB/VBD/0/root",
		"A←claim det; claim←fell nsubj; that←worked mark; Ana←worked nsubj; worked←claim acl; there←worked advmod; fell←- root"},
	{"a gerund of a noun",
		"Ana/PROPN/NNP/2/nsubj saw/VERB/VBD/0/root stress/NOUN/NN/2/obj on/SCONJ/IN/5/mark selling/VERB/VBG/2/advcl",
		"Ana←saw nsubj; saw←- root; stress←saw obj; on←selling mark; selling←stress acl"},
	{"a subject read as a conjunct of an object",
		"They/PRON/PRP/2/nsubj called/VERB/VBD/0/root it/PRON/PRP/2/obj art/NOUN/NN/2/xcomp and/CCONJ/CC/6/cc members/NOUN/NNS/4/conj left/VERB/VBD/4/acl",
		"They←called nsubj; called←- root; it←called obj; art←called xcomp; and←left cc; members←left nsubj; left←called conj"},
	{"a conjunct that does not agree",
		"They/PRON/PRP/2/nsubj saw/VERB/VBD/0/root men/NOUN/NNS/2/obj and/CCONJ/CC/5/cc boys/NOUN/NNS/3/conj was/AUX/VBD/7/aux:pass sold/VERB/VBN/3/acl",
		"They←saw nsubj; saw←- root; men←saw obj; and←boys cc; boys←men conj; was←sold aux:pass; sold←men acl"},
	{"a list of names read as an apposition",
		"They/PRON/PRP/2/nsubj met/VERB/VBD/0/root Ana/PROPN/NNP/2/obj Berg/PROPN/NNP/3/flat ,/PUNCT/,/6/punct Bo/PROPN/NNP/3/appos Rey/PROPN/NNP/6/flat and/CCONJ/CC/9/cc Cy/PROPN/NNP/6/conj Lund/PROPN/NNP/9/flat",
		"They←met nsubj; met←- root; Ana←met obj; Berg←Ana flat; ,←Bo punct; Bo←Ana conj; Rey←Bo flat; and←Cy cc; Cy←Bo conj; Lund←Cy flat"},
	{"a relative clause that does not agree",
		"Bonds/NOUN/NNS/8/nsubj in/ADP/IN/4/case the/DET/DT/4/det name/NOUN/NN/1/nmod which/PRON/WDT/7/nsubj:pass were/AUX/VBD/7/aux:pass sold/VERB/VBN/4/acl:relcl fell/VERB/VBD/0/root",
		"Bonds←fell nsubj; in←name case; the←name det; name←Bonds nmod; which←sold nsubj:pass; were←sold aux:pass; sold←Bonds acl:relcl; fell←- root"},
	{"a title read as a verb",
		"heads/NOUN/NNS/6/nsubj ,/PUNCT/,/3/punct Acting/VERB/VBG/1/parataxis Captain/PROPN/NNP/3/obj Rey/PROPN/NNP/4/flat left/VERB/VBD/0/root",
		"heads←left nsubj; ,←Captain punct; Acting←Captain amod; Captain←heads appos; Rey←Captain flat; left←- root"},
	{"a participle that opens a sentence",
		"Leaving/VERB/VBG/4/advcl Rome/PROPN/NNP/1/obj ,/PUNCT/,/1/punct left/VERB/VBD/0/root",
		"Leaving←left advcl; Rome←Leaving obj; ,←Leaving punct; left←- root"},
	{"a source read as a verb",
		"Sales/NOUN/NNS/2/nsubj fell/VERB/VBD/0/root according/VERB/VBG/5/mark to/ADP/IN/3/fixed research/VERB/VB/2/advcl",
		"Sales←fell nsubj; fell←- root; according←research case; to←according fixed; research←fell obl"},
	{"two subjects side by side",
		"Software/NOUN/NN/2/compound giant/NOUN/NN/4/nsubj Acme/PROPN/NNP/4/nsubj fell/VERB/VBD/0/root",
		"Software←giant compound; giant←Acme nmod:desc; Acme←fell nsubj; fell←- root"},
	{"a name before its noun",
		"Acme/PROPN/NNP/3/nsubj shares/NOUN/NNS/3/nsubj fell/VERB/VBD/0/root",
		"Acme←shares compound; shares←fell nsubj; fell←- root"},
	{"words tied by hyphens that all hang on the verb",
		"Ana/PROPN/NNP/2/nsubj took/VERB/VBD/0/root back/ADV/RB/2/advmod -/PUNCT/HYPH/5/punct to/ADP/IN/7/case -/PUNCT/HYPH/5/punct back/ADV/RB/2/advmod wins/NOUN/NNS/2/obj",
		"Ana←took nsubj; took←- root; back←wins amod; -←to punct; to←back case; -←to punct; back←wins amod; wins←took obj"},
	{"a number behind its noun",
		"number/NOUN/NN/6/nsubj five/NUM/CD/1/appos ,/PUNCT/,/4/punct Ana/PROPN/NNP/2/appos ,/PUNCT/,/4/punct won/VERB/VBD/0/root",
		"number←won nsubj; five←number nummod; ,←Ana punct; Ana←number appos; ,←Ana punct; won←- root"},
	{"words tied by hyphens",
		"Ana/PROPN/NNP/2/nsubj sold/VERB/VBD/0/root out/ADP/RP/2/advmod -/PUNCT/HYPH/3/punct of/ADP/IN/7/case -/PUNCT/HYPH/5/punct form/NOUN/NN/8/compound birds/NOUN/NNS/2/obj",
		"Ana←sold nsubj; sold←- root; out←birds amod; -←out punct; of←form case; -←of punct; form←birds compound; birds←sold obj"},
	{"nothing to mend",
		"Ana/PROPN/NNP/2/nsubj left/VERB/VBD/0/root after/ADP/IN/4/case lunch/NOUN/NN/2/obl",
		"Ana←left nsubj; left←- root; after←lunch case; lunch←left obl"},
	{"an order has no subject",
		"Read/VERB/VBP/0/root this/PRON/DT/1/obj",
		"Read←- root; this←Read obj"},
}

func TestTrees(t *testing.T) {
	for _, c := range cases {
		d := document(t, c.in)
		mend.Trees(d, words(t))
		if got := tree(d); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
		oneRoot(t, d)
	}
}

// TestAnyTree mends trees of all shapes and asks only that they stay trees.
func TestAnyTree(t *testing.T) {
	tags := []string{"VERB/VBD", "NOUN/NN", "ADP/IN", "PUNCT/,", "PROPN/NNP", "VERB/VBG", "CCONJ/CC", "ADV/RB", "VERB/VBN", "VERB/VB", "AUX/VBZ"}
	set := words(t)
	rels := []string{"nsubj", "obl", "case", "csubj", "conj", "nmod", "advcl", "cc", "cop", "acl", "acl:relcl", "nsubj:outer", "mark", "compound", "aux", "obj", "xcomp", "flat"}
	for seed := range 9000 {
		var b strings.Builder
		n := 3 + seed%9
		for i := range n {
			x := (seed*31 + i*i*7 + i*seed*13) & 0xffff
			head := 0
			if i > 0 {
				head = 1 + x%i
			}
			word := []string{"since", "a", ",", "and", "-", "with", "said", "May", "to", "all", "but"}[x%11]
			fmt.Fprintf(&b, "%s/%s/%d/%s ", word, tags[x/3%len(tags)], head, rels[x/5%len(rels)])
		}
		if seed%3 > 0 {
			fmt.Fprintf(&b, "./PUNCT/./1/punct")
		}
		d := document(t, strings.TrimSpace(b.String()))
		mend.Trees(d, set)
		oneRoot(t, d)
	}
}

func words(t *testing.T) *rules.Set {
	set, err := rules.Load(data.Files)
	if err != nil {
		t.Fatal(err)
	}
	return set
}

func document(t *testing.T, s string) *extract.Document {
	d := &extract.Document{}
	for _, w := range strings.Fields(s) {
		c := strings.SplitN(w, "/", 4)
		if strings.HasPrefix(w, ",/") {
			c = strings.SplitN(w, "/", 4)
		}
		var head int
		rest := strings.SplitN(c[3], "/", 2)
		if _, err := fmt.Sscan(rest[0], &head); err != nil {
			t.Fatal(w, err)
		}
		start := len(d.Text)
		if c[0] == "-" {
			d.Text = strings.TrimSuffix(d.Text, " ") // a hyphen ties its neighbours
			start = len(d.Text)
		}
		d.Text += c[0]
		if c[0] != "-" {
			d.Text += " "
		}
		d.Tokens = append(d.Tokens, extract.Token{Span: extract.Span{Start: start, End: start + len(c[0])}, UPOS: c[1], XPOS: c[2], Lemma: lemma(c[0]), Head: head - 1, Rel: rest[1]})
	}
	d.Sentences = []extract.Sentence{{Range: extract.Range{From: 0, To: len(d.Tokens)}}}
	return d
}

// lemma is that of a word of the cases where it matters, else the word.
func lemma(word string) string {
	switch word {
	case "ended":
		return "end"
	case "made":
		return "make"
	case "said":
		return "say"
	}
	return word
}

func tree(d *extract.Document) string {
	var parts []string
	for i, t := range d.Tokens {
		head := "-"
		if t.Head >= 0 {
			head = d.Word(t.Head)
		}
		parts = append(parts, fmt.Sprintf("%s←%s %s", d.Word(i), head, t.Rel))
	}
	return strings.Join(parts, "; ")
}

func oneRoot(t *testing.T, d *extract.Document) {
	t.Helper()
	roots := 0
	for i := range d.Tokens {
		if d.Tokens[i].Head < 0 {
			roots++
		}
		steps := 0
		for j := i; j >= 0; j = d.Tokens[j].Head {
			if steps++; steps > len(d.Tokens) {
				t.Fatalf("a ring in %s", tree(d))
			}
		}
	}
	if roots != 1 {
		t.Fatalf("%d roots in %s", roots, tree(d))
	}
}
