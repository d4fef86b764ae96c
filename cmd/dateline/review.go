package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"dateline/graph"
)

// reviewing is one session of review.
type reviewing struct {
	*settings
	signature
	in, corrections string
	most            int
	keys            *bufio.Reader
	out             io.Writer
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
  s      skip, q quit

To take a correction back, remove it from the file.`,
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
	if _, err := readCorrections(r.corrections); err != nil && !os.IsNotExist(err) {
		return err // not to be added to
	}
	g, err := readGraph(r.in)
	if err != nil {
		return err
	}
	doubts := graph.Doubts(g)
	if r.most > 0 {
		doubts = doubts[:min(r.most, len(doubts))]
	}
	for i := range doubts {
		d := &doubts[i]
		fmt.Fprintf(r.out, "%d of %d  %s\n  %s\n", i+1, len(doubts), d.ID, d.Text)
		for k, v := range d.Seen {
			fmt.Fprintf(r.out, "  %d  %s: “%s”\n", k+1, v.Source, strings.Join(strings.Fields(v.Quote), " "))
		}
		if more, err := r.answer(d); !more {
			return err
		}
	}
	fmt.Fprintln(r.out, "no more doubts")
	return nil
}

// answer asks about d until a key answers it, and writes what that means. It is false when nothing more is wanted.
func (r *reviewing) answer(d *graph.Doubt) (more bool, err error) {
	for {
		key, err := r.key()
		if err == io.EOF || key == 'q' {
			return false, nil
		}
		if err != nil {
			return false, err
		}
		c := graph.Correction{By: r.by, On: r.on, What: []graph.Ref{graph.RefEvidence(d.ID, &d.Seen[0])}}
		n := int(key - '1')
		switch {
		case key == 's':
			return true, nil
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
			fmt.Fprintln(r.out, "  keys: y right, 1…9 another, x reject, t time or name, n note, s skip, q quit")
			continue
		}
		if !strings.HasPrefix(d.ID, "event/") {
			for i := range c.What {
				c.What[i].Word = "" // a name, not a sentence with a trigger
			}
		}
		if err := r.add(&c); err != nil {
			fmt.Fprintln(r.out, "  "+err.Error())
			continue
		}
		return true, nil
	}
}

// key is the next key, without waiting for the end of the line where a person types.
func (r *reviewing) key() (byte, error) {
	if term.IsTerminal(int(os.Stdin.Fd())) && r.keys.Buffered() == 0 {
		fmt.Fprint(r.out, "  [y 1…9 x t n s q] ")
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
	_, err := addCorrection(r.corrections, c)
	return err
}
