package ingest

import (
	"bytes"
	"path/filepath"
	"slices"
	"strings"
)

// Format is one kind of input.
type Format struct {
	Name string   // as shown to people
	Doc  string   // one line about it
	Ext  []string // endings of file names, lower case, with the stop

	// sniff tells from the ending (lower case, may be empty) and the beginning of an input whether it is of this kind.
	sniff func(ext string, head []byte) bool
	// read reads the input; the error is one of out.emit or of the context.
	read func(r *Reader, in *input, out *sink) error
}

// Formats are the inputs that can be read. The first whose sniff says yes has the input.
var Formats = []Format{
	{Name: "graph", Doc: "graph that dateline wrote, YAML or JSON, or FollowTheMoney", Ext: []string{".yaml", ".yml", ".json"}, sniff: sniffGraph, read: readGraph},
	{Name: "timeml", Doc: "TimeML: the text of TEXT, dated by DCT", Ext: []string{".tml"}, sniff: sniffTimeML, read: readTimeML},
	{Name: "json", Doc: "one article, or a list of them, as JSON", Ext: []string{".json"}, sniff: sniffJSON, read: readJSON},
	{Name: "jsonl", Doc: "JSON Lines, one article a line", Ext: []string{".jsonl", ".ndjson"}, sniff: sniffJSONL, read: readJSONL},
	{Name: "html", Doc: "web page", Ext: []string{".html", ".htm", ".xhtml"}, sniff: sniffHTML, read: readHTML},
	{Name: "text", Doc: "plain text, with or without front matter", Ext: []string{".txt", ".text"}, sniff: sniffText, read: readText},
}

// known tells whether a file name has the ending of one of the formats. In a folder, others are passed over.
func known(name string) bool {
	ext := strings.ToLower(filepath.Ext(name))
	return slices.ContainsFunc(Formats, func(f Format) bool { return slices.Contains(f.Ext, ext) })
}

// ext is the ending of the input's name, lower case.
func (in *input) ext() string { return strings.ToLower(filepath.Ext(in.name)) }

// stem is the ID of an article that has none of its own: the input's name without its ending.
func stem(origin, name string) string {
	switch {
	case origin == "-":
		return "stdin"
	case known(name):
		return name[:len(name)-len(filepath.Ext(name))]
	}
	return name
}

// starts tells whether the first thing in head, white space aside, is the word, in any case.
func starts(head []byte, word string) bool {
	head = bytes.TrimLeft(head, " \t\r\n\f")
	return len(head) >= len(word) && strings.EqualFold(string(head[:len(word)]), word)
}

// contains tells whether head holds the word (lower case ASCII) in any case.
func contains(head []byte, word string) bool {
	return bytes.Contains(bytes.ToLower(head), []byte(word))
}
