// Package ingest turns bytes into Documents: it finds out what an input is, takes the article out of it, cleans its
// text, and finds title, publisher and publication date. No later stage touches bytes, files or the clock.
//
//	r, err := ingest.New(ingest.Options{Files: data.Files})
//	err = r.Walk(ctx, []string{"articles", "-"}, os.Stdin, emit, problem)
//
// What cannot be read is reported as a Problem and the run goes on; only a missing input, one that was asked for by
// name, is marked as such. To add a format, write NAME.go and put a line into the table Formats.
package ingest

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"io/fs"
	"path"
	"path/filepath"

	"dateline/extract"
	"dateline/graph"
)

// DefaultMaxBytes is the size above which one input is refused: 16 MiB, markup and all.
const DefaultMaxBytes = 16 << 20

// maxText is the size in bytes above which the text of one article is refused: 4 MiB, several novels. Reading a text takes
// some hundred times its size in memory.
const maxText = 4 << 20

// Options of a Reader. The zero value reads without any clean-up of plain text.
type Options struct {
	// Published is the date of articles that carry none; zero = leave it unknown.
	Published graph.Time
	// Files is the data folder, the one that holds lexicon/; nil = no words to know boilerplate by.
	Files fs.FS
	// MaxBytes is the size above which one article (a file, or a line of JSON Lines) is refused; 0 = DefaultMaxBytes.
	// Graph files have no such limit.
	MaxBytes int
}

// Item is one thing read: either Document or Graph is set.
type Item struct {
	Document *extract.Document
	Graph    *graph.Graph // of an input that is a graph file
}

// Problem tells what could not be read and why.
type Problem struct {
	Origin    string // path, or "-" for standard input
	Line, Col int    // from 1; 0 where they mean nothing
	Reason    string
	// Missing says that an input asked for by name was not there or could not be opened: the run has not done all
	// that it was told to do.
	Missing bool
}

// Error is "path:line:col: reason", without the parts that are not known.
func (p Problem) Error() string {
	switch {
	case p.Line == 0:
		return fmt.Sprintf("%s: %s", p.Origin, p.Reason)
	case p.Col == 0:
		return fmt.Sprintf("%s:%d: %s", p.Origin, p.Line, p.Reason)
	}
	return fmt.Sprintf("%s:%d:%d: %s", p.Origin, p.Line, p.Col, p.Reason)
}

// Reader reads inputs. It holds no state between them and may be used by several goroutines at once.
type Reader struct {
	published graph.Time
	maxBytes  int
	cues      *cues
	marks     *marks
	tags      *tagWords
}

// New loads the word lists of opts.Files. An error lists all faults in them, as path:line: message.
func New(opts Options) (*Reader, error) {
	r := &Reader{published: opts.Published, maxBytes: opts.MaxBytes}
	if r.maxBytes <= 0 {
		r.maxBytes = DefaultMaxBytes
	}
	var err error
	if r.cues, err = loadCues(opts.Files); err != nil {
		return nil, err
	}
	if r.marks, err = loadMarks(opts.Files); err != nil {
		return nil, err
	}
	if r.tags, err = loadTagWords(opts.Files); err != nil {
		return nil, err
	}
	return r, nil
}

// ReadBytes reads one input that is already in memory; name is its path or file name.
func (r *Reader) ReadBytes(name string, b []byte) (items []Item, problems []Problem) {
	out := &sink{
		emit:    func(i Item) error { items = append(items, i); return nil },
		problem: func(p Problem) { problems = append(problems, p) },
	}
	// The only error there can be is one of emit or of the context.
	_ = r.read(context.Background(), name, path.Base(filepath.ToSlash(name)), bytes.NewReader(b), out)
	return items, problems
}

// sink is where formats put what they read.
type sink struct {
	emit    func(Item) error
	problem func(Problem)
}

// input is one opened input, decoded to UTF-8 where a byte order mark says that it is UTF-16.
type input struct {
	ctx    context.Context
	origin string // path as given, for people to find it
	shown  string // path inside the folder that was given, for Document.Origin: the same wherever the folder lies
	name   string // last element of the path
	id     string // of an article that has none of its own
	head   []byte // its beginning, at most headSize bytes, still unread
	*bufio.Reader
}

// maxLines is how many lines an article may have; more cannot be one.
const maxLines = 500_000

var tooManyLines = fmt.Sprintf("more than %d lines", maxLines)

// headSize is how much of an input is looked at to see what it is, in bytes.
const headSize = 8 << 10

// read finds out what the input is and reads it; shown goes into Document.Origin. The error is one of out.emit or of the context.
func (r *Reader) read(ctx context.Context, origin, shown string, from io.Reader, out *sink) error {
	in, err := openInput(ctx, origin, shown, from)
	if err != nil {
		out.problem(Problem{Origin: origin, Reason: err.Error()})
		return nil
	}
	if len(in.head) == 0 {
		out.problem(Problem{Origin: origin, Reason: "empty"})
		return nil
	}
	if binary(in.head) {
		out.problem(Problem{Origin: origin, Reason: "not text"})
		return nil
	}
	in.id = stem(origin, in.name)
	for _, f := range Formats {
		if f.sniff(in.ext(), in.head) {
			return f.read(r, in, out)
		}
	}
	out.problem(Problem{Origin: origin, Reason: "not a kind of file that can be read"})
	return nil
}

// whole is all of the input; it reports a Problem and false where that is more than one article may have.
func (r *Reader) whole(in *input, out *sink) ([]byte, bool) {
	b, err := io.ReadAll(io.LimitReader(in, int64(r.maxBytes)+1))
	if err != nil {
		out.problem(Problem{Origin: in.origin, Reason: err.Error()})
		return nil, false
	}
	if len(b) > r.maxBytes {
		out.problem(Problem{Origin: in.origin, Reason: fmt.Sprintf("larger than %d bytes", r.maxBytes)})
		return nil, false
	}
	return b, true
}

// plain is all of the input as UTF-8, for formats whose lines are those of the article.
func (r *Reader) plain(in *input, out *sink) (string, bool) {
	b, ok := r.whole(in, out)
	if ok && bytes.Count(b, []byte("\n")) > maxLines {
		out.problem(Problem{Origin: in.origin, Reason: tooManyLines})
		return "", false
	}
	return toUTF8(b), ok
}

// emit puts one article out, after a last look at its date.
func (r *Reader) emit(d *extract.Document, out *sink) error {
	if len(d.Text) > maxText {
		out.problem(Problem{Origin: d.Origin, Reason: fmt.Sprintf("text larger than %d bytes", maxText)})
		return nil
	}
	if d.Published == (graph.Time{}) && r.published != (graph.Time{}) {
		d.Published, d.PublishedFrom = r.published, "given"
	}
	if d.Published == (graph.Time{}) {
		d.PublishedFrom = "unknown"
	}
	return out.emit(Item{Document: d})
}
