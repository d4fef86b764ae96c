package main

import (
	"bufio"
	"context"
	"io"
	"net/http"
	"net/http/cookiejar"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"dateline/graph"
)

// TestServe: the address that is printed leads to the explorer with its data, and an interrupt ends the server in peace.
func TestServe(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	read, write := io.Pipe()
	c := newRoot()
	c.SetArgs([]string{"serve", "--samples", "--quiet"})
	c.SetOut(write)
	ended := make(chan error, 1)
	go func() { ended <- c.ExecuteContext(ctx) }()
	address, err := bufio.NewReader(read).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	browser := &http.Client{Jar: jar}
	get := func(url string) string {
		r, err := browser.Get(url)
		if err != nil {
			t.Fatal(err)
		}
		defer r.Body.Close()
		body, err := io.ReadAll(r.Body)
		if err != nil || r.StatusCode != http.StatusOK {
			t.Fatalf("%s: %s, %v", url, r.Status, err)
		}
		return string(body)
	}
	address = strings.TrimSpace(address)
	if page := get(address); !strings.Contains(page, "explorer.js") {
		t.Errorf("the page is %.100q", page)
	}
	home, _, _ := strings.Cut(address, "?")
	if data := get(home + "data.json"); !strings.Contains(data, "Barack Obama met Vladimir Putin") {
		t.Errorf("the data are %.100q", data)
	}
	stop()
	if err := <-ended; err != nil {
		t.Errorf("ended with %v", err)
	}
}

// TestServeCorrects: what a page corrects stands in the file, in the data that are served from then on, and in the next
// build.
func TestServeCorrects(t *testing.T) {
	dir := t.TempDir()
	corrections := filepath.Join(dir, "corrections.yaml")
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("a.txt", "---\npublished: 2015-11-16\n---\nAda Berg met Paul Rey in Rome on Friday. Ada Berg praised Carl Lund in Oslo on Saturday.\n")
	write("corrections.yaml", "# by hand") // without an end of the line
	v := &serving{building: building{reading: reading{settings: &settings{quiet: true, workers: 1}}, corrections: corrections}, signature: signature{by: "Ann", on: "2015-11-20"}}
	c := &cobra.Command{}
	c.SetContext(t.Context())
	v.building.addFlags(c)
	v.asked.addFlags(c)
	if err := c.Flags().Set("who", "Ada Berg"); err != nil {
		t.Fatal(err)
	}
	site, err := v.site([]string{filepath.Join(dir, "a.txt")})
	if err != nil {
		t.Fatal(err)
	}
	for i := range site.Graph.Events {
		if e := &site.Graph.Events[i]; e.Lemma == "meet" {
			g, lost, err := site.Correct(graph.Correction{Do: "retime", To: "2015-11-12", What: []graph.Ref{graph.RefEvent(e)}})
			if err != nil || len(lost) > 0 {
				t.Fatalf("%v, lost %v", err, lost)
			}
			site.Graph = g
		}
	}
	if _, lost, err := site.Correct(graph.Correction{Do: "relocate", To: "Nowhere", What: []graph.Ref{graph.RefEvent(&site.Graph.Events[0])}}); err != nil || len(lost) != 1 {
		t.Errorf("to nowhere: %v, lost %v", err, lost)
	}
	if got := site.Graph.Events[0].When.Time.String(); got != "2015-11-12" {
		t.Errorf("served with %s", got)
	}
	kept, err := os.ReadFile(corrections)
	if err != nil || !strings.HasPrefix(string(kept), "# by hand\n- do: retime\n") || !strings.Contains(string(kept), "by: Ann") {
		t.Errorf("%v: %s", err, kept)
	}
	write("corrections.yaml", "- do: nonsense")
	if _, _, err := site.Correct(graph.Correction{Do: "confirm", What: []graph.Ref{graph.RefEvent(&site.Graph.Events[0])}}); err == nil || !strings.Contains(err.Error(), corrections+":1:3: ") {
		t.Errorf("a file with a fault: %v", err)
	}
	if kept, _ := os.ReadFile(corrections); string(kept) != "- do: nonsense" {
		t.Errorf("a file with a fault became %s", kept)
	}
}

// TestServeRefuses: nothing that others could reach, and nothing without an input.
func TestServeRefuses(t *testing.T) {
	for _, args := range [][]string{{"serve"}, {"serve", "--samples", "--addr", ":8080"}, {"serve", "--samples", "--addr", "0.0.0.0:0"}, {"serve", "--samples", "--addr", "nonsense"}} {
		c := newRoot()
		c.SetArgs(args)
		c.SetOut(io.Discard)
		if err := c.Execute(); err == nil || (message{err}).status() != misused {
			t.Errorf("%v: %v", args, err)
		}
	}
}
