package train

import (
	"dateline/extract"
)

// Syntax counts what was right among gold tokens.
type Syntax struct {
	Tokens, UPOS, XPOS, Lemma, Feats, UAS, LAS int
}

// Add adds the counts of b.
func (a *Syntax) Add(b Syntax) {
	a.Tokens += b.Tokens
	a.UPOS += b.UPOS
	a.XPOS += b.XPOS
	a.Lemma += b.Lemma
	a.Feats += b.Feats
	a.UAS += b.UAS
	a.LAS += b.LAS
}

// Bare is a copy of the gold document with its text, paragraphs, tokens and sentences, and nothing else.
func Bare(gold *extract.Document) *extract.Document {
	d := &extract.Document{ID: gold.ID, Text: gold.Text, Paragraphs: gold.Paragraphs, Sentences: gold.Sentences}
	d.Tokens = make([]extract.Token, len(gold.Tokens))
	for i, t := range gold.Tokens {
		d.Tokens[i] = extract.Token{Span: t.Span, Joined: t.Joined, Head: -1}
	}
	return d
}

// ScoreSyntax compares the layers of d with gold, token by token: d came from Bare. LAS wants the whole relation with
// its subtype; CoNLL 2018 compares without subtypes, see ScoreRaw.
func ScoreSyntax(gold, d *extract.Document) (s Syntax) {
	for i, g := range gold.Tokens {
		t := d.Tokens[i]
		s.Tokens++
		s.UPOS += one(t.UPOS == g.UPOS)
		s.XPOS += one(t.XPOS == g.XPOS)
		s.Lemma += one(t.Lemma == g.Lemma)
		s.Feats += one(t.Feats == g.Feats)
		s.UAS += one(t.Head == g.Head)
		s.LAS += one(t.Head == g.Head && t.Rel == g.Rel)
	}
	return s
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}
