package main

import (
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"dateline/extract"
	"dateline/graph"
	"dateline/output"
)

// usual are the formats that build writes unless --format says otherwise.
const usual = "timeline,page,svg,yaml"

// building is one build: what was asked for and how far it got.
type building struct {
	reading
	out     string
	formats string
	samples bool
	options output.Options

	asked       asked
	corrections string // path
	stored      stored
	parts       []*graph.Graph // to merge with what is read
}

func newBuild(s *settings) *cobra.Command {
	b := &building{reading: reading{settings: s}}
	c := &cobra.Command{
		Use:   "build [INPUT...] --out DIR",
		Short: "Read articles, merge them, write timeline, page, map and graph",
		Long: `Reads articles, merges what they tell, writes timeline.txt, timeline.html, map.svg
and graph.yaml into DIR, and prints the timeline. Inputs are files, folders, or -
for standard input: plain text with or without front matter, HTML, JSON Lines,
TimeML, and graph files of an earlier build, which are merged with the rest.

Formats:
` + outputFormats(),
		Example: `  dateline build --samples --out out
  dateline build articles/ --out out
  dateline build --published 2015-11-16 summit.txt --out out --quotes
  dateline build out/graph.yaml new.jsonl --out out      add to what is known
  dateline build --into news.json today/                 the same, as if all were read at once
  dateline build articles/ --format svg --out - > map.svg
  dateline build articles/ --out out --who "Angela Merkel" --from 2015-09 --top 20`,
		Args: cobra.ArbitraryArgs,
		RunE: func(_ *cobra.Command, inputs []string) error { return b.run(inputs) },
	}
	b.addFlags(c)
	b.asked.addFlags(c)
	b.stored.addFlags(c)
	f := c.Flags()
	f.StringVar(&b.out, "out", "", "`DIR` to write into; - writes one format to standard output")
	f.StringVar(&b.formats, "format", usual, "`NAME[,NAME]` of the formats to write")
	f.StringVar(&b.corrections, "corrections", "", "`FILE` of corrections to apply; see dateline review")
	f.BoolVar(&b.samples, "samples", false, "read the built-in articles, too")
	f.BoolVar(&b.options.WithText, "with-text", false, "put the text of the articles into graph.yaml")
	f.BoolVar(&b.options.Raw, "raw", false, "write CSV cells as they are; else none runs as a formula in a spreadsheet")
	f.StringVar(&b.options.Size, "size", "weight", "what the sizes of names in the map tell: weight or betweenness: `NAME`")
	f.BoolVar(&b.options.Quotes, "quotes", false, "print the sentences under the events of the timeline")
	return c
}

func (b *building) run(inputs []string) error {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(b.stored.garbage())
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(softLimit)
	}
	formats, err := b.check(inputs)
	if err != nil {
		return err
	}
	if err := b.asked.check(); err != nil {
		return err
	}
	b.without = len(b.stored.remove) > 0
	b.options.Place = elsewhere(b.cmd.Context(), b.self, smallLayout)
	stages, err := b.stages()
	if err != nil {
		return err
	}
	if err := b.open(); err != nil {
		return err
	}
	g, err := b.read(inputs, stages)
	if err != nil {
		return err
	}
	if b.inputs > 0 || len(b.stored.remove) > 0 {
		kept, err := b.stored.write(g, b.options)
		if err != nil {
			return err
		}
		if n := len(b.stored.replaced); n > 0 {
			b.note(b.cmd, "stored articles that another text of the same name took the place of: %d, such as %s", n, b.stored.replaced[0])
		}
		if kept != "" {
			b.note(b.cmd, "%s was changed after it was made; it is kept as %s", b.stored.into, kept)
		}
		if g, err = b.asked.of(g); err != nil {
			return err
		}
		b.options.Part = b.asked.words()
		if err := b.write(g, formats); err != nil {
			return err
		}
	}
	return b.end(nil)
}

// softLimit is how much memory, in bytes, a build takes before it collects garbage more often; it may take more.
const softLimit = 900 << 20

// check looks at the command line before anything is loaded.
func (b *building) check(inputs []string) ([]output.Format, error) {
	if len(inputs) == 0 && !b.samples && len(b.stored.remove) == 0 {
		return nil, misuse("dateline build articles/ --out out, or try --samples", "nothing to read")
	}
	if err := b.stored.check(); err != nil || b.out == "" && b.stored.into != "" {
		return nil, err
	}
	if b.out == "" {
		return nil, misuse("for example --out out; --out - writes one format to standard output", "--out DIR is missing")
	}
	if s := b.options.Size; s != "weight" && s != output.SizeBetweenness {
		return nil, misuse("weight or betweenness", "--size %s: not known", s)
	}
	var formats []output.Format
	for name := range strings.SplitSeq(b.formats, ",") {
		f, ok := output.Lookup(strings.TrimSpace(name))
		if !ok {
			return nil, misuse("known: "+strings.Join(outputNames(), ", "), "--format %s: not known", name)
		}
		formats = append(formats, f)
	}
	if b.out == "-" && len(formats) != 1 {
		return nil, misuse("for example --format json --out -", "--out - wants exactly one --format")
	}
	return formats, nil
}

// read makes one graph of all inputs.
func (b *building) read(inputs []string, stages extract.Pipeline) (*graph.Graph, error) {
	by, cs, err := b.knowledge()
	if err != nil {
		return nil, err
	}
	merged, err := b.merge(inputs, stages)
	if err != nil {
		return nil, err
	}
	return b.join(merged, by, cs)
}

// merge reads all inputs. Each article becomes a small graph and is let go; the order in which they are merged makes no
// difference to Merge, and sorting them makes none to us.
func (b *building) merge(inputs []string, stages extract.Pipeline) (*graph.Graph, error) {
	ctx := b.cmd.Context()
	bar := newProgress(b.settings)
	defer bar.end()
	messages := b.messages
	b.messages = bar.above(b.messages)
	defer func() { b.messages = messages }()
	in := b.walk(ctx, inputs)
	if b.samples {
		in = both(b.reading.samples(), in)
	}
	parts := b.parts
	work := func(p piece) piece { return p.assemble(stages) }
	err := inOrder(ctx, b.workers, in, work, func(p piece) error {
		bar.step()
		if p.problem != nil {
			b.report(p.problem)
			return nil
		}
		if b.stored.into != "" && len(p.Graph.Sources) != 1 {
			b.report(errNoArticle)
			return nil
		}
		b.inputs++
		parts = append(parts, p.Graph)
		return nil
	})
	if err == nil {
		parts, err = b.stored.update(parts)
	}
	if err != nil {
		return nil, err
	}
	if by := b.stored.by; by != "" && by != reader() {
		b.note(b.cmd, "%s has articles that another version read (%s); to read all alike, build it anew", b.stored.into, by)
	}
	return graph.Merge(graph.Apart(parts)...), nil
}

// join makes the graph of what was merged: what is told in other words is made one, corrected, and put in order. It
// tells which statements about the order of events contradict others, and which corrections do not apply.
func (b *building) join(merged *graph.Graph, by graph.Judgement, cs []graph.Correction) (*graph.Graph, error) {
	g, lost := graph.Correct(merged, by, cs)
	graph.InferPublished(g)
	contradictions := graph.Order(g)
	for _, l := range lost {
		fmt.Fprintf(b.messages, "dateline: %s:%s\n", b.corrections, l)
	}
	for i, c := range contradictions {
		if i == shownContradictions {
			b.note(b.cmd, "and %d more contradictions about the order of events", len(contradictions)-i)
			break
		}
		b.note(b.cmd, "left out: %s", c)
	}
	return g, g.Check()
}

// knowledge is what people say of the articles beside them: words of one sense, and corrections.
func (b *building) knowledge() (by graph.Judgement, cs []graph.Correction, err error) {
	files, err := b.files()
	if err != nil {
		return by, nil, err
	}
	if by, err = judgement(files); err == nil && b.corrections != "" {
		cs, err = readCorrections(b.corrections)
	}
	return by, cs, err
}

// shownContradictions is the number of contradictions that are printed one by one.
const shownContradictions = 5

// write prints g into the folder or to standard output.
func (b *building) write(g *graph.Graph, formats []output.Format) error {
	if b.out == "" { // --into alone
		return nil
	}
	if b.out == "-" {
		return formats[0].Write(b.cmd.OutOrStdout(), g, b.options)
	}
	for _, f := range formats {
		if err := b.cmd.Context().Err(); err != nil {
			return err
		}
		if err := b.writeFormat(g, f); err != nil {
			return err
		}
	}
	if b.quiet {
		return nil
	}
	return b.print(g)
}

// writeFormat prints g as one file, or as a folder of files.
func (b *building) writeFormat(g *graph.Graph, f output.Format) error {
	if f.Files != nil {
		return output.WriteFolder(b.out, f.Folder(), func(create output.Create) error { return f.Files(create, g, b.options) })
	}
	return output.WriteFile(b.out, f.File, func(w io.Writer) error { return f.Write(w, g, b.options) })
}

// print shows the timeline on standard output, fit for the terminal there.
func (b *building) print(g *graph.Graph) error {
	o := b.options
	o.Color, o.Width = b.colored(), b.columns()
	return output.Timeline(b.cmd.OutOrStdout(), g, o)
}

func outputNames() []string {
	var names []string
	for _, f := range output.Formats {
		names = append(names, f.Name)
	}
	return names
}

func outputFormats() string {
	text := ""
	for _, f := range output.Formats {
		mark := " "
		if slices.Contains(strings.Split(usual, ","), f.Name) {
			mark = "*"
		}
		file := f.File
		if f.Files != nil {
			file = f.Folder() + "/"
		}
		text += fmt.Sprintf("  %s %-10s %-15s %s\n", mark, f.Name, file, f.Doc)
	}
	return text + "  * is written unless --format says otherwise"
}
