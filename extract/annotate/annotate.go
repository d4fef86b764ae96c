// Package annotate prints one Document, as it stands after the stages, in the formats that other programs read: json,
// conllu, timeml, openie and text. It decides nothing: what is not in the Document is not in its output. Layers, for
// people who write rules, prints the same layers for the eye.
package annotate

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"

	"dateline/extract"
)

// Format is one way of printing a Document.
type Format struct {
	Name string // as given to --format
	Doc  string // one line for --help
	// Needs is what Write reads; stages behind the last one that fills it need not run.
	Needs extract.Layer
	write func(*bufio.Writer, *extract.Document) error
}

// everything is all layers that the stages fill.
const everything = extract.Tokens | extract.Sentences | extract.Tags | extract.Tree | extract.Mentions | extract.Times |
	extract.Chains | extract.Clauses | extract.Events

// syntax is what a treebank holds.
const syntax = extract.Tokens | extract.Sentences | extract.Tags | extract.Tree

// Formats is the table of formats, in the order of --help.
var Formats = []Format{
	{Name: "json", Doc: "all layers, one JSON object a line", Needs: everything, write: writeJSON},
	{Name: "conllu", Doc: "sentences, tags and trees as CoNLL-U", Needs: syntax, write: writeCoNLLU},
	{Name: "timeml", Doc: "the text with TIMEX3 inline, TimeML 1.2.1", Needs: extract.Tokens | extract.Times, write: writeTimeML},
	{Name: "openie", Doc: "who does what, tab-separated: article, sentence, confidence, subject, relation, object, more",
		Needs: syntax | extract.Clauses, write: writeOpenIE},
	{Name: "text", Doc: "the cleaned article, one JSON object a line", write: writeText},
}

// Find is the format of that name.
func Find(name string) (Format, bool) {
	for _, f := range Formats {
		if f.Name == name {
			return f, true
		}
	}
	return Format{}, false
}

// Write prints d. Same Document, same bytes.
func (f Format) Write(w io.Writer, d *extract.Document) error {
	b := bufio.NewWriter(w)
	if err := f.write(b, d); err != nil {
		return err
	}
	return b.Flush()
}

// line writes v as JSON on a line of its own, without the HTML escapes that would hide quotes and ampersands.
func line(w io.Writer, v any) error {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return err
	}
	_, err := w.Write(b.Bytes())
	return err
}
