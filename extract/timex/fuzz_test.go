package timex

import (
	"strings"
	"testing"
	"time"

	"dateline/extract"
	"dateline/graph"
)

// lawful checks what must hold of the times of any document.
func lawful(t *testing.T, d *extract.Document) {
	t.Helper()
	end := 0
	for i, x := range d.Times {
		if x.At.From < end || x.At.To <= x.At.From || x.At.To > len(d.Tokens) {
			t.Fatalf("time %d of %q at %v after %d", i, d.Text, x.At, end)
		}
		end = x.At.To
		if x.Type == "" || x.Value == "" || x.Rule == "" || x.Reason == "" {
			t.Fatalf("%q: %+v lacks something", d.String(x.At), x)
		}
		if x.When != (graph.Time{}) && !x.When.Valid() {
			t.Fatalf("%q: %+v is not in normal form", d.String(x.At), x.When)
		}
		if x.Until != 0 && (x.Until <= i || x.Until >= len(d.Times)) {
			t.Fatalf("%q: range ends at %d", d.String(x.At), x.Until)
		}
	}
}

func FuzzTag(f *testing.F) {
	tg := tagger(f)
	for _, e := range tg.Examples() {
		f.Add(e.Text, int32(735919))
	}
	for _, s := range []string{"1/1/1/1/1/1", "31 February 0000 BC", "'80s '90s ’00s", "9999999999 years ago", "99999 years ago",
		"the 99th century BC", "last last next this Friday", "in-in--2014-15-16", "½ a year", "5 1/2/3 hours ago", "a.m. p.m. 12:99",
		"two hundred thousand thousand thousand years", "the day after the day after tomorrow", "Feb. 30, 29 Feb 2015",
		"from 31 to 1 May", "2015-99-99", "0001-01-01", "Christmas 9999", "Easter 1 BC", "9998 years later"} {
		f.Add(s, int32(0))
	}
	f.Fuzz(func(t *testing.T, text string, day int32) {
		d := Plain(text)
		if day != 0 {
			d.Published = graph.DayOf(graph.DateOf(int(day) % 4000000))
		}
		if err := tg.Tag(d); err != nil {
			t.Fatal(err)
		}
		lawful(t, d)
	})
}

// Whatever is thrown at it, the cost stays linear in the text.
func TestSoup(t *testing.T) {
	tg := tagger(t)
	for _, unit := range []string{"1/", "5 May ", "the ", "last last ", "two hundred and ", "3 to 5 ", "Friday, ", "-", "two and a half ",
		"2014-15-", "every every ", "early mid-late ", "the day after ", "a year or ", "half of the ", "’80s "} {
		small, large := cost(t, tg, strings.Repeat(unit, 1<<9)), cost(t, tg, strings.Repeat(unit, 1<<12))
		if large > 40*small+50*time.Millisecond {
			t.Errorf("%q: eight times the text takes %v instead of %v", unit, large, small)
		}
	}
}

func cost(t *testing.T, tg *Tagger, text string) time.Duration {
	d := Plain(text)
	d.Sentences = []extract.Sentence{{Range: extract.Range{To: len(d.Tokens)}, Span: extract.Span{End: len(text)}}}
	d.Published = graph.DayOf(graph.Date{Year: 2015, Month: 11, Day: 16})
	best := time.Hour
	for range 3 {
		start := time.Now()
		if err := tg.Tag(d); err != nil {
			t.Fatal(err)
		}
		best = min(best, time.Since(start))
	}
	lawful(t, d)
	return best
}

// Many goroutines may use one tagger.
func TestConcurrent(t *testing.T) {
	tg := tagger(t)
	examples := tg.Examples()
	done := make(chan string, 8)
	for range 8 {
		go func() {
			var b strings.Builder
			for _, e := range examples {
				b.WriteString(tg.show(e))
			}
			done <- b.String()
		}()
	}
	first := <-done
	for range 7 {
		if <-done != first {
			t.Fatal("two runs differ")
		}
	}
}

func BenchmarkTag(b *testing.B) {
	tg := tagger(b)
	text := strings.Repeat("The two leaders met in Vienna on Friday, a day after the talks had failed, and agreed that troops would leave "+
		"the valley by the end of March. Officials said the plan, which was drawn up two years ago, had been changed since September. ", 50)
	d := Plain(text)
	d.Published = graph.DayOf(graph.Date{Year: 2015, Month: 11, Day: 16})
	b.ReportAllocs()
	for b.Loop() {
		_ = tg.Tag(d)
	}
	b.ReportMetric(float64(b.N*len(d.Tokens))/b.Elapsed().Seconds(), "tokens/s")
}
