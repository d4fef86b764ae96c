package main

import (
	"context"
	"iter"
)

// inOrder is the one place with goroutines: n workers turn each value of in into a result, and use gets the results in
// the order of in, on the caller's goroutine. No more than a few times n values are under way, so memory does not grow
// with the input. It stops at the first error of use, or when ctx ends.
func inOrder[A, B any](ctx context.Context, n int, in iter.Seq[A], work func(A) B, use func(B) error) error {
	type job struct {
		arg A
		out chan B
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	jobs := make(chan job)          // to the workers
	queue := make(chan chan B, 2*n) // the same jobs' results, in order
	send := func(arg A) (ok bool) { // false when it is time to stop
		j := job{arg, make(chan B, 1)} // room for one: a worker never waits
		select {
		case queue <- j.out:
		case <-ctx.Done():
			return false
		}
		select {
		case jobs <- j:
			return true
		case <-ctx.Done():
			return false
		}
	}
	for range n {
		go func() {
			for j := range jobs {
				j.out <- work(j.arg)
			}
		}()
	}
	go func() {
		defer close(queue)
		defer close(jobs)
		for arg := range in {
			if !send(arg) {
				return
			}
		}
	}()
	return drain(ctx, queue, use)
}

// drain hands over results as they come, until queue is closed or ctx ends.
func drain[B any](ctx context.Context, queue <-chan chan B, use func(B) error) error {
	for {
		var out chan B
		var more bool
		select {
		case out, more = <-queue:
		case <-ctx.Done():
		}
		if !more {
			return context.Cause(ctx)
		}
		select {
		case b := <-out:
			if err := use(b); err != nil {
				return err
			}
		case <-ctx.Done():
			return context.Cause(ctx)
		}
	}
}
