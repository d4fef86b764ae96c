package main

import (
	"io"
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
	all := mpb.New(mpb.WithOutput(os.Stderr), mpb.WithWidth(1))
	bar := all.New(0, mpb.SpinnerStyle(), mpb.BarRemoveOnComplete(),
		mpb.AppendDecorators(decor.CurrentNoUnit("%d articles "), decor.Elapsed(decor.ET_STYLE_GO)))
	return progress{all, bar}
}

// above is where to write so that lines come to stand above the counting one; w where there is none.
func (p progress) above(w io.Writer) io.Writer {
	if p.all == nil {
		return w
	}
	return p.all
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
