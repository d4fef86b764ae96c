package main

import (
	"bufio"
	"bytes"
	"cmp"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"dateline/graph"
	"dateline/output"
)

// reviewing is one session of review.
type reviewing struct {
	*settings
	signature
	in, corrections string
	most            int
	keys            *bufio.Reader
	out             io.Writer
	added           []addition
	at              int // the doubt that is asked about
}

func newReview(s *settings) *cobra.Command {
	r := &reviewing{settings: s}
	c := &cobra.Command{
		Use:   "review --in FILE --corrections FILE",
		Short: "Go through what is least sure, and write corrections",
		Long: `Shows the least certain merges and dates of a graph file first, one at a time, with
the sentences behind them, and puts what you say at the end of the corrections
file, which build --corrections applies. Keys:

  y      it is right
  1…9    the sentence with this number tells of another event, or means another
  x      reject it altogether
  t      set another time, or another name for an entity; then type it
  n      add a note; then type it
  u      take back the last one, and ask again
  s      skip, q quit

What the file already answers is not asked again. To take a correction back later,
remove it from the file.`,
		Example: `  dateline review --in out/graph.yaml --corrections corrections.yaml --by Ann
  dateline build articles/ --out out --corrections corrections.yaml`,
		Args: exactly(0),
		RunE: func(c *cobra.Command, _ []string) error {
			if r.in == "" || r.corrections == "" {
				return misuse("for example --in out/graph.yaml --corrections corrections.yaml", "--in FILE or --corrections FILE is missing")
			}
			r.keys, r.out = bufio.NewReader(c.InOrStdin()), visible{c.OutOrStdout()}
			return r.run()
		},
	}
	f := c.Flags()
	f.StringVar(&r.in, "in", "", "the graph `FILE` to go through")
	f.StringVar(&r.corrections, "corrections", "", "the `FILE` to add to")
	r.addFlags(c)
	f.IntVar(&r.most, "top", 0, "only the `N` least sure")
	return c
}

func (r *reviewing) run() error {
	known, err := readCorrections(r.corrections)
	if err != nil && !os.IsNotExist(err) {
		return err // not to be added to
	}
	g, err := readGraph(r.in)
	if err != nil {
		return err
	}
	doubts := slices.DeleteFunc(graph.Doubts(g), func(d graph.Doubt) bool { return answered(&d, known) })
	if r.most > 0 {
		doubts = doubts[:min(r.most, len(doubts))]
	}
	for i := 0; ; {
		if r.at = i; i == len(doubts) {
			if i, err = r.end(); i == len(doubts) {
				return err
			}
			continue
		}
		r.show(g, &doubts[i], fmt.Sprintf("%d of %d  ", i+1, len(doubts)))
		step, err := r.answer(&doubts[i])
		if step == 0 {
			return err
		}
		i += step
	}
}

// end is asked after the last doubt: the last answer can still be taken back. It gives the doubt to go on with.
func (r *reviewing) end() (at int, err error) {
	fmt.Fprintln(r.out, "\nno more doubts")
	if len(r.added) == 0 {
		return r.at, nil
	}
	fmt.Fprintln(r.out, "  u take back the last one, any other key quits")
	if key, _ := r.key(); key != 'u' {
		return r.at, nil
	}
	step, err := r.takeBack()
	return r.at + step, err
}

// answered tells whether one of the corrections, notes aside, is about the words of d.
func answered(d *graph.Doubt, known []graph.Correction) bool {
	return slices.ContainsFunc(known, func(c graph.Correction) bool {
		return c.Do != "note" && slices.ContainsFunc(c.What, func(f graph.Ref) bool {
			return slices.ContainsFunc(d.Seen, func(v graph.Evidence) bool {
				e := graph.RefEvidence("", &v)
				return f.Source == e.Source && f.Quote == e.Quote && (f.Word == e.Word || f.Word == "")
			})
		})
	})
}

// show prints what is in doubt: what it is, why it is so, and the words that it was read from.
func (r *reviewing) show(g *graph.Graph, d *graph.Doubt, head string) {
	what, when := d.ID, ""
	for i := range g.Events {
		if e := &g.Events[i]; e.ID == d.ID {
			what, when = e.Label, cmp.Or(e.When.Words(), "no date")
		}
	}
	for i := range g.Entities {
		if e := &g.Entities[i]; e.ID == d.ID {
			what = e.Name
		}
	}
	fmt.Fprintln(r.out)
	r.wrap(head, what)
	r.wrap("  ", when)
	r.wrap("  ", d.Text)
	for k := range d.Seen {
		v := graph.RefEvidence(d.ID, &d.Seen[k])
		r.wrap(fmt.Sprintf("  %d  ", k+1), fmt.Sprintf("%s: “%s”", v.Source, v.Quote))
	}
}

// wrap prints text within the terminal's width, its first line behind a margin that the others leave blank.
func (r *reviewing) wrap(margin, text string) {
	width := r.columns()
	if width <= 0 {
		width = 100
	}
	for _, line := range output.Wrap(text, max(20, width-len(margin)-1)) {
		fmt.Fprintf(r.out, "%s%s\n", margin, line)
		margin = strings.Repeat(" ", len(margin))
	}
}

// answer asks about d until a key answers it, and writes what that means. It tells how many doubts to go on by, 0 where
// nothing more is wanted.
func (r *reviewing) answer(d *graph.Doubt) (step int, err error) {
	for {
		key, err := r.key()
		switch {
		case err == io.EOF || err == nil && key == 'q':
			return 0, nil
		case err != nil:
			return 0, err
		case key == 's':
			return 1, nil
		case key == 'u':
			step, err := r.takeBack()
			if err == nil && step < 0 {
				return step, nil
			}
			fmt.Fprintln(r.out, "  "+cmp.Or(text(err), "nothing to take back"))
			continue
		}
		c, ok := r.meant(d, key)
		if !ok {
			fmt.Fprintln(r.out, "  keys: y right, 1…9 another, x reject, t time or name, n note, u take back, s skip, q quit")
			continue
		}
		if err := r.add(c); err != nil {
			fmt.Fprintln(r.out, "  "+err.Error())
			continue
		}
		fmt.Fprintln(r.out, "  "+strings.TrimSpace(c.Do+" "+c.To))
		return 1, nil
	}
}

func text(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

// meant is the correction that a key means; it may ask for a line. It is false where the key means nothing.
func (r *reviewing) meant(d *graph.Doubt, key byte) (*graph.Correction, bool) {
	c := &graph.Correction{By: r.by, On: r.on, What: []graph.Ref{graph.RefEvidence(d.ID, &d.Seen[0])}}
	n := int(key) - '1'
	switch {
	case key == 'y':
		c.Do = "confirm"
	case key == 'x':
		c.Do = "reject"
	case key == 't' && strings.HasPrefix(d.ID, "event/"):
		c.Do, c.To = "retime", r.line("new time: ")
	case key == 't':
		c.Do, c.To = "rename", r.line("new name: ")
	case key == 'n':
		c.Do, c.Because = "note", r.line("note: ")
	case 0 <= n && n < 9 && n < len(d.Seen) && len(d.Seen) > 1:
		c.Do, c.What = "not-same", graph.RefsApart(d.ID, d.Seen, n)
	default:
		return nil, false
	}
	if !strings.HasPrefix(d.ID, "event/") {
		for i := range c.What {
			c.What[i].Word = "" // a name, not a sentence with a trigger
		}
	}
	return c, true
}

// key is the next key, without waiting for the end of the line where a person types.
func (r *reviewing) key() (byte, error) {
	if term.IsTerminal(int(os.Stdin.Fd())) && r.keys.Buffered() == 0 {
		fmt.Fprint(r.out, "  [y 1…9 x t n u s q] ")
		if state, err := term.MakeRaw(int(os.Stdin.Fd())); err == nil {
			defer fmt.Fprintln(r.out)
			defer func() { _ = term.Restore(int(os.Stdin.Fd()), state) }()
		}
	}
	for {
		b, err := r.keys.ReadByte()
		if err != nil || b > ' ' {
			return b, err
		}
		if b == 3 || b == 4 { // Ctrl-C and Ctrl-D, which a raw terminal hands on
			return 'q', nil
		}
	}
}

// line is the next line, after a question.
func (r *reviewing) line(question string) string {
	fmt.Fprint(r.out, "  "+question)
	text, _ := r.keys.ReadString('\n')
	if strings.TrimSpace(text) == "" { // the rest of the key's own line
		text, _ = r.keys.ReadString('\n')
	}
	return strings.TrimSpace(text)
}

// add puts c at the end of the file.
func (r *reviewing) add(c *graph.Correction) error {
	before, err := os.ReadFile(r.corrections)
	if err != nil && !os.IsNotExist(err) {
		return err
	}
	if _, err := addCorrection(r.corrections, c); err != nil {
		return err
	}
	after, err := os.ReadFile(r.corrections)
	r.added = append(r.added, addition{r.at, before, after})
	return err
}

// addition is a file before and after a correction was added, at one of the doubts.
type addition struct {
	at            int
	before, after []byte
}

// takeBack takes back the last correction of this session, unless the file has changed since. It tells how many doubts
// to go back by.
func (r *reviewing) takeBack() (step int, err error) {
	n := len(r.added)
	if n == 0 {
		return 0, nil
	}
	last := r.added[n-1]
	now, err := os.ReadFile(r.corrections)
	if err != nil {
		return 0, err
	}
	if !bytes.Equal(now, last.after) {
		return 0, fmt.Errorf("%s was changed meanwhile: take it back there", r.corrections)
	}
	r.added = r.added[:n-1]
	return last.at - r.at, writeCorrections(r.corrections, last.before)
}
