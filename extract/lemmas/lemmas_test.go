package lemmas_test

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"dateline/data"
	"dateline/extract"
	"dateline/extract/lemmas"
)

func shipped(t testing.TB) *lemmas.Lemmatizer {
	l, err := lemmas.New(data.Files)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// fill is the token of a word/UPOS/XPOS.
func fill(l *lemmas.Lemmatizer, word string) extract.Token {
	f := strings.Split(word, "/")
	t := extract.Token{Span: extract.Span{Start: 0, End: len(f[0])}, UPOS: f[1], XPOS: f[2]}
	l.Fill(f[0], &t)
	return t
}

// TestLemmas shows lemmas of known forms, of forms that a rule explains, of made-up words, and of tags that no word has.
func TestLemmas(t *testing.T) {
	l := shipped(t)
	for word, want := range map[string]string{
		"met/VERB/VBD": "meet", "ministers/NOUN/NNS": "minister", "cities/NOUN/NNS": "city", "n't/PART/RB": "not",
		"leaving/VERB/VBG": "leave", "better/ADJ/JJR": "good", "is/AUX/VBZ": "be", "Ankara/PROPN/NNP": "Ankara",
		"25/NUM/CD": "25", "saw/VERB/VBD": "see", "saw/NOUN/NN": "saw", "left/VERB/VBD": "leave", "left/ADJ/JJ": "left",
		"blorbed/VERB/VBD": "blorb", "Snarfs/NOUN/NNS": "snarf", "Zorbia/PROPN/NNP": "Zorbia",
		"1930’s/NOUN/NNS": "1930", "Müllers/PROPN/NNPS": "Müller",
		"went/VERB/??": "went", "Oh/??/??": "oh", "/NOUN/NN": "",
	} {
		if got := fill(l, word).Lemma; got != want {
			t.Errorf("%s has lemma %q, want %q", word, got, want)
		}
	}
}

// TestFeats checks the features that later stages ask for.
func TestFeats(t *testing.T) {
	l := shipped(t)
	for word, want := range map[string]string{
		"workers/NOUN/NNS": "Number=Plur", "had/AUX/VBD": "Tense=Past", "decided/VERB/VBN": "VerbForm=Part",
		"she/PRON/PRP": "Gender=Fem",
	} {
		if got := fill(l, word).Feats; !strings.Contains(got, want) {
			t.Errorf("%s has %s, want %s", word, got, want)
		}
	}
}

// TestClasses: a pair that is not known is the first one with its UPOS, a UPOS that is not known is the first of all.
func TestClasses(t *testing.T) {
	c := lemmas.NewClasses([]string{"NOUN NN", "VERB VB", "NOUN NNS"})
	for i, pair := range [][2]string{{"NOUN", "NN"}, {"VERB", "VB"}, {"NOUN", "NNS"}, {"VERB", "VBZ"}, {"NOUN", ""}, {"X", "NNS"}} {
		if got, want := c.Of(pair[0], pair[1]), []uint32{0, 1, 2, 1, 0, 0}[i]; got != want {
			t.Errorf("%v is class %d, want %d", pair, got, want)
		}
	}
}

// TestMemory checks that a word in small letters that is known costs no memory.
func TestMemory(t *testing.T) {
	l := shipped(t)
	token := extract.Token{Span: extract.Span{Start: 0, End: 3}, UPOS: "VERB", XPOS: "VBD"}
	if n := testing.AllocsPerRun(100, func() { l.Fill("met", &token) }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

// TestBrokenModel checks that a model cut short is refused, not read.
func TestBrokenModel(t *testing.T) {
	b, err := fs.ReadFile(data.Files, lemmas.ModelFile)
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range []int{0, 7, 20, 300, len(b) / 2, len(b) - 1} {
		_, err := lemmas.New(fstest.MapFS{lemmas.ModelFile: {Data: b[:n]}})
		if err == nil || !strings.HasPrefix(err.Error(), lemmas.ModelFile+": ") {
			t.Errorf("first %d bytes: %v", n, err)
		}
	}
}

func BenchmarkFill(b *testing.B) {
	l := shipped(b)
	const text = "officials"
	token := extract.Token{Span: extract.Span{Start: 0, End: len(text)}, UPOS: "NOUN", XPOS: "NNS"}
	for b.Loop() {
		l.Fill(text, &token)
	}
}
