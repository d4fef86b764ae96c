package main

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"dateline/data"
	"dateline/extract"
	"dateline/extract/annotate"
	"dateline/extract/english"
	"dateline/extract/train/claims"
)

// scoreClaims is "score claims".
func scoreClaims() *cobra.Command {
	var corpora string
	var detail bool
	c := &cobra.Command{
		Use:   "claims [wire57|openie|factuality|sources]...",
		Short: "Score propositions, their status and their sources on development data",
		Long: "Score propositions on WiRe57 (by its own definition of a match) and how far their confidence can be trusted on\n" +
			"CaRB dev; whether things happened on the predicates of UDS dev and the\n" +
			"events of MEANTIME; who says so on PolNeAR dev. All are measured if\n" +
			"none is named. With --detail every sentence, predicate or statement is listed.",
		ValidArgs: []string{"wire57", "openie", "factuality", "sources"},
		Args:      cobra.OnlyValidArgs,
		RunE: func(c *cobra.Command, names []string) error {
			m, err := newMeasure(corpora, c.OutOrStdout())
			if err != nil {
				return err
			}
			if len(names) == 0 {
				names = c.ValidArgs
			}
			m.detail = listing(c, detail)
			for _, name := range names {
				run := map[string]func() error{"wire57": m.wire57, "openie": m.openie, "factuality": m.factuality, "sources": m.sources}[name]
				if err := run(); err != nil {
					return fmt.Errorf("%s: %w", name, err)
				}
			}
			return nil
		},
	}
	needCorpora(c, &corpora, "folder of the corpora")
	c.Flags().BoolVar(&detail, "detail", false, "list every sentence, predicate or statement")
	return c
}

// measure reads development data with dateline and prints how it compares.
type measure struct {
	pipe        extract.Pipeline
	files       fs.FS  // the corpora
	corpora     string // where they are
	out, detail io.Writer
}

// newMeasure reads what is in the folder corpora as far as clauses, since events are not needed.
func newMeasure(corpora string, out io.Writer) (*measure, error) {
	p, err := english.New(data.Files)
	if err != nil {
		return nil, err
	}
	return &measure{through(p, extract.Clauses), os.DirFS(corpora), corpora, out, io.Discard}, nil
}

// read runs the pipeline over text, one paragraph for each line that is not blank.
func (m *measure) read(text string) (*extract.Document, error) {
	d := &extract.Document{Text: text}
	at := 0
	for line := range strings.Lines(text) {
		if trimmed := strings.TrimSpace(line); trimmed != "" {
			start := at + strings.Index(line, trimmed)
			d.Paragraphs = append(d.Paragraphs, extract.Paragraph{Span: extract.Span{Start: start, End: start + len(trimmed)}})
		}
		at += len(line)
	}
	return d, m.pipe.Run(d)
}

// tuples are the propositions of one sentence. Words of a gold standard are apart by blanks, and so are ours.
func (m *measure) tuples(text string) ([]claims.Tuple, error) {
	d, err := m.read(text)
	if err != nil {
		return nil, err
	}
	var out []claims.Tuple
	for _, p := range annotate.Propositions(d) {
		out = append(out, claims.Tuple{Subject: p.Subject, Relation: p.Relation, Args: p.Args, Score: p.Score})
	}
	return out, nil
}

func (m *measure) wire57() error {
	f, err := m.files.Open("openie/wire57/WiRe57_343-manual-oie.json")
	if err != nil {
		return err
	}
	defer f.Close()
	sentences, err := claims.ReadWire57(f)
	if err != nil {
		return err
	}
	var total claims.Rate
	for i := range sentences {
		s := &sentences[i]
		found, err := m.tuples(s.Text())
		if err != nil {
			return err
		}
		rate := s.Compare(found)
		total.Add(rate)
		fmt.Fprintf(m.detail, "%s P %.2f R %.2f  %s\n", s.ID, rate.Precision(), rate.Recall(), s.Text())
		for _, t := range found {
			fmt.Fprintf(m.detail, "    %.2f %s\n", t.Score, t)
		}
		for _, g := range s.Gold {
			fmt.Fprintf(m.detail, "    gold %s\n", g)
		}
	}
	fmt.Fprintf(m.out, "WiRe57 F1 %.3f  precision %.3f  recall %.3f  (%.0f tuples, %.0f gold)\n",
		total.F1(), total.Precision(), total.Recall(), total.Found, total.Gold)
	return nil
}

func (m *measure) openie() error {
	f, err := m.files.Open("openie/carb/dev.tsv")
	if err != nil {
		return err
	}
	defer f.Close()
	sentences, err := claims.ReadCaRB(f)
	if err != nil {
		return err
	}
	var bins [10]claims.Bin
	for i := range sentences {
		found, err := m.tuples(sentences[i].Text)
		if err != nil {
			return err
		}
		shares := sentences[i].Shares(found)
		claims.Reliability(&bins, found, shares)
		fmt.Fprintln(m.detail, sentences[i].Text)
		for n, t := range found {
			fmt.Fprintf(m.detail, "    %.2f %.2f %s\n", t.Score, shares[n], t)
		}
		for _, g := range sentences[i].Gold {
			fmt.Fprintf(m.detail, "    gold %s\n", g)
		}
	}
	for i, b := range bins {
		if n := float64(b.Tuples); n > 0 {
			fmt.Fprintf(m.out, "confidence %.1f–%.1f  %5d tuples  promised %.2f  kept %.2f\n", float64(i)/10, float64(i+1)/10, b.Tuples, b.Promised/n, b.Kept/n)
		}
	}
	fmt.Fprintf(m.out, "CaRB mean distance of promised and kept %.3f\n", claims.Calibration(&bins))
	return nil
}

func (m *measure) sources() error {
	folder, err := fs.Sub(m.files, "attribution/polnear/dev")
	if err != nil {
		return err
	}
	articles, err := claims.ReadPolNeAR(folder)
	if err != nil {
		return err
	}
	var total claims.Sources
	for i := range articles {
		a := &articles[i]
		d, err := m.read(a.Text)
		if err != nil {
			return err
		}
		total.Add(a.Compare(d))
		a.List(m.detail, d)
	}
	fmt.Fprintln(m.out, "PolNeAR", total)
	return nil
}
