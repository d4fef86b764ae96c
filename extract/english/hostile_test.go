package english_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"dateline/data"
	"dateline/extract"
	"dateline/extract/english"
	"dateline/graph"
)

// hostile are texts that no newspaper prints, of a size that is to be taken n times.
var hostile = []struct {
	name string
	text func(n int) string
}{
	{"one word", func(n int) string { return strings.Repeat("a", 500_000*n) }},
	{"one capital word", func(n int) string { return strings.Repeat("A", 500_000*n) }},
	{"no full stop", func(n int) string { return strings.Repeat("the ship and ", 17_000*n) }},
	{"verbs without end", func(n int) string { return strings.Repeat("said ministers met who ", 2_500*n) }},
	{"punctuation", func(n int) string { return strings.Repeat(". ! ? ; , — … ", 1_500*n) }},
	{"full stops", func(n int) string { return strings.Repeat(".", 100_000*n) }},
	{"emoji", func(n int) string { return strings.Repeat("🚢🌊 🇫🇷 👩‍👩‍👧 ", 1_000*n) }},
	{"other scripts", func(n int) string {
		return strings.Repeat("Корабль ушёл в море. 船は出た。 غادرت السفينة الميناء. ", 800*n)
	}},
	{"one Chinese word", func(n int) string { return strings.Repeat("船", 100_000*n) }},
	{"combining marks", func(n int) string { return strings.Repeat("e"+strings.Repeat("\u0301", 2_000)+" ", 50*n) }},
	{"one tower of marks", func(n int) string { return "B" + strings.Repeat("\u0301\u0323", 100_000*n) }},
	{"unseen signs", func(n int) string {
		return strings.Repeat("\u200bAda\u200d \u202eBerg\u2066 \ufeffmet\u00ad Paul. ", 1_500*n)
	}},
	{"only unseen signs", func(n int) string { return strings.Repeat("\u200b\u202e\u2066\ufeff", 25_000*n) }},
	{"quotes", func(n int) string { return strings.Repeat("\"", 25_000*n) }},
	{"spaced quotes", func(n int) string { return strings.Repeat("“ ", 10_000*n) }},
	{"quotes said", func(n int) string { return strings.Repeat("“Yes, said Ada Berg. ", 1_200*n) }},
	{"brackets", func(n int) string { return strings.Repeat("(", 25_000*n) }},
	{"bracketed words", func(n int) string { return strings.Repeat("(Rome ", 5_000*n) }},
	{"list of names", func(n int) string { return names(10_000*n) + " met in Rome on Friday." }},
	{"list of one name", func(n int) string {
		return strings.Repeat("Ada Berg, ", 3_000*n) + "and Paul Rey met in Rome on Friday."
	}},
	{"sentences of names", func(n int) string { return strings.ReplaceAll(names(1_500*n), ",", " met Paul Rey in Rome.") }},
	{"capitals", func(n int) string { return strings.Repeat("Berg ", 10_000*n) }},
	{"dates", func(n int) string { return strings.Repeat("3 May 2015 ", 10_000*n) }},
	{"sentences of dates", func(n int) string { return strings.Repeat("It fell on 3 May 2015. ", 1_500*n) }},
	{"ranges", func(n int) string { return strings.Repeat("from Monday to ", 4_000*n) }},
	{"numbers", func(n int) string { return strings.Repeat("million hundred ", 5_000*n) }},
	{"of", func(n int) string { return strings.Repeat("president of ", 5_000*n) }},
	{"pronouns", func(n int) string { return strings.Repeat("She told him that they met her. ", 1_500*n) }},
	{"possessives", func(n int) string { return "Ada" + strings.Repeat("'s brother", 5_000*n) }},
	{"hyphens", func(n int) string { return strings.Repeat("Rome-", 5_000*n) }},
}

// names is a list of n people of many names, divided by commas.
func names(n int) string {
	first, last := []string{"Ada", "Paul", "Mira", "Jonas", "Lena", "Omar", "Nina"}, []string{"Ber", "Rey", "Kov", "Lind", "Mar", "Sal"}
	end := []string{"g", "man", "ski", "son", "ova", "ini", "ez", "berg", "ov", "sen", "ic"}
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "%s %s%s%c%s, ", first[i%7], last[i/7%6], end[i/42%11], 'a'+i/462%26, end[i/12012%11])
	}
	return strings.TrimSuffix(b.String(), ", ")
}

// timed runs d through p and gives the processor time of each stage.
func timed(t testing.TB, p extract.Pipeline, d *extract.Document) []time.Duration {
	t.Helper()
	var took []time.Duration
	runtime.GC() // the garbage of the run before is not this one's
	for _, s := range p {
		start := clock()
		if err := s.Run(d); err != nil {
			t.Fatal(s.Name, err)
		}
		took = append(took, clock()-start)
	}
	return took
}

// whole is a Document of one paragraph.
func whole(t testing.TB, text string) *extract.Document {
	t.Helper()
	day, err := graph.ParseDate("2015-11-16")
	if err != nil {
		t.Fatal(err)
	}
	return &extract.Document{ID: "text", Text: text, Published: graph.DayOf(day), PublishedFrom: "given",
		Paragraphs: []extract.Paragraph{{Span: extract.Span{Start: 0, End: len(text)}}}}
}

// TestHostile puts hostile text through all stages: no panic, exact offsets, and twice the text takes no more than about
// twice the time. A stage may be slow once, because the machine is; it is at fault if it is slow in five runs.
func TestHostile(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	p, err := english.New(data.Files)
	if err != nil {
		t.Fatal(err)
	}
	p = append(p, extract.Stage{Name: "assemble", Run: func(d *extract.Document) error {
		extract.Assemble(d)
		return nil
	}})
	for _, c := range hostile {
		t.Run(c.name, func(t *testing.T) {
			once, twice := whole(t, c.text(1)), whole(t, c.text(2))
			short, long := timed(t, p, once), timed(t, p, twice)
			offsets(t, once)
			offsets(t, twice)
			for range 4 {
				if slow(p, short, long) == "" {
					break
				}
				least(short, timed(t, p, whole(t, once.Text)))
				least(long, timed(t, p, whole(t, twice.Text)))
			}
			if at := slow(p, short, long); at != "" {
				t.Error(at)
			}
			t.Logf("%d tokens: %v", len(twice.Tokens), long)
		})
	}
}

// least keeps the shorter of each two times.
func least(a, b []time.Duration) {
	for i := range a {
		a[i] = min(a[i], b[i])
	}
}

// slow names the stages whose time grows faster than the text, "" if there are none. What takes less than a tenth of
// a second says nothing.
func slow(p extract.Pipeline, short, long []time.Duration) string {
	var list []string
	for i, s := range p {
		if long[i] > 100*time.Millisecond && float64(long[i]) > 2.6*float64(short[i]) {
			list = append(list, fmt.Sprintf("%s takes %v, %v for twice the text", s.Name, short[i], long[i]))
		}
	}
	return strings.Join(list, "; ")
}

// offsets fails unless all tokens are in order, on rune borders, and cover all that is not space, and all other layers
// point at what is there.
func offsets(t *testing.T, d *extract.Document) {
	t.Helper()
	at := 0
	border := func(i int) bool { return i == len(d.Text) || utf8.RuneStart(d.Text[i]) }
	for i, w := range d.Tokens {
		if w.Start < at || w.End <= w.Start || w.End > len(d.Text) || !border(w.Start) || !border(w.End) {
			t.Fatalf("token %d has span %v after %d", i, w.Span, at)
		}
		if strings.IndexFunc(d.Text[at:w.Start], notSpace) >= 0 {
			t.Fatalf("%.50q before token %d is in none", d.Text[at:w.Start], i)
		}
		at = w.End
	}
	if strings.IndexFunc(d.Text[at:], notSpace) >= 0 {
		t.Fatalf("%.50q at the end is in no token", d.Text[at:])
	}
	next := 0
	for i, s := range d.Sentences {
		if s.From != next || s.To <= s.From || s.Start != d.Tokens[s.From].Start || s.End != d.Tokens[s.To-1].End {
			t.Fatalf("sentence %d: %v after token %d", i, s, next)
		}
		next = s.To
	}
	if next != len(d.Tokens) {
		t.Fatalf("%d of %d tokens are in sentences", next, len(d.Tokens))
	}
	layers(t, d)
}

// layers fails if a mention, a time, a clause or an event lies outside the tokens.
func layers(t *testing.T, d *extract.Document) {
	t.Helper()
	inside := func(what string, i int, r extract.Range) {
		if s := d.SentenceOf(r.From); s < 0 || r.Len() <= 0 || r.To > d.Sentences[s].To {
			t.Fatalf("%s %d has tokens %v", what, i, r)
		}
	}
	for i, m := range d.Mentions {
		inside("mention", i, m.At)
	}
	for i, x := range d.Times {
		inside("time", i, x.At)
	}
	for i, c := range d.Clauses {
		inside("clause", i, c.Predicate)
	}
	for i, e := range d.Events {
		inside("event", i, e.At)
		for _, r := range e.Roles {
			inside("role of event", i, r.At)
		}
	}
}

func notSpace(r rune) bool { return !unicode.IsSpace(r) }
