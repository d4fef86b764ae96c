// Command dateline reads news articles and writes what happened when, and who did it with whom: a timeline, a map and a
// file that people can edit. It needs no network and no settings; the same articles give the same bytes.
//
// This package only joins the others: data says what dateline knows, extract reads, graph remembers, output shows. One
// file per command. Results go to standard output or --out, messages to standard error.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"
)

// The exit statuses, as the help of the root command tells them.
const (
	done     = 0
	couldNot = 1
	misused  = 2
)

func main() { os.Exit(run()) }

// run is main with an exit status, so that tests can call it.
func run() int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second signal ends the program at once
	self, _ := os.Executable()   // where the system does not tell, maps are laid out in this process
	err := newRootOf(self).ExecuteContext(ctx)
	if err == nil {
		return done
	}
	msg := message{err}
	msg.print(os.Stderr)
	return msg.status()
}

// usageError is a wrong command line; hint is a line on what to do instead, empty if there is none.
type usageError struct {
	error
	hint string
}

func misuse(hint, format string, args ...any) error {
	return usageError{fmt.Errorf(format, args...), hint}
}

// errQuiet ends a command whose reasons have been printed already.
var errQuiet = errors.New("")

// message is an error on its way to the person.
type message struct{ error }

func (m message) status() int {
	if errors.As(m.error, new(usageError)) {
		return misused
	}
	return couldNot
}

func (m message) print(w *os.File) {
	out := visible{w}
	switch {
	case errors.Is(m.error, errQuiet):
		return
	case errors.Is(m.error, context.Canceled):
		fmt.Fprintln(out, "dateline: interrupted; nothing was left half-written")
		return
	}
	fmt.Fprintln(out, "dateline:", m.error)
	var u usageError
	if errors.As(m.error, &u) && u.hint != "" {
		fmt.Fprintln(out, "hint:", u.hint)
	}
}
