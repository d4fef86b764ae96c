package events

import (
	"fmt"
	"io/fs"
	"strconv"
	"strings"

	"dateline/extract"
	"dateline/extract/rules"
	"dateline/graph"
)

// loadNumbers reads the numbers that are written as words: word and value, separated by a tab; '#' opens a comment.
func loadNumbers(files fs.FS, name string) (map[string]float64, error) {
	numbers := map[string]float64{}
	err := eachLine(files, name, func(line int, text string) error {
		word, value, ok := strings.Cut(text, "\t")
		v, err := strconv.ParseFloat(value, 64)
		if !ok || err != nil {
			return fmt.Errorf("%s:%d:1: want a word and a number separated by a tab", name, line)
		}
		numbers[word] = v
		return nil
	})
	return numbers, err
}

// counted are the lemmas whose toll is worth a number of its own: what happens to the people counted.
const counted = "tolls"

// quantities reads the numbers of those whom the event befell: "killed at least 129 people".
func (r *reader) quantities(c int, t *rules.Trigger) (out []graph.Quantity) {
	cl := &r.d.Clauses[c]
	verb, _ := split(cl.Lemma)
	if cl.Kind == "noun" || !r.rules.In(counted, verb) {
		return nil
	}
	for i := range cl.Args {
		a := &cl.Args[i]
		object := a.Slot == "object" || a.Slot == "subject" && (cl.Passive || t != nil && t.Subject == "patient")
		if !object || a.Clause >= 0 {
			continue
		}
		if q, ok := r.quantity(a); ok {
			q.What = strings.ToLower(r.verbs.participle(r.d.Tokens[cl.Head].Lemma))
			out = append(out, q)
		}
	}
	return out
}

// quantity reads the number in argument a with its bounds.
func (r *reader) quantity(a *extract.Argument) (q graph.Quantity, ok bool) {
	num := -1
	if r.d.Tokens[a.Head].UPOS == "NUM" {
		num = a.Head
	} else if k := r.deps.Kid(r.d, a.Head, "nummod"); k >= 0 {
		num = k
	}
	if num < 0 {
		return q, false
	}
	v, ok := r.number(r.d.Word(num))
	if !ok {
		return q, false
	}
	for i := max(a.At.From, num-3); i < min(num+3, len(r.d.Tokens)); i++ {
		w := strings.ToLower(r.d.Word(i))
		switch {
		case w == "least" || w == "over" && i < num || w == "more" && i < num+3:
			q.AtLeast = v
		case w == "most" && i < num, w == "fewer", w == "less":
			q.AtMost = v
		case w == "about", w == "around", w == "some", w == "approximately", w == "nearly", w == "almost":
			q.About = true
		}
	}
	if num > 0 && a.At.From == num && strings.EqualFold(r.d.Word(num-1), "over") {
		q.AtLeast = v
	}
	if q.AtLeast == 0 && q.AtMost == 0 {
		q.Value = v
	}
	return q, true
}

// number is the value of a numeral: "129", "1,200", "three".
func (f *Finder) number(w string) (float64, bool) {
	if v, ok := f.numbers[strings.ToLower(w)]; ok {
		return v, true
	}
	v, err := strconv.ParseFloat(strings.ReplaceAll(w, ",", ""), 64)
	return v, err == nil && v >= 0 && v < 1e15
}
