package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"dateline/graph"
	"dateline/output"
)

// stored is a graph that grows from run to run: FILE, and beside it FILE.parts with the small graphs of its articles.
// What comes out is byte for byte what reading all articles at once gives.
type stored struct {
	into   string
	remove []string
	parts  graph.Parts
	by     string // by what the stored articles were read; empty: there are none
	// replaced are the IDs of articles that have another text than before.
	replaced []string
}

// partsEnding makes the name of the file of parts from that of the graph.
const partsEnding = ".parts"

// errNoArticle is the problem with a graph file among what is to be added.
var errNoArticle = errors.New("a graph file was given, not an article: --into adds articles only")

func (s *stored) addFlags(c *cobra.Command) {
	c.Flags().StringVar(&s.into, "into", "", "add the articles to `FILE`, a graph.json that earlier runs with --into made")
	c.Flags().StringSliceVar(&s.remove, "remove", nil, "take the article `ID` out of --into FILE")
}

func (s *stored) check() error {
	if s.into == "" && len(s.remove) > 0 {
		return misuse("for example --into out/graph.json --remove g20-close", "--remove needs --into FILE")
	}
	return nil
}

// How much garbage, in percent of what lives, may gather: 60 takes a fifth less memory for a tenth more time than Go's
// usual 100, as a big corpus lives in small graphs. Where a few thousand stored articles are gone through for the sake
// of a few new ones, there is room, and time is what counts.
const (
	garbage, moreGarbage = 60, 150
	smallStore           = 32 << 20 // bytes of parts
)

func (s *stored) garbage() int {
	if f, err := os.Stat(s.into + partsEnding); s.into != "" && err == nil && f.Size() < smallStore {
		return moreGarbage
	}
	return garbage
}

// update puts new articles to those that are stored.
func (s *stored) update(parts []*graph.Graph) ([]*graph.Graph, error) {
	if s.into == "" {
		return parts, nil
	}
	old, err := s.read()
	if err != nil {
		return nil, err
	}
	var missing []string
	s.parts, s.replaced, missing = old.Update(parts, s.remove)
	if len(missing) > 0 {
		return nil, fmt.Errorf("%s: no article with the id %s", s.into, strings.Join(missing, ", "))
	}
	all, err := s.parts.Graphs()
	if err != nil {
		return nil, s.partsFault(err)
	}
	return all, nil
}

// partsFault is err with what to do about it.
func (s *stored) partsFault(err error) error {
	return fmt.Errorf("%s.parts: %w; build it anew from all articles, into another file or after taking this one away", s.into, err)
}

// reader is by what this program reads articles: itself. Parts keep that of the first articles, so that a file that
// was begun by another version stays known as such.
func reader() string {
	module, commit := built()
	return module + " " + commit
}

func (s *stored) read() (graph.Parts, error) {
	f, err := os.Open(s.into + partsEnding)
	if errors.Is(err, os.ErrNotExist) {
		if _, err := os.Stat(s.into); err == nil {
			return nil, fmt.Errorf("%s.parts is missing: %s was not made with --into, or its parts were lost; build it anew from all articles", s.into, s.into)
		}
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	parts, by, err := graph.ReadParts(f)
	if err != nil {
		return nil, s.partsFault(err)
	}
	s.by = by
	return parts, nil
}

// write writes the graph and its parts; the parts last, so that a run that is cut off can be made again. A graph that is
// younger than its parts was changed by somebody else: it is kept under the name that write gives.
func (s *stored) write(g *graph.Graph, o output.Options) (kept string, err error) {
	if s.into == "" {
		return "", nil
	}
	if kept, err = s.keepChanged(); err != nil {
		return "", err
	}
	return kept, s.writeBoth(g, o)
}

// keepChanged moves the graph out of the way if it is younger than its parts.
func (s *stored) keepChanged() (kept string, err error) {
	old, err := os.Stat(s.into)
	parts, err2 := os.Stat(s.into + partsEnding)
	if err != nil || err2 != nil || !old.ModTime().After(parts.ModTime()) {
		return "", nil // nothing there: what is wrong, writing will tell
	}
	kept = s.into + "~"
	for n := 2; ; n++ {
		if _, err := os.Lstat(kept); errors.Is(err, os.ErrNotExist) {
			return kept, os.Rename(s.into, kept)
		}
		kept = fmt.Sprintf("%s~%d", s.into, n)
	}
}

func (s *stored) writeBoth(g *graph.Graph, o output.Options) error {
	dir, name := filepath.Split(s.into)
	if dir == "" {
		dir = "."
	}
	json, _ := output.Lookup("json")
	if err := output.WriteFile(dir, name, func(w io.Writer) error { return json.Write(w, g, o) }); err != nil {
		return err
	}
	return output.WriteFile(dir, name+partsEnding, func(w io.Writer) error { return s.parts.Write(w, cmp.Or(s.by, reader())) })
}
