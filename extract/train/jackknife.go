package train

import (
	"dateline/extract"
	"dateline/extract/tagger"
)

// Jackknife is a copy of the samples with tags as a tagger gives them that has not seen them: the samples are dealt into
// folds, each is tagged by a tagger learned from the others. A parser learned from such tags knows what to expect.
func Jackknife(samples []Sample, folds int, o TaggerOptions) ([]Sample, error) {
	out := make([]Sample, len(samples))
	for fold := range folds {
		var others []Sample
		for i, s := range samples {
			if i*folds/len(samples) != fold {
				others = append(others, s)
			}
		}
		o.Log("fold %d of %d", fold+1, folds)
		t, err := tagger.Open(Tagger(others, o))
		if err != nil {
			return nil, err
		}
		stage := t.Stage()
		for i, s := range samples {
			if i*folds/len(samples) != fold {
				continue
			}
			s.Tokens = append([]extract.Token(nil), s.Tokens...)
			d := &extract.Document{Text: s.Text, Tokens: s.Tokens}
			d.Sentences = []extract.Sentence{{Range: extract.Range{From: 0, To: len(s.Tokens)}}}
			if err := stage.Run(d); err != nil {
				return nil, err
			}
			out[i] = s
		}
	}
	return out, nil
}
