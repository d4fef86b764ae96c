package train

import (
	"math/rand/v2"

	"dateline/extract"
)

// Sample is one sentence to learn from: its tokens carry the gold annotation; Head counts from the first of them, -1 is
// the root.
type Sample struct {
	Text   string // of the whole article; the tokens' spans point into it
	Tokens []extract.Token
}

// Samples are the sentences of the articles. The tokens are copies.
func Samples(articles []Article) []Sample {
	var list []Sample
	for _, a := range articles {
		for _, s := range a.Doc.Sentences {
			tokens := append([]extract.Token(nil), a.Doc.Tokens[s.From:s.To]...)
			for i := range tokens {
				if tokens[i].Head >= 0 {
					tokens[i].Head -= s.From
				}
			}
			list = append(list, Sample{a.Doc.Text, tokens})
		}
	}
	return list
}

// shuffle is a permutation of n numbers, a function of the seed alone.
func shuffle(n int, seed uint64) []int { return rand.New(rand.NewPCG(seed, 0x5eed)).Perm(n) }
