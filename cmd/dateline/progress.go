package main

import (
	"os"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"
	"golang.org/x/term"
)

// progress is a line on standard error that counts articles; nothing where no person looks at it.
type progress struct {
	all *mpb.Progress
	bar *mpb.Bar
}

func newProgress(s *settings) progress {
	if s.quiet || !term.IsTerminal(int(os.Stderr.Fd())) {
		return progress{}
	}
	all := mpb.New(mpb.WithOutput(os.Stderr), mpb.WithWidth(24))
	bar := all.New(0, mpb.SpinnerStyle(), mpb.BarRemoveOnComplete(),
		mpb.AppendDecorators(decor.CurrentNoUnit("%d articles "), decor.Elapsed(decor.ET_STYLE_GO)))
	return progress{all, bar}
}

func (p progress) step() {
	if p.bar != nil {
		p.bar.Increment()
	}
}

// end takes the line away.
func (p progress) end() {
	if p.bar != nil {
		p.bar.Abort(true)
		p.all.Wait()
	}
}
