package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"dateline/extract/annotate"
	"dateline/output"
)

const root = "../.."

// stage is what each stage of reading may import: the Document, the world's words, and its tools.
var stage = []string{"extract", "graph", "extract/rules", "extract/linear", "extract/lexicon"}

// learning is what the trainer may import: the stages whose models it fits. Nothing of the program imports it.
var learning = append([]string{"extract/train", "extract/segment", "extract/lemmas", "extract/names", "extract/timex",
	"extract/coref", "extract/neural", "extract/neural/kernel"}, stage...)

// mayImport says for each package of ours, by folder, which other packages of ours it may import. A folder with Go files
// that stands not here, or one here without Go files, fails the test.
var mayImport = map[string][]string{
	"data":             nil,
	"graph":            nil,
	"output":           {"graph", "output/paint", "output/wasmcache"},
	"output/wasmcache": nil,
	"output/paint":     nil,
	"output/server":    {"graph", "output"},

	"extract":               {"graph"},
	"extract/linear":        nil,
	"extract/lemmas":        {"extract", "extract/linear"},
	"extract/lexicon":       {"extract", "graph"},
	"extract/neural":        {"extract", "extract/linear", "extract/neural/kernel"},
	"extract/neural/kernel": nil,
	"extract/rules":         {"extract", "graph"},
	"extract/mend":          {"extract", "extract/rules"},
	"extract/ingest":        {"extract", "graph"},
	"extract/segment":       stage,
	"extract/names":         append([]string{"extract/neural/kernel"}, stage...),
	"extract/timex":         stage,
	"extract/coref":         stage,
	"extract/clauses":       stage,
	"extract/events":        stage,
	"extract/annotate":      {"extract", "graph"},
	"extract/english": {"extract", "graph", "extract/mend", "extract/lexicon", "extract/segment", "extract/lemmas", "extract/names", "extract/timex",
		"extract/coref", "extract/clauses", "extract/events", "extract/rules", "extract/neural"},
	"extract/train":          learning,
	"extract/train/crossdoc": learning,
	"extract/train/claims":   append([]string{"extract/clauses"}, learning...),
	"extract/train/coref":    learning,
	"extract/train/dates":    learning,
	"extract/train/dense":    {"extract/neural/kernel"},
	"extract/train/events":   learning,
	"extract/train/names":    append([]string{"extract/train/dense"}, learning...),
	"extract/train/neural":   append([]string{"extract/train/dense"}, learning...),
	"extract/train/timex":    learning,

	"cmd/dateline":       {"data", "graph", "output", "output/server", "extract", "extract/annotate", "extract/english", "extract/ingest", "extract/rules"},
	"cmd/dateline-train": append([]string{"data", "extract/ingest", "extract/english", "extract/train/coref", "extract/train/crossdoc", "extract/train/dates", "extract/train/events", "extract/annotate", "extract/clauses", "extract/train/claims", "extract/train/names", "extract/train/neural", "extract/train/timex"}, learning...),
}

// only says which packages alone may import a module of others that we want to keep in one place.
var only = map[string][]string{
	"github.com/goccy/go-graphviz":    {"output"},
	"github.com/dominikbraun/graph":   {"graph", "output"},
	"github.com/spf13/cobra":          {"cmd/dateline", "cmd/dateline-train"},
	"github.com/vbauerster/mpb":       {"cmd/dateline"},
	"golang.org/x/net":                {"extract/ingest"},
	"gopkg.in/yaml.v3":                {"graph", "extract/rules", "extract/timex", "output"},
	"net":                             {"output/server", "cmd/dateline"}, // to show a graph at this machine, to nobody else
	"net/http":                        {"output/server", "cmd/dateline"},
	"math/rand":                       nil,
	"github.com/fogleman/gg":          {"output/paint"},
	"codeberg.org/go-pdf/fpdf":        {"output/paint"},
	"golang.org/x/image":              {"output/paint"},
	"time":                            {"extract/ingest", "output/paint", "output/server", "cmd/dateline"}, // dates to parse, limits to set; no clock: dates are graph.Date
	"github.com/cespare/xxhash":       {"extract/linear", "graph"},
	"github.com/rogpeppe/go-internal": nil,
}

// TestHouse reads the imports of every Go file that is not a test. It parses in process: the files it opens are known to
// go test, which would keep an old "ok" of a run of go list.
func TestHouse(t *testing.T) {
	seen := map[string]bool{}
	err := filepath.WalkDir(root, func(file string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := e.Name()
		if e.IsDir() && file != root && (strings.HasPrefix(name, ".") || name == "testdata" || name == "out") {
			return filepath.SkipDir
		}
		if e.IsDir() || path.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		folder, err := filepath.Rel(root, filepath.Dir(file))
		if err != nil {
			return err
		}
		folder = filepath.ToSlash(folder)
		seen[folder] = true
		return checkFile(t, folder, file)
	})
	if err != nil {
		t.Fatal(err)
	}
	for folder := range mayImport {
		if !seen[folder] {
			t.Errorf("%s stands in the table and has no Go files", folder)
		}
	}
}

func checkFile(t *testing.T, folder, file string) error {
	allowed, listed := mayImport[folder]
	if !listed {
		t.Errorf("%s: folder %s does not stand in the table of who may import whom", file, folder)
	}
	f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
	if err != nil {
		return err
	}
	for _, s := range f.Imports {
		imported, err := strconv.Unquote(s.Path.Value)
		if err != nil {
			return err
		}
		if ours, ok := strings.CutPrefix(imported, "dateline/"); ok && !slices.Contains(allowed, ours) {
			t.Errorf("%s: %s may not import %s", file, folder, ours)
		}
		for module, users := range only {
			inside := imported == module || strings.HasPrefix(imported, module+"/") && strings.Contains(module, ".")
			if inside && !slices.Contains(users, folder) {
				t.Errorf("%s: %s may not import %s", file, folder, imported)
			}
		}
	}
	return nil
}

// TestReadme: what people can type stands in the README: commands, flags and formats.
func TestReadme(t *testing.T) {
	b, err := os.ReadFile(filepath.Join(root, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	readme := string(b)
	want := func(what string) {
		if !strings.Contains(readme, what) {
			t.Errorf("README.md does not mention %s", what)
		}
	}
	if picture, err := os.ReadFile(filepath.Join(root, ".github", "map.svg")); err != nil || !strings.HasSuffix(string(picture), "</svg>\n") {
		t.Errorf("the picture of the README is not whole (%v)", err)
	}
	top := newRoot()
	top.InitDefaultCompletionCmd()
	top.PersistentFlags().VisitAll(func(f *pflag.Flag) { want("`--" + f.Name) })
	for _, c := range top.Commands() {
		if c.Hidden {
			continue
		}
		want("dateline " + c.Name())
		c.LocalNonPersistentFlags().VisitAll(func(f *pflag.Flag) {
			if f.Name != "help" {
				want("`--" + f.Name)
			}
		})
	}
	for _, f := range annotate.Formats {
		want("`" + f.Name + "`")
	}
	for _, f := range output.Formats {
		want("`" + f.Name + "`")
		want(f.File)
	}
}

// TestHelp: each command teaches: it says what it does in a line, and shows at least one command to copy.
func TestHelp(t *testing.T) {
	var walk func(c *cobra.Command)
	walk = func(c *cobra.Command) {
		if !c.Hidden && (c.Short == "" || !strings.Contains(c.Example, "  dateline")) {
			t.Errorf("%s: wants a short text and an example", c.CommandPath())
		}
		for _, sub := range c.Commands() {
			walk(sub)
		}
	}
	walk(newRoot())
}
