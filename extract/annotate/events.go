package annotate

import (
	"fmt"
	"io"
	"strings"

	"dateline/extract"
	"dateline/graph"
)

func showClauses(w io.Writer, d *extract.Document) {
	for i, c := range d.Clauses {
		fmt.Fprintf(w, "  c%d s%d %q %s %s", i, c.Sentence, d.String(c.Predicate), c.Kind, c.Lemma)
		if c.Parent >= 0 {
			fmt.Fprintf(w, " under c%d as %s", c.Parent, c.Link)
		}
		fmt.Fprintf(w, " (%s) %s\n", manner(c), c.By)
		if c.Cue.Len() > 0 {
			fmt.Fprintf(w, "      %s by %q, likely %.2f\n", c.Status, d.String(c.Cue), c.Fact)
		}
		for _, s := range c.Said {
			fmt.Fprintf(w, "      %s %q%s\n", s.Verb, s.Text, mentioned(d, s.Mention))
		}
		for _, a := range c.Args {
			fmt.Fprintf(w, "      %s %s", a.Slot, details("case", a.Case))
			if a.Clause >= 0 {
				fmt.Fprintf(w, " c%d", a.Clause)
			}
			fmt.Fprintf(w, " %q\n", d.String(a.At))
		}
	}
}

// manner is tense, voice and the like in words.
func manner(c extract.Clause) string {
	words := []string{c.Tense}
	for _, f := range []struct {
		is   bool
		word string
	}{{c.Perfect, "perfect"}, {c.Progress, "progressive"}, {c.Passive, "passive"}, {c.Negated, "negated"}, {c.Quoted, "quoted"}} {
		if f.is {
			words = append(words, f.word)
		}
	}
	if c.Modal != "" {
		words = append(words, "modal "+c.Modal)
	}
	if c.Mark != "" {
		words = append(words, "after "+fmt.Sprintf("%q", c.Mark))
	}
	return strings.TrimSpace(strings.Join(words, " "))
}

// sure is how sure a time is, before its reason.
func sure(w graph.When) string {
	if w.Sure == graph.Unsaid {
		return ""
	}
	return string(w.Sure) + ", "
}

func showEvents(w io.Writer, d *extract.Document) {
	for i, e := range d.Events {
		fmt.Fprintf(w, "  v%d s%d %q c%d %s %s: %s\n", i, e.Sentence, d.String(e.At), e.Clause, blank(e.Type), e.Status, e.Label)
		fmt.Fprintf(w, "      when %s: %s%s\n", blank(e.When.EDTF()), sure(e.When), e.When.Reason)
		for _, r := range e.Roles {
			fmt.Fprintf(w, "      %s %q%s\n", r.Name, r.Text, mentioned(d, r.Mention))
		}
		if e.Place >= 0 {
			fmt.Fprintf(w, "      place%s\n", mentioned(d, e.Place))
		}
		for _, a := range e.Attribution {
			fmt.Fprintf(w, "      %s %q%s\n", a.Verb, a.Text, mentioned(d, a.Mention))
		}
		for _, q := range e.Quantities {
			fmt.Fprintf(w, "      %s %s\n", q.What, q)
		}
		fmt.Fprintf(w, "      by %s\n", strings.TrimSpace(e.By+" "+details("score", score(e.Score))))
	}
	for _, r := range d.Relations {
		fmt.Fprintf(w, "  %s:%s →%s by %s\n", r.Type, mentioned(d, r.From), mentioned(d, r.To), r.By)
	}
	for _, l := range d.Links {
		fmt.Fprintf(w, "  v%d %s v%d by %s\n", l.From, l.Type, l.To, l.By)
	}
}

// mentioned is mention i with the name of its chain, "" for none.
func mentioned(d *extract.Document, i int) string {
	if i < 0 || i >= len(d.Mentions) {
		return ""
	}
	return fmt.Sprintf(" m%d %s", i, called(d, d.Mentions[d.Mentions[i].Same]))
}
