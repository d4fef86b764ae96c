package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"dateline/graph"
)

func newExplain(s *settings) *cobra.Command {
	var in string
	c := &cobra.Command{
		Use:   "explain ID --in FILE",
		Short: "Show why an event, entity or relation came out as it did",
		Long: `Prints the chain behind one event, entity or relation of a graph file: the
sentences it was read from with their bytes, the rules that read them, their
scores, the reason for the date, what was merged and why, what each article says
for itself and where they disagree. Of an article it prints what reprints it.

ID may be any part of an id, in any case, as long as only one has it.`,
		Example: `  dateline explain event/2015-11-15/consult/barack-obama+vladimir-putin --in out/graph.yaml
  dateline explain person/barack-obama --in out/graph.yaml
  dateline explain hollande+cancel --in out/graph.json`,
		Args: exactly(1),
		RunE: func(c *cobra.Command, args []string) error {
			if in == "" {
				return misuse("for example: dateline explain "+args[0]+" --in out/graph.yaml", "--in FILE is missing")
			}
			g, err := readGraph(in)
			if err != nil {
				return err
			}
			id, err := findID(g, in, args[0])
			if err != nil {
				return err
			}
			explain(visible{c.OutOrStdout()}, g, id)
			return nil
		},
	}
	c.Flags().StringVar(&in, "in", "", "the graph `FILE` to look into: graph.yaml or graph.json")
	return c
}

// explain prints all that g knows of why id is there.
func explain(w io.Writer, g *graph.Graph, id string) {
	p := explainer{w: w, g: g, sources: map[string]*graph.Source{}, names: map[string]string{}}
	for i := range g.Sources {
		p.sources[g.Sources[i].ID] = &g.Sources[i]
	}
	for _, e := range g.Entities {
		p.names[e.ID] = e.Name
	}
	for _, e := range g.Entities {
		if e.ID == id {
			p.entity(e)
		}
	}
	for _, e := range g.Events {
		if e.ID == id {
			p.event(e)
		}
	}
	for _, r := range g.Relations {
		if r.ID == id {
			p.relation(r)
		}
	}
	for i := range g.Sources {
		if g.Sources[i].ID == id {
			p.source(&g.Sources[i])
		}
	}
}

// source prints an article and what reprints it, with what changed.
func (p explainer) source(s *graph.Source) {
	fmt.Fprintf(p.w, "%s\n%s\n", s.ID, s.Title)
	p.line("origin", s.Origin)
	p.line("publisher", s.Publisher)
	p.line("published", fmt.Sprintf("%s (%s)", s.Published, s.PublishedFrom))
	versions := graph.Lineage(p.g, s.ID)
	if len(versions) == 1 {
		return
	}
	fmt.Fprintln(p.w, "  reprinted, the earliest first:")
	for _, v := range versions {
		p.line(v.Source, strings.TrimSpace(v.Published.String()+" "+v.Publisher))
		for _, t := range v.Added {
			fmt.Fprintf(p.w, "    + %s\n", t)
		}
		for _, t := range v.Dropped {
			fmt.Fprintf(p.w, "    - %s\n", t)
		}
	}
}

type explainer struct {
	w       io.Writer
	g       *graph.Graph
	sources map[string]*graph.Source
	names   map[string]string // of entities, by ID
}

// line prints "what: value" unless there is no value.
func (p explainer) line(what, value string) {
	if value != "" {
		fmt.Fprintf(p.w, "  %-12s %s\n", what, value)
	}
}

func (p explainer) event(e graph.Event) {
	fmt.Fprintf(p.w, "%s\n%s\n", e.ID, e.Label)
	p.line("type", e.Type)
	p.line("trigger", fmt.Sprintf("%s (%s)", e.Trigger, e.Lemma))
	p.line("status", string(e.Status))
	p.when(e.When)
	p.told(e.Seen)
	for _, r := range e.Roles {
		p.line(r.Name, p.who(r.Entity, r.Text))
	}
	p.line("place", p.who(e.Place, ""))
	for _, a := range e.Attribution {
		p.line("said by", p.who(a.Source, a.Text)+", "+a.Verb)
	}
	for _, q := range e.Quantities {
		p.line(q.What, q.String())
	}
	p.disputes(e)
	for _, t := range e.Tellings {
		when := t.When.Words()
		if when == "" {
			when = "no date"
		}
		p.line("told as", fmt.Sprintf("“%s”, %s, %s (%s)", t.Label, when, t.Status, t.Source))
	}
	p.line("articles", fmt.Sprintf("%d independent, of %s", e.Articles, strings.Join(graph.Publishers(p.g, e.Seen), ", ")))
	for place, m := range graph.Matters(p.g) {
		if m.Event == e.ID {
			p.line("matters", fmt.Sprintf("number %d of %d: %s", place+1, len(p.g.Events), m.Reason))
		}
	}
	p.why(e.Why)
	p.seen(e.Seen)
	p.ties(e.ID)
}

// ties prints what ties the event to others; what it is a part of, and its parts, by their labels.
func (p explainer) ties(id string) {
	label := map[string]string{}
	for i := range p.g.Events {
		label[p.g.Events[i].ID] = p.g.Events[i].Label
	}
	for _, r := range p.g.Relations {
		switch {
		case r.From != id && r.To != id:
		case r.Type != graph.SubEvent:
			p.line(r.Type, r.From+" → "+r.To)
		case r.From == id:
			p.line("part of", fmt.Sprintf("%s (%s)", label[r.To], r.To))
		default:
			p.line("its parts", fmt.Sprintf("%s (%s)", label[r.From], r.From))
		}
	}
}

// disputes prints on what the sources disagree, with the sentence of each side.
func (p explainer) disputes(e graph.Event) {
	for _, c := range e.Conflicts {
		p.line("conflict", c)
		for _, d := range e.Disputes {
			if d.String() != c {
				continue
			}
			for _, s := range d.Sides {
				if s.Quote != "" {
					fmt.Fprintf(p.w, "  %-12s   %s: “%s”\n", "", s.Source, strings.Join(strings.Fields(s.Quote), " "))
				}
			}
		}
	}
}

func (p explainer) entity(e graph.Entity) {
	fmt.Fprintf(p.w, "%s\n%s\n", e.ID, e.Name)
	p.line("type", string(e.Kind))
	p.line("aliases", strings.Join(e.Aliases, ", "))
	p.line("keys", strings.Join(e.Keys, ", "))
	for _, why := range e.OneBy() {
		p.line("holds", why)
	}
	p.line("mentions", fmt.Sprintf("%d in %d article(s)", e.Mentions, e.Sources))
	p.why(e.Why)
	p.seen(e.Seen)
	for _, v := range p.g.Events {
		for _, r := range v.Roles {
			if r.Entity == e.ID {
				p.line(r.Name+" of", v.ID)
			}
		}
	}
	for _, r := range p.g.Relations {
		if r.From == e.ID || r.To == e.ID {
			p.line(r.Type, r.ID)
		}
	}
}

func (p explainer) relation(r graph.Relation) {
	fmt.Fprintln(p.w, r.ID)
	p.line("type", r.Type)
	p.line("from", p.who(r.From, ""))
	p.line("to", p.who(r.To, ""))
	p.when(r.When)
	p.seen(r.Seen)
}

func (p explainer) when(t graph.When) {
	switch {
	case t.Time.Known():
		p.line("when", fmt.Sprintf("%s, from %s to %s", t.EDTF(), orOpen(t.Time.First), orOpen(t.Time.Last)))
	default:
		p.line("when", "not known")
	}
	p.line("how sure", sureness[t.Sure])
	p.line("because", t.Reason)
}

// told names the articles that tell of an event with their dates of publication, which are kept apart from the time of
// what they tell.
func (p explainer) told(seen []graph.Evidence) {
	last := ""
	for _, v := range seen {
		if v.Source != last {
			p.line("told", "by "+v.Source+p.published(v.Source))
			if s := p.sources[v.Source]; s != nil {
				p.line("", s.PublishedWhy)
			}
		}
		last = v.Source
	}
}

// sureness puts in words how sure a time is.
var sureness = map[graph.Sureness]string{
	graph.Given:    "given by the user",
	graph.Stated:   "stated: the text gives the date with the event",
	graph.Inferred: "inferred: taken over from something that the text dates",
	graph.Likely:   "likely: the day that such a sentence usually means; it may be another",
	graph.Bounded:  "bounded: only limits are known",
}

func orOpen(d graph.Date) string {
	if !d.Known() {
		return "(open)"
	}
	return d.String()
}

// who is an entity's name and ID, or the words where no entity stands behind them.
func (p explainer) who(id, text string) string {
	name := p.names[id]
	switch {
	case id == "":
		return text
	case text != "" && text != name:
		return fmt.Sprintf("%s (%s, written %q)", name, id, text)
	case name != "":
		return fmt.Sprintf("%s (%s)", name, id)
	}
	return id
}

func (p explainer) why(lines []string) {
	for _, l := range lines {
		p.line("merged", l)
	}
}

// seen prints the evidence; where the file holds the article's text, it says whether the quote is really there.
func (p explainer) seen(all []graph.Evidence) {
	for _, v := range all {
		fmt.Fprintf(p.w, "\n  %s, sentence %d, bytes %d to %d%s\n", v.Source, v.Sentence, v.Start, v.End, p.published(v.Source))
		fmt.Fprintf(p.w, "    “%s”\n", strings.Join(strings.Fields(v.Quote), " "))
		fmt.Fprintf(p.w, "    trigger at %d to %d: %s\n", v.Trigger.Start, v.Trigger.End, trigger(v))
		rule := v.By
		if v.Score > 0 {
			rule += fmt.Sprintf(", score %.2f", v.Score)
		}
		fmt.Fprintf(p.w, "    read by %s; %s\n", rule, p.verify(v))
	}
	if len(all) > 0 {
		fmt.Fprintln(p.w)
	}
}

func (p explainer) published(id string) string {
	s := p.sources[id]
	if s == nil || !s.Published.Known() {
		return ", publication date unknown"
	}
	text := fmt.Sprintf(", published %s (%s)", s.Published, s.PublishedFrom)
	if s.CopyOf != "" {
		text += ", a copy of " + s.CopyOf
	}
	return text
}

// trigger is the words of the quote that the trigger covers.
func trigger(v graph.Evidence) string {
	from, to := v.Trigger.Start-v.Start, v.Trigger.End-v.Start
	if from < 0 || to > len(v.Quote) || from > to {
		return "(outside the quote)"
	}
	return v.Quote[from:to]
}

func (p explainer) verify(v graph.Evidence) string {
	s := p.sources[v.Source]
	switch {
	case s == nil || s.Text == "":
		return "the article's text is not in this file"
	case v.Start < 0 || v.End > len(s.Text) || v.Start > v.End || s.Text[v.Start:v.End] != v.Quote:
		return "the quote does not stand there in the article's text"
	}
	return "the quote stands there in the article's text"
}
