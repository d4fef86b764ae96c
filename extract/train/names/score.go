package names

import (
	"fmt"
	"io"
	"sort"

	"dateline/extract"
	"dateline/extract/names"
	"dateline/graph"
)

func rangeOf(s names.Span) extract.Range { return extract.Range{From: s.From, To: s.To} }

// Count is how many names of a type are in the gold, were found, and were found rightly: same words, same type.
type Count struct{ Gold, Found, Right int }

// F1 is the harmonic mean of precision and recall, in per cent.
func (c Count) F1() float64 {
	if c.Gold+c.Found == 0 {
		return 0
	}
	return 200 * float64(c.Right) / float64(c.Gold+c.Found)
}

// Scores are the counts per corpus and kind.
type Scores map[string]map[graph.Kind]*Count

// Score counts what find makes of the samples' articles.
func Score(samples []Sample, find func(*extract.Document) []names.Span) Scores {
	out := Scores{}
	for _, s := range samples {
		by := out[s.Corpus]
		if by == nil {
			by = map[graph.Kind]*Count{}
			for _, k := range names.Types {
				by[k] = &Count{}
			}
			out[s.Corpus] = by
		}
		gold := map[names.Span]bool{}
		for _, g := range s.Gold {
			gold[g] = true
			by[names.Types[g.Type]].Gold++
		}
		for _, f := range find(s.Doc) {
			f.Margin = 0
			by[names.Types[f.Type]].Found++
			if gold[f] {
				by[names.Types[f.Type]].Right++
			}
		}
	}
	return out
}

// Write prints a line per corpus and kind, and one for persons, organisations and places together.
func (s Scores) Write(w io.Writer) {
	var corpora []string
	for c := range s {
		corpora = append(corpora, c)
	}
	sort.Strings(corpora)
	for _, c := range corpora {
		var main Count
		for i, k := range names.Types {
			n := s[c][k]
			if i < 3 {
				main.Gold, main.Found, main.Right = main.Gold+n.Gold, main.Found+n.Found, main.Right+n.Right
			}
			if n.Gold > 0 {
				line(w, c, string(k), *n)
			}
		}
		line(w, c, "PER ORG LOC", main)
	}
}

func line(w io.Writer, corpus, kind string, n Count) {
	per := func(a, b int) float64 {
		if b == 0 {
			return 0
		}
		return 100 * float64(a) / float64(b)
	}
	fmt.Fprintf(w, "%-9s %-13s P %5.2f  R %5.2f  F1 %5.2f  (%d gold, %d found)\n", corpus, kind,
		per(n.Right, n.Found), per(n.Right, n.Gold), n.F1(), n.Gold, n.Found)
}
