package timex

import (
	"fmt"
	"testing"

	"dateline/graph"
)

// kinds write something else than a day in words, with the value that must be read back. d is any day from year 1000 to
// 2999, i any number from 0, published the day from which relative ones are measured.
var kinds = []struct {
	name string
	make func(d graph.Date, i int, published graph.Date) (words, value string)
}{
	{"month", func(d graph.Date, _ int, _ graph.Date) (string, string) {
		return fmt.Sprintf("in %s %d", monthNames[d.Month], d.Year), valueAt(month, d)
	}},
	{"quarter", func(d graph.Date, _ int, _ graph.Date) (string, string) {
		q := (d.Month + 2) / 3
		return fmt.Sprintf("in the %s quarter of %d", [...]string{"", "first", "second", "third", "fourth"}[q], d.Year), valueAt(quarter, d)
	}},
	{"season", func(d graph.Date, i int, _ graph.Date) (string, string) {
		s := 1 + i%4
		return fmt.Sprintf("in the %s of %d", seasonWords[s], d.Year), fmt.Sprintf("%d-%s", d.Year, seasonNames[s])
	}},
	{"decade", func(d graph.Date, _ int, _ graph.Date) (string, string) {
		return fmt.Sprintf("in the %ds", d.Year/10*10), fmt.Sprintf("%03d", d.Year/10)
	}},
	{"century", func(_ graph.Date, i int, _ graph.Date) (string, string) {
		c := 1 + i%21
		return fmt.Sprintf("in the %s century", nth(c)), fmt.Sprintf("%02d", c-1)
	}},
	{"years before our era", func(_ graph.Date, i int, _ graph.Date) (string, string) {
		y := 1 + i*37%9998
		return fmt.Sprintf("in %d BC", y), fmt.Sprintf("BC%04d", y)
	}},
	{"years of our era", func(_ graph.Date, i int, _ graph.Date) (string, string) {
		y := 1 + i*37%9998
		return fmt.Sprintf("in AD %d", y), fmt.Sprintf("%04d", y)
	}},
	{"days of any year", func(d graph.Date, i int, _ graph.Date) (string, string) {
		d.Year = 1 + i*37%9998
		if !d.Valid() {
			d.Day = 28
		}
		return "on " + d.String(), d.String()
	}},
	{"weeks back", func(_ graph.Date, i int, published graph.Date) (string, string) {
		n := 2 + i%50
		return fmt.Sprintf("%d weeks ago", n), valueAt(week, published.AddDays(-7*n))
	}},
	{"months back", func(_ graph.Date, i int, published graph.Date) (string, string) {
		n := 2 + i%50
		return fmt.Sprintf("%d months ago", n), valueAt(month, published.AddMonths(-n))
	}},
	{"years back", func(_ graph.Date, i int, published graph.Date) (string, string) {
		n := 2 + i%300
		return fmt.Sprintf("%d years ago", n), valueAt(year, published.AddYears(-n))
	}},
	{"time of day", func(d graph.Date, i int, _ graph.Date) (string, string) {
		h, m := i%24, i%60
		return fmt.Sprintf("at %02d:%02d on %d %s %d", h, m, d.Day, monthNames[d.Month], d.Year), fmt.Sprintf("%sT%02d:%02d", d, h, m)
	}},
	{"length", func(_ graph.Date, i int, _ graph.Date) (string, string) {
		n, u := 2+i%400, unit(int(day)+2*(i%2))
		return fmt.Sprintf("for %d %ss", n, codes[fUnit][u]), fmt.Sprintf("P%d%s", n, letters[u])
	}},
	{"length in words", func(_ graph.Date, i int, _ graph.Date) (string, string) {
		n := 2 + i%98
		return "for " + numberWords(n) + " years", fmt.Sprintf("P%dY", n)
	}},
}

var ones = [...]string{"", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
	"fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"}

var tens = [...]string{"", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}

// numberWords is a number below 100 in words.
func numberWords(n int) string {
	switch {
	case n < 20:
		return ones[n]
	case n%10 == 0:
		return tens[n/10]
	}
	return tens[n/10] + "-" + ones[n%10]
}

// Twenty thousand more expressions, of all grains, come back as they were meant.
func TestKinds(t *testing.T) {
	tg := tagger(t)
	first, last := graph.Date{Year: 1000, Month: 1, Day: 1}.Number(), graph.Date{Year: 2999, Month: 12, Day: 31}.Number()
	for i := range 20000 {
		d := graph.DateOf(first + i*7919%(last-first))
		published := d.AddDays(i%400 - 200)
		k := kinds[i%len(kinds)]
		words, value := k.make(d, i/len(kinds), published)
		doc := read(t, tg, published.String(), "They met "+words+".")
		if len(doc.Times) != 1 || doc.Times[0].Value != value {
			t.Fatalf("%s: %q published %s: got %s, want %s", k.name, words, published, Marked(doc), value)
		}
		if x := doc.Times[0]; x.Type != "DURATION" && (!x.When.Known() || !x.When.Valid()) {
			t.Fatalf("%s: %q has the days %v", k.name, words, x.When)
		}
	}
}
