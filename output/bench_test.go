//go:build unix

package output

import (
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"strings"
	"syscall"
	"testing"
	"time"

	"dateline/graph"
)

// decade is a graph of n events as a big corpus gives it: a tenth as many entities, a twentieth as many articles, two
// sentences an event, none of the strings shared.
func decade(n int) *graph.Graph {
	g := &graph.Graph{}
	kinds := []graph.Kind{graph.Person, graph.Organization, graph.Place, graph.Group}
	types := []string{"CONSULT", "ASSAULT", "AGREE", "ACCUSE", "AID", ""}
	entities, sources := max(n/10, 4), max(n/20, 2)
	day := graph.Date{Year: 2005, Month: 1, Day: 1}
	seen := func(i int) graph.Evidence {
		quote := fmt.Sprintf("The foreign minister number %d met the delegation of the %dth assembly in the capital on Tuesday, officials said.", i, i/7)
		return graph.Evidence{Source: fmt.Sprintf("source%06d", i%sources), Sentence: i % 30, Start: 100, End: 100 + len(quote),
			Trigger: graph.Span{Start: 128, End: 131}, Quote: quote, By: "events/consult.yaml:12", Score: 0.8}
	}
	for i := range sources {
		g.Sources = append(g.Sources, graph.Source{ID: fmt.Sprintf("source%06d", i), Title: fmt.Sprintf("What happened on day %d of the talks", i),
			Origin: fmt.Sprintf("https://news.example/%d", i), Publisher: "The Example", Published: graph.DayOf(day.AddDays(i % 4000)), Hash: fmt.Sprintf("sha256:%064x", i)})
	}
	for i := range entities {
		k := kinds[i%len(kinds)]
		g.Entities = append(g.Entities, graph.Entity{ID: fmt.Sprintf("%s/name-of-%06d", k, i), Name: fmt.Sprintf("Name of %d", i), Kind: k,
			Aliases: []string{fmt.Sprintf("N. %d", i)}, Keys: []string{fmt.Sprintf("%s:name of %d", k, i)}, Mentions: 20, Sources: 10, Seen: []graph.Evidence{seen(i)}})
	}
	for i := range n {
		who := func(k int) string { return g.Entities[(i*7+k*13)%entities].ID }
		g.Events = append(g.Events, graph.Event{ID: fmt.Sprintf("event/%06d/consult/name-of-%d+name-of-%d", i, i%entities, i/3%entities), Type: types[i%len(types)],
			Trigger: "met", Lemma: "meet", Label: fmt.Sprintf("Name of %d met the delegation of the assembly in the capital", i), Order: i + 1,
			When: graph.When{Time: graph.DayOf(day.AddDays(i % 4000)), Reason: "on Tuesday, before the day of publication"}, Status: graph.Happened, Articles: 2,
			Roles: []graph.Role{{Name: "agent", Entity: who(0)}, {Name: "patient", Entity: who(1)}, {Name: "topic", Text: "the outcome of the vote"}},
			Place: who(2), Attribution: []graph.Attribution{{Text: "officials", Verb: "said"}}, Seen: []graph.Evidence{seen(i), seen(i + 1)}})
	}
	return g
}

// many are the events of the promise: so many in 200 MB, the graph itself included, at 20 MB a second.
const many = 100_000

// pictures are the formats that show a part or build a picture; the others stream.
var pictures = []string{"page", "svg", "html", "png", "pdf", "storyline", "periods"}

// streamed are the formats that hold to the promise.
func streamed() (list []Format) {
	for _, f := range Formats {
		if !strings.Contains(" "+strings.Join(pictures, " ")+" ", " "+f.Name+" ") {
			list = append(list, f)
		}
	}
	return list
}

// BenchmarkFormats tells, for many events, the speed of each format in bytes a second of processor time; by how much the
// process grows meanwhile, garbage included, beyond what it takes with the graph alone; and the heap, garbage aside:
//
//	go test ./output -run - -bench Formats -benchtime 1x
func BenchmarkFormats(b *testing.B) {
	g := decade(many)
	for _, f := range Formats {
		b.Run(f.Name, func(b *testing.B) {
			for range b.N {
				var size int
				var took time.Duration
				grown := growth(b, func() { size, took = speed(b, f, g) })
				b.ReportMetric(float64(grown)/1e6, "beyond-MB")
				b.ReportMetric(float64(size)/1e6/took.Seconds(), "MB/s")
				b.ReportMetric(float64(size)/1e6, "MB")
				before, peak := memory(b, f, g)
				b.ReportMetric(float64(before)/1e6, "graph-MB")
				b.ReportMetric(float64(peak)/1e6, "peak-MB")
			}
		})
	}
}

// counter counts what is written.
type counter struct{ n int }

func (c *counter) Write(b []byte) (int, error) {
	c.n += len(b)
	return len(b), nil
}

// writeAll writes all of a format; of several files it counts the bytes in them, not those of an archive.
func writeAll(t testing.TB, f Format, g *graph.Graph) int {
	t.Helper()
	var c counter
	err := error(nil)
	if f.Files != nil {
		err = f.Files(func(string) (io.Writer, error) { return &c, nil }, g, Options{})
	} else {
		err = f.Write(&c, g, Options{})
	}
	if err != nil {
		t.Fatal(err)
	}
	return c.n
}

// speed is how many bytes a format writes in which time of the processor, the collector of garbage included.
func speed(t testing.TB, f Format, g *graph.Graph) (size int, took time.Duration) {
	t.Helper()
	runtime.GC()
	begin := processor(t)
	size = writeAll(t, f, g)
	return size, processor(t) - begin
}

// processor is the time that this process has had of the processor.
func processor(t testing.TB) time.Duration {
	t.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		t.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// growth is by how many bytes this process grows at most while it does something, garbage included; 0 where the system
// does not tell.
func growth(t testing.TB, do func()) int {
	t.Helper()
	debug.FreeOSMemory()
	if os.WriteFile("/proc/self/clear_refs", []byte("5"), 0) != nil { // the peak begins anew
		do()
		return 0
	}
	before := resident(t)
	do()
	return resident(t) - before
}

// resident is the most memory that this process has had, in bytes.
func resident(t testing.TB) (kilobytes int) {
	t.Helper()
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		t.Fatal(err)
	}
	if _, line, ok := strings.Cut(string(status), "VmHWM:"); ok {
		fmt.Sscan(line, &kilobytes)
	}
	return kilobytes << 10
}

// memory is the heap before and at most while a format is written, garbage aside.
func memory(t testing.TB, f Format, g *graph.Graph) (before, peak uint64) {
	t.Helper()
	defer debug.SetGCPercent(debug.SetGCPercent(5))
	runtime.GC()
	sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(sample)
	before = sample[0].Value.Uint64()
	done, stopped := make(chan bool), make(chan bool)
	go func() {
		defer close(stopped)
		for {
			metrics.Read(sample)
			peak = max(peak, sample[0].Value.Uint64())
			select {
			case <-done:
				return
			case <-time.After(5 * time.Millisecond):
			}
		}
	}()
	writeAll(t, f, g)
	close(done)
	<-stopped
	return before, peak
}

// TestStream: beside the graph, a writer needs some bytes an event for its index of names and order, far less than what
// it writes; so 100,000 events with their graph stay below 200 MB, as BenchmarkFormats tells.
func TestStream(t *testing.T) {
	if testing.Short() {
		t.Skip("measures memory")
	}
	const n, perEvent = 10_000, 250
	g := decade(n)
	for _, f := range streamed() {
		if before, peak := memory(t, f, g); peak > before+n*perEvent+4<<20 {
			t.Errorf("%s needs %d bytes an event", f.Name, (peak-before)/n)
		}
	}
}
