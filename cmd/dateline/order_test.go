package main

import (
	"context"
	"errors"
	"iter"
	"regexp"
	"slices"
	"sync/atomic"
	"testing"
	"time"

	"dateline/extract"
	"dateline/extract/ingest"
)

func upToN(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

// TestInOrder: results come in the order of the input for any number of workers, however long each takes.
func TestInOrder(t *testing.T) {
	for _, n := range []int{1, 2, 3, 8} {
		var got []int
		work := func(i int) int {
			time.Sleep(time.Duration(i*7%5) * time.Millisecond / 4)
			return i * i
		}
		err := inOrder(t.Context(), n, upToN(50), work, func(v int) error { got = append(got, v); return nil })
		if err != nil {
			t.Fatal(err)
		}
		for i, v := range got {
			if v != i*i {
				t.Fatalf("%d workers: %v", n, got)
			}
		}
		if len(got) != 50 {
			t.Fatalf("%d workers: %d results", n, len(got))
		}
	}
}

// TestInOrderStops: an error of use ends the run, and so does the context, even while the input hangs; no more work than
// a few times the workers is begun ahead.
func TestInOrderStops(t *testing.T) {
	bad := errors.New("enough")
	var begun atomic.Int64
	work := func(i int) int { begun.Add(1); return i }
	err := inOrder(t.Context(), 2, upToN(1<<40), work, func(v int) error {
		if v == 10 {
			return bad
		}
		return nil
	})
	if !errors.Is(err, bad) || begun.Load() > 30 {
		t.Errorf("%v after %d", err, begun.Load())
	}
	ctx, stop := context.WithCancel(t.Context())
	hangs := func(yield func(int) bool) {
		yield(1)
		stop()
		<-t.Context().Done()
	}
	if err := inOrder(ctx, 2, hangs, work, func(int) error { return nil }); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestBoth(t *testing.T) {
	got := slices.Collect(both(upToN(3), upToN(2)))
	if !slices.Equal(got, []int{0, 1, 2, 0, 1}) {
		t.Error(got)
	}
	for v := range both(upToN(3), upToN(2)) {
		if v == 1 {
			break // must not go on into the second
		}
	}
}

// TestFault: a panic or an error in a stage is the problem of one article, and names the place.
func TestFault(t *testing.T) {
	stages := extract.Pipeline{{Name: "picky", Run: func(d *extract.Document) error {
		switch d.Text {
		case "panic":
			var none []int
			_ = none[len(d.Text)]
		case "error":
			return errors.New("too hard")
		}
		return nil
	}}}
	for text, want := range map[string]string{
		"fine":  "",
		"error": `^a\.txt: a: picky: too hard$`,
		"panic": `^a\.txt: fault in dateline at cmd/dateline/order_test\.go:\d+, please report it: .*index out of range`,
	} {
		p := piece{Item: ingest.Item{Document: &extract.Document{ID: "a", Origin: "a.txt", Text: text}}}.assemble(stages)
		switch {
		case want == "" && (p.problem != nil || p.Graph == nil || p.Document != nil):
			t.Errorf("%s: %+v", text, p)
		case want != "" && (p.problem == nil || p.Graph != nil || !regexp.MustCompile(want).MatchString(p.problem.Error())):
			t.Errorf("%s: %v", text, p.problem)
		}
	}
}
