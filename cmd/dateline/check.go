package main

import (
	"fmt"

	"github.com/spf13/cobra"
)

func newCheck(s *settings) *cobra.Command {
	return &cobra.Command{
		Use:   "check DIR",
		Short: "Check your own rules and lexicons, and run the examples in them",
		Long: `Lays the files of DIR over the built-in ones, as --data DIR does, loads them all,
and reports every fault as path:line:col: what. Then it runs the examples that
stand in the rules of DIR, and reports those that come out otherwise.

DIR has the folders of the built-in data: rules/events/NAME.yaml, rules/times/,
lexicon/. A file of the same name replaces the built-in one.`,
		Example: `  dateline check my-rules
  dateline build articles/ --data my-rules --out out`,
		Args: exactly(1),
		RunE: func(c *cobra.Command, args []string) error {
			s.data = args[0]
			if _, err := s.stages(); err != nil {
				return err
			}
			fmt.Fprintln(c.OutOrStdout(), "all well")
			return nil
		},
	}
}
