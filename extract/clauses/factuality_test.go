package clauses_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"dateline/data"
	"dateline/extract"
	"dateline/extract/clauses"
	"dateline/extract/linear"
	"dateline/extract/rules"
	"dateline/extract/train"
	"dateline/graph"
)

// TestStatus reads what happened off trees that were checked by hand.
func TestStatus(t *testing.T) {
	golden(t, "testdata/status", func(b *strings.Builder, d *extract.Document) {
		for _, c := range d.Clauses {
			fmt.Fprintf(b, "%s %s by %q: %s\n", c.Lemma, c.Status, d.String(c.Cue), d.String(d.Sentences[c.Sentence].Range))
		}
	})
}

// TestModelYields reads the same trees with no model, with one to which all is certain and with one that believes nothing:
// neither may touch event nouns nor what the words of a clause decide.
func TestModelYields(t *testing.T) {
	no, sure, never := statuses(t, 0), statuses(t, 127), statuses(t, -127)
	changed := 0
	for i, c := range no {
		switch hard := c.Kind == "noun" || c.Negated || c.Modal != ""; {
		case sure[i].Status != c.Status && (hard || sure[i].Status != graph.Happened),
			never[i].Status != c.Status && (hard || never[i].Status != graph.Unknown || c.Status != graph.Happened):
			t.Errorf("%s %s: %s to one model, %s to the other", c.Lemma, c.Status, sure[i].Status, never[i].Status)
		case sure[i].Status != never[i].Status:
			changed++
		}
	}
	if changed == 0 {
		t.Error("the model decides nothing")
	}
}

// statuses are the clauses of all trees as a model reads them whose weights are all the same.
func statuses(t *testing.T, weight int8) (out []extract.Clause) {
	set, err := rules.Load(data.Files)
	if err != nil {
		t.Fatal(err)
	}
	var b linear.Builder
	b.Cells("factuality", clauses.Bits, slices.Repeat([]int8{weight}, 1<<clauses.Bits))
	finder, err := clauses.Open(set, b.File())
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"clauses", "control", "status"} {
		articles, err := train.ReadTreebank("testdata/" + name + ".conllu")
		if err != nil {
			t.Fatal(err)
		}
		for _, a := range articles {
			if err := finder.Stage().Run(a.Doc); err != nil {
				t.Fatal(err)
			}
			out = append(out, a.Doc.Clauses...)
		}
	}
	return out
}
