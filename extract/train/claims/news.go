package claims

import (
	"io/fs"

	"dateline/extract"
	"dateline/extract/train"
)

// News is an article of MEANTIME with what its annotators say of the events: the register that dateline is made for,
// while UDS is of the web.
type News struct {
	Doc    *extract.Document // Text and Paragraphs
	Events []NewsEvent
}

// NewsEvent is a judged mention of an event, which may be several words.
type NewsEvent struct {
	Judgement
	Words []extract.Span
}

// ReadNews reads the articles in the folder dir. An event happened (Value 1) if it is certain, positive and not in the
// future (Minard et al., "MEANTIME, the NewsReader Multilingual Event and Time Corpus", LREC 2016), otherwise it did not
// (Value -1). Events that are not annotated for it are left out.
func ReadNews(files fs.FS, dir string) ([]News, error) {
	articles, err := train.ReadMeantime(files, dir)
	if err != nil {
		return nil, err
	}
	out := make([]News, len(articles))
	for i := range articles {
		out[i].Doc = &extract.Document{}
		at := articles[i].Lay(out[i].Doc)
		for _, e := range articles[i].Events {
			j := NewsEvent{Judgement: Judgement{Value: -1}}
			if e.Certainty == "CERTAIN" && e.Polarity == "POS" && e.Time == "NON_FUTURE" {
				j.Value = 1
			}
			for _, w := range e.Anchors {
				if s, ok := at[w.ID]; ok {
					j.Words = append(j.Words, s)
				}
			}
			if e.Certainty != "" && len(j.Words) > 0 {
				out[i].Events = append(out[i].Events, j)
			}
		}
	}
	return out, nil
}

// Clause is the clause of d that stands for e: the first whose head is a word of e, nil if there is none. Clauses go by
// the byte at which their head starts, as ByStart gives them.
func (e *NewsEvent) Clause(byStart map[int]*extract.Clause) *extract.Clause {
	for _, w := range e.Words {
		if c := byStart[w.Start]; c != nil {
			return c
		}
	}
	return nil
}
