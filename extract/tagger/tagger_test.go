package tagger_test

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"dateline/data"
	"dateline/extract"
	"dateline/extract/segment"
	"dateline/extract/tagger"
)

// read divides and tags a text.
func read(t testing.TB, text string) (*extract.Document, extract.Stage) {
	s, err := segment.New(data.Files)
	if err != nil {
		t.Fatal(err)
	}
	g, err := tagger.New(data.Files)
	if err != nil {
		t.Fatal(err)
	}
	d := &extract.Document{Text: text}
	if err := (extract.Pipeline{s.Stage(), g.Stage()}).Run(d); err != nil {
		t.Fatal(err)
	}
	return d, g.Stage()
}

// TestTags shows tags and lemmas: word/UPOS/XPOS/lemma.
func TestTags(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The ministers met in Ankara on Friday.", "The/DET/DT/the ministers/NOUN/NNS/minister met/VERB/VBD/meet in/ADP/IN/in " +
			"Ankara/PROPN/NNP/Ankara on/ADP/IN/on Friday/PROPN/NNP/Friday ./PUNCT/./."},
		{"She doesn't like the cities' mayors.", "She/PRON/PRP/she does/AUX/VBZ/do n't/PART/RB/not like/VERB/VB/like the/DET/DT/the " +
			"cities/NOUN/NNS/city '/PART/POS/'s mayors/NOUN/NNS/mayor ./PUNCT/./."},
		{"It has been decided that he will be leaving.", "It/PRON/PRP/it has/AUX/VBZ/have been/AUX/VBN/be decided/VERB/VBN/decide " +
			"that/SCONJ/IN/that he/PRON/PRP/he will/AUX/MD/will be/AUX/VB/be leaving/VERB/VBG/leave ./PUNCT/./."},
		{"He bought 25 better maps.", "He/PRON/PRP/he bought/VERB/VBD/buy 25/NUM/CD/25 better/ADJ/JJR/good maps/NOUN/NNS/map ./PUNCT/./."},
	} {
		d, _ := read(t, c.text)
		var got []string
		for i, w := range d.Tokens {
			got = append(got, strings.Join([]string{d.Word(i), w.UPOS, w.XPOS, w.Lemma}, "/"))
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("got  %s\nwant %s", s, c.want)
		}
	}
}

// TestFeats checks the features that later stages ask for.
func TestFeats(t *testing.T) {
	d, _ := read(t, "Workers had decided.")
	for i, want := range []string{"Number=Plur", "Tense=Past", "VerbForm=Part"} {
		if !strings.Contains(d.Tokens[i].Feats, want) {
			t.Errorf("%s has %s, want %s", d.Word(i), d.Tokens[i].Feats, want)
		}
	}
}

// TestAgain checks that tagging is a function of the text, and needs hardly any memory the second time.
func TestAgain(t *testing.T) {
	d, stage := read(t, strings.Repeat("The old bridge over the harbour was closed on Monday, officials said. ", 30))
	before := append([]extract.Token(nil), d.Tokens...)
	n := testing.AllocsPerRun(10, func() { stage.Run(d) })
	if n > float64(len(d.Tokens)/20) {
		t.Errorf("%v allocations for %d tokens", n, len(d.Tokens))
	}
	for i := range before {
		if before[i] != d.Tokens[i] {
			t.Fatalf("token %d was %v, became %v", i, before[i], d.Tokens[i])
		}
	}
}

// TestBrokenModel checks that a model cut short is refused, not read.
func TestBrokenModel(t *testing.T) {
	b, err := fs.ReadFile(data.Files, tagger.ModelFile)
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range []int{0, 7, 20, 300, len(b) / 2, len(b) - 1} {
		_, err := tagger.New(fstest.MapFS{tagger.ModelFile: {Data: b[:n]}})
		if err == nil || !strings.HasPrefix(err.Error(), tagger.ModelFile+": ") {
			t.Errorf("first %d bytes: %v", n, err)
		}
	}
}

func BenchmarkTagger(b *testing.B) {
	d, stage := read(b, strings.Repeat("The old bridge over the harbour was closed on Monday, officials said. ", 100))
	for b.Loop() {
		stage.Run(d)
	}
	b.ReportMetric(float64(len(d.Tokens)*b.N)/b.Elapsed().Seconds(), "tokens/s")
}
