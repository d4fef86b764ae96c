package main

import (
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"dateline/data"
	"dateline/extract"
	"dateline/extract/clauses"
	"dateline/extract/rules"
	"dateline/extract/train"
	"dateline/extract/train/claims"
)

// fitFactuality is "fit factuality".
func fitFactuality() *cobra.Command {
	var corpora, out, date string
	c := &cobra.Command{
		Use: "factuality", Short: "Learn how likely it is that what a clause says happened",
		Long: "Learn the model of factuality from the predicates of UDS on the training part of EWT.\n" +
			"The same corpora, rules and other models give the same bytes.",
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			m, err := newMeasure(corpora, c.OutOrStdout())
			if err != nil {
				return err
			}
			list, err := m.examples()
			if err != nil {
				return err
			}
			b := claims.FitFactuality(list)
			card := fmt.Sprintf(factualityCard, len(list), 1<<clauses.Bits, date, len(b))
			return writeModel(out, train.Model{File: clauses.ModelFile, Data: b}, card)
		},
	}
	needCorpora(c, &corpora, "folder of the corpora")
	c.Flags().StringVar(&out, "out", "data/models", "folder to write model and card to")
	c.Flags().StringVar(&date, "date", "", "date to write into the card")
	return c
}

// examples reads the training part of EWT with dateline and joins it with what people judged.
func (m *measure) examples() (out []claims.Judged, err error) {
	set, err := rules.Load(data.Files)
	if err != nil {
		return nil, err
	}
	finder, err := clauses.Open(set, nil)
	if err != nil {
		return nil, err
	}
	articles, err := train.ReadTreebank(filepath.Join(m.corpora, "treebanks/ewt/en_ewt-ud-train.conllu"))
	if err != nil {
		return nil, err
	}
	judged, err := m.judgements("train")
	if err != nil {
		return nil, err
	}
	m.pipe[len(m.pipe)-1] = finder.Stage()
	words := claims.Locate(articles, judged)
	for i := range articles {
		gold := articles[i].Doc
		d := &extract.Document{Text: gold.Text, Paragraphs: gold.Paragraphs}
		if err := m.pipe.Run(d); err != nil {
			return nil, err
		}
		out = append(out, claims.Examples(d, words[i], finder.Features(d))...)
	}
	return out, nil
}

const factualityCard = `# factuality.bin

How likely a reader takes it that what a clause says happened or is so: logistic regression over some 60 hashed
features of the clause, its governor, how the one hangs on the other and the words beside (` + "`extract/clauses/features.go`" + `).

- Learned from: %d predicates of UDS factuality (Rudinger, White and Van Durme, NAACL 2018; MIT) on the training part of
  Universal Dependencies English EWT (CC BY-SA 4.0), read by dateline itself; no sentence is in this file, only %d weights.
- Licence: CC BY-SA 4.0
- Command: ` + "`go run ./cmd/dateline-train fit factuality --corpora DIR --out data/models --date %s`" + `
- %d bytes, format: package extract/linear
- Scores: ` + "`go run ./cmd/dateline-train score claims factuality --corpora DIR`" + ` (EWT dev, never learned from). All judged predicates
  count, also those on which the annotator was unsure (16 in 100, whose sign is close to chance); those that are no clause count as
  told for a fact.
- Known faults: the texts are of the web (mail, reviews, blogs); answers of single annotators are noisy, and of negated predicates
  every second is judged to have happened. The rules of package clauses therefore decide what stands in the words of the clause or
  of its governor. Event nouns were not judged: for them the odds are a guess, and no status comes of it.
`
