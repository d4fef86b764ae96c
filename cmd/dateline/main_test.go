package main

import (
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestMain lets the stories run the program as the command "dateline".
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"dateline": main})
}

// TestStories runs testdata/*.txtar: each is what a person types and sees.
func TestStories(t *testing.T) {
	cache, err := filepath.Abs(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata",
		UpdateScripts:       os.Getenv("UPDATE") != "",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"status": status},
		Setup: func(e *testscript.Env) error {
			// One cache for all stories: the renderer is compiled once.
			e.Setenv("XDG_CACHE_HOME", cache)
			return nil
		},
	})
}

// status runs a program and wants exactly this exit status: "status 2 dateline build".
func status(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status N PROGRAM ARG...")
	}
	err, got := ts.Exec(args[1], args[2:]...), 0
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		got = exit.ExitCode()
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if strconv.Itoa(got) != args[0] {
		ts.Fatalf("%s: exit status %d, want %s", strings.Join(args[1:], " "), got, args[0])
	}
}

// TestInterrupt: a run that is told to stop while it waits for its input ends at once and leaves nothing behind.
func TestInterrupt(t *testing.T) {
	dir := t.TempDir()
	ctx, stop := context.WithCancel(t.Context())
	r, w := io.Pipe()
	defer w.Close()
	c := newRoot()
	c.SetArgs([]string{"build", "-", "--out", filepath.Join(dir, "out"), "--quiet"})
	c.SetIn(r)
	go func() {
		_, _ = io.WriteString(w, `{"id":"a","text":"Ada Berg left Rome."}`+"\n")
		stop()
	}()
	err := c.ExecuteContext(ctx)
	if !errors.Is(err, context.Canceled) || (message{err}).status() != couldNot {
		t.Errorf("got %v", err)
	}
	if names, _ := filepath.Glob(filepath.Join(dir, "*")); len(names) > 0 {
		t.Errorf("left behind: %v", names)
	}
}
