package main

import (
	"bufio"
	"context"
	"io"
	"net/http"
	"net/http/cookiejar"
	"strings"
	"testing"
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
