package annotate

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"dateline/extract"
)

// Layers prints the layers of d that are named, one after the other, for the eye: what a stage has filled, with the
// words, the numbers that other layers use to point at it, and the rule that made it.
func Layers(w io.Writer, d *extract.Document, which extract.Layer) error {
	var b bytes.Buffer
	for _, l := range []struct {
		layer extract.Layer
		show  func(io.Writer, *extract.Document)
	}{
		{extract.Paragraphs, showParagraphs},
		{extract.Sentences, showSentences},
		{extract.Tree, showTree},
		{extract.Tags, showTags},
		{extract.Mentions, showMentions},
		{extract.Chains, showChains},
		{extract.Times, showTimes},
		{extract.Clauses, showClauses},
		{extract.Events, showEvents},
	} {
		if which&l.layer != 0 && (l.layer != extract.Tags || which&extract.Tree == 0) { // the tree shows the tags, too
			l.show(&b, d)
		}
	}
	for line := range bytes.Lines(b.Bytes()) { // columns leave blanks behind their last cell
		if _, err := w.Write(append(bytes.TrimRight(line, " \n"), '\n')); err != nil {
			return err
		}
	}
	return nil
}

// table lays out rows whose cells are separated by tabs.
func table(w io.Writer, rows func(io.Writer)) {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	rows(t)
	t.Flush()
}

func showParagraphs(w io.Writer, d *extract.Document) {
	from := boundsOf(d.Published).EDTF
	if from == "" {
		from = "date unknown"
	}
	fmt.Fprintf(w, "article %s: %q\npublished %s (%s)", d.ID, d.Title, from, d.PublishedFrom)
	if d.Place != "" {
		fmt.Fprintf(w, ", from %s", d.Place)
	}
	fmt.Fprintln(w)
	kinds := []string{extract.Body: "body", extract.Heading: "heading", extract.Item: "item", extract.Caption: "caption"}
	for i, p := range d.Paragraphs {
		fmt.Fprintf(w, "¶%d [%d:%d] %s %s\n", i, p.Start, p.End, kinds[p.Kind], short(d.Text[p.Start:p.End]))
	}
	for _, s := range d.Skipped {
		fmt.Fprintf(w, "left out: line %d, %s: %s\n", s.Line, s.Reason, short(s.Text))
	}
}

func showSentences(w io.Writer, d *extract.Document) {
	for i, s := range d.Sentences {
		fmt.Fprintf(w, "s%d [%d:%d] %s\n", i, s.Start, s.End, extract.Fold(d.Text[s.Start:s.End]))
	}
}

func showTags(w io.Writer, d *extract.Document) {
	showWords(w, d, func(extract.Token) string { return "" })
}

func showTree(w io.Writer, d *extract.Document) {
	showWords(w, d, func(t extract.Token) string {
		if t.Head < 0 {
			return "root\t"
		}
		return fmt.Sprintf("%s ← %d %s\t", t.Rel, t.Head, d.Word(t.Head))
	})
}

// showWords prints a line per word; head gives the cell that says what it hangs on.
func showWords(w io.Writer, d *extract.Document, head func(extract.Token) string) {
	for i, s := range d.Sentences {
		fmt.Fprintf(w, "s%d\n", i)
		table(w, func(w io.Writer) {
			for t := s.From; t < s.To; t++ {
				k := d.Tokens[t]
				fmt.Fprintf(w, "  %d\t%s\t%s\t%s\t%s\t%s%s\n", t, d.Word(t), k.Lemma, k.UPOS, k.XPOS, head(k), k.Feats)
			}
		})
	}
}

func showMentions(w io.Writer, d *extract.Document) {
	table(w, func(w io.Writer) {
		for i, m := range d.Mentions {
			fmt.Fprintf(w, "  m%d\t%s\t%s %s\t%s\t%s\n", i, d.String(m.At), m.Form, m.Kind,
				details("name", m.Name, "title", m.Title, "known", m.Known, "score", score(m.Score)), m.By)
		}
	})
}

func showChains(w io.Writer, d *extract.Document) {
	for first := range d.Mentions {
		if d.Mentions[first].Same != first {
			continue
		}
		fmt.Fprintf(w, "  m%d %s (%s)\n", first, called(d, d.Mentions[first]), d.Mentions[first].Kind)
		for i, m := range d.Mentions {
			if m.Same == first && (i != first || m.Members != nil) {
				fmt.Fprintf(w, "    = m%d s%d %q %s %s\n", i, d.SentenceOf(m.At.From), d.String(m.At), details("members", list(m.Members)), m.By)
			}
		}
	}
}

func showTimes(w io.Writer, d *extract.Document) {
	for i, t := range d.Times {
		b := boundsOf(t.When)
		fmt.Fprintf(w, "  t%d %q %s %s%s", i, d.String(t.At), t.Type, t.Value, details(" mod", t.Mod))
		if b.EDTF != "" {
			fmt.Fprintf(w, " = %s (%s to %s)", b.EDTF, b.Earliest, b.Latest)
		}
		fmt.Fprintf(w, "\n      %s %s\n", t.Reason, details("by", t.Rule))
	}
}

// details joins the named values that are not empty.
func details(pairs ...string) string {
	var out []string
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			out = append(out, pairs[i]+"="+pairs[i+1])
		}
	}
	return strings.Join(out, " ")
}

func score(f float64) string {
	if f == 0 {
		return ""
	}
	return fmt.Sprintf("%.2f", f)
}

func list(of []int) string {
	var out []string
	for _, i := range of {
		out = append(out, fmt.Sprintf("m%d", i))
	}
	return strings.Join(out, ",")
}

// short is the beginning of s on one line.
func short(s string) string {
	s = extract.Fold(s)
	if r := []rune(s); len(r) > 100 {
		return string(r[:99]) + "…"
	}
	return s
}
