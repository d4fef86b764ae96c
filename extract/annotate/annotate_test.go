package annotate

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"dateline/extract"
	"dateline/graph"
)

var update = flag.Bool("update", false, "rewrite the expected outputs in testdata")

// meeting is two sentences with every layer filled by hand; words are parted by blanks, "|" ends a sentence, "+" joins
// a word to the one before it.
func meeting() *extract.Document {
	d := &extract.Document{
		ID: "two <leaders>", Origin: "two.txt", Title: "Leaders & talks", Published: graph.DayOf(graph.Date{Year: 2015, Month: 11, Day: 16}),
		PublishedFrom: "metadata", Place: "ANTALYA",
		Text: "Ms Ada Berg met Paul Rey in\nRome on Friday.\n\nShe didn't sign <it>, \"Rey & Co\" said.",
	}
	fill(d, "Ms Ada Berg met Paul Rey in Rome on Friday + . | She did +n't sign + < +it +> +, \" +Rey & Co +\" said +.")
	d.Paragraphs = []extract.Paragraph{{Span: extract.Span{Start: 0, End: 43}}, {Span: extract.Span{Start: 45, End: len(d.Text)}}}
	tree(d)
	at := func(from, to int) extract.Range { return extract.Range{From: from, To: to} }
	d.Mentions = []extract.Mention{
		{At: at(0, 3), Head: 1, Kind: graph.Person, Form: extract.Name, Name: "Ada Berg", Title: "Ms", Same: 0, Gender: 'f', Score: 0.9, By: "names"},
		{At: at(4, 6), Head: 4, Kind: graph.Person, Form: extract.Name, Same: 1, By: "names"},
		{At: at(7, 8), Head: 7, Kind: graph.Place, Form: extract.Name, Known: "place/rome", Same: 2},
		{At: at(11, 12), Head: 11, Kind: graph.Person, Form: extract.Pronoun, Same: 0, By: "coref/pronoun"},
		{At: at(16, 17), Head: 16, Kind: graph.Other, Form: extract.Pronoun, Same: 4},
		{At: at(20, 23), Head: 20, Kind: graph.Organization, Form: extract.Name, Same: 5, Members: []int{1}},
	}
	friday := graph.DayOf(graph.Date{Year: 2015, Month: 11, Day: 13})
	d.Times = []extract.Timex{{At: at(9, 10), Type: "DATE", Value: "2015-11-13", When: friday, Rule: "times/weekday", Reason: "Friday before 2015-11-16"}}
	d.Clauses = []extract.Clause{
		{Predicate: at(3, 4), Head: 3, Lemma: "meet", Kind: "verb", Parent: -1, Tense: "past", By: "verb", Args: []extract.Argument{
			{Slot: "subject", At: at(0, 3), Head: 1, Clause: -1}, {Slot: "object", At: at(4, 6), Head: 4, Clause: -1},
			{Slot: "oblique", Case: "in", At: at(7, 8), Head: 7, Clause: -1}, {Slot: "oblique", Case: "on", At: at(9, 10), Head: 9, Clause: -1}}},
		{Predicate: at(12, 15), Head: 14, Lemma: "sign", Kind: "verb", Sentence: 1, Parent: 2, Link: "ccomp", Tense: "past", Negated: true,
			Args: []extract.Argument{{Slot: "subject", At: at(11, 12), Head: 11, Clause: -1}, {Slot: "object", At: at(16, 17), Head: 16, Clause: -1}}},
		{Predicate: at(24, 25), Head: 24, Lemma: "say", Kind: "verb", Sentence: 1, Parent: -1, Tense: "past",
			Args: []extract.Argument{{Slot: "subject", At: at(20, 23), Head: 20, Clause: -1}, {Slot: "clause", At: at(11, 18), Head: 14, Clause: 1}}},
	}
	d.Events = []extract.Event{
		{At: at(3, 4), Head: 3, Type: "CONSULT", Lemma: "meet", Label: "Ada Berg met Paul Rey", Status: graph.Happened, Place: 2, By: "events/consult.yaml:3", Score: 0.8,
			When: graph.When{Time: friday, Reason: "on Friday"}, Roles: []extract.EventRole{
				{Name: "agent", At: at(0, 3), Mention: 0, Text: "Ms Ada Berg"}, {Name: "agent", At: at(4, 6), Mention: 1, Text: "Paul Rey"}}},
		{At: at(14, 15), Head: 14, Clause: 1, Sentence: 1, Lemma: "sign", Label: "Ada Berg did not sign it", Status: graph.Denied, Place: -1,
			Attribution: []extract.Said{{Mention: 5, Text: "Rey & Co", Verb: "said"}}, Quantities: []graph.Quantity{{What: "signed", AtLeast: 1}},
			Roles: []extract.EventRole{{Name: "agent", At: at(11, 12), Mention: 3, Text: "She"}, {Name: "patient", At: at(16, 17), Mention: -1, Text: "it"}}},
	}
	d.Relations = []extract.Relation{{Type: "head-of", From: 1, To: 5, By: "relations/company.yaml:1"}}
	d.Links = []extract.Link{{Type: "before", From: 0, To: 1, By: "order"}}
	d.Skipped = []extract.Skip{{Line: 9, Text: "Subscribe now", Reason: "subscription offer"}}
	return d
}

// fill finds the words in the text one after the other.
func fill(d *extract.Document, words string) {
	at, from := 0, 0
	end := func() {
		d.Sentences = append(d.Sentences, extract.Sentence{Range: extract.Range{From: from, To: len(d.Tokens)},
			Span: extract.Span{Start: d.Tokens[from].Start, End: d.Tokens[len(d.Tokens)-1].End}})
		from = len(d.Tokens)
	}
	for _, w := range strings.Fields(words) {
		if w == "|" {
			end()
			continue
		}
		if w == "+" {
			continue
		}
		w = strings.TrimPrefix(w, "+")
		start := at + strings.Index(d.Text[at:], w)
		at = start + len(w)
		d.Tokens = append(d.Tokens, extract.Token{Span: extract.Span{Start: start, End: at}, Joined: w == "n't",
			UPOS: "X", Lemma: strings.ToLower(w)})
	}
	end()
}

// tree hangs all words of a sentence on its verb.
func tree(d *extract.Document) {
	for i := range d.Tokens {
		head := 3
		if d.SentenceOf(i) == 1 {
			head = 24
		}
		d.Tokens[i].Head, d.Tokens[i].Rel = head, "dep"
		if i == head {
			d.Tokens[i].Head, d.Tokens[i].Rel = -1, "root"
		}
	}
}

// TestFormats compares what each format prints with testdata; -update rewrites it.
func TestFormats(t *testing.T) {
	path := filepath.Join("testdata", "meeting.txtar")
	want, _ := txtar.ParseFile(path)
	got := &txtar.Archive{Comment: []byte("What each format prints of the Document in annotate_test.go.\n\n")}
	for _, f := range Formats {
		var b bytes.Buffer
		if err := f.Write(&b, meeting()); err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		got.Files = append(got.Files, txtar.File{Name: f.Name, Data: b.Bytes()})
	}
	var b bytes.Buffer
	if err := Layers(&b, meeting(), extract.Paragraphs|everything); err != nil {
		t.Fatal(err)
	}
	got.Files = append(got.Files, txtar.File{Name: "layers", Data: b.Bytes()})
	if *update {
		if err := os.WriteFile(path, txtar.Format(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if want == nil {
		t.Fatal("no testdata/meeting.txtar")
	}
	if diff := cmp.Diff(string(txtar.Format(want)), string(txtar.Format(got))); diff != "" {
		t.Error(diff)
	}
}

// TestEmpty: an article without a word is no error in any format.
func TestEmpty(t *testing.T) {
	for _, f := range Formats {
		if err := f.Write(io.Discard, &extract.Document{ID: "empty"}); err != nil {
			t.Errorf("%s: %v", f.Name, err)
		}
	}
}

// TestTimeML proves that the output is XML and that its text is the article's, byte for byte.
func TestTimeML(t *testing.T) {
	d := meeting()
	for _, text := range []string{d.Text, "a\r\nb\tc ]]> &amp; 'q' \"r\" é\u2028", ""} {
		d.Text = text
		if text != meeting().Text {
			d.Times = nil
		}
		if got := inText(t, d); got != text {
			t.Errorf("got %q, want %q", got, text)
		}
	}
}

// inText is the characters between <TEXT> and </TEXT>.
func inText(t *testing.T, d *extract.Document) string {
	t.Helper()
	f, _ := Find("timeml")
	var b bytes.Buffer
	if err := f.Write(&b, d); err != nil {
		t.Fatal(err)
	}
	dec, inside, out := xml.NewDecoder(&b), false, ""
	for {
		tok, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			t.Fatal(err)
		}
		switch k := tok.(type) {
		case xml.StartElement:
			inside = inside || k.Name.Local == "TEXT"
		case xml.EndElement:
			inside = inside && k.Name.Local != "TEXT"
		case xml.CharData:
			if inside {
				out += string(k)
			}
		}
	}
}

// FuzzWrite puts any text into a Document of one word and wants well-formed output from every format.
func FuzzWrite(f *testing.F) {
	f.Add("Berlin", "a.txt")
	f.Add("</TEXT>\x00\u202e", "\"<&\n#")
	f.Fuzz(func(t *testing.T, text, id string) {
		if !utf8.ValidString(text) || !utf8.ValidString(id) || text == "" {
			t.Skip()
		}
		d := &extract.Document{ID: id, Text: text, Tokens: []extract.Token{{Span: extract.Span{End: len(text)}, Head: -1}},
			Sentences: []extract.Sentence{{Range: extract.Range{To: 1}, Span: extract.Span{End: len(text)}}},
			Times:     []extract.Timex{{At: extract.Range{To: 1}, Type: "DATE", Value: "2015"}}}
		inText(t, d)
		for _, format := range Formats {
			var b bytes.Buffer
			if err := format.Write(&b, d); err != nil {
				t.Fatal(err)
			}
			if format.Name == "json" || format.Name == "text" {
				var v struct{ ID, Text string }
				if err := json.Unmarshal(b.Bytes(), &v); err != nil || v.Text != text || v.ID != id {
					t.Fatalf("%s: %v %q", format.Name, err, v)
				}
			}
			if format.Name == "conllu" && strings.Count(b.String(), "\n") != 6 {
				t.Fatalf("%q", b.String())
			}
		}
	})
}
