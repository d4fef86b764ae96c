package annotate

import (
	"bufio"
	"fmt"
	"strconv"
	"strings"

	"dateline/extract"
)

// writeCoNLLU prints trees after https://universaldependencies.org/format.html. Words that share one orthographic
// token ("don't") get a range line before them.
func writeCoNLLU(w *bufio.Writer, d *extract.Document) error {
	fmt.Fprintf(w, "# newdoc id = %s\n", extract.Fold(d.ID))
	next := 0 // paragraph that has not begun yet
	for i, s := range d.Sentences {
		fresh := i == 0
		for ; next < len(d.Paragraphs) && d.Paragraphs[next].Start <= s.Start; next++ {
			fresh = true
		}
		if fresh {
			w.WriteString("# newpar\n")
		}
		fmt.Fprintf(w, "# sent_id = %s-%d\n# text = %s\n", extract.Fold(d.ID), i+1, extract.Fold(d.Text[s.Start:s.End]))
		for t := s.From; t < s.To; t++ {
			if n := joined(d, t, s.To); n > 1 && !d.Tokens[t].Joined {
				row(w, fmt.Sprintf("%d-%d", t-s.From+1, t-s.From+n), d.String(extract.Range{From: t, To: t + n}),
					"_\t_\t_\t_\t_\t_\t_", misc(d, t+n-1))
			}
			word(w, d, s, t)
		}
		w.WriteByte('\n')
	}
	return nil
}

// joined is the number of words in the orthographic token that starts at t, below to.
func joined(d *extract.Document, t, to int) int {
	n := 1
	for t+n < to && d.Tokens[t+n].Joined {
		n++
	}
	return n
}

func word(w *bufio.Writer, d *extract.Document, s extract.Sentence, t int) {
	k, head := d.Tokens[t], 0
	if k.Head >= 0 {
		head = k.Head - s.From + 1
	}
	space := misc(d, t)
	if k.Joined || joined(d, t, s.To) > 1 {
		space = "_" // stands on the range line
	}
	row(w, strconv.Itoa(t-s.From+1), extract.Fold(d.Word(t)),
		strings.Join([]string{blank(k.Lemma), blank(k.UPOS), blank(k.XPOS), blank(k.Feats), strconv.Itoa(head), blank(k.Rel), "_"}, "\t"), space)
}

func row(w *bufio.Writer, id, form, middle, misc string) {
	w.WriteString(id + "\t" + form + "\t" + middle + "\t" + misc + "\n")
}

// misc tells whether white space follows word t; nothing follows the last word of the text.
func misc(d *extract.Document, t int) string {
	if t+1 < len(d.Tokens) && d.Tokens[t+1].Start == d.Tokens[t].End {
		return "SpaceAfter=No"
	}
	return "_"
}

func blank(s string) string {
	if s == "" {
		return "_"
	}
	return extract.Fold(s)
}
