package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"net"
	"net/http"
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

The same page as a file, without a server: dateline build … --format html`,
		Example: `  dateline serve out/graph.json
  dateline serve articles/
  dateline serve --samples`,
		Args: cobra.ArbitraryArgs,
		RunE: func(_ *cobra.Command, inputs []string) error { return v.run(inputs) },
	}
	v.addFlags(c)
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
	stages, err := v.stages()
	if err != nil {
		return err
	}
	if err := v.open(); err != nil {
		return err
	}
	g, err := v.read(inputs, stages)
	if err != nil {
		return err
	}
	if err := v.end(nil); err != nil {
		return err
	}
	return v.serve(g)
}

// serve shows g until the command is interrupted.
func (v *serving) serve(g *graph.Graph) error {
	ctx := v.cmd.Context()
	token := rand.Text()
	v.options.Place = elsewhere(ctx, v.self)
	s := server.New(g, v.options, token)
	l, err := (&net.ListenConfig{}).Listen(ctx, "tcp", v.addr)
	if err != nil {
		return err
	}
	fmt.Fprintf(v.cmd.OutOrStdout(), "http://%s/?token=%s\n", l.Addr(), token)
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
