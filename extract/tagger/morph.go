package tagger

import "dateline/extract"

// Fill gives a token that has its tags its lemma and features, as this tagger would. A pair of tags that the tagger
// does not know counts as its most frequent pair with that UPOS.
func (t *Tagger) Fill(text string, token *extract.Token) {
	class := 0
	for i, tag := range t.tags {
		if tag.UPOS != token.UPOS {
			continue
		}
		if tag.XPOS == token.XPOS {
			class = i
			break
		}
		if t.tags[class].UPOS != token.UPOS {
			class = i
		}
	}
	s := t.scratch.Get().(*scratch)
	t.lemmas.fill(s, text, token, uint32(class))
	t.scratch.Put(s)
}
