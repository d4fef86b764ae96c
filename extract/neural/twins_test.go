package neural_test

import (
	"io/fs"
	"strings"
	"testing"

	"dateline/data"
	"dateline/extract"
	"dateline/extract/neural/kernel"
)

// sampleSentences are the lines and sentences of the sample articles.
func sampleSentences(t testing.TB) []string {
	t.Helper()
	files, _ := fs.Glob(data.Files, "samples/*.txt")
	var list []string
	for _, name := range files {
		text, err := fs.ReadFile(data.Files, name)
		if err != nil {
			t.Fatal(err)
		}
		for block := range strings.SplitSeq(string(text), "\n\n") {
			for s := range strings.SplitSeq(strings.Join(strings.Fields(block), " "), ". ") {
				if s = strings.TrimSuffix(s, "."); s != "" {
					list = append(list, s+".")
				}
			}
		}
	}
	return list
}

// recombined are n sentences: the first third of one from the samples with the last third of another, each
// pair once.
func recombined(t testing.TB, n int) *extract.Document {
	t.Helper()
	list := sampleSentences(t)
	var b strings.Builder
	for i := range n {
		head := strings.Fields(list[i%len(list)])
		tail := strings.Fields(list[(i+1+i/len(list)*7)%len(list)])
		b.WriteString(strings.Join(head[:(len(head)+2)/3], " ") + " " + strings.Join(tail[len(tail)-(len(tail)+2)/3:], " ") + "\n")
	}
	return document(b.String())
}

// TestTwins compares the trees that assembly and plain Go make of 2,050 sentences: they may differ in one word of two
// thousand, where two moves are as good as equal.
func TestTwins(t *testing.T) {
	if kernel.Best() == kernel.Plain {
		t.Skip("no AVX2 here")
	}
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	a := recombined(t, 2050)
	b := &extract.Document{Text: a.Text, Sentences: a.Sentences, Tokens: append([]extract.Token(nil), a.Tokens...)}
	run(t, open(t, kernel.Plain), a)
	run(t, open(t, kernel.AVX2), b)
	differ := 0
	for i := range a.Tokens {
		if a.Tokens[i] != b.Tokens[i] {
			differ++
			t.Logf("%q: %+v or %+v", a.Word(i), a.Tokens[i], b.Tokens[i])
		}
	}
	t.Logf("%d sentences, %d tokens, %d differ", len(a.Sentences), len(a.Tokens), differ)
	if len(a.Sentences) < 2000 || differ*2000 > len(a.Tokens) {
		t.Errorf("%d of %d tokens differ in %d sentences", differ, len(a.Tokens), len(a.Sentences))
	}
	if err := trees(a); err != nil {
		t.Error(err)
	}
}
