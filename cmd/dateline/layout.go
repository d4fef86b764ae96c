package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os/exec"
	"time"

	"github.com/spf13/cobra"

	"dateline/output"
)

// layoutTime is what one map may take. A layout cannot be stopped from inside (see output.Place), a process can.
const layoutTime = 8 * time.Second

// smallLayout is the size of graphs, in bytes, that are laid out sooner than a process starts: some twenty links. A server
// lays out none itself, since each layout keeps some memory for good.
const smallLayout = 8 << 10

// newLayout is the other end of elsewhere: a command for the program itself, in no help.
func newLayout() *cobra.Command {
	return &cobra.Command{
		Use: "layout", Hidden: true, Short: "Lay out the graphs on standard input", Args: exactly(0),
		RunE: func(c *cobra.Command, _ []string) error {
			var graphs []string
			if err := json.NewDecoder(c.InOrStdin()).Decode(&graphs); err != nil {
				return fmt.Errorf("standard input: %w", err)
			}
			placed, err := output.Place(graphs)
			if err != nil {
				return err
			}
			return json.NewEncoder(c.OutOrStdout()).Encode(placed)
		},
	}
}

// elsewhere lays graphs out in another process of this program, which is killed when it takes too long, and gives all
// its memory back. Graphs of fewer bytes than small are laid out here. Where self is not known, as in tests that call
// commands as functions, nil: all in this process.
func elsewhere(ctx context.Context, self string, small int) func([]string) ([]string, error) {
	if self == "" {
		return nil
	}
	return func(graphs []string) ([]string, error) {
		if size(graphs) < small {
			return output.Place(graphs)
		}
		ctx, cancel := context.WithTimeout(ctx, layoutTime)
		defer cancel()
		question, err := json.Marshal(graphs)
		if err != nil {
			return nil, err
		}
		var answer bytes.Buffer
		c := exec.CommandContext(ctx, self, "layout")
		c.Stdin, c.Stdout = bytes.NewReader(question), &answer
		if err := c.Run(); err != nil {
			return nil, fmt.Errorf("layout: %w", errors.Join(ctx.Err(), err))
		}
		var placed []string
		err = json.Unmarshal(answer.Bytes(), &placed)
		return placed, err
	}
}

func size(texts []string) (n int) {
	for _, s := range texts {
		n += len(s)
	}
	return n
}
