package english_test

import (
	"errors"
	"testing"
	"time"

	"dateline/data"
	"dateline/extract/english"
	"dateline/extract/lemmas"
	"dateline/extract/neural"
	"dateline/extract/segment"
)

// BenchmarkStages tells how many words per second each stage reads and how many the pipeline as a whole, on one
// goroutine, with the sample articles read again and again:
//
//	go test -run '^$' -bench Stages -cpu 1 ./extract/english
//	go test -run '^$' -bench Stages -cpu 1 -tags purego ./extract/english   # without AVX2
//
// A word is a token. Making the Documents is not counted; freeing the memory of what was read is.
func BenchmarkStages(b *testing.B) {
	p, err := english.New(data.Files)
	if err != nil {
		b.Fatal(err)
	}
	took, words := make([]time.Duration, len(p)), 0
	b.StopTimer()
	for range b.N {
		for _, d := range articles(b) {
			b.StartTimer()
			for i, s := range p {
				start := time.Now()
				if err := s.Run(d); err != nil {
					b.Fatal(err)
				}
				took[i] += time.Since(start)
			}
			b.StopTimer()
			words += len(d.Tokens)
		}
	}
	for i, s := range p {
		b.ReportMetric(float64(words)/took[i].Seconds(), s.Name+"-words/s")
	}
	b.ReportMetric(float64(words)/b.Elapsed().Seconds(), "words/s")
}

// BenchmarkLoad makes the pipeline from the embedded models, lexicons and rules:
//
//	go test -run '^$' -bench Load ./extract/english
func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := english.New(data.Files); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkModels opens the embedded models of syntax alone; rules and word lists are most of what BenchmarkLoad measures:
//
//	go test -run '^$' -bench Models ./extract/english
func BenchmarkModels(b *testing.B) {
	for b.Loop() {
		_, err1 := segment.New(data.Files)
		_, err2 := lemmas.New(data.Files)
		_, err3 := neural.New(data.Files, nil)
		if err := errors.Join(err1, err2, err3); err != nil {
			b.Fatal(err)
		}
	}
}
