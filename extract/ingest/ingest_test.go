package ingest

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"dateline/data"
	"dateline/extract"
	"dateline/graph"
)

var update = flag.Bool("update", false, "rewrite the expected outputs in testdata")

// reader is a Reader with the built-in word lists; given is the --published date, may be empty.
func reader(t testing.TB, given string) *Reader {
	t.Helper()
	opts := Options{Files: data.Files}
	if given != "" {
		when, err := graph.ParseTime(given)
		if err != nil {
			t.Fatal(err)
		}
		opts.Published = when
	}
	r, err := New(opts)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// show is what came out, for people: what is known of the article, its paragraphs, what was left out, problems.
func show(items []Item, problems []Problem) string {
	var b strings.Builder
	for _, i := range items {
		if i.Graph != nil {
			fmt.Fprintf(&b, "graph with %d sources\n", len(i.Graph.Sources))
			continue
		}
		d := i.Document
		fmt.Fprintf(&b, "article %s from %s\n", d.ID, d.Origin)
		for _, f := range [][2]string{{"title", d.Title}, {"publisher", d.Publisher}, {"place", d.Place}} {
			if f[1] != "" {
				fmt.Fprintf(&b, "%s: %s\n", f[0], f[1])
			}
		}
		fmt.Fprintf(&b, "published: %s (%s)\n", d.Published, d.PublishedFrom)
		for _, p := range d.Paragraphs {
			fmt.Fprintf(&b, "%s %q\n", [...]string{"body", "heading", "item", "caption"}[p.Kind], d.Text[p.Start:p.End])
		}
		for _, s := range d.Skipped {
			fmt.Fprintf(&b, "left out %d, %s: %q\n", s.Line, s.Reason, s.Text)
		}
	}
	for _, p := range problems {
		fmt.Fprintf(&b, "problem %s\n", p.Error())
	}
	return b.String()
}

// TestCases reads the inputs in testdata/*.txtar and compares with the file "want" in them. The comment's line
// "published: DATE" stands for --published.
func TestCases(t *testing.T) {
	paths, _ := filepath.Glob("testdata/*.txtar")
	if len(paths) == 0 {
		t.Fatal("no cases")
	}
	for _, path := range paths {
		t.Run(filepath.Base(path), func(t *testing.T) {
			ar, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			_, given, _ := strings.Cut(string(ar.Comment), "published: ")
			given, _, _ = strings.Cut(given, "\n")
			r := reader(t, given)
			var got strings.Builder
			for _, f := range ar.Files {
				if f.Name == "want" {
					continue
				}
				items, problems := r.ReadBytes(f.Name, f.Data)
				check(t, items)
				got.WriteString(show(items, problems))
			}
			compare(t, path, ar, got.String())
		})
	}
}

// compare compares with the last file of ar, or rewrites it.
func compare(t *testing.T, path string, ar *txtar.Archive, got string) {
	t.Helper()
	last := &ar.Files[len(ar.Files)-1]
	if *update {
		if last.Name != "want" {
			ar.Files = append(ar.Files, txtar.File{Name: "want"})
			last = &ar.Files[len(ar.Files)-1]
		}
		last.Data = []byte(got)
		if err := os.WriteFile(path, txtar.Format(ar), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(string(last.Data), got); diff != "" {
		t.Errorf("%s: -want +got\n%s", path, diff)
	}
}

// check tests what holds for every Document.
func check(t testing.TB, items []Item) {
	t.Helper()
	for _, i := range items {
		d := i.Document
		if d == nil {
			continue
		}
		if !utf8.ValidString(d.Text) || !utf8.ValidString(d.Title) {
			t.Fatalf("%s: not UTF-8: %q", d.ID, d.Text)
		}
		last := 0
		for _, p := range d.Paragraphs {
			if p.Start < last || p.End <= p.Start || p.End > len(d.Text) {
				t.Fatalf("%s: paragraph %v after %d in %d bytes", d.ID, p.Span, last, len(d.Text))
			}
			s := d.Text[p.Start:p.End]
			if !utf8.ValidString(s) || isSpace(s[0]) || isSpace(s[len(s)-1]) {
				t.Fatalf("%s: paragraph %q begins or ends wrongly", d.ID, s)
			}
			last = p.End
		}
		if (d.PublishedFrom == "unknown") != (d.Published == graph.Time{}) {
			t.Fatalf("%s: published %v from %s", d.ID, d.Published, d.PublishedFrom)
		}
	}
}

func TestSamples(t *testing.T) {
	r := reader(t, "")
	entries, err := data.Files.ReadDir("samples")
	if err != nil {
		t.Fatal(err)
	}
	ids := map[string]*extract.Document{}
	for _, e := range entries {
		if filepath.Ext(e.Name()) == ".md" {
			continue
		}
		b, _ := data.Files.ReadFile("samples/" + e.Name())
		items, problems := r.ReadBytes("samples/"+e.Name(), b)
		check(t, items)
		for _, p := range problems {
			t.Error(p.Error())
		}
		for _, i := range items {
			ids[i.Document.ID] = i.Document
			if from := i.Document.PublishedFrom; (from == "unknown") != (i.Document.ID == "syria-campaign-background") {
				t.Errorf("%s: date from %s", i.Document.ID, from)
			}
		}
	}
	if len(ids) < 12 {
		t.Errorf("%d sample articles", len(ids))
	}
	for _, id := range []string{"saint-denis-raid", "un-assembly-scraped"} {
		text := strings.ToLower(ids[id].Text)
		for _, w := range []string{"cookie", "newsletter", "comment", "read:", "read more", "share", "sign", "rights reserved", "a week", "reader1"} {
			if strings.Contains(text, w) {
				t.Errorf("%s: %q in the text", id, w)
			}
		}
	}
}

func TestWalk(t *testing.T) {
	dir := t.TempDir()
	write := func(name, s string) {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(s), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("b.txt", "Second.")
	write("a.txt", "First.")
	write("c/d.txt", "Third.")
	write(".hidden.txt", "Not this.")
	write(".git/e.txt", "Nor this.")
	write("f.jpg", "\xff\xd8\xff")
	write("g.txt", "\x00\x01\x02\x03\x04\x05\x06\x07\x08binary")
	write("h.txt", "")
	if err := os.Symlink(dir, filepath.Join(dir, "loop")); err != nil {
		t.Fatal(err)
	}
	var got []string
	emit := func(i Item) error { got = append(got, i.Document.Origin+" "+i.Document.Text); return nil }
	problem := func(p Problem) {
		rel, _ := filepath.Rel(dir, p.Origin)
		got = append(got, fmt.Sprintf("%s: %s %v", rel, p.Reason, p.Missing))
	}
	stdin := strings.NewReader("From standard input.")
	err := reader(t, "").Walk(context.Background(), []string{dir, "-", filepath.Join(dir, "none.txt")}, stdin, emit, problem)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"a.txt First.", "b.txt Second.", "c/d.txt Third.", "f.jpg: not a kind of file that can be read false",
		"g.txt: not text false", "h.txt: empty false", "loop: not a file false", "- From standard input.",
		"none.txt: no such file or directory true",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestWalkStops(t *testing.T) {
	r := reader(t, "")
	lines := strings.Repeat(`{"text":"One."}`+"\n", 10)
	n, stop := 0, errors.New("enough")
	err := r.Walk(context.Background(), []string{"-"}, strings.NewReader(lines), func(Item) error { n++; return stop }, func(Problem) {})
	if n != 1 || !errors.Is(err, stop) {
		t.Errorf("%d articles, %v", n, err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := r.Walk(ctx, []string{"-"}, strings.NewReader(lines), func(Item) error { return nil }, func(Problem) {}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

func TestEncodings(t *testing.T) {
	utf16 := func(s string, big bool) string {
		var b []byte
		for _, c := range s {
			if big {
				b = append(b, byte(c>>8), byte(c))
			} else {
				b = append(b, byte(c), byte(c>>8))
			}
		}
		return string(b)
	}
	const plain = "Die Brücke in Zürich ist offen."
	for name, in := range map[string]string{
		"utf-8":                  plain,
		"utf-8 with mark":        "\ufeff" + plain,
		"utf-16 little":          "\xff\xfe" + utf16(plain, false),
		"utf-16 big":             "\xfe\xff" + utf16(plain, true),
		"utf-16 little, no mark": utf16(plain, false),
		"utf-16 big, no mark":    utf16(plain, true),
		"windows-1252":           "Die Br\xfccke in Z\xfcrich ist offen.",
		"nul":                    "Die Brücke\x00 in Zürich ist offen.",
		"carriage returns":       "\r\nDie Brücke in Zürich ist offen.\r\n",
	} {
		items, problems := reader(t, "").ReadBytes("a.txt", []byte(in))
		if len(items) != 1 || len(problems) != 0 || items[0].Document.Text != plain {
			t.Errorf("%s: %s", name, show(items, problems))
		}
	}
	items, _ := reader(t, "").ReadBytes("a.txt", []byte("Zürich \xff\xc3 is open."))
	if got := items[0].Document.Text; got != "Zürich \ufffd is open." && got != "Zürich \ufffd\ufffd is open." {
		t.Errorf("broken UTF-8: %q", got)
	}
	page := "<html><head><meta charset=iso-8859-1></head><body><p>Z\xfcrich opened a new bridge over the Limmat on Monday.</p></body></html>"
	items, _ = reader(t, "").ReadBytes("a.html", []byte(page))
	if !strings.HasPrefix(items[0].Document.Text, "Zürich") {
		t.Errorf("page: %q", items[0].Document.Text)
	}
}

func TestIDs(t *testing.T) {
	pairs := [][2]string{{"a", "one"}, {"b", "two"}, {"a", "three"}, {"b", "two"}, {"c", "one"}}
	final := func(order ...int) (got []string) {
		var s IDs
		for _, i := range order {
			s.Add(pairs[i][0], pairs[i][1])
		}
		for _, p := range pairs {
			got = append(got, s.Final(p[0], p[1]))
		}
		return got
	}
	want := []string{"a-7692c3ad", "b", "a-8b5b9db0", "b", "c"}
	for _, order := range [][]int{{0, 1, 2, 3, 4}, {4, 3, 2, 1, 0}, {2, 0, 1, 4, 3}} {
		if diff := cmp.Diff(want, final(order...)); diff != "" {
			t.Errorf("order %v: %s", order, diff)
		}
	}
}

func TestFormats(t *testing.T) {
	for _, f := range Formats {
		if f.Name == "" || f.Doc == "" || len(f.Ext) == 0 {
			t.Errorf("%+v: no name, doc or endings", f)
		}
		if f.sniff == nil || f.read == nil {
			t.Errorf("%s: not whole", f.Name)
		}
	}
	if _, err := New(Options{}); err != nil {
		t.Errorf("zero options: %v", err)
	}
}

func ExampleReader_ReadBytes() {
	r, err := New(Options{Files: data.Files})
	if err != nil {
		fmt.Println(err)
		return
	}
	items, _ := r.ReadBytes("bridge.txt", []byte("Bridge opens\nMonday, 16 November 2015\nZURICH (Example Wire) - A bridge was opened.\nRead: How it was built\n"))
	d := items[0].Document
	fmt.Println(d.ID, d.Title, d.Published, d.PublishedFrom, d.Place)
	for _, p := range d.Paragraphs {
		fmt.Println(d.Text[p.Start:p.End])
	}
	// Output:
	// bridge Bridge opens 2015-11-16 text ZURICH
	// Bridge opens
	// Monday, 16 November 2015
	// ZURICH (Example Wire) -
	// A bridge was opened.
}

// BenchmarkHTML tells what a page costs beside parsing it; the pages are those of $PAGES.
func BenchmarkHTML(b *testing.B) {
	paths, _ := filepath.Glob(filepath.Join(os.Getenv("PAGES"), "*.html"))
	if os.Getenv("PAGES") == "" || len(paths) == 0 {
		b.Skip("no $PAGES")
	}
	var pages [][]byte
	for _, p := range paths {
		page, err := os.ReadFile(p)
		if err != nil {
			b.Fatal(err)
		}
		pages = append(pages, page)
	}
	r := reader(b, "")
	b.Run("parse", func(b *testing.B) {
		for b.Loop() {
			for _, p := range pages {
				parsePage(string(p))
			}
		}
	})
	b.Run("read", func(b *testing.B) {
		for b.Loop() {
			for i, p := range pages {
				r.ReadBytes(paths[i], p)
			}
		}
	})
}
