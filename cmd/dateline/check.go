package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"dateline/data"
	"dateline/extract/english"
	"dateline/extract/ingest"
)

func newCheck(s *settings) *cobra.Command {
	return &cobra.Command{
		Use:   "check DIR",
		Short: "Check your own rules and lexicons, and run the examples in them",
		Long: `Lays the files of DIR over the built-in ones, as --data DIR does, loads them all,
and reports what is wrong as path:line:col: what. Then it runs the examples that
stand in the rules, yours and the built-in ones, and reports those that come out
otherwise: a rule of yours may break a sentence that was read well before.

DIR has the folders of the built-in data: rules/events/NAME.yaml, rules/times/,
lexicon/. A file of the same name replaces the built-in one.`,
		Example: `  dateline check my-rules
  dateline build articles/ --data my-rules --out out`,
		Args: exactly(1),
		RunE: func(c *cobra.Command, args []string) error {
			s.data = args[0]
			return runCheck(c, s)
		},
	}
}

func runCheck(c *cobra.Command, s *settings) error {
	files, err := s.files()
	if err != nil {
		return err
	}
	faults := faultsOf(files)
	if len(faults) > 0 { // what is wrong without the folder, too, is none of its faults
		known := faultsOf(data.Files)
		faults = slices.DeleteFunc(faults, func(f string) bool { return slices.Contains(known, f) && s.placed(f) == f })
	}
	for _, f := range faults {
		fmt.Fprintln(visible{c.ErrOrStderr()}, "dateline:", s.placed(f))
	}
	if len(faults) > 0 {
		s.note(c, "%d fault(s)", len(faults))
		return errQuiet
	}
	_, err = fmt.Fprintf(c.OutOrStdout(), "%s: no faults, all examples come out as they say\n", s.data)
	return err
}

// faultsOf loads all that files hold and runs the examples in it.
func faultsOf(files fs.FS) []string {
	_, err := ingest.New(ingest.Options{Files: files})
	faults := lines(err)
	_, err = judgement(files)
	faults = append(faults, lines(err)...)
	wrong, err := english.Examples(files)
	return append(append(faults, lines(err)...), wrong...)
}

// lines are the messages of an error that may hold several, a line each.
func lines(err error) []string {
	if err == nil {
		return nil
	}
	return strings.Split(err.Error(), "\n")
}

// placed puts the folder in front of a message about a file of it; messages about built-in files stay as they are.
func (s *settings) placed(message string) string {
	file, _, _ := strings.Cut(message, ":")
	path := filepath.Join(s.data, filepath.FromSlash(file))
	if _, err := os.Stat(path); err != nil && errors.Is(err, os.ErrNotExist) {
		return message
	}
	return path + strings.TrimPrefix(message, file)
}
