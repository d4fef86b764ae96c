// Package names learns and scores the name tagger of extract/names. It reads the corpora of names that may train what
// ships, brings their types and their habits together, and fits an averaged perceptron over BILOU labels.
package names

import (
	"strings"

	"dateline/extract"
	"dateline/extract/lexicon"
	"dateline/extract/names"
	"dateline/extract/segment"
	"dateline/graph"
)

// Sample is a stretch of a corpus, read as the stage will read it, with its gold names.
type Sample struct {
	Corpus string
	Doc    *extract.Document
	Times  int          // how often it is gone through in an epoch; 0 is once
	Gold   []names.Span // sorted, without overlap; Type indexes names.Types
	// Loose are names whose type the corpus does not tell: none of persons, organisations and places.
	Loose []names.Span
	// Treebank says that the parser whose tags and trees the network reads has learned from these sentences.
	Treebank bool
	// Kinds has a bit per index of names.Types that the corpus annotates.
	Kinds uint32
}

// sets gives each token the labels it may have, a bit each. Where a corpus does not annotate a type, words with a capital
// that it says nothing of may be such names.
func (s *Sample) sets(w *names.Words) []uint32 {
	const loose = 1<<3 | 1<<4 | 1<<5 | 1<<6 // of names.Types
	missing := labelsOf(^s.Kinds & loose)
	sets := make([]uint32, len(s.Doc.Tokens))
	for i := range sets {
		sets[i] = 1
		if w.Capital(i) {
			sets[i] |= missing
		}
	}
	for _, g := range s.Loose {
		for i := g.From; i < g.To; i++ {
			sets[i] = 1 | labelsOf(loose)
		}
	}
	for _, g := range s.Gold {
		for i := g.From; i < g.To; i++ {
			sets[i] = 1 << names.Label(g.Type, i-g.From, g.To-g.From)
		}
	}
	return sets
}

// labelsOf are the labels of the types whose bits are set.
func labelsOf(types uint32) (set uint32) {
	for l := 1; l < names.Labels; l++ {
		if types>>names.TypeOf(l)&1 == 1 {
			set |= 1 << l
		}
	}
	return set
}

// word is a word of a corpus with its label: "" or a prefix B- or I- and a type of names.Types.
type word struct {
	text  string
	begin bool
	kind  graph.Kind
}

// blockSize is how many sentences make an article where a corpus does not tell; the scorer from outside does likewise.
const blockSize = 20

// typeIndex is the index of a kind in names.Types, -1 if the model does not know it.
func typeIndex(k graph.Kind) int {
	for i, t := range names.Types[:names.Learned] {
		if t == k {
			return i
		}
	}
	return -1
}

// reader makes samples: it joins words to text, reads the text with the tokeniser, and carries the labels over.
type reader struct {
	seg extract.Stage
	lex *lexicon.Lexicon
	raw bool // see corpus.Raw
}

func newReader(s *segment.Segmenter, lex *lexicon.Lexicon) reader {
	return reader{seg: s.Stage(), lex: lex}
}

// span is a name in the text of a sample.
type span struct {
	extract.Span
	kind graph.Kind
}

// article makes one sample of sentences.
func (r reader) article(corpus string, sentences [][]word) (Sample, error) {
	var text strings.Builder
	d := &extract.Document{ID: corpus}
	var spans []span
	for _, s := range sentences {
		if text.Len() > 0 {
			text.WriteByte('\n')
		}
		start := text.Len()
		spans = write(&text, s, spans)
		d.Paragraphs = append(d.Paragraphs, extract.Paragraph{Span: extract.Span{Start: start, End: text.Len()}})
	}
	d.Text = text.String()
	if err := r.seg.Run(d); err != nil {
		return Sample{}, err
	}
	out := Sample{Corpus: corpus, Doc: d}
	at := 0
	for _, s := range spans {
		for at < len(d.Tokens) && d.Tokens[at].Start < s.Start {
			at++
		}
		to := at
		for to < len(d.Tokens) && d.Tokens[to].End <= s.End {
			to++
		}
		if to > at && d.Tokens[at].Start == s.Start && d.Tokens[to-1].End == s.End {
			g := names.Span{From: at, To: to, Type: typeIndex(s.kind)}
			if g.Type < 0 {
				out.Loose = append(out.Loose, g)
			} else {
				out.Gold = append(out.Gold, g)
			}
		}
	}
	r.repair(&out)
	return out, nil
}

// write adds the words of a sentence to text, divided by blanks, and its names to spans.
func write(text *strings.Builder, s []word, spans []span) []span {
	open := false
	for i, w := range s {
		if i > 0 {
			text.WriteByte(' ')
		}
		from := text.Len()
		text.WriteString(w.text)
		if open && (w.begin || w.kind != spans[len(spans)-1].kind) {
			open = false
		}
		if w.kind != "" && !open {
			spans = append(spans, span{extract.Span{Start: from}, w.kind})
			open = true
		}
		if open {
			spans[len(spans)-1].End = text.Len()
		}
	}
	return spans
}

// blocks cuts sentences into samples.
func (r reader) blocks(corpus string, sentences [][]word) ([]Sample, error) {
	var out []Sample
	for len(sentences) > 0 {
		n := min(blockSize, len(sentences))
		s, err := r.article(corpus, sentences[:n])
		if err != nil {
			return nil, err
		}
		out = append(out, s)
		sentences = sentences[n:]
	}
	return out, nil
}
