package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"net/http"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"dateline/graph"
	"dateline/output/server"
)

// parting is how long answers that are under way may take when the server ends.
const parting = 2 * time.Second

// serving is one run of the server.
type serving struct {
	building
	signature
	addr string
}

func newServe(s *settings) *cobra.Command {
	v := &serving{building: building{reading: reading{settings: s}}}
	c := &cobra.Command{
		Use:   "serve [INPUT...]",
		Short: "Explore articles or a graph in the browser, on this machine alone",
		Long: `Reads articles or graph files as build does and shows them in the browser: network,
timeline and evidence side by side, with search, filters, a period to choose and
every format to download. The server listens on this machine alone and answers
only to the address that it prints. Ctrl-C ends it.

With --corrections FILE, what is wrong can be corrected in the page: it is put at
the end of FILE, as review does, and shown at once. Serve the articles, or a file
that build --into made: in other graphs, what is one can no longer be parted.

The same page as a file, without a server: dateline build … --format html`,
		Example: `  dateline serve out/graph.json
  dateline serve articles/ --who "Angela Merkel" --from 2015-09
  dateline serve articles/ --corrections corrections.yaml --by Ann
  dateline serve --samples`,
		Args: cobra.ArbitraryArgs,
		RunE: func(_ *cobra.Command, inputs []string) error { return v.run(inputs) },
	}
	v.building.addFlags(c)
	v.signature.addFlags(c)
	v.asked.addFlags(c)
	c.Flags().StringVar(&v.corrections, "corrections", "", "`FILE` of corrections to apply, and to add to")
	c.Flags().StringVar(&v.addr, "addr", "127.0.0.1:0", "loopback `HOST:PORT` to listen on; port 0 takes a free one")
	c.Flags().BoolVar(&v.samples, "samples", false, "read the built-in articles, too")
	return c
}

func (v *serving) run(inputs []string) error {
	if len(inputs) == 0 && !v.samples {
		return misuse("dateline serve out/graph.json, or try --samples", "nothing to read")
	}
	if err := server.Local(v.addr); err != nil {
		return misuse("such as --addr 127.0.0.1:8080", "--addr: %w", err)
	}
	site, err := v.site(inputs)
	if err != nil {
		return err
	}
	return v.serve(site)
}

// site reads the inputs and makes what is served of them.
func (v *serving) site(inputs []string) (s server.Site, err error) {
	if err := v.asked.check(); err != nil {
		return s, err
	}
	stages, err := v.stages()
	if err != nil {
		return s, err
	}
	if err := v.open(); err != nil {
		return s, err
	}
	by, cs, err := v.knowledge()
	if err != nil && !errors.Is(err, fs.ErrNotExist) { // a file of corrections may still have to be made
		return s, err
	}
	if inputs, err = v.unpack(inputs); err != nil {
		return s, err
	}
	merged, err := v.merge(inputs, stages)
	if err != nil {
		return s, err
	}
	if err := v.end(nil); err != nil {
		return s, err
	}
	g, err := v.join(merged, by, cs)
	if err != nil {
		return s, err
	}
	if g, err = v.asked.of(g); err != nil {
		return s, err
	}
	s = server.Site{Graph: g, Options: v.options, Token: rand.Text()}
	if v.corrections != "" {
		s.Correct = func(c graph.Correction) (*graph.Graph, []string, error) { return v.correct(merged, by, c) }
	}
	return s, nil
}

// unpack takes the parts of graphs that build --into made instead of these; it gives the other inputs.
func (v *serving) unpack(inputs []string) (others []string, err error) {
	for _, path := range inputs {
		s := stored{into: path}
		if _, err := os.Stat(path + partsEnding); err != nil {
			others = append(others, path)
			continue
		}
		gs, err := s.update(nil)
		if err != nil {
			return nil, err
		}
		v.parts = append(v.parts, gs...)
		v.inputs++
	}
	return others, nil
}

// correct puts a correction into the file and gives the graph with all that stands there, with what is said about this
// one where it does not apply.
func (v *serving) correct(merged *graph.Graph, by graph.Judgement, c graph.Correction) (*graph.Graph, []string, error) {
	c.By, c.On = v.by, v.on
	cs, err := addCorrection(v.corrections, &c)
	if err != nil {
		return nil, nil, err
	}
	g, lost := graph.Correct(merged, by, cs)
	graph.InferPublished(g)
	graph.Order(g)
	if err := g.Check(); err != nil {
		return nil, nil, fmt.Errorf("it stands in %s, but cannot be shown: %w", v.corrections, err)
	}
	own := fmt.Sprintf("%d:", cs[len(cs)-1].Line)
	lost = slices.DeleteFunc(lost, func(l string) bool { return !strings.HasPrefix(l, own) })
	part, err := v.asked.of(g)
	if err != nil { // a name that was asked for is not there any more
		return g, append(lost, err.Error()), nil
	}
	return part, lost, nil
}

// serve shows a site until the command is interrupted.
func (v *serving) serve(site server.Site) error {
	ctx := v.cmd.Context()
	site.Options.Place = elsewhere(ctx, v.self, 0)
	s := server.New(site)
	l, err := (&net.ListenConfig{}).Listen(ctx, "tcp", v.addr)
	if err != nil {
		return err
	}
	fmt.Fprintf(v.cmd.OutOrStdout(), "http://%s/?token=%s\n", l.Addr(), site.Token)
	v.note(v.cmd, "open this address in a browser; Ctrl-C ends")
	ended := context.AfterFunc(ctx, func() {
		late, cancel := context.WithTimeout(context.WithoutCancel(ctx), parting)
		defer cancel()
		_ = s.Shutdown(late) // what is not done by then is broken off
	})
	defer ended()
	if err := s.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}
