package timex

import (
	"fmt"
	"io/fs"
	"strings"

	"dateline/extract"
	"dateline/graph"
)

// Check loads the rules of files and runs the examples that stand in them. The error lists every fault, a line each, as
// path:line: message.
func Check(files fs.FS) error {
	t, err := New(files)
	if err != nil {
		return err
	}
	var bad faults
	for _, e := range t.Examples() {
		if got, want := t.show(e), extract.Fold(e.Text); got != want {
			bad = append(bad, fmt.Sprintf("%s: want %s\n\tgot  %s", e.At, want, got))
		}
	}
	if len(bad) > 0 {
		return bad
	}
	return nil
}

// Examples lists the examples of all rule files, in order.
func (t *Tagger) Examples() []Example {
	var out []Example
	for _, p := range t.passes {
		done := map[*rule]bool{}
		for _, s := range p.states {
			for _, r := range s.rules {
				if !done[r] {
					done[r] = true
					out = append(out, r.examples...)
				}
			}
		}
	}
	return out
}

// show writes the text of an example with what the tagger finds, in the example's own form.
func (t *Tagger) show(e Example) string {
	plain := strings.Builder{}
	for rest := e.Text; rest != ""; {
		before, after, open := strings.Cut(rest, "[")
		plain.WriteString(before)
		if !open {
			break
		}
		inner, tail, _ := strings.Cut(after, "]")
		words, _, _ := strings.Cut(inner, "|")
		plain.WriteString(words)
		rest = tail
	}
	d := Plain(plain.String())
	if day, err := graph.ParseDate(e.Published); err == nil {
		d.Published = graph.DayOf(day)
	}
	_ = t.Tag(d)
	return Marked(d)
}

// Marked is the text of d with its time expressions in brackets: "He left on [Friday|2015-11-13]."
func Marked(d *extract.Document) string {
	var b strings.Builder
	at := 0
	for _, x := range d.Times {
		s := d.Span(x.At)
		b.WriteString(d.Text[at:s.Start] + "[" + d.Text[s.Start:s.End] + "|" + x.Value + "]")
		at = s.End
	}
	b.WriteString(d.Text[at:])
	return extract.Fold(b.String())
}

// Plain makes a document of a text by cutting it at blanks and signs, without tags or tree: enough to try rules on.
func Plain(text string) *extract.Document {
	d := &extract.Document{Text: text, Paragraphs: []extract.Paragraph{{Span: extract.Span{End: len(text)}}}}
	from := 0
	for i := 0; i < len(text); {
		if text[i] <= ' ' {
			i++
			continue
		}
		end := plainWord(text, i)
		d.Tokens = append(d.Tokens, extract.Token{Span: extract.Span{Start: i, End: end}, Head: -1})
		ends := strings.IndexByte(".!?", text[i]) >= 0
		i = end
		if n := len(d.Tokens); ends || strings.TrimSpace(text[i:]) == "" {
			d.Sentences = append(d.Sentences, extract.Sentence{Range: extract.Range{From: from, To: n},
				Span: extract.Span{Start: d.Tokens[from].Start, End: end}})
			from = n
		}
	}
	return d
}

// plainWord is the end of the word that begins at i.
func plainWord(text string, i int) int {
	if strings.IndexByte(",.;!?()\"$%£[]", text[i]) >= 0 {
		return i + 1
	}
	end := i + 1
	for end < len(text) && text[end] > ' ' && strings.IndexByte(";!?()\"%[]", text[end]) < 0 {
		end++
	}
	word := strings.TrimRight(text[i:end], ",.:")
	if strings.HasSuffix(text[i:end], ".") && word != "" && (word[0] < '0' || word[0] > '9') && (strings.Contains(word, ".") || len(word) <= 4 && end < len(text)) {
		word += "."
	}
	if k := strings.Index(word, "'s"); k > 0 && k+2 == len(word) && k < len(text) {
		word = word[:k]
	}
	return i + max(len(word), 1)
}
