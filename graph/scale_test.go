//go:build unix

package graph

import (
	"fmt"
	"math"
	"os"
	"runtime"
	"runtime/debug"
	"syscall"
	"testing"
)

// BenchmarkStored shows how the cost of merging and unifying grows with real articles: with a fourth, a half, and all of
// those in a file of parts, drawn evenly, so that what they are about and how long they are stays alike. It reports the
// seconds of CPU and the exponent of their growth since the smaller draw.
//
//	dateline build --into graph.json articles.jsonl
//	DATELINE_PARTS=$PWD/graph.json.parts go test ./graph -run '^$' -bench Stored -benchtime 1x -cpu 1
func BenchmarkStored(b *testing.B) {
	path := os.Getenv("DATELINE_PARTS")
	if path == "" {
		b.Skip("DATELINE_PARTS names no file of parts")
	}
	parts := openParts(b, path)
	by := Judgement{Senses: openSenses(b, "senses.txt"), FirstNames: openSenses(b, "nicknames.txt")}
	defer debug.SetGCPercent(debug.SetGCPercent(400))
	last := 0.0
	for _, step := range []int{4, 2, 1} {
		var gs Parts
		for i := 0; i < len(parts); i += step {
			gs = append(gs, parts[i])
		}
		b.Run(fmt.Sprintf("articles=%d", len(gs)), func(b *testing.B) {
			all, err := gs.Graphs()
			if err != nil {
				b.Fatal(err)
			}
			runtime.GC()
			start := cpuSeconds()
			for b.Loop() {
				UnifyBy(Merge(all...), by)
			}
			spent := (cpuSeconds() - start) / float64(b.N)
			b.ReportMetric(spent, "cpu-s")
			if last > 0 {
				b.ReportMetric(math.Log2(spent/last), "exponent")
			}
			last = spent
		})
	}
}

func openParts(b *testing.B, path string) Parts {
	f, err := os.Open(path)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	parts, _, err := ReadParts(f)
	if err != nil {
		b.Fatal(err)
	}
	return parts
}

// openSenses reads a file of data/lexicon.
func openSenses(b *testing.B, name string) Senses {
	f, err := os.Open("../data/lexicon/" + name)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	s, err := ReadSenses(f)
	if err != nil {
		b.Fatal(err)
	}
	return s
}

func cpuSeconds() float64 {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return math.NaN()
	}
	sec := func(t syscall.Timeval) float64 { return float64(t.Sec) + float64(t.Usec)/1e6 }
	return sec(u.Utime) + sec(u.Stime)
}
