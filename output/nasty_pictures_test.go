package output

import (
	"bytes"
	"fmt"
	"image/png"
	"slices"
	"strings"
	"testing"
)

// TestNastyPages: each nasty string, in every text of a graph, stands on the pages as text, and nothing else changes.
func TestNastyPages(t *testing.T) {
	texts := nasty()
	tame := make([]string, len(texts))
	for i, s := range texts {
		if clean(s) != "" {
			tame[i] = fmt.Sprint("x", slices.IndexFunc(texts, func(o string) bool { return clean(o) == clean(s) }))
		}
	}
	for _, name := range []string{"page", "html"} {
		f, _ := Lookup(name)
		file := write(t, f, besieged(texts), Options{Title: "x" + texts[0]})
		elements, text := outline(t, file)
		if want, _ := outline(t, write(t, f, besieged(tame), Options{Title: "x"})); name == "html" && !slices.Equal(elements, want) {
			t.Errorf("%s: %d elements, want %d", name, len(elements), len(want))
		}
		for _, s := range texts {
			if name == "page" && !strings.Contains(text, clean(s)) {
				t.Errorf("%s: %q is missing", name, clean(s))
			}
		}
	}
	f, _ := Lookup("timeline")
	for _, o := range []Options{{Quotes: true}, {Quotes: true, Width: 60}} {
		harmless(t, f.Name, string(write(t, f, besieged(texts), o)))
	}
}

// TestNastyPictures: a few nasty strings at a time are drawn in every kind of picture, whole, and read back.
func TestNastyPictures(t *testing.T) {
	texts := nasty()
	const few = 30
	for from := 0; from < len(texts); from += few {
		some := texts[from:min(from+few, len(texts))]
		g := besieged(some)
		for _, name := range []string{"svg", "storyline", "periods"} {
			f, _ := Lookup(name)
			p := inspect(t, write(t, f, g, Options{Title: "x" + some[0], MaxNodes: 2 * few, MaxEdges: 2 * few}))
			if want := 2 * len(some); name == "svg" && (p.names != want || p.links != len(some)) {
				t.Errorf("%s: %d names and %d links of %d strings", name, p.names, p.links, len(some))
			}
			for _, s := range some {
				if name == "svg" && !strings.Contains(p.text, shorten(clean(s), 60)) && columns(clean(s)) <= 60 {
					t.Errorf("%s: %q is missing", name, clean(s))
				}
			}
		}
		if from%(5*few) == 0 {
			f, _ := Lookup("png")
			if _, err := png.Decode(bytes.NewReader(write(t, f, g, Options{}))); err != nil {
				t.Errorf("png: %v", err)
			}
			f, _ = Lookup("pdf")
			if file := write(t, f, g, Options{}); !bytes.HasPrefix(file, []byte("%PDF-")) || !bytes.HasSuffix(bytes.TrimSpace(file), []byte("%%EOF")) || bytes.Contains(file, []byte("/JavaScript")) {
				t.Errorf("pdf of %q…: %d bytes", some[0], len(file))
			}
		}
	}
}
