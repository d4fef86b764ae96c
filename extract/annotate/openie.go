package annotate

import (
	"bufio"
	"strconv"
	"strings"

	"dateline/extract"
)

// writeOpenIE prints each clause that has a subject as one line: article, sentence from 0, confidence, subject,
// relation, object, further arguments. The relation is the predicate as written; where no bare object stands, it ends
// in the preposition of the first oblique ("met with"), as in ReVerb (Fader, Soderland and Etzioni 2011). Further
// arguments keep their prepositions.
func writeOpenIE(w *bufio.Writer, d *extract.Document) error {
	for _, c := range d.Clauses {
		t, ok := tupleOf(d, c)
		if !ok {
			continue
		}
		w.WriteString(strings.Join(append([]string{
			cell(d.ID), strconv.Itoa(c.Sentence), strconv.FormatFloat(t.score, 'f', 2, 64), cell(t.subject), cell(t.relation),
		}, t.args...), "\t"))
		w.WriteByte('\n')
	}
	return nil
}

type tuple struct {
	subject, relation string
	args              []string
	score             float64 // 0…1
}

// tupleOf reads a tuple off a clause; false where there is no subject or nothing to say of it.
func tupleOf(d *extract.Document, c extract.Clause) (tuple, bool) {
	t := tuple{relation: d.String(c.Predicate)}
	var bare, cased []extract.Argument
	for _, a := range c.Args {
		switch {
		case a.At.Len() <= 0:
		case a.Slot == "subject":
			t.subject = d.String(a.At)
		case a.Case == "":
			bare = append(bare, a)
		default:
			cased = append(cased, a)
		}
	}
	if t.subject == "" || c.Kind == "noun" {
		return tuple{}, false
	}
	for _, a := range bare {
		t.args = append(t.args, cell(d.String(a.At)))
	}
	for i, a := range cased {
		words := d.String(a.At)
		if i == 0 && len(bare) == 0 {
			t.relation += " " + a.Case
		} else {
			words = a.Case + " " + words
		}
		t.args = append(t.args, cell(words))
	}
	if len(t.args) == 0 {
		return tuple{}, false
	}
	t.score = sureness(c, t)
	return t, true
}

// sureness ranks tuples: the more a clause carries, and the more of it was read off bare slots, the surer. The steps
// are plain; they order, they do not promise a share of right ones.
func sureness(c extract.Clause, t tuple) float64 {
	s := 0.9
	if c.Kind != "verb" {
		s -= 0.1
	}
	if c.Link != "" {
		s -= 0.1
	}
	if len(t.args) > 3 {
		s -= 0.1
	}
	return s
}

// cell makes s fit for a column.
func cell(s string) string { return extract.Fold(s) }
