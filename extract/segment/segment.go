// Package segment divides text into tokens and sentences, after the habits of the English treebanks of Universal
// Dependencies (EWT, GUM): "don't" is do + n't, "Ankara's" is Ankara + 's, "war-torn" is three tokens, "anti-American",
// "U.S.", "11:30" and addresses are one.
//
// Tokens are found by rules over the letters, with word lists in data/lexicon. Where a sentence ends is decided by a
// small linear model among the places where a full stop or the like stands; a paragraph's end always ends a sentence.
package segment

import (
	"bytes"
	"fmt"
	"io/fs"
	"strings"
	"sync"
	"unicode/utf8"

	"dateline/extract"
	"dateline/extract/linear"
)

// ModelFile is where New finds the model.
const ModelFile = "models/segment.bin"

// LongestSentence is the most tokens a sentence can have; a longer one is cut, if possible behind punctuation.
const LongestSentence = 400

// Segmenter divides text; it is safe for use by many goroutines.
type Segmenter struct {
	lexicon *lexicon
	weights linear.Cells
	scratch sync.Pool
}

// New reads word lists and model from files, the data folder.
func New(files fs.FS) (*Segmenter, error) {
	b, err := fs.ReadFile(files, ModelFile)
	if err != nil {
		return nil, err
	}
	s, err := Open(files, b)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", ModelFile, err)
	}
	return s, nil
}

// Open is New with the bytes of a model, which must not change. A nil model ends sentences nowhere but with paragraphs.
func Open(files fs.FS, model []byte) (*Segmenter, error) {
	l, err := readLexicon(files)
	if err != nil {
		return nil, err
	}
	s := &Segmenter{lexicon: l}
	s.scratch.New = func() any { return &scratch{scanner: scanner{lexicon: l}, bounds: Boundaries{lexicon: l}} }
	if model == nil {
		return s, nil
	}
	f, err := linear.Open(model)
	if err != nil {
		return nil, err
	}
	s.weights, err = f.Cells("sentences")
	return s, err
}

// scratch is the working memory of one Run.
type scratch struct {
	scanner
	bounds   Boundaries
	features []uint64
	slots    []uint32
}

// Stage is the segmenter as a step of the pipeline.
func (s *Segmenter) Stage() extract.Stage {
	return extract.Stage{
		Name: "segment", Doc: "tokens and sentences",
		Needs: extract.Paragraphs, Fills: extract.Tokens | extract.Sentences,
		Run: func(d *extract.Document) error {
			w := s.scratch.Get().(*scratch)
			defer s.scratch.Put(w)
			w.text = d.Text
			for _, p := range paragraphs(d) {
				s.paragraph(w, d, p.Start, p.End)
			}
			w.text = ""
			w.bounds.Load("", nil)
			return nil
		},
	}
}

// paragraphs are the document's, or, where it has none, the blocks between blank lines.
func paragraphs(d *extract.Document) []extract.Paragraph {
	if len(d.Paragraphs) > 0 {
		return d.Paragraphs
	}
	var list []extract.Paragraph
	for start := 0; start < len(d.Text); {
		end := len(d.Text)
		if i := strings.Index(d.Text[start:], "\n\n"); i >= 0 {
			end = start + i
		}
		list = append(list, extract.Paragraph{Span: extract.Span{Start: start, End: end}})
		start = end + 2
	}
	return list
}

// Tokens appends the tokens of text[start:end] to a list.
func (s *Segmenter) Tokens(to []extract.Token, text string, start, end int) []extract.Token {
	w := scanner{lexicon: s.lexicon, text: text, tokens: to}
	w.scan(start, end)
	return w.tokens
}

// Boundaries makes the features of sentence ends, for the trainer.
func (s *Segmenter) Boundaries() *Boundaries { return &Boundaries{lexicon: s.lexicon} }

// paragraph divides one paragraph and adds its sentences to d.
func (s *Segmenter) paragraph(w *scratch, d *extract.Document, start, end int) {
	w.tokens = w.tokens[:0]
	w.scan(start, end)
	w.bounds.Load(d.Text, w.tokens)
	from := 0
	for i := range w.tokens {
		w.bounds.Pass(i)
		if i+1 == len(w.tokens) || w.bounds.Candidate(i) && s.ends(w, i) {
			s.sentence(w, d, from, i+1)
			from = i + 1
			w.bounds.Begin(from)
		}
	}
}

// ends tells whether the model ends the sentence after token i.
func (s *Segmenter) ends(w *scratch, i int) bool {
	if s.weights.Bits == 0 {
		return false
	}
	w.features = w.bounds.Features(w.features[:0], i)
	w.slots = w.slots[:0]
	for _, h := range w.features {
		w.slots = append(w.slots, linear.Slot(h, s.weights.Bits))
	}
	return s.weights.Sum(w.slots, 0) > 0
}

// sentence adds the tokens from…to of the paragraph to d as one sentence, or as several if they are too many.
func (s *Segmenter) sentence(w *scratch, d *extract.Document, from, to int) {
	for to-from > LongestSentence {
		cut := cutAt(w, from)
		w.append(d, from, cut)
		from = cut
	}
	w.append(d, from, to)
}

// cutAt is where to cut a sentence that is too long: behind the last punctuation that fits, else at the limit.
func cutAt(w *scratch, from int) int {
	cut := from + LongestSentence
	for i := cut; i > from+LongestSentence/2; i-- {
		r, _ := utf8.DecodeRuneInString(w.text[w.tokens[i-1].Start:])
		if !isWord(r) && !w.tokens[i].Joined {
			return i
		}
	}
	for w.tokens[cut].Joined && cut > from+1 {
		cut--
	}
	return cut
}

// append copies tokens into d. At the end of a sentence an abbreviation gives its stop to the sentence, unless there are
// stops inside it too: "… and The Sun." but "… in the U.S."
func (w *scratch) append(d *extract.Document, from, to int) {
	first := len(d.Tokens)
	d.Tokens = append(d.Tokens, w.tokens[from:to]...)
	t := &d.Tokens[len(d.Tokens)-1]
	if word := w.text[t.Start:t.End]; len(word) > 1 && word[len(word)-1] == '.' && isLetter(word[len(word)-2]) {
		w.buf = linear.Fold(w.buf[:0], word[:len(word)-1])
		if bytes.IndexByte(w.buf, '.') < 0 || w.is(w.buf, last) {
			t.End--
			d.Tokens = append(d.Tokens, extract.Token{Span: extract.Span{Start: t.End, End: t.End + 1}})
		}
	}
	n := len(d.Tokens)
	d.Sentences = append(d.Sentences, extract.Sentence{
		Range: extract.Range{From: first, To: n},
		Span:  extract.Span{Start: d.Tokens[first].Start, End: d.Tokens[n-1].End},
	})
}
