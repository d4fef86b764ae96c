package main

import (
	"crypto/sha256"
	"fmt"
	"io/fs"
	"path"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"
)

func newVersion(s *settings) *cobra.Command {
	return &cobra.Command{
		Use:     "version",
		Short:   "Print the version, the Go release and the hashes of the models",
		Example: "  dateline version",
		Args:    exactly(0),
		RunE: func(c *cobra.Command, _ []string) error {
			files, err := s.files()
			if err != nil {
				return err
			}
			module, commit := built()
			out := c.OutOrStdout()
			fmt.Fprintf(out, "dateline %s\ncommit %s\n%s %s/%s\n", module, commit, runtime.Version(), runtime.GOOS, runtime.GOARCH)
			return fs.WalkDir(files, "models", func(name string, e fs.DirEntry, err error) error {
				if err != nil || e.IsDir() || path.Ext(name) == ".md" {
					return err
				}
				b, err := fs.ReadFile(files, name)
				if err != nil {
					return err
				}
				_, err = fmt.Fprintf(out, "%s sha256:%x\n", name, sha256.Sum256(b))
				return err
			})
		},
	}
}

// built is the module's version and the commit it was built from, as far as the build knew them.
func built() (module, commit string) {
	module, commit = "(devel)", "unknown"
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return module, commit
	}
	if info.Main.Version != "" {
		module = info.Main.Version
	}
	for _, v := range info.Settings {
		switch {
		case v.Key == "vcs.revision":
			commit = v.Value
		case v.Key == "vcs.modified" && v.Value == "true":
			commit += " (changed)"
		}
	}
	return module, commit
}
