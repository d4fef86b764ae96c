package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"path"
	"runtime"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"dateline/data"
	"dateline/extract"
	"dateline/extract/ingest"
	"dateline/graph"
)

// reading is one run over articles: it reads them, reports what cannot be read, and counts.
type reading struct {
	*settings
	cmd       *cobra.Command
	reader    *ingest.Reader
	published string    // of --published
	known     string    // of --known
	messages  io.Writer // for what could not be read

	inputs   int  // articles and graph files that could be read
	problems int  // things that could not
	missing  bool // an input that was asked for by name was not there
	without  bool // there is something to do without articles, too
}

// addFlags gives the command the flags that say how articles are read.
func (r *reading) addFlags(c *cobra.Command) {
	r.cmd = c
	c.Flags().StringVar(&r.published, "published", "", "publication `DATE` of articles that carry none, such as 2015-11-16")
	c.Flags().StringVar(&r.known, "known", "", "YAML `FILE` of dates that you know, such as \"Paris attacks: 2015-11-13\"")
}

// open loads what reading needs.
func (r *reading) open() error {
	r.messages = r.cmd.ErrOrStderr()
	opts := ingest.Options{}
	if r.published != "" {
		t, err := graph.ParseTime(r.published)
		if err != nil {
			return misuse("such as --published 2015-11-16", "--published: %w", err)
		}
		opts.Published = t
	}
	files, err := r.files()
	if err != nil {
		return err
	}
	opts.Files = files
	r.reader, err = ingest.New(opts)
	return err
}

// piece is one thing read from the inputs: an article, a graph file, or what went wrong.
type piece struct {
	ingest.Item
	problem error
}

// walk gives what is in the inputs, in order. It runs on a goroutine of its own, so what it has to report comes as
// pieces, too. It ends early only when ctx ends or nobody wants more.
func (r *reading) walk(ctx context.Context, inputs []string) iter.Seq[piece] {
	return func(yield func(piece) bool) {
		wanted := true
		hand := func(p piece) error {
			wanted = wanted && yield(p)
			if !wanted {
				return context.Canceled
			}
			return nil
		}
		emit := func(i ingest.Item) error { return hand(piece{Item: i}) }
		problem := func(p ingest.Problem) { _ = hand(piece{problem: p}) }
		_ = r.reader.Walk(ctx, inputs, r.cmd.InOrStdin(), emit, problem)
	}
}

// samples gives the built-in articles.
func (r *reading) samples() iter.Seq[piece] {
	return func(yield func(piece) bool) {
		names, err := fs.Glob(data.Files, "samples/*.*")
		for _, name := range names {
			var b []byte
			if path.Ext(name) == ".md" {
				continue
			}
			if b, err = fs.ReadFile(data.Files, name); err != nil {
				break
			}
			items, problems := r.reader.ReadBytes(name, b)
			for _, i := range items {
				if !yield(piece{Item: i}) {
					return
				}
			}
			for _, p := range problems {
				if !yield(piece{problem: p}) {
					return
				}
			}
		}
		if err != nil {
			yield(piece{problem: err})
		}
	}
}

// errGraph is the problem with a graph file that was given to a command that has no use for one.
var errGraph = errors.New("a graph file was given, not an article; build and explain read those")

// read gives the article of p to do. Whatever goes wrong, a panic too, becomes a problem of that article, so that one
// article never ends a run.
func (p piece) read(do func(*extract.Document) error) (problem error) {
	defer func() {
		if fault := recover(); fault != nil {
			problem = fmt.Errorf("%s: fault in dateline at %s, please report it: %v", p.Document.Origin, place(), fault)
		}
	}()
	if err := do(p.Document); err != nil {
		return fmt.Errorf("%s: %w", p.Document.Origin, err)
	}
	return nil
}

// place is where in our code the panic happened that is being recovered: file:line.
func place() string {
	pcs := make([]uintptr, 32)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(0, pcs)])
	panicked := false
	for {
		f, more := frames.Next()
		if panicked && strings.HasPrefix(f.Function, "dateline/") {
			folder, name := path.Split(f.Function)
			folder += name[:strings.IndexByte(name, '.')]
			return strings.TrimPrefix(folder, "dateline/") + "/" + path.Base(f.File) + ":" + strconv.Itoa(f.Line)
		}
		panicked = panicked || f.Function == "runtime.gopanic"
		if !more {
			return "an unknown place"
		}
	}
}

// report prints and counts what could not be read.
func (r *reading) report(err error) {
	var p ingest.Problem
	r.missing = r.missing || errors.As(err, &p) && p.Missing
	r.problems++
	fmt.Fprintln(visible{r.messages}, "dateline:", err)
}

// end is the outcome of the run: err, or that nothing could be read, or that an input was missing. The reasons have
// been printed by then.
func (r *reading) end(err error) error {
	if err != nil {
		return err
	}
	if r.problems > 0 {
		r.note(r.cmd, "%d read, %d could not be read", r.inputs, r.problems)
	}
	switch {
	case r.inputs == 0 && r.problems == 0 && !r.without:
		return errors.New("no articles there")
	case r.inputs == 0 && !r.without || r.missing:
		return errQuiet
	}
	return nil
}
