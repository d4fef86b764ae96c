package train

import (
	"fmt"
	"io"
	"slices"
	"sort"
	"text/tabwriter"

	"dateline/extract"
)

// Reading is the stages that are scored: those that divide the text, and those that give tags, lemmas and trees.
type Reading struct {
	Divide, Parse extract.Pipeline
}

// WriteScores prints how well the stages read the development texts: with gold tokens by genre, and from raw text.
func (r Reading) WriteScores(w io.Writer, t *Treebanks) error {
	for _, part := range []struct {
		name     string
		articles []Article
	}{{"EWT dev", t.DevEWT}, {"GUM dev", t.DevGUM}} {
		if err := r.writeGold(w, part.name, part.articles); err != nil {
			return err
		}
		if err := r.writeRaw(w, part.name, part.articles); err != nil {
			return err
		}
	}
	return nil
}

// writeGold prints a table of what is right among gold tokens, by genre and in all.
func (r Reading) writeGold(w io.Writer, name string, articles []Article) error {
	byGenre := map[string]*Syntax{}
	var all Syntax
	for _, a := range articles {
		d := Bare(a.Doc)
		if err := r.Parse.Run(d); err != nil {
			return err
		}
		s := ScoreSyntax(a.Doc, d)
		if byGenre[a.Genre] == nil {
			byGenre[a.Genre] = &Syntax{}
		}
		byGenre[a.Genre].Add(s)
		all.Add(s)
	}
	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintf(tw, "%s, gold tokens\ttokens\tUPOS\tXPOS\tlemma\tfeats\tUAS\tLAS\t\n", name)
	for _, genre := range sortedKeys(byGenre) {
		byGenre[genre].row(tw, genre)
	}
	all.row(tw, "all")
	return tw.Flush()
}

func sortedKeys[V any](m map[string]V) []string {
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}

func (a *Syntax) row(w io.Writer, name string) {
	per := func(n int) float64 { return 100 * float64(n) / float64(a.Tokens) }
	fmt.Fprintf(w, "%s\t%d\t%.2f\t%.2f\t%.2f\t%.2f\t%.2f\t%.2f\t\n", name, a.Tokens,
		per(a.UPOS), per(a.XPOS), per(a.Lemma), per(a.Feats), per(a.UAS), per(a.LAS))
}

// writeRaw prints the F1 scores of reading from raw text.
func (r Reading) writeRaw(w io.Writer, name string, articles []Article) error {
	var s Raw
	for _, a := range articles {
		d := &extract.Document{ID: a.Doc.ID, Text: a.Doc.Text, Paragraphs: a.Doc.Paragraphs}
		if err := slices.Concat(r.Divide, r.Parse).Run(d); err != nil {
			return err
		}
		s.Add(ScoreRaw(a.Doc, d))
	}
	f := func(same int) float64 { return F1(same, s.Words, s.GoldWords) }
	_, err := fmt.Fprintf(w, "%s, raw text, CoNLL 2018 F1: words %.2f  sentences %.2f  UPOS %.2f  XPOS %.2f  lemma %.2f  UAS %.2f  LAS %.2f\n\n",
		name, f(s.SameWords), F1(s.SameSentences, s.Sentences, s.GoldSentences), f(s.UPOS), f(s.XPOS), f(s.Lemma), f(s.UAS), f(s.LAS))
	return err
}
