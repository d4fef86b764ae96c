package train

import "dateline/extract"

// Raw counts, for text that was read from nothing, what gold and system have and what they share, after the evaluation
// of the CoNLL 2018 shared task (Zeman et al., 2018, section 4): words are the same if they cover the same bytes;
// tags, lemmas and arcs are compared among the same words, relations without subtypes.
type Raw struct {
	GoldWords, Words, SameWords             int
	GoldSentences, Sentences, SameSentences int
	UPOS, XPOS, Lemma, UAS, LAS             int
}

// F1 is the harmonic mean of precision and recall, in per cent.
func F1(same, system, gold int) float64 {
	if system+gold == 0 {
		return 0
	}
	return 200 * float64(same) / float64(system+gold)
}

// ScoreRaw compares two readings of one text.
func ScoreRaw(gold, d *extract.Document) (r Raw) {
	r.GoldWords, r.Words = len(gold.Tokens), len(d.Tokens)
	r.GoldSentences, r.Sentences = len(gold.Sentences), len(d.Sentences)
	spans := map[extract.Span]bool{}
	for _, s := range gold.Sentences {
		spans[s.Span] = true
	}
	for _, s := range d.Sentences {
		r.SameSentences += one(spans[s.Span])
	}
	at := map[extract.Span]int{}
	for i, t := range gold.Tokens {
		at[t.Span] = i
	}
	for _, t := range d.Tokens {
		g, ok := at[t.Span]
		if !ok {
			continue
		}
		want := gold.Tokens[g]
		r.SameWords++
		r.UPOS += one(t.UPOS == want.UPOS)
		r.XPOS += one(t.XPOS == want.XPOS)
		r.Lemma += one(t.Lemma == want.Lemma)
		head := sameHead(gold, d, want.Head, t.Head)
		r.UAS += one(head)
		r.LAS += one(head && universal(t.Rel) == universal(want.Rel))
	}
	return r
}

// sameHead tells whether two heads are the same word or both none.
func sameHead(gold, d *extract.Document, g, h int) bool {
	if g < 0 || h < 0 {
		return g < 0 && h < 0
	}
	return gold.Tokens[g].Span == d.Tokens[h].Span
}

// universal is a relation without its subtype.
func universal(rel string) string {
	for i := range len(rel) {
		if rel[i] == ':' {
			return rel[:i]
		}
	}
	return rel
}

// Add adds the counts of b.
func (r *Raw) Add(b Raw) {
	r.GoldWords += b.GoldWords
	r.Words += b.Words
	r.SameWords += b.SameWords
	r.GoldSentences += b.GoldSentences
	r.Sentences += b.Sentences
	r.SameSentences += b.SameSentences
	r.UPOS += b.UPOS
	r.XPOS += b.XPOS
	r.Lemma += b.Lemma
	r.UAS += b.UAS
	r.LAS += b.LAS
}
