package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"dateline/extract/train"
)

// needCorpora adds the flag --corpora to c, which must be given.
func needCorpora(c *cobra.Command, corpora *string, usage string) {
	c.Flags().StringVar(corpora, "corpora", "", usage)
	if err := c.MarkFlagRequired("corpora"); err != nil {
		panic(err) // there is such a flag
	}
}

// progress writes how learning goes on, a line each time.
func progress(c *cobra.Command) train.Logf {
	return func(format string, args ...any) { fmt.Fprintf(c.ErrOrStderr(), format+"\n", args...) }
}

// listing is where differences are listed: with the output of c if they are wanted, else nowhere.
func listing(c *cobra.Command, wanted bool) io.Writer {
	if wanted {
		return c.OutOrStdout()
	}
	return io.Discard
}
