package annotate

import (
	"bufio"
	"strconv"
	"strings"

	"dateline/extract"
)

// writeOpenIE prints tuples: article, sentence from 0, confidence, subject, relation, object, further arguments.
func writeOpenIE(w *bufio.Writer, d *extract.Document) error {
	for _, p := range Propositions(d) {
		p.write(w, d.ID)
	}
	return nil
}

func (t *Proposition) write(w *bufio.Writer, id string) {
	cells := append([]string{id, strconv.Itoa(t.Sentence), strconv.FormatFloat(t.Score, 'f', 2, 64), t.Subject, t.Relation}, t.Args...)
	for n, c := range cells {
		cells[n] = extract.Fold(c)
	}
	w.WriteString(strings.Join(cells, "\t"))
	w.WriteByte('\n')
}
