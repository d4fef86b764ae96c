package main

import (
	"archive/zip"
	"fmt"
	"io"
	"path"
	"path/filepath"

	"github.com/spf13/cobra"

	"dateline/data"
	"dateline/extract"
	"dateline/extract/clauses"
	"dateline/extract/rules"
	"dateline/extract/train"
	"dateline/extract/train/claims"
	"dateline/graph"
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

// factuality is "score claims factuality".
func (m *measure) factuality() error {
	if err := m.webFactuality(); err != nil {
		return err
	}
	return m.newsFactuality()
}

// webFactuality is factuality on UDS.
func (m *measure) webFactuality() error {
	articles, err := train.ReadTreebank(path.Join(m.corpora, "treebanks/ewt/en_ewt-ud-dev.conllu"))
	if err != nil {
		return err
	}
	list, err := m.judgements("dev")
	if err != nil {
		return err
	}
	words := claims.Locate(articles, list)
	total := newFactualities()
	for i := range articles {
		gold := articles[i].Doc
		d := &extract.Document{Text: gold.Text, Paragraphs: gold.Paragraphs}
		if err := m.pipe.Run(d); err != nil {
			return err
		}
		clause := claims.ByStart(d)
		for _, w := range words[i] {
			total.add(m.detail, d, &w, clause[w.Start])
		}
	}
	total.print(m.out, "UDS")
	return nil
}

// newsFactuality is factuality on MEANTIME.
func (m *measure) newsFactuality() error {
	articles, err := claims.ReadNews(m.files, "crossdoc/meantime-apple/intra")
	if err != nil {
		return err
	}
	total := newFactualities()
	for _, a := range articles {
		if err := m.pipe.Run(a.Doc); err != nil {
			return err
		}
		clause := claims.ByStart(a.Doc)
		for _, e := range a.Events {
			total.add(m.detail, a.Doc, &claims.Word{Judgement: e.Judgement, Span: e.Words[0]}, e.Clause(clause))
		}
	}
	total.print(m.out, "MEANTIME")
	return nil
}

// factualities are the same predicates compared by status and by odds.
type factualities struct{ status, odds claims.Factuality }

func newFactualities() *factualities {
	return &factualities{odds: claims.Factuality{Degree: claims.ByOdds}}
}

// add notes and lists the clause that stands for w, nil if there is none.
func (f *factualities) add(list io.Writer, d *extract.Document, w *claims.Word, c *extract.Clause) {
	f.status.Add(w.Judgement, c)
	f.odds.Add(w.Judgement, c)
	status := graph.Status("none")
	if c != nil {
		status = c.Status
	}
	fmt.Fprintf(list, "%+.1f %s\t%s\n", w.Value, status, w.Around(d))
}

func (f *factualities) print(w io.Writer, corpus string) {
	fmt.Fprintf(w, "%s by status %v\n%s by odds   %v\n", corpus, &f.status, corpus, &f.odds)
	for i, row := range f.status.Table {
		fmt.Fprintf(w, "  %s:", [...]string{"did not happen", "happened"}[i])
		for _, c := range row {
			if c.Count > 0 {
				fmt.Fprintf(w, " %s %d", c.Status, c.Count)
			}
		}
		fmt.Fprintln(w)
	}
}

// judgements reads those of a split out of the archive of UDS.
func (m *measure) judgements(split string) ([]claims.Judgement, error) {
	z, err := zip.OpenReader(filepath.Join(m.corpora, "factuality/uds/factuality.zip"))
	if err != nil {
		return nil, err
	}
	defer z.Close()
	f, err := z.Open("factuality.json")
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return claims.ReadUDS(f, split)
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
